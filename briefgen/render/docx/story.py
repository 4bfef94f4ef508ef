"""The story: sections into the frames they name, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import assert_never

from msgspec import Struct, field

from briefgen.ooxml.build import put_in, w
from briefgen.ooxml.names import Element, W, twips, value
from briefgen.render.docx.columns import (
    ENDING_PT,
    break_column,
    end_band,
    part_from_last,
    white_space,
)
from briefgen.render.docx.contents import HEADING_STYLE, write_contents
from briefgen.render.docx.figures import write_key_figures, write_timeline
from briefgen.render.docx.frames import FrameGeometry, FramePosition, narrowed
from briefgen.render.docx.identity import Written, texts_of
from briefgen.render.docx.illustrations import write_chart, write_illustration
from briefgen.render.docx.paragraphs import WriterContext, end_flush, lower
from briefgen.render.docx.tables import write_table
from briefgen.render.docx.time_strip import write_strip
from briefgen.types.block import (
    Block,
    Chart,
    Contents,
    Glossary,
    Heading,
    Illustration,
    KeyFigures,
    Origin,
    Paragraph,
    SourceList,
    Table,
    Timeline,
)
from briefgen.types.brief import BriefSection, Content
from briefgen.types.finding import Bug, Finding, RenderError
from briefgen.types.laid import Begin, Narrowed
from briefgen.types.listing import CLOSED_AS, LIST_ROLES, item_numbers, item_style, space_after_pt
from briefgen.types.page import BELOW_SPANNING_PT, SPANNING, spanning
from briefgen.types.page_style import TextStyle
from briefgen.types.prose import runs
from briefgen.types.role import Role


def frame_of(section: BriefSection, geometry: FrameGeometry) -> str:
    """Return the frame of a section; without a side column its sections flow with the main ones."""
    return "main" if section.frame == "side" and geometry.side is None else section.frame


def write_story(
    content: Content,
    geometry: FrameGeometry,
    writer_context: WriterContext,
    begins: Iterable[Begin] = (),
    foot_drop_pt: float = 0,
    narrow: Iterable[Narrowed] = (),
    main_pages: int = 0,
) -> dict[str, list[Element]]:
    """Return the paragraphs and tables of each frame, in the order of the sections.

    Those of a point have bookmarks. `begins` says what of the side column stands on
    which page, as a text frame of Word's does not go on over the page: each later page has one of
    its own, among the paragraphs of the main column. What it does not name stands on the first.
    The foot follows the main column, lowered by `foot_drop_pt` where the side column is longer.
    `narrow` says which headings have a narrower measure than their column.

    Raises:
        RenderError: a table in the side column, which Word's text frames cannot hold.
    """
    _refuse_tables_beside(content, geometry)
    begins = tuple(begins)
    reported = {(begin.section, begin.block): begin for begin in begins}
    narrower = {(one.section, one.block): one for one in narrow}
    frames: dict[_Key, _Frame] = {}
    head = [block for one in content.sections if one.frame == "head" for block in one.blocks]
    below_figures = isinstance(head[-1], KeyFigures) if head else False
    for number, section in _from_top_to_bottom(content, begins, geometry):
        name = frame_of(section, geometry)
        blocks: list[tuple[int | None, Block]] = [*enumerate(section.blocks)]
        items = item_numbers(section.blocks)
        if section.heading:
            blocks.insert(0, (None, section.heading))
        spans = iter(spanning([block for _, block in blocks], over_side=geometry.over_side))
        for at, block in blocks:
            begin = reported.get((number, at), Begin(number, at, 1))
            key = (name, begin.page, begin.down_mpt) if name == "side" else (name, 1, 0)
            if key not in frames:
                beside = geometry.side is not None or geometry.columns > 1
                flush = beside and name in ("side", "main")
                place = geometry.place(*key)
                pinned = name == "foot" and place.text_frame is not None
                flush = flush or pinned or (name == "main" and below_figures)
                drop_pt = foot_drop_pt if name == "foot" and not pinned else 0
                bands = geometry if name == "main" and geometry.columns > 1 else None
                frames[key] = _Frame(
                    place, writer_context, flush=flush, drop_pt=drop_pt, bands=bands, pinned=pinned
                )
            style = _heading_style(section, at, writer_context)
            item = 0 if at is None else items[at]
            over = next(spans)
            frames[key].begin_band(block.origin, spans=over)
            if name == "main" and geometry.over_side:
                frames[key].place = geometry.place(SPANNING if over else name)
            frames[key].add(block, begin, style, narrower.get((number, at)), item)
    for frame in frames.values():
        frame.end_band()
        if frame.pinned:
            frame.anchor(frames.get(("main", 1, 0)))
    return _joined(frames, writer_context, main_pages)


def _from_top_to_bottom(
    content: Content, begins: Sequence[Begin], geometry: FrameGeometry
) -> Iterator[tuple[int, BriefSection]]:
    """Yield the sections with their numbers, those of the side column as they stand on the page."""
    order = {number: at for at, number in enumerate(dict.fromkeys(one.section for one in begins))}
    numbered = [*enumerate(content.sections)]
    beside = [frame_of(section, geometry) == "side" for _, section in numbered]
    side = (each for each, is_side in zip(numbered, beside, strict=True) if is_side)
    stacked = iter(sorted(side, key=lambda each: order.get(each[0], len(order))))
    for each, is_side in zip(numbered, beside, strict=True):
        yield next(stacked) if is_side else each


def _heading_style(
    section: BriefSection, at: int | None, writer_context: WriterContext
) -> str | None:
    """Return the style of the heading over the table of contents, which does not list itself."""
    if at is not None or not writer_context.styles.has(HEADING_STYLE):
        return None
    listing = any(isinstance(block, Contents) for block in section.blocks)
    return HEADING_STYLE if listing else None


_Key = tuple[str, int, int]
"""Frame, page, and how far down the side column begins what is stacked there."""


def _joined(
    frames: dict[_Key, _Frame], writer_context: WriterContext, main_pages: int
) -> dict[str, list[Element]]:
    """Return the story of each frame, the side column of later pages within the main one."""
    main = frames.get(("main", 1, 0))
    sides: dict[int, list[Written]] = {}
    for (_, page, _), frame in sorted(
        (one for one in frames.items() if one[0][0] == "side"), key=lambda one: one[0]
    ):
        sides.setdefault(page, []).extend(frame.story)
    for page in sorted(sides, reverse=True):
        if page > 1:
            assert main is not None
            main.main_pages = main_pages
            main.take_in(sides[page], page)
    joined = {name: frame.story for (name, _, _), frame in frames.items() if name != "side"}
    if 1 in sides:
        joined["side"] = sides[1]
    return {name: writer_context.identity.marked(story) for name, story in joined.items()}


def _refuse_tables_beside(content: Content, geometry: FrameGeometry) -> None:
    findings = [
        Finding(
            "word-table-in-side-column",
            f'section "{section.key}" puts a table into the side column',
            "flow the section into the main frame, or choose a master without a side column",
            where=section.key,
        )
        for section in content.sections
        if frame_of(section, geometry) == "side"
        and any(isinstance(block, Table) for block in section.blocks)
    ]
    if findings:
        raise RenderError(findings)


class _Frame(Struct):
    """One frame being filled: what is written, where it came from and what it says.

    Where it is flush, nothing stands above its first paragraph. Main and side column are: so their
    first lines stand level, whatever a word processor takes the top of a paragraph to be.
    """

    place: FramePosition
    writer_context: WriterContext
    flush: bool
    drop_pt: float = 0
    story: list[Written] = field(default_factory=list)
    starts: list[tuple[int, int]] = field(default_factory=list)
    """For each block the page on which it begins, and where it begins in the story."""
    above: Block | None = None
    """The block written last."""
    bands: FrameGeometry | None = None
    main_pages: int = 0
    """Pages that the main column reaches, as far as that is known."""
    pinned: bool = False
    """Whether it stands at a place of the page, and not in the text."""
    spans: bool = False
    opens: bool = True
    broken: bool = False
    below_table_pt: float = 0
    """Of a frame of several columns: whether the band under way spans them, whether it has just
    begun, whether a break of columns stands in it, and the space below a table, which has none of
    its own in Word."""

    def begin_band(self, origin: Origin, *, spans: bool) -> None:
        """Begin a band of columns, or of what goes over all of them, where none is under way."""
        self.opens = not self.story
        if self.bands is None or (self.story and spans == self.spans):
            return
        if self.story:
            self.end_band(origin)
        self.spans, self.opens, self.broken = spans, self.opens or not spans, False
        self.place = self.bands.place(SPANNING if spans else "main")

    def end_band(self, below: Origin | None = None) -> None:
        """End the band under way: in its last paragraph, or in one that is white space only."""
        if self.bands is None or not self.story:
            return
        last, origin, _ = self.story[-1]
        is_table = last.tag == W + "tbl"
        same = below is not None and below.point == origin.point
        within = origin if same else Origin(origin.section)
        texts = ("",) if within.point else ()
        if self.spans and below:
            space_pt = BELOW_SPANNING_PT + self.below_table_pt - ENDING_PT
            self.story.append((white_space(space_pt), within, texts))
        if is_table or (self.spans and below):
            # LibreOffice drops an empty paragraph that ends a section.
            self.story.append((white_space(ENDING_PT), within, texts))
        elif len(self.story) > 1 and not self.spans:
            part_from_last(self.story[-2][0], keeps=self._keeps(self.story[-2][0]))
        last, _, _ = self.story[-1]
        end_band(last, spans=self.spans, broken=self.broken, geometry=self.bands)

    def add(
        self,
        block: Block,
        begin: Begin,
        style: str | None = None,
        narrow: Narrowed | None = None,
        item: int = 0,
    ) -> None:
        self.starts.append((begin.page, len(self.story)))
        place = narrowed(self.place, narrow) if narrow else self.place
        self.opens = self.opens or begin.opens
        written = [*self._written(block, place, style, item)]
        if begin.opens:
            break_column(written[0])
            self.broken = True
        of_text = self.writer_context.style(Role.BODY)
        self.below_table_pt = of_text.space_after_pt if isinstance(block, Table) else 0.0
        if self.story and self.story[-1][0].tag == written[0].tag == W + "tbl":
            self.story.append((self._between_tables(place), block.origin, ("",)))
        if begin.lowered_mpt and self.story:
            by_id = self.writer_context.styles_by_id
            lower(written[0], self.story[-1][0], begin.lowered_mpt / 1000, by_id)
        texts = texts_of(block, self.writer_context.table_label)
        self.above = block
        for element in written:
            count = sum(1 for _ in element.iter(W + "p")) if block.origin.point else 0
            self.story.append((element, block.origin, tuple(islice(texts, count))))

    def anchor(self, main: _Frame | None) -> None:
        """End what is pinned in a paragraph that holds it: a text frame is of the one below it.

        It has to stand on the page, whatever space the main column would have below it.
        """
        self.story.append((white_space(ENDING_PT), Origin(self.story[-1][1].section), ()))
        if main is not None:
            end_flush(main.story[-1][0])

    def take_in(self, story: list[Written], page: int) -> None:
        """Put the side column of a page before a paragraph that stands on that page.

        Not before the first one that begins there, which Word may still set on the page before;
        nor between a heading and its text, within a point, or before a table, which holds no frame.
        """
        there = [at for begin, at in self.starts if begin == page]
        fit = [at for at in there if self._may_anchor(at)]
        at = next((at for at in fit if at != there[0]), fit[0] if fit else len(self.story))
        if not there:
            reached = page <= self.main_pages
            turned = white_space(ENDING_PT) if reached else w("p", w("pPr", w("pageBreakBefore")))
            story = [*story, (turned, story[-1][1], ("",))]
        self.story[at:at] = story

    def _may_anchor(self, at: int) -> bool:
        element, origin, _ = self.story[at]
        if element.tag != W + "p" or not at:
            return element.tag == W + "p"
        before, above, _ = self.story[at - 1]
        heads = before.find(f"{W}pPr/{W}keepNext") is not None or self._keeps(before)
        return not heads and (origin.point is None or origin.point != above.point)

    def _keeps(self, element: Element) -> bool:
        """Whether the style of a paragraph keeps it with the next one."""
        style = value(element.find(f"{W}pPr/{W}pStyle"))
        kept = (role for role in Role if self.writer_context.style(role).keep_with_next)
        return style in {self.writer_context.styles.id(role.value) for role in kept}

    def _written(
        self, block: Block, place: FramePosition, style: str | None, item: int
    ) -> Iterator[Element] | list[Element]:
        writer_context = self.writer_context
        match block:
            case Heading(_, role, prose):
                text = writer_context.text(runs(prose), role)
                return [
                    writer_context.paragraph(
                        role,
                        text,
                        place,
                        keep_next=True,
                        space_before_pt=self._space(role),
                        anchor=block.anchor,
                        style=style,
                    )
                ]
            case Paragraph(role, prose):
                return [
                    writer_context.paragraph(
                        role,
                        writer_context.text(runs(prose), role),
                        place,
                        keep_next=block.keep_with_next or None,
                        list_number=writer_context.lists.number_of(block, item),
                        space_before_pt=self._space(role),
                        space_after_pt=self._space_after(block),
                        anchor=block.anchor,
                        indented=self._indented(block),
                    )
                ]
            case KeyFigures():
                return write_key_figures(block, place, writer_context)
            case Contents():
                return write_contents(block, place, writer_context)
            case Timeline(strip=True):
                return write_strip(block, place, writer_context)
            case Timeline():
                return write_timeline(block, place, writer_context)
            case Chart():
                return write_chart(block, place, writer_context)
            case Illustration():
                return write_illustration(block, place, writer_context)
            case Table():
                return write_table(block, place, writer_context)
            case SourceList() | Glossary():
                raise Bug(f"{type(block).__name__} was not resolved before it was written")
            case _:
                assert_never(block)

    def _between_tables(self, place: FramePosition) -> Element:
        """Return an empty paragraph as high as the space between tables, which Word would join."""
        height = twips(self.writer_context.style(Role.BODY).space_after_pt)
        empty = self.writer_context.paragraph(Role.BODY, (), place)
        put_in(empty[0], w("spacing", before=0, after=0, line=max(1, height), lineRule="exact"))
        return empty

    def _indented(self, block: Paragraph) -> TextStyle | None:
        """Return the style of an item that is not indented as its role says."""
        if not block.item or self.writer_context.lists.is_within(block):
            return None
        own = self.writer_context.style(block.role)
        if block.role is Role.ACTION and block.through and not block.continues:
            return own  # the list of the paragraphs has indents of its own
        of_list = self.writer_context.style(LIST_ROLES[block.item, block.level])
        style = item_style(block, own, of_list)
        return None if style is own else style

    def _space_after(self, block: Paragraph) -> float | None:
        """Return the space after a paragraph, where it is not that of its style."""
        closed_as = CLOSED_AS.get(block.role, Role.BODY)
        own, of_text = (self.writer_context.style(role) for role in (block.role, closed_as))
        space_pt = space_after_pt(block, own, of_text)
        return None if space_pt == own.space_after_pt else space_pt

    def _space(self, role: Role) -> float | None:
        """Return the space before a paragraph, where its style cannot know it.

        A table has no space after it in Word, so the paragraph below one keeps the distance that
        paragraphs of text keep. Figures side by side have that space inside.
        """
        if not self.story and self.drop_pt:
            return self.writer_context.style(role).space_before_pt + self.drop_pt
        if self.opens:
            return 0 if self.flush and self.writer_context.style(role).space_before_pt else None
        if self.story[-1][0].tag != W + "tbl" or isinstance(self.above, KeyFigures):
            return None
        wanted = self.writer_context.style(Role.BODY).space_after_pt
        own = self.writer_context.style(role).space_before_pt
        return wanted if wanted > own else None
