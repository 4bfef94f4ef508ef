"""Names of Office Open XML, and reading what elements say under them."""

from __future__ import annotations

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
