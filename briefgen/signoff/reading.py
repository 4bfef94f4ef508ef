"""Read a sheet in Word back, and what is required before one is written over or a brief built."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefgen.comparison import article_of
from briefgen.load.article import read_article
from briefgen.load.beside_argument import anchors_file, approvals_file, read_anchors, read_approvals
from briefgen.load.text import read_bytes
from briefgen.ooxml.names import Element, W
from briefgen.ooxml.reading import read_package, transitional
from briefgen.ooxml.text import Walk, characters
from briefgen.pattern import late_pattern
from briefgen.signoff import wording
from briefgen.signoff.html import GENERATOR
from briefgen.signoff.rows import unsigned
from briefgen.signoff.wording import numbers_read
from briefgen.types.argument import Argument
from briefgen.types.brief import Content
from briefgen.types.finding import (
    CheckError,
    Finding,
    LoadError,
    SaveError,
    TemplateError,
    counted,
    shown,
)
from briefgen.types.signoff import (
    ID_LENGTH,
    Anchors,
    Approval,
    Approvals,
    SignedRow,
    SignedSheet,
    digest_of_words,
)
from briefgen.types.source_text import SourceText

SIZE_LIMIT = 100_000_000
"""Bytes of a sheet."""

_ID = late_pattern(rf"(?<![0-9a-f])[0-9a-f]{{{ID_LENGTH}}}(?![0-9a-f])")
_DIGEST = late_pattern(r"[0-9a-f]{64}")
_INITIALS = late_pattern(r"[^\W\d_][^\n\t]{0,11}")
_PLACE = late_pattern(r"^[^:]{1,80}: ")
_NOTHING = ("", "–")


def read_sheet(path: str | os.PathLike[str]) -> SignedSheet:
    """Return what was signed in a sheet, after Word or LibreOffice.

    Text that is tracked as inserted is read, deleted text is not.

    Raises:
        LoadError: `sheet-format`, a page; `sheet-foreign`, no sheet of ours; or no Word file.
    """
    file = os.fspath(path)
    if Path(file).suffix.lower() in (".html", ".htm"):
        message = "is a page, which has no fields for initials"
        hint = "initials are read back from the sheet in Word: -o sheet.docx"
        raise LoadError([Finding("sheet-format", message, hint, file=file)])
    try:
        package = transitional(read_package(read_bytes(Path(path), SIZE_LIMIT, name=file), file))
        root = package.root(package.main)
    except TemplateError as error:
        raise LoadError(error.findings) from error
    rows: list[SignedRow] = []
    findings: list[Finding] = []
    files: list[tuple[str, str, str]] = []
    known = False
    for table in root.iter(W + "tbl"):
        lines = [
            [_paragraphs(cell) for cell in row.iterfind(W + "tc")] for row in table.iter(W + "tr")
        ]
        kind = _kind(lines)
        known = known or kind == "rows"
        for line in lines[1:]:
            if kind == "rows":
                _take(line, file, rows, findings)
            elif kind == "outputs" and _DIGEST.fullmatch(_text(line[-1])):
                files.append((_text(line[0]), _text(line[-2]), _text(line[-1])))
    if not known:
        message = "is no sign-off sheet"
        raise LoadError([Finding("sheet-foreign", message, "give the sheet in Word", file=file)])
    return SignedSheet(_argument(root), tuple(rows), tuple(files), tuple(findings))


def _kind(lines: Sequence[Sequence[Sequence[str]]]) -> str:
    heads = tuple(map(_text, lines[0])) if lines else ()
    if heads == wording.ROW_HEADERS:
        return "rows"
    return "outputs" if heads == wording.OUTPUT_HEADERS else ""


def _take(
    line: Sequence[Sequence[str]], file: str, rows: list[SignedRow], findings: list[Finding]
) -> None:
    """Read a row of the sheet; the initials of one that was edited are reported, and not taken."""
    found = _ID.search(_text(line[0])) if len(line) == len(wording.ROW_HEADERS) else None
    if not found:
        return
    sentence, outputs, writer, reader = map(_text, (line[1], line[5], line[6], line[7]))
    problem = _problem(line, found[0], writer, reader) if writer or reader else None
    if problem:
        code, message, hint = problem
        where = f"row {_text(line[0]).split()[0]}"
        findings.append(Finding(code, f"{message}; it is not taken", hint, file=file, where=where))
        writer = reader = ""
    rows.append(SignedRow(found[0], sentence, writer, reader, outputs))


def _problem(
    line: Sequence[Sequence[str]], identity: str, writer: str, reader: str
) -> tuple[str, str, str] | None:
    """Return code, message and hint of what keeps the initials of a row from being taken."""
    words = [_PLACE.sub("", text, count=1) for text in line[2] if text not in _NOTHING]
    if digest_of_words(_text(line[1])) + digest_of_words(*words) != identity:
        hint = "edit the argument instead, and make the sheet anew"
        return "sheet-row-edited", "was edited, so that its initials are of other words", hint
    for name in filter(None, (writer, reader)):
        if not _INITIALS.fullmatch(name):
            hint = "write at most twelve characters, beginning with a letter"
            return "sheet-initials", f"has {shown(name)}, which are no initials", hint
    if writer.casefold() == reader.casefold():
        message = f"is signed by {shown(writer)} as writer and as second reader"
        return "sheet-same-reader", message, "let somebody else read it"
    return None


def _text(paragraphs: Sequence[str]) -> str:
    return " ".join(" ".join(paragraphs).split())


def _paragraphs(cell: Element) -> list[str]:
    return [text for paragraph in cell.iter(W + "p") if (text := _said(paragraph))]


def _said(paragraph: Element) -> str:
    walk = Walk()
    found = (characters(each) for each in walk.over(paragraph) if walk.prints)
    return " ".join("".join(filter(None, found)).split())


def _argument(root: Element) -> str | None:
    opening = f"{wording.ARGUMENT}: "
    for paragraph in root.iter(W + "p"):
        if (text := _said(paragraph)).startswith(opening):
            return text.removeprefix(opening)
    return None


def not_read_back(path: str | os.PathLike[str], approvals: Approvals) -> Iterator[SignedRow]:
    """Yield the rows of a sheet whose initials the approvals do not have.

    Raises:
        LoadError: as `read_sheet`.
    """
    for row in read_sheet(path).rows:
        approval = approvals.approvals.get(row.id)
        known = (approval.writer or "", approval.reader or "") if approval else ("", "")
        pairs = zip((row.writer, row.reader), known, strict=True)
        if any(new and new != old for new, old in pairs):
            yield row


def signed(existing: Approvals, read: SignedSheet) -> tuple[Approvals, list[Finding]]:
    """Return approvals with the initials of a sheet, and a warning where they replace others.

    Initials that the sheet leaves empty stay: a copy that only one has signed takes nothing away
    from the other's. A file is signed when all rows that it prints are.
    """
    found = dict(existing.approvals)
    findings = []
    for row in read.rows:
        if not (row.writer or row.reader):
            continue
        before = found.get(row.id)
        writer = row.writer or (before.writer if before else None)
        reader = row.reader or (before.reader if before else None)
        after = Approval(sentence=row.sentence, writer=writer or None, reader=reader or None)
        if before is not None and _replaced(before, after):
            message = f"{shown(row.sentence)} had other initials, which the sheet replaces"
            findings.append(Finding("approval-replaced", message, severity="warning"))
        found[row.id] = after
    return Approvals(approvals=found, files={**existing.files, **_files(found, read)}), findings


def _replaced(before: Approval, after: Approval) -> bool:
    pairs = ((before.writer, after.writer), (before.reader, after.reader))
    return any(old and old != new for old, new in pairs)


def _files(found: Mapping[str, Approval], read: SignedSheet) -> dict[str, str]:
    """Return the digests of the files all of whose sentences both have signed."""
    numbers = sorted({int(number) for number, _, _ in read.files if number.isdigit()})
    open_in: set[int] = set()
    for row in read.rows:
        approval = found.get(row.id)
        if not (approval and approval.writer and approval.reader):
            open_in |= set(numbers_read(row.outputs, numbers))
    return {name: digest for number, name, digest in read.files if int(number) not in open_in}


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
