"""The styles of the document under way, and native lists: each item is of its style's list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W, value
from briefgen.types.block import Paragraph
from briefgen.types.finding import Bug
from briefgen.types.listing import LIST_ROLES
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
        self._plain: str | None = None

    def number_of(self, block: Paragraph, number: int) -> str | None:
        """Return the list number that a paragraph must name itself, or None for its style's own.

        `number` is that of a numbered item in its list. What counts through the brief is in one
        list, so that Word counts on where somebody adds a paragraph. A paragraph that is no item
        names one without marks, where its style belongs to a list.
        """
        linked = self._linked(block.role)
        if block.continues and (below := self._below(block.role)):
            return None if below == linked else below
        if block.item is None or block.continues:
            return self._unmarked() if linked else None
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

    def _unmarked(self) -> str:
        """Return a list without marks.

        To name list 0 is Word's own way (ECMA-376-1, 17.9.18), but validators miss a list 0.
        """
        if self._plain is None:
            numbers = self._root.findall(W + "num")
            lists = self._root.findall(W + "abstractNum")
            of_list = _next_number(lists, "abstractNumId")
            self._plain = _next_number(numbers, "numId")
            level = w("lvl", w("numFmt", val="none"), w("suff", val="nothing"), ilvl=0)
            single = w("multiLevelType", val="singleLevel")
            lists[-1].addnext(w("abstractNum", single, level, abstractNumId=of_list))
            numbers[-1].addnext(w("num", w("abstractNumId", val=of_list), numId=self._plain))
        return self._plain

    def is_within(self, block: Paragraph) -> bool:
        """Whether a further paragraph of an item is of a list without marks, and hangs as it."""
        return block.continues and self._below(block.role) is not None

    def _below(self, role: Role) -> str | None:
        """Return the list without marks for what stands below the text of a recommendation.

        Its indents are those of the item, so that Word draws one box around both.
        """
        if role not in (Role.ACTION, Role.ACTION_TERMS):
            return None
        number = self._linked(Role.ACTION_TERMS)
        list_ = None if number is None else self._abstract(number)
        form = None if list_ is None else list_.find(f"{W}lvl/{W}numFmt")
        return number if value(form) == "none" else None

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
                definitions = self._root.iter(W + "abstractNum")
                return next(
                    (one for one in definitions if one.get(W + "abstractNumId") == wanted), None
                )
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
        new = _next_number(numbers, "numId")
        numbers[-1].addnext(
            w(
                "num",
                w("abstractNumId", val=list_.get(W + "abstractNumId")),
                w("lvlOverride", w("startOverride", val=start), ilvl=0),
                numId=new,
            )
        )
        return new


def _next_number(elements: Iterable[Element], name: str) -> str:
    return str(max(int(one.get(W + name) or 0) for one in elements) + 1)
