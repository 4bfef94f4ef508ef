"""A box whose line does not wrap is as wide as its words, as labels of confidentiality are."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.foreign import NAMESPACES, p

from briefgen.load.word.boxes_of_a_line import widen_boxes
from briefgen.ooxml.names import WP

EMU = 12_700
LABEL = "Classification: internal"


def width_pt(words: str, wrap: str = "none", fits: str = "<a:spAutoFit/>", wide: int = 35) -> float:
    """Return how wide a box of so many points is once it was looked at."""
    size = f'cx="{wide * EMU}" cy="{35 * EMU}"'
    shape = f"<wps:spPr><a:xfrm><a:ext {size}/></a:xfrm></wps:spPr>"
    box = f"<wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx>"
    body = f'<wps:bodyPr wrap="{wrap}" lIns="0" rIns="0">{fits}</wps:bodyPr>'
    root = etree.fromstring(
        f"<w:hdr {NAMESPACES}><w:p><w:r><w:drawing><wp:anchor><wp:extent {size}/><a:graphic>"
        f"<a:graphicData><wps:wsp>{shape}{box}{body}</wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r></w:p></w:hdr>"
    )
    widen_boxes(root)
    (extent,) = root.iter(WP + "extent")
    assert [one.get("cx") for one in root.iter("{*}ext")] == [extent.get("cx")]
    return int(extent.get("cx") or 0) / EMU


def test_a_label_has_room_for_its_line_and_little_more() -> None:
    assert 100 < width_pt(LABEL) < 145
    assert width_pt(LABEL * 2) == pytest.approx(2 * width_pt(LABEL))


def test_other_boxes_are_as_wide_as_they_were() -> None:
    boxes = [
        width_pt(LABEL, wrap="square"),
        width_pt(LABEL, fits=""),
        width_pt("Int"),
        width_pt(""),
    ]
    assert boxes == [35] * 4
    assert width_pt(LABEL, wide=300) == 300
