"""DrawingML: what charts and pictures have in common."""

from __future__ import annotations

from briefgen.ooxml.build import a, element
from briefgen.ooxml.names import PIC, WP, Element, R, W, emu


def colour(value: str) -> Element:
    """Return a colour, `#rrggbb`, as a solid fill."""
    return a("solidFill", a("srgbClr", val=value[1:].upper()))


def hatched(value: str) -> Element:
    """Return a fill of slanting lines on white."""
    ends = a("fgClr", a("srgbClr", val=value[1:].upper())), a("bgClr", a("srgbClr", val="FFFFFF"))
    return a("pattFill", *ends, prst="dkUpDiag")


def line(value: str | None, width_pt: float = 0, *, dashed: bool = False) -> Element:
    """Return a line, or none where there is no colour."""
    if value is None:
        return a("ln", a("noFill"))
    if dashed:
        dash = a("prstDash", val="dash")
        return a("ln", colour(value), dash, a("round"), w=emu(width_pt), cap="flat")
    return a("ln", colour(value), a("round"), w=emu(width_pt), cap="rnd")


def shown_picture(relationship: str, name: str, size_pt: tuple[float, float]) -> Element:
    """Return a picture as a drawing holds it (20.2.2.5); its data are the part related to."""
    width, height = (emu(points) for points in size_pt)
    source = a("blip")
    source.set(R + "embed", relationship)
    place = a("xfrm", a("off", x=0, y=0), a("ext", cx=width, cy=height))
    return element(
        PIC + "pic",
        element(
            PIC + "nvPicPr",
            element(PIC + "cNvPr", id=0, name=name),
            element(PIC + "cNvPicPr", a("picLocks", noChangeAspect=1)),
        ),
        element(PIC + "blipFill", source, a("stretch", a("fillRect"))),
        element(PIC + "spPr", place, a("prstGeom", a("avLst"), prst="rect")),
    )


def inline(
    content: Element, kind: str, number: int, name: str, alt: str, size_pt: tuple[float, float]
) -> Element:
    """Return a drawing that stands in a line of text, as a run (ISO/IEC 29500-1, 20.4.2.8).

    `kind` is the namespace of what is drawn; `alt` is what those who cannot see it read.
    """
    width, height = (emu(points) for points in size_pt)
    drawing = element(
        WP + "inline",
        element(WP + "extent", cx=width, cy=height),
        element(WP + "effectExtent", l=0, t=0, r=0, b=0),
        element(WP + "docPr", id=number, name=name, descr=alt),
        element(WP + "cNvGraphicFramePr"),
        a("graphic", a("graphicData", content, uri=kind[1:-1])),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return element(W + "r", element(W + "drawing", drawing))
