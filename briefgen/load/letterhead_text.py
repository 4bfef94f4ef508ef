"""Paragraphs, layout tables and pictures of a house's own text, as far as a PDF can print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from lxml import etree

from briefgen.load.images import picture_of
from briefgen.load.ooxml import A, W, attribute, child, is_on, points
from briefgen.load.word_style import StyleSheet, chain, resolve
from briefgen.load.word_theme import colour_of
from briefgen.types.finding import LoadError
from briefgen.types.letterhead import (
    PAGE,
    PAGES,
    Anchor,
    Floating,
    OwnBox,
    OwnCell,
    OwnParagraph,
    OwnPart,
    OwnPicture,
    OwnRow,
    OwnText,
    Tab,
    TabStop,
)
from briefgen.types.look import TextStyle
from briefgen.types.picture import Picture
from briefgen.types.role import Role

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_EMU = 12_700
_CELL_MARGIN_PT = 5.4
_WHOLE_PT = 1.0
"""A table that differs less than this from the width of the text is as wide as the text."""

_NUMBERS = {"PAGE": PAGE, "NUMPAGES": PAGES, "SECTIONPAGES": PAGES}
_HOLDERS = frozenset(
    W + name for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "moveTo")
)
_ALIGNED: dict[str, Literal["left", "center", "right"]] = {
    "center": "center",
    "right": "right",
    "end": "right",
}
_SIDES: dict[str, Literal["start", "center", "end"]] = {
    "center": "center",
    "right": "end",
    "outside": "end",
    "bottom": "end",
}
_FRAMES = ("head", "main", "side", "foot")


def is_place(element: etree._Element) -> bool:
    """Whether an element of the body receives a part of the brief, or holds one that does."""
    words = "".join(one.text or "" for one in element.iter(W + "t")).strip()
    if words.startswith("{{") and words[2:].strip().split("}}")[0].strip() in _FRAMES:
        return True
    marks = (one for tag in ("tag", "alias") for one in element.iter(W + tag))
    return any((attribute(mark, "val") or "").lower().startswith("briefgen:") for mark in marks)


@dataclass
class Reader:
    """Reads one part. `left_out` says in words what it could not take along."""

    sheet: StyleSheet
    on_font: Callable[[TextStyle], TextStyle]
    files: Mapping[str, bytes]
    width_pt: float
    left_out: list[str] = field(default_factory=list)
    floating: list[Floating] = field(default_factory=list)
    fields: list[list[str]] = field(default_factory=list)
    """Instruction and state of each field that is open: before or after its result begins."""

    def part(self, elements: Iterable[etree._Element]) -> OwnPart:
        """Return what elements hold, from top to bottom."""
        blocks = tuple(block for element in elements for block in self._blocks(element))
        return OwnPart(blocks, tuple(self.floating))

    def _blocks(self, element: etree._Element) -> Iterator[OwnParagraph | OwnRow]:
        if element.tag == W + "p":
            yield from self._paragraphs(element)
        elif element.tag == W + "tbl":
            yield from self._table(element)
        elif element.tag == W + "sdt":
            for one in _children(element, "sdtContent"):
                yield from self._blocks(one)

    # Paragraphs

    def _paragraphs(self, paragraph: etree._Element) -> Iterator[OwnParagraph]:
        """Yield the lines of a paragraph that breaks divide."""
        properties = child(paragraph, "pPr")
        own = self._style(paragraph, None)
        parts: list[OwnText | OwnPicture | Tab] = []
        for part in self._parts(paragraph, paragraph):
            if isinstance(part, OwnText) and part.text == "\n":
                yield OwnParagraph(replace(own, space_after_pt=0), tuple(parts))
                parts, own = [], replace(own, space_before_pt=0)
            else:
                parts.append(part)
        yield OwnParagraph(own, tuple(parts), self._stops(properties))

    def _style(self, paragraph: etree._Element, run: etree._Element | None) -> TextStyle:
        key = attribute(child(paragraph, "pPr", "pStyle"), "val") or ""
        style = self.sheet.ids.get(key)
        if style is None:
            style = next(
                one
                for one in self.sheet.root.iter(W + "style")
                if one.get(W + "default") in ("1", "true", "on")
                or attribute(child(one, "name"), "val") == "Normal"
            )
        runs: list[etree._Element | None] = []
        if run is not None:
            named = self.sheet.ids.get(attribute(child(run, "rPr", "rStyle"), "val") or "")
            runs = (
                [child(one, "rPr") for one in chain(named, self.sheet)] if named is not None else []
            )
            runs.append(child(run, "rPr"))
        family = self.sheet.theme.font("minor") or "Times New Roman"
        own = (child(paragraph, "pPr"), runs)
        return self.on_font(resolve(style, Role.HEADER, self.sheet, family, own))

    def _stops(self, properties: etree._Element | None) -> tuple[TabStop, ...]:
        key = attribute(child(properties, "pStyle"), "val") or ""
        style = self.sheet.ids.get(key)
        held = [] if style is None else [child(one, "pPr") for one in chain(style, self.sheet)]
        found: dict[float, TabStop] = {}
        for one in (*held, properties):
            for stop in _children(one, "tabs"):
                at = points(attribute(stop, "pos")) or 0.0
                kind = attribute(stop, "val") or "left"
                found.pop(at, None)
                if kind not in ("clear", "bar", "num"):
                    found[at] = TabStop(at, _ALIGNED.get(kind, "left"))
        return tuple(found[at] for at in sorted(found))

    def _parts(
        self, holder: etree._Element, paragraph: etree._Element
    ) -> Iterator[OwnText | OwnPicture | Tab]:
        for element in holder:
            if element.tag == W + "r":
                yield from self._run(element, paragraph)
            elif element.tag == W + "fldSimple":
                yield from self._simple(element, paragraph)
            elif element.tag in _HOLDERS:
                yield from self._parts(element, paragraph)

    def _simple(
        self, element: etree._Element, paragraph: etree._Element
    ) -> Iterator[OwnText | OwnPicture | Tab]:
        number = _number(attribute(element, "instr") or "")
        run = child(element, "r")
        if number and run is not None:
            yield OwnText(number, self._style(paragraph, run))
        else:
            yield from self._parts(element, paragraph)

    def _run(
        self, run: etree._Element, paragraph: etree._Element
    ) -> Iterator[OwnText | OwnPicture | Tab]:
        hidden = child(run, "rPr", "vanish")
        shown = hidden is None or not is_on(hidden)
        for one in run:
            if one.tag == W + "fldChar":
                yield from self._field(one, self._style(paragraph, run))
            elif one.tag == W + "instrText" and self.fields:
                self.fields[-1][0] += one.text or ""
            elif shown and not self._in_number():
                yield from self._said(one, run, paragraph)

    def _said(
        self, one: etree._Element, run: etree._Element, paragraph: etree._Element
    ) -> Iterator[OwnText | OwnPicture | Tab]:
        if one.tag == W + "t" and one.text:
            yield OwnText(one.text, self._style(paragraph, run))
        elif one.tag in (W + "br", W + "cr"):
            yield OwnText("\n", self._style(paragraph, run))
        elif one.tag == W + "noBreakHyphen":
            yield OwnText("\u2011", self._style(paragraph, run))
        elif one.tag in (W + "tab", W + "ptab"):
            yield Tab()
        elif one.tag in (W + "drawing", W + "pict", W + "object", _MC + "AlternateContent"):
            yield from self._drawn(one)

    def _in_number(self) -> bool:
        """Whether this is the result of a field that counts pages, or an instruction."""
        return any(state == "told" or _number(told) for told, state in self.fields)

    def _field(self, mark: etree._Element, style: TextStyle) -> Iterator[OwnText]:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self.fields.append(["", "told"])
        elif kind == "separate" and self.fields:
            self.fields[-1][1] = "result"
        elif kind == "end" and self.fields and (number := _number(self.fields.pop()[0])):
            yield OwnText(number, style)

    # Pictures

    def _drawn(self, element: etree._Element) -> Iterator[OwnPicture]:
        """Yield a picture that stands in its line, and keep what floats."""
        choice = (
            element.find(_MC + "Choice") if element.tag == _MC + "AlternateContent" else element
        )
        for drawing in () if choice is None else choice.iter(_WP + "inline", _WP + "anchor"):
            shown = self._box(drawing) or self._picture(drawing)
            if shown is None:
                continue
            if drawing.tag == _WP + "anchor":
                across = _anchor(drawing.find(_WP + "positionH"))
                down = _anchor(drawing.find(_WP + "positionV"))
                self.floating.append(Floating(shown, across, down))
            elif isinstance(shown, OwnPicture):
                yield shown
            else:
                self.left_out.append("a text box that stands in a line")
        if choice is None or next(choice.iter(_WP + "inline", _WP + "anchor"), None) is None:
            self.left_out.append("a drawing")

    def _box(self, drawing: etree._Element) -> OwnBox | None:
        """Return a text box, whose rules and tint are left out."""
        held, extent = next(drawing.iter(W + "txbxContent"), None), drawing.find(_WP + "extent")
        if held is None or extent is None:
            return None
        blocks = [block for one in held for block in self._blocks(one)]
        if any(isinstance(block, OwnRow) for block in blocks):
            self.left_out.append("a table within a text box")
        insets = next(drawing.iter(_WPS + "bodyPr"), None)
        left, top, right = (
            int((insets.get(side) if insets is not None else None) or usual) / _EMU
            for side, usual in (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440))
        )
        width, height = (int(extent.get(side, "0")) / _EMU for side in ("cx", "cy"))
        text = tuple(block for block in blocks if isinstance(block, OwnParagraph))
        return OwnBox(width, height, top, OwnCell(left, width - right, text))

    def _picture(self, drawing: etree._Element) -> OwnPicture | None:
        blips = [*drawing.iter(A + "blip")]
        extent = drawing.find(_WP + "extent")
        if len(blips) != 1 or extent is None:
            self.left_out.append("a drawing")
        elif any(one.attrib for one in drawing.iter(A + "srcRect")):
            self.left_out.append("a picture that is cut")
        else:
            size = [int(extent.get(side, "0")) / _EMU for side in ("cx", "cy")]
            data = self.files.get(blips[0].get(_R + "embed", ""), b"")
            try:
                picture = _decoded(data, size[0], size[1])
            except LoadError:
                self.left_out.append("a picture that is no PNG or JPEG")
            else:
                return OwnPicture(picture, size[0], size[1])
        return None

    # Tables

    def _table(self, table: etree._Element) -> Iterator[OwnRow]:
        columns = [
            points(attribute(one, "w")) or 0.0 for one in table.iterfind(f"{W}tblGrid/{W}gridCol")
        ]
        indent = points(attribute(child(table, "tblPr", "tblInd"), "w")) or 0.0
        whole = abs(sum(columns) - self.width_pt) <= _WHOLE_PT
        if _ruled(table):
            self.left_out.append("a table with rules")
        for row in table.iterchildren(W + "tr"):
            least = points(attribute(child(row, "trPr", "trHeight"), "val")) or 0.0
            cells, at, column = [], indent, 0
            for cell in row.iterchildren(W + "tc"):
                span = int(attribute(child(cell, "tcPr", "gridSpan"), "val") or 1)
                own = points(attribute(child(cell, "tcPr", "tcW"), "w"))
                width = sum(columns[column : column + span]) or own or 0.0
                cells.append(self._cell(cell, table, at, at + width))
                at, column = at + width, column + span
            yield OwnRow(tuple(cells), least, whole)

    def _cell(
        self, cell: etree._Element, table: etree._Element, left: float, right: float
    ) -> OwnCell:
        sides = {}
        for side, names in (("left", ("left", "start")), ("right", ("right", "end"))):
            held = (
                points(attribute(child(holder, name), "w"))
                for holder in (child(cell, "tcPr", "tcMar"), child(table, "tblPr", "tblCellMar"))
                for name in names
            )
            sides[side] = next((one for one in held if one is not None), _CELL_MARGIN_PT)
        align = _SIDES.get(attribute(child(cell, "tcPr", "vAlign"), "val") or "", "start")
        blocks = [block for one in cell for block in self._blocks(one)]
        if any(isinstance(block, OwnRow) for block in blocks):
            self.left_out.append("a table within a table")
        return OwnCell(
            left + sides["left"],
            right - sides["right"],
            tuple(block for block in blocks if isinstance(block, OwnParagraph)),
            {"start": "top", "center": "center", "end": "bottom"}[align],  # type: ignore[arg-type]
            colour_of(child(cell, "tcPr", "shd"), self.sheet.theme, "fill", "themeFill"),
        )


def _children(element: etree._Element | None, name: str) -> Iterable[etree._Element]:
    held = child(element, name)
    return () if held is None else held


@lru_cache(maxsize=8)
def _decoded(data: bytes, width_pt: float, height_pt: float) -> Picture:
    return picture_of(data, "", (width_pt, height_pt))


def _ruled(table: etree._Element) -> bool:
    borders = (one for name in ("tblBorders", "tcBorders") for one in table.iter(W + name))
    return any(
        attribute(side, "val") not in (None, "nil", "none") for border in borders for side in border
    )


def _number(instruction: str) -> str:
    """Return what stands for the number that a field counts; nothing for another field."""
    words = instruction.split()
    return _NUMBERS.get(words[0].upper(), "") if words else ""


def _anchor(position: etree._Element | None) -> Anchor:
    """Return where a floating picture stands in one direction."""
    origin = "page" if position is None else position.get("relativeFrom", "page")
    inner = {"margin": "margin", "column": "margin", "character": "margin", "text": "margin"}
    inner |= {"paragraph": "paragraph", "line": "paragraph"}
    at: Literal["page", "margin", "paragraph"] = inner.get(origin, "page")  # type: ignore[assignment]
    offset = None if position is None else position.findtext(_WP + "posOffset")
    align = None if position is None else position.findtext(_WP + "align")
    if align:
        return Anchor(at, 0.0, _SIDES.get(align, "start"))
    return Anchor(at, int(offset or 0) / _EMU)
