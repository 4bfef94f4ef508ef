"""Text points to the chart or table that shows a figure, once, in PDF and in Word."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples.read_aloud import word_pages
from samples.word import W, text, tree

import briefgen
from briefgen.compose.longer import pointing
from briefgen.types.prose import Citation, FactRef, Pointer, Prose, Strong, Text, text_of
from briefgen.types.reference import Cited

ROOT = Path(__file__).resolve().parent.parent
SERIES = ROOT / "tests" / "arguments" / "series.yaml"
COMPARED = ROOT / "data" / "accessible-documents.yaml"
POINTED = re.compile(r"\((Figure|Table)\s(\d+)\)")


def built(file: Path, length: str, audience: str) -> briefgen.Brief:
    return briefgen.build(briefgen.load(file), length=length, audience=audience)


@pytest.fixture(scope="module")
def charted() -> briefgen.Brief:
    return built(SERIES, "full", "public")


# Where it stands

FIGURE = Pointer("riders", "Figure")
TABLE = Pointer("fare", "Table")
EXHIBITS = {"riders": FIGURE, "fare": TABLE, "toll": TABLE}
RIDERS, FARE, TOLL = (FactRef(key, key) for key in EXHIBITS)


@pytest.mark.parametrize(
    ("prose", "reported"),
    [
        ((RIDERS, Text(" in 2020. More.")), "riders in 2020 (Figure 88). More."),
        ((Text("It is "), RIDERS), "It is riders (Figure 88)"),
        ((Text("It is "), RIDERS, Text(".")), "It is riders (Figure 88)."),
        ((RIDERS, Text("."), Citation((Cited("s"),)), Text(" So.")), "riders (Figure 88). So."),
        ((RIDERS, Text(", e.g. in May. So.")), "riders, e.g. in May (Figure 88). So."),
        ((FARE, Text(" or "), TOLL, Text(" each.")), "fare or toll each (Table 88)."),
        ((FARE, Text(" for "), RIDERS, Text(".")), "fare for riders (Figure 88) (Table 88)."),
        ((FARE, Text(", at 2.5 or "), Strong((Text("so."),))), "fare (Table 88), at 2.5 or so."),
        ((FactRef("other", "other"), Text(".")), "other."),
        ((), ""),
    ],
)
def test_it_stands_at_the_end_of_the_sentence(prose: Prose, reported: str) -> None:
    assert text_of(pointing(prose, EXHIBITS, "en")).replace("\u00a0", " ") == reported


# What is pointed to


@pytest.mark.parametrize(("file", "length"), [(SERIES, "full"), (SERIES, "four-page")])
def test_each_is_there_and_is_pointed_to_once(file: Path, length: str) -> None:
    reported = built(file, length, "analyst").text
    found = POINTED.findall(reported)
    assert found
    assert len(set(found)) == len(found)
    for word, number in found:
        assert re.search(rf"^{word} {number}\b", reported, re.MULTILINE)


def test_what_is_not_printed_is_not_pointed_to() -> None:
    """One page has no tables, and charts where it has room."""
    for file in (SERIES, COMPARED):
        text = built(file, "one-page", "analyst").text
        for word, number in POINTED.findall(text):
            assert re.search(rf"^{word} {number}\b", text, re.MULTILINE)
            assert word == "Figure"


def test_headings_bottom_line_and_tables_point_to_nothing(charted: briefgen.Brief) -> None:
    for line in charted.text.splitlines():
        if POINTED.search(line):
            assert not line.startswith("#")
            assert " | " not in line


# How


def test_in_word_it_is_a_field_that_shows_the_caption_s_word_and_number(
    charted: briefgen.Brief, tmp_path: Path
) -> None:
    body = tree(charted.to_bytes("docx"))
    marked = {}
    for start in body.iter(W + "bookmarkStart"):
        words, after = "", start.getnext()
        while after is not None and after.tag != W + "bookmarkEnd":
            words += text(after)
            after = after.getnext()
        marked[start.get(W + "name", "")] = words
    fields = [one.text or "" for one in body.iter(W + "instrText")]
    names = [field.split()[1] for field in fields if re.search(r"REF _(figure|table)_", field)]
    assert [marked[name] for name in names] == [
        f"{word}\u00a0{number}" for word, number in POINTED.findall(charted.text)
    ]
    word_pages({"charted": charted.to_bytes("docx")}, tmp_path)
    shown = "".join(page.extract_text() for page in PdfReader(tmp_path / "charted.pdf").pages)
    assert POINTED.findall(shown) == POINTED.findall(charted.text)


def test_in_pdf_it_is_a_link_to_the_caption(charted: briefgen.Brief) -> None:
    laid_out = charted._made.fitted.laid_out
    targets = {one.target: one.tag for one in laid_out.elements if one.target}
    links = [one.address or "" for one in laid_out.elements if one.tag == "Link"]
    pointed = [link[1:] for link in links if re.match(r"#(figure|table)-", link)]
    assert len(pointed) == len(POINTED.findall(charted.text))
    assert {targets[one] for one in pointed} == {"Caption"}
    reader = PdfReader(io.BytesIO(charted.to_bytes("pdf")))
    reported = {
        note.get_object().get("/Contents")
        for page in reader.pages
        for note in page.annotations or ()
    }
    assert {f"{word}\u00a0{number}" for word, number in POINTED.findall(charted.text)} <= reported


def test_another_number_is_no_edit_of_a_point(charted: briefgen.Brief, tmp_path: Path) -> None:
    file = tmp_path / "charted.docx"
    charted.save(file)
    assert {one.state for one in briefgen.recover(file).points} == {"untouched"}
    assert any(
        "(Figure\u00a0)" in line for one in briefgen.recover(file).points for line in one.paragraphs
    )
