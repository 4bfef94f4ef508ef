"""What a template draws stands in the PDF as an artifact, and the file conforms with it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import page
import pytest
from pypdf import PdfReader
from samples.foreign import FOREIGN, p

import briefgen

ARGUMENT = Path(__file__).parent.parent / "data" / "china-mali.yaml"

WATERMARK = (
    '<w:p><w:r><w:pict><v:shape id="mark" type="#_x0000_t136" style="position:absolute;'
    "width:400pt;height:90pt;rotation:315;z-index:-2;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
    '<v:textpath string="CONFIDENTIAL"/></v:shape></w:pict></w:r></w:p>'
)
BAND = (
    '<w:p><w:r><w:drawing><wp:anchor relativeHeight="1" behindDoc="1">'
    '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="7772400" cy="1270000"/><wp:wrapNone/><wp:docPr id="9" name="Band"/>'
    '<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="rect"/>{}</wps:spPr>'
    "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
)
SOLID = '<a:solidFill><a:srgbClr val="1F3864"><a:alpha val="80000"/></a:srgbClr></a:solidFill>'
GRADIENT = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs><a:gs pos="30000">'
    '<a:srgbClr val="00FF00"/></a:gs><a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs></a:gsLst>'
    '<a:lin ang="5400000"/></a:gradFill>'
)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    foreign = replace(
        FOREIGN["university"],
        body=p("{{ main }}"),
        headers_footers={
            "header-default": WATERMARK
            + BAND.format(SOLID, p("Within the band"))
            + BAND.format(GRADIENT, p("")),
            "footer-default": p("Foot"),
        },
    )
    template = tmp_path_factory.mktemp("foreign") / "foreign.docx"
    template.write_bytes(foreign.package())
    options = briefgen.BuildOptions(length="two-page", template=template)
    return briefgen.build(briefgen.load(ARGUMENT), options).to_bytes("pdf")


def placed(pdf: bytes) -> dict[str, tuple[float, ...]]:
    """Return where pieces of text of the first page stand, and how they are turned."""
    found: dict[str, tuple[float, ...]] = {}

    def visit(text: str, _: object, matrix: list[float], *__: object) -> None:
        if text.strip():
            found.setdefault(text.strip(), tuple(matrix))

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found


def test_a_watermark_is_turned_and_the_band_has_its_words(pdf: bytes) -> None:
    found = placed(pdf)
    a, b, *_ = found["CONFIDENTIAL"]
    assert (round(a, 2), round(b, 2)) == (0.71, 0.71)
    *_, y = found["Within the band"]
    assert y > 792 - 100


def test_the_brief_begins_below_the_band(pdf: bytes) -> None:
    own = {"CONFIDENTIAL", "Within the band"}
    assert max(y for text, (*_, y) in placed(pdf).items() if text not in own) < 792 - 106


def test_the_file_conforms(pdf: bytes) -> None:
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert [failure.message for failure in report.failures] == []


def test_a_gradient_is_a_shading_between_its_stops(pdf: bytes) -> None:
    resources: Any = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]
    (shading,) = resources["/Shading"].values()
    function, (x, y, to_x, to_y) = shading["/Function"], shading["/Coords"]
    assert (x, y, to_x, to_y) == (306, 792, 306, 692)
    assert (shading["/ColorSpace"], function["/Bounds"]) == ("/DeviceRGB", [0.3])
    colours = [tuple(map(float, one["/C0"])) for one in function["/Functions"]]
    assert colours == [(1, 0, 0), (0, 1, 0)]
