"""Inline nodes of any block replaced by others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from briefgen.types.block import (
    Block,
    Cell,
    Chart,
    Heading,
    KeyFigures,
    Moment,
    Paragraph,
    Table,
    Timeline,
)
from briefgen.types.prose import Emphasis, Foreign, Inline, Link, Prose, Strong

Holder = TypeVar("Holder", Paragraph, Heading, Cell, Moment)

Rewrite = Callable[[Inline], Sequence[Inline]]
"""What stands instead of a node, which may be the node itself."""


def rewritten(block: Block, rewrite: Rewrite) -> Block:
    """Return a block with its inline nodes replaced, in reading order.

    A block in which nothing changes is returned as it is, so that what was measured stays known.
    """

    def prose(held: Prose) -> Prose:
        return _prose(held, rewrite)

    def holder(held: Holder) -> Holder:
        new = prose(held.prose)
        return held if new is held.prose else replace(held, prose=new)

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
            return replace(block, moments=moments)
        case KeyFigures():
            figures = (replace(held, label=prose(held.label)) for held in block.figures)
            return replace(block, figures=tuple(figures))
        case _:
            return block


def _prose(prose: Prose, rewrite: Rewrite) -> Prose:
    new: list[Inline] = []
    for node in prose:
        match node:
            case Strong() | Emphasis() | Link() | Foreign():
                children = _prose(node.children, rewrite)
                new.append(node if children is node.children else replace(node, children=children))
            case _:
                new += rewrite(node)
    result = tuple(new)
    same = len(result) == len(prose) and all(a is b for a, b in zip(result, prose, strict=True))
    return prose if same else result
