"""Paragraphs of a template's own text, with what stands in their lines and between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree
from msgspec.structs import replace

from briefgen.load.word.header_footer_groups import grouped
from briefgen.load.word.header_footer_style import Fields, HeaderFooterStyles, page_number
from briefgen.load.word.header_footer_table import Tables
from briefgen.load.word.list_level import sign_of
from briefgen.load.word.style import StyleSheet
from briefgen.load.word.text_frames import frame_of, held_together, placed_frame
from briefgen.ooxml.names import MC, W, attribute, child, is_on
from briefgen.ooxml.text import whereabouts
from briefgen.sandbox.fields import has_fields, marked
from briefgen.types.header_footer import (
    AFTER_TABLE,
    PAGE,
    PAGES,
    Break,
    Group,
    HeaderFooterBlock,
    HeaderFooterInline,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterRow,
    HeaderFooterTable,
    HeaderFooterText,
    Tab,
    lines_of,
)
from briefgen.types.page_style import TextStyle

if TYPE_CHECKING:
    from briefgen.load.word.header_footer_drawing import Drawings
    from briefgen.load.word.vml_drawing import VmlDrawings

_HOLDERS = frozenset(
    W + name for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "moveTo")
)
_UNDERSTOOD = frozenset({"wps", "wpg", "wp14", "w14", "wp15"})
"""Prefixes of what is read where a drawing is given in two ways, the newer one first."""

_DRAWN = (W + "drawing", W + "pict", W + "object", MC + "AlternateContent")


class Reader:
    """Reads a part by its name. `left_out` says in words what it could not take along.

    `files` are those that the part refers to, by the id of the reference. Readers of drawings are
    imported for the first one: a built-in theme has none.
    """

    def __init__(
        self,
        sheet: StyleSheet,
        files: Mapping[str, bytes],
        width_pt: float,
        part: str,
        *,
        hangs_out: bool = False,
    ) -> None:
        self.left_out: list[str] = []
        self._part, self._files, self._scheme = part, files, sheet.colour_scheme
        self._width_pt = width_pt
        self._styles = HeaderFooterStyles(sheet)
        self._fields = Fields()
        self._tables = Tables(width_pt, sheet, self._text_within, hangs_out)

    def part(self, elements: Iterable[etree._Element]) -> HeaderFooterPart:
        """Return what elements hold, from top to bottom.

        Raises:
            GroupError: a loop or condition that is not closed, or cannot be read.
        """
        held = held_together(elements)
        return HeaderFooterPart(grouped(block for each in held for block in self._together(each)))

    def _together(self, held: Sequence[etree._Element]) -> Iterator[HeaderFooterBlock]:
        """Yield the blocks of an element, or those of a frame as one that takes no room."""
        if (frame := frame_of(held[0])) is None:
            for one in held:
                yield from self._blocks(one)
            return
        said = tuple(own for one in held for own in self._paragraphs(one))
        plain = {"leading_pt": 0.0, "space_before_pt": 0.0, "space_after_pt": 0.0}
        style = replace(said[0].style, **plain, border_top=None, border_bottom=None)
        style = replace(style, border_left=None, border_right=None, shading=None)
        yield HeaderFooterParagraph(style, (placed_frame(frame, said, self._width_pt),))

    def _blocks(self, element: etree._Element) -> Iterator[HeaderFooterBlock]:
        if element.tag == W + "p":
            yield from self._paragraphs(element)
        elif element.tag == W + "tbl":
            yield HeaderFooterTable(grouped(self._tables.rows(element)))
        elif element.tag == W + "sdt":
            content = child(element, "sdtContent")
            for one in () if content is None else content:
                yield from self._blocks(one)

    def _text_within(
        self, element: etree._Element, holder: str
    ) -> tuple[HeaderFooterParagraph, ...]:
        """Return the paragraphs that a cell or a text box holds, those of a table in it too.

        What such a table has side by side stands there one below the other.
        """
        found: list[HeaderFooterParagraph] = []
        for block in (block for one in element for block in self._blocks(one)):
            if isinstance(block, HeaderFooterParagraph):
                found.append(block)
            elif isinstance(block, HeaderFooterTable):
                for row in block.rows:
                    filled = [*_filled(row)]
                    what = f"the columns of a table within {holder}"
                    if len(filled) > 1 and what not in self.left_out:
                        self.left_out.append(what)
                    found += [one for own in filled for one in own]
        return tuple(found)

    def _paragraphs(self, paragraph: etree._Element) -> Iterator[HeaderFooterParagraph]:
        """Yield a paragraph; one without fields as the lines that breaks divide it into."""
        style, stops = self._styles.style(paragraph), self._styles.stops(paragraph)
        parts = [*self._parts(paragraph, paragraph)]
        named = attribute(child(paragraph, "pPr", "pStyle"), "val")
        own = HeaderFooterParagraph(
            style,
            tuple(parts),
            stops,
            closes_table=named == AFTER_TABLE and not parts,
            ends_page=_ends_page(paragraph),
        )
        words = "".join(part.text for part in parts if isinstance(part, HeaderFooterText))
        if has_fields(words):
            yield replace(_with_source(own), where=whereabouts(paragraph, self._part))
        else:
            yield from lines_of(own)

    def _parts(
        self, holder: etree._Element, paragraph: etree._Element
    ) -> Iterator[HeaderFooterInline]:
        for element in holder:
            if element.tag == W + "r":
                yield from self._run(element, paragraph)
            elif element.tag == W + "fldSimple":
                yield from self._simple(element, paragraph)
            elif element.tag in _HOLDERS:
                yield from self._parts(element, paragraph)

    def _simple(
        self, element: etree._Element, paragraph: etree._Element
    ) -> Iterator[HeaderFooterInline]:
        number = page_number(attribute(element, "instr") or "")
        run = child(element, "r")
        if number and run is not None:
            yield HeaderFooterText(number, self._styles.style(paragraph, run))
        else:
            yield from self._parts(element, paragraph)

    def _run(self, run: etree._Element, paragraph: etree._Element) -> Iterator[HeaderFooterInline]:
        hidden = child(run, "rPr", "vanish")
        shown = hidden is None or not is_on(hidden)
        for one in run:
            if one.tag == W + "fldChar":
                if number := self._fields.mark(one):
                    yield HeaderFooterText(number, self._styles.style(paragraph, run))
            elif one.tag == W + "instrText":
                self._fields.instruct(one.text or "")
            elif shown and self._fields.prints:
                yield from self._said(one, run, paragraph)

    def _said(
        self, one: etree._Element, run: etree._Element, paragraph: etree._Element
    ) -> Iterator[HeaderFooterInline]:
        if one.tag == W + "t" and one.text:
            yield HeaderFooterText(one.text, self._styles.style(paragraph, run))
        elif one.tag in (W + "br", W + "cr"):
            yield Break(of_page=attribute(one, "type") == "page")
        elif one.tag == W + "noBreakHyphen":
            yield HeaderFooterText("\u2011", self._styles.style(paragraph, run))
        elif one.tag == W + "sym":
            if sign := self._sign(one):
                yield HeaderFooterText(sign, self._styles.style(paragraph, run))
        elif one.tag in (W + "tab", W + "ptab"):
            style = self._styles.style(paragraph, run)
            yield Tab(style.colour if style.underlined else None)
        elif one.tag in _DRAWN:
            yield from self._drawn(one, self._styles.style(paragraph, run))

    def _sign(self, symbol: etree._Element) -> str:
        """Return a sign of a font of signs (17.3.3.30) in Unicode; nothing where none is known."""
        font = attribute(symbol, "font") or ""
        sign = sign_of(font, attribute(symbol, "char") or "")
        if not sign:
            self.left_out.append(f"a sign of the font {font}")
        return sign

    @cached_property
    def _drawings(self) -> Drawings:
        from briefgen.load.word.header_footer_drawing import Drawings  # noqa: PLC0415

        return Drawings(self._files, self._scheme, self._text_within, self.left_out)

    @cached_property
    def _vml(self) -> VmlDrawings:
        from briefgen.load.word.vml_drawing import VmlDrawings  # noqa: PLC0415

        return VmlDrawings(self._files, self._text_within, self.left_out)

    def _drawn(self, element: etree._Element, style: TextStyle) -> Iterator[HeaderFooterInline]:
        """Yield what an element draws; of two ways to say it, the one that is understood."""
        if element.tag == W + "drawing":
            yield from self._drawings.shown(element)
        elif element.tag in (W + "pict", W + "object"):
            yield from self._vml.shown(element, style)
        else:
            choice, otherwise = element.find(MC + "Choice"), element.find(MC + "Fallback")
            wanted = set() if choice is None else set((choice.get("Requires") or "").split())
            chosen = choice if wanted <= _UNDERSTOOD else otherwise
            for one in () if chosen is None else chosen:
                if one.tag in _DRAWN:
                    yield from self._drawn(one, style)


def _filled(
    row: HeaderFooterRow | Group[HeaderFooterRow],
) -> Iterator[list[HeaderFooterParagraph]]:
    """Yield the paragraphs of each cell of a row that prints anything."""
    for cell in row.cells if isinstance(row, HeaderFooterRow) else ():
        own = [one for one in cell.paragraphs if isinstance(one, HeaderFooterParagraph)]
        if any(one.parts or one.source for one in own):
            yield own


def _ends_page(paragraph: etree._Element) -> bool:
    """Whether what follows a paragraph begins a page: as a section (17.18.77), or by itself."""
    following = paragraph.getnext()
    breaks = child(following, "pPr", "pageBreakBefore")
    if breaks is not None and is_on(breaks):
        return True
    if child(paragraph, "pPr", "sectPr") is None:
        return False
    later = (one for each in paragraph.itersiblings() for one in each.iter(W + "sectPr"))
    kind = attribute(child(next(later, None), "type"), "val")
    return kind not in ("continuous", "nextColumn")


def _with_source(paragraph: HeaderFooterParagraph) -> HeaderFooterParagraph:
    """Return a paragraph with its fields in its source, and styles without words in its parts."""
    pieces: list[str | int] = []
    parts: list[HeaderFooterInline] = []
    for number, part in enumerate(paragraph.parts):
        pieces.append(number)
        if isinstance(part, HeaderFooterText) and part.text not in (PAGE, PAGES):
            pieces.append(part.text)
            part = replace(part, text="")  # noqa: PLW2901
        parts.append(part)
    return replace(paragraph, parts=tuple(parts), source=marked(pieces))
