"""Places that a template leaves to the program, written out in its own measures.

A table in hundredths of the text or centred in it, one that floats in the upper half of a page,
drawings that margins place, and a tab to a margin (`w:ptab`), stand where the text of the
template's own page puts them. Written as widths, indents and tab stops, they stand there in every
program, follow the text where a page has a side column, and keep it off themselves.

The white space that ends a cell of a header or footer, as a line of its height.

LibreOffice counts the space after the last paragraph of such a cell twice (seen in 7.4), which
moves all that follows; Word and the PDF count it once. A line of that height is the same to all.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.explicit_drawings import place_drawings
from briefgen.load.word.header_footer import text_width_pt
from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.header_footer_table import hangs_out, margin_at_left
from briefgen.load.word.sheet import sheet_of
from briefgen.load.word.style import StyleSheet
from briefgen.ooxml.build import put_in, w
from briefgen.ooxml.names import WP, Element, W, attribute, child, points, twips
from briefgen.ooxml.package import WordTemplate
from briefgen.ooxml.text import own_text

_LEAST_ROOM_PT = 0.5
"""Space that is worth a line of its own."""


def close_cells(root: Element, styles: HeaderFooterStyles) -> bool:
    """End the cells of a header or footer with lines in place of space, and say whether it did."""
    if root.tag not in (W + "hdr", W + "ftr"):
        return False
    changed = [_close(cell[-1], styles) for cell in root.iter(W + "tc") if len(cell)]
    return any(changed)


def _close(last: Element, styles: HeaderFooterStyles) -> bool:
    if last.tag != W + "p" or own_text(last).lstrip().startswith("{{"):
        return False  # what a field leaves out goes with its space
    after_pt = styles.style(last).space_after_pt
    if after_pt < _LEAST_ROOM_PT:
        return False
    properties = child(last, "pPr")
    if properties is None:
        properties = w("pPr")
        last.insert(0, properties)
    spacing = child(properties, "spacing")
    if spacing is None:
        spacing = put_in(properties, w("spacing"))
    for name in ("afterLines", "afterAutospacing"):
        if W + name in spacing.attrib:
            del spacing.attrib[W + name]
    spacing.set(W + "after", "0")
    line = w("spacing", before=0, after=0, line=twips(after_pt), lineRule="exact")
    last.addnext(w("p", w("pPr", line)))
    return True


_FIFTIETHS = 5000
"""Of a whole, as `w:type="pct"` counts (ISO/IEC 29500-1, 17.18.90)."""

_LEAST_PT = 4.0
"""Space above a table that is worth keeping."""

_SHARES = {"left": 0.0, "start": 0.0, "center": 0.5, "right": 1.0, "end": 1.0}
_BOXES = (W + "tc", W + "txbxContent")


def with_explicit_places(template: WordTemplate) -> WordTemplate:
    """Return a template whose tables and tabs say where they stand."""
    package = template.package
    section = child(package.root(package.main), "body", "sectPr")
    sheet = _Sheet.of(section)
    width_pt = sheet.text_pt
    styles = HeaderFooterStyles(sheet_of(template))
    hang = styles.sheet if hangs_out(package.document_part("settings")) else None
    changed: dict[str, bytes | Element] = {}
    for name, shared in package.stories():
        if next(shared.iter(W + "tbl", W + "ptab", WP + "anchor", W + "pict"), None) is None:
            continue
        root = package.copy(name)
        outermost = _outermost(root, "tbl")
        tables = [
            _settle(table, sheet) | _place_table(table, width_pt, hang) for table in outermost
        ]
        tabs = [_place_tabs(one, styles, width_pt) for one in _outermost(root, "p")]
        ends = close_cells(root, styles)
        if place_drawings(root, section) or any(tables) or any(tabs) or ends:
            changed[name] = root
    return replace(template, package=package.replaced(changed)) if changed else template


class _Sheet(Struct, frozen=True):
    """A page: its size, its text's left edge, top and width, and where its header begins."""

    width_pt: float
    height_pt: float
    left_pt: float
    top_pt: float
    header_pt: float
    text_pt: float

    @staticmethod
    def of(section: Element | None) -> _Sheet:
        size = child(section, "pgSz")
        width, height = (points(attribute(size, name)) or 0.0 for name in ("w", "h"))
        margins = child(section, "pgMar")
        left, top, header = (
            abs(points(attribute(margins, name)) or 0.0) for name in ("left", "top", "header")
        )
        return _Sheet(width, height, left, top, header, text_width_pt(section))


def _settle(table: Element, sheet: _Sheet) -> bool:
    """Let a table that floats stand in its place among the text, and say whether it did.

    One that is placed by the page below its middle, such as an address at its foot, stays.
    """
    properties = child(table, "tblPr")
    floats = child(properties, "tblpPr")
    if properties is None or floats is None:
        return False
    down_pt, anchor = points(attribute(floats, "tblpY")) or 0.0, attribute(floats, "vertAnchor")
    ends = attribute(floats, "tblpYSpec") in ("center", "bottom", "outside")
    if anchor in ("page", "margin"):
        if ends or down_pt > sheet.height_pt / 2:
            return False
        begins_pt = sheet.header_pt if _root(table).tag == W + "hdr" else sheet.top_pt
        down_pt += (0.0 if anchor == "page" else sheet.top_pt) - begins_pt
    by_page = attribute(floats, "horzAnchor") == "page"
    start_pt, room_pt = (-sheet.left_pt, sheet.width_pt) if by_page else (0.0, sheet.text_pt)
    columns = [points(attribute(one, "w")) or 0.0 for one in table.iterfind(f"{W}tblGrid/*")]
    share = _share(child(properties, "tblW"))
    free_pt = room_pt - (sum(columns) if share is None else share * sheet.text_pt)
    said = _SHARES.get(attribute(floats, "tblpXSpec") or "")
    across_pt = points(attribute(floats, "tblpX")) or 0.0 if said is None else said * free_pt
    for name in ("tblpPr", "tblOverlap", "tblInd", "jc"):
        if (old := child(properties, name)) is not None:
            properties.remove(old)
    put_in(properties, w("tblInd", w=twips(start_pt + across_pt), type="dxa"))
    if down_pt >= _LEAST_PT and table.getprevious() is None:
        space = w("spacing", before=0, after=0, line=twips(down_pt), lineRule="exact")
        table.addprevious(w("p", w("pPr", space)))
    return True


def _root(element: Element) -> Element:
    return element.getroottree().getroot()


def _outermost(root: Element, name: str) -> list[Element]:
    """Return elements that stand in no cell and no text box."""
    return [one for one in root.iter(W + name) if next(one.iterancestors(*_BOXES), None) is None]


def _place_table(table: Element, width_pt: float, hang: StyleSheet | None) -> bool:
    """Write a table's width and indent in points, and say whether it had them otherwise.

    Where indented tables hang out by the margin of their cells, `hang` has the styles of these.
    """
    properties = child(table, "tblPr")
    columns = [points(attribute(one, "w")) or 0.0 for one in table.iterfind(f"{W}tblGrid/*")]
    if properties is None or not sum(columns) or child(properties, "tblpPr") is not None:
        return False
    said, aligned = child(properties, "tblW"), child(properties, "jc")
    share = _share(said)
    align = _SHARES.get(attribute(aligned, "val") or "left", 0.0)
    if share is None and not align:
        return False
    total = sum(columns) if share is None else share * width_pt
    _set_widths(table, properties, [one * total / sum(columns) for one in columns])
    if aligned is not None and align:
        properties.remove(aligned)
        for row in table.iterchildren(W + "tr"):
            # LibreOffice places a table by its first row, which may say that it is centred, too.
            own = child(row, "trPr", "jc")
            if own is not None and (parent := own.getparent()) is not None:
                parent.remove(own)
        indent = child(properties, "tblInd")
        if indent is not None:
            properties.remove(indent)
        own_pt = 0.0 if hang is None else margin_at_left(table, hang)
        put_in(properties, w("tblInd", w=twips((width_pt - total) * align + own_pt), type="dxa"))
    return True


def _share(width: Element | None) -> float | None:
    """Return a width that is given as a share of the text; None for another."""
    given = attribute(width, "w") or ""
    if attribute(width, "type") != "pct" and not given.endswith("%"):
        return None
    whole = 100 if given.endswith("%") else _FIFTIETHS
    share = (points(given.rstrip("%"), unit=1) or 0.0) / whole
    return share or None


def _set_widths(table: Element, properties: Element, columns: list[float]) -> None:
    width = child(properties, "tblW")
    if width is None:
        width = put_in(properties, w("tblW"))
    width.set(W + "w", str(twips(sum(columns))))
    width.set(W + "type", "dxa")
    for column, column_pt in zip(table.iterfind(f"{W}tblGrid/*"), columns, strict=True):
        column.set(W + "w", str(twips(column_pt)))
    for row in table.iterchildren(W + "tr"):
        at = 0
        for cell in row.iterchildren(W + "tc"):
            given = attribute(child(cell, "tcPr", "gridSpan"), "val") or "1"
            span = int(given) if given.isdigit() else 1
            own = child(cell, "tcPr", "tcW")
            if own is not None:
                own.set(W + "w", str(twips(sum(columns[at : at + span]))))
                own.set(W + "type", "dxa")
            at += span


def _place_tabs(paragraph: Element, styles: HeaderFooterStyles, width_pt: float) -> bool:
    """Write tabs to a margin as tabs with stops, and say whether there were any.

    With others in the same paragraph they stay: whose stops are whose is not known.
    """
    found = list(paragraph.iter(W + "ptab"))
    if not found or next(paragraph.iter(W + "br"), None) is not None:
        return False
    if any(one.getparent().tag == W + "r" for one in paragraph.iter(W + "tab")):  # type: ignore[union-attr]
        return False
    style = styles.style(paragraph)
    wanted: dict[int, str] = {}
    for tab in found:
        kind = attribute(tab, "alignment") or "left"
        within = attribute(tab, "relativeTo") == "indent"
        left = style.indent_left_pt if within else 0.0
        right = width_pt - (style.indent_right_pt if within else 0.0)
        wanted[twips(left + (right - left) * _SHARES.get(kind, 0.0))] = kind
        tab.tag = W + "tab"
        tab.attrib.clear()
    properties = child(paragraph, "pPr")
    if properties is None:
        paragraph.insert(0, properties := w("pPr"))
    stops = child(properties, "tabs")
    inherited = {twips(one.at_pt) for one in styles.stops(paragraph)} - wanted.keys()
    if stops is not None:
        properties.remove(stops)
    kinds = {**dict.fromkeys(inherited, "clear"), **wanted}
    put_in(properties, w("tabs", *(w("tab", val=kinds[at], pos=at) for at in sorted(kinds))))
    if style.align != "left":  # a tab to a margin leads there however its line is aligned
        for old in properties.findall(W + "jc"):
            properties.remove(old)
        put_in(properties, w("jc", val="left"))
    return True
