"""How much closer and smaller than its own styles a template is set for a brief to fit.

An organisation's template may be made for a book or a poster. Rather than refuse a brief, its lines
stand closer, then its headings are no larger than headings of a brief, and at last its text is as
small as that of the built-in themes. Each step says what it changes.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.ooxml.names import twips
from briefgen.types.page_style import Closeness, TextStyle
from briefgen.types.role import Role

TEXT_PT = 10.0
"""Size of running text in the last step: no smaller than in the built-in themes."""

_LARGEST: Mapping[Role, float] = {
    Role.TITLE: 2.0,
    Role.TITLE_LONG: 2.0,
    Role.SUBTITLE: 1.25,
    Role.HEADING_1: 1.35,
    Role.HEADING_2: 1.15,
    Role.SIDE_HEADING: 1.15,
    Role.KEY_FIGURE: 1.7,
    Role.LEAD_FIGURE: 1.7,
    Role.STAT_FIGURE: 2.2,
}
"""Largest sizes of display type, as shares of that of the text."""

_LEAST_PT = 7.0
_LINE, _BEFORE_MOST_PT, _AFTER_MOST_PT = 1.25, 9.0, 5.0
"""Lines as a share of the size, and space around paragraphs."""


def closest_pt(role: Role, text: TextStyle, body_pt: float, closeness: Closeness) -> float:
    """Return the size of a role in a step, where its body text has a size of its own."""
    if closeness < Closeness.HEADINGS:
        return text.size_pt
    shrunk = closeness >= Closeness.TEXT and body_pt > TEXT_PT
    text_pt = TEXT_PT if shrunk else body_pt
    scaled = text.size_pt * text_pt / body_pt
    if role in _LARGEST:
        scaled = min(max(scaled, text_pt), text_pt * _LARGEST[role])
    return min(text.size_pt, max(_LEAST_PT, round(scaled * 2) / 2))


def closer_spacing(text: TextStyle, size_pt: float | None = None) -> dict[str, object]:
    """Return single lines and little space for a style that has more, and nothing for others."""
    said: dict[str, object] = {}
    size_pt = size_pt or text.size_pt
    if text.lines > 1:
        said |= {"line": 240, "lineRule": "auto"}
    elif not text.lines and text.leading_pt > _LINE * size_pt:
        said |= {"line": twips(_LINE * size_pt), "lineRule": "exact"}
    if text.space_before_pt > _BEFORE_MOST_PT:
        said["before"] = twips(_BEFORE_MOST_PT)
    if text.space_after_pt > _AFTER_MOST_PT:
        said["after"] = twips(_AFTER_MOST_PT)
    return said
