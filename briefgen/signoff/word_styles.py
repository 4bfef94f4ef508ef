"""The styles of a sheet in Word: few, with Word's own names where it has them."""

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
        listing = etree.SubElement(formats, A + kind)
        for width in (6350, 12700, 19050):
            if kind == "effectStyleLst":
                etree.SubElement(etree.SubElement(listing, A + "effectStyle"), A + "effectLst")
                continue
            around = (
                etree.SubElement(listing, A + "ln", w=str(width))
                if kind == "lnStyleLst"
                else listing
            )
            fill = etree.SubElement(around, A + "solidFill")
            etree.SubElement(fill, A + "schemeClr", val="phClr")


_GREY, _RED, _HEAD = "767676", "8A1C1C", "E8EDF2"


def styles() -> Element:
    """Return the part with all styles."""
    fonts = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), FACE)
    defaults = w(
        "docDefaults",
        w(
            "rPrDefault",
            w(
                "rPr",
                w("rFonts", **fonts),
                w("sz", val=20),
                w("szCs", val=20),
                w("lang", val="en-GB"),
            ),
        ),
        w("pPrDefault", w("pPr", w("spacing", after=80, line=250, lineRule="auto"))),
    )
    return w(
        "styles",
        defaults,
        _style("paragraph", "Normal", "Normal", default=True),
        _style("paragraph", "Title", "Title", size=34, bold=True, after=120),
        _style("paragraph", "Heading1", "heading 1", size=26, bold=True, level=0, before=240),
        _style("paragraph", "BodyText", "Body Text"),
        _style("paragraph", "Fact", "Fact", after=20),
        _style("paragraph", "Internal", "Internal", bold=True, colour=_RED, bordered=True),
        _style("paragraph", "Caption", "caption", bold=True, keep=True),
        _style("paragraph", "Cell", "Cell", size=17, after=30),
        _style("paragraph", "CellHead", "Cell Head", size=17, bold=True, after=30),
        _style("paragraph", "Footer", "footer", size=16, after=0),
        _style("character", "Digest", "Digest", size=13, colour="555555"),
        _table_style(),
    )


def _style(
    kind: str,
    identity: str,
    name: str,
    *,
    default: bool = False,
    size: int | None = None,
    bold: bool = False,
    colour: str | None = None,
    bordered: bool = False,
    keep: bool = False,
    level: int | None = None,
    before: int | None = None,
    after: int | None = None,
) -> Element:
    made = w("style", type=kind, styleId=identity, default=1 if default else None)
    made.append(w("name", val=name))
    if not default and kind == "paragraph":
        made.append(w("basedOn", val="Normal"))
    made.append(w("qFormat"))
    paragraph = w("pPr")
    if keep or level is not None:
        paragraph.append(w("keepNext"))
    if bordered:
        edges = ("top", "left", "bottom", "right")
        lines = (w(edge, val="single", sz=12, space=4, color=_RED) for edge in edges)
        paragraph.append(w("pBdr", *lines))
    if before is not None or after is not None:
        paragraph.append(w("spacing", before=before, after=after))
    if level is not None:
        paragraph.append(w("outlineLvl", val=level))
    if len(paragraph):
        made.append(paragraph)
    run = w("rPr")
    if bold:
        run.append(w("b"))
    if colour:
        run.append(w("color", val=colour))
    if size:
        run.extend((w("sz", val=size), w("szCs", val=size)))
    if len(run):
        made.append(run)
    return made


def _table_style() -> Element:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (w(edge, val="single", sz=4, space=0, color=_GREY) for edge in edges)
    margins = (w(edge, w=70, type="dxa") for edge in ("left", "right"))
    made = w("style", type="table", styleId="SheetTable")
    made.extend(
        (
            w("name", val="Sheet Table"),
            w("tblPr", w("tblBorders", *lines), w("tblCellMar", *margins)),
            w(
                "tblStylePr",
                w("tcPr", w("shd", val="clear", color="auto", fill=_HEAD)),
                type="firstRow",
            ),
        )
    )
    return made
