"""What a worker does: build one brief, write its files, and report it in a few words.

Templates, looks and fonts are kept by the stages that read them, so a process reads each once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from briefgen.batch.digest import digest_of_read
from briefgen.batch.order import BuildJob, Edit, PickledArgument
from briefgen.cache import kept
from briefgen.load.argument import with_places
from briefgen.load.document import to_model
from briefgen.overwrite import write
from briefgen.pipeline import Brief, build, read_for, validate
from briefgen.types.argument import Argument
from briefgen.types.brief import BriefSummary
from briefgen.types.finding import BriefgenError, Finding, memory_exhausted


class Outcome(Struct, frozen=True):
    """What became of one file: its digest and measures, or the error.

    `read` is the digest of the files that were read for it, which may have changed since it was
    ordered.
    """

    digest: str | None
    summary: BriefSummary | None
    error: BriefgenError | None
    read: str | None = None


def perform(order: BuildJob) -> tuple[Outcome, ...]:
    """Build the brief and write each of its files. Failures are returned, not raised.

    The argument has been checked by who gave the order.
    """
    try:
        argument = edited(order.argument, order.edits)
        fixed_selection = order.fixed_selection.value if order.fixed_selection else None
        brief = build(argument, order.options, fixed_selection=fixed_selection, checked=True)
    except Exception as error:  # noqa: BLE001 - one brief that fails does not stop the others
        return tuple(Outcome(None, None, reported(error)) for _ in order.files)
    read = digest_of_read(order.options, read_for(brief))
    return tuple(_written(brief, read, file, kind, order.force) for file, kind in order.files)


def _written(brief: Brief, read: str, file: str, kind: str, force: bool) -> Outcome:
    try:
        data = brief.to_bytes(kind)
        write({file: data}, force=force)
    except Exception as error:  # noqa: BLE001 - as above
        return Outcome(None, brief.summary, reported(error))
    return Outcome(hashlib.sha256(data).hexdigest(), brief.summary, None, read)


def reported(error: BaseException) -> BriefgenError:
    """Return an error as one that can be reported: in the user's files, or in briefgen."""
    if isinstance(error, BriefgenError):
        return error
    if isinstance(error, MemoryError):
        return BriefgenError([memory_exhausted()])
    message = f"failed: {type(error).__name__}: {error}"
    hint = "this is a fault of briefgen's, not of your files; please report it"
    return BriefgenError([Finding("brief-failed", message, hint)])


def edited(pickled_argument: PickledArgument, edits: Sequence[Edit]) -> Argument:
    """Return the argument that a parcel holds, with the values that a row sets, typed.

    Raises:
        LoadError: values that cannot stand there; the findings' paths say where.
    """
    argument: Argument = pickled_argument.value
    if not edits:
        return argument
    data = dict(_plain(pickled_argument))
    for path, value in edits:
        _set(data, path, value)
    return with_places(to_model(data, Argument, argument.places), argument.places)


@kept(16)
def _plain(pickled_argument: PickledArgument) -> dict[str, Any]:
    """Return an argument as plain data, never to be changed."""
    return pickled_argument.value.model_dump(mode="json")  # type: ignore[no-any-return]


def _set(data: Any, path: Sequence[str | int], value: str | int | Decimal) -> None:
    """Set a value, copying what lies on the way to it and nothing else."""
    for step in path[:-1]:
        inner = data[step]
        data[step] = inner = dict(inner) if isinstance(inner, dict) else list(inner)
        data = inner
    data[path[-1]] = value


class Question(Struct, frozen=True):
    """Rows to check: the argument that they change, and what each sets in it."""

    argument: PickledArgument
    rows: tuple[tuple[Edit, ...], ...]


def faults(question: Question) -> list[tuple[Finding, ...]]:
    """Return what is wrong with the argument that each row makes: types and contradictions."""
    found = []
    for edits in question.rows:
        try:
            validate(edited(question.argument, edits))
        except BriefgenError as error:
            found.append(error.findings)
        else:
            found.append(())
    return found
