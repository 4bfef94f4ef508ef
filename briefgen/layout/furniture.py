"""Masthead and footer: running lines, which are artifacts on every page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from briefgen.layout.lines import Ink, Piece, width_mpt
from briefgen.layout.paragraph import baseline_mpt, line_marks, with_panel
from briefgen.layout.setting import Setting, mpt
from briefgen.types.draft import BELOW_LOGO_PT, FOLIO, LOGO, Logo, RunningLine
from briefgen.types.galley import Panel, Row
from briefgen.types.laid import ImageMark, Mark

GAP_EM = 2.0
"""White space, in ems, that is kept between what stands at the left and at the right."""

LOGO_GAP_PT = 8.0
"""White space between a logo and words on its side."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A running line set to the width of the page, with the space below it."""

    row: Row
    panel: Panel | None
    space_after_mpt: int


@lru_cache(maxsize=64)
def set_running(
    lines: tuple[RunningLine, ...],
    page: int,
    folio: str,
    width: int,
    setting: Setting,
    logo: Logo | None = None,
) -> tuple[SetLine, ...]:
    """Return the running lines of a page (counted from 1). One without any text is left out."""
    wanted = "first" if page == 1 else "later"
    found: list[SetLine] = []
    for line in lines:
        left, right = (text.replace(FOLIO, folio).strip() for text in (line.left, line.right))
        if line.pages in ("all", wanted) and (left or right):
            found.append(_set_line(line, left, right, width, setting, logo))
    if logo and any(
        LOGO in line.left + line.right for line in lines if line.pages in ("all", wanted)
    ):
        last = found[-1]
        found[-1] = replace(last, space_after_mpt=last.space_after_mpt + mpt(BELOW_LOGO_PT))
    return tuple(found)


def _set_line(
    line: RunningLine, left: str, right: str, width: int, setting: Setting, logo: Logo | None
) -> SetLine:
    """Set a line; the logo stands at the outer end of its side, words on its foot."""
    style = setting.style(line.role)
    face = setting.face(style)
    ink = Ink(face, style.size_pt, style.colour, None, tracking_pt=style.tracking_pt)
    marks: tuple[Mark, ...] = ()
    start, end = mpt(style.indent_left_pt), width - mpt(style.indent_right_pt)
    own = logo if logo and LOGO in left + right else None
    height = max(mpt(style.leading_pt), mpt(own.height_pt) if own else 0)
    base = height - mpt(style.leading_pt) + baseline_mpt(style, face)
    for text, at_right in ((right, True), (left, False)):
        if own and LOGO in text:
            across = mpt(own.width_pt)
            marks = (_logo(own, end - across if at_right else start, height), *marks)
            taken = across + mpt(LOGO_GAP_PT)
            start, end = (start, end - taken) if at_right else (start + taken, end)
        words = text.replace(LOGO, "").strip()
        shown = _within(words.upper() if style.caps else words, ink, end - start)
        if shown:
            piece = Piece(shown, ink, width_mpt(shown, ink))
            x = end - piece.width_mpt if at_right else start
            marks = (*line_marks((piece,), x, base), *marks)
            end -= piece.width_mpt + mpt(GAP_EM * style.size_pt)
    panel, rows = with_panel([Row(height, marks)], style, width)
    return SetLine(rows[0], panel, mpt(style.space_after_pt))


def _logo(logo: Logo, x: int, foot: int) -> ImageMark:
    height = mpt(logo.height_pt)
    return ImageMark(x, foot - height, mpt(logo.width_pt), height, logo.picture.data)


def _within(text: str, ink: Ink, room: int) -> str:
    """Return text, cut short with an ellipsis where it is wider than its room."""
    if width_mpt(text, ink) <= room:
        return text
    length = bisect_right(range(len(text)), room, key=lambda n: width_mpt(f"{text[:n]}…", ink)) - 1
    return f"{text[:length].rstrip()}…" if length > 0 else ""


def height_mpt(lines: tuple[SetLine, ...]) -> int:
    """Return the height of running lines with the space below each."""
    return sum(line.row.height_mpt + line.space_after_mpt for line in lines)
