"""Columns into pages: the whole document laid out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import accumulate, pairwise

from msgspec.structs import replace

from briefgen.layout.assembly import Assembly
from briefgen.layout.block_formatter import BlockFormatter
from briefgen.layout.columns import Column, Flow, Placed, flow, is_one_box, space_between
from briefgen.layout.header_footer import height_mpt
from briefgen.layout.label import heading_labels
from briefgen.layout.room import Room, stack_height_mpt
from briefgen.layout.setting import divide, mpt
from briefgen.layout.side_column import PageItem, SideColumn
from briefgen.layout.timeline import set_timeline
from briefgen.types.block import Timeline
from briefgen.types.brief import BriefSection, Content
from briefgen.types.laid import Begin, Fill, LaidOut, Narrowed, Overfull
from briefgen.types.page import BELOW_SPANNING_PT, FRAMES, SPANNING, Master

_NO_END_MPT = 1 << 40
"""Head and foot are as high as they are; what they take is taken from the columns."""

_BEGINNING_MPT = 60_000
"""Room that a brief begins in below a template's own text: a heading and some lines. Where there is
less, it begins on a page of its own."""

TIMELINE_STRETCH = 2.0
"""A time line grows to the foot of its column, but no further than this times its least height."""


def lay_out(
    content: Content, formatter: BlockFormatter, master: Master, budget: int | None = None
) -> LaidOut:
    """Lay content out on as many pages as it takes.

    Where there is a budget of pages, the foot stands on the last of them as long as main and side
    reach that far: what overflows does not take the foot along, so that each frame is measured in
    the room that it has.

    Sections flow into the frames they name; without a side column, its sections flow with the main
    ones. Reading order is the order of the sections, whatever the frames. Nothing here fails: what
    no page can hold is reported as overfull.
    """
    return PageSequence(content, formatter, master, budget).laid_out()


class PageSequence:
    """One layout under way. It lives for one call."""

    def __init__(
        self,
        content: Content,
        formatter: BlockFormatter,
        master: Master,
        budget: int | None = None,
    ) -> None:
        self.content = content
        self.formatter = formatter
        self.master = master
        self.budget = budget
        setting = formatter.setting
        geometry = divide(setting.page_style, master)
        self.room = Room(geometry, setting, content.header_footer, cover=master.cover)
        self.labels = heading_labels(content.sections, setting)
        self.frames = {frame: self._pieces(frame) for frame in FRAMES}
        self.head_mpt = stack_height_mpt([piece.block_layout for piece in self.frames["head"]])
        self.foot_mpt = stack_height_mpt([piece.block_layout for piece in self.frames["foot"]])
        self.lowered: dict[tuple[str, int], int] = {}
        room = self.room
        left = room.bottom_mpt - room.top_mpt(room.first) - self.head_mpt
        if room.above_mpt and left < _BEGINNING_MPT:
            self.room = replace(room, apart=True)

    def _pieces(self, frame: str) -> list[PageItem]:
        width = self.room.geometry.width_of_mpt(frame)
        flows = [
            (number, [(None, section.heading)] if section.heading else [], section.blocks)
            for number, section in enumerate(self.content.sections)
            if self._flows_in(section) == frame
        ]
        stories = [(number, [*heading, *enumerate(blocks)]) for number, heading, blocks in flows]
        stories = [(number, story) for number, story in stories if story]
        pieces: list[PageItem] = []
        wide_mpt = self.room.geometry.wide_mpt if frame == "main" else None
        for at, (number, story) in enumerate(stories):
            above = stories[at - 1][1][-1][1] if at else None
            below = stories[at + 1][1][0][1] if at + 1 < len(stories) else None
            given = [self.labels.get((number, place), "") for place, _ in story]
            blocks = [block for _, block in story]
            layouts = self.formatter.set_all(
                blocks,
                width,
                given,
                (above, below),
                wide_mpt=wide_mpt,
                over_side=self.room.geometry.over_side,
            )
            pieces += [
                PageItem(number, place, block, layout)
                for (place, block), layout in zip(story, layouts, strict=True)
            ]
        return pieces

    def _flows_in(self, section: BriefSection) -> str:
        return "main" if section.frame == "side" and not self.master.side else section.frame

    def _column(self, frame: str, page: int, last: int, number: int = 0) -> Column:
        is_below_head = page == self.room.first == self.room.head_page
        head = self.head_mpt if is_below_head else 0
        foot = self.foot_mpt if page == last else 0
        return self.room.column(frame, page, head, foot, number)

    def _columns(self, frame: str) -> int:
        """Return the number of columns that a frame has on each page."""
        return self.room.geometry.columns if frame == "main" else 1

    def _main_column(self, last: int, page: int, place: int | None) -> Column:
        """Return a column of the main frame; None stands for all of them together."""
        frame = "main" if place is not None else SPANNING
        return self._column(frame, self.room.first + page, last, place or 0)

    def _flows(self, last: int) -> tuple[int, dict[str, Flow]]:
        """Flow main and side with the foot on page `last`; return how far they reach."""
        main = self._flow("main", last)
        flows = {"main": main, "side": self._side(main, last)}
        pages = max(len(found.used_mpt) for found in flows.values())
        return self.room.first - 1 + pages, flows

    def _flow(self, frame: str, last: int) -> Flow:
        block_layouts = [piece.block_layout for piece in self.frames[frame]]
        if (columns := self._columns(frame)) > 1:
            from briefgen.layout.bands import LOWER_MPT, flow_in_bands  # noqa: PLC0415 - few pages have it

            column = partial(self._main_column, last)
            lower_mpt = 0 if self.budget is None else LOWER_MPT
            return flow_in_bands(block_layouts, column, columns, lower_mpt)
        if frame == "side":
            return self._side(Flow((), (0,), ()), last)
        found = flow(block_layouts, partial(self._column_at, frame, last))
        if not self.room.geometry.over_side:
            return found
        left = self.room.geometry.left_mpt
        placed = (
            replace(spot, x_mpt=left) if block_layouts[spot.block_layout].spans else spot
            for spot in found.placed
        )
        return replace(found, placed=tuple(placed))

    def _side(self, main: Flow, last: int) -> Flow:
        side = SideColumn(
            self.frames["side"],
            self.frames["main"],
            self.content.sections,
            partial(self._column_at, "side", last),
        )
        return side.beside(main)

    def _column_at(self, frame: str, last: int, number: int) -> Column:
        return self._column(frame, self.room.first + number, last)

    def laid_out(self) -> LaidOut:
        budget = self.budget
        pages, flows = self._flows(budget or 1)
        last = pages if budget is None else min(pages, budget)
        while budget is None or pages < budget:
            pages, flows = self._flows(last)
            if pages <= last:
                break
            last = pages
        measured = flows
        if last == pages == 1 and self._stretch_timeline(flows):
            flows = {**flows, "side": self._flow("side", 1)}
        last = max(last, pages)
        placed = self._all_placed(flows, last)
        overfull = (*self._overfull(last, flows), *self._lost(flows, placed))
        assembly = Assembly(self.content, self.room.geometry)
        for page in range(1, last + 1):
            top = self.room.geometry.header_mpt
            assembly.marks[page] += self.room.floating(page, last, in_front=False)
            assembly.running(page, self.room.header(page, last), top)
        for page, lines in enumerate(self.room.own_above(last), 1):
            assembly.running(page, lines, self.room.own_top_mpt(page))
        for page in range(1, last + 1):
            assembly.marks[page] += self.room.floating(page, last, in_front=True)
        self._place(assembly, placed)
        if self.room.geometry.column_rule:
            from briefgen.layout.bands import rules_between  # noqa: PLC0415 - few pages have any

            for page, rule in rules_between(placed["main"], self._spans(), self.room.geometry):
                assembly.marks[page].append(rule)
        footer_top = self.room.geometry.height_mpt - self.room.geometry.footer_mpt
        for page in range(1, last + 1):
            lines = self.room.footer(page, last)
            assembly.running(page, lines, footer_top - height_mpt(lines))
        assembly.running(last, self.room.own_below(last), self.room.bottom_mpt)
        finished = assembly.finished(
            self._fills(last, measured), overfull, self._begins(flows), self._narrowed()
        )
        return replace(
            finished,
            apart=self.room.apart,
            over_side_mpt=self._over_side(flows["main"]),
            foot_top_mpt=placed["foot"][0].y_mpt if placed["foot"] else None,
            spread_mpt=(self._spread("main"), self._spread("side")),
        )

    def _spans(self) -> list[bool]:
        return [piece.block_layout.spans for piece in self.frames["main"]]

    def _over_side(self, main: Flow) -> int:
        """Return the height of what goes over the side column, with the space around it."""
        if not self.room.geometry.over_side:
            return 0
        pieces = self.frames["main"]
        spots = [spot for spot in main.placed if pieces[spot.block_layout].block_layout.spans]
        rows = (row for spot in spots for row in (*spot.repeated, *spot.rows))
        around = 2 * mpt(BELOW_SPANNING_PT) * len({spot.page for spot in spots})
        return around + sum(row.height_mpt for row in rows)

    def _all_placed(self, flows: dict[str, Flow], last: int) -> dict[str, tuple[Placed, ...]]:
        """Return where everything stands, by frame."""
        placed = {frame: self._filled(frame, found, last) for frame, found in flows.items()}
        placed["head"] = self._fixed("head", self.room.head_page, self.room.head_top_mpt)
        placed["foot"] = self._fixed("foot", last, self.room.bottom_mpt - self.foot_mpt)
        return placed

    def _lost(
        self, flows: dict[str, Flow], placed: dict[str, tuple[Placed, ...]]
    ) -> Iterator[Overfull]:
        """Yield what else stands on no page, or beyond the foot of one: nothing may go unsaid."""
        for frame, pieces in self.frames.items():
            too_high = flows[frame].too_high if frame in flows else ()
            placed_layouts = {spot.block_layout for spot in placed[frame]}
            beyond = {spot.block_layout for spot in placed[frame] if self._is_beyond(spot)}
            for number, piece in enumerate(pieces):
                is_lost = number not in placed_layouts or number in beyond
                if piece.block_layout.rows and is_lost and number not in too_high:
                    key = self.content.sections[piece.section].key
                    yield Overfull(key, frame, piece.block_layout.height_mpt, 0)

    def _is_beyond(self, spot: Placed) -> bool:
        height = sum(row.height_mpt for row in (*spot.repeated, *spot.rows))
        return spot.y_mpt + height > self.room.geometry.height_mpt

    def _place(self, assembly: Assembly, placed: dict[str, tuple[Placed, ...]]) -> None:
        """Place everything in the order of the sections, which is the order of reading."""
        for number in range(len(self.content.sections)):
            for frame in FRAMES:
                pieces = self.frames[frame]
                assembly.section(
                    number,
                    [
                        (pieces[spot.block_layout].block_layout, spot)
                        for spot in placed[frame]
                        if pieces[spot.block_layout].section == number
                    ],
                )

    def _fixed(self, frame: str, page: int, top: int) -> tuple[Placed, ...]:
        block_layouts = [piece.block_layout for piece in self.frames[frame]]
        geometry = self.room.geometry
        top += block_layouts[0].space_before_mpt if block_layouts else 0
        column = Column(page, geometry.left_mpt, top, geometry.text_mpt, _NO_END_MPT)
        return flow(block_layouts, lambda _: column).placed

    def _filled(self, frame: str, found: Flow, last: int) -> tuple[Placed, ...]:
        """Spread what is left in the last column over the gaps in it, within the tolerance.

        A box has none inside, and what stands without a gap below another block is kept so.
        """
        spots = [spot for spot in found.placed if spot.page == last]
        if not spots or self._columns(frame) > 1 or found.downs:
            return found.placed
        left = self._column(frame, last, last).height_mpt - found.used_mpt[-1]
        left -= mpt(self.formatter.setting.page_style.reserve_pt)
        blocks = [self.frames[frame][spot.block_layout].block_layout for spot in spots]
        grows = [not is_one_box(*pair) and space_between(*pair) > 0 for pair in pairwise(blocks)]
        gaps = sum(grows)
        if gaps < 1 or last != self.room.first - 1 + len(found.used_mpt) or left <= 0:
            return found.placed
        spread = min(left, gaps * mpt(self.master.stretch_pt))
        lowered = [spread * number // gaps for number in accumulate(grows, initial=0)]
        for spot, (above, below) in zip(spots[1:], pairwise(lowered), strict=True):
            self.lowered[frame, spot.block_layout] = below - above
        first = len(found.placed) - len(spots)
        lower = [*[0] * first, *lowered]
        return tuple(
            replace(spot, y_mpt=spot.y_mpt + by)
            for spot, by in zip(found.placed, lower, strict=True)
        )

    def _spread(self, frame: str) -> int:
        return sum(by for (of, _), by in self.lowered.items() if of == frame)

    def _stretch_timeline(self, flows: dict[str, Flow]) -> bool:
        """Let a time line in the side column of a single page grow to the foot of the column."""
        pieces = self.frames["side"]
        left = self._column("side", 1, 1).height_mpt - flows["side"].used_mpt[0]
        for number, piece in enumerate(pieces):
            if isinstance(piece.block, Timeline) and left > 0:
                least = piece.block_layout.height_mpt
                height = min(least + left, round(least * TIMELINE_STRETCH))
                block_layout = set_timeline(
                    piece.block, self.room.geometry.side_mpt, self.formatter.setting, height
                )
                pieces[number] = replace(piece, block_layout=block_layout)
                return True
        return False

    def _fills(self, last: int, flows: dict[str, Flow]) -> tuple[Fill, ...]:
        return tuple(
            Fill(
                frame,
                page,
                columns * used,
                columns * self._column(frame, page, last).height_mpt,
                sum(
                    row.height_mpt
                    for spot in found.placed
                    if spot.page == page
                    for row in spot.rows
                ),
            )
            for frame, found in flows.items()
            for columns in (self._columns(frame),)
            for page, used in enumerate(found.used_mpt, self.room.first)
            if self.frames[frame]
        )

    def _begins(self, flows: dict[str, Flow]) -> tuple[Begin, ...]:
        pages: dict[tuple[str, int], int] = {}
        for frame, found in flows.items():
            placed = found.placed
            if found.downs:  # sections beside their points may stand in another order
                placed = tuple(sorted(placed, key=lambda spot: (spot.page, spot.y_mpt)))
            for spot in placed:
                pages.setdefault((frame, spot.block_layout), spot.page)
        return tuple(
            Begin(
                piece.section,
                piece.number,
                page,
                number in flows[frame].opens,
                flows[frame].downs.get(number, 0),
                self.lowered.get((frame, number), 0),
            )
            for (frame, number), page in pages.items()
            for piece in (self.frames[frame][number],)
        )

    def _narrowed(self) -> tuple[Narrowed, ...]:
        return tuple(
            Narrowed(piece.section, piece.number, *piece.block_layout.narrowed_mpt)
            for pieces in self.frames.values()
            for piece in pieces
            if any(piece.block_layout.narrowed_mpt)
        )

    def _overfull(self, last: int, flows: dict[str, Flow]) -> tuple[Overfull, ...]:
        found: list[Overfull] = []
        for frame, frame_flow in flows.items():
            for number in frame_flow.too_high:
                piece = self.frames[frame][number]
                key = self.content.sections[piece.section].key
                ends = (self.room.first, last)
                room = max(self._column(frame, page, last).height_mpt for page in ends)
                found.append(Overfull(key, frame, piece.block_layout.height_mpt, room))
        return (*found, *self._fixed_overfull(last))

    def _fixed_overfull(self, last: int) -> Iterator[Overfull]:
        """Yield head and foot where they are higher than the page they stand on has room for."""
        for frame, top, height in (
            ("head", self.room.head_top_mpt, self.head_mpt),
            ("foot", self.room.top_mpt(last), self.foot_mpt),
        ):
            room = self.room.bottom_mpt - top
            if height > room:
                key = self.content.sections[self.frames[frame][0].section].key
                yield Overfull(key, frame, height, room)
