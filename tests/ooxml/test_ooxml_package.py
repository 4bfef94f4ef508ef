"""A package has its parts by name, whatever the capitals, and is never changed."""

from __future__ import annotations

import io
import pickle
import zipfile

import pytest
from lxml import etree
from samples.word import TEMPLATE, packed, parts

from briefgen.ooxml.build import child_of, put_in, w
from briefgen.ooxml.names import WORDML, W, points, twips
from briefgen.ooxml.package import Package
from briefgen.ooxml.reading import read_package
from briefgen.ooxml.writing import content_types
from briefgen.types.finding import TemplateError

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT = "word/document.xml"


def package(**changed: bytes) -> Package:
    return Package({**parts(), **{name.replace("__", "/"): data for name, data in changed.items()}})


def listed(*relationships: str) -> bytes:
    inner = "".join(f"<Relationship {one}/>" for one in relationships)
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inner}</Relationships>'.encode()


class TestNames:
    def test_capitals_do_not_matter(self) -> None:
        held = package()
        assert "WORD/Document.XML" in held
        assert held["Word/document.xml"] == held[DOCUMENT]
        assert held.root("WORD/document.xml") is held.root(DOCUMENT)
        assert held.name("word/DOCUMENT.xml") == DOCUMENT

    def test_a_relationship_leads_to_the_part_as_it_is_written(self) -> None:
        held = parts()
        held["word/Theme/Theme1.xml"] = held.pop("word/theme/theme1.xml")
        made = Package(held)
        assert made.related(made.main, "theme") == "word/Theme/Theme1.xml"
        assert made.document_part("theme") is not None

    def test_an_archive_with_backslashes_is_read(self) -> None:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, data in parts().items():
                entry = zipfile.ZipInfo("x")
                entry.filename = name.replace("/", "\\")
                archive.writestr(entry, data)
        assert [*read_package(stream.getvalue(), "x.docx")] == [*parts()]


class TestRelationships:
    def test_targets_are_resolved_from_the_folder_of_their_part(self) -> None:
        rels = listed(
            f'Id="a" Type="{OFFICE}/image" Target="../media/x.png"',
            f'Id="b" Type="{OFFICE}/image" Target="/word/media/y.png"',
            f'Id="c" Type="{OFFICE}/hyperlink" Target="https://example.org" TargetMode="External"',
        )
        held = Package({**parts(), "word/sub/_rels/x.xml.rels": rels, "word/media/x.png": b""})
        one, two, three = held.relationships("word/sub/x.xml")
        assert (one.part, two.part) == ("word/media/x.png", "word/media/y.png")
        assert (three.part, three.target, three.external) == ("", "https://example.org", True)
        assert held.targets("word/sub/x.xml") == {"a": "word/media/x.png"}

    def test_the_document_is_the_part_that_the_package_says_it_is(self) -> None:
        held = parts()
        held["word/document2.xml"] = held.pop(DOCUMENT)
        held["word/_rels/document2.xml.rels"] = held.pop("word/_rels/document.xml.rels")
        held["_rels/.rels"] = held["_rels/.rels"].replace(b"document.xml", b"document2.xml")
        made = read_package(packed(held), "x.docx")
        assert made.main == "word/document2.xml"
        assert made.document_part("styles") is not None

    def test_a_package_without_a_document_is_refused(self) -> None:
        held = parts()
        del held[DOCUMENT]
        with pytest.raises(TemplateError) as caught:
            read_package(packed(held), "x.docx")
        assert caught.value.codes == ("word-no-document",)


class TestChanges:
    def test_another_package_shares_what_stays(self) -> None:
        held = package()
        styles, root = held.root("word/styles.xml"), held.copy(DOCUMENT)
        root.set("changed", "1")
        other = held.replaced({DOCUMENT: root})
        assert other.root(DOCUMENT).get("changed") == "1"
        assert held.root(DOCUMENT).get("changed") is None
        assert other.root("word/styles.xml") is styles
        assert other.digest != held.digest

    def test_a_new_part_is_listed_and_referred_to(self) -> None:
        held = parts()
        del held["word/numbering.xml"]
        for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
            root = etree.fromstring(held[name])
            for one in [one for one in root if "numbering" in etree.tostring(one).decode()]:
                root.remove(one)
            held[name] = etree.tostring(root)
        kind = f"{WORDML}numbering+xml"
        made = Package(held).with_document_part("numbering", kind, w("numbering"))
        assert made.related(made.main, "numbering") == "word/numbering.xml"
        assert made.content_type("word/numbering.xml") == kind

    def test_the_same_parts_are_the_same_bytes(self) -> None:
        held = read_package(TEMPLATE.read_bytes(), "x.docx")
        assert held.to_bytes() == read_package(held.to_bytes(), "x.docx").to_bytes()
        assert pickle.loads(pickle.dumps(held)).digest == held.digest


def test_content_types_are_by_suffix_where_that_is_enough() -> None:
    types = content_types({"a.png": "image/png", "b.XML": "application/xml", "c.xml": "x/y"})
    root = etree.fromstring(types)
    assert [one.get("Extension") for one in root][:3] == ["png", "rels", "xml"]
    assert [one.get("PartName") for one in root if one.get("PartName")] == ["/c.xml"]


@pytest.mark.parametrize(
    ("value", "unit", "pt"),
    [
        ("1440", 20, 72.0),
        ("1440.0000000000002", 20, 72.0),
        ("12pt", 20, 12.0),
        ("2.54cm", 20, 72.0),
        ("1in", 8, 72.0),
        ("24", 2, 12.0),
        (" 20 ", 20, 1.0),
        ("auto", 20, None),
        ("nan", 20, None),
        ("inf", 20, None),
        (None, 20, None),
    ],
)
def test_a_measure_in_points(value: str | None, unit: float, pt: float | None) -> None:
    assert points(value, unit) == (None if pt is None else pytest.approx(pt))
    assert pt is None or twips(points(value, unit) or 0) == round(pt * 20)


def test_a_child_stands_where_the_schema_wants_it() -> None:
    properties = w("pPr", w("pStyle"), w("jc"), w("rPr"))
    child_of(properties, "spacing")
    put_in(properties, w("ind"))
    assert child_of(properties, "jc") is properties.find(W + "jc")
    order = [etree.QName(one).localname for one in properties]
    assert order == ["pStyle", "spacing", "ind", "jc", "rPr"]


def test_an_enclosed_font_is_no_markup_however_it_begins() -> None:
    held = {**parts(), "word/fonts/font1.odttf": b" <W\xbb\xca*\xbb\x1e" + bytes(40)}
    assert "word/fonts/font1.odttf" in read_package(packed(held), "foreign.docx")
    for data in (b"<!DOCTYPE a>", "\ufeff<a>".encode("utf-16-le") + b"\x1e"):
        with pytest.raises(TemplateError):
            read_package(packed({**held, "word/fonts/font1.odttf": data}), "foreign.docx")
