"""Paragraphs, headings and list items into galleys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace

from briefgen.layout.balance import (
    BALANCED,
    balanced_mpt,
    can_be_narrowed,
    narrowing_mpt,
    shared,
)
from briefgen.layout.label import label_style, labelled, placed_label
from briefgen.layout.lines import (
    Line,
    LinePiece,
    break_lines,
    count_lines,
    highlight,
    underline,
    visible_width_mpt,
)
from briefgen.layout.moving import moved
from briefgen.layout.optimum import optimum_lines
from briefgen.layout.runs import styled_runs
from briefgen.layout.setting import Setting, mpt
from briefgen.layout.units import StyledText, width_mpt
from briefgen.types.block import Heading, Paragraph
from briefgen.types.characters import visible
from briefgen.types.font import Face
from briefgen.types.laid import Element, Mark, TextMark
from briefgen.types.listing import CLOSED_AS, LIST_ROLES, item_style, space_after_pt
from briefgen.types.measure import BlockLayout, Membership, Panel, Row
from briefgen.types.page_style import (
    Border,
    TextStyle,
)
from briefgen.types.prose import runs, text_of
from briefgen.types.role import Role

Breaker = Callable[[list[StyledText], int, int], list[Line]]
"""Breaks text into lines, given the room of the first line and of the others."""

QUOTED = frozenset({Role.QUOTE, Role.PULL_QUOTE, Role.PULL_QUOTE_SOURCE})
"""Paragraphs of somebody's words: in the tags they are within a block quotation."""


_EXACT_ABOVE = 0.8
"""Share of an exact line that word processors have above the base line."""


def baseline_mpt(style: TextStyle, face: Face) -> int:
    """Return how far below the top of its line the base line of a text stands, as in Word.

    Of lines of an exact height, four fifths are above it. An automatic line has the face's own
    height at its foot; what several lines have more is below it.
    """
    if not face.line_height:
        ascent, descent = face.ascent * style.size_pt, face.descent * style.size_pt
        return round((mpt(style.leading_pt) - ascent - descent) / 2 + ascent)
    if not style.lines:
        return round(mpt(style.leading_pt) * _EXACT_ABOVE)
    below = face.descent * style.size_pt
    more = max(0.0, style.lines - 1) * face.line_height * style.size_pt
    return round(mpt(style.leading_pt) - below - more)


def line_marks(line: Line, x_mpt: int, baseline: int, *, spread_mpt: int = 0) -> tuple[Mark, ...]:
    """Return the text marks of a line from `x_mpt`; words apart by what is spread over spaces."""
    pieces: Sequence[LinePiece] = line
    gaps = 0
    if spread_mpt > 0:
        pieces = [part for piece in line for part in _words(piece)]
        gaps = sum(1 for piece in pieces[:-1] if piece.text.endswith(" "))
    marks: list[Mark] = []
    x, given = x_mpt, 0
    for piece in pieces:
        if piece.run_style.behind:
            marks.append(highlight(piece, x, baseline))
        if text := visible(piece.text):
            marks.append(
                TextMark(
                    x,
                    baseline - piece.run_style.rise_mpt,
                    piece.width_mpt,
                    text,
                    piece.run_style.face.name,
                    mpt(piece.run_style.size_pt),
                    piece.run_style.colour,
                    piece.run_style.element,
                    mpt(piece.run_style.tracking_pt),
                )
            )
        if piece.run_style.underlined:
            marks.append(underline(piece, x, baseline))
        x += piece.width_mpt
        if gaps and piece.text.endswith(" "):
            given += 1
            x += spread_mpt * given // gaps - spread_mpt * (given - 1) // gaps
    return tuple(marks)


def _words(piece: LinePiece) -> list[LinePiece]:
    parts = [part + " " for part in piece.text.split(" ")]
    parts[-1] = parts[-1][:-1]
    return [
        LinePiece(part, piece.run_style, width_mpt(part, piece.run_style)) for part in parts if part
    ]


def aligned_marks(
    line: Line, style: TextStyle, x_mpt: int, room_mpt: int, *, last: bool
) -> tuple[Mark, ...]:
    """Return the marks of a line in its room, aligned as the style says."""
    baseline = baseline_mpt(style, line[0].run_style.face)
    if style.align == "left":
        return line_marks(line, x_mpt, baseline)
    spare = room_mpt - visible_width_mpt(line)
    if style.align == "justify" and not last:
        return line_marks(line, x_mpt, baseline, spread_mpt=spare)
    shift = {"right": spare, "center": spare // 2}.get(style.align, 0)
    return line_marks(line, x_mpt + shift, baseline)


def breaker_of(*, drawn: bool, even: bool, whole: bool = False) -> Breaker:
    """Return how lines are broken: evened, words of labels `whole`, or first fit, or only counted.

    All take the same number of lines.
    """
    evened = partial(optimum_lines, divides=False) if whole else optimum_lines
    return count_lines if not drawn else evened if even else break_lines


def text_rows(
    text: list[StyledText],
    style: TextStyle,
    left_mpt: int,
    right_mpt: int,
    first_mpt: int = 0,
    breaker: Breaker = break_lines,
) -> list[Row]:
    """Set text between two edges; `first_mpt` indents the first line. No row may be broken after.

    Widows and orphans are for the caller to allow: a table cell is never divided.
    """
    room = right_mpt - left_mpt
    lines = breaker(text, room - first_mpt, room)
    leading = mpt(style.leading_pt)
    return [
        Row(
            leading,
            aligned_marks(
                line,
                style,
                left_mpt + (0 if number else first_mpt),
                room - (0 if number else first_mpt),
                last=number == len(lines) - 1,
            )
            if line
            else (),
        )
        for number, line in enumerate(lines)
    ]


def breakable(rows: list[Row]) -> tuple[Row, ...]:
    """Allow a column to end inside a paragraph, with two lines at least on either side."""
    last = len(rows) - 1
    return tuple(
        Row(row.height_mpt, row.marks, break_after=i == last or 1 <= i <= last - 2)
        for i, row in enumerate(rows)
    )


def kept_together(rows: list[Row]) -> tuple[Row, ...]:
    """Allow a column to end after the last row only."""
    return (*rows[:-1], replace(rows[-1], break_after=True))


def set_paragraph(
    block: Paragraph | Heading,
    width: int,
    setting: Setting,
    label: str = "",
    joins: tuple[bool, bool] = (False, False),
    *,
    drawn: bool = True,
) -> BlockLayout:
    """Set a paragraph, heading or list item to a width.

    `label` is a list item's mark; `joins` leaves out the rule above or below, where the neighbour
    has the same; without `drawn` rows have no marks.
    """
    own = style = setting.style(block.role)
    if any(joins):
        style = _joined(style, *joins)
    if isinstance(block, Paragraph) and block.item:
        style = item_style(block, style, setting.style(LIST_ROLES[block.item, block.level]))
    left, right = mpt(style.indent_left_pt), width - mpt(style.indent_right_pt)
    elements = _elements(block)
    text = styled_runs(runs(block.prose), style, setting, elements)
    narrowed = (0, 0)
    inline = bool(label) and style.align in ("center", "right")
    if inline:
        text = [(label + " ", label_style(style, setting, 0)), *text]
    if drawn and block.role in BALANCED and not label:
        balanced, narrowing = _display_measure_mpt(block, text, style, setting, right - left)
        narrowed = shared(narrowing, style)
        at_left, at_right = shared(right - left - balanced, style)
        left, right = left + at_left, right - at_right
    marks: tuple[Mark, ...] = ()
    first = mpt(style.first_line_pt)
    heading = isinstance(block, Heading)
    if label and not inline:
        piece, start, first = placed_label(label, style, setting, 0 if heading else 1)
        marks = line_marks((piece,), left + start, baseline_mpt(style, piece.run_style.face))
    breaker = breaker_of(drawn=drawn, even=not heading and not any(narrowed))
    rows = text_rows(text, style, left, right, first, breaker)
    if marks:
        rows = labelled(rows, marks if drawn else (), style)
    panel, rows = with_panel(rows, style, width, min(own.first_line_pt, 0.0))
    if panel and joins[0]:
        panel = replace(panel, opens_mpt=_room_mpt(own.border_top))
    return BlockLayout(
        role=block.role,
        rows=kept_together(rows) if heading or style.keep_lines else breakable(rows),
        elements=tuple(elements),
        space_before_mpt=mpt(style.space_before_pt),
        space_after_mpt=mpt(_space_after_pt(block, style, setting)),
        contextual_spacing=style.contextual_spacing,
        keep_with_next=isinstance(block, Heading) or style.keep_with_next or block.keep_with_next,
        member=_member(block),
        panel=panel,
        bookmark=(block.level, text_of(block.prose)) if isinstance(block, Heading) else None,
        narrowed_mpt=narrowed,
    )


def _display_measure_mpt(
    block: Paragraph | Heading,
    text: list[StyledText],
    style: TextStyle,
    setting: Setting,
    room: int,
) -> tuple[int, int]:
    """Return the width in which display lines are drawn, and by how much Word's is narrowed.

    Lines that Word's cannot follow are filled as Word fills them. A font that is not at hand is
    narrowed as it may run at its widest, and drawn to that measure, so that a word processor with
    the same stand-in breaks its lines where they are drawn.
    """
    if not can_be_narrowed(style):
        return room, 0
    if style.family.lower() not in setting.fonts.guessed:
        balanced = balanced_mpt(text, room)
        narrowing = narrowing_mpt(text, balanced, room)
        return balanced if narrowing else room, narrowing
    wide = replace(setting, fonts=setting.fonts.charging())
    wide_text = styled_runs(runs(block.prose), style, wide, _elements(block))
    narrowing = narrowing_mpt(wide_text, balanced_mpt(wide_text, room), room, is_guessed=True)
    return room - narrowing, narrowing


def _space_after_pt(block: Paragraph | Heading, style: TextStyle, setting: Setting) -> float:
    if isinstance(block, Heading):
        return style.space_after_pt
    return space_after_pt(block, style, setting.style(CLOSED_AS.get(block.role, Role.BODY)))


def _member(block: Paragraph | Heading) -> Membership | None:
    if isinstance(block, Heading):
        return None
    if block.item:
        return Membership(block.item, block.level, block.begins, block.continues)
    if block.role not in QUOTED:
        return None
    return Membership("quotation", begins=block.begins or block.role is Role.PULL_QUOTE)


def _joined(style: TextStyle, above: bool, below: bool) -> TextStyle:
    return replace(
        style,
        border_top=None if above else style.border_top,
        border_bottom=None if below else style.border_bottom,
    )


def _elements(block: Paragraph | Heading) -> list[Element]:
    if isinstance(block, Heading):
        return [Element(f"H{block.level}", None, target=block.anchor)]
    target = block.anchor
    if block.item and not block.continues:
        return [Element("LI", None, target=target), Element("Lbl", 0), Element("LBody", 0)]
    return [Element("P", None, target=target)]


def with_panel(
    rows: list[Row], style: TextStyle, width: int, hanging_pt: float = 0.0
) -> tuple[Panel | None, list[Row]]:
    """Give rows the tint and rules of their style, and the room that these take.

    These begin where marks of items hang, above a further paragraph of an item, too.
    """
    borders = style.border_top, style.border_bottom, style.border_left, style.border_right
    if not (style.shading or any(borders)):
        return None, rows
    top, bottom, left, right = map(_room_mpt, borders)
    rows = list(rows)
    rows[0] = _lower(rows[0], top)
    last = rows[-1]
    rows[-1] = replace(last, height_mpt=last.height_mpt + bottom)
    edge_left = mpt(style.indent_left_pt + min(style.first_line_pt, hanging_pt, 0.0))
    edge_right = width - mpt(style.indent_right_pt)
    return Panel(
        left_mpt=edge_left - left,
        right_mpt=edge_right + right,
        fill=style.shading,
        rule_top=style.border_top,
        rule_bottom=style.border_bottom,
        rule_left=style.border_left,
        rule_right=style.border_right,
    ), rows


def _room_mpt(border: Border | None) -> int:
    """Return what a rule takes with its distance from the text."""
    return mpt(border.width_pt) + mpt(border.distance_pt) if border else 0


def _lower(row: Row, by_mpt: int) -> Row:
    return replace(
        row,
        height_mpt=row.height_mpt + by_mpt,
        marks=tuple(moved(mark, 0, by_mpt) for mark in row.marks),
    )
