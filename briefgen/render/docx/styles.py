"""The styles of the document under way: ids by name, and the lists that styles belong to."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.ooxml.names import Element, W, value
from briefgen.types.finding import Bug
from briefgen.types.role import Role


class Styles:
    """Looks up what the styles part of a document calls its styles.

    `names` says which of them stands for one of another name, both in lower case.
    """

    def __init__(self, root: Element, names: Mapping[str, str] | None = None) -> None:
        self._names = names or {}
        self._by_name: dict[tuple[str, str], Element] = {}
        self._by_id: dict[str, Element] = {}
        for style in root.iter(W + "style"):
            called = [value(style.find(W + "name"))]
            called += value(style.find(W + "aliases")).split(",")
            for name in called:
                key = (style.get(W + "type", "paragraph"), name.strip().lower())
                self._by_name.setdefault(key, style)
            self._by_id.setdefault(style.get(W + "styleId", ""), style)

    def id(self, name: str, kind: str = "paragraph") -> str:
        """Return the id of a style that the theme has made sure of."""
        style = self._find(kind, name)
        if style is None:
            raise Bug(f'the {kind} style "{name}" was not looked for')
        return style.get(W + "styleId", "")

    def is_based(self, name: str, on: str) -> bool:
        """Whether there is a paragraph style that is based on another one and changes nothing."""
        style = self._find("paragraph", name)
        return (
            style is not None
            and value(style.find(W + "basedOn")) == self.id(on)
            and style.find(W + "pPr") is None
            and style.find(W + "rPr") is None
        )

    def has(self, name: str, kind: str = "paragraph") -> bool:
        """Whether there is a style of a name."""
        return self._find(kind, name) is not None

    def _find(self, kind: str, name: str) -> Element | None:
        return self._by_name.get((kind, self._names.get(name.lower(), name.lower())))

    def list_number(self, role: Role) -> str | None:
        """Return the number of the list that a style belongs to, its own or an inherited one."""
        style = self._find("paragraph", role.value)
        seen: list[Element] = []
        while style is not None and style not in seen:
            number = value(style.find(f"{W}pPr/{W}numPr/{W}numId"))
            if number:
                return None if number == "0" else number
            seen.append(style)
            style = self._by_id.get(value(style.find(W + "basedOn")))
        return None
