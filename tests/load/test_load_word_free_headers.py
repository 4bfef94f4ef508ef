"""What is drawn in a header without words moves no text: PDF and Word begin at one height."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples.foreign import FOREIGN
from samples.word import parts

from briefgen.load.word.free_headers import with_free_headers
from briefgen.ooxml.package import Package, WordTemplate

PART = "word/header-default.xml"
OLD = (
    '<w:p><w:r><w:pict><v:rect style="position:absolute;width:90pt;height:90pt">'
    '<w10:wrap xmlns:w10="urn:schemas-microsoft-com:office:word" type="square"/></v:rect></w:pict>'
    "</w:r></w:p>"
)


def band(wrap: str, words: str = "") -> str:
    """Return a line of a header on which a band of 110 pt across the page hangs."""
    return (
        f"<w:p><w:r><w:t>{words}</w:t></w:r><w:r><w:drawing>"
        '<wp:anchor relativeHeight="1" behindDoc="0">'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-400000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="9000000" cy="1397000"/>{wrap}<wp:docPr id="7" name="Band"/>'
        "<a:graphic><a:graphicData><wps:wsp><wps:spPr>"
        '<a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></w:r></w:p>"
    )


def freed(header: str) -> str:
    foreign = replace(FOREIGN["university"], headers_footers={"header-default": header})
    template = WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package())))
    own = with_free_headers(template).package
    return "".join(str(one.tag).rpartition("}")[2] + " " for one in own.root(PART).iter())


@pytest.mark.parametrize(
    "wrap", ["<wp:wrapTopAndBottom/>", '<wp:wrapSquare wrapText="bothSides"/>', "<wp:wrapNone/>"]
)
def test_a_drawing_of_a_header_without_words_is_wrapped_by_nothing(wrap: str) -> None:
    found = freed(band(wrap))
    assert "wrapNone" in found
    assert "wrapTopAndBottom" not in found
    assert "wrapSquare" not in found


def test_so_is_one_of_an_older_version_of_word() -> None:
    assert "wrap" not in freed(OLD)


def test_words_of_a_header_stand_beside_a_drawing_as_they_did() -> None:
    assert "wrapSquare" in freed(band('<wp:wrapSquare wrapText="bothSides"/>', "An office"))
