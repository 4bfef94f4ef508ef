"""Drawings of a template, read so that the PDF shows what Word shows."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from samples.drawings import drawn, picture
from samples.foreign import p

from briefgen.load.word.forms import named_form
from briefgen.types.header_footer import (
    Anchor,
    Drawn,
    DrawnGroup,
    Floating,
    HeaderFooterPicture,
    Shape,
)
from briefgen.types.picture import Form

EXTENT = '<wp:extent cx="1270000" cy="254000"/><wp:docPr id="1" name="It"/>'  # 100 by 20 pt
INLINE = (
    f"<w:drawing><wp:inline>{EXTENT}<a:graphic><a:graphicData>{{}}</a:graphicData></a:graphic>"
    "</wp:inline></w:drawing>"
)


def shape(properties: str, more: str = "") -> str:
    return f"<wps:wsp><wps:spPr>{properties}</wps:spPr>{more}<wps:bodyPr/></wps:wsp>"


def solid(colour: str) -> str:
    return f"<a:solidFill>{colour}</a:solidFill>"


RED = '<a:srgbClr val="C00000"/>'
SQUARE = '<a:prstGeom prst="rect"/>'


def only(xml: str, data: bytes = b"") -> Drawn:
    (one,), left_out = drawn(xml, data)
    assert left_out == []
    assert not isinstance(one, Floating)
    return one


def form(xml: str) -> Form:
    one = only(xml)
    assert isinstance(one, Shape)
    assert one.form
    return one.form


def test_a_shape_has_its_size_fill_and_line() -> None:
    line = f'<a:ln w="25400">{solid(RED)}<a:prstDash val="dash"/></a:ln>'
    xml = INLINE.format(shape(SQUARE + solid('<a:srgbClr val="00AA00"/>') + line))
    one = only(xml)
    assert isinstance(one, Shape)
    assert (one.width_pt, one.height_pt) == (100, 20)
    assert one.form
    assert one.form.path[2] == ("l", (100, 20))
    assert one.form.fill == "#00aa00"
    assert one.form.outline
    assert (one.form.outline.colour, one.form.outline.width_pt) == ("#c00000", 2)
    assert one.form.outline.dashes_pt == (8, 6)


@pytest.mark.parametrize(
    ("size", "drawn_too"), [('cx="1097" cy="19476"', 0), ('cx="1097" cy="194760"', 1)]
)
def test_a_speck_is_not_drawn(size: str, drawn_too: int) -> None:
    xml = INLINE.replace('cx="1270000" cy="254000"', size).format(shape(SQUARE + solid(RED)))
    one = only(xml)
    assert isinstance(one, Shape)
    assert (one.form is not None) == drawn_too


STYLE = (
    '<wps:style><a:lnRef idx="0"/><a:fillRef idx="1"><a:srgbClr val="112233"/></a:fillRef>'
    "</wps:style>"
)


def test_what_a_shape_does_not_say_its_style_says() -> None:
    assert form(INLINE.format(shape(SQUARE, STYLE))).fill == "#112233"
    (none,), _ = drawn(INLINE.format(shape(SQUARE + "<a:noFill/>", STYLE)))
    assert isinstance(none, Shape)
    assert none.form is None


@pytest.mark.parametrize(
    ("colour", "fill", "opacity"),
    [
        ('<a:srgbClr val="808080"><a:lumMod val="50000"/></a:srgbClr>', "#404040", 1),
        ('<a:srgbClr val="000000"><a:lumOff val="50000"/></a:srgbClr>', "#808080", 1),
        ('<a:srgbClr val="C00000"><a:alpha val="40000"/></a:srgbClr>', "#c00000", 0.4),
        ('<a:srgbClr val="000000"><a:tint val="20000"/></a:srgbClr>', "#cccccc", 1),
        ('<a:srgbClr val="FFFFFF"><a:shade val="50000"/></a:srgbClr>', "#808080", 1),
        ('<a:prstClr val="white"/>', "#ffffff", 1),
        ('<a:prstClr val="dkBlue"/>', "#00008b", 1),
        ('<a:sysClr val="windowText" lastClr="010203"/>', "#010203", 1),
        ('<a:scrgbClr r="100000" g="0" b="50000"/>', "#ff0080", 1),
    ],
)
def test_a_colour_is_said_in_many_ways(colour: str, fill: str, opacity: float) -> None:
    found = form(INLINE.format(shape(SQUARE + solid(colour))))
    assert (found.fill, found.opacity) == (fill, opacity)


def test_a_gradient_is_its_mean() -> None:
    stops = '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="1"><a:srgbClr val="FFFFFF"/>'
    fill = f"<a:gradFill><a:gsLst>{stops}</a:gs></a:gsLst></a:gradFill>"
    assert form(INLINE.format(shape(SQUARE + fill))).fill == "#808080"


def test_a_line_in_a_gradient_has_the_colour_of_its_middle() -> None:
    ends = zip((0, 50, 81, 100), ("D6E3BC", "2B9998", "2B9998", "2B9998"), strict=True)
    stops = "".join(f'<a:gs pos="{at}000"><a:srgbClr val="{one}"/></a:gs>' for at, one in ends)
    fill = f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"
    found = form(INLINE.format(shape(f'{SQUARE}<a:ln w="25400">{fill}</a:ln>'))).outline
    assert found
    assert found.colour == "#2b9998"


@pytest.mark.parametrize(
    "name",
    ["roundRect", "ellipse", "triangle", "homePlate", "chevron", "parallelogram", "hexagon",
     "rightArrow", "frame", "snip1Rect", "trapezoid", "diamond", "leftArrow", "upArrow",
     "downArrow", "star4", "star5", "star6", "star8", "moon", "flowChartTerminator"],
)  # fmt: skip
def test_a_form_with_a_name_stays_in_its_box(name: str) -> None:
    path = named_form(name, 100, 20, {})
    assert path
    assert path[0][0] == "m"
    for _, places in path:
        assert all(-0.01 <= at <= 100.01 for at in places[0::2])
        assert all(-0.01 <= at <= 20.01 for at in places[1::2])


def test_an_unknown_form_is_a_rectangle_and_is_reported() -> None:
    (one,), left_out = drawn(INLINE.format(shape('<a:prstGeom prst="gear6"/>' + solid(RED))))
    assert isinstance(one, Shape)
    assert "the form “gear6” of a shape “It” in the header" in left_out[0]


FREE = (
    '<a:custGeom><a:pathLst><a:path w="10" h="10"><a:moveTo><a:pt x="0" y="10"/></a:moveTo>'
    '<a:lnTo><a:pt x="5" y="0"/></a:lnTo><a:cubicBezTo><a:pt x="6" y="1"/><a:pt x="7" y="2"/>'
    '<a:pt x="10" y="10"/></a:cubicBezTo><a:close/></a:path></a:pathLst></a:custGeom>'
)


def test_a_free_form_is_drawn_in_its_box_and_may_be_mirrored() -> None:
    assert form(INLINE.format(shape(FREE + solid(RED)))).path == (
        ("m", (0, 20)),
        ("l", (50, 0)),
        ("c", (60, 2, 70, 4, 100, 20)),
        ("h", ()),
    )
    frame = '<a:xfrm flipV="1" rot="5400000"/>'
    one = only(INLINE.format(shape(frame + FREE + solid(RED))))
    assert isinstance(one, Shape)
    assert one.form
    assert (one.form.path[1], one.turn_deg) == (("l", (50, 20)), 90)


def test_a_shape_has_its_text() -> None:
    body = '<wps:bodyPr lIns="127000" anchor="ctr" vert="vert270"/>'
    text = f"<wps:txbx><w:txbxContent>{p('Within')}</w:txbxContent></wps:txbx>"
    xml = shape(SQUARE, text).replace("<wps:bodyPr/>", body)
    one = only(INLINE.format(xml))
    assert isinstance(one, Shape)
    assert one.text
    assert (one.text.left_pt, one.text.align, one.text_turn_deg) == (10, "center", -90)
    assert len(one.text.paragraphs) == 1


@pytest.mark.parametrize(("wrap", "right"), [("square", 92.8), ("none", 150.0)])
def test_lines_that_do_not_wrap_go_beyond_their_box(wrap: str, right: float) -> None:
    text = f"<wps:txbx><w:txbxContent>{p('Savanna Drive, Austin, Texas 12345')}"
    held = f'{text}</w:txbxContent></wps:txbx><wps:bodyPr wrap="{wrap}"/>'
    xml = shape(SQUARE, held).replace("<wps:bodyPr/>", "")
    one = only(INLINE.format(xml))
    assert isinstance(one, Shape)
    assert one.text
    assert one.text.right_pt == right if wrap == "square" else one.text.right_pt > right


GROUP = (
    "<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off/><a:ext/>"
    '<a:chOff x="1000" y="0"/><a:chExt cx="2000" cy="400"/></a:xfrm></wpg:grpSpPr>{}</wpg:wgp>'
)
PLACED = '<a:xfrm><a:off x="2000" y="200"/><a:ext cx="1000" cy="100"/></a:xfrm>'


def test_a_group_places_its_members_by_measures_of_its_own() -> None:
    one = only(INLINE.format(GROUP.format(shape(PLACED + SQUARE + solid(RED)))))
    assert isinstance(one, DrawnGroup)
    (member,) = one.members
    assert (member.x_pt, member.y_pt) == (50, 10)
    assert (member.shown.width_pt, member.shown.height_pt) == (50, 5)


def test_a_group_is_mirrored_with_its_members() -> None:
    group = GROUP.replace("<a:xfrm>", '<a:xfrm flipH="1">', 1)
    triangle = shape(PLACED + '<a:prstGeom prst="rtTriangle"/>' + solid(RED))
    (own,), (turned,) = (
        one.members
        for one in (only(INLINE.format(held.format(triangle))) for held in (GROUP, group))
        if isinstance(one, DrawnGroup)
    )
    assert (own.x_pt, turned.x_pt, turned.y_pt) == (50, 0, own.y_pt)
    assert isinstance(own.shown, Shape)
    assert isinstance(turned.shown, Shape)
    assert own.shown.form and turned.shown.form
    wide = own.shown.width_pt
    for (_, there), (_, here) in zip(own.shown.form.path, turned.shown.form.path, strict=True):
        assert [wide - x for x in there[::2]] == list(here[::2])
        assert there[1::2] == here[1::2]


ANCHOR = (
    '<w:drawing><wp:anchor relativeHeight="7" behindDoc="{}" distL="127000" distT="0" distR="0" '
    f'distB="0">{{}}{EXTENT}<wp:wrap{{}}/><a:graphic><a:graphicData>{shape(SQUARE + solid(RED))}'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
)
AT = (
    '<wp:positionH relativeFrom="rightMargin"><wp:posOffset>12700</wp:posOffset></wp:positionH>'
    '<mc:AlternateContent><mc:Choice Requires="wp14"><wp:positionV relativeFrom="page">'
    "<wp14:pctPosVOffset>25000</wp14:pctPosVOffset></wp:positionV></mc:Choice>"
    "</mc:AlternateContent>"
).replace("wp14:pct", "wps:pct")


def test_what_floats_has_its_place_its_layer_and_what_keeps_off_it() -> None:
    (one,), _ = drawn(ANCHOR.format("1", AT, "Square"))
    assert isinstance(one, Floating)
    assert one.across == Anchor("margin-after", 1)
    assert one.down == Anchor("page", 0, None, 0.25)
    assert (one.layer, one.behind, one.apart_pt) == (7, True, (10, 0, 0, 0))
    (one,), _ = drawn(ANCHOR.format("0", AT, "None"))
    assert isinstance(one, Floating)
    assert (one.behind, one.apart_pt) == (False, None)


def pictured(treatment: str = "", crop: str = "", frame: str = "") -> str:
    return INLINE.format(
        f'<pic:pic><pic:blipFill><a:blip r:embed="logo">{treatment}</a:blip>{crop}</pic:blipFill>'
        f"<pic:spPr>{frame}</pic:spPr></pic:pic>"
    )


def pixels(one: Drawn) -> tuple[Image.Image, Image.Image | None]:
    assert isinstance(one, HeaderFooterPicture)
    with Image.open(io.BytesIO(one.picture.data)) as image:
        held = image.convert("RGB")
    if one.picture.mask is None:
        return held, None
    with Image.open(io.BytesIO(one.picture.mask)) as mask:
        return held, mask.convert("L")


def test_a_picture_is_cropped() -> None:
    image, mask = pixels(only(pictured(crop='<a:srcRect r="50000"/>')))
    assert (image.size, image.getpixel((image.width - 1, 0)), mask) == ((30, 30), (0, 0, 128), None)


def test_a_colour_of_a_picture_is_seen_through() -> None:
    clear = "<a:clrChange><a:clrFrom>{0}</a:clrFrom><a:clrTo>{0}</a:clrTo></a:clrChange>"
    blue = '<a:srgbClr val="000080"><a:alpha val="0"/></a:srgbClr>'
    image, mask = pixels(only(pictured(clear.format(blue))))
    assert mask
    seen = {image.getpixel((x, 0)): mask.getpixel((x, 0)) for x in range(image.width)}
    assert (seen[0, 0, 128], max(seen.values())) == (0, 255)  # type: ignore[type-var]
    _, mask = pixels(only(pictured(clear.format(blue.replace("000080", "F1F1F1")))))
    assert mask
    assert mask.getextrema() == (255, 255)
    _, mask = pixels(only(pictured(clear.format('<a:srgbClr val="000080"/>'))))
    assert mask is None


def test_a_frame_may_reach_over_its_picture() -> None:
    image, mask = pixels(only(pictured(crop='<a:srcRect l="-50000"/>')))
    assert image.width == 90
    assert mask
    assert (mask.getpixel((0, 0)), mask.getpixel((60, 0))) == (0, 255)


@pytest.mark.parametrize("crop", ['l="-50000"', 't="-50000"', 'r="-50000" b="-50000"'])
def test_beyond_a_picture_its_edges_go_on_so_that_no_dark_line_shows(crop: str) -> None:
    own, _ = pixels(only(pictured()))
    image, mask = pixels(only(pictured(crop=f"<a:srcRect {crop}/>")))
    assert mask
    assert {colour for _, colour in image.getcolors()} == {colour for _, colour in own.getcolors()}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("treatment", "pixel"),
    [
        ('<a:lum bright="70000" contrast="-70000"/>', (217, 217, 255)),
        ("<a:grayscl/>", (15, 15, 15)),
        ('<a:duotone><a:prstClr val="black"/><a:srgbClr val="FF0000"/></a:duotone>', (0, 0, 0)),
        ('<a:duotone><a:prstClr val="red"/><a:prstClr val="white"/></a:duotone>', (255, 0, 128)),
    ],
)
def test_a_picture_is_recoloured(treatment: str, pixel: tuple[int, int, int]) -> None:
    image, _ = pixels(only(pictured(treatment)))
    found = image.getpixel((0, 0))
    assert isinstance(found, tuple)
    assert found == pytest.approx(pixel, abs=2)


def test_a_picture_may_be_seen_through_and_keeps_what_was_transparent() -> None:
    _, mask = pixels(only(pictured("<a:alphaModFix/>")))
    assert mask is None  # all of it, where no amount is said
    _, mask = pixels(only(pictured('<a:alphaModFix amt="20000"/>')))
    assert mask
    assert mask.getpixel((0, 0)) == 51
    _, mask = pixels(only(pictured(), picture("RGBA", (0, 0, 128, 0))))
    assert mask
    assert (mask.getpixel((0, 0)), mask.getpixel((59, 0))) == (0, 255)


def test_a_picture_may_be_mirrored_and_turned() -> None:
    one = only(pictured(frame='<a:xfrm flipH="1" rot="-1800000"/>'))
    assert isinstance(one, HeaderFooterPicture)
    assert one.turn_deg == -30
    assert pixels(one)[0].getpixel((0, 0)) == (255, 255, 255)


def test_of_two_ways_to_say_it_one_is_drawn() -> None:
    newer = INLINE.format(shape(SQUARE + solid(RED)))
    older = '<w:pict><v:rect style="width:9pt;height:9pt"/></w:pict>'
    for needs, width in (("wps", 100), ("wpc", 9)):
        xml = (
            f'<mc:AlternateContent><mc:Choice Requires="{needs}">{newer}</mc:Choice>'
            f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
        )
        one = only(xml)
        assert one.width_pt == width


def test_a_box_that_fits_itself_to_its_text_is_as_high_as_that() -> None:
    words = "<w:txbxContent><w:p><w:r><w:t>Grow</w:t></w:r></w:p></w:txbxContent>"
    heights = [
        only(
            INLINE.format(
                shape(SQUARE, f"<wps:txbx>{words}</wps:txbx><wps:bodyPr>{fits}</wps:bodyPr>")
            ).replace('cy="', 'cy="9')
        ).height_pt
        for fits in ("", "<a:noAutofit/>", "<a:spAutoFit/>")
    ]
    assert heights[0] == heights[1] > 300
    assert 15 < heights[2] < 40


@pytest.mark.parametrize(
    ("name", "tip"),
    [("rightArrow", (100, 10)), ("leftArrow", (0, 10)), ("upArrow", (50, 0)),
     ("downArrow", (50, 20)), ("star5", (50, 0)), ("moon", (100, 20))],
)  # fmt: skip
def test_a_form_points_where_its_name_says(name: str, tip: tuple[float, float]) -> None:
    path = named_form(name, 100, 20, {})
    assert path is not None
    assert any(to == pytest.approx(tip) for _, to in path)
