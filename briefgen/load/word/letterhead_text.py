"""Paragraphs of a house's own text, with what stands in their lines and between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from briefgen.load.word.letterhead_drawing import Drawings
from briefgen.load.word.letterhead_field import Fields, page_number
from briefgen.load.word.letterhead_style import OwnStyles
from briefgen.load.word.letterhead_table import Tables, is_ruled
from briefgen.load.word.style import StyleSheet
from briefgen.ooxml.names import MC, W, attribute, child, is_on
from briefgen.types.letterhead import OwnInline, OwnParagraph, OwnPart, OwnRow, OwnText, Tab
from briefgen.types.look import TextStyle

_HOLDERS = frozenset(
    W + name for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "moveTo")
)
_DRAWN = (W + "drawing", W + "pict", W + "object", MC + "AlternateContent")


class Reader:
    """Reads one part. `left_out` says in words what it could not take along.

    `files` are those that the part refers to, by the id of the reference.
    """

    def __init__(
        self,
        sheet: StyleSheet,
        on_font: Callable[[TextStyle], TextStyle],
        files: Mapping[str, bytes],
        width_pt: float,
    ) -> None:
        self.left_out: list[str] = []
        self._styles = OwnStyles(sheet, on_font)
        self._fields = Fields()
        self._drawings = Drawings(files, self._text_within, self.left_out)
        self._tables = Tables(width_pt, sheet.theme, self._text_within)

    def part(self, elements: Iterable[etree._Element]) -> OwnPart:
        """Return what elements hold, from top to bottom."""
        blocks = tuple(block for element in elements for block in self._blocks(element))
        return OwnPart(blocks, tuple(self._drawings.floating))

    def _blocks(self, element: etree._Element) -> Iterator[OwnParagraph | OwnRow]:
        if element.tag == W + "p":
            yield from self._paragraphs(element)
        elif element.tag == W + "tbl":
            if is_ruled(element):
                self.left_out.append("a table with rules")
            yield from self._tables.rows(element)
        elif element.tag == W + "sdt":
            held = child(element, "sdtContent")
            for one in () if held is None else held:
                yield from self._blocks(one)

    def _text_within(self, element: etree._Element, holder: str) -> tuple[OwnParagraph, ...]:
        """Return the paragraphs that a cell or a text box holds."""
        blocks = [block for one in element for block in self._blocks(one)]
        if any(isinstance(block, OwnRow) for block in blocks):
            self.left_out.append(f"a table within {holder}")
        return tuple(block for block in blocks if isinstance(block, OwnParagraph))

    def _paragraphs(self, paragraph: etree._Element) -> Iterator[OwnParagraph]:
        """Yield the lines of a paragraph that breaks divide."""
        own = self._styles.style(paragraph)
        parts: list[OwnInline] = []
        for part in self._parts(paragraph, paragraph):
            if isinstance(part, OwnText) and part.text == "\n":
                yield OwnParagraph(replace(own, space_after_pt=0), tuple(parts))
                parts, own = [], replace(own, space_before_pt=0)
            else:
                parts.append(part)
        yield OwnParagraph(own, tuple(parts), self._styles.stops(paragraph))

    def _parts(self, holder: etree._Element, paragraph: etree._Element) -> Iterator[OwnInline]:
        for element in holder:
            if element.tag == W + "r":
                yield from self._run(element, paragraph)
            elif element.tag == W + "fldSimple":
                yield from self._simple(element, paragraph)
            elif element.tag in _HOLDERS:
                yield from self._parts(element, paragraph)

    def _simple(self, element: etree._Element, paragraph: etree._Element) -> Iterator[OwnInline]:
        number = page_number(attribute(element, "instr") or "")
        run = child(element, "r")
        if number and run is not None:
            yield OwnText(number, self._styles.style(paragraph, run))
        else:
            yield from self._parts(element, paragraph)

    def _run(self, run: etree._Element, paragraph: etree._Element) -> Iterator[OwnInline]:
        hidden = child(run, "rPr", "vanish")
        shown = hidden is None or not is_on(hidden)
        for one in run:
            if one.tag == W + "fldChar":
                if number := self._fields.mark(one):
                    yield OwnText(number, self._styles.style(paragraph, run))
            elif one.tag == W + "instrText":
                self._fields.instruct(one.text or "")
            elif shown and self._fields.prints:
                yield from self._said(one, run, paragraph)

    def _said(
        self, one: etree._Element, run: etree._Element, paragraph: etree._Element
    ) -> Iterator[OwnInline]:
        if one.tag == W + "t" and one.text:
            yield OwnText(one.text, self._styles.style(paragraph, run))
        elif one.tag in (W + "br", W + "cr"):
            yield OwnText("\n", self._styles.style(paragraph, run))
        elif one.tag == W + "noBreakHyphen":
            yield OwnText("\u2011", self._styles.style(paragraph, run))
        elif one.tag in (W + "tab", W + "ptab"):
            yield Tab()
        elif one.tag in _DRAWN:
            yield from self._drawings.inline(one)
