"""The colour of a page: kept in both formats where Word shows it and text can be read on it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples.foreign import FOREIGN
from samples.word import packed, parts

import briefgen

ARGUMENT = Path(__file__).parents[2] / "data" / "china-mali.yaml"


def built(folder: Path, colour: str, *, shown: bool = True) -> briefgen.Brief:
    """Return a page of a brief on a template whose page has a colour."""
    held = parts(FOREIGN["university"].package())
    for name, before, added in (
        ("word/document.xml", b"<w:body>", f'<w:background w:color="{colour}"/>'),
        ("word/settings.xml", b"<w:compat>", "<w:displayBackgroundShape/>" if shown else ""),
    ):
        assert before in held[name]
        held[name] = held[name].replace(before, added.encode() + before, 1)
    template = folder / "house.docx"
    template.write_bytes(packed(held))
    return briefgen.build(briefgen.load(ARGUMENT), length="one-page", template=template)


def test_a_pale_page_is_pale_in_both_formats(tmp_path: Path) -> None:
    brief = built(tmp_path, "FFFFCC")
    page = PdfReader(io.BytesIO(brief.to_bytes("pdf"))).pages[0].get_contents()
    assert page is not None
    drawn = page.get_data().split(b"\nf", 1)[0]
    assert b"/Artifact" in drawn
    assert b"1 1 .8 rg" in drawn
    assert b'<w:background w:color="FFFFCC"/>' in parts(brief.to_bytes("docx"))["word/document.xml"]


@pytest.mark.parametrize(("colour", "shown"), [("1F3864", True), ("FFFFCC", False)])
def test_a_dark_page_and_one_that_word_does_not_show_are_white(
    tmp_path: Path, colour: str, *, shown: bool
) -> None:
    page = PdfReader(io.BytesIO(built(tmp_path, colour, shown=shown).to_bytes("pdf"))).pages[0]
    found = page.get_contents()
    assert found is not None
    assert b"1 1 .8 rg" not in found.get_data()
