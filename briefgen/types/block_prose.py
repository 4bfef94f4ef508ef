"""The prose of a block, looked at or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, assert_never

from msgspec.structs import replace

from briefgen.types.block import (
    Block,
    Cell,
    Chart,
    Contents,
    Glossary,
    Heading,
    Illustration,
    KeyFigure,
    KeyFigures,
    Paragraph,
    SourceList,
    Table,
    Timeline,
)
from briefgen.types.prose import Prose
from briefgen.types.time_bar import Moment


def proses(block: Block) -> Iterator[Prose]:
    """Yield the prose that a block prints by itself, in reading order.

    Lists print none before they have become paragraphs; contents repeat that of headings.
    """
    match block:
        case Paragraph() | Heading():
            yield block.prose
        case Table():
            yield block.caption
            yield from (cell.prose for row in (*block.header_rows, *block.rows) for cell in row)
        case Chart():
            yield from (block.title, block.caption, block.note)
        case Timeline():
            yield from (moment.prose for moment in block.moments)
        case KeyFigures():
            yield from (figure.label for figure in block.figures)
        case Illustration() | SourceList() | Glossary() | Contents():
            pass
        case _:
            assert_never(block)


def map_proses(block: Block, change: Callable[[Prose], Prose]) -> Block:
    """Return a block with each prose of `proses` changed, in reading order.

    A block in which nothing changes is returned as it is: what is kept of one goes by its identity.
    """
    match block:
        case Paragraph():
            return _with_prose(block, change)
        case Heading():
            return _with_prose(block, change)
        case Table():
            caption = change(block.caption)
            header_rows, rows = _rows(block.header_rows, change), _rows(block.rows, change)
            old, new = (block.caption, block.header_rows, block.rows), (caption, header_rows, rows)
            if _same(new, old):
                return block
            return replace(block, caption=caption, header_rows=header_rows, rows=rows)
        case Chart():
            return _with_words(block, change)
        case Timeline():
            moments = tuple(_with_prose(moment, change) for moment in block.moments)
            return block if _same(moments, block.moments) else replace(block, moments=moments)
        case KeyFigures():
            figures = tuple(_with_label(figure, change) for figure in block.figures)
            return block if _same(figures, block.figures) else replace(block, figures=figures)
        case Illustration() | SourceList() | Glossary() | Contents():
            return block
        case _:
            assert_never(block)


Holder = TypeVar("Holder", Paragraph, Heading, Cell, Moment)


def _with_words(chart: Chart, change: Callable[[Prose], Prose]) -> Chart:
    old = chart.title, chart.caption, chart.note
    title, caption, note = new = [change(prose) for prose in old]
    return chart if _same(new, old) else replace(chart, title=title, caption=caption, note=note)


def _with_prose(holder: Holder, change: Callable[[Prose], Prose]) -> Holder:
    prose = change(holder.prose)
    return holder if prose is holder.prose else replace(holder, prose=prose)


def _with_label(figure: KeyFigure, change: Callable[[Prose], Prose]) -> KeyFigure:
    label = change(figure.label)
    return figure if label is figure.label else replace(figure, label=label)


Rows = tuple[tuple[Cell, ...], ...]


def _rows(rows: Rows, change: Callable[[Prose], Prose]) -> Rows:
    new = tuple(tuple(_with_prose(cell, change) for cell in row) for row in rows)
    unchanged = all(_same(a, b) for a, b in zip(new, rows, strict=True))
    return rows if unchanged else new


def _same(new: Sequence[object], old: Sequence[object]) -> bool:
    return all(a is b for a, b in zip(new, old, strict=True))
