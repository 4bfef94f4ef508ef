"""Ways around the guards of Word templates: what one program reads and another does not."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image
from samples.word import TEMPLATE, changed, packed, parts

from briefgen.load.page_style import read_page_style
from briefgen.load.word.template import read_word_template
from briefgen.types.finding import TemplateError

DOCUMENT = "word/document.xml"
RELS = "word/_rels/document.xml.rels"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f'xmlns:r="{TYPE}"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def found(data: bytes, folder: Path) -> list[tuple[str, str]]:
    """Return code and part of each finding about a file with these bytes."""
    file = folder / "foreign.docx"
    file.write_bytes(data)
    with pytest.raises(TemplateError) as caught:
        read_word_template(file, untrusted=True)
    findings = caught.value.findings
    assert all(one.file == str(file) and one.hint for one in findings)
    return [(one.code, str(one.path[0]) if one.path else "") for one in findings]


def body(xml: str, **more: bytes) -> bytes:
    return changed(DOCUMENT, lambda was: was.replace("<w:sectPr>", f"{xml}<w:sectPr>"), **more)


def related(kind: str, target: str, mode: str = "Internal", **more: bytes) -> bytes:
    item = f'<Relationship Id="x1" Type="{kind}" Target="{target}" TargetMode="{mode}"/>'
    return changed(
        RELS, lambda was: was.replace("</Relationships>", f"{item}</Relationships>"), **more
    )


def run(xml: str) -> str:
    return f"<w:r>{xml}</w:r>"


BEGIN, SEPARATE, END = (
    run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
)


def instruction(text: str) -> str:
    return run(f"<w:instrText>{text}</w:instrText>")


def choice(first: str, other: str) -> str:
    return (
        f'<mc:AlternateContent {MC}><mc:Choice Requires="nobody" xmlns:nobody="n">{first}'
        f"</mc:Choice><mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>"
    )


TIP = 'HYPERLINK \\l a \\o "two words" ""'


class TestFields:
    @pytest.mark.parametrize("kind", ["entryMacro", "exitMacro"])
    def test_a_form_field_that_runs_a_macro(self, kind: str, tmp_path: Path) -> None:
        begin = run(
            f'<w:fldChar w:fldCharType="begin"><w:ffData><w:{kind} w:val="Open"/></w:ffData>'
            "</w:fldChar>"
        )
        data = body(f"<w:p>{begin}{instruction('FORMTEXT')}{SEPARATE}{END}</w:p>")
        assert found(data, tmp_path) == [("word-field-macro", DOCUMENT)]

    def test_a_transform_that_it_is_saved_through(self, tmp_path: Path) -> None:
        settings = "word/settings.xml"
        transform = '<w:saveThroughXslt w:solutionID="x"/></w:settings>'
        data = changed(settings, lambda was: was.replace("</w:settings>", transform))
        assert found(data, tmp_path) == [("word-transform", settings)]

    @pytest.mark.parametrize(
        "pieces",
        [
            choice(instruction(" AUTHOR "), instruction(" DDEAUTO c:\\x ")),
            choice(instruction("AUTHOR \\* "), "") + instruction("DDEAUTO x"),
            run("<w:delInstrText> AUTHOR </w:delInstrText>") + instruction("DDEAUTO x"),
            '<w:del w:id="1" w:author="a">' + instruction("AUTHOR ") + "</w:del>"
            + instruction("DDEAUTO x"),
        ],
        ids=["branches", "half", "deleted text", "deleted run"],
    )  # fmt: skip
    def test_pieces_that_not_every_program_reads(self, pieces: str, tmp_path: Path) -> None:
        data = body(f"<w:p>{BEGIN}{pieces}{SEPARATE}{run('<w:t>x</w:t>')}{END}</w:p>")
        assert found(data, tmp_path) == [("word-field", DOCUMENT)]

    def test_an_instruction_written_as_text(self, tmp_path: Path) -> None:
        data = body(f"<w:p>{BEGIN}{run('<w:t>DDE x y</w:t>')}{END}</w:p>")
        assert found(data, tmp_path) == [("word-field", DOCUMENT)]

    def test_a_field_of_the_strict_variant(self, tmp_path: Path) -> None:
        strict = 'xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main"'
        data = body(f'<w:p><s:fldSimple {strict} s:instr="DDE x y"/></w:p>')
        assert found(data, tmp_path) == [("word-field", DOCUMENT)]

    @pytest.mark.parametrize(
        "words",
        [
            'HYPERLINK \\o "a tip" "file:///etc/passwd"',
            'HYPERLINK \\l place "\\\\server\\share"',
            'HYPERLINK "https://example.org" "javascript:x"',
            "HYPERLINK \\n file:x",
        ],
    )
    def test_an_address_wherever_it_stands_among_switches(self, words: str, tmp_path: Path) -> None:
        data = body(f"<w:p>{BEGIN}{instruction(words)}{END}</w:p>")
        assert {code for code, _ in found(data, tmp_path)} == {"word-link-scheme"}

    @pytest.mark.parametrize(
        "xml",
        [
            f"<w:p>{BEGIN}{instruction('HYPERLINK https://a.example')}{END}</w:p>",
            f"<w:p>{BEGIN}{instruction(TIP)}{END}</w:p>",
            f"<w:p>{choice(BEGIN + instruction('PAGE') + END, '')}</w:p>",
            f"<w:p>{BEGIN}{instruction('PAGE')}{SEPARATE}{choice(run('<w:t>1</w:t>'), '')}"
            f"{END}</w:p>",
        ],
    )
    def test_a_whole_field_may_stand_in_one_branch(self, xml: str, tmp_path: Path) -> None:
        file = tmp_path / "foreign.docx"
        file.write_bytes(body(xml))
        assert len(read_word_template(file).package)


class TestLinks:
    def test_a_picture_that_is_fetched_by_a_link(self, tmp_path: Path) -> None:
        held = parts(related(f"{TYPE}/hyperlink", "http://127.0.0.1:9/x.png", "External"))
        blip = f'<w:p><a:blip xmlns:a="a" {R} r:link="x1"/></w:p>'
        held[DOCUMENT] = parts(body(blip))[DOCUMENT]
        assert found(packed(held), tmp_path) == [("word-external-relationship", DOCUMENT)]

    def test_a_link_that_is_clicked_may_stay(self, tmp_path: Path) -> None:
        held = parts(related(f"{TYPE}/hyperlink", "https://example.org", "External"))
        held[DOCUMENT] = parts(body(f'<w:p><w:hyperlink {R} r:id="x1"/></w:p>'))[DOCUMENT]
        file = tmp_path / "foreign.docx"
        file.write_bytes(packed(held))
        assert len(read_word_template(file).package)

    @pytest.mark.parametrize(
        "target",
        ["http://127.0.0.1:9/x", "file:///etc/passwd", "//server/x", "C:\\x", "..\\..\\x"],
    )
    def test_an_address_that_calls_itself_internal(self, target: str, tmp_path: Path) -> None:
        data = related(f"{TYPE}/image", target)
        assert found(data, tmp_path) == [("word-external-relationship", RELS)]

    @pytest.mark.parametrize("attribute", ["src", "href", "r:href", "o:althref"])
    def test_an_old_picture_by_any_attribute(self, attribute: str, tmp_path: Path) -> None:
        shape = (
            f'<w:p><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" {R} xmlns:o="o" '
            f'{attribute}="http://127.0.0.1:9/x.png"/></w:p>'
        )
        assert found(body(shape), tmp_path) == [("word-external-relationship", DOCUMENT)]

    @pytest.mark.parametrize(
        "kind",
        [
            "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
            "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility",
        ],
    )
    def test_an_add_in(self, kind: str, tmp_path: Path) -> None:
        assert found(related(kind, "x.xml"), tmp_path) == [("word-add-in", RELS)]

    def test_a_data_source_by_its_connection(self, tmp_path: Path) -> None:
        merge = '<w:mailMerge><w:connectString w:val="x"/></w:mailMerge></w:settings>'
        data = changed("word/settings.xml", lambda was: was.replace("</w:settings>", merge))
        assert found(data, tmp_path) == [("word-data-source", "word/settings.xml")]


class TestParts:
    HEADER = (
        f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>'
        f"{BEGIN}{instruction('DDEAUTO x')}{END}</w:p></w:hdr>"
    )

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_xml_under_another_name(self, encoding: str, tmp_path: Path) -> None:
        data = packed({**parts(), "word/header1.dat": self.HEADER.encode(encoding)})
        assert found(data, tmp_path) == [("word-field", "word/header1.dat")]

    @pytest.mark.parametrize("name", ["word/header1.dat", "word/media/image1.png"])
    def test_a_document_type_under_another_name(self, name: str, tmp_path: Path) -> None:
        bomb = b'<!DOCTYPE x [<!ENTITY a "&b;&b;">]><x>&a;</x>'
        assert found(packed({**parts(), name: bomb}), tmp_path) == [("word-doctype", name)]

    @pytest.mark.parametrize("name", ["word/./x.xml", "word//x.xml", "word/a\x1b[31m.xml"])
    def test_names_that_are_read_differently(self, name: str, tmp_path: Path) -> None:
        data = packed({**parts(), name: b"<x/>"})
        assert found(data, tmp_path) == [("word-entry-name", name)]

    @pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_another_compression(self, method: int, tmp_path: Path) -> None:
        stream = io.BytesIO(TEMPLATE.read_bytes())
        with zipfile.ZipFile(stream, "a", method) as archive:
            archive.writestr("word/x.bin", b"x" * 100)
        assert found(stream.getvalue(), tmp_path) == [("word-compression", "word/x.bin")]


class TestSoundness:
    @pytest.mark.parametrize("target", ["media/none.png", "../../../etc/passwd", "/word/none.xml"])
    def test_a_part_that_is_named_and_not_there(self, target: str, tmp_path: Path) -> None:
        held = parts(related(f"{TYPE}/image", target))
        blip = f'<w:p><a:blip xmlns:a="a" {R} r:embed="x1"/></w:p>'
        held[DOCUMENT] = parts(body(blip))[DOCUMENT]
        assert found(packed(held), tmp_path) == [("word-part-missing", RELS)]

    @pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels"])
    def test_a_part_that_must_be_there(self, part: str, tmp_path: Path) -> None:
        held = parts()
        del held[part]
        assert found(packed(held), tmp_path) == [("word-no-document", part)]

    def test_another_part_that_is_the_document(self, tmp_path: Path) -> None:
        data = changed("_rels/.rels", lambda was: was.replace("word/document", "word/settings"))
        assert found(data, tmp_path) == [("word-no-document", "word/settings.xml")]

    @pytest.mark.parametrize("value", ["nan", "inf", "1e999", "99999999999", "", "wide", "\u0663"])
    @pytest.mark.parametrize(
        ("part", "attribute"),
        [("word/styles.xml", 'w:sz w:val="'), ("word/styles.xml", 'w:line="'),
         (DOCUMENT, '<w:pgSz w:w="'), (DOCUMENT, 'w:top="')],
    )  # fmt: skip
    def test_a_measure_that_is_none(
        self, part: str, attribute: str, value: str, tmp_path: Path
    ) -> None:
        data = changed(part, lambda was: was.replace(attribute, f'{attribute}{value}" w:_="', 1))
        assert found(data, tmp_path) == [("word-value", part)]

    @pytest.mark.parametrize(
        "xml",
        [
            '<w:p><w:bookmarkStart w:id="one" w:name="a"/></w:p>',
            '<w:sdt><w:sdtPr><w:id w:val="1e9"/></w:sdtPr></w:sdt>',
            '<w:p><w:r><w:rPr><w:color w:val="zzzzzz"/></w:rPr></w:r></w:p>',
            '<w:p><w:pPr><w:shd w:val="clear" w:fill="red"/></w:pPr></w:p>',
            '<w:p><w:r><w:rPr><w:color w:val="auto" w:themeTint="xx"/></w:rPr></w:r></w:p>',
        ],
    )
    def test_a_number_or_a_colour_that_is_none(self, xml: str, tmp_path: Path) -> None:
        assert found(body(xml), tmp_path) == [("word-value", DOCUMENT)]

    @pytest.mark.parametrize(
        ("part", "attribute", "value"),
        [
            ("word/styles.xml", 'w:sz w:val="', "-20"),
            ("word/styles.xml", 'w:sz w:val="', "0"),
            ("word/styles.xml", 'w:sz w:val="', "4000"),
            ("word/styles.xml", 'w:sz w:val="', "-10pt"),
            ("word/styles.xml", 'w:line="', "-240"),
            ("word/styles.xml", 'w:before="', "-1"),
            ("word/styles.xml", 'w:after="', "99999"),
            ("word/styles.xml", 'w:hanging="', "-220"),
            (DOCUMENT, 'w:left="', "-1440"),
            (DOCUMENT, 'w:top="', "40000"),
            (DOCUMENT, 'w:header="', "-5cm"),
        ],
    )
    def test_a_measure_that_no_page_has(
        self, part: str, attribute: str, value: str, tmp_path: Path
    ) -> None:
        data = changed(part, lambda was: was.replace(attribute, f'{attribute}{value}" w:_="', 1))
        file = tmp_path / "foreign.docx"
        file.write_bytes(data)
        with pytest.raises(TemplateError) as caught:
            read_word_template(file, untrusted=True)
        (finding,) = caught.value.findings
        assert (finding.code, finding.path) == ("word-value", (part,))
        assert value in finding.message
        assert "are possible" in finding.message

    @pytest.mark.parametrize("width", ["999999999", "-5", "0"])
    def test_a_page_that_nobody_can_print(self, width: str, tmp_path: Path) -> None:
        file = tmp_path / "foreign.docx"
        size = f'<w:pgSz w:w="{width}" w:_="'
        file.write_bytes(changed(DOCUMENT, lambda was: was.replace('<w:pgSz w:w="', size)))
        with pytest.raises(TemplateError) as caught:
            read_page_style(read_word_template(file))
        assert caught.value.codes == ("word-page-size",)


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """Return a PNG of a size that it may not have the pixels for."""

    def chunk(kind: bytes, held: bytes) -> bytes:
        check = struct.pack(">L", zlib.crc32(kind + held))
        return struct.pack(">L", len(held)) + kind + held + check

    head = chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def drawn(kind: str, size: tuple[int, int]) -> bytes:
    stream = io.BytesIO()
    Image.new("1", size).save(stream, kind)
    return stream.getvalue()


class TestPictures:
    NAME = "word/media/image9.png"

    def with_pictures(self, *pictures: bytes) -> bytes:
        held = parts()
        held |= {f"word/media/x{number}.png": data for number, data in enumerate(pictures)}
        return packed(held)

    @pytest.mark.parametrize(
        "data",
        [png(50_000, 50_000), png(7_000, 7_000), drawn("GIF", (7_000, 7_000)),
         drawn("TIFF", (7_000, 7_000))[:900], drawn("BMP", (7_000, 7_000))[:900]],
    )  # fmt: skip
    def test_a_bomb(self, data: bytes, tmp_path: Path) -> None:
        held = self.with_pictures(data)
        assert found(held, tmp_path) == [("word-picture-too-large", "word/media/x0.png")]

    def test_many_that_are_large_together(self, tmp_path: Path) -> None:
        data = drawn("GIF", (6_000, 6_000))
        held = self.with_pictures(data, data, data, data, data)
        assert found(held, tmp_path) == [("word-picture-too-large", "word/media/x4.png")]

    @pytest.mark.parametrize("data", [png(10, 10), drawn("PNG", (90, 90))[:50], b"\xff\xd8\xff"])
    def test_one_that_is_nothing_but_its_head(
        self, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)  # as other libraries do
        held = self.with_pictures(data)
        assert found(held, tmp_path) == [("word-picture-damaged", "word/media/x0.png")]

    @pytest.mark.parametrize("name", ["word/media/x.svg", "word/media/x.png", "word/X.SVG"])
    def test_an_svg(self, name: str, tmp_path: Path) -> None:
        svg = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
        assert found(packed({**parts(), name: svg}), tmp_path) == [("word-svg", name)]

    def test_sound_ones_may_stay(self, tmp_path: Path) -> None:
        pictures = [drawn(kind, (90, 90)) for kind in ("PNG", "JPEG", "GIF", "BMP", "TIFF")]
        file = tmp_path / "foreign.docx"
        file.write_bytes(self.with_pictures(*pictures, b"\x01\0\0\0 a metafile"))
        assert len(read_word_template(file).package)
