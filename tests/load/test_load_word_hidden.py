"""Of a Word template a brief has no text that a style hides, and no hidden field."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.word import packed, parts

from briefgen.load.word.template import read_word_template
from briefgen.ooxml.package import WordTemplate

DOCUMENT = "word/document.xml"
ENTRY = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> XE "SECRET" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
STYLES = "word/styles.xml"
HIDING = """
    <w:style w:type="character" w:styleId="Whisper"><w:name w:val="whisper"/>
      <w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Hush"><w:name w:val="hush"/><w:basedOn w:val="Whisper"/>
      </w:style>
    <w:style w:type="paragraph" w:styleId="Notes"><w:name w:val="notes"/>
      <w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Later"><w:name w:val="later"/><w:basedOn w:val="Notes"/>
      </w:style>
    <w:style w:type="paragraph" w:styleId="Seen"><w:name w:val="seen"/><w:basedOn w:val="Notes"/>
      <w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
"""


def read(xml: str, folder: Path) -> WordTemplate:
    """Read the built-in template with some paragraphs and with styles that hide."""
    held = parts()
    held[DOCUMENT] = held[DOCUMENT].replace(b"<w:sectPr>", xml.encode() + b"<w:sectPr>")
    held[STYLES] = held[STYLES].replace(b"</w:styles>", HIDING.encode() + b"</w:styles>")
    file = folder / "foreign.docx"
    file.write_bytes(packed(held))
    return read_word_template(file)


def reported(template: WordTemplate) -> str:
    (warning,) = template.warnings
    return warning.message.partition("left out: ")[2]


def styled(paragraph: str = "", run_style: str = "", own: str = "", text: str = "SECRET") -> str:
    style = f'<w:pPr><w:pStyle w:val="{paragraph}"/></w:pPr>' if paragraph else ""
    run_style = f'<w:rStyle w:val="{run_style}"/>' if run_style else ""
    return f"<w:p>{style}<w:r><w:rPr>{run_style}{own}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


class TestHiddenByStyles:
    @pytest.mark.parametrize(
        "xml",
        [
            styled("Notes"),
            styled("Later"),
            styled(run_style="Whisper"),
            styled(run_style="Hush"),
            styled("Seen", "Hush"),
            styled("Seen", own="<w:vanish/>"),
        ],
    )
    def test_text_goes(self, xml: str, tmp_path: Path) -> None:
        template = read(xml, tmp_path)
        assert b"SECRET" not in template.package[DOCUMENT]
        assert reported(template) == "hidden text"

    @pytest.mark.parametrize(
        "xml",
        [
            styled("Seen"),
            styled("Later", "Hush"),  # a toggle that is set twice is off
            styled("Notes", own='<w:vanish w:val="0"/>'),
            styled("Notes", text="SECRET {{ series }}"),
        ],
    )
    def test_what_is_shown_all_the_same_stays(self, xml: str, tmp_path: Path) -> None:
        template = read(xml, tmp_path)
        assert b"SECRET" in template.package[DOCUMENT]

    def test_no_line_is_left_of_a_paragraph_that_took_none(self, tmp_path: Path) -> None:
        shown = read(styled(text="a") + styled(text="b"), tmp_path)
        template = read(styled(text="a") + styled("Notes") + styled(text="b"), tmp_path)
        held = [one.package[DOCUMENT].count(b"<w:p>") for one in (shown, template)]
        assert held[0] == held[1]

    def test_entries_of_an_index_go_without_a_trace(self, tmp_path: Path) -> None:
        template = read(ENTRY, tmp_path)
        assert b"SECRET" not in template.package[DOCUMENT]
        assert reported(template) == "hidden entries of an index or a list"
