"""Display lines of like length, and what keeps a word processor to the same ones."""

from __future__ import annotations

from briefgen.layout.lines import break_lines, count_lines, visible_width_mpt
from briefgen.layout.units import EM, StyledText
from briefgen.types.page_style import TextStyle
from briefgen.types.role import Role

BALANCED = frozenset(
    {
        Role.TITLE,
        Role.TITLE_LONG,
        Role.BOTTOM_LINE,
        Role.HEADING_1,
        Role.HEADING_2,
        Role.SIDE_HEADING,
    }
)
"""Display text whose lines are balanced. A bottom line in a box or between rules fills these."""

LEAST_PLAY_MPT = 2_000
"""A measure that holds lines apart by less would break them elsewhere in another's rounding."""

GUESSED_PLAY = 0.05
"""The same for a font of which a stand-in's widths are known only, as a share of the lines."""

Text = list[StyledText]


def balanced_mpt(text: Text, room: int) -> int:
    """Return the least width in which text takes no more lines than in its room.

    Display lines of like length read better than a full one over a single word, and take the same
    height, so that a title that a word processor fills does, too.
    """
    count = len(count_lines(text, room, room))
    low, high = room // max(1, count), room
    while high - low > EM:
        middle = (low + high) // 2
        if len(count_lines(text, middle, middle)) <= count:
            high = middle
        else:
            low = middle
    return max(high, _least_before_remark_mpt(text, count, room))


def _least_before_remark_mpt(text: Text, count: int, room: int) -> int:
    """Return the least width in which the last line is what stands in brackets at the end.

    "(3 of 5 recommendations)" is read as one, and no word of the heading with it; 0 where there
    are no such brackets, or they take another number of lines.
    """
    (words, style), before = text[-1] if text else ("", None), text[:-1]
    at = words.rfind(" (") + 1
    if count <= 1 or not at or style is None:
        return 0
    head, remark = [*before, (words[:at], style)], [(words[at:], style)]
    if len(count_lines(head, room, room)) != count - 1 or len(count_lines(remark, room, room)) > 1:
        return 0
    width = max(
        balanced_mpt(head, room),
        *(visible_width_mpt(line) for line in break_lines(remark, room, room)),
    )
    return width if _ends(text, width)[-1] == len(words[at:]) else 0


def narrowing_mpt(text: Text, balanced: int, room: int, *, is_guessed: bool = False) -> int:
    """Return by how much an indent must narrow the room for filled lines to end as balanced ones.

    It leaves the middle of all widths that do it, so that nobody's rounding matters; 0 where the
    lines end so already, or where these widths have too little play. A font whose widths are
    guessed gets most of that play to run wider in: if it runs narrower, a word goes up a line, and
    there are no more lines for it.
    """
    wanted = _ends(text, balanced)
    if _ends(text, room) == wanted:
        return 0
    least = max(visible_width_mpt(line) for line in break_lines(text, balanced, balanced))
    low, high = balanced, room
    while high - low > EM:
        middle = (low + high) // 2
        if _ends(text, middle) == wanted:
            low = middle
        else:
            high = middle
    if is_guessed:
        return room - (least + 3 * low) // 4 if low - least >= GUESSED_PLAY * least else 0
    return room - (least + low) // 2 if low - least >= LEAST_PLAY_MPT else 0


def _ends(text: Text, width: int) -> list[int]:
    """Return the number of characters of each line."""
    return [sum(len(piece.text) for piece in line) for line in break_lines(text, width, width)]


def can_be_narrowed(style: TextStyle) -> bool:
    """Whether an indent narrows the lines of a style and nothing else.

    Rules and tint would be narrowed, too, but for a rule before lines that begin level.
    """
    rules = [style.border_top, style.border_right, style.border_bottom]
    if style.align in ("center", "right"):
        rules.append(style.border_left)
    return not any((*rules, style.shading, style.first_line_pt))


def shared(spare: int, style: TextStyle) -> tuple[int, int]:
    """Return how much of what lines leave free is at their left and right, as a style aligns."""
    left = {"center": spare // 2, "right": spare}.get(style.align, 0)
    return left, spare - left
