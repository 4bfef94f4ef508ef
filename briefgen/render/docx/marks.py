"""A paragraph as one text with marks, so that a field can be read over the runs it is split into.

Every run and everything in it that is not text gets a mark (`sandbox.fields`). The text is filled,
and from the marks that are left the runs are built anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy

from msgspec import Struct, field

from briefgen.ooxml.build import text_content, w
from briefgen.ooxml.names import Element, W
from briefgen.sandbox.fields import marked, number_of
from briefgen.types.header_footer import PAGE, PAGES

FieldRuns = Callable[[str, Element | None], list[Element]]


class _Start(Struct, frozen=True):
    """A run begins here, with its properties."""

    properties: Element | None


class Marks(Struct):
    """Takes a paragraph apart, and puts it together again around another text."""

    _held: list[_Start | Element] = field(default_factory=list)
    _opaque: set[int] = field(default_factory=set)
    _pieces: list[str | int] = field(default_factory=list)
    _printed: set[int] = field(default_factory=set)

    def add_run(self, run: Element, dropped: frozenset[str]) -> None:
        """Take in a run: its properties, its text, and what else is in it."""
        self._mark(_Start(run.find(W + "rPr")))
        for child in run:
            if child.tag == W + "t":
                self._pieces.append(child.text or "")
            elif child.tag != W + "rPr" and child.tag not in dropped:
                self._mark(child)

    def add_opaque(self, element: Element) -> None:
        """Take in something that stays as it is."""
        self._opaque.add(len(self._held))
        self._mark(element)

    def _mark(self, value: _Start | Element) -> None:
        self._pieces.append(len(self._held))
        self._held.append(value)

    def source(self) -> str:
        """Return the text with its marks, without those that stand inside a field.

        Raises:
            TemplateSyntaxError: a field that does not end, or that cannot be read.
        """
        return marked(self._pieces)

    def trimmed(self, text: str) -> str:
        """Return a filled text without the spaces and tabs that an empty field left at its end."""
        while text and (text[-1] in " \t" or self._is_nothing(number_of(text[-1]))):
            text = text[:-1]
        return text

    def _is_nothing(self, number: int | None) -> bool:
        value = None if number is None else self._held[number]
        return isinstance(value, _Start) or (value is not None and value.tag == W + "tab")

    def _once(self, element: Element) -> Element:
        """Return an element the first time, and then copies: a loop prints it again."""
        if id(element) in self._printed:
            return deepcopy(element)
        self._printed.add(id(element))
        return element

    def rebuilt(self, text: str, page_field: FieldRuns) -> Iterator[Element]:
        """Yield the runs of a filled text. Page numbers become fields."""
        properties: Element | None = None
        content: list[Element] = []
        words = ""

        def run() -> Iterator[Element]:
            nonlocal words, content
            content += text_content(words)
            if content:
                own = [] if properties is None else [deepcopy(properties)]
                yield w("r", *own, *content)
            words, content = "", []

        for character in text:
            number = number_of(character)
            if character in (PAGE, PAGES):
                yield from run()
                yield from page_field("PAGE" if character == PAGE else "NUMPAGES", properties)
            elif number is None:
                words += character
            elif isinstance(value := self._held[number], _Start):
                yield from run()
                properties = value.properties
            elif number in self._opaque:
                yield from run()
                yield self._once(value)
            else:
                content += [*text_content(words), self._once(value)]
                words = ""
        yield from run()
