"""Masthead and footer: running lines, which are artifacts on every page.

A line stays a line: what is too long at the left is cut short. Only a marking is not, as a day of
embargo is no day without its end; it goes on below, as it does in Word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefgen.layout.lines import Piece
from briefgen.layout.moving import moved
from briefgen.layout.paragraph import baseline_mpt, line_marks, text_rows, with_panel
from briefgen.layout.setting import Setting, mpt
from briefgen.layout.units import Ink, width_mpt
from briefgen.types.draft import BELOW_LOGO_PT, FOLIO, LOGO, Logo, RunningLine
from briefgen.types.galley import Panel, Row
from briefgen.types.laid import ImageMark, Mark
from briefgen.types.look import TextStyle
from briefgen.types.role import Role

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
            if found:
                found[-1] = _spaced(found[-1], setting.style(line.role))
            found.append(_set_line(line, left, right, width, setting, logo))
    if logo and any(
        LOGO in line.left + line.right for line in lines if line.pages in ("all", wanted)
    ):
        last = found[-1]
        found[-1] = replace(last, space_after_mpt=last.space_after_mpt + mpt(BELOW_LOGO_PT))
    return tuple(found)


def _spaced(above: SetLine, style: TextStyle) -> SetLine:
    """Return a line with the space below it that the style of the next one asks for."""
    return replace(above, space_after_mpt=max(above.space_after_mpt, mpt(style.space_before_pt)))


def _set_line(
    line: RunningLine, left: str, right: str, width: int, setting: Setting, logo: Logo | None
) -> SetLine:
    """Set a line; the logo stands at the outer end of its side, words on its foot."""
    style = setting.style(line.role)
    if line.role is Role.MARKING and not (left and right):
        return _set_marking(left or right, style, width, setting, at_right=not left)
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


def _set_marking(
    text: str, style: TextStyle, width: int, setting: Setting, *, at_right: bool
) -> SetLine:
    """Set a marking whole, on as many lines as it takes."""
    ink = Ink(setting.face(style), style.size_pt, style.colour, None, tracking_pt=style.tracking_pt)
    aligned = replace(style, align="right") if at_right else style
    words = text.replace(LOGO, "").strip()
    start, end = mpt(style.indent_left_pt), width - mpt(style.indent_right_pt)
    rows = text_rows([(words.upper() if style.caps else words, ink)], aligned, start, end)
    panel, rows = with_panel([stacked(rows)], style, width)
    return SetLine(rows[0], panel, mpt(style.space_after_pt))


def stacked(rows: Sequence[Row]) -> Row:
    """Return rows one under another as a single one."""
    marks: list[Mark] = []
    y = 0
    for row in rows:
        marks += [moved(mark, 0, y) for mark in row.marks]
        y += row.height_mpt
    return Row(y, tuple(marks))


def _logo(logo: Logo, x: int, foot: int) -> ImageMark:
    height = mpt(logo.height_pt)
    return ImageMark(x, foot - height, mpt(logo.width_pt), height, logo.picture.data)


def _within(text: str, ink: Ink, room: int) -> str:
    """Return text, cut short with an ellipsis where it is wider than its room."""
    if width_mpt(text, ink) <= room:
        return text
    length = bisect_right(range(len(text)), room, key=lambda n: width_mpt(f"{text[:n]}…", ink)) - 1
    if length <= 0:
        return ""
    whole = text[: length + 1].rpartition(" ")[0]  # words stay whole, unless little would be left
    return f"{(whole if 2 * len(whole) > length else text[:length]).rstrip()}…"


def height_mpt(lines: tuple[SetLine, ...]) -> int:
    """Return the height of running lines with the space below each."""
    return sum(line.row.height_mpt + line.space_after_mpt for line in lines)
