"""A Word template may come from a stranger: what is unsound or reaches outside is refused."""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import Path

import pytest
from samples.word import TEMPLATE, changed, packed, parts

from briefgen.load.word import template
from briefgen.load.word.template import read_word_template
from briefgen.ooxml import reading
from briefgen.ooxml.package import Package
from briefgen.types.finding import Finding, TemplateError

DOCUMENT = "word/document.xml"
RELS = "word/_rels/document.xml.rels"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def refused(data: bytes, folder: Path) -> tuple[Finding, ...]:
    """Return the findings about a file with these bytes."""
    file = folder / "foreign.docx"
    file.write_bytes(data)
    with pytest.raises(TemplateError) as caught:
        read_word_template(file, untrusted=True)
    assert all(finding.file == str(file) and finding.hint for finding in caught.value.findings)
    return caught.value.findings


def only(findings: tuple[Finding, ...]) -> tuple[str, str]:
    """Return code and part of the one finding."""
    (finding,) = findings
    return finding.code, str(finding.path[0]) if finding.path else ""


def relationship(kind: str, target: str, mode: str = "External") -> bytes:
    return changed(
        RELS,
        lambda xml: xml.replace(
            "</Relationships>",
            f'<Relationship Id="x" Type="{TYPE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
            "</Relationships>",
        ),
    )


def body(xml: str) -> bytes:
    return changed(DOCUMENT, lambda before: before.replace("<w:sectPr>", f"{xml}<w:sectPr>"))


def field(*runs: str) -> bytes:
    """Return a template with a field whose instruction is split over runs."""
    texts = "".join(f"<w:r><w:instrText>{run}</w:instrText></w:r>" for run in runs)
    return body(
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{texts}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def test_the_built_in_template_is_let_through() -> None:
    held = read_word_template(TEMPLATE)
    assert held.name == "template"
    before, after = Package(parts()), held.package
    assert [*after.sources()] == [*before.sources()]
    for name in before:
        assert after.content_type(name) == before.content_type(name)
        if name != "[Content_Types].xml":
            assert after[name] == before[name]
    assert held.warnings == ()


def test_the_data_of_a_template_are_not_printed() -> None:
    assert len(repr(read_word_template(TEMPLATE))) < 300


class TestTheFile:
    def test_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(TemplateError) as caught:
            read_word_template(tmp_path / "none.docx")
        assert caught.value.codes == ("word-file-missing",)

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(TemplateError) as caught:
            read_word_template(tmp_path)
        assert caught.value.codes == ("word-file-is-folder",)

    def test_too_large(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(template, "FILE_LIMIT", 100)
        assert only(refused(TEMPLATE.read_bytes(), tmp_path)) == ("word-file-too-large", "")

    def test_no_file_name(self) -> None:
        with pytest.raises(TemplateError) as caught:
            read_word_template("a\0b.docx")
        assert caught.value.codes[0] in ("word-file-unreadable", "word-file-missing")


class TestThePackage:
    @pytest.mark.parametrize("data", [b"", b"{\\rtf1}", b"PK\x03\x04 and no more"])
    def test_not_a_zip_archive(self, data: bytes, tmp_path: Path) -> None:
        assert only(refused(data, tmp_path))[0] == "word-not-zip"

    def test_protected_by_a_password(self, tmp_path: Path) -> None:
        data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
        assert only(refused(data, tmp_path))[0] == "word-encrypted"

    def test_an_entry_protected_by_a_password(self, tmp_path: Path) -> None:
        data = bytearray(TEMPLATE.read_bytes())
        at = data.index(b"PK\x01\x02")
        data[at + 8] |= 1
        assert only(refused(bytes(data), tmp_path)) == ("word-encrypted", "[Content_Types].xml")

    def test_no_document(self, tmp_path: Path) -> None:
        held = parts()
        del held[DOCUMENT]
        assert only(refused(packed(held), tmp_path))[0] == "word-no-document"

    def test_a_workbook(self, tmp_path: Path) -> None:
        data = changed(
            "[Content_Types].xml",
            lambda xml: xml.replace("wordprocessingml.document.main", "spreadsheetml.sheet.main"),
        )
        assert only(refused(data, tmp_path)) == ("word-no-document", "[Content_Types].xml")

    @pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil.xml", "C:/evil.xml", "word\\..\\x"])
    def test_a_name_outside_the_archive(self, name: str, tmp_path: Path) -> None:
        assert only(refused(packed({**parts(), name: b"<x/>"}), tmp_path))[0] == (
            "word-entry-outside"
        )

    @pytest.mark.parametrize("name", [DOCUMENT, "word/DOCUMENT.xml"])
    def test_a_name_twice(self, name: str, tmp_path: Path) -> None:
        stream = io.BytesIO(TEMPLATE.read_bytes())
        with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
            warnings.simplefilter("ignore")
            archive.writestr(name, b"<x/>")
        assert only(refused(stream.getvalue(), tmp_path)) == ("word-duplicate-entry", name)

    def test_too_many_entries(self, tmp_path: Path) -> None:
        many = {f"word/media/{number}.png": b"" for number in range(reading.ENTRY_LIMIT)}
        assert only(refused(packed({**parts(), **many}), tmp_path))[0] == "word-too-many-entries"

    def test_an_entry_that_grows_beyond_reason(self, tmp_path: Path) -> None:
        bomb = {"word/media/bomb.png": b"\0" * 3_000_000}
        assert only(refused(packed({**parts(), **bomb}), tmp_path)) == (
            "word-inflates",
            "word/media/bomb.png",
        )

    def test_many_entries_that_are_large_together(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(reading, "SIZE_LIMIT", 500_000)
        more = {f"word/media/{number}.png": bytes(range(256)) * 1000 for number in range(3)}
        assert only(refused(packed({**parts(), **more}), tmp_path))[0] == "word-inflates"

    def test_the_size_that_an_entry_says_it_has_is_not_believed(self, tmp_path: Path) -> None:
        data = bytearray(packed({**parts(), "word/media/bomb.png": b"\0" * 3_000_000}))
        at = data.rindex(b"PK\x01\x02")
        data[at + 24 : at + 28] = (10).to_bytes(4, "little")
        assert only(refused(bytes(data), tmp_path))[0] in ("word-inflates", "word-damaged")

    def test_damaged(self, tmp_path: Path) -> None:
        data = bytearray(TEMPLATE.read_bytes())
        data[60:90] = bytes(30)
        assert only(refused(bytes(data), tmp_path))[0] in ("word-damaged", "word-not-zip")

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_a_document_type(self, encoding: str, tmp_path: Path) -> None:
        xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
        data = packed({**parts(), "word/extra.xml": xml.encode(encoding)})
        assert only(refused(data, tmp_path)) == ("word-doctype", "word/extra.xml")

    def test_xml_that_is_not_well_formed(self, tmp_path: Path) -> None:
        data = packed({**parts(), "word/extra.xml": b"<x><y></x>"})
        assert only(refused(data, tmp_path)) == ("word-malformed", "word/extra.xml")
        data = packed({**parts(), "word/extra.xml": b"no markup at all"})
        assert only(refused(data, tmp_path)) == ("word-malformed", "word/extra.xml")


class TestWhatReachesOutside:
    def test_macros(self, tmp_path: Path) -> None:
        data = packed({**parts(), "word/vbaProject.bin": b"x"})
        assert only(refused(data, tmp_path)) == ("word-macros", "word/vbaProject.bin")

    def test_a_macro_document_by_its_type(self, tmp_path: Path) -> None:
        data = changed(
            "[Content_Types].xml",
            lambda xml: xml.replace(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
        )
        assert only(refused(data, tmp_path)) == ("word-macros", "[Content_Types].xml")

    def test_an_attached_template(self, tmp_path: Path) -> None:
        data = relationship("attachedTemplate", "http://example.org/x.dotm")
        assert only(refused(data, tmp_path)) == ("word-attached-template", RELS)

    @pytest.mark.parametrize("kind", ["image", "subDocument", "frame", "mailMergeSource"])
    def test_relationships_that_lead_outside(self, kind: str, tmp_path: Path) -> None:
        data = relationship(kind, "http://example.org/x")
        assert only(refused(data, tmp_path)) == ("word-external-relationship", RELS)

    @pytest.mark.parametrize("target", ["file:///etc/passwd", "\\\\host\\share", "javascript:x()"])
    def test_links_that_lead_to_no_page(self, target: str, tmp_path: Path) -> None:
        assert only(refused(relationship("hyperlink", target), tmp_path)) == (
            "word-link-scheme",
            RELS,
        )

    @pytest.mark.parametrize("target", ["https://example.org/", "mailto:a@example.org"])
    def test_other_links_may_stay(self, target: str, tmp_path: Path) -> None:
        file = tmp_path / "foreign.docx"
        file.write_bytes(relationship("hyperlink", target))
        assert read_word_template(file).name == "foreign"

    def test_another_file_taken_in(self, tmp_path: Path) -> None:
        assert only(refused(relationship("aFChunk", "x.html", "Internal"), tmp_path)) == (
            "word-alt-chunk",
            RELS,
        )
        assert only(refused(body('<w:altChunk r:id="x"/>'), tmp_path)) == (
            "word-alt-chunk",
            DOCUMENT,
        )

    def test_controls(self, tmp_path: Path) -> None:
        data = relationship("control", "embeddings/x.bin", "Internal")
        assert only(refused(data, tmp_path)) == ("word-embedded-object", RELS)

    def test_an_embedded_object_in_the_text(self, tmp_path: Path) -> None:
        ole = '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/>'
        assert only(refused(body(f"{ole}</w:object></w:r></w:p>"), tmp_path)) == (
            "word-embedded-object",
            DOCUMENT,
        )

    def test_an_old_picture_by_its_address(self, tmp_path: Path) -> None:
        picture = (
            '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
            '<v:imagedata src="http://example.org/x.png"/></v:shape></w:pict></w:r></w:p>'
        )
        assert only(refused(body(picture), tmp_path)) == ("word-external-relationship", DOCUMENT)

    def test_everything_is_reported_at_once(self, tmp_path: Path) -> None:
        held = parts(relationship("attachedTemplate", "http://example.org/x.dotm"))
        held["word/vbaProject.bin"] = b"x"
        held[DOCUMENT] = parts(field("DDE x y"))[DOCUMENT]
        codes = {finding.code for finding in refused(packed(held), tmp_path)}
        assert codes == {"word-attached-template", "word-macros", "word-field"}


class TestFields:
    @pytest.mark.parametrize(
        "runs",
        [
            ("DDEAUTO c:\\\\x.exe",),
            (" D", "DE", "AUTO x"),
            ("INCLUDE", 'PICTURE "http://example.org/x.png"'),
            ("includetext x",),
            ("LINK Excel.Sheet x",),
            ("IMPORT x",),
            ("DATABASE \\d x",),
            ("MACROBUTTON x y",),
            ("QUOTE 68 68 69",),
            ("DATE",),
            ("",),
        ],
    )
    def test_what_may_run_fetch_or_read_the_clock(
        self, runs: tuple[str, ...], tmp_path: Path
    ) -> None:
        assert only(refused(field(*runs), tmp_path)) == ("word-field", DOCUMENT)

    def test_a_simple_field(self, tmp_path: Path) -> None:
        data = body('<w:p><w:fldSimple w:instr="DDE x y"/></w:p>')
        assert only(refused(data, tmp_path)) == ("word-field", DOCUMENT)

    def test_a_field_that_another_field_spells(self, tmp_path: Path) -> None:
        begin, end = (
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")
        )
        inner = f"{begin}<w:r><w:instrText> SYMBOL 68 </w:instrText></w:r>{end}"
        rest = "<w:r><w:instrText>DE x y</w:instrText></w:r>"
        assert only(refused(body(f"<w:p>{begin}{inner}{rest}{end}</w:p>"), tmp_path)) == (
            "word-field",
            DOCUMENT,
        )

    def test_a_field_over_two_paragraphs(self, tmp_path: Path) -> None:
        first = (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DD</w:instrText></w:r></w:p>'
        )
        second = (
            '<w:p><w:r><w:instrText>E x</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )
        assert only(refused(body(first + second), tmp_path)) == ("word-field", DOCUMENT)

    def test_a_field_that_does_not_end(self, tmp_path: Path) -> None:
        text = "<w:p><w:r><w:instrText>DDE x y</w:instrText></w:r></w:p>"
        assert only(refused(body(text), tmp_path)) == ("word-field", DOCUMENT)

    def test_a_link_field_to_a_file(self, tmp_path: Path) -> None:
        assert only(refused(field('HYPERLINK "file:///etc/passwd"'), tmp_path)) == (
            "word-link-scheme",
            DOCUMENT,
        )

    @pytest.mark.parametrize(
        "runs",
        [
            ("PA", "GE \\* MERGEFORMAT"),
            ("TOC \\o",),
            ("=1+1",),
            ('HYPERLINK "https://example.org"',),
            ("HYPERLINK \\l x",),
        ],
    )
    def test_harmless_ones_may_stay(self, runs: tuple[str, ...], tmp_path: Path) -> None:
        file = tmp_path / "foreign.docx"
        file.write_bytes(field(*runs))
        assert len(read_word_template(file).package)
