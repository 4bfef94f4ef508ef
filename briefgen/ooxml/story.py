"""The text of a Word file as it reads now: paragraphs, and what bookmarks hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct, field

from briefgen.ooxml.names import Element, W, attribute
from briefgen.ooxml.text import Walk, characters, paragraph_of

PILCROW = "¶"
"""Between the paragraphs of what was one paragraph when it was written."""


class _Span(Struct):
    """The paragraphs that a bookmark reaches over, and whether there is any text in it."""

    first: int
    last: int
    says: bool = False


class Story(Struct):
    """A body read once: its paragraphs in order, without note numbers, and its bookmarks.

    `own_texts` are the paragraphs without what fields show and what stands in text boxes, which
    word processors renew or leave out.
    """

    paragraphs: list[str] = field(default_factory=list)
    own_texts: list[str] = field(default_factory=list)
    spans: dict[str, _Span] = field(default_factory=dict)

    def places(self, bookmark: str) -> range:
        """Return the paragraphs that a bookmark reaches over; none where it holds no text."""
        span = self.spans.get(bookmark)
        return range(span.first, span.last + 1) if span and span.says else range(0)

    def text(self, places: Iterable[int]) -> str:
        """Return the text of some paragraphs, as one."""
        return PILCROW.join(self.paragraphs[at] for at in places)


def read_story(root: Element, known: Callable[[str], str], counted: tuple[str, ...]) -> Story:
    """Return the paragraphs and bookmarks of a body.

    `known` returns the name under which a bookmark is kept, or nothing for one that is not; what
    leads to bookmarks with a name in `counted` shows a number that word processors count.
    """
    return _Reading(known, counted).read(root)


class _Reading(Struct):
    """One reading under way."""

    known: Callable[[str], str]
    counted: tuple[str, ...]
    story: Story = field(default_factory=Story)
    numbers: dict[Element, int] = field(default_factory=dict)
    open: dict[str, str] = field(default_factory=dict)
    walk: Walk = field(default_factory=Walk)

    def read(self, root: Element) -> Story:
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
            elif (text := characters(element)) is not None:
                self._text(element, text)
        return self.story

    def _text(self, element: Element, text: str) -> None:
        paragraph = paragraph_of(element)
        if paragraph is None:
            return
        fields = self.walk.fields
        if any(self._leads(one.instruction) for one in fields) or self._is_number(element):
            text = text.rstrip("0123456789")
        self.story.paragraphs[self.numbers[paragraph]] += text
        in_box = next(element.iterancestors(W + "txbxContent"), None) is not None
        # A link shows what somebody wrote, any other field what Word counts.
        if not in_box and all(one.name == "HYPERLINK" for one in fields):
            self.story.own_texts[self.numbers[paragraph]] += text
        if text.strip():
            for name in self.open.values():
                self.story.spans[name].says = True

    def _opened(self, element: Element) -> None:
        name = self.known(attribute(element, "name") or "")
        if not name or name in self.story.spans:
            return
        at = self._place(element, len(self.story.paragraphs))
        self.story.spans[name] = _Span(at, at)
        self.open[attribute(element, "id") or ""] = name

    def _closed(self, element: Element) -> None:
        name = self.open.pop(attribute(element, "id") or "", None)
        if name is not None:
            span = self.story.spans[name]
            span.last = max(span.first, self._place(element, len(self.story.paragraphs) - 1))

    def _place(self, element: Element, between: int) -> int:
        """Return the paragraph that an element stands in, or one beside it."""
        paragraph = paragraph_of(element)
        return between if paragraph is None else self.numbers[paragraph]

    def _leads(self, instruction: str) -> bool:
        return any(name in instruction for name in self.counted)

    def _is_number(self, element: Element) -> bool:
        """Whether a text ends in the number of what a link leads to.

        It changes with other notes, figures and tables, and is no edit.
        """
        around = element.iterancestors(W + "hyperlink")
        return any(self._leads(attribute(one, "anchor") or "") for one in around)
