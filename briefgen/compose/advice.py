"""Recommendations set apart: what to do, and in a line of its own who, by when and at what cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefgen.compose.longer import TextBlock
from briefgen.compose.prose import ProseReader
from briefgen.types.block import Block, Paragraph
from briefgen.types.listing import LIST_ROLES
from briefgen.types.point import Point, Recommendation
from briefgen.types.prose import Prose, Text, plain
from briefgen.types.role import Role

_BETWEEN_TERMS = " \u00b7 "


def terms_of(point: Point, reader: ProseReader) -> tuple[Prose, ...]:
    """Return who should do it, by when and at what cost, as far as that is known."""
    if not isinstance(point, Recommendation):
        return ()
    labels = reader.words.labels
    found: list[Prose] = []
    if point.owner:
        found.append(plain(labels.owner.format(owner=point.owner)))
    if point.deadline:
        found.append(plain(labels.deadline.format(date=reader.words.date(point.deadline))))
    if point.cost:
        found.append(reader.read(labels.cost.format(cost=point.cost), acronyms=False))
    return tuple(found)


def set_apart(blocks: Sequence[TextBlock], terms: Sequence[Prose]) -> tuple[Block, ...]:
    """Return the text of a recommendation as an item of their list, with its terms below.

    All that the item holds is kept together: a line of terms alone at the head of a column would
    belong to nothing.
    """
    first, *further = blocks
    assert isinstance(first, Paragraph)
    own = Role.ACTION if first.role is Role.BODY else first.role
    made: list[Block] = [replace(first, role=own, item="number")]
    for block in beneath(further, through=False):
        text = isinstance(block, Paragraph) and block.continues
        made.append(replace(block, role=own) if text else block)
    if terms:
        prose = [node for one in terms for node in (Text(_BETWEEN_TERMS), *one)][1:]
        below = Paragraph(
            Role.ACTION_TERMS, tuple(prose), first.origin, "number", continues=True, fixed=True
        )
        *above, last = made
        kept = replace(last, keep_with_next=True) if isinstance(last, Paragraph) else last
        made = [*above, kept, below]
    return tuple(made)


def counted_through(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of an item with the number of a paragraph of the brief."""
    return tuple(
        replace(one, through=True, fixed=False)
        if isinstance(one, Paragraph) and one.item and one.level == 1
        else one
        for one in blocks
    )


def beneath(blocks: Sequence[TextBlock], *, through: bool) -> Iterator[TextBlock]:
    """Yield the further blocks of a numbered paragraph: what can, stands within its item."""
    flat = all(not isinstance(one, Paragraph) or one.level == 1 for one in blocks)
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.BODY and not block.item:
            yield replace(block, item="number", continues=True, through=through, fixed=not through)
        elif isinstance(block, Paragraph) and block.item and flat:
            role = LIST_ROLES[block.item, 2] if block.role in LIST_ROLES.values() else block.role
            yield replace(block, role=role, level=2)
        else:
            yield block
