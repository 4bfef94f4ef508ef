"""The prose of a block, looked at or changed, and what it covers for a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, assert_never

from msgspec import Struct
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
from briefgen.types.prose import FactRef, Prose, Quoted, inlines
from briefgen.types.role import Role
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


Need = frozenset[str]
"""What something may not be printed without: one of these has to be printed, too.

A point stands by its id, or by id and form (`why-trade.detail`) where it must be in that form or a
longer one; a figure as `#africa-trade`, a quotation as `>quote-partner`, a chart as `%riders`.
"""


class Coverage(Struct, frozen=True):
    """What is printed with one variant, in the words of `Need`, and what that needs.

    `figures` are the ids of the facts that its prose prints: not those that are shown large or
    listed in a table.
    """

    covers: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    needs: tuple[Need, ...] = ()


SILENT = Coverage()
"""What covers nothing that a rule asks for."""


def coverage_of(
    blocks: Iterable[Block], own: Iterable[str] = (), needs: Iterable[Need] = ()
) -> Coverage:
    """Return what blocks cover. `own` is what they are besides, such as a point in some form.

    What they cover themselves they do not need.
    """
    items = tuple(blocks)
    named = {one for block in items for one in _named(block)}
    covers = frozenset((*own, *named))
    figures = frozenset(one[1:] for block in items if _is_prose(block) for one in _said(block))
    return Coverage(
        covers,
        figures,
        tuple(dict.fromkeys(need for need in needs if need.isdisjoint(covers))),
    )


def _named(block: Block) -> Iterator[str]:
    """Yield the figures and quotations that a block prints in whatever way."""
    match block:
        case KeyFigures():
            yield from (f"#{figure.fact}" for figure in block.figures)
        case Chart():
            yield from (f"#{key}" for key in block.facts)
            yield f"%{block.fact}"
        case Table():
            yield from (f"#{key}" for key in block.reports)
        case (
            Paragraph()
            | Heading()
            | Timeline()
            | Illustration()
            | SourceList()
            | Glossary()
            | Contents()
        ):
            pass
        case _:
            assert_never(block)
    yield from _said(block)
    for prose in proses(block):
        yield from (f">{node.quotation}" for node in inlines(prose) if isinstance(node, Quoted))


def _said(block: Block) -> Iterator[str]:
    for prose in proses(block):
        yield from (f"#{node.fact}" for node in inlines(prose) if isinstance(node, FactRef))


def _is_prose(block: Block) -> bool:
    """Whether a block is read as text: a point's own table is, a list of figures is not.

    A message in brief says what is stated below, its figure too.
    """
    match block:
        case Paragraph(role=Role.IN_BRIEF):
            return False
        case Paragraph() | Heading():
            return True
        case Table():
            return block.origin.point is not None
        case (
            KeyFigures()
            | Timeline()
            | Chart()
            | Illustration()
            | SourceList()
            | Glossary()
            | Contents()
        ):
            return False
        case _:
            assert_never(block)
