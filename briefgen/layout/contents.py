"""The table of contents laid out: titles at the left, pages at the right."""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.layout.lines import LinePiece
from briefgen.layout.paragraph import baseline_mpt, breaker_of, kept_together, line_marks, text_rows
from briefgen.layout.setting import Setting, cased, mpt
from briefgen.layout.units import RunStyle, width_mpt
from briefgen.types.block import Contents, ContentsEntry
from briefgen.types.laid import Element, Mark, TextMark
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.role import Role

PAGE_ROOM_PT = 24
"""What titles leave free at the right. Word has a longer one's page on a line of its own."""

LEADER_GAP_PT = 4
"""White space on either side of the leader, which is an artifact."""


def set_contents(
    block: Contents, width: int, setting: Setting, *, drawn: bool = True
) -> BlockLayout:
    """Set the table of contents to a width. Its height does not depend on the pages.

    Titles leave room for the pages, on all their lines. Each entry is a link.
    """
    elements = [Element("TOC", None)]
    rows: list[Row] = []
    after = 0
    for entry in block.entries:
        style = setting.style(entry.role)
        if rows:
            between = max(after, mpt(style.space_before_pt))
            rows[-1] = replace(rows[-1], height_mpt=rows[-1].height_mpt + between)
        rows += _entry(entry, width, setting, elements, drawn=drawn)
        after = mpt(style.space_after_pt)
    if block.is_whole and rows:
        rows = [*kept_together([replace(row, break_after=False) for row in rows])]
    roles = [entry.role for entry in block.entries] or [Role.CONTENTS_1]
    return BlockLayout(
        role=roles[0],
        rows=tuple(rows),
        elements=tuple(elements),
        space_before_mpt=mpt(setting.style(roles[0]).space_before_pt),
        space_after_mpt=mpt(setting.style(roles[-1]).space_after_pt),
    )


def _entry(
    entry: ContentsEntry, width: int, setting: Setting, elements: list[Element], *, drawn: bool
) -> tuple[Row, ...]:
    style = setting.style(entry.role)
    item = len(elements)
    elements += [
        Element("TOCI", 0),
        Element("Reference", item),
        Element("Link", item + 1, address=f"#{entry.anchor}"),
    ]
    face = setting.face(style)
    tracking = style.tracking_pt
    run_style = RunStyle(face, style.size_pt, style.colour, item + 2, tracking_pt=tracking)
    title = [
        (words, run_style._replace(size_pt=style.size_pt * share))
        for words, share in cased(entry.title, style)
    ]
    right = width - mpt(style.indent_right_pt)
    rows = text_rows(
        title,
        style,
        mpt(style.indent_left_pt),
        right - mpt(PAGE_ROOM_PT),
        mpt(style.first_line_pt),
        breaker_of(drawn=drawn, even=False),
    )
    if drawn and entry.page is not None:
        page = LinePiece(str(entry.page), run_style, width_mpt(str(entry.page), run_style))
        base = baseline_mpt(style, face)
        at = right - page.width_mpt
        marks = (*_leader(rows[-1].marks, at, run_style, base), *line_marks((page,), at, base))
        rows[-1] = replace(rows[-1], marks=(*rows[-1].marks, *marks))
    return kept_together(rows)


def _leader(
    title: tuple[Mark, ...], page_mpt: int, run_style: RunStyle, base: int
) -> tuple[Mark, ...]:
    """Return the dots between a title and its page."""
    gap = mpt(LEADER_GAP_PT)
    start = gap + max(
        (mark.x_mpt + mark.width_mpt for mark in title if isinstance(mark, TextMark)), default=0
    )
    dot = width_mpt(".", run_style)
    count = (page_mpt - gap - start) // dot
    if count < 1:
        return ()
    dots = LinePiece("." * count, run_style._replace(element=None), dot * count)
    return line_marks((dots,), page_mpt - gap - dots.width_mpt, base)
