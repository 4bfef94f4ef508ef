"""Write the files of a brief, and never over what would be lost: inputs, edits, others' files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from shlex import quote

from briefgen.save import link_problem, save
from briefgen.types.finding import BriefgenError, Finding, SaveError, counted
from briefgen.types.identity import WordEdits, is_sealed_pdf

FORCE = "--force (in Python force=True) writes over it"

_LIMIT = 200_000_000
"""Bytes of a file that is looked into. No brief has so many."""

PathLike = str | os.PathLike[str]


def write(
    files: Mapping[str, bytes], inputs: Iterable[PathLike] = (), *, force: bool = False
) -> None:
    """Write files, after all of them have been looked at: see `refuse_loss`.

    Raises:
        SaveError: as `refuse_loss`, before anything is written; as `save`.
    """
    refuse_loss(files, inputs, force=force)
    for path, data in files.items():
        save(path, data)


def refuse_loss(
    targets: Iterable[PathLike], inputs: Iterable[PathLike] = (), *, force: bool = False
) -> None:
    """Refuse targets that are inputs or, without `force`, that hold what nobody could make again.

    That is a Word brief which was edited or saved by somebody since briefgen wrote it, a PDF which
    was, and any file that briefgen did not write. What it wrote itself is written over.

    Raises:
        SaveError: all at once: `target-is-input`, whatever path or link leads to it;
            `target-edited`, with what was found; `target-foreign`; also with `force`
            `target-link`, a link that `save` does not follow.
    """
    known = {place: os.fspath(file) for file in inputs if (place := _place(file))}
    findings = [
        finding for target in dict.fromkeys(targets) if (finding := _loss(target, known, force))
    ]
    if findings:
        raise SaveError(findings)


def _loss(target: PathLike, inputs: Mapping[object, str], force: bool) -> Finding | None:
    file, place = os.fspath(target), _place(target)
    if place is None:
        return link_problem(target)
    if place in inputs:
        message = "is a file that the brief is made of"
        if inputs[place] != file:
            message += f": {inputs[place]}"
        return Finding("target-is-input", message, "give another path", file=file)
    return link_problem(target) or (None if force else _finding(file))


def _place(file: PathLike) -> object:
    """Return what distinguishes a file from any other, by whatever path or link it is named."""
    try:
        found = os.stat(file)  # noqa: PTH116 - a path with NUL is no Path
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _finding(file: str) -> Finding | None:
    """Return what would be lost with a file; nothing if it is none, or as briefgen wrote it."""
    path = Path(file)
    try:
        if not path.is_file() or not path.stat().st_size:
            return None
        data = path.read_bytes() if path.stat().st_size <= _LIMIT else b""
    except OSError as error:
        message = f"is there and cannot be read: {error.strerror or error}"
        return Finding("target-foreign", message, f"give another path; {FORCE}", file=file)
    if data.startswith(b"%PDF-"):
        return _pdf_finding(data, file)
    if data.startswith(b"PK"):
        return _word_finding(data, file)
    return _foreign(file)


def _pdf_finding(data: bytes, file: str) -> Finding | None:
    if is_sealed_pdf(data):
        return None
    if b"/Producer (briefgen" not in data:
        return _foreign(file)
    message = "was changed by another program since briefgen wrote it"
    hint = f"keep it under another name; {FORCE}"
    return Finding("target-edited", message, hint, file=file)


def _word_finding(data: bytes, file: str) -> Finding | None:
    from briefgen.load.word.edits import is_as_written, recover  # noqa: PLC0415 - all of `ooxml`

    try:
        if is_as_written(data, file):
            return None
        edits = recover(data, file)
    except BriefgenError:
        return _foreign(file)
    found = ", ".join(changes(edits))
    message = f"was edited since briefgen wrote it: {found}" if found else _SAVED
    hint = f"see what with: briefgen recover {quote(file)}; carry it into the argument; {FORCE}"
    return Finding("target-edited", message, hint, file=file)


_SAVED = (
    "was saved by another program since briefgen wrote it; its text is as it was, but header, "
    "notes, pictures or formatting may be changed"
)


def changes(edits: WordEdits) -> list[str]:
    """Return what was changed in a Word brief, counted: `2 points edited`, `1 comment`."""
    reviews = [review.kind for review in edits.reviews]
    outside = len(edits.outside.paragraphs) + edits.outside.gone if edits.outside else 0
    comments = reviews.count("comment")
    counts = (
        (len(edits.in_state("edited")), "point", " edited"),
        (len(edits.in_state("gone")), "point", " gone"),
        (outside, "change", " outside points"),
        (comments, "comment", ""),
        (len(reviews) - comments, "tracked change", ""),
    )
    return [f"{counted(number, noun)}{rest}" for number, noun, rest in counts if number]


def _foreign(file: str) -> Finding:
    message = "is there, and briefgen did not write it"
    return Finding("target-foreign", message, f"give another path; {FORCE}", file=file)
