"""Sizes, lines and weight of title, headings and text beside one another, as a brief needs them.

How much closer and smaller than its own styles a template is set for a brief to fit.

An organisation's template may be made for a book or a poster. Rather than refuse a brief, its lines
stand closer, then its headings are no larger than headings of a brief, and at last its text is as
small as that of the built-in themes. Each step says what it changes.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.style import StyleSheet, resolve
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
_ONE_LINE, _BEFORE_MOST_PT, _AFTER_MOST_PT = 1.25, 9.0, 5.0
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
    elif not text.lines and text.leading_pt > _ONE_LINE * size_pt:
        said |= {"line": twips(_ONE_LINE * size_pt), "lineRule": "exact"}
    if text.space_before_pt > _BEFORE_MOST_PT:
        said["before"] = twips(_BEFORE_MOST_PT)
    if text.space_after_pt > _AFTER_MOST_PT:
        said["after"] = twips(_AFTER_MOST_PT)
    return said


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.SIDE_HEADING)
TITLES = (Role.TITLE, Role.TITLE_LONG)
DISPLAY = frozenset({*TITLES, Role.SUBTITLE, *HEADINGS, Role.KEY_FIGURE, Role.LEAD_FIGURE})
"""Roles of few words, which stand far apart where they are justified."""

MORE_THAN_TEXT_PT = 1.0
"""What a title or heading that looked like text had over it at most."""

_LEAST: Mapping[Role, float] = {Role.HEADING_1: 1.0, Role.HEADING_2: 0.85, Role.SIDE_HEADING: 0.85}
"""Least size of headings, as a share of that of the text: a thesis may have smaller ones."""

_WEAK = 1.15
"""Size in that of headings in bold below which a title that is not bold is weaker than they are."""

_LARGEST_PT, _LARGEST_CAPITALS_PT = 32.0, 24.0
"""Size of a title at most: a style larger than that is made for a word, and a brief's title is a
sentence."""

_NEARER_PT = 4.0
"""Space below a heading that it has more than above, from which on that is seen."""

_APART, _LINE = 1.25, 1.2
"""Lines as a multiple from which on the two of a title fall apart, and one line in its size."""


class Proportions(Struct, frozen=True):
    """Styles as the template has them, before any is changed.

    What is made of another style would else be made smaller twice.
    """

    own: Mapping[Role, TextStyle]
    closeness: Closeness

    def size_pt(self, role: Role) -> float:
        """Return the size of a role in a brief."""
        text = replace(self.own[role], size_pt=self._ordered(role))
        return closest_pt(role, text, self.body_pt, self.closeness)

    @property
    def body_pt(self) -> float:
        """Size of running text in the template."""
        return self._own_pt(Role.BODY)

    @property
    def text(self) -> TextStyle | None:
        """Running text as a brief has it."""
        own = self.own.get(Role.BODY)
        return None if own is None else replace(own, size_pt=self.size_pt(Role.BODY))

    def is_weak(self, role: Role, size_pt: float) -> bool:
        """Whether a title is weaker than the headings below it."""
        heading, title = self.own.get(Role.HEADING_1), self.own[role]
        return (
            role in TITLES
            and heading is not None
            and heading.bold
            and not (title.bold or title.caps)
            and size_pt < _WEAK * self.size_pt(Role.HEADING_1)
        )

    def closed(self, role: Role) -> dict[str, object]:
        """Return the lines of a title or heading that stand further apart than those of the text.

        The template's headings have one line, around which such lines are space.
        """
        text, body = self.own[role], self.own.get(Role.BODY)
        lines = max(1.0, body.lines if body is not None else 1.0)
        if role not in DISPLAY or text.lines < _APART or text.lines <= lines:
            return {}
        half_pt = (text.lines - lines) * _LINE * self._ordered(role) / 2
        said: dict[str, object] = {"line": round(240 * lines), "lineRule": "auto"}
        said["after"] = round(max(text.space_after_pt, half_pt) * 20)
        before = round((text.space_before_pt + half_pt) * 20)
        return said if role in TITLES else {**said, "before": before}

    def turned(self, role: Role) -> dict[str, object]:
        """Return the space around a heading that stands nearer to what it ends than to its text.

        A form has such, whose fields stand below their names.
        """
        text = self.own[role]
        if role not in HEADINGS or text.space_after_pt - text.space_before_pt < _NEARER_PT:
            return {}
        return {
            "before": round(text.space_after_pt * 20),
            "after": round(text.space_before_pt * 20),
        }

    def _own_pt(self, role: Role) -> float:
        return self.own[role].size_pt if role in self.own else TEXT_PT

    def _ordered(self, role: Role) -> float:
        """Return the size of a role, with those of title and headings exchanged if need be."""
        own, title_pt = self.own[role], self._own_pt(Role.TITLE)
        size_pt = own.size_pt
        if role in TITLES:
            size_pt = min(size_pt, _LARGEST_CAPITALS_PT if own.caps else _LARGEST_PT)
        heading_pt = self._own_pt(Role.HEADING_1)
        if title_pt >= heading_pt:
            size_pt = min(size_pt, heading_pt) if role in HEADINGS else size_pt
        elif role in TITLES:
            size_pt = max(size_pt, heading_pt)
        elif role in HEADINGS:
            size_pt = min(size_pt, max(title_pt, self.body_pt + MORE_THAN_TEXT_PT))
        return max(size_pt, round(self.body_pt * _LEAST.get(role, 0.0) * 2) / 2)


def proportions_of(sheet: StyleSheet, closeness: Closeness) -> Proportions:
    """Return the proportions of a template's styles."""
    found = ((role, sheet.find("paragraph", role.value)) for role in Role)
    own = {role: resolve(style, role, sheet, "") for role, style in found if style is not None}
    return Proportions(own, closeness)
