"""One walk over the text of a Word file, in the order in which it is read.

What was deleted or moved away (ISO/IEC 29500-1, 17.13.5) and the second copies of markup
compatibility (ISO/IEC 29500-3, 7.6) are not text of the file. Everything else is: insertions,
content controls, links, smart tags, text boxes, and what fields show (17.16).
"""

from __future__ import annotations

from collections.abc import Iterator
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
