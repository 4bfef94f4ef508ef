"""Where something stands in a Word file, in words that somebody who has it open in Word knows."""

from __future__ import annotations

from briefgen.ooxml.names import Element, W


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
