"""Children of WordprocessingML in the order that its schemas want."""

from __future__ import annotations

from lxml import etree
from samples.word import W

from briefgen.ooxml.build import MATH, put_in, put_in_order, w

NS = f'xmlns:w="{W[1:-1]}"'


def children(xml: str) -> tuple[bool, list[str]]:
    root = etree.fromstring(f"<w:styles {NS}>{xml}</w:styles>")
    changed = put_in_order(root)
    return changed, [etree.QName(one).localname for one in root[0].iter(etree.Element)]


def test_what_stands_elsewhere_is_put_in_its_place() -> None:
    xml = "<w:style><w:qFormat/><w:rPr><w:sz/><w:b/></w:rPr><w:pPr/><w:name/></w:style>"
    assert children(xml) == (True, ["style", "name", "qFormat", "pPr", "rPr", "b", "sz"])


def test_what_is_in_order_stays_as_it_is() -> None:
    xml = "<w:rPr><w:b/><w:i/><w:sz/></w:rPr>"
    assert children(xml) == (False, ["rPr", "b", "i", "sz"])


def test_what_is_unknown_stays_behind_what_it_follows() -> None:
    xml = "<w:rPr><w:sz/><w:own/><w:b/></w:rPr>"
    assert children(xml) == (True, ["rPr", "b", "sz", "own"])


def test_of_two_properties_alike_the_first_stays() -> None:
    xml = "<w:rPr><w:b/><w:sz/><w:b/></w:rPr>"
    assert children(xml) == (True, ["rPr", "b", "sz"])
    assert children("<w:tcPr><w:shd/><w:shd/></w:tcPr>") == (False, ["tcPr", "shd", "shd"])


def test_footnotes_stand_before_mathematics_in_settings() -> None:
    root = etree.fromstring(
        f'<w:settings {NS} xmlns:m="{MATH[1:-1]}"><w:zoom/><m:mathPr/><w:themeFontLang/>'
        "</w:settings>"
    )
    put_in(root, w("footnotePr"))
    names = [etree.QName(one).localname for one in root]
    assert names == ["zoom", "footnotePr", "mathPr", "themeFontLang"]
