"""Where something stands in a Word file, in words that somebody who has it open in Word knows."""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part_name(part: str) -> str:
    """Return what a part is called: `body`, `header 2`, `footnotes`."""
    stem = part.rsplit("/", 1)[-1].removesuffix(".xml")
    name = stem.rstrip("0123456789")
    number = stem[len(name) :]
    return "body" if stem == "document" else f"{name} {number}".strip()


def whereabouts(element: etree._Element, part: str) -> str:
    """Return part, text box, table and row of an element: `header 2, table 1, row 3`.

    Tables are counted within their part, cells' own ones included.
    """
    told: list[str] = []
    within: etree._Element | None = element
    while within is not None:
        above = within.getparent()
        if within.tag == _W + "tr" and above is not None:
            told.append(f"row {above.findall(_W + 'tr').index(within) + 1}")
        elif within.tag == _W + "tbl":
            told.append(f"table {_number(within)}")
        elif within.tag == _W + "txbxContent":
            told.append("text box")
        within = above
    return ", ".join([part_name(part), *reversed(told)])


def _number(table: etree._Element) -> int:
    root = table.getroottree().getroot()
    return [*root.iter(_W + "tbl")].index(table) + 1
