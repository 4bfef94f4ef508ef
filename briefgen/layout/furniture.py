"""Masthead and footer: running lines, which are artifacts on every page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from briefgen.layout.lines import Ink, Piece, width_mpt
from briefgen.layout.paragraph import baseline_mpt, line_marks, with_panel
from briefgen.layout.setting import Setting, mpt
from briefgen.types.draft import FOLIO, RunningLine
from briefgen.types.galley import Panel, Row
from briefgen.types.laid import Mark

GAP_EM = 2.0
"""White space, in ems, that is kept between what stands at the left and at the right."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A running line set to the width of the page, with the space below it."""

    row: Row
    panel: Panel | None
    space_after_mpt: int


def set_running(
    lines: tuple[RunningLine, ...], page: int, folio: str, width: int, setting: Setting
) -> tuple[SetLine, ...]:
    """Return the running lines of a page (counted from 1). One without any text is left out."""
    wanted = "first" if page == 1 else "later"
    found: list[SetLine] = []
    for line in lines:
        left, right = (text.replace(FOLIO, folio).strip() for text in (line.left, line.right))
        if line.pages in ("all", wanted) and (left or right):
            found.append(_set_line(line, left, right, width, setting))
    return tuple(found)


def _set_line(line: RunningLine, left: str, right: str, width: int, setting: Setting) -> SetLine:
    style = setting.style(line.role)
    face = setting.face(style)
    ink = Ink(face, style.size_pt, style.colour, None, tracking_pt=style.tracking_pt)
    marks: tuple[Mark, ...] = ()
    start, end = mpt(style.indent_left_pt), width - mpt(style.indent_right_pt)
    room = end - start
    for text, at_right in ((right, True), (left, False)):
        shown = _within(text.upper() if style.caps else text, ink, room)
        if shown:
            piece = Piece(shown, ink, width_mpt(shown, ink))
            x = end - piece.width_mpt if at_right else start
            marks = (*line_marks((piece,), x, baseline_mpt(style, face)), *marks)
            room -= piece.width_mpt + mpt(GAP_EM * style.size_pt)
    panel, rows = with_panel([Row(mpt(style.leading_pt), marks)], style, width)
    return SetLine(rows[0], panel, mpt(style.space_after_pt))


def _within(text: str, ink: Ink, room: int) -> str:
    """Return text, cut short with an ellipsis where it is wider than its room."""
    if width_mpt(text, ink) <= room:
        return text
    length = bisect_right(range(len(text)), room, key=lambda n: width_mpt(f"{text[:n]}…", ink)) - 1
    return f"{text[:length].rstrip()}…" if length > 0 else ""


def height_mpt(lines: tuple[SetLine, ...]) -> int:
    """Return the height of running lines with the space below each."""
    return sum(line.row.height_mpt + line.space_after_mpt for line in lines)
