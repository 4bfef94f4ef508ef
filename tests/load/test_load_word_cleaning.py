"""Of a Word template a brief has what is shown, and nothing that its makers left in it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from samples.word import W, changed, packed, parts

from briefgen.load.word.template import read_word_template
from briefgen.ooxml.package import WordTemplate
from briefgen.types.finding import TemplateError

DOCUMENT, RELS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
SETTINGS = "word/settings.xml"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f'xmlns:r="{TYPE}"'
BY = 'w:id="901" w:author="SECRET" w:date="2020-01-01T00:00:00Z"'

Parts = dict[str, bytes]


def body(xml: str, held: Parts | None = None) -> Parts:
    made = dict(held or parts())
    made[DOCUMENT] = made[DOCUMENT].replace(b"<w:sectPr>", xml.encode() + b"<w:sectPr>")
    return made


def related(kind: str, target: str, held: Parts | None = None, mode: str = "Internal") -> Parts:
    made = dict(held or parts())
    kind = kind if ":" in kind else f"{TYPE}/{kind}"
    item = f'<Relationship Id="x1" Type="{kind}" Target="{target}" TargetMode="{mode}"/>'
    made[RELS] = made[RELS].replace(b"</Relationships>", item.encode() + b"</Relationships>")
    return made


def with_part(kind: str, name: str, data: bytes, content_type: str = "application/xml") -> Parts:
    """Return the built-in template with one more part that the document refers to."""
    held = related(kind, name.removeprefix("word/") if name.startswith("word/") else f"/{name}")
    item = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    held[TYPES] = held[TYPES].replace(b"</Types>", item.encode())
    return {**held, name: data}


def setting(xml: str) -> Parts:
    held = parts()
    held[SETTINGS] = held[SETTINGS].replace(b"<w:zoom", xml.encode() + b"<w:zoom")
    return held


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def field(instruction: str, shown: str) -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"<w:p>{begin}{asked}{separate}{run(shown)}{end}</w:p>"


def read(held: Parts, folder: Path, *, untrusted: bool = False) -> WordTemplate:
    file = folder / "foreign.docx"
    file.write_bytes(packed(held))
    return read_word_template(file, untrusted=untrusted)


def refused(held: Parts, folder: Path, *, untrusted: bool = True) -> tuple[str, ...]:
    with pytest.raises(TemplateError) as caught:
        read(held, folder, untrusted=untrusted)
    return caught.value.codes


def reported(template: WordTemplate) -> list[str]:
    """Return what one warning says was left out."""
    if not template.warnings:
        return []
    (warning,) = template.warnings
    assert (warning.code, warning.severity) == ("word-left-out", "warning")
    assert warning.file == template.file
    return warning.message.partition("left out: ")[2].split(", ")


def words(template: WordTemplate) -> str:
    root = template.package.root(DOCUMENT)
    return " ".join(one.text or "" for one in root.iter(W + "t"))


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("comments", "word/comments.xml", ["comments"]),
        ("http://schemas.microsoft.com/office/2011/relationships/people", "word/people.xml",
         ["the list of people"]),
        ("customXml", "customXml/item1.xml", ["custom XML"]),
        ("glossaryDocument", "word/glossary/document.xml", ["building blocks"]),
        ("webSettings", "word/webSettings.xml", []),
        ("printerSettings", "word/printerSettings1.bin", []),
        ("something-new", "word/something.xml", []),
    ],
)  # fmt: skip
def test_a_part_that_no_brief_shows(kind: str, name: str, said: list[str], tmp_path: Path) -> None:
    template = read(with_part(kind, name, b"<x><y>SECRET</y></x>"), tmp_path)
    assert name not in template.package
    assert not any(b"SECRET" in data for _, data in template.package.items())
    assert not any(one.id == "x1" for one in template.package.relationships(DOCUMENT))
    assert reported(template) == said


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ('<w:docVars><w:docVar w:name="SECRET" w:val="SECRET"/></w:docVars>',
         ["document variables"]),
        ('<w:mailMerge><w:query w:val="SECRET"/></w:mailMerge>', ["mail merge"]),
        ('<w:documentProtection w:edit="readOnly" w:hash="SECRET"/>',
         ["protection against editing"]),
        ("<w:mirrorMargins/>", ["margins that change sides from page to page"]),
        ("<w:bookFoldPrinting/><w:printTwoOnOne/>", ["two pages on a sheet"]),
        ('<w:rsids><w:rsid w:val="00AB5EC7"/></w:rsids><w:docEndnotes w:val="SECRET"/>', []),
    ],
)  # fmt: skip
def test_a_setting_that_no_page_shows(xml: str, said: list[str], tmp_path: Path) -> None:
    template = read(setting(xml), tmp_path)
    assert template.package[SETTINGS] == parts()[SETTINGS]
    assert reported(template) == said


def test_space_between_paragraphs_is_not_added_up(tmp_path: Path) -> None:
    held = parts()
    option = b"<w:compat><w:doNotUseHTMLParagraphAutoSpacing/>"
    held[SETTINGS] = held[SETTINGS].replace(b"<w:compat>", option)
    template = read(held, tmp_path)
    assert template.package[SETTINGS] == parts()[SETTINGS]
    assert reported(template) == ["the option that space before and after paragraphs is added up"]


def test_an_attached_template_goes_and_a_untrusted_s_is_refused(tmp_path: Path) -> None:
    held = setting(f'<w:attachedTemplate {R} r:id="t1"/>')
    held["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="t1" Type="{TYPE}/attachedTemplate" Target="file:///C:\\SECRET.dotm" '
        'TargetMode="External"/></Relationships>'
    ).encode()
    template = read(held, tmp_path)
    assert reported(template) == ["the template that it is attached to"]
    assert "word/_rels/settings.xml.rels" not in template.package
    assert "word-attached-template" in refused(held, tmp_path)


def test_macros_go_and_a_untrusted_s_are_refused(tmp_path: Path) -> None:
    vba = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    held = with_part(vba, "word/vbaProject.bin", b"SECRET", "application/vnd.ms-office.vbaProject")
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    held[TYPES] = held[TYPES].replace(main, macro)
    template = read(held, tmp_path)
    assert reported(template) == ["macros"]
    assert template.package.content_type(DOCUMENT) == main.decode()
    assert set(refused(held, tmp_path)) == {"word-macros"}


class TestTrackedChanges:
    @pytest.mark.parametrize(
        ("xml", "left"),
        [
            (f"<w:p>{run('a')}<w:ins {BY}>{run('SECRET')}</w:ins></w:p>", "a"),
            (f"<w:p>{run('a')}<w:del {BY}><w:r><w:delText>SECRET</w:delText></w:r></w:del></w:p>",
             "a"),
            (f"<w:p><w:moveFrom {BY}>{run('a')}</w:moveFrom></w:p>"
             f"<w:p><w:moveTo {BY}>{run('a')}</w:moveTo></w:p>", "a"),
            (f"<w:p><w:pPr><w:rPr><w:ins {BY}/></w:rPr></w:pPr>{run('a')}</w:p><w:p>{run('b')}"
             "</w:p>", "a b"),
            (f"<w:tbl><w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc><w:p>{run('SECRET')}</w:p></w:tc>"
             f"</w:tr><w:tr><w:tc><w:p>{run('a')}</w:p></w:tc></w:tr></w:tbl><w:p/>", "a"),
            (f"<w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc><w:p>{run('SECRET')}</w:p></w:tc>"
             f"</w:tr><w:tr><w:tc><w:p>{run('a')}</w:p></w:tc></w:tr></w:tbl><w:p/>", "a"),
        ],
    )  # fmt: skip
    def test_they_are_rejected(self, xml: str, left: str, tmp_path: Path) -> None:
        template = read(body(xml), tmp_path)
        assert words(template) == f"{words(read(parts(), tmp_path))} {left}"
        assert b"SECRET" not in template.package[DOCUMENT]
        assert reported(template) == [
            "tracked changes (rejected",
            "and nothing deleted comes back)",
        ]

    def test_properties_are_as_they_were(self, tmp_path: Path) -> None:
        xml = (
            '<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr>'
            f'<w:pPrChange {BY}><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange></w:pPr>'
            f"<w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"
            "<w:t>a</w:t></w:r></w:p>"
        )
        root = read(body(xml), tmp_path).package.root(DOCUMENT)
        last = [*root.iter(W + "p")][-1]
        assert [one.get(W + "val") for one in last.iter(W + "jc")] == ["right"]
        assert last.find(f"{W}pPr/{W}rPr/{W}b") is not None
        held = last.find(f"{W}r/{W}rPr")
        assert held is not None
        assert [one.tag for one in held] == [W + "i"]

    @pytest.mark.parametrize(
        "xml",
        [
            f"<w:p><w:ins {BY}>{run('{{ series }}')}</w:ins></w:p>",
            f"<w:p>{run('{')}<w:ins {BY}>{run('{ series }')}</w:ins>{run('}')}</w:p>",
        ],
    )
    def test_a_mark_that_somebody_has_inserted_is_an_error(self, xml: str, tmp_path: Path) -> None:
        with pytest.raises(TemplateError) as caught:
            read(body(xml), tmp_path)
        (finding,) = caught.value.findings
        assert (finding.code, finding.path) == ("word-mark-inserted", ("body",))
        assert '"{{ series }}"' in finding.message
        assert "Review, Accept" in finding.hint


@pytest.mark.parametrize(
    "sample", [field("INCLUDEPICTURE a.png", "A picture"), "<w:p><w:pPr/><w:pPr/></w:p>"]
)
def test_what_a_body_holds_does_not_matter_where_it_is_replaced(
    sample: str, tmp_path: Path
) -> None:
    file = tmp_path / "foreign.docx"
    file.write_bytes(packed(body(sample)))
    template = read_word_template(file, replace_body=True)
    assert words(template) == "{{ main }}"


def test_comments_and_hidden_text_go(tmp_path: Path) -> None:
    xml = (
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>a</w:t></w:r><w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>SECRET</w:t></w:r></w:p>"
    )
    template = read(body(xml), tmp_path)
    assert reported(template) == ["comments", "hidden text"]
    assert b"SECRET" not in template.package[DOCUMENT]
    assert b"comment" not in template.package[DOCUMENT]


class TestFields:
    @pytest.mark.parametrize(
        "name", ["DATE", "FILENAME", "SAVEDATE", "USERNAME", "DOCPROPERTY Client"]
    )
    def test_a_live_field_stands_at_what_it_showed(self, name: str, tmp_path: Path) -> None:
        template = read(body(field(f" {name} \\* MERGEFORMAT ", "12 May")), tmp_path)
        assert words(template).endswith(" 12 May")
        assert b"instrText" not in template.package[DOCUMENT]
        assert reported(template)[0] == f"the field {name.split(maxsplit=1)[0]}"

    def test_so_does_one_of_one_element(self, tmp_path: Path) -> None:
        xml = f'<w:p><w:fldSimple w:instr=" DATE ">{run("12 May")}</w:fldSimple></w:p>'
        template = read(body(xml), tmp_path)
        assert words(template).endswith(" 12 May")
        assert b"fldSimple" not in template.package[DOCUMENT]

    @pytest.mark.parametrize("name", ["PAGE", "REF x", 'STYLEREF "Heading 1"'])
    def test_what_a_brief_counts_or_says_itself_stays(self, name: str, tmp_path: Path) -> None:
        template = read(body(field(name, "1")), tmp_path)
        assert name.encode() in template.package[DOCUMENT]
        assert reported(template) == []

    @pytest.mark.parametrize(
        "name", ["DDEAUTO x y", "INCLUDETEXT x", "INCLUDEPICTURE x", "LINK x", "MACROBUTTON x y"]
    )
    def test_what_would_run_or_fetch_is_refused(self, name: str, tmp_path: Path) -> None:
        assert refused(body(field(name, "a")), tmp_path, untrusted=False) == ("word-field",)

    def test_a_live_field_of_a_untrusted_s_is_refused(self, tmp_path: Path) -> None:
        assert refused(body(field("DATE", "12 May")), tmp_path) == ("word-field",)


class TestLinks:
    def test_one_to_a_file_leaves_what_it_shows(self, tmp_path: Path) -> None:
        link = f'<w:p><w:hyperlink {R} r:id="x1">{run("a")}</w:hyperlink></w:p>'
        held = related("hyperlink", "file:///C:/SECRET", body(link), "External")
        template = read(held, tmp_path)
        assert words(template).endswith(" a")
        assert b"SECRET" not in template.package[RELS]
        assert reported(template) == ["links that lead to no address on the web"]
        assert refused(held, tmp_path) == ("word-link-scheme",)

    def test_one_to_a_page_stays(self, tmp_path: Path) -> None:
        link = f'<w:p><w:hyperlink {R} r:id="x1">{run("a")}</w:hyperlink></w:p>'
        held = related("hyperlink", "https://example.org", body(link), "External")
        assert b"example.org" in read(held, tmp_path).package[RELS]

    def test_a_missing_part_matters_only_where_it_is_shown(self, tmp_path: Path) -> None:
        assert read(related("webSettings", "webSettings.xml"), tmp_path).warnings == ()
        assert read(related("image", "media/none.png"), tmp_path).warnings == ()
        blip = (
            f'<w:p><w:r><w:drawing><a:blip xmlns:a="a" {R} r:embed="x1"/></w:drawing></w:r></w:p>'
        )
        held = related("image", "media/none.png", body(blip))
        assert refused(held, tmp_path, untrusted=False) == ("word-part-missing",)


class TestPictures:
    BLIP = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        f'main" {R} r:embed="x1">{{}}</a:blip></w:drawing></w:r></w:p>'
    )

    def test_they_report_nothing_of_their_makers(self, tmp_path: Path) -> None:
        stream, text = io.BytesIO(), PngImagePlugin.PngInfo()
        text.add_text("Author", "SECRET")
        image = Image.radial_gradient("L").resize((20, 20))
        image.save(stream, "PNG", pnginfo=text)
        held = with_part("image", "word/media/x.png", stream.getvalue() + b"SECRET", "image/png")
        template = read(body(self.BLIP.format(""), held), tmp_path)
        data = template.package["word/media/x.png"]
        assert b"SECRET" not in data
        with Image.open(io.BytesIO(data)) as shown:
            assert shown.tobytes() == image.tobytes()

    @pytest.mark.parametrize("path", ["C:\\Users\\SECRET\\mark.png", "file:///SECRET/mark.png"])
    def test_they_are_called_by_no_path(self, path: str, tmp_path: Path) -> None:
        named = f'<w:p><w:r><p:cNvPr xmlns:p="p" id="0" name="Mark" descr="{path}"/></w:r></w:p>'
        template = read(body(named), tmp_path)
        assert b"SECRET" not in template.package[DOCUMENT]
        assert b'descr="mark.png"' in template.package[DOCUMENT]

    def test_a_vector_beside_its_pixels_goes(self, tmp_path: Path) -> None:
        stream = io.BytesIO()
        Image.new("RGB", (9, 9)).save(stream, "PNG")
        held = with_part("image", "word/media/x.png", stream.getvalue(), "image/png")
        listed = f'<Relationship Id="x2" Type="{TYPE}/image" Target="media/x.svg"/>'
        held[RELS] = held[RELS].replace(b"</Relationships>", f"{listed}</Relationships>".encode())
        held["word/media/x.svg"] = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
        vector = (
            f'<a:extLst><a:ext uri="u"><s:svgBlip xmlns:s="s" {R} r:embed="x2"/></a:ext></a:extLst>'
        )
        held = body(self.BLIP.format(vector), held)
        template = read(held, tmp_path)
        assert "word/media/x.svg" not in template.package
        assert "word/media/x.png" in template.package
        assert reported(template) == ["SVG pictures", "whose PNG stands in their place"]
        assert refused(held, tmp_path) == ("word-svg",)


class TestOtherPrograms:
    def test_names_of_parts_that_differ_in_capitals(self, tmp_path: Path) -> None:
        held = parts()
        held["word/Styles.XML"] = held.pop("word/styles.xml")
        assert read(held, tmp_path).package.document_part("styles") is not None

    def test_measures_that_are_not_whole(self, tmp_path: Path) -> None:
        held = parts(changed(DOCUMENT, lambda xml: xml.replace(
            '<w:pgSz w:w="11906"', '<w:pgSz w:w="11906.000000000002"')))  # fmt: skip
        size = next(read(held, tmp_path).package.root(DOCUMENT).iter(W + "pgSz"))
        assert size.get(W + "w") == "11906"

    def test_strict_open_xml(self, tmp_path: Path) -> None:
        purl = b"http://purl.oclc.org/ooxml/"
        names = {
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main":
                purl + b"wordprocessingml/main",
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships":
                purl + b"officeDocument/relationships",
            b"http://schemas.openxmlformats.org/drawingml/2006/main": purl + b"drawingml/main",
        }  # fmt: skip
        held = parts()
        for name, data in held.items():
            for usual, strict in names.items():
                data = data.replace(usual, strict)  # noqa: PLW2901
            held[name] = data
        same = dict(read(parts(), tmp_path).package.items())
        assert dict(read(held, tmp_path).package.items()) == same

    def test_a_section_without_a_page(self, tmp_path: Path) -> None:
        xml = parts()[DOCUMENT].decode()
        start, end = xml.index("<w:sectPr>"), xml.index("</w:sectPr>")
        held = {**parts(), DOCUMENT: (xml[:start] + "<w:sectPr>" + xml[end:]).encode()}
        section = next(read(held, tmp_path).package.root(DOCUMENT).iter(W + "sectPr"))
        (size, margins) = section
        assert (size.get(W + "w"), size.get(W + "h")) == ("12240", "15840")
        assert {margins.get(W + side) for side in ("top", "left", "right", "bottom")} == {"1440"}


def test_space_that_is_left_to_the_program_is_written_as_it_measures_it(tmp_path: Path) -> None:
    spacing = '<w:spacing w:before="99" w:beforeAutospacing="1" w:afterAutospacing="0"/>'
    template = read(body(f"<w:p><w:pPr>{spacing}</w:pPr></w:p>"), tmp_path)
    written = template.package[DOCUMENT].decode()
    assert 'w:spacing w:before="280"/>' in written
    assert "Autospacing" not in written
