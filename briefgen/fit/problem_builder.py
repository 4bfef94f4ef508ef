"""A draft and a measure into fit problems: one for each frame, under each head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product

from msgspec import Struct

from briefgen.cache import kept
from briefgen.fit.block_metrics import BlockMetrics, metrics
from briefgen.fit.charge import Charge, Read, charge
from briefgen.fit.problem import Item, PricedVariant, Problem, SectionItems
from briefgen.types.block import Block, ContentsEntry, Illustration
from briefgen.types.block_layout import BlockLayout
from briefgen.types.draft import Choice, Draft, DraftSection
from briefgen.types.measure import Measure, Setter
from briefgen.types.profile import Length

KEPT = 4_000
"""Offers of which the heights are kept: those of forty one-page briefs."""


class HeadAndFoot(Struct, frozen=True):
    """One selection of what stands in head and foot, with the columns that it leaves.

    `own_mpt` is the height of its blocks.
    """

    variants: tuple[tuple[int, int | None], ...]
    value: int
    heights: tuple[int, ...]
    own_mpt: int = 0


class ProblemBuilder(Struct, frozen=True, dict=True):
    """The fit problems of one draft on the pages of one length.

    `held_back_mpt` is taken from each column: a reserve for Word, whose page is measured by its
    own rules, and for what a bounded second pass has to give up. `known` is what the selection
    of an earlier pass prints, by which blocks are charged more closely. `at_end` takes the
    reserve of all columns from the last one, so that the others are filled as they are printed.
    """

    draft: Draft
    length: Length
    measure: Measure
    held_back_mpt: int
    known: Read | None = None
    at_end: bool = False

    @cached_property
    def charge(self) -> Charge:
        """How blocks are charged."""
        return charge(self.draft, self.known)

    @cached_property
    def numbered(self) -> tuple[tuple[DraftSection, tuple[tuple[int, Choice] | Block, ...]], ...]:
        """The sections, their choices numbered in the order of the draft."""
        number = 0
        sections = []
        for section in self.draft.sections:
            items: list[tuple[int, Choice] | Block] = []
            for item in section.items:
                if isinstance(item, Choice):
                    items.append((number, item))
                    number += 1
                else:
                    items.append(item)
            sections.append((section, tuple(items)))
        return tuple(sections)

    def problem(self, frame: str, heights: Sequence[int]) -> Problem:
        """Return the problem of main or side in columns of these heights."""
        floor = self.length.fill_floor_percent if frame == "main" else 0
        return Problem(
            self.groups(frame), tuple(heights), floor, self._held_back_mpt(len(heights))[-1]
        )

    def groups(self, frame: str) -> tuple[SectionItems, ...]:
        """Return the sections that flow in main or side, as groups of items."""
        if frame not in self._known:
            self._known[frame] = tuple(
                SectionItems(
                    self._metrics(frame, (section.heading,))[0] if section.heading else None,
                    tuple(self._item(frame, item) for item in items),
                    section.at_least,
                )
                for section, items in self.numbered
                if self.measure.flows_as(section.frame) == frame
            )
        return self._known[frame]

    @cached_property
    def _known(self) -> dict[str, tuple[SectionItems, ...]]:
        return {}

    def _item(self, frame: str, item: tuple[int, Choice] | Block) -> Item:
        """Return an item: an offer that prints nothing, such as an empty glossary, is none."""
        if not isinstance(item, tuple):
            return Item(None, (PricedVariant(0, 0, self._metrics(frame, (item,))),))
        number, choice = item
        options = [
            PricedVariant(at, variant.value, self._metrics(frame, variant.blocks))
            for at, variant in enumerate(choice.variants)
        ]
        if not choice.required:
            printing = [option for option in options if option.metrics]
            options = [*printing, PricedVariant(None, 0, ())]
        return Item(number, tuple(options))

    def height_mpt(self, frame: str, blocks: Sequence[Block]) -> int:
        """Return how high blocks are in a frame, as they are charged, without space around them."""
        return sum(
            metrics.height for metrics in self._metrics(self.measure.flows_as(frame), blocks)
        )

    def _metrics(self, frame: str, blocks: Sequence[Block]) -> tuple[BlockMetrics, ...]:
        setter, charge = self._setter(frame), self.charge
        if charge.read or any(isinstance(block, Illustration) for block in blocks):
            return _set(setter, charge, blocks)
        return _set_before(setter, charge.widest_note, charge.entries, tuple(blocks))

    def _block_layouts(self, frame: str, blocks: Sequence[Block]) -> tuple[BlockLayout, ...]:
        return self._setter(frame).block_layouts(self.charge.blocks(blocks))

    def _setter(self, frame: str) -> Setter:
        if frame not in self._setters:
            self._setters[frame] = self.measure.setter(frame)
        return self._setters[frame]

    @cached_property
    def _setters(self) -> dict[str, Setter]:
        return {}

    def heads(self) -> Iterator[HeadAndFoot]:
        """Yield each way to print head and foot, with the columns that it leaves."""
        own = [
            (section, items)
            for section, items in self.numbered
            if section.frame in ("head", "foot")
        ]
        choices = [item for _, items in own for item in items if isinstance(item, tuple)]
        ways = [
            [*range(len(choice.variants)), *(() if choice.required else (None,))]
            for _, choice in choices
        ]
        pages = self.length.pages or 1
        for way in product(*ways):
            taken = dict(zip((number for number, _ in choices), way, strict=True))
            block_layouts: dict[str, list[BlockLayout]] = {"head": [], "foot": []}
            for section, items in own:
                blocks = self._printed(items, taken)
                if blocks and section.heading:
                    blocks = [section.heading, *blocks]
                block_layouts[section.frame] += self._block_layouts(section.frame, blocks)
            heights = self.measure.column_heights_mpt(
                block_layouts["head"], block_layouts["foot"], pages
            )
            value = sum(
                choice.variants[at].value
                for (_, choice), at in zip(choices, way, strict=True)
                if at is not None
            )
            held_back = self._held_back_mpt(len(heights))
            left = tuple(
                max(0, height - held) for height, held in zip(heights, held_back, strict=True)
            )
            own_mpt = sum(
                block_layout.height_mpt
                for frame in block_layouts.values()
                for block_layout in frame
            )
            yield HeadAndFoot(tuple(taken.items()), value, left, own_mpt)

    def _held_back_mpt(self, columns: int) -> tuple[int, ...]:
        if self.at_end:
            return (*(0,) * (columns - 1), self.held_back_mpt * columns)
        return (self.held_back_mpt,) * columns

    def _printed(
        self, items: Sequence[tuple[int, Choice] | Block], taken: dict[int, int | None]
    ) -> list[Block]:
        blocks: list[Block] = []
        for item in items:
            if not isinstance(item, tuple):
                blocks.append(item)
            elif (at := taken[item[0]]) is not None:
                blocks += item[1].variants[at].blocks
        return blocks


@kept(KEPT)
def _set_before(
    setter: Setter, widest_note: int, entries: tuple[ContentsEntry, ...], blocks: tuple[Block, ...]
) -> tuple[BlockMetrics, ...]:
    """Return blocks as they are charged before anything is known, which is the same in any brief.

    Those that did not change from one brief to the next are known, and are not set again. Pictures
    are not kept: they are large.
    """
    return _set(setter, Charge(widest_note, None, entries), blocks)


def _set(setter: Setter, charge: Charge, blocks: Sequence[Block]) -> tuple[BlockMetrics, ...]:
    return tuple(
        metrics(block_layout) for block_layout in setter.block_layouts(charge.blocks(blocks))
    )
