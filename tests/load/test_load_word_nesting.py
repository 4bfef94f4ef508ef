"""What stands in a Word template where it cannot is refused, whatever the format of the brief."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from load.test_load_word_hostile import DOCUMENT, body, choice, found
from samples.word import changed

from briefgen.load.word.template import read_word_template


class TestNesting:
    @pytest.mark.parametrize(
        "xml",
        [
            "<w:p><w:p/></w:p>",
            "<w:p><w:r><w:p/></w:r></w:p>",
            "<w:p><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:p>",
            "<w:p><w:tbl/></w:p>",
            "<w:r/>",
            "<w:p><w:r><w:r/></w:r></w:p>",
            "<w:tr/>",
            "<w:tbl><w:tc/></w:tbl>",
            "<w:tbl><w:tr><w:p/></w:tr></w:tbl>",
            "<w:p><w:pPr/><w:pPr/></w:p>",
            "<w:p><w:sectPr/></w:p>",
            f"<w:p>{choice('<w:p/>', '')}</w:p>",
        ],
    )
    def test_what_stands_where_it_cannot(self, xml: str, tmp_path: Path) -> None:
        assert found(body(xml), tmp_path) == [("word-nesting", DOCUMENT)]

    @pytest.mark.parametrize(
        "xml",
        [
            "<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>",
            "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
            "<w:p><w:sdt><w:sdtContent><w:r/></w:sdtContent></w:sdt></w:p>",
            "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc><w:p/></w:tc></w:tr></w:sdtContent></w:sdt>"
            "</w:tbl>",
            choice("<w:p/>", "<w:p/>"),
        ],
    )
    def test_what_stands_where_it_can(self, xml: str, tmp_path: Path) -> None:
        file = tmp_path / "foreign.docx"
        file.write_bytes(body(xml))
        assert read_word_template(file)

    @pytest.mark.slow
    def test_more_styles_than_word_can_keep(self, tmp_path: Path) -> None:
        style = '<w:style w:type="paragraph" w:styleId="x{0}"><w:name w:val="x {0}"/></w:style>'
        many = "".join(style.format(number) for number in range(60_000))
        data = changed(
            "word/styles.xml", lambda was: was.replace("</w:styles>", f"{many}</w:styles>")
        )
        began = time.process_time()
        assert found(data, tmp_path) == [("word-styles", "word/styles.xml")]
        assert time.process_time() - began < 5
