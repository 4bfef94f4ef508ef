"""An argument and its article: what reads both and what compares them meet here.

That takes time to import, and is imported when an article is asked for.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefgen.load.text import within
from briefgen.save import save
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, LoadError
from briefgen.types.source_map import Path as SourcePath

if TYPE_CHECKING:
    from briefgen.types.signoff import Anchors

NameOrPath = str | os.PathLike[str]


class Compared(NamedTuple):
    """What an argument says that its article does not, errors first, and what the article settles.

    In `argument`, figures may be compared that the article itself sets side by side; `settled` are
    path and message of what is found without the article, and answered by it.
    """

    findings: tuple[Finding, ...]
    argument: Argument | None
    settled: frozenset[tuple[SourcePath, str]] = frozenset()


def compare(argument: Argument, against: NameOrPath | None = None) -> Compared:
    """Compare an argument with its article.

    The article is the file that is given or, without one, the one that the argument names as
    `article.source`, beside its own; without either, nothing is found. Anchors and waivers are read
    from the file beside the argument's.

    Raises:
        LoadError: what is wrong with the article's file or that of the anchors.
    """
    article = article_of(argument, against)
    if article is None:
        return Compared((), argument)
    from briefgen.check.against import (  # noqa: PLC0415
        SourceIndex,
        backed_numbers,
        check_against,
        with_comparable,
    )
    from briefgen.load.article import read_article  # noqa: PLC0415
    from briefgen.load.beside_argument import read_anchors  # noqa: PLC0415

    file = argument.places.file
    anchors = read_anchors(file) if file else None
    source = SourceIndex(read_article(article), argument.article.date)
    return Compared(
        check_against(argument, source, anchors),
        with_comparable(argument, source),
        backed_numbers(argument, source, anchors),
    )


def waivers_file(argument: NameOrPath) -> str:
    """Return the name of the file beside an argument's that waives findings."""
    from briefgen.load.beside_argument import anchors_file  # noqa: PLC0415

    return anchors_file(argument).name


def article_of(argument: Argument, against: NameOrPath | None) -> NameOrPath | None:
    """Return the file of an article: the given one, or the one that the argument names.

    That lies beside the argument or below.

    Raises:
        LoadError: `outside-folder`.
    """
    if against is not None:
        return against
    name = argument.article.source
    if name is None:
        return None
    root = Path(argument.places.file or "").parent
    path = within(name, root)
    if path is None:
        message = f'"{name}" leads out of the folder of the argument'
        where = ("article", "source")
        hint = "put the article beside the argument, or name it with --against"
        file, line = argument.places.file, argument.places.line(where)
        raise LoadError([Finding("outside-folder", message, hint, where, "error", file, line)])
    return path


def anchor(argument: Argument, against: NameOrPath) -> tuple[Path, Anchors]:
    """Write anchors for all that an argument takes from an article, and return file and anchors.

    Anchors that are there stay as they are, with the waivers.

    Raises:
        LoadError: as `compare`; or the argument was not read from a file.
        SaveError: the file cannot be written.
    """
    file = argument.places.file
    if file is None:
        message = "was not read from a file, so that nothing can lie beside it"
        raise LoadError([Finding("no-file", message, "save it first", where="argument")])
    from briefgen.check.against import proposed_anchors  # noqa: PLC0415
    from briefgen.load.article import read_article  # noqa: PLC0415
    from briefgen.load.beside_argument import anchors_file, anchors_text, read_anchors  # noqa: PLC0415

    made = proposed_anchors(argument, read_article(against), read_anchors(file))
    path = anchors_file(file)
    save(path, anchors_text(made).encode())
    return path, made
