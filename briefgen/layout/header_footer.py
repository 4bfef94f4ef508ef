"""Headers, footers and a template's own text around a brief, set into lines: artifacts on a page.

They stand where Word has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.layout.drawing import Anchored, anchored, bordered, drawn_marks, stacked
from briefgen.layout.header_footer_line import Leaf, paragraph_rows
from briefgen.layout.header_footer_table import table_rows
from briefgen.layout.paragraph import with_panel
from briefgen.layout.setting import mpt
from briefgen.types.draft import BELOW_LOGO_PT, LOGO
from briefgen.types.finding import Bug
from briefgen.types.header_footer import (
    HeaderFooter,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterTable,
    HeaderFooterText,
)
from briefgen.types.measure import Panel, Row

_LINES_TOGETHER = 2
"""Lines of a paragraph that stand together at the foot or head of a page (17.3.1.44)."""

KEPT = 64
"""Set headers and footers that are kept: one brief lays the same out some ten times."""


class SetLine(Struct, frozen=True):
    """A paragraph or row set to the width of the page, with the space below it.

    `ends_page` says that what follows stands on the next page; what is `floating` is anchored in
    it, where the space begins that it has above. `rows` are its lines, where it has more than one
    and may be divided between pages.
    """

    row: Row
    panel: Panel | None
    space_after_mpt: int
    ends_page: bool = False
    floating: tuple[Anchored, ...] = ()
    space_before_mpt: int = 0
    rows: tuple[Row, ...] = ()


@kept(KEPT)
def set_header_footer(template: HeaderFooter, leaf: Leaf, *, header: bool) -> tuple[SetLine, ...]:
    """Return the lines of a page's header or footer. Where the logo stands, there is space below.

    As many pages as there may be, those of one kind look alike but for their number.
    """
    part = template.on_page(leaf.page, header=header)
    lines = set_part(part, leaf)
    if leaf.logo and lines and any(LOGO in text for text in _texts(part)):
        after = lines[-1].space_after_mpt + mpt(BELOW_LOGO_PT)
        return (*lines[:-1], replace(lines[-1], space_after_mpt=after))
    return lines


def _texts(part: HeaderFooterPart) -> list[str]:
    parts = [one for paragraph in part.paragraphs for one in paragraph.parts]
    return [one.text for one in parts if isinstance(one, HeaderFooterText)]


def set_part(part: HeaderFooterPart, leaf: Leaf) -> tuple[SetLine, ...]:
    """Return the lines of a part, one for each paragraph or row."""
    lines: list[SetLine] = []
    for block, joins in bordered(part.blocks):
        if isinstance(block, HeaderFooterTable):
            for row, own in table_rows(block.rows, leaf):
                lines.append(SetLine(row, None, 0, floating=own))
            continue
        if not isinstance(block, HeaderFooterParagraph):
            raise Bug(f"{type(block).__name__} was not filled before layout")
        above, before = lines[-1].space_after_mpt if lines else 0, mpt(block.style.space_before_pt)
        rows = list(paragraph_rows(block, leaf, 0, leaf.width_mpt, drawn_marks))
        panel, rows = with_panel(rows, block.style, leaf.width_mpt)
        if lines:
            lines[-1] = replace(lines[-1], space_after_mpt=max(above, before))
            panel = replace(panel, joins_mpt=max(above, before)) if panel and joins else panel
        elif before:
            lines.append(SetLine(Row(before, ()), None, 0))
        after = mpt(block.style.space_after_pt)
        own = tuple(anchored(block, 0, leaf.width_mpt))
        kept_rows = () if panel or block.style.keep_lines else tuple(rows)
        lines.append(SetLine(stacked(rows), panel, after, block.ends_page, own, before, kept_rows))
    return tuple(lines)


def divided(lines: Sequence[SetLine], room_mpt: int) -> list[tuple[SetLine, ...]]:
    """Return lines page by page; the last page, empty or not, is what others may follow on."""
    pages: list[list[SetLine]] = [[]]
    used = 0
    left = list(reversed(lines))
    while left:
        line = left.pop()
        if used + line.row.height_mpt > room_mpt:
            first, rest = _parted(line, room_mpt - used)
            if rest:
                left.append(rest)
                pages[-1] += [first] if first else []
                pages.append([])
                used = 0
                continue
            if pages[-1]:
                pages.append([])
                used = 0
        pages[-1].append(line)
        used += line.row.height_mpt + line.space_after_mpt
        if line.ends_page:
            pages.append([])
            used = 0
    return [tuple(page) for page in pages]


def _parted(line: SetLine, room_mpt: int) -> tuple[SetLine | None, SetLine | None]:
    """Return what of a paragraph stands on a page and what on the next: two lines of it at least.

    Nothing is left for the next page where it cannot be divided so.
    """
    count, height = 0, 0
    while count < len(line.rows) and height + line.rows[count].height_mpt <= room_mpt:
        height += line.rows[count].height_mpt
        count += 1
    count = min(count, len(line.rows) - _LINES_TOGETHER)
    if count < _LINES_TOGETHER:
        return None, None
    first, rest = line.rows[:count], line.rows[count:]
    top = replace(line, row=stacked(first), space_after_mpt=0, ends_page=False, rows=first)
    return top, replace(line, row=stacked(rest), floating=(), space_before_mpt=0, rows=rest)


def height_mpt(lines: tuple[SetLine, ...]) -> int:
    """Return the height of lines with the space below each."""
    return sum(line.row.height_mpt + line.space_after_mpt for line in lines)


def tops(lines: Sequence[SetLine], top_mpt: int) -> Iterator[tuple[Anchored, int]]:
    """Yield what is anchored in lines that begin so far down, with the top of each one's line."""
    for line in lines:
        for one in line.floating:
            yield one, top_mpt - line.space_before_mpt + one.down_mpt
        top_mpt += line.row.height_mpt + line.space_after_mpt
