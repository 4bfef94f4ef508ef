"""What plots are drawn on: a sheet of a size, its words and its colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from briefgen.layout.paragraph import baseline_mpt
from briefgen.layout.setting import Setting, mpt
from briefgen.layout.units import RunStyle, width_mpt
from briefgen.types.characters import visible
from briefgen.types.laid import LineMark, Mark, RectangleMark, TextMark
from briefgen.types.page_style import TextStyle
from briefgen.types.plot import PALE, PALER, QUIET, WHITE, PlotValue, paler
from briefgen.types.role import Role

GRID = "#c9ced3"
AXIS = "#8a9199"
HAIRLINE_PT, AXIS_PT = 0.4, 0.75

GAP_EM = 0.4
"""White space between a bar or point and its words."""

HATCH_PT, OUTLINE_PT = 5.5, 0.9
"""How far apart the lines of a hatched bar stand along its side, and how wide its outline is."""

WHISKER_PT, CAP_PT, LEAST_CAPPED_PT = 0.9, 2.4, 9.0
"""Width of the line of an interval, how far its ends reach to either side, and how long one is that
has such ends: those of a shorter one would be a blot around its dot."""

HALO_EM, CAPITAL_EM = 0.12, 0.75
"""How far the white behind a value reaches beyond its words, and how high figures are."""

Anchor = Literal["left", "middle", "right"]


class Sheet(Struct, frozen=True):
    """An empty rectangle, in mpt from its own top left corner; `figure` owns what is drawn."""

    width: int
    height: int
    setting: Setting
    figure: int

    @property
    def style(self) -> TextStyle:
        """The style of all words in a plot."""
        return self.setting.style(Role.TABLE_TEXT)

    @property
    def leading(self) -> int:
        """Height of a line of words."""
        return mpt(self.style.leading_pt)

    @property
    def gap(self) -> int:
        """White space between a bar or point and its words."""
        return mpt(self.style.size_pt * GAP_EM)

    @property
    def accent(self) -> str:
        """Colour of bars and lines."""
        return self.setting.page_style.accent

    def _run_style(self, *, bold: bool) -> RunStyle:
        role = Role.TABLE_HEADER if bold else Role.TABLE_TEXT
        style = self.setting.style(role)
        return RunStyle(self.setting.face(style), self.style.size_pt, style.colour, self.figure)

    def text_width(self, text: str, *, bold: bool = False) -> int:
        """Return the width of words."""
        return width_mpt(text, self._run_style(bold=bold))

    def text(
        self,
        text: str,
        x: int,
        top: int,
        anchor: Anchor = "left",
        *,
        bold: bool = False,
        margin: int = 0,
    ) -> TextMark:
        """Return words in a line whose top is given.

        They are moved so as to stay on the sheet, and out of its left margin.
        """
        run_style = self._run_style(bold=bold)
        width = width_mpt(text, run_style)
        left = x - {"left": 0, "middle": width // 2, "right": width}[anchor]
        left = max(margin, min(left, self.width - width))
        baseline = top + baseline_mpt(self.style, run_style.face)
        size = mpt(run_style.size_pt)
        face, shown = run_style.face.name, visible(text)
        return TextMark(left, baseline, width, shown, face, size, run_style.colour, self.figure)

    def halo(self, words: TextMark) -> RectangleMark:
        """Return the white behind words, so that no rule or line strikes them through."""
        size, beyond = words.size_mpt, round(words.size_mpt * HALO_EM)
        top = words.baseline_mpt - round(size * CAPITAL_EM) - beyond
        height = round(size * CAPITAL_EM) + 2 * beyond
        left, width = words.x_mpt - beyond, words.width_mpt + 2 * beyond
        return RectangleMark(left, top, width, height, WHITE, element=self.figure)

    def bar(
        self, value: PlotValue, box: tuple[int, int, int, int], *, stressed: bool
    ) -> Iterator[Mark]:
        """Yield a bar between left, top, right and bottom; one that is not stressed is paler.

        One that was not measured is a mere tint with an outline, in grey as well: a fuller tint and
        a stronger outline, if it is stressed. What was measured alone is solid.
        """
        left, top, right, bottom = box
        if value.projected:
            tint = paler(self.accent, PALER if stressed else PALE)
            yield self._outlined(box, tint, OUTLINE_PT * (2 if stressed else 1))
            return
        colour = self.accent if stressed else paler(self.accent, QUIET)
        yield RectangleMark(left, top, right - left, bottom - top, colour, element=self.figure)

    def hatched(self, box: tuple[int, int, int, int], colour: str) -> Iterator[Mark]:
        """Yield a bar of slanting lines in an outline: one of several series, not measured."""
        left, top, right, bottom = box
        step, width, height = mpt(HATCH_PT), right - left, bottom - top
        # Each goes up to the right, from the left or the lower side to the upper or the right one.
        for away in range(step, width + height, step):
            x1, y1 = left + max(0, away - height), top + min(away, height)
            x2, y2 = left + min(away, width), top + max(0, away - width)
            yield self.rule(x1, y1, x2, y2, colour, HAIRLINE_PT * 2)
        yield self._outlined(box, None)

    def _outlined(
        self, box: tuple[int, int, int, int], fill: str | None, line_pt: float = OUTLINE_PT
    ) -> RectangleMark:
        left, top, right, bottom = box
        inset = mpt(line_pt) // 2
        width, height = (max(0, side - 2 * inset) for side in (right - left, bottom - top))
        return RectangleMark(
            left + inset, top + inset, width, height, fill, self.accent, 2 * inset, self.figure
        )

    def rule(self, x1: int, y1: int, x2: int, y2: int, colour: str, width_pt: float) -> LineMark:
        """Return a straight line."""
        return LineMark(x1, y1, x2, y2, colour, mpt(width_pt), self.figure)


class Scale(Struct, frozen=True):
    """Values onto a stretch of the sheet: `low` stands at `start`, `high` at `end`."""

    low: float
    high: float
    start: int
    end: int

    def at(self, value: float) -> int:
        """Return where a value stands."""
        share = (value - self.low) / ((self.high - self.low) or 1)
        return self.start + round(share * (self.end - self.start))


def whisker(
    value: PlotValue, x: int, height: Scale, sheet: Sheet, colour: str
) -> Iterator[LineMark]:
    """Draw the interval of a value as an upright line with its ends, if it has one."""
    if value.ends is None:
        return
    low, high = (height.at(end) for end in value.ends)
    yield sheet.rule(x, low, x, high, colour, WHISKER_PT)
    for y in (low, high) if low - high >= mpt(LEAST_CAPPED_PT) else ():
        yield sheet.rule(x - mpt(CAP_PT), y, x + mpt(CAP_PT), y, colour, WHISKER_PT)
