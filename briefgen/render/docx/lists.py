"""Native lists: items belong to the list of their style; each numbered list starts anew."""

from __future__ import annotations

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W, value
from briefgen.render.docx.styles import Styles
from briefgen.types.block import Paragraph
from briefgen.types.listing import LIST_ROLES
from briefgen.types.role import Role


class Lists:
    """Gives items their list. It lives for one document and adds to its numbering part.

    The list of a style is the one that it is linked to, or else one that bears its name.
    """

    def __init__(self, root: Element, styles: Styles) -> None:
        self._root = root
        self._styles = styles
        self._used: set[str] = set()
        self._current: dict[int, str | None] = {}
        self._through: str | None = None

    def number_of(self, block: Paragraph, number: int) -> str | None:
        """Return the list number that a paragraph must name itself, or None for its style's own.

        `number` is that of a numbered item in its list. What counts through the brief is in one
        list, so that Word counts on where somebody adds a paragraph. A paragraph that is no item
        names list 0, which is none, where its style belongs to one.
        """
        linked = self._linked(block.role)
        if block.item is None or block.continues:
            return "0" if linked else None
        otherwise = LIST_ROLES[block.item, block.level]
        if block.item == "bullet":
            return None if linked else self._list_of(block.role, otherwise)
        if block.through and block.level == 1:
            if number == 1:
                self._through = self._started(linked or self._list_of(block.role, otherwise), 1)
            self._current[1] = self._through
        elif block.begins or number == 1:
            list_ = linked or self._list_of(block.role, otherwise)
            self._current[block.level] = self._started(list_, number)
        current = self._current[block.level]
        return None if current == linked else current

    def second_level(self, role: Role) -> str | None:
        """Return the list that a style is linked to, if it has a second level."""
        linked = self._linked(role)
        list_ = None if linked is None else self._abstract(linked)
        levels = () if list_ is None else list_.iter(W + "lvl")
        return linked if any(level.get(W + "ilvl") == "1" for level in levels) else None

    def _linked(self, role: Role) -> str | None:
        """Return the list that a style is linked to, if there is such a list."""
        return self._known(self._styles.list_number(role))

    def _known(self, number: str | None) -> str | None:
        return None if number is None or self._abstract(number) is None else number

    def _list_of(self, role: Role, otherwise: Role) -> str | None:
        named = {
            value(item.find(W + "name")).lower(): item.get(W + "abstractNumId")
            for item in self._root.iter(W + "abstractNum")
        }
        for item in self._root.iter(W + "num"):
            if value(item.find(W + "abstractNumId")) == named.get(role.value.lower()):
                return self._known(item.get(W + "numId"))
        return self._linked(otherwise)

    def _abstract(self, number: str) -> Element | None:
        """Return the list that a number stands for; None where the template has none such."""
        for item in self._root.findall(W + "num"):
            if item.get(W + "numId") == number:
                wanted = value(item.find(W + "abstractNumId"))
                held = self._root.iter(W + "abstractNum")
                return next((one for one in held if one.get(W + "abstractNumId") == wanted), None)
        return None

    def _started(self, number: str | None, start: int) -> str | None:
        """Return a list that counts from a start: the style's own the first time, then a new one.

        The style's own counts from 1.
        """
        if number is None or (number not in self._used and start == 1):
            self._used.add(number or "")
            return number
        list_ = self._abstract(number)
        assert list_ is not None
        numbers = self._root.findall(W + "num")
        new = str(max(int(item.get(W + "numId") or 0) for item in numbers) + 1)
        numbers[-1].addnext(
            w(
                "num",
                w("abstractNumId", val=list_.get(W + "abstractNumId")),
                w("lvlOverride", w("startOverride", val=start), ilvl=0),
                numId=new,
            )
        )
        return new
