"""Every length for every audience in every format: the whole set of one argument."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Unpack

from briefgen.batch.building import build_planned
from briefgen.batch.digest import (
    argument_digest,
    inputs_digest,
    options_digest,
    picture_digests,
    read_digest,
)
from briefgen.batch.manifest import Progress, Result
from briefgen.batch.order import asked_for, known_inputs, options_for, packed, plan, stems
from briefgen.batch.running import By
from briefgen.options import (
    FORMATS,
    BuildOptions,
    NameOrPath,
    OptionFields,
    takes_options,
)
from briefgen.save import make_folder
from briefgen.types.argument import Argument


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
