"""Names of Office Open XML, and reading values as it writes them."""

from __future__ import annotations

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_OFF = frozenset({"0", "false", "off"})


_MARKUP = re.compile(
    rb"(\xef\xbb\xbf)?\s*<|\xff\xfe(\s\0)*<\0|\xfe\xff(\0\s)*\0<|(\s\0)*<\0|(\0\s)*\0<"
)


def is_markup(name: str, data: bytes) -> bool:
    """Whether a part is XML by its name, or by how it begins whatever it is called."""
    return name.lower().endswith((".xml", ".rels")) or bool(_MARKUP.match(data))


def parse(data: bytes) -> etree._Element:
    """Parse a part: no entities, no network, no document type.

    Raises:
        etree.XMLSyntaxError: not well-formed, or nested beyond libxml2's own bounds.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def attribute(element: etree._Element | None, *names: str) -> str | None:
    """Return the first of some attributes of WordprocessingML that an element has."""
    if element is None:
        return None
    for name in names:
        if (value := element.get(W + name)) is not None:
            return value
    return None


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Follow child elements of WordprocessingML by name, as far as they are there."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def is_on(element: etree._Element) -> bool:
    """Read an on/off property: there, and not switched off (ISO/IEC 29500-1, 17.17.4)."""
    return (element.get(W + "val") or "on").lower() not in _OFF


def points(value: str | None, unit: float = 20) -> float | None:
    """Return a measure in points; a bare number counts `unit` to the point.

    Word writes twentieths of a point; other software may write `12pt` or `2cm` (17.18.93).
    """
    if value is None:
        return None
    scale = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
    try:
        if value[-2:] in scale:
            return float(value[:-2]) * scale[value[-2:]]
        return float(value) / unit
    except ValueError:
        return None
