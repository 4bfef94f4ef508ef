"""A draft and a measure into fit problems: one for each frame, under each head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from msgspec import Struct

from briefgen.cache import kept
from briefgen.fit.block_metrics import BlockMetrics, gap, metrics
from briefgen.fit.charge import Charge, Read, charge
from briefgen.fit.contents import widest_heading
from briefgen.fit.numbering import NumberedSection, numbered
from briefgen.fit.problem import Item, PricedVariant, Problem, SectionItems, certain, priced
from briefgen.fit.rules import figure_rule
from briefgen.types.block import Block, ContentsEntry, Illustration, Paragraph
from briefgen.types.block_prose import coverage_of
from briefgen.types.draft import Choice, Draft, DraftSection
from briefgen.types.measure import BlockLayout, Measure, Setter
from briefgen.types.page import spanning
from briefgen.types.role import Role
from briefgen.types.selection import Length

Measured = Callable[[Sequence[Block]], Sequence[BlockMetrics]]
"""Returns blocks that stand under one another as they are charged."""


_BOXED = (Role.ACTION, Role.CALLOUT)


def in_one_box(section: DraftSection, items: SectionItems, measured: Measured) -> SectionItems:
    """Return a section's items without the white space that only the whole of a box has.

    Measured alone, each point would have it, and a page that holds several would stay
    emptier than it was charged. A section without a heading keeps it: nothing else is certain.
    """
    first = _first(section)
    if first is None or items.heading is None:
        return items
    alone, *_ = measured((first,))
    above, below = measured((first, first))
    apart = 2 * alone.height + gap(alone, alone)
    padding = apart - above.height - gap(above, below) - below.height
    if not padding:
        return items
    inside = tuple(_inside(item, padding) if item.choice is not None else item for item in items[1])
    return items._replace(heading=_higher(items.heading, padding), items=inside)


def _first(section: DraftSection) -> Block | None:
    """Return the first paragraph of a section whose points stand in a box."""
    for item in section.items:
        if not isinstance(item, Choice) or not item.variants:
            return None
        block = item.variants[-1].blocks[0]
        return block if isinstance(block, Paragraph) and block.role in _BOXED else None
    return None


def _inside(item: Item, padding: int) -> Item:
    return item._replace(options=tuple(_lower(one, padding) for one in item.options))


def _lower(option: PricedVariant, padding: int) -> PricedVariant:
    if not option.metrics:
        return option
    first, *others = option.metrics
    lower = [_higher(first, -(padding // 2)), *others]
    lower[-1] = _higher(lower[-1], -(padding - padding // 2))
    return option._replace(metrics=tuple(lower))


def _higher(block: BlockMetrics, by_mpt: int) -> BlockMetrics:
    *parts, last = block.parts
    return block._replace(parts=(*parts, last + by_mpt), height=block.height + by_mpt)


KEPT = 4_000
"""Variants of which the heights are kept: those of forty one-page briefs."""


class ProblemBuilder(Struct, frozen=True, dict=True):
    """The fit problems of one draft on the pages of one length.

    `held_back_mpt` is taken from each column: a reserve for Word, whose page is measured by its
    own rules, and for what a bounded second pass has to give up. `known` is what the selection
    of an earlier pass prints, by which blocks are charged more closely. `at_end` takes the
    reserve of all columns from the last one, so that the others are filled as they are printed.
    `over_side_mpt` is taken from the last side columns, as tables go over them.
    """

    draft: Draft
    length: Length
    measure: Measure
    held_back_mpt: int
    known: Read | None = None
    at_end: bool = False
    over_side_mpt: int = 0

    @cached_property
    def charge(self) -> Charge:
        """How blocks are charged."""
        return charge(self.draft, self.known)

    @cached_property
    def numbered(self) -> tuple[NumberedSection, ...]:
        """The sections, their choices numbered in the order of the draft."""
        return numbered(self.draft)

    def problem(self, frame: str, heights: Sequence[int]) -> Problem:
        """Return the problem of main or side in columns of these heights."""
        floor = self.length.fill_floor_percent if frame == "main" else None
        groups = self.groups(frame)
        heights = self._beside_tables(heights) if frame == "side" else heights
        return Problem(
            _opening_within(groups, heights[0]) if frame == "side" else groups,
            tuple(heights),
            floor,
            self.held_back(len(heights))[-1],
            figure_rule(self.length, self.draft),
        )

    def _beside_tables(self, heights: Sequence[int]) -> Sequence[int]:
        """Return what tables leave of side columns; they stand at the end of a brief."""
        left, over = [*heights], self.over_side_mpt
        for at in reversed(range(len(left))):
            taken = min(left[at], over)
            left[at] -= taken
            over -= taken
        return left

    def groups(self, frame: str) -> tuple[SectionItems, ...]:
        """Return the sections that flow in main or side, as groups of items."""
        if frame not in self._known:
            flowing = [one for one in self.numbered if self.measure.flows_as(one[0].frame) == frame]
            first = {section.key: section for section, _ in reversed(flowing)}
            measured = partial(self._metrics, frame)
            self._known[frame] = tuple(
                in_one_box(
                    section,
                    SectionItems(
                        # Of sections that stand beside points, one has the heading of them all.
                        None
                        if section.beside and section is not first[section.key]
                        else self._heading(frame, section),
                        tuple(self._item(frame, item) for item in items),
                        section.at_least,
                        section.is_terse,
                    ),
                    measured,
                )
                for section, items in flowing
            )
        return self._known[frame]

    def _heading(self, frame: str, section: DraftSection) -> BlockMetrics | None:
        """Return the heading as it may become: over what spans columns, it does, too."""
        heading = widest_heading(section)
        if heading is None:
            return None
        offered: list[tuple[Block, ...]] = [
            (item,) for item in section.items if not isinstance(item, Choice)
        ]
        offered += [
            variant.blocks
            for item in section.items
            if isinstance(item, Choice)
            for variant in item.variants
        ]
        below = next((blocks[0] for blocks in offered if any(spanning(blocks[:1]))), None)
        return self._metrics(frame, (heading, below) if below else (heading,))[0]

    @cached_property
    def _known(self) -> dict[str, tuple[SectionItems, ...]]:
        return {}

    def _item(self, frame: str, item: tuple[int, Choice] | Block) -> Item:
        """Return an item: a variant that prints nothing, such as an empty glossary, is none."""
        if not isinstance(item, tuple):
            return certain(self._metrics(frame, (item,)), coverage_of((item,)))
        number, choice = item
        options = [
            priced(choice, at, self._metrics(frame, variant.blocks))
            for at, variant in enumerate(choice.variants)
        ]
        if not choice.required:
            printing = [option for option in options if option.metrics]
            options = [*printing, PricedVariant(None, 0, ())]
        return Item(number, tuple(options), choice.priority)

    def height_mpt(self, frame: str, blocks: Sequence[Block]) -> int:
        """Return how high blocks are in a frame, as they are charged, without space around them."""
        return sum(
            metrics.height for metrics in self._metrics(self.measure.flows_as(frame), blocks)
        )

    def _metrics(self, frame: str, blocks: Sequence[Block]) -> tuple[BlockMetrics, ...]:
        setter, charge, columns = self._setter(frame), self.charge, self.measure.columns
        if charge.read or any(isinstance(block, Illustration) for block in blocks):
            return _set(setter, charge, blocks, columns)
        return _set_before(setter, charge.widest_note, charge.entries, tuple(blocks), columns)

    def block_layouts(self, frame: str, blocks: Sequence[Block]) -> tuple[BlockLayout, ...]:
        """Return blocks as they are charged, set to the width of a frame."""
        return self._setter(frame).block_layouts(self.charge.blocks(blocks))

    def _setter(self, frame: str) -> Setter:
        if frame not in self._setters:
            self._setters[frame] = self.measure.setter(frame)
        return self._setters[frame]

    @cached_property
    def _setters(self) -> dict[str, Setter]:
        return {}

    def held_back(self, columns: int) -> tuple[int, ...]:
        """Return what is taken from each column, in mpt."""
        if self.at_end:
            return (*(0,) * (columns - 1), self.held_back_mpt * columns)
        return (self.held_back_mpt,) * columns


def _opening_within(groups: tuple[SectionItems, ...], height: int) -> tuple[SectionItems, ...]:
    """Return the groups of a side column with an opening that stands on the first page.

    What opens it, such as a time line, may be offered in sizes that the column beside a high head
    does not hold. These would leave it blank and begin on the next page, so they are not taken
    where a smaller one stands there.
    """
    if not groups or not groups[0].items:
        return groups
    (heading, (first, *others), at_least, terse), *rest = groups
    above = heading.height + heading.after if heading else 0
    holds = [one for one in first.options if one.metrics and above + one.height <= height]
    if not holds:
        return groups
    options = tuple(one for one in first.options if not one.metrics or one in holds)
    opening = (first._replace(options=options), *others)
    return (SectionItems(heading, opening, at_least, terse), *rest)


@kept(KEPT)
def _set_before(
    setter: Setter,
    widest_note: int,
    entries: tuple[ContentsEntry, ...],
    blocks: tuple[Block, ...],
    columns: int,
) -> tuple[BlockMetrics, ...]:
    """Return blocks as they are charged before anything is known, which is the same in any brief.

    Those that did not change from one brief to the next are known, and are not set again. Pictures
    are not kept: they are large.
    """
    return _set(setter, Charge(widest_note, None, entries), blocks, columns)


def _set(
    setter: Setter, charge: Charge, blocks: Sequence[Block], columns: int
) -> tuple[BlockMetrics, ...]:
    return tuple(
        metrics(block_layout, columns)
        for block_layout in setter.block_layouts(charge.blocks(blocks))
    )
