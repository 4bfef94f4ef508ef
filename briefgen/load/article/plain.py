"""An article in plain text: paragraphs between empty lines, headings by how they stand.

Text that was made of pages (`pdftotext`, with or without `-layout`) holds a form feed between
them, and may have columns side by side: it is read as a page of a PDF is, in letters of one width.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.load.article.blocks import Block, ReadFile, linked_pieces
from briefgen.load.article.columns import in_reading_order
from briefgen.load.article.pdf_lines import Line, Word
from briefgen.load.article.pdf_paragraphs import blocks_of
from briefgen.pattern import late_pattern

HEADING_WORDS = 14
"""A longer line is no heading."""

WRAPPED = 100
"""Characters up to which lines are taken to be wrapped by hand."""

LETTER_PT, SLACK, NOTE_INDENT = 5.0, 0.12, 6
"""The width that a letter is given; the share of a column by which lines of as many letters differ
in print; columns between the mark of a note and its words."""

_LETTERS = late_pattern(r"\S+")
_MARK_ROW = late_pattern(r"\s*(\d{1,3}|[*\u2217\u2020\u2021\u00a7\u00b6])\s*")
_UNDERLINE = late_pattern(r"[=\-~]{3,}\s*")
_BULLET = late_pattern(r"\s*(?:[-*\u2022\u2013]|(\d{1,3})[.)])\s+")
_SENTENCE_END = late_pattern(r"[.!?\u2026][\"'\u201d\u2019\u00bb)]*$")


def read_plain(text: str) -> ReadFile:
    """Return the blocks of a plain text. Time is linear in its length."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pages = [page.split("\n") for page in text.removesuffix("\f").split("\f")]
    by_page = [_lines(rows, number) for number, rows in enumerate(pages, 1)]
    ordered = [in_reading_order(lines) for lines in by_page]
    if "\f" not in text and ordered == by_page:
        return ReadFile(tuple(_blocks(text, None)))
    return ReadFile(tuple(map(_as_text, blocks_of(ordered, slack=SLACK))))


def _as_text(block: Block) -> Block:
    """Return a block of a page with its addresses as links, and a short line as a heading."""
    text = block.text
    is_heading = block.kind == "paragraph" and not block.aside and _is_heading(text)
    kind = "heading" if is_heading else block.kind
    return replace(block, kind=kind, pieces=linked_pieces(text), level=2 if is_heading else 0)


def _is_heading(text: str) -> bool:
    ended = _SENTENCE_END.search(text.rstrip("?")) or text.endswith((",", ":", ";"))
    return len(text.split()) <= HEADING_WORDS and not ended and text[:1].isalnum()


def _lines(rows: list[str], page: int) -> list[Line]:
    """Return rows of letters as lines of a page; those below the mark of a note are smaller."""
    notes = _first_note(rows)
    lines: list[Line] = []
    for number, row in enumerate(rows):
        size = LETTER_PT * 2 if number < notes else LETTER_PT * 1.6
        words = [
            Word(
                found[0],
                found.start() * LETTER_PT,
                found.end() * LETTER_PT,
                number * LETTER_PT * 2.4,
                size,
            )
            for found in _LETTERS.finditer(row.expandtabs(8))
        ]
        if words:
            lines.append(Line(tuple(words), page))
    return lines


def _first_note(rows: list[str]) -> int:
    """Return the row at the foot of a page that is the mark of a note, above the note's words."""
    for number in range(len(rows) * 2 // 5, len(rows) - 1):
        mark, below = _MARK_ROW.fullmatch(rows[number]), _LETTERS.search(rows[number + 1])
        if mark and below and 0 < below.start() - mark.start(1) <= NOTE_INDENT:
            return number
    return len(rows)


def _blocks(text: str, page: int | None) -> Iterator[Block]:
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    unwrapped = bool(filled) and max(map(len, filled)) > WRAPPED * 2 and "" not in lines[1:-1]
    for group in ([line] for line in filled) if unwrapped else _groups(lines):
        yield from _block(group, page)


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """Yield lines that belong together: between empty lines, and from one bullet to the next."""
    group: list[str] = []
    for line in lines:
        if not line.strip() or (_BULLET.match(line) and group):
            if group:
                yield group
            group = [line] if line.strip() else []
        else:
            group.append(line)
    if group:
        yield group


def _block(group: list[str], page: int | None) -> Iterator[Block]:
    if len(group) > 1 and _UNDERLINE.fullmatch(group[1]):
        level = 1 if group[1].startswith("=") else 2
        yield Block("heading", linked_pieces(group[0]), level, page)
        group = group[2:]
    if not group:
        return
    if _UNDERLINE.fullmatch(group[0]) and len(group) == 1:
        yield Block("rule", page=page)
        return
    if (bullet := _BULLET.match(group[0])) and len(group[0]) > bullet.end():
        pieces = linked_pieces("\n".join([group[0][bullet.end() :], *group[1:]]))
        yield Block("item", pieces, page=page, label=bullet[1])
        return
    words = " ".join(group).split()
    ended = _SENTENCE_END.search(group[0].strip())
    if len(group) == 1 and len(words) <= HEADING_WORDS and not ended:
        yield Block("heading", linked_pieces(group[0]), 2, page)
        return
    yield Block("paragraph", linked_pieces("\n".join(group)), page=page)
