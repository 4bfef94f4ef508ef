"""The parts of a Word document that hold theme and fonts, as small as Word asks for.

Nothing of a sheet refers to them; Word and its validators expect them (ISO/IEC 29500-1, 14.2.7 and
17.8).
"""

from __future__ import annotations

from lxml import etree

from briefgen.ooxml.build import w
from briefgen.ooxml.names import A, Element

FACE = "Calibri"

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F2A36",
    "lt2": "E8EDF2",
    "accent1": "1F4E79",
    "accent2": "8A1C1C",
    "accent3": "8A6D00",
    "accent4": "2E6B3E",
    "accent5": "5B3F77",
    "accent6": "767676",
    "hlink": "1F4E79",
    "folHlink": "5B3F77",
}


def fonts() -> Element:
    """Return the table of fonts."""
    return w("fonts", w("font", w("family", val="swiss"), w("pitch", val="variable"), name=FACE))


def theme() -> Element:
    """Return the theme: colours, fonts, and the plainest formats (20.1.6)."""
    root = etree.Element(A + "theme", nsmap={"a": A[1:-1]}, name="Sheet")
    elements = etree.SubElement(root, A + "themeElements")
    colours = etree.SubElement(elements, A + "clrScheme", name="Sheet")
    for name, colour in _COLOURS.items():
        etree.SubElement(etree.SubElement(colours, A + name), A + "srgbClr", val=colour)
    faces = etree.SubElement(elements, A + "fontScheme", name="Sheet")
    for kind in ("majorFont", "minorFont"):
        face = etree.SubElement(faces, A + kind)
        for script in ("latin", "ea", "cs"):
            etree.SubElement(face, A + script, typeface=FACE if script == "latin" else "")
    _formats(elements)
    return root


def _formats(elements: Element) -> None:
    """Add three of each kind of format, as a theme must have."""
    formats = etree.SubElement(elements, A + "fmtScheme", name="Sheet")
    for kind in ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"):
        held = etree.SubElement(formats, A + kind)
        for width in (6350, 12700, 19050):
            if kind == "effectStyleLst":
                etree.SubElement(etree.SubElement(held, A + "effectStyle"), A + "effectLst")
                continue
            around = (
                etree.SubElement(held, A + "ln", w=str(width)) if kind == "lnStyleLst" else held
            )
            fill = etree.SubElement(around, A + "solidFill")
            etree.SubElement(fill, A + "schemeClr", val="phClr")
