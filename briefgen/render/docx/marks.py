"""A paragraph as one text with marks, so that a field can be read over the runs it is split into.

Every run and everything in it that is not text gets a mark: a character of the last private plane
of Unicode, which no text has. The text is filled, and from the marks that are left the runs are
built anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import ClassVar

from jinja2 import Environment

from briefgen.ooxml.build import text_content, w
from briefgen.ooxml.names import Element, W

FIRST_MARK = 0x100000

FieldRuns = Callable[[str, Element | None], list[Element]]


@dataclass(frozen=True, slots=True)
class _Start:
    """A run begins here, with its properties."""

    properties: Element | None


@dataclass
class Marks:
    """Takes a paragraph apart, and puts it together again around another text."""

    PAGE: ClassVar = chr(FIRST_MARK)
    PAGES: ClassVar = chr(FIRST_MARK + 1)

    _held: list[_Start | Element] = field(default_factory=list)
    _opaque: set[int] = field(default_factory=set)
    _pieces: list[str] = field(default_factory=list)
    _printed: set[int] = field(default_factory=set)

    def add_run(self, run: Element, dropped: frozenset[str]) -> None:
        """Take in a run: its properties, its text, and what else is in it."""
        self._mark(_Start(run.find(W + "rPr")))
        for child in run:
            if child.tag == W + "t":
                self._pieces.append("".join(c for c in child.text or "" if ord(c) < FIRST_MARK))
            elif child.tag != W + "rPr" and child.tag not in dropped:
                self._mark(child)

    def add_opaque(self, element: Element) -> None:
        """Take in something that stays as it is."""
        self._opaque.add(len(self._held))
        self._mark(element)

    def _mark(self, held: _Start | Element) -> None:
        self._pieces.append(chr(FIRST_MARK + 2 + len(self._held)))
        self._held.append(held)

    def source(self, environment: Environment) -> str:
        """Return the text with its marks, without those that stand inside a field."""
        marks: list[tuple[int, str]] = []
        plain, length = [], 0
        for piece in self._pieces:
            if piece and ord(piece[0]) >= FIRST_MARK:
                marks.append((length, piece))
            else:
                plain.append(piece)
                length += len(piece)
        text = "".join(plain)
        inside = _inside_fields(text, environment)
        for position, mark in reversed(marks):
            if not any(start < position < end for start, end in inside):
                text = text[:position] + mark + text[position:]
        return text

    def trimmed(self, text: str) -> str:
        """Return a filled text without the spaces and tabs that an empty field left at its end."""
        while text and (text[-1] in " \t" or self._is_nothing(ord(text[-1]) - FIRST_MARK - 2)):
            text = text[:-1]
        return text

    def _is_nothing(self, number: int) -> bool:
        held = self._held[number] if number >= 0 else None
        return isinstance(held, _Start) or (held is not None and held.tag == W + "tab")

    def _once(self, held: Element) -> Element:
        """Return an element the first time, and then copies: a loop prints it again."""
        if id(held) in self._printed:
            return deepcopy(held)
        self._printed.add(id(held))
        return held

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
            number = ord(character) - FIRST_MARK - 2
            if ord(character) < FIRST_MARK:
                words += character
            elif character in (self.PAGE, self.PAGES):
                yield from run()
                yield from page_field("PAGE" if character == self.PAGE else "NUMPAGES", properties)
            elif isinstance(held := self._held[number], _Start):
                yield from run()
                properties = held.properties
            elif number in self._opaque:
                yield from run()
                yield self._once(held)
            else:
                content += [*text_content(words), self._once(held)]
                words = ""
        yield from run()


def _inside_fields(text: str, environment: Environment) -> list[tuple[int, int]]:
    """Return where fields begin and end.

    Raises:
        TemplateSyntaxError: a field that does not end, or that cannot be read.
    """
    spans: list[tuple[int, int]] = []
    position, start = 0, 0
    for _, token, value in environment.lex(text):
        if token.endswith("_begin"):
            start = position
        position += len(value)
        if token.endswith("_end"):
            spans.append((start, position))
    return spans
