"""What is required before a brief is built or a sheet is written over."""

from __future__ import annotations

import os
from pathlib import Path

from briefgen.comparison import article_of
from briefgen.load.article import read_article
from briefgen.load.beside_argument import anchors_file, approvals_file, read_anchors, read_approvals
from briefgen.signoff.html import GENERATOR
from briefgen.signoff.reading import not_read_back
from briefgen.signoff.rows import unsigned
from briefgen.types.argument import Argument
from briefgen.types.brief import Content
from briefgen.types.finding import (
    CheckError,
    Finding,
    LoadError,
    SaveError,
    counted,
)
from briefgen.types.signoff import Anchors, Approvals
from briefgen.types.source_text import SourceText

PathLike = str | os.PathLike[str]


def article_and_anchors(
    argument: Argument, against: PathLike | None
) -> tuple[SourceText | None, Anchors | None]:
    """Return the article of an argument, the given one or its own, and the anchors beside it.

    Raises:
        LoadError: what is wrong with either file.
    """
    article = article_of(argument, against)
    file = argument.places.file
    return read_article(article) if article else None, read_anchors(file) if file else None


def refuse_unsigned(argument: Argument, content: Content, against: PathLike | None) -> None:
    """Refuse a brief that prints a sentence which writer and second reader did not approve.

    Raises:
        CheckError: `sentence-unsigned`, once for each sentence, where the argument has it.
        LoadError: what is wrong with the article, the anchors or the approvals.
    """
    source, anchors = article_and_anchors(argument, against)
    approvals = read_approvals(argument.places.file)
    if found := unsigned(argument, content, source, anchors, approvals):
        raise CheckError(found)


def files_of_signoff(argument: Argument, against: PathLike | None) -> tuple[Path, ...]:
    """Return the files that an approval rests on: article, anchors and approvals."""
    file = argument.places.file
    beside = (anchors_file(file), approvals_file(file)) if file else ()
    article = article_of(argument, against)
    return (*beside, Path(article)) if article else beside


def refuse_unread(path: PathLike, approvals: Approvals, *, force: bool) -> None:
    """Refuse to write over a file that is no sheet, or over initials that were not read back.

    Raises:
        SaveError: `sheet-signed` or `target-foreign`, unless it is forced.
    """
    file = os.fspath(path)
    if force or not Path(path).is_file():
        return
    hint = "give another name, or --force (in Python force=True) writes over it"
    foreign = Finding("target-foreign", "is no sheet that briefgen wrote", hint, file=file)
    if Path(path).suffix.lower() == ".html":
        with Path(path).open("rb") as stream:
            if GENERATOR.encode() not in stream.read(4096):
                raise SaveError([foreign])
        return
    try:
        rows = [*not_read_back(path, approvals)]
    except LoadError as error:
        raise SaveError([foreign]) from error
    if rows:
        message = f"holds initials in {counted(len(rows), 'row')} that were not read back"
        hint = f"first: briefgen signoff --read {file}"
        raise SaveError([Finding("sheet-signed", message, hint, file=file)])
