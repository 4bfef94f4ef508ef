"""Numbers and bullets before paragraphs: what they are, how wide, and where text begins."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.layout.lines import LinePiece
from briefgen.layout.moving import moved
from briefgen.layout.setting import Setting, mpt
from briefgen.layout.units import RunStyle, width_mpt
from briefgen.types.block import Heading
from briefgen.types.brief import BriefSection
from briefgen.types.laid import Mark
from briefgen.types.measure import Row
from briefgen.types.page_style import ListCounter, MarkLetters, TextStyle

_ABOVE = 0.8
"""Share of a line's height that stands above its base line."""

DEFAULT_TAB_PT = 36.0
"""Distance of tab stops behind the last that is set (ISO/IEC 29500-1, 17.15.1.25)."""


def label_style(style: TextStyle, setting: Setting, element: int) -> RunStyle:
    """Return how the label of a paragraph is set."""
    colour = style.mark_colour or style.colour
    own = style.mark.letters if style.mark else MarkLetters()
    letters = replace(
        style,
        size_pt=style.size_pt if own.size_pt is None else own.size_pt,
        bold=style.bold if own.bold is None else own.bold,
        italic=style.italic if own.italic is None else own.italic,
    )
    return RunStyle(setting.face(letters), letters.size_pt, colour, element)


def placed_label(
    label: str, style: TextStyle, setting: Setting, element: int
) -> tuple[LinePiece, int, int]:
    """Return a label, where it begins, and where the first line of text does behind it.

    Both count from the left of the paragraph's other lines. The label of an item is in an `element`
    of its own, that of a heading in the heading's, 0: there a tab leads to its own stop, to the
    hanging indent or to the next default stop, as in Word. Text of an item follows its mark.
    """
    run_style = label_style(style, setting, element)
    suffix = style.mark.suffix if style.mark else "tab"
    text = label if suffix == "nothing" else label + " "
    piece = LinePiece(text, run_style, width_mpt(text, run_style))
    own = width_mpt(label, run_style)
    shift = {"left": 0, "center": own // 2, "right": own}[
        style.mark.align if style.mark else "left"
    ]
    start = mpt(style.first_line_pt) - shift
    end = start + piece.width_mpt
    if element:
        return piece, start, max(0, end)
    return piece, start, _tab_mpt(start + own, end, style) if suffix == "tab" else end


def _tab_mpt(end: int, with_space: int, style: TextStyle) -> int:
    """Return where a tab behind a heading's number leads, from the left of its other lines."""
    if end <= 0 and style.first_line_pt < 0:
        return 0
    indent = mpt(style.indent_left_pt)
    tab = style.mark.tab_pt if style.mark else None
    if tab is not None and mpt(tab) - indent > end:
        return mpt(tab) - indent
    stops = (end + indent) // mpt(DEFAULT_TAB_PT) + 1
    return max(stops * mpt(DEFAULT_TAB_PT) - indent, with_space)


def labelled(rows: list[Row], marks: tuple[Mark, ...], style: TextStyle) -> list[Row]:
    """Return lines with a label in the first, which is higher where the label is larger."""
    first, *others = rows
    letters = style.mark.letters if style.mark else MarkLetters()
    more_pt = (letters.size_pt or 0.0) - style.size_pt
    if more_pt > 0 and style.lines:
        share = style.leading_pt / style.size_pt
        down = mpt(more_pt * share * _ABOVE)
        moved_marks = tuple(moved(one, 0, down) for one in (*marks, *first.marks))
        height = first.height_mpt + mpt(more_pt * share)
        return [replace(first, height_mpt=height, marks=moved_marks), *others]
    return [replace(first, marks=marks + first.marks), *others]


Place = tuple[int, int | None]
"""A section, and a block in it; None is the section's own heading."""


def heading_labels(sections: Sequence[BriefSection], setting: Setting) -> dict[Place, str]:
    """Return what stands before each heading, by its place, in the order of the document."""
    counter = ListCounter()
    found: dict[Place, str] = {}
    for number, section in enumerate(sections):
        for at, block in ((None, section.heading), *enumerate(section.blocks)):
            mark = setting.style(block.role).mark if isinstance(block, Heading) else None
            if mark is not None:
                found[number, at] = counter.label(mark)
    return found
