"""A page that is measured in rows of 10 pt: a paragraph that says "3" is three rows high."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.layout.columns import Column, flow
from briefgen.layout.paragraph import breakable, kept_together
from briefgen.types.argument import Part
from briefgen.types.block import Block, Heading, Origin, Paragraph
from briefgen.types.brief import Content
from briefgen.types.draft import Choice, Draft, DraftSection, FilledHeaderFooter, Metadata, Variant
from briefgen.types.laid import Fill, LaidOut, LaidPage
from briefgen.types.measure import BlockLayout, Row, TemplateRoom
from briefgen.types.point import Form
from briefgen.types.prose import plain, text_of
from briefgen.types.role import Role
from briefgen.types.selection import Length

ROW_MPT = 10_000
METADATA = Metadata("Title", "A. Writer", "", (), "en", datetime.datetime(2019, 5, 15))  # noqa: DTZ001
HEADERS_FOOTERS = FilledHeaderFooter({}, "")
FORMS = (Form.DETAIL, Form.SUMMARY, Form.HEADLINE)


@dataclass(frozen=True)
class Ruler:
    """Pages of so many rows, with or without a side column."""

    rows: int
    side: bool = True

    def setter(self, frame: str) -> Ruler:
        assert frame in ("head", "main", "foot", *(("side",) if self.side else ()))
        return self

    def block_layouts(self, blocks: Sequence[Block]) -> tuple[BlockLayout, ...]:
        return tuple(map(_block_layout, blocks))

    def column_heights_mpt(
        self, head: Sequence[BlockLayout], foot: Sequence[BlockLayout], pages: int
    ) -> tuple[int, ...]:
        whole = [self.rows * ROW_MPT] * pages
        whole[0] -= sum(block_layout.height_mpt for block_layout in head)
        whole[-1] -= sum(block_layout.height_mpt for block_layout in foot)
        return tuple(max(0, height) for height in whole)

    @property
    def columns(self) -> int:
        return 1

    @property
    def is_widened(self) -> bool:
        return False

    def template_room(self) -> TemplateRoom | None:
        return None

    over_side = False

    def flows_as(self, frame: str) -> str:
        return "main" if frame == "side" and not self.side else frame

    def lay_out(self, content: Content, pages: int | None) -> LaidOut:
        held = {
            frame: self._block_layouts(content, frame) for frame in ("head", "main", "side", "foot")
        }
        heights = self.column_heights_mpt(held["head"], held["foot"], pages or 99)
        flows = {frame: flow(held[frame], _columns(heights)) for frame in ("main", "side")}
        count = max(len(found.used_mpt) for found in flows.values())
        fills = (
            Fill(frame, page, used, heights[min(page, len(heights)) - 1])
            for frame, found in flows.items()
            for page, used in enumerate(found.used_mpt, 1)
            if held[frame]
        )
        return LaidOut(1, 1, (LaidPage(()),) * count, (), (), tuple(fills))

    def _block_layouts(self, content: Content, frame: str) -> list[BlockLayout]:
        return [
            _block_layout(block)
            for section in content.sections
            if self.flows_as(section.frame) == frame
            for block in (*((section.heading,) if section.heading else ()), *section.blocks)
        ]


def _columns(heights: Sequence[int]) -> Callable[[int], Column]:
    return lambda n: Column(n + 1, 0, 0, 100, heights[n] if n < len(heights) else 1 << 40)


def _block_layout(block: Block) -> BlockLayout:
    assert isinstance(block, Heading | Paragraph)
    if isinstance(block, Heading):
        rows = kept_together([Row(ROW_MPT, ())])
        return BlockLayout(Role.HEADING_1, rows, (), 0, 0, keep_with_next=True)
    rows = breakable([Row(ROW_MPT, ())] * int(text_of(block.prose)))
    return BlockLayout(Role.BODY, rows, (), 0, 0)


def paragraph(rows: int) -> Paragraph:
    return Paragraph(Role.BODY, plain(str(rows)), Origin("any"))


def point(
    subject: str, *rows: int, score: int = 10, forms: Sequence[Form] = (), required: bool = False
) -> Choice:
    """Return a point that is offered in forms of so many rows, the longest first.

    Without `forms`, the shortest is the headline.
    """
    forms = forms or FORMS[-len(rows) :]
    variants = tuple(
        Variant(form, (paragraph(high),), score - number)
        for number, (form, high) in enumerate(zip(forms, rows, strict=True))
    )
    return Choice(subject, Part.RISKS, variants, required)


def section(
    key: str,
    *items: Block | Choice,
    frame: str = "main",
    at_least: int = 0,
    heading: str | None = None,
) -> DraftSection:
    title = Heading(2, Role.HEADING_1, plain(heading), Origin(key)) if heading else None
    return DraftSection(key, frame, title, items, at_least)


def draft(*sections: DraftSection) -> Draft:
    return Draft(METADATA, sections, HEADERS_FOOTERS)


def length(pages: int | None = 1, floor: int = 0) -> Length:
    return Length(
        name="short",
        description="Short.",
        pages=pages,
        content="short.md.j2",
        master="plain",
        fill_floor_percent=floor,
    )
