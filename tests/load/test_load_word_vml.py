"""Older drawings of a template (VML), read so that the PDF shows what Word shows."""

from __future__ import annotations

import pytest
from samples.drawings import drawn
from samples.foreign import p

from briefgen.load.word.drawing_colour import blended, vml_paint
from briefgen.load.word.vml_path import vml_path
from briefgen.types.header_footer import (
    Anchor,
    DrawnGroup,
    Floating,
    HeaderFooterPicture,
    Lettering,
    Shape,
)

WATERMARK = (
    '<w:pict><v:shapetype id="_x0000_t136"/><v:shape id="s" type="#_x0000_t136" '
    'style="position:absolute;width:400pt;height:100pt;rotation:315;z-index:-25;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver" '
    'stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;Calibri&quot;;'
    'font-size:1pt" string="CONFIDENTIAL"/></v:shape></w:pict>'
)


def test_a_watermark_is_its_words() -> None:
    (one,), left_out = drawn(WATERMARK)
    assert isinstance(one, Floating)
    assert left_out == []
    assert (one.across, one.down) == (Anchor("margin", 0, "center"), Anchor("margin", 0, "center"))
    assert one.behind
    lettering = one.shown
    assert isinstance(lettering, Lettering)
    assert (lettering.text, lettering.turn_deg) == ("CONFIDENTIAL", 315)
    assert (lettering.style.family, lettering.style.colour) == ("Calibri", "#e0e0e0")
    assert (lettering.width_pt, lettering.height_pt) == (400, 100)


AREA = "position:absolute;margin-left:10pt;margin-top:1in;width:30pt;height:20pt"


@pytest.mark.parametrize(
    ("element", "first"),
    [
        ("rect", ("m", (0, 0))),
        ("oval", ("m", (15, 0))),
        ("roundrect", ("m", (4, 0))),
    ],
)
def test_older_shapes_have_forms(element: str, first: object) -> None:
    xml = f'<w:pict><v:{element} style="{AREA}" fillcolor="#c00 [3]" strokeweight="2pt"/></w:pict>'
    (one,), _ = drawn(xml)
    assert isinstance(one, Floating)
    assert (one.across, one.down) == (Anchor("column", 10), Anchor("paragraph", 72))
    assert isinstance(one.shown, Shape)
    assert one.shown.form
    assert (one.shown.form.path[0], one.shown.form.fill) == (first, "#cc0000")
    assert one.shown.form.outline
    assert one.shown.form.outline.width_pt == 2


def test_an_older_line_runs_from_here_to_there() -> None:
    (one,), _ = drawn(
        '<w:pict><v:line from="10pt,30pt" to="60pt,20pt" strokecolor="red"/></w:pict>'
    )
    assert isinstance(one, Floating)
    assert (one.across.offset_pt, one.down.offset_pt) == (10, 20)
    assert isinstance(one.shown, Shape)
    assert one.shown.form
    assert one.shown.form.path == (("m", (0, 10)), ("l", (50, 0)))
    assert one.shown.form.fill is None


def test_an_older_text_box_and_picture_are_read() -> None:
    box = f'<v:textbox inset="5pt,,,"><w:txbxContent>{p("In")}</w:txbxContent></v:textbox>'
    (one,), _ = drawn(f'<w:pict><v:shape style="width:30pt;height:20pt">{box}</v:shape></w:pict>')
    assert isinstance(one, Shape)
    assert one.text
    assert (one.text.left_pt, one.text.right_pt) == (5, 22.8)
    image = '<v:imagedata r:id="logo" cropright="32768f"/>'
    (one,), _ = drawn(f'<w:pict><v:shape style="width:30pt;height:20pt">{image}</v:shape></w:pict>')
    assert isinstance(one, HeaderFooterPicture)
    assert (one.width_pt, one.picture.width_px) == (30, 30)


def test_an_older_group_places_its_members() -> None:
    inner = '<v:rect style="left:1500;top:100;width:500;height:50" fillcolor="red"/>'
    xml = (
        '<w:pict><v:group style="width:100pt;height:20pt" coordorigin="1000,0" '
        f'coordsize="1000,200">{inner}</v:group></w:pict>'
    )
    (one,), _ = drawn(xml)
    assert isinstance(one, DrawnGroup)
    (member,) = one.members
    assert (member.x_pt, member.y_pt, member.shown.width_pt) == (50, 10, 50)


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("m0,0l10,10xe", (("m", (0, 0)), ("l", (100, 20)), ("h", ()))),
        ("m,l10,,10,10e", (("m", (0, 0)), ("l", (100, 0)), ("l", (100, 20)))),
        ("m5,5r1,1e", (("m", (50, 10)), ("l", (60, 12)))),
        ("m0,0wa1,2,3,4e", None),
        ("m@1,0e", None),
    ],
)
def test_older_paths_are_read(path: str, steps: object) -> None:
    assert vml_path(path, (10, 10), (100, 20)) == steps


def test_what_is_seen_through_is_blended() -> None:
    assert blended("#000000", 0.25) == "#bfbfbf"
    assert vml_paint("#4f81bd [3204]", "32768f", "#ffffff").opacity == 0.5
    assert vml_paint("nonsense", None, "#c0c0c0").colour == "#c0c0c0"


def test_a_path_counts_from_the_origin_of_its_measures() -> None:
    path = "m40,50l50,50r0,10xm42,52r2,0xe"
    moved = vml_path(path, (10, 10), (100, 20), (40, 50))
    assert moved == vml_path("m0,0l10,0r0,10xm2,2r2,0xe", (10, 10), (100, 20))
