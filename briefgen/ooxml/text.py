"""The text of a Word file in the order in which it is read: one walk, and what bookmarks hold.

What was deleted or moved away (ISO/IEC 29500-1, 17.13.5) and the second copies of markup
compatibility (ISO/IEC 29500-3, 7.6) are not text of the file. Everything else is: insertions,
content controls, links, smart tags, text boxes, and what fields show (17.16).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from msgspec import Struct, field

from briefgen.ooxml.names import MC, Element, W, attribute, child, is_on

_UNREAD = frozenset(
    {MC + "Fallback", *(W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr"))}
)
"""What is not text of the file: what was deleted or moved away, a second copy, properties."""

_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}


class OpenField(Struct):
    """A field under way, of one element or between marks: its instruction, until it `shows`."""

    instruction: str = ""
    shows: bool = False

    @property
    def name(self) -> str:
        """The first word of the instruction in capitals: PAGE, REF, HYPERLINK."""
        words = self.instruction.split(None, 1)
        return words[0].upper() if words else ""


class Walk(Struct):
    """Goes through what a tree says; `fields` are those that are open where it stands."""

    fields: list[OpenField] = field(default_factory=list)
    simple: ClassVar = W + "fldSimple"

    def over(self, root: Element) -> Iterator[Element]:
        """Yield the elements below one, in order, as far as they belong to the text."""
        for element in root:
            if element.tag in _UNREAD or not isinstance(element.tag, str):
                continue
            if element.tag == self.simple:
                self.fields.append(OpenField(attribute(element, "instr") or "", shows=True))
            else:
                self._follow(element)
            yield element
            yield from self.over(element)
            if element.tag == self.simple:
                self.fields.pop()

    def _follow(self, element: Element) -> None:
        if element.tag == W + "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                self.fields.append(OpenField())
            elif kind == "separate" and self.fields:
                self.fields[-1].shows = True
            elif kind == "end" and self.fields:
                self.fields.pop()
        elif element.tag == W + "instrText" and self.fields:
            self.fields[-1].instruction += element.text or ""

    @property
    def prints(self) -> bool:
        """Whether text is printed here, and not a field instructed."""
        return all(one.shows for one in self.fields)


def characters(element: Element) -> str | None:
    """Return the text that an element stands for by itself; None where it is no text."""
    if element.tag == W + "t":
        return element.text or ""
    return _CHARACTERS.get(str(element.tag))


def paragraph_of(element: Element) -> Element | None:
    """Return the paragraph that an element stands in, the innermost one."""
    return next(element.iterancestors(W + "p"), None)


def held(holder: Element) -> Iterator[Element]:
    """Yield what stands in an element, and in place of content controls what they hold."""
    for one in holder:
        content = one.find(W + "sdtContent") if one.tag == W + "sdt" else None
        if content is None:
            yield one
        else:
            yield from held(content)


def own_pieces(paragraph: Element, name: str = "t") -> Iterator[Element]:
    """Yield elements of a paragraph, those of its text unless named; none of text boxes in it."""
    for element in paragraph.iter(W + name):
        if paragraph_of(element) is paragraph:
            yield element


def own_text(paragraph: Element) -> str:
    """Return the words of a paragraph over all its runs, text boxes in it not included."""
    return "".join(element.text or "" for element in own_pieces(paragraph))


def is_hidden(run: Element) -> bool:
    """Whether a run is hidden by properties of its own (17.3.2.41)."""
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and is_on(vanish)


def part_name(part: str) -> str:
    """Return what a part is called: `body`, `header 2`, `footnotes`."""
    stem = part.rsplit("/", 1)[-1].removesuffix(".xml")
    name = stem.rstrip("0123456789")
    number = stem[len(name) :]
    return "body" if stem == "document" else f"{name} {number}".strip()


def whereabouts(element: Element, part: str) -> str:
    """Return part, text box, table and row of an element: `header 2, table 1, row 3`.

    Tables are counted within their part, cells' own ones included.
    """
    reported: list[str] = []
    within: Element | None = element
    while within is not None:
        above = within.getparent()
        if within.tag == W + "tr" and above is not None:
            reported.append(f"row {above.findall(W + 'tr').index(within) + 1}")
        elif within.tag == W + "tbl":
            reported.append(f"table {_number(within)}")
        elif within.tag == W + "txbxContent":
            reported.append("text box")
        within = above
    return ", ".join([part_name(part), *reversed(reported)])


def _number(table: Element) -> int:
    root = table.getroottree().getroot()
    return [*root.iter(W + "tbl")].index(table) + 1


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
