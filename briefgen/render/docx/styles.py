"""The styles of the document under way: ids by name, and the lists that styles belong to."""

from __future__ import annotations

from briefgen.render.docx.wordml import Element, W
from briefgen.types.finding import Bug
from briefgen.types.role import Role


class Styles:
    """Looks up what the styles part of a document calls its styles."""

    def __init__(self, root: Element) -> None:
        self._by_name: dict[tuple[str, str], Element] = {}
        self._by_id: dict[str, Element] = {}
        for style in root.iter(W + "style"):
            names = [value(style.find(W + "name"))]
            names += value(style.find(W + "aliases")).split(",")
            for name in names:
                key = (style.get(W + "type", "paragraph"), name.strip().lower())
                self._by_name.setdefault(key, style)
            self._by_id.setdefault(style.get(W + "styleId", ""), style)

    def id(self, name: str, kind: str = "paragraph") -> str:
        """Return the id of a style that the look has made sure of."""
        style = self._by_name.get((kind, name.lower()))
        if style is None:
            raise Bug(f'the {kind} style "{name}" was not looked for')
        return style.get(W + "styleId", "")

    def list_number(self, role: Role) -> str | None:
        """Return the number of the list that a style belongs to, its own or an inherited one."""
        style = self._by_name.get(("paragraph", role.value.lower()))
        seen: list[Element] = []
        while style is not None and style not in seen:
            number = value(style.find(f"{W}pPr/{W}numPr/{W}numId"))
            if number:
                return None if number == "0" else number
            seen.append(style)
            style = self._by_id.get(value(style.find(W + "basedOn")))
        return None


def value(element: Element | None) -> str:
    """Return the `w:val` of an element, or nothing."""
    return "" if element is None else element.get(W + "val") or ""
