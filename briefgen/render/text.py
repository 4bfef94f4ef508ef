"""A brief as plain text: what both PDF and Word print, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

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
from briefgen.types.brief import BriefSection, Content
from briefgen.types.finding import Bug
from briefgen.types.listing import item_label, item_numbers
from briefgen.types.prose import text_of
from briefgen.types.role import Role


def render_text(content: Content, table_label: str) -> str:
    """Return the text of a brief, one line a paragraph, cells apart by ` | `.

    It is for reading, comparing and counting: headings carry number signs, items their mark, note
    marks stand in brackets. A figure is read as its alternative text. Masthead and footer are not
    part of it.
    """
    lines = [line for section in content.sections for line in _section(section, table_label)]
    lines += [f"{number}. {text_of(note)}" for number, note in enumerate(content.footnotes, 1)]
    return "\n".join(lines) + "\n"


def _section(section: BriefSection, table_label: str) -> Iterator[str]:
    if section.heading:
        yield from _lines(section.heading, 0, table_label)
    for block, number in zip(section.blocks, item_numbers(section.blocks), strict=True):
        yield from _lines(block, number, table_label)


def _lines(block: Block, number: int, table_label: str) -> Iterator[str]:
    match block:
        case Heading(level, _, prose):
            yield f"{'#' * level} {text_of(prose)}"
        case Paragraph():
            yield f"{_mark(block, number)}{text_of(block.prose)}"
        case Contents(_, _, entries):
            for entry in entries:
                yield f"{entry.title} | {entry.page or ''}"
        case Table():
            if block.caption:
                yield f"{table_label} {block.number}. {text_of(block.caption)}"
            for row in (*block.header_rows, *block.rows):
                yield " | ".join(text_of(cell.prose) for cell in row)
        case KeyFigures() | Timeline() | Chart() | Illustration():
            yield from _exhibit(block)
        case SourceList() | Glossary():
            raise Bug(f"{type(block).__name__} was not resolved before it was printed")
        case _:
            assert_never(block)


def _mark(block: Paragraph, number: int) -> str:
    """Return what stands before a paragraph: as Markdown marks items and block quotations."""
    if not block.item:
        return "> " if block.role is Role.QUOTE else ""
    indent = "  " * (block.level - 1 + block.continues)
    label = item_label(block, number)
    return indent + ("- " if block.item == "bullet" and label else f"{label} " if label else "")


def _exhibit(block: KeyFigures | Timeline | Chart | Illustration) -> Iterator[str]:
    """Yield what figures, time lines, charts and pictures say in words."""
    match block:
        case KeyFigures(figures):
            for figure in figures:
                when = f", {figure.when}" if figure.when else ""
                yield f"{figure.value}: {text_of(figure.label)}{when}"
        case Timeline(moments):
            for moment in moments:
                yield f"{moment.when}: {text_of(moment.prose)}"
        case Chart():
            yield from filter(None, (text_of(block.title), text_of(block.caption)))
            yield block.alt
            yield f"{block.label} {block.number}. {text_of(block.note)}".rstrip()
        case Illustration():
            yield block.alt
            if block.credit:
                yield text_of(block.credit)
        case _:
            assert_never(block)


def word_count(text: str) -> int:
    """Return the number of words in a text, marks of headings and items not counted."""
    return sum(any(character.isalnum() for character in word) for word in text.split())
