"""Items of lists: what each is numbered by, the mark before it, and the style of its list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from briefgen.types.block import Block, ItemKind, Paragraph
from briefgen.types.page_style import ListMark, TextStyle, letters
from briefgen.types.role import Role

LIST_ROLES: Mapping[tuple[ItemKind, int], Role] = {
    ("bullet", 1): Role.BULLET,
    ("bullet", 2): Role.BULLET_2,
    ("number", 1): Role.NUMBER,
    ("number", 2): Role.NUMBER_2,
}
"""The style of the items of a list, by their kind and level."""


CLOSED_AS: Mapping[Role, Role] = {Role.IN_BRIEF: Role.BOTTOM_LINE}
"""Whose space stands below the last item of a list, where it is not that of text."""


def item_style(block: Paragraph, style: TextStyle, of_list: TextStyle) -> TextStyle:
    """Return the style of an item, indented and marked as its list is where its own is of none.

    A further paragraph of an item stands below the text of the first.
    """
    if style.first_line_pt >= 0 and style.role is not of_list.role:
        left = style.indent_left_pt + of_list.indent_left_pt
        style = replace(
            style,
            indent_left_pt=left,
            first_line_pt=of_list.first_line_pt,
            mark_colour=of_list.mark_colour,
            mark=of_list.mark,
        )
    return replace(style, first_line_pt=0.0) if block.continues else style


def space_after_pt(block: Paragraph, style: TextStyle, of_text: TextStyle) -> float:
    """Return the space below a paragraph: that of text below the last of a list or quotation."""
    if block.closes and style.role is not of_text.role:
        return max(style.space_after_pt, of_text.space_after_pt)
    return style.space_after_pt


_BULLETS = {1: "•", 2: "–"}


def item_numbers(blocks: Sequence[Block]) -> list[int]:
    """Return the number of each block in its list; 0 for what is no numbered item.

    A numbered list ends with what belongs to no list, or where another one begins. Bullets, further
    paragraphs and lists within an item leave its numbers alone; each item has such lists anew.
    """
    numbers: list[int] = []
    counts = {1: 0, 2: 0}
    for block in blocks:
        if not isinstance(block, Paragraph) or not block.item:
            counts = {1: 0, 2: 0}
            numbers.append(0)
            continue
        level = block.level
        if not block.continues:
            if level == 1:
                counts[2] = 0
            if block.begins:
                counts[level] = block.number - 1
            counts[level] = counts[level] + 1 if block.item == "number" else 0
        numbers.append(0 if block.continues else counts[level])
    return numbers


def item_label(block: Block, number: int, mark: ListMark | None = None) -> str:
    """Return the bullet or number before an item; "" for what has none.

    It is that of the list that the style of items is linked to, its `mark`, unless that asks for
    more than a number of its own. The lists of the built-in Word templates have the same as ours.
    """
    if not isinstance(block, Paragraph) or not block.item or block.continues:
        return ""
    if mark is not None and mark.is_bullet == (block.item == "bullet"):
        numbers = [number if level == mark.level else 0 for level in range(mark.level + 1)]
        if mark.is_bullet or mark.pattern.count("%") == 1:
            return mark.label(numbers)
    if block.item == "bullet":
        return _BULLETS[block.level]
    return f"{number}." if block.level == 1 else f"{letters(number)}."
