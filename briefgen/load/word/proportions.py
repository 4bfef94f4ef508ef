"""Sizes, lines and weight of title, headings and text beside one another, as a brief needs them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.closer import TEXT_PT, closest_pt
from briefgen.load.word.style import StyleSheet, resolve
from briefgen.types.page_style import Closeness, TextStyle
from briefgen.types.role import Role

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
