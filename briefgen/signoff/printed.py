"""The sentences of a brief as it prints them, each with what of the argument it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from briefgen.languages import conventions
from briefgen.types.block import (
    Block,
    Chart,
    Contents,
    Glossary,
    Heading,
    Illustration,
    KeyFigures,
    Paragraph,
    SourceList,
    Table,
    Timeline,
)
from briefgen.types.brief import Content
from briefgen.types.draft import LOGO, FilledHeaderFooter
from briefgen.types.finding import Bug
from briefgen.types.header_footer import (
    PAGE,
    PAGES,
    Break,
    Drawn,
    DrawnGroup,
    Floating,
    HeaderFooter,
    HeaderFooterInline,
    HeaderFooterParagraph,
    HeaderFooterText,
    Lettering,
    Tab,
)
from briefgen.types.prose import FactRef, Prose, Quoted, Text, inlines, runs
from briefgen.types.signoff import PrintedSentence

SECTION = "header-footer"
"""What these lines are a section of: they frame the brief."""

_COUNTED = str.maketrans({PAGE: "…", PAGES: "…", LOGO: ""})


def around_text(header_footer: FilledHeaderFooter) -> list[PrintedSentence]:
    """Return each line of headers, footers and a template's own text once; a page number is dots.

    Those of a brief of one page and of several are among them, as both may be printed of it.
    """
    texts = dict.fromkeys(
        text
        for one in (header_footer.several, header_footer.single)
        for paragraph in _paragraphs(one)
        for text in _texts(paragraph)
        if text
    )
    return [PrintedSentence(text, text, SECTION, is_text=False) for text in texts]


def _paragraphs(header_footer: HeaderFooter) -> Iterator[HeaderFooterParagraph]:
    for part in (
        *header_footer.headers.values(),
        header_footer.above,
        header_footer.below,
        *header_footer.footers.values(),
    ):
        yield from part.paragraphs


def _texts(paragraph: HeaderFooterParagraph) -> Iterator[str]:
    """Yield what a paragraph says, and what is lettered beside it."""
    said = "".join(map(_said, paragraph.parts))
    for stretch in said.split("\t"):
        yield " ".join(stretch.translate(_COUNTED).split())
    for part in paragraph.parts:
        yield from _lettered(part)


def _said(part: HeaderFooterInline) -> str:
    if isinstance(part, HeaderFooterText):
        return part.text
    return "\t" if isinstance(part, Tab) else " " if isinstance(part, Break) else ""


def _lettered(part: HeaderFooterInline | Drawn) -> Iterator[str]:
    shown = part.shown if isinstance(part, Floating) else part
    if isinstance(shown, Lettering):
        yield " ".join(shown.text.split())
    elif isinstance(shown, DrawnGroup):
        for member in shown.members:
            yield from _lettered(member.shown)


GAP = "\ufffc"
"""Stands in the words of a sentence for a figure or a quotation."""


def printed_sentences(content: Content) -> tuple[PrintedSentence, ...]:
    """Return every sentence, heading, row and entry of a brief, in reading order.

    Contents repeat headings and are left out. Last stand the lines of headers and footers.
    """
    found: list[PrintedSentence] = []
    language = content.metadata.language
    for section in content.sections:
        for block in (section.heading, *section.blocks):
            if block is not None:
                found += _block(block, language)
    found += around_text(content.header_footer)
    return tuple(each for each in found if any(map(str.isalnum, each.text)))


def _block(block: Block, language: str) -> Iterator[PrintedSentence]:
    base = PrintedSentence("", "", block.origin.section, block.origin.point, block.origin.form)
    match block:
        case Heading():
            is_text = base.point is not None or base.section == "title"
            yield _whole(block.prose, replace(base, is_text=is_text))
        case Paragraph():
            of_argument = bool(base.point or block.note) or base.section in _TEXTS
            base = replace(base, note=block.note, is_text=of_argument)
            if base.section == "quotations":
                yield _whole(block.prose, base)
            else:
                yield from _sentences(block.prose, base, language)
        case Table():
            yield from _table(block, base)
        case KeyFigures() | Timeline() | Chart() | Illustration():
            yield from _exhibit(block, base)
        case Contents():
            return
        case SourceList() | Glossary():
            raise Bug(f"{type(block).__name__} was not resolved before it was printed")
        case _:
            assert_never(block)


def _exhibit(
    block: KeyFigures | Timeline | Chart | Illustration, base: PrintedSentence
) -> Iterator[PrintedSentence]:
    match block:
        case KeyFigures(figures):
            for figure in figures:
                label = (*figure.label, Text(f", {figure.when}")) if figure.when else figure.label
                entry = _whole(label, base, before=f"{figure.value}: ", gap=f"{GAP}: ")
                yield replace(entry, facts=tuple(dict.fromkeys((figure.fact, *entry.facts))))
        case Timeline(moments):
            for moment in moments:
                dated = replace(base, event=moment.event)
                yield _whole(moment.prose, dated, before=f"{moment.when}: ")
        case Chart():
            chart = replace(base, facts=block.facts)
            for said in filter(None, (block.title, block.caption, block.note)):
                yield _whole(said, chart)
            yield replace(chart, text=block.alt, words=block.alt)
        case Illustration():
            yield replace(base, text=block.alt, words=block.alt)
            if block.credit:
                yield _whole(block.credit, base)
        case _:
            assert_never(block)


_TEXTS = ("uncertain", "glossary", "notes", "quotations")
"""Sections whose paragraphs are text of the argument, though of no point. Others frame it: who
issues the brief, what it is based on, its sources."""


def _table(table: Table, base: PrintedSentence) -> Iterator[PrintedSentence]:
    """Yield the caption and the rows of a table.

    A row of a fact or an event says it in its second cell; the others are compared by what the
    fact or the event is. Other rows repeat what stands elsewhere.
    """
    if table.caption:
        yield _whole(table.caption, replace(base, is_text=False))
    alone = table.each
    for number, row in enumerate(table.rows):
        cells = [_whole(cell.prose, base) for cell in row]
        yield replace(
            base,
            text=" | ".join(cell.text for cell in cells),
            words=cells[min(1, len(cells) - 1)].words,
            event=table.reports[number] if alone else None,
            facts=table.reports[number : number + 1] if alone else (),
            is_text=alone,
            quotations=tuple(dict.fromkeys(one for cell in cells for one in cell.quotations)),
        )


class _Piece(Struct, frozen=True):
    """A stretch of text, and the figure or quotation that it is."""

    text: str
    fact: str | None = None
    quotation: str | None = None

    @property
    def words(self) -> str:
        return GAP if self.fact or self.quotation else self.text


def _pieces(prose: Prose) -> list[_Piece]:
    """Return prose without the numbers of notes; a figure or quotation is one piece."""
    found: list[_Piece] = []
    for run in runs(prose):
        if run.note is not None or run.exhibit:
            continue
        last = found[-1] if found else None
        if last and run.quotation and run.quotation == last.quotation:
            found[-1] = replace(last, text=last.text + run.text)
        else:
            found.append(_Piece(run.text, run.fact, run.quotation))
    return found


def _whole(
    prose: Prose, base: PrintedSentence, *, before: str = "", gap: str | None = None
) -> PrintedSentence:
    """Return all of a text as one sentence; `gap` stands among its words for what is `before`."""
    pieces = _pieces(prose)
    nodes = [*inlines(prose)]
    return replace(
        base,
        text=_tidy(before + "".join(each.text for each in pieces)),
        words=_tidy((before if gap is None else gap) + "".join(each.words for each in pieces)),
        facts=tuple(dict.fromkeys(each.fact for each in nodes if isinstance(each, FactRef))),
        quotations=tuple(
            dict.fromkeys(each.quotation for each in nodes if isinstance(each, Quoted))
        ),
    )


def _sentences(prose: Prose, base: PrintedSentence, language: str) -> Iterator[PrintedSentence]:
    pieces = _pieces(prose)
    text = "".join(each.text for each in pieces)
    ends = [0, *conventions(language).sentence_ends(text), len(text)]
    for start, end in pairwise(ends):
        cut = [*_cut(pieces, start, end)]
        yield replace(
            base,
            text=_tidy("".join(each.text for each in cut)),
            words=_tidy("".join(each.words for each in cut)),
            facts=tuple(dict.fromkeys(each.fact for each in cut if each.fact)),
            quotations=tuple(dict.fromkeys(each.quotation for each in cut if each.quotation)),
        )


def _cut(pieces: list[_Piece], start: int, end: int) -> Iterator[_Piece]:
    """Yield the parts of pieces that lie between two places of their text."""
    at = 0
    for piece in pieces:
        first, last = max(start, at), min(end, at + len(piece.text))
        if first < last:
            yield replace(piece, text=piece.text[first - at : last - at])
        at += len(piece.text)


def _tidy(text: str) -> str:
    return " ".join(text.split())
