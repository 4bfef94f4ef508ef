"""An article in Word: the text as it reads now, with headings, lists, links and notes.

The file is unpacked within the bounds of `ooxml.reading`. Insertions are read, deletions are not;
pictures, embedded objects and macros are never opened (ISO/IEC 29500-1, 17).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct, field

from briefgen.load.article.blocks import (
    LOST,
    Block,
    BlockKind,
    Metadata,
    Piece,
    ReadFile,
    linked_pieces,
    raised_text,
    tidied,
    usable_address,
)
from briefgen.ooxml.names import Element, R, W, attribute, child, is_on, value
from briefgen.ooxml.package import Package
from briefgen.ooxml.reading import read_package, transitional
from briefgen.ooxml.text import Walk, characters, is_hidden, paragraph_of
from briefgen.pattern import late_pattern

_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "creator": "{http://purl.org/dc/elements/1.1/}creator",
    "language": "{http://purl.org/dc/elements/1.1/}language",
}
_HYPERLINK = late_pattern(r'^\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_HEADING = late_pattern(r"heading (\d)", re.IGNORECASE)
_ROLES: dict[str, BlockKind] = {
    "title": "heading",
    "quote": "quotation",
    "intense quote": "quotation",
    "block text": "quotation",
    "caption": "caption",
    "footnote text": "note",
    "endnote text": "note",
}
"""What built-in styles, by the names that Word keeps in every language, make of a paragraph."""

_CODE = late_pattern(
    r"(?:source |programme? )?(?:code|listing)(?: block| text| listing)?|verbatim(?: \w+)?"
    r"|(?:html )?preformatted(?: text)?|macro text"
)
"""Names of styles, Word's own and those of converters, whose paragraphs are those of programs."""

_STRONG, _EMPHASIS = ("strong", "intense emphasis"), ("emphasis", "subtle emphasis")
STYLE_DEPTH = 20
"""Styles that one may be based on, one after the other."""


def read_docx(data: bytes, file: str) -> ReadFile:
    """Return the blocks of a Word document.

    Raises:
        TemplateError: as `ooxml.reading.read_package`.
    """
    package = transitional(read_package(data, file))
    reader = _Reader(package, _styles(package))
    reader.read(package.main)
    for word in ("footnotes", "endnotes"):
        if part := package.related(package.main, word):
            reader.read(part, notes=True)
    return ReadFile(tuple(reader.blocks), _metadata(package, reader))


class _Style(Struct, frozen=True):
    """What a style says of its paragraphs or runs, with what it takes from others."""

    name: str
    level: int = 0
    listed: bool = False
    bold: bool = False
    italic: bool = False


def _styles(package: Package) -> Mapping[str, _Style]:
    root = package.document_part("styles")
    if root is None:
        return {}
    found = {attribute(one, "styleId") or "": one for one in root.iterfind(W + "style")}
    return {name: _style(one, found) for name, one in found.items()}


def _style(style: Element, others: Mapping[str, Element]) -> _Style:
    name = value(child(style, "name")).lower()
    level, listed, bold, italic = 0, False, name in _STRONG, name in _EMPHASIS
    one: Element | None = style
    for _ in range(STYLE_DEPTH):
        if one is None:
            break
        numbered = _HEADING.fullmatch(value(child(one, "name")))
        outline = value(child(one, "pPr", "outlineLvl"))
        if not level and numbered:
            level = int(numbered[1])
        elif not level and outline.isdigit() and int(outline) < 9:  # noqa: PLR2004 - 9 is body text
            level = int(outline) + 1
        listed = listed or child(one, "pPr", "numPr") is not None
        bold, italic = bold or _switched(one, "b"), italic or _switched(one, "i")
        one = others.get(value(child(one, "basedOn")))
    return _Style(name, level, listed, bold, italic)


def _switched(element: Element, name: str) -> bool:
    switch = child(element, "rPr", name)
    return switch is not None and is_on(switch)


class _Reader(Struct):
    """Goes through the paragraphs of the parts of a document."""

    package: Package
    styles: Mapping[str, _Style]
    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    targets: dict[str, str] = field(default_factory=dict)

    def read(self, part: str, *, notes: bool = False) -> None:
        self.targets = {
            one.id: one.target for one in self.package.relationships(part) if one.external
        }
        rows: list[Element] = []
        gathered: dict[Element, list[Piece]] = {}
        order: list[Element] = []
        walk = Walk()
        for element in walk.over(self.package.root(part)):
            if element.tag == W + "tr":
                rows.append(element)
            elif element.tag == W + "p":
                order.append(element)
                gathered[element] = []
            elif walk.prints and (text := characters(element)) is not None:
                self._say(element, text, walk, gathered)
        for paragraph, pieces in self._in_order(order, gathered):
            self._add(paragraph, tidied(pieces), notes=notes)

    def _say(
        self, element: Element, text: str, walk: Walk, gathered: dict[Element, list[Piece]]
    ) -> None:
        paragraph, run = paragraph_of(element), next(element.iterancestors(W + "r"), None)
        if paragraph is None or paragraph not in gathered or (run is not None and is_hidden(run)):
            return
        before = gathered[paragraph][-1].text if gathered[paragraph] else ""
        if _is_raised(run) and not (text := raised_text(text, before)):
            return
        style = self.styles.get(value(child(run, "rPr", "rStyle")), _Style(""))
        bold, italic = style.bold, style.italic
        if run is not None and (switch := child(run, "rPr", "b")) is not None:
            bold = is_on(switch)
        if run is not None and (switch := child(run, "rPr", "i")) is not None:
            italic = is_on(switch)
        address = self._address(element, walk)
        if address is None:
            pieces = linked_pieces(text) if "://" in text else (Piece(text),)
            gathered[paragraph] += [Piece(one.text, bold, italic, one.address) for one in pieces]
        else:
            gathered[paragraph].append(Piece(text, bold, italic, address))

    def _address(self, element: Element, walk: Walk) -> str | None:
        link = next(element.iterancestors(W + "hyperlink"), None)
        if link is not None:
            if identity := link.get(R + "id"):
                return usable_address(self.targets.get(identity)) or f"{LOST}{id(link)}"
            return None  # a place in the same document
        for one in walk.fields:
            if one.name == "HYPERLINK":
                found = _HYPERLINK.match(one.instruction)
                lost = f"{LOST}{id(one)}"
                return (usable_address(found[1]) or lost) if found else None
        return None

    def _in_order(
        self, order: list[Element], gathered: dict[Element, list[Piece]]
    ) -> Iterator[tuple[Element, list[Piece]]]:
        """Yield paragraphs as they are read; those of one row of a table of data as one."""
        row: Element | None = None
        cells: list[Piece] = []
        last: Element | None = None
        for paragraph in order:
            cell = next(paragraph.iterancestors(W + "tc"), None)
            own = cell.getparent() if cell is not None and _is_data(cell) else None
            if row is not None and own is not row and last is not None:
                yield last, cells
                cells = []
            row = own
            if own is None:
                yield paragraph, gathered[paragraph]
                continue
            if gathered[paragraph]:
                cells += [Piece(" | ")] if cells else []
                cells += gathered[paragraph]
            last = paragraph
        if row is not None and last is not None:
            yield last, cells

    def _add(self, paragraph: Element, pieces: tuple[Piece, ...], *, notes: bool) -> None:
        if not pieces:
            return
        style = self.styles.get(value(child(paragraph, "pPr", "pStyle")), _Style(""))
        outline = value(child(paragraph, "pPr", "outlineLvl"))
        level = style.level or (int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0)  # noqa: PLR2004
        kind: BlockKind = "heading" if level else _ROLES.get(style.name, "paragraph")
        if style.name == "title":
            level, self.title = 1, self.title or "".join(one.text for one in pieces)
        if next(paragraph.iterancestors(W + "tc"), None) is not None and kind == "paragraph":
            kind = "table" if any(" | " in one.text for one in pieces) else "paragraph"
        listed = style.listed or child(paragraph, "pPr", "numPr") is not None
        if kind == "paragraph" and listed:
            kind = "item"
        aside = "code" if _CODE.fullmatch(style.name) else None
        self.blocks.append(Block("note" if notes else kind, pieces, level, aside=aside))


def _is_raised(run: Element | None) -> bool:
    return value(child(run, "rPr", "vertAlign")) == "superscript"


def _is_data(cell: Element) -> bool:
    """Whether a cell is one of several in its row, with a paragraph or two: no layout of a page."""
    row = cell.getparent()
    return row is not None and len(row.findall(W + "tc")) > 1 and len(cell.findall(W + "p")) <= 2  # noqa: PLR2004


def _metadata(package: Package, reader: _Reader) -> Metadata:
    said: dict[str, str] = {}
    if name := package.related("", "core-properties"):
        try:
            root = package.root(name)
        except etree.XMLSyntaxError:
            return Metadata(title=reader.title)
        for key, tag in _CORE.items():
            found = root.find(tag)
            if found is not None and (text := (found.text or "").strip()):
                said[key] = text
    language = child(package.document_part("styles"), "docDefaults", "rPrDefault", "rPr", "lang")
    authors = re.split(r"\s*;\s*", said["creator"]) if "creator" in said else []
    return Metadata(
        title=reader.title or said.get("title"),
        authors=tuple(authors),
        language=said.get("language") or attribute(language, "val"),
    )
