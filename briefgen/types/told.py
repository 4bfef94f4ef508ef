"""What blocks tell a reader: figures and quotations, in prose or elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from briefgen.types.block_prose import proses
from briefgen.types.prose import FactRef, Quoted, inlines
from briefgen.types.telling import Need, Telling


def told(blocks: Iterable[Block], own: Iterable[str] = (), needs: Iterable[Need] = ()) -> Telling:
    """Return what blocks tell. `own` is what they are besides, such as a point in some form.

    What they tell themselves they do not need.
    """
    held = tuple(blocks)
    named = {one for block in held for one in _named(block)}
    tells = frozenset((*own, *named))
    figures = frozenset(one[1:] for block in held if _is_prose(block) for one in _said(block))
    return Telling(
        tells,
        figures,
        tuple(dict.fromkeys(need for need in needs if need.isdisjoint(tells))),
    )


def _named(block: Block) -> Iterator[str]:
    """Yield the figures and quotations that a block prints in whatever way."""
    match block:
        case KeyFigures():
            yield from (f"#{figure.fact}" for figure in block.figures)
        case Chart():
            yield f"#{block.fact}"
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
    """Whether a block is read as text: a point's own table is, a list of figures is not."""
    match block:
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
