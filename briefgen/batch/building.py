"""Build what is planned for a folder: a whole set, or what of it has changed."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterable, Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Unpack

from msgspec import Struct
from msgspec.structs import replace

from briefgen.batch.digest import (
    argument_digest,
    inputs_digest,
    options_digest,
    picture_digests,
    read_digest,
)
from briefgen.batch.manifest import Manifest, ManifestEntry, Progress, Result, read_manifest
from briefgen.batch.order import (
    BuildJob,
    PlannedJob,
    asked_for,
    known_inputs,
    options_for,
    packed,
    plan,
    stems,
)
from briefgen.batch.running import Answer, Answers, By, NoWorker, answers
from briefgen.batch.worker import Outcome, perform
from briefgen.options import FORMATS, BuildOptions, NameOrPath, OptionFields, takes_options
from briefgen.overwrite import refuse_loss
from briefgen.save import make_folder
from briefgen.types.argument import Argument
from briefgen.types.finding import BriefgenError, Finding, SaveError


def build_planned(
    plans: Sequence[PlannedJob],
    folder: Path,
    inputs: Iterable[NameOrPath],
    *,
    by: By,
    progress: Progress | None,
    rebuild: bool,
    force: bool,
) -> list[Result]:
    """Build what is planned and return what became of each file, in the order of the plans.

    Files that are there, made of the same inputs, are kept, unless `rebuild` is set. All others
    are looked at before the first is built: what is one of the `inputs` or, without `force`, was
    edited or is not briefgen's, stops the run.

    The manifest is written down from time to time, and whatever ends the run, so that the next one
    goes on from there. A full disk ends it, and so does a folder that does not allow writing: what
    is left has that error.

    Raises:
        BriefgenError: no worker process begins, with the files that are not built.
        SaveError: files that would be lost, before anything is built; the manifest cannot be
            written at the end, and there was no such error before.
    """
    manifest = read_manifest(folder)
    tally = _Tally(plans, manifest, progress, {})
    if not rebuild:
        tally.keep()
    left = tally.left()
    paths = [path for plan, _ in left for path in plan.paths if path not in tally.results]
    refuse_loss(paths, inputs, force=True)
    refuse_loss((path for path in paths if not manifest.wrote(path)), force=force)
    orders = [replace(order, force=force) for _, order in left]
    try:
        end = _worked(tally, left, orders, by)
        for plan, order in tally.left():
            tally.note(plan, order, _failed(order, end or NEVER_BEGUN))
    except BaseException:
        with contextlib.suppress(SaveError):
            manifest.write()
        raise
    with contextlib.suppress(*[SaveError] if end else []):
        manifest.write()
    return tally.in_order()


def _worked(
    tally: _Tally, left: Sequence[tuple[PlannedJob, BuildJob]], orders: Sequence[BuildJob], by: By
) -> BriefgenError | None:
    """Build what is ordered, and return what makes it useless to go on, if anything does."""
    with contextlib.closing(answers(perform, orders, by)) as answered:
        for number, answer in _begun(answered, [plan for plan, _ in left]):
            plan, order = left[number]
            if isinstance(answer, BaseException):
                tally.note(plan, order, _failed(order, lost(answer)))
                continue
            tally.note(plan, order, answer)
            for outcome in answer:
                found = outcome.error.findings if outcome.error else ()
                for finding in (one for one in found if one.code in _HOLDS_FOR_ALL):
                    return SaveError([dataclasses.replace(finding, file=None)])
    return None


def _begun(answered: Answers[Answer], plans: Sequence[PlannedJob]) -> Answers[Answer]:
    """Yield answers; where no worker begins, say so once for all files."""
    try:
        yield from answered
    except NoWorker:
        names = [path.name for plan in plans for path in plan.paths]
        shown = ", ".join(names[:NAMED])
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        raise no_worker(f"; not built: {shown}{more}") from None


NAMED = 6
"""Names of files that stand in one line; the others are counted."""


def no_worker(undone: str) -> BriefgenError:
    """Return the error of worker processes that all end as they begin."""
    message = f"every worker process ended as it began{undone}"
    hint = (
        'in a script, call this below `if __name__ == "__main__":`, as each worker reads the script'
        ' again; or leave out executor="processes"'
    )
    return BriefgenError([Finding("workers-failed", message, hint)])


_HOLDS_FOR_ALL = frozenset({"disk-full", "folder-read-only"})
"""Why a file cannot be written, where no other file of its folder can."""


NEVER_BEGUN = BriefgenError(
    [
        Finding(
            "executor-broken",
            "was not begun: the executor broke or was shut down",
            "fix the executor and build again; what is done is kept",
        )
    ]
)


def lost(error: BaseException) -> BriefgenError:
    """Return the error of a job whose worker died, or that an executor gave back undone."""
    message = f"was lost with its worker: {type(error).__name__}: {error}"
    hint = "build again; if it is lost again, give the worker more memory, or build it alone"
    if isinstance(error, BrokenExecutor):
        hint += '; where all are lost at once, is the script without `if __name__ == "__main__":`?'
    return BriefgenError([Finding("worker-lost", message, hint)])


def _failed(order: BuildJob, error: BriefgenError) -> tuple[Outcome, ...]:
    return tuple(Outcome(None, None, error) for _ in order.files)


class _Tally(Struct):
    """What has become of the files so far, by their path."""

    plans: Sequence[PlannedJob]
    manifest: Manifest
    progress: Progress | None
    results: dict[Path, Result]

    def keep(self) -> None:
        """Keep every file that is there and made of the same inputs."""
        for planned in self.plans:
            for path in planned.paths:
                if summary := self.manifest.holds(path, planned.inputs):
                    made = Result(
                        path, planned.length, planned.audience, summary, None, True, planned.line
                    )
                    self._add(made)

    def left(self) -> list[tuple[PlannedJob, BuildJob]]:
        """Return the plans that have files left, with orders for these only."""
        found = []
        for planned in self.plans:
            pairs = zip(planned.paths, planned.order.files, strict=True)
            files = tuple(file for path, file in pairs if path not in self.results)
            if files:
                found.append((planned, replace(planned.order, files=files)))
        return found

    def note(self, plan: PlannedJob, order: BuildJob, outcomes: Sequence[Outcome]) -> None:
        """Note what became of the files of an order."""
        shown = dict(zip(plan.order.files, plan.paths, strict=True))
        for file, outcome in zip(order.files, outcomes, strict=True):
            path = shown[file]
            # Made of files that were changed meanwhile, it is no file of the planned inputs.
            is_as_planned = outcome.read == plan.read
            if outcome.digest and outcome.summary and plan.inputs and is_as_planned:
                entry = ManifestEntry(plan.inputs, outcome.digest, outcome.summary)
                with contextlib.suppress(
                    SaveError
                ):  # it is written again, and reported, at the end
                    self.manifest.note(path, entry)
            summary, error = outcome.summary, outcome.error
            self._add(Result(path, plan.length, plan.audience, summary, error, False, plan.line))

    def in_order(self) -> list[Result]:
        return [self.results[path] for plan in self.plans for path in plan.paths]

    def _add(self, result: Result) -> None:
        self.results[result.path] = result
        if self.progress:
            total = sum(len(plan.paths) for plan in self.plans)
            self.progress(len(self.results), total, result)


@takes_options(but=("length", "audience"))
def build_all(
    argument: Argument,
    directory: NameOrPath,
    options: BuildOptions | None = None,
    *,
    lengths: Iterable[NameOrPath] | None = None,
    audiences: Iterable[NameOrPath] | None = None,
    formats: Iterable[str] = tuple(FORMATS),
    progress: Progress | None = None,
    executor: By = None,
    rebuild: bool = False,
    force: bool = False,
    **given: Unpack[OptionFields],
) -> list[Result]:
    """Build every length for every audience in every format into a folder, made if need be.

    Files are named `<argument>-<length>-<audience>.<format>`. One that fails does not stop the
    others: its error stands in its result. What stands in the folder already, made of the same
    inputs by the same version, is kept, unless `rebuild` is set. A file that was edited since it
    was built, or that briefgen did not write, is written over with `force` only; without, nothing
    is built. `progress` is called after each file with the number done, the number in all and the
    result.

    `executor` is any of `concurrent.futures`, or "processes" for one of our own on each core; on
    a cluster, its workers must see the folder and the files under the same paths.

    Raises:
        CheckError: the argument contradicts itself, so that no brief can be built, or what is
            pinned or excluded is not in it.
        RenderError: `format-unknown`.
        SaveError: the folder cannot be made, or its manifest not be written; files that would be
            lost, all at once.
    """
    shared, kinds = asked_for(argument, options, given, formats)
    folder = make_folder(directory)
    pickled_argument, digest = packed(argument), argument_digest(argument, shared)
    pictures = picture_digests(argument)
    plans = []
    ways = options_for(shared, lengths, audiences)
    for each in ways:
        made = options_digest(each, argument.article.language)
        inputs, read = inputs_digest(digest, (), made), read_digest(made, pictures)
        stem = folder / "-".join((argument.id, *stems(each)))
        plans.append(plan(pickled_argument, each, stem, kinds, inputs, read))
    return build_planned(
        plans,
        folder,
        known_inputs(argument, ways),
        by=executor,
        progress=progress,
        rebuild=rebuild,
        force=force,
    )
