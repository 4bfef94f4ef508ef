"""Put a sheet together: each sentence once, with the outputs that print it and who approved it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefgen.check.against import article_sentences
from briefgen.check.against.beside import beside
from briefgen.languages.source_words import source_words
from briefgen.signoff.printed import printed_sentences
from briefgen.types.argument import Argument
from briefgen.types.brief import Content
from briefgen.types.finding import Finding, shown
from briefgen.types.signoff import (
    Anchors,
    Approvals,
    PrintedSentence,
    SentenceCoverage,
    Sheet,
    SheetOutput,
    SheetRow,
)
from briefgen.types.source_text import SourceText


class Printed(Struct, frozen=True):
    """One output: what it is, and what it prints."""

    output: SheetOutput
    content: Content


def sheet(
    argument: Argument,
    printed: Sequence[Printed],
    source: SourceText | None,
    anchors: Anchors | None,
    approvals: Approvals,
) -> Sheet:
    """Return the sheet of some outputs of an argument.

    Sentences stand in the order of the first output that prints them. Without an article there is
    nothing beside them, and approvals are of the sentence alone.
    """
    rows = _rows(argument, {each.output.number: each.content for each in printed}, source, anchors)
    rows = [_approved(row, approvals) for row in rows]
    return Sheet(
        title=argument.title,
        argument=argument.places.file or argument.id,
        language=argument.article.language,
        outputs=tuple(each.output for each in printed),
        rows=tuple(rows),
        article=Path(source.file).name if source else None,
        article_digest=source.digest if source else None,
        article_language=source.language if source else None,
        coverage=_coverage(rows, source, [each.output.number for each in printed]),
        waivers=anchors.waive if anchors else (),
    )


def unsigned(
    argument: Argument,
    content: Content,
    source: SourceText | None,
    anchors: Anchors | None,
    approvals: Approvals,
) -> tuple[Finding, ...]:
    """Return an error for each sentence of a brief that writer and second reader did not approve.

    An approval is of a sentence beside its passage: if either changes, it lapses.
    """
    rows = [_approved(row, approvals) for row in _rows(argument, {1: content}, source, anchors)]
    file = argument.places.file
    return tuple(
        Finding(
            "sentence-unsigned",
            f"{shown(row.sentence)} is not signed{_by(row)}",
            "sign it in the sheet of briefgen signoff, and read that back with --read",
            row.path,
            "error",
            file,
            row.line,
        )
        for row in rows
        if not row.is_approved
    )


def _by(row: SheetRow) -> str:
    if row.writer:
        return " by a second reader"
    return " by the writer" if row.reader else ""


def _rows(
    argument: Argument,
    contents: Mapping[int, Content],
    source: SourceText | None,
    anchors: Anchors | None,
) -> list[SheetRow]:
    """Return a row for each sentence and passage, each once."""
    outputs: dict[PrintedSentence, set[int]] = {}
    for number, content in contents.items():
        for each in printed_sentences(content):
            outputs.setdefault(each, set()).add(number)
    found: dict[str, SheetRow] = {}
    beside_each = beside([*outputs], argument, source, anchors)
    for (each, numbers), one in zip(outputs.items(), beside_each, strict=True):
        row = SheetRow(
            each.text,
            one.passage,
            one.kind,
            one.differences,
            one.copied_words,
            tuple(sorted(numbers)),
            one.path,
            argument.places.line(one.path, one.text_line),
        )
        found[row.id] = _merged(found[row.id], row) if row.id in found else row
    return list(found.values())


def _merged(one: SheetRow, other: SheetRow) -> SheetRow:
    """Return one row for the same sentence and passage, printed at two places."""
    return replace(
        one,
        outputs=tuple(sorted({*one.outputs, *other.outputs})),
        differences=tuple(dict.fromkeys((*one.differences, *other.differences))),
    )


def _approved(row: SheetRow, approvals: Approvals) -> SheetRow:
    approval = approvals.approvals.get(row.id)
    return (
        replace(row, writer=approval.writer or "", reader=approval.reader or "")
        if approval
        else row
    )


def _coverage(
    rows: Iterable[SheetRow], source: SourceText | None, outputs: Sequence[int]
) -> tuple[SentenceCoverage, ...]:
    """Return each sentence of the article, with the outputs that have no sentence taken from it."""
    if source is None:
        return ()
    taken: dict[int, dict[int, list[str]]] = {}
    for row in rows:
        if row.kind not in ("frame", "editor", "outside"):
            for words in row.passage:
                for output in row.outputs:
                    taken.setdefault(words.number, {}).setdefault(output, []).append(row.sentence)
    found = []
    signpost = source_words(source.language).signpost
    for number, place, text in article_sentences(source):
        printing = taken.get(number, {})
        signposts = []
        for sign in signpost.finditer(text):
            kept = {
                output
                for output, sentences in printing.items()
                if any(_has(sentence, sign.lastgroup, signpost) for sentence in sentences)
            }
            signposts.append((f"{sign[0]} ({sign.lastgroup})", _others(outputs, kept)))
        found.append(
            SentenceCoverage(place, text, _others(outputs, printing.keys()), tuple(signposts))
        )
    return tuple(found)


def _has(sentence: str, kind: str | None, signpost: re.Pattern[str]) -> bool:
    return any(found.lastgroup == kind for found in signpost.finditer(sentence))


def _others(outputs: Iterable[int], printing: AbstractSet[int]) -> tuple[int, ...]:
    return tuple(number for number in outputs if number not in printing)
