"""Gradients of a template, read from DrawingML and VML alike."""

from __future__ import annotations

import pytest
from samples.drawings import drawn

from briefgen.types.header_footer import Floating, Shape
from briefgen.types.picture import Form, Gradient

EXTENT = '<wp:extent cx="1270000" cy="254000"/><wp:docPr id="1" name="It"/>'  # 100 by 20 pt


def stop(share: int, colour: str, more: str = "") -> str:
    return f'<a:gs pos="{share}000"><a:srgbClr val="{colour}">{more}</a:srgbClr></a:gs>'


def shape(stops: str, way: str, frame: str = "") -> str:
    fill = f"<a:gradFill><a:gsLst>{stops}</a:gsLst>{way}</a:gradFill>"
    properties = f'<wps:spPr>{frame}<a:prstGeom prst="rect"/>{fill}</wps:spPr>'
    return (
        f"<w:drawing><wp:inline>{EXTENT}<a:graphic><a:graphicData><wps:wsp>{properties}"
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def older(fill: str) -> str:
    return (
        '<w:pict><v:rect style="width:10pt;height:20pt" fillcolor="#ff0000" stroked="f">'
        f'<v:fill color2="#0000ff" {fill}/></v:rect></w:pict>'
    )


def form(xml: str) -> Form:
    (one,), _ = drawn(xml)
    shown = one.shown if isinstance(one, Floating) else one
    assert isinstance(shown, Shape)
    assert shown.form
    return shown.form


RED_BLUE = ((0.0, "#ff0000"), (1.0, "#0000ff"))
BLUE_RED = ((0.0, "#0000ff"), (1.0, "#ff0000"))


def test_colours_lie_along_a_line_by_their_places() -> None:
    stops = stop(100, "0000FF") + stop(20, "00FF00") + stop(0, "FF0000")
    found = form(shape(stops, '<a:lin ang="5400000"/>'))
    ways = ((0.0, "#ff0000"), (0.2, "#00ff00"), (1.0, "#0000ff"))
    assert found.gradient == Gradient(ways, 90)
    assert found.fill == "#555555"  # by which text on it is chosen


@pytest.mark.parametrize(
    ("pattern", "seen"),
    [("pct5", "#fff2f2"), ("ltUpDiag", "#ffbfbf"), ("pct90", "#ff1919"), ("unknown", "#ff8080")],
)
def test_a_pattern_is_as_pale_as_its_lines_make_it(pattern: str, seen: str) -> None:
    ends = (
        '<a:fgClr><a:srgbClr val="FF0000"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
    )
    solid = shape("", "").replace("<a:gradFill><a:gsLst></a:gsLst></a:gradFill>", "{}")
    assert form(solid.format(f'<a:pattFill prst="{pattern}">{ends}</a:pattFill>')).fill == seen


def test_a_mirrored_shape_mirrors_its_colours() -> None:
    stops = stop(0, "FF0000") + stop(100, "0000FF")
    found = form(shape(stops, '<a:lin ang="0"/>', '<a:xfrm flipH="1"/>'))
    assert found.gradient == Gradient(RED_BLUE, 180)


def test_rays_are_circles_and_what_fades_is_seen_on_white() -> None:
    stops = stop(0, "FF0000") + stop(100, "FF0000", '<a:alpha val="0"/>')
    found = form(shape(stops, '<a:path path="circle"/>'))
    assert found.gradient == Gradient(((0.0, "#ff0000"), (1.0, "#ffffff")), radial=True)
    assert found.opacity == 1


def test_one_colour_is_no_gradient() -> None:
    found = form(shape(stop(0, "FF0000") + stop(100, "FF0000"), ""))
    assert (found.fill, found.gradient) == ("#ff0000", None)


@pytest.mark.parametrize(
    ("said", "gradient"),
    [
        ('type="gradient"', Gradient(RED_BLUE, 270)),
        ('type="gradient" angle="-90"', Gradient(RED_BLUE, 360)),
        ('type="gradient" focus="100%"', Gradient(BLUE_RED, 270)),
        (
            'type="gradient" focus="50%"',
            Gradient((RED_BLUE[0], (0.5, "#0000ff"), (1.0, "#ff0000")), 270),
        ),
        ('type="gradientRadial"', Gradient(BLUE_RED, 270, radial=True)),
        (
            'type="gradient" colors="0 red;32768f lime;1 blue"',
            Gradient((RED_BLUE[0], (0.5, "#00ff00"), RED_BLUE[1]), 270),
        ),
        ('type="solid"', None),
    ],
)
def test_older_gradients_lead_upwards(said: str, gradient: Gradient | None) -> None:
    assert form(older(said)).gradient == gradient
