"""The text of a Word file as it reads now: paragraphs, and what bookmarks hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefgen.ooxml.names import Element, W, attribute, child
from briefgen.ooxml.text import Walk, characters, paragraph_of
from briefgen.types.identity import Mark

PILCROW = "¶"
"""Between the paragraphs of what was one paragraph when it was written."""

_COUNTED = ("_note_", "_figure_", "_table_")
"""How the names of the bookmarks begin that lead to what is counted, by link or by field."""


@dataclass(slots=True)
class _Span:
    """The paragraphs that a bookmark reaches over, and whether there is any text in it."""

    first: int
    last: int
    says: bool = False


@dataclass(slots=True)
class Story:
    """A body read once: its paragraphs in order, without note numbers, and its bookmarks.

    `own_texts` are the paragraphs without what fields show and what stands in text boxes, which
    word processors renew or leave out.
    """

    paragraphs: list[str] = field(default_factory=list)
    own_texts: list[str] = field(default_factory=list)
    spans: dict[Mark, _Span] = field(default_factory=dict)
    controls: list[tuple[str, frozenset[int]]] = field(default_factory=list)

    def places(self, mark: Mark) -> range:
        """Return the paragraphs that a bookmark reaches over; none where it holds no text."""
        span = self.spans.get(mark)
        return range(span.first, span.last + 1) if span and span.says else range(0)

    def text(self, places: Iterable[int]) -> str:
        """Return the text of some paragraphs, as one."""
        return PILCROW.join(self.paragraphs[at] for at in places)


def read_story(root: Element) -> Story:
    """Return the paragraphs and bookmarks of a body."""
    return _Reading().read(root)


@dataclass(slots=True)
class _Reading:
    """One reading under way."""

    story: Story = field(default_factory=Story)
    numbers: dict[Element, int] = field(default_factory=dict)
    open: dict[str, Mark] = field(default_factory=dict)
    walk: Walk = field(default_factory=Walk)

    def read(self, root: Element) -> Story:
        controls: list[Element] = []
        for element in self.walk.over(root):
            tag = element.tag
            if tag == W + "p":
                self.numbers[element] = len(self.story.paragraphs)
                self.story.paragraphs.append("")
                self.story.own_texts.append("")
            elif tag == W + "bookmarkStart":
                self._opened(element)
            elif tag == W + "bookmarkEnd":
                self._closed(element)
            elif tag == W + "sdt":
                controls.append(element)
            elif (text := characters(element)) is not None:
                self._text(element, text)
        for control in controls:
            held = frozenset(self.numbers[p] for p in control.iter(W + "p") if p in self.numbers)
            name = attribute(child(control, "sdtPr", "tag"), "val")
            self.story.controls.append((name or "", held))
        return self.story

    def _text(self, element: Element, text: str) -> None:
        paragraph = paragraph_of(element)
        if paragraph is None:
            return
        fields = self.walk.fields
        if any(_leads(one.instruction) for one in fields) or _is_number(element):
            text = text.rstrip("0123456789")
        self.story.paragraphs[self.numbers[paragraph]] += text
        in_box = next(element.iterancestors(W + "txbxContent"), None) is not None
        # A link shows what somebody wrote, any other field what Word counts.
        if not in_box and all(one.name == "HYPERLINK" for one in fields):
            self.story.own_texts[self.numbers[paragraph]] += text
        if text.strip():
            for mark in self.open.values():
                self.story.spans[mark].says = True

    def _opened(self, element: Element) -> None:
        mark = Mark.read(attribute(element, "name") or "")
        if mark is None or mark in self.story.spans:
            return
        at = self._place(element, len(self.story.paragraphs))
        self.story.spans[mark] = _Span(at, at)
        self.open[attribute(element, "id") or ""] = mark

    def _closed(self, element: Element) -> None:
        mark = self.open.pop(attribute(element, "id") or "", None)
        if mark is not None:
            span = self.story.spans[mark]
            span.last = max(span.first, self._place(element, len(self.story.paragraphs) - 1))

    def _place(self, element: Element, between: int) -> int:
        """Return the paragraph that an element stands in, or one beside it."""
        paragraph = paragraph_of(element)
        return between if paragraph is None else self.numbers[paragraph]


def _leads(told: str) -> bool:
    return any(name in told for name in _COUNTED)


def _is_number(element: Element) -> bool:
    """Whether a text ends in the number of a note, figure or table, by a link that leads to it.

    It changes with other notes, and is no edit.
    """
    around = element.iterancestors(W + "hyperlink")
    return any(_leads(attribute(one, "anchor") or "") for one in around)
