"""What the style of a table says of one of its cells (ISO/IEC 29500-1, 17.7.6).

A style formats the whole table, and parts of it where the table asks for them: its first and last
row and column, and bands of rows. What is said of a smaller part goes before.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.load.word.style import StyleSheet, chain
from briefgen.ooxml.names import Element, W, attribute, child

_LOOK = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
}
"""Bits of `w:tblLook`, which newer files write as attributes (17.4.55)."""


def formats(element: Element, sheet: StyleSheet) -> list[Element]:
    """Return the parts of a table's style that format a cell or what stands in it, first the least.

    Empty where an element stands in no table, or in one without a style. A style without a name,
    as Google Docs writes them, is none to LibreOffice.
    """
    table = _holder(element, "tbl")
    named = attribute(child(table, "tblPr", "tblStyle"), "val") or ""
    style = sheet.ids.get(named)
    if table is None or style is None or style.get(W + "type") != "table":
        return []
    if child(style, "name") is None:
        return []
    asked = [*_asked(element, table)]
    found = []
    for one in chain(style, sheet):
        own = {attribute(part, "type"): part for part in one.iterfind(W + "tblStylePr")}
        found += [one, *(own[name] for name in asked if name in own)]
    return found


def _holder(element: Element, name: str) -> Element | None:
    """Return what holds an element, as far as no text box parts them."""
    for one in element.iterancestors():
        if one.tag == W + name:
            return one
        if one.tag == W + "txbxContent":
            return None
    return None


def _asked(element: Element, table: Element) -> Iterator[str]:
    """Yield the parts of a table that a cell belongs to and that the table formats."""
    cell = element if element.tag == W + "tc" else _holder(element, "tc")
    row = None if cell is None else _holder(cell, "tr")
    if cell is None or row is None:
        return
    rows, cells = [*table.iter(W + "tr")], [*row.iter(W + "tc")]
    at, across = rows.index(row), cells.index(cell)
    first, last = _looks(table, "firstRow"), _looks(table, "lastRow")
    is_first, is_last = first and at == 0, last and row is rows[-1]
    if not (_looks(table, "noHBand") or is_first or is_last):
        yield "band1Horz" if (at - first) % 2 == 0 else "band2Horz"
    if across == 0 and _looks(table, "firstColumn"):
        yield "firstCol"
    if cell is cells[-1] and _looks(table, "lastColumn"):
        yield "lastCol"
    if is_first:
        yield "firstRow"
    if is_last:
        yield "lastRow"


def _looks(table: Element, name: str) -> bool:
    look = child(table, "tblPr", "tblLook")
    if look is None:
        return False
    if (said := look.get(W + name)) is not None:
        return said in ("1", "true", "on")
    try:
        return bool(int(look.get(W + "val") or "0", 16) & _LOOK[name])
    except ValueError:
        return False
