"""Inline nodes of any block, looked at or replaced by others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from briefgen.types.block import (
    Block,
    Cell,
    Chart,
    Heading,
    KeyFigure,
    KeyFigures,
    Moment,
    Paragraph,
    Table,
    Timeline,
)
from briefgen.types.prose import (
    Acronym,
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Link,
    NoteMark,
    Pointer,
    Prose,
    Strong,
)

Holder = TypeVar("Holder", Paragraph, Heading, Cell, Moment)

LateBound = Acronym | Citation | NoteMark | Pointer
"""The nodes of which it is only known late how they are printed."""

Rewrite = Callable[[LateBound], Sequence[Inline]]
"""What stands instead of a node, which may be the node itself."""


def deferred(block: Block) -> Iterator[LateBound]:
    """Yield the acronyms, citations, note marks and pointers of a block, in reading order."""
    for prose in proses(block):
        yield from _deferred(prose)


def proses(block: Block) -> Iterator[Prose]:
    """Yield all prose of a block, in reading order."""
    match block:
        case Paragraph() | Heading():
            yield block.prose
        case Table():
            yield block.caption
            yield from (cell.prose for row in (*block.header_rows, *block.rows) for cell in row)
        case Chart():
            yield block.caption
        case Timeline():
            yield from (moment.prose for moment in block.moments)
        case KeyFigures():
            yield from (figure.label for figure in block.figures)


def _deferred(prose: Prose) -> Iterator[LateBound]:
    for node in prose:
        match node:
            case Acronym() | Citation() | NoteMark() | Pointer():
                yield node
            case Strong() | Emphasis() | Link() | Foreign():
                yield from _deferred(node.children)


def rewritten(block: Block, rewrite: Rewrite) -> Block:
    """Return a block with its acronyms, citations and note marks replaced, in reading order.

    A paragraph or list in which nothing changes is returned as it is, a table or chart as its
    equal.
    """

    def prose(held: Prose) -> Prose:
        return _prose(held, rewrite)

    def holder(held: Holder) -> Holder:
        new = prose(held.prose)
        return held if new is held.prose else replace(held, prose=new)

    def labelled(held: KeyFigure) -> KeyFigure:
        new = prose(held.label)
        return held if new is held.label else replace(held, label=new)

    def rows(held: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(holder(cell) for cell in row) for row in held)

    match block:
        case Paragraph():
            return holder(block)
        case Heading():
            return holder(block)
        case Table():
            return replace(
                block,
                caption=prose(block.caption),
                header_rows=rows(block.header_rows),
                rows=rows(block.rows),
            )
        case Chart():
            return replace(block, caption=prose(block.caption))
        case Timeline():
            moments = tuple(holder(held) for held in block.moments)
            return block if _same(moments, block.moments) else replace(block, moments=moments)
        case KeyFigures():
            figures = tuple(labelled(held) for held in block.figures)
            return block if _same(figures, block.figures) else replace(block, figures=figures)
        case _:
            return block


def _same(new: Sequence[object], old: Sequence[object]) -> bool:
    return all(a is b for a, b in zip(new, old, strict=True))


def _prose(prose: Prose, rewrite: Rewrite) -> Prose:
    new: list[Inline] = []
    changed = False
    for node in prose:
        match node:
            case Acronym() | Citation() | NoteMark() | Pointer():
                held = rewrite(node)
                new += held
                changed = changed or len(held) != 1 or held[0] is not node
            case Strong() | Emphasis() | Link() | Foreign():
                children = _prose(node.children, rewrite)
                same = children is node.children
                new.append(node if same else replace(node, children=children))
                changed = changed or not same
            case _:
                new.append(node)
    return tuple(new) if changed else prose
