"""Fields and controls that show a property of the template ask for that of the brief."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from samples.word import W, packed, parts

from briefgen.load.word.bound_fields import answer_prompts, ask_for_properties
from briefgen.load.word.template import read_word_template
from briefgen.ooxml.package import WordTemplate

DOCUMENT = "word/document.xml"


def read(xml: str, tmp_path: Path) -> WordTemplate:
    """Read the built-in template with something more at the end of its body."""
    held = parts()
    held[DOCUMENT] = held[DOCUMENT].replace(b"<w:sectPr>", xml.encode() + b"<w:sectPr>")
    (tmp_path / "foreign.docx").write_bytes(packed(held))
    return read_word_template(tmp_path / "foreign.docx")


def words(template: WordTemplate) -> str:
    root = template.package.root(DOCUMENT)
    return " ".join(one.text or "" for one in root.iter(W + "t"))


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def field(instruction: str, shown: str) -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"<w:p>{begin}{told}{separate}{run(shown)}{end}</w:p>"


class TestFields:
    @pytest.mark.parametrize(
        ("name", "asked"),
        [
            ("TITLE", "title"),
            ("title \\* Upper", "title"),
            ("SUBJECT", "title"),
            ("DOCPROPERTY Title", "title"),
            ('STYLEREF "Title"', "title"),
            ("AUTHOR", "author"),
        ],
    )
    def test_one_that_shows_a_property_asks_for_the_brief_s(
        self, name: str, asked: str, tmp_path: Path
    ) -> None:
        template = read(field(name, "Old"), tmp_path)
        assert words(template).endswith(f"{{{{ {asked} }}}}")
        assert b"Old" not in template.package[DOCUMENT]
        assert b"instrText" not in template.package[DOCUMENT]
        assert template.warnings == ()

    @pytest.mark.parametrize(
        "xml",
        [
            f'<w:p><w:fldSimple w:instr=" TITLE ">{run("Old")}{run("er")}</w:fldSimple></w:p>',
            '<w:p><w:fldSimple w:instr=" TITLE "/></w:p>',
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TITLE</w:instrText>'
            '<w:fldChar w:fldCharType="end"/></w:r></w:p>',
        ],
    )
    def test_so_does_one_however_it_is_written(self, xml: str, tmp_path: Path) -> None:
        template = read(xml, tmp_path)
        assert words(template).endswith("{{ title }}")
        assert b"Old" not in template.package[DOCUMENT]
        assert b"TITLE" not in template.package[DOCUMENT]

    @pytest.mark.parametrize(
        ("instruction", "asked"),
        [
            (' STYLEREF "heading 1" ', "{{ short_title }}"),
            (" STYLEREF 1 \\* MERGEFORMAT ", "{{ short_title }}"),
            (' STYLEREF "heading 1" \\n ', " "),
            (' STYLEREF "Document number" ', " "),
            (' STYLEREF "Title" ', "{{ title }}"),
            (' DATE \\@ "d. MMM yyyy" ', "{{ edition_date }}"),
            (" SAVEDATE ", "{{ edition_date }}"),
            (" TIME ", " "),
            (" PAGE ", "Old"),
        ],
    )
    def test_what_repeats_a_heading_of_the_sample_at_the_head_says_the_title(
        self, instruction: str, asked: str
    ) -> None:
        names = f'xmlns:w="{W[1:-1]}"'
        root = etree.fromstring(f"<w:hdr {names}>{field(instruction, 'Old')}</w:hdr>")
        ask_for_properties(root)
        assert "".join(one.text or "" for one in root.iter(W + "t")) == asked

    def test_a_label_before_a_date_goes_with_it_where_the_edition_has_none(self) -> None:
        date = field(" DATE ", "1 May").removeprefix("<w:p>").removesuffix("</w:p>")
        line = f"<w:p>{run('Ref 4 ')}<w:r><w:tab/></w:r>{run('Printed')}{run(' on: ')}{date}</w:p>"
        root = etree.fromstring(f'<w:ftr xmlns:w="{W[1:-1]}">{line}</w:ftr>')
        ask_for_properties(root)
        said = "".join(one.text or "" for one in root.iter(W + "t"))
        assert said == "Ref 4 {% if edition_date %}Printed on: {{ edition_date }}{% endif %}"


class TestBoundControls:
    CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"

    def control(self, content: str, name: str = "ns0:title[1]", store: str = CORE) -> str:
        return (
            f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/{name}" '
            f'w:storeItemID="{store}"/><w:text/></w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    @pytest.mark.parametrize(
        ("name", "asked"),
        [
            ("ns0:title[1]", "title"),
            ("ns0:creator[1]", "author"),
            ("ns1:contentStatus[1]", "status"),
        ],
    )
    def test_one_of_a_core_property_asks_for_the_brief_s(
        self, name: str, asked: str, tmp_path: Path
    ) -> None:
        block = self.control(f"<w:p>{run('[Document')}{run(' title]')}</w:p>", name)
        template = read(block, tmp_path)
        assert words(template).endswith(f"{{{{ {asked} }}}}")
        assert b"[Document" not in template.package[DOCUMENT]
        assert b"dataBinding" not in template.package[DOCUMENT]

    def test_a_subject_asks_for_the_title_where_no_title_stands(self, tmp_path: Path) -> None:
        shown = f"<w:p>{run('shown')}</w:p>"
        subject = self.control(shown, "ns1:subject[1]")
        assert words(read(subject, tmp_path)).count("{{ title }}") == 1
        for more in ("", f"<w:p>{run('more')}</w:p>"):
            both = words(read(self.control(shown) + subject + more, tmp_path))
            assert (both.count("{{ title }}"), "shown" in both) == (1, False)
            assert both.endswith("more" if more else "")

    def test_one_in_a_line_keeps_its_type_but_a_placeholder_s(self, tmp_path: Path) -> None:
        shown = (
            '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:b/></w:rPr><w:t>[Title]</w:t></w:r>'
        )
        template = read(f"<w:p>{run('On')}{self.control(shown)}</w:p>", tmp_path)
        assert words(template).endswith(" On {{ title }}")
        held = template.package.root(DOCUMENT)
        (bold,) = [one for one in held.iter(W + "r") if one.find(f"{W}rPr/{W}b") is not None]
        assert bold.find(f"{W}rPr/{W}rStyle") is None

    def test_one_of_another_store_or_property_stands_at_what_it_shows(self, tmp_path: Path) -> None:
        shown = f"<w:p>{run('shown')}</w:p>"
        held = self.control(shown, store="{SECRET}") + self.control(shown, "ns1:keywords[1]")
        template = read(held, tmp_path)
        assert b"dataBinding" not in template.package[DOCUMENT]
        assert words(template).endswith(" shown shown")


@pytest.mark.parametrize(
    ("prompt", "asked"),
    [
        ("[Shortened Title up to 50 Characters]", "{{ short_title }}"),
        ("[Company Name]", "{{ organisation }}"),
        ("Click or tap here to enter text.", ""),
    ],
)
def test_a_prompt_of_a_header_asks_for_what_a_brief_has(prompt: str, asked: str) -> None:
    held = f"<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(prompt)}</w:sdtContent>"
    text = f"<w:p>{run('Head: ')}<w:sdt>{held}</w:sdt></w:p>"
    for name, said in (("hdr", asked), ("body", prompt)):
        root = etree.fromstring(f"<w:{name} xmlns:w={W[1:-1]!r}>{text}</w:{name}>")
        assert answer_prompts(root) is (name == "hdr")
        assert "".join(one.text or "" for one in root.iter(W + "t")) == f"Head: {said}"
