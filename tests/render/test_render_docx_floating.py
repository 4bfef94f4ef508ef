"""Drawings in the old form stay where the template has them beside a side column."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.word import WP, W, template

from briefgen.load.page_style import read_page_style
from briefgen.ooxml.names import A
from briefgen.render.docx.floating import hold_floating, hold_text_boxes
from briefgen.render.docx.frames import divide
from briefgen.types.page import Master, SideColumn

BESIDE = Master(side=SideColumn(width_pt=150, gap_pt=18))


def held(master: Master, style: str) -> tuple[dict[str, str], float, float]:
    """Return the style of a watermark once margins are wider, and the edges of the text."""
    page_style = read_page_style(template())
    root = etree.fromstring(
        f'<x xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="{style}"/></x>'
    )
    hold_floating(root, divide(page_style, master), page_style)
    said = (part.partition(":")[::2] for part in (root[0].get("style") or "").split(";"))
    right = page_style.page_width_pt - page_style.margin_right_pt
    return dict(said), page_style.margin_left_pt, right


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("center", 0.5), ("right", 1)])
def test_a_watermark_is_aligned_over_the_side_column_too(align: str, share: float) -> None:
    style, left, right = held(
        BESIDE,
        "position:absolute;width:100pt;height:50pt;rotation:315;"
        f"mso-position-horizontal:{align};mso-position-horizontal-relative:margin",
    )
    at = float(style["margin-left"].removesuffix("pt"))
    assert at == pytest.approx(left + (right - left - 100) * share, abs=0.01)
    assert style["mso-position-horizontal-relative"] == "page"
    assert style["rotation"] == "315"


@pytest.mark.parametrize(
    ("master", "style"),
    [
        (Master(), "position:absolute;width:9pt;mso-position-horizontal:center"),
        (BESIDE, "position:absolute;width:9pt;mso-position-horizontal-relative:page"),
        (BESIDE, "width:9pt;height:9pt"),
    ],
)
def test_what_no_margin_moves_keeps_its_place(master: Master, style: str) -> None:
    found, _, _ = held(master, style)
    assert found == dict(part.partition(":")[::2] for part in style.split(";"))


def test_parts_of_a_group_stay_where_the_group_has_them() -> None:
    page_style = read_page_style(template())
    inner = "position:absolute;left:48;top:48;width:900;height:200"
    root = etree.fromstring(
        '<x xmlns:v="urn:schemas-microsoft-com:vml"><v:group style="position:absolute;width:9pt">'
        f'<v:shape style="{inner}"/></v:group></x>'
    )
    hold_floating(root, divide(page_style, BESIDE), page_style)
    assert root[0][0].get("style") == inner
    assert root[0].get("style") != "position:absolute;width:9pt"


def test_a_drawing_of_the_whole_page_is_placed_by_the_page() -> None:
    page_style = read_page_style(template())
    across = round(page_style.page_width_pt * 12700)
    root = etree.fromstring(
        f'<x xmlns:wp="{WP[1:-1]}"><wp:anchor><wp:positionH relativeFrom="margin"><wp:posOffset>'
        f"{-round(page_style.margin_left_pt * 12700)}</wp:posOffset></wp:positionH>"
        f'<wp:extent cx="{across}" cy="9"/></wp:anchor></x>'
    )
    hold_floating(root, divide(page_style, BESIDE), page_style)
    (position,) = root.iter(f"{WP}positionH")
    assert position.get("relativeFrom") == "page"
    assert abs(int(position.findtext(f"{WP}posOffset") or 1)) <= 1


def test_what_hangs_on_a_cell_stays_by_the_cell() -> None:
    page_style = read_page_style(template())
    root = etree.fromstring(
        f'<x xmlns:wp="{WP[1:-1]}" xmlns:w="{W[1:-1]}"><w:tc><wp:anchor>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>1905</wp:posOffset></wp:positionH>'
        '<wp:extent cx="6045200" cy="0"/></wp:anchor></w:tc></x>'
    )
    before = etree.tostring(root)
    hold_floating(root, divide(page_style, BESIDE), page_style)
    assert etree.tostring(root) == before


WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PLAIN = "<wps:spPr><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
TEXT = "<wps:txbx/><wps:bodyPr><a:prstTxWarp/><a:noAutofit/></wps:bodyPr>"


@pytest.mark.parametrize(
    ("shape", "wrapping", "fitting"),
    [
        (PLAIN + TEXT, "wrapNone", "spAutoFit"),
        (PLAIN + TEXT.replace("<wps:bodyPr>", '<wps:bodyPr anchor="ctr">'), "wrapThrough", ""),
        (PLAIN.replace("<a:noFill/>", "<a:solidFill/>", 1) + TEXT, "wrapThrough", ""),
        ("<wps:spPr><a:ln/></wps:spPr>" + TEXT, "wrapThrough", ""),
        (PLAIN + "<wps:bodyPr><a:noAutofit/></wps:bodyPr>", "wrapNone", ""),
    ],
)
def test_libreoffice_keeps_the_place_of_text_boxes_of_headers(
    shape: str, wrapping: str, fitting: str
) -> None:
    """They fit themselves to their text, or an outline of no size wraps them."""
    root = etree.fromstring(
        f'<x xmlns:wp="{WP[1:-1]}" xmlns:wps="{WPS}" xmlns:a="{A[1:-1]}"><wp:anchor><wp:extent/>'
        f"<wp:wrapNone/><wps:wsp>{shape}</wps:wsp></wp:anchor></x>"
    )
    hold_text_boxes(root)
    assert [etree.QName(one).localname for one in root[0]] == ["extent", wrapping, "wsp"]
    fits = [etree.QName(one).localname for one in root.iter("{*}spAutoFit", "{*}noAutofit")]
    assert fits == [fitting or "noAutofit"]
    assert len([*root.iter(f"{WP}lineTo")]) == (3 if wrapping == "wrapThrough" else 0)


def test_a_line_in_the_old_form_stays_by_its_ends() -> None:
    page_style = read_page_style(template())
    root = etree.fromstring(
        '<x xmlns:v="urn:schemas-microsoft-com:vml"><v:line style="position:absolute" '
        'from="-27pt,4.6pt" to="473pt,4.65pt"/></x>'
    )
    hold_floating(root, divide(page_style, BESIDE), page_style)
    left = page_style.margin_left_pt
    assert root[0].get("from") == f"{left - 27:g}pt,4.6pt"
    assert root[0].get("to") == f"{left + 473:g}pt,4.65pt"
    assert "margin-left" not in (root[0].get("style") or "")
