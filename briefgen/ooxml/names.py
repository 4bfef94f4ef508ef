"""Names of Office Open XML, its measures, and reading what elements say under them."""

from __future__ import annotations

import math

from lxml import etree

Element = etree._Element  # noqa: SLF001 (lxml names the type of its elements nowhere else)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
DATA_STORE = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
TYPES, RELATIONSHIPS = (f"{{{PACKAGE}{name}}}" for name in ("content-types", "relationships"))
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""How the types of relationships begin."""

WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
"""How the content types of the parts of a Word file begin."""

_OFF = frozenset({"0", "false", "off"})


def attribute(element: Element | None, *names: str) -> str | None:
    """Return the first of some attributes of WordprocessingML that an element has."""
    if element is None:
        return None
    for name in names:
        if (value := element.get(W + name)) is not None:
            return value
    return None


def child(element: Element | None, *names: str) -> Element | None:
    """Follow child elements of WordprocessingML by name, as far as they are there."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None) -> str:
    """Return the `w:val` of an element, or nothing."""
    return attribute(element, "val") or ""


def is_on(element: Element) -> bool:
    """Read an on/off property: there, and not switched off (ISO/IEC 29500-1, 17.17.4)."""
    return (element.get(W + "val") or "on").lower() not in _OFF


def is_default(style: Element) -> bool:
    """Whether a style is that of what names none, of its type (ISO/IEC 29500-1, 17.7.4.17)."""
    return style.get(W + "default") in ("1", "true", "on")


EMU_PER_POINT = 12_700
"""English Metric Units, in which DrawingML counts (ISO/IEC 29500-1, 20.1.2.1)."""

_SCALE = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}


def points(value: str | None, unit: float = 20) -> float | None:
    """Return a measure in points, None for none; a bare number counts `unit` to the point.

    Word writes whole twentieths of a point (ST_TwipsMeasure, 22.9.2.14), half points for sizes of
    type and eighths for rules. Other software writes `12pt`, `2cm` (ST_UniversalMeasure,
    22.9.2.15) or `1440.0000000000002`.
    """
    if value is None:
        return None
    value = value.strip()
    try:
        if value[-2:] in _SCALE:
            number = float(value[:-2]) * _SCALE[value[-2:]]
        else:
            number = float(value) / unit
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def twips(points: float) -> int:
    """Return points as twentieths of a point, which Word counts in."""
    return round(points * 20)


def emu(points: float) -> int:
    """Return points in English Metric Units."""
    return round(points * EMU_PER_POINT)
