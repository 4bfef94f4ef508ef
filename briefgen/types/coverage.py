"""What a way of printing something covers for a reader, and what it may not be printed without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct

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
from briefgen.types.role import Role

Need = frozenset[str]
"""What something may not be printed without: one of these has to be printed, too.

A point stands by its id, or by id and form (`why-trade.detail`) where it must be in that form or a
longer one; a figure as `#africa-trade`, a quotation as `>quote-partner`.
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
