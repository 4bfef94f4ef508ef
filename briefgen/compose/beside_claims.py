"""Charts, quotations, figures and notes behind the claims that they belong to, not further down."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from briefgen.types.block import Block, Chart, KeyFigures, Paragraph
from briefgen.types.draft import Choice, DraftSection, with_blocks
from briefgen.types.prose import Strong, Text
from briefgen.types.role import Role


def beside_claims(sections: Sequence[DraftSection], label: str) -> tuple[DraftSection, ...]:
    """Return sections with each chart, and each quotation set large, behind its first point.

    That is the first point that the chart proves, or that prints the quotation. In a box, or a list
    whose numbers do not go on through the brief, it stands behind the last item, as it would part
    these. What belongs to no point which the main column may print stays where the template has it.
    So do a figure, set as one of a strip, which is left out without such a point or where another
    stands behind it, and a note, which is in small type and opens with a `label`, as it is the
    editor's.
    """
    placed = [[*section.items] for section in sections]
    for number, section in enumerate(sections):
        is_note = section.frame == "main" and bool(section.beside)
        for item in [one for one in section.items if is_note or is_beside(one)]:
            claims = section.beside if is_note else _claims(item)
            alone = is_note and _is_figure(item)
            if place := _place(sections, placed, claims, number, alone=alone):
                placed[number].remove(item)
                placed[place[0]].insert(place[1], labelled(item, label) if is_note else item)
            elif alone:
                placed[number].remove(item)
    left = [
        section if [*section.items] == items else replace(section, items=tuple(items))
        for section, items in zip(sections, placed, strict=True)
    ]
    grouped = (_whole([*one]) for _, one in groupby(left, key=lambda one: (one.key, one.frame)))
    return tuple(section for sections in grouped for section in sections)


def _whole(parts: Sequence[DraftSection]) -> Sequence[DraftSection]:
    """Return as one section what was divided for its notes to be placed; others as they are."""
    first = parts[0]
    if first.frame != "main" or not any(one.beside for one in parts):
        return parts
    items = tuple(item for one in parts for item in one.items)
    return [replace(first, items=items, beside=frozenset())]


def is_beside(item: Block | Choice) -> bool:
    """Whether an item is the choice to print a chart or a quotation with what it belongs to."""
    if not isinstance(item, Choice) or not item.variants:
        return False
    return any(
        isinstance(block, Chart) or (isinstance(block, Paragraph) and block.role is Role.PULL_QUOTE)
        for block in item.variants[0].blocks
    )


def _claims(exhibit: Block | Choice) -> frozenset[str]:
    assert isinstance(exhibit, Choice)
    needs = exhibit.variants[0].coverage.needs
    return frozenset(one.partition(".")[0] for need in needs for one in need)


def labelled(note: Block | Choice, label: str) -> Block | Choice:
    """Return a note that says that it is one, in small type: no heading above it does."""
    return with_blocks(note, lambda blocks: _small(blocks, label))


def _small(blocks: Sequence[Block], label: str) -> Iterator[Block]:
    for number, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            yield block
            continue
        opening = (Strong((Text(f"{label}."),)), Text(" ")) if number == 0 else ()
        yield replace(block, role=Role.SIDE_TEXT, prose=(*opening, *block.prose))


def _place(
    sections: Sequence[DraftSection],
    items: Sequence[list[Block | Choice]],
    claims: Collection[str],
    own: int,
    *,
    alone: bool,
) -> tuple[int, int] | None:
    """Return the section and the place in it that an exhibit of some claims is moved to.

    One that stands `alone` is not moved below a list, nor where another figure, chart or quotation
    stands already.
    """
    for number, section in enumerate(sections):
        if section.frame != "main" or number == own:
            continue
        for at, item in enumerate(items[number]):
            if isinstance(item, Choice) and item.part and item.subject in claims:
                listed = _is_item(item)
                behind = len(items[number]) if listed else _behind(items[number], at)
                shown = listed or any(map(_is_shown, items[number][at + 1 : behind]))
                if not (alone and shown):
                    return number, behind
    return None


def _behind(items: Sequence[Block | Choice], at: int) -> int:
    """Return the place behind an item and what stands behind it already."""
    at += 1
    while at < len(items) and (is_beside(items[at]) or _is_set_behind(items[at])):
        at += 1
    return at


def _is_shown(item: Block | Choice) -> bool:
    return is_beside(item) or _is_figure(item)


def _is_figure(item: Block | Choice) -> bool:
    block = item.variants[0].blocks[0] if isinstance(item, Choice) else item
    return isinstance(block, KeyFigures)


def _is_set_behind(item: Block | Choice) -> bool:
    """Whether an item is a figure, or a note in small type, which no point is."""
    if isinstance(item, Choice):
        return not item.part and _is_set_behind(item.variants[0].blocks[0])
    return _is_figure(item) or (isinstance(item, Paragraph) and item.role is Role.SIDE_TEXT)


def _is_item(choice: Choice) -> bool:
    first = choice.variants[0].blocks[0]
    if not isinstance(first, Paragraph) or first.item is None:
        return False
    return first.role is Role.ACTION or not (first.through or first.fixed)


def in_order_of_points(sections: Sequence[DraftSection]) -> tuple[DraftSection, ...]:
    """Return sections with those that stand beside points in the order of these points.

    They change places with one another only, and those that belong to no point come last.
    """
    placed: dict[str, int] = {}
    for section in sections:
        for item in section.items if section.frame == "main" else ():
            if isinstance(item, Choice) and item.part:
                placed.setdefault(item.subject, len(placed))

    def rank(section: DraftSection) -> int:
        return min(
            (placed.get(point, len(placed)) for point in section.beside), default=len(placed)
        )

    exhibits = [one for one in sections if _stands_beside(one)]
    ordered = iter(sorted(exhibits, key=rank))
    return tuple(next(ordered) if _stands_beside(one) else one for one in sections)


def _stands_beside(section: DraftSection) -> bool:
    """Whether a section of the side column is a figure set by itself, or a note of some point."""
    blocks = [
        block
        for item in section.items
        for block in (item.variants[0].blocks if isinstance(item, Choice) else (item,))
    ]
    return section.frame == "side" and (
        bool(section.beside)
        or (
            section.heading is None
            and any(isinstance(block, KeyFigures) and len(block.figures) == 1 for block in blocks)
        )
    )
