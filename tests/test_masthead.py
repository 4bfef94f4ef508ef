"""The masthead is one object: who issues what, for whom, of which number and when."""

from __future__ import annotations

from pathlib import Path
from typing import TypeGuard

import pytest
from samples.read_aloud import word_pages
from samples.word import audit, changed, lines
from samples.word_lines import placed_words

import briefgen
from briefgen.load.resources import resources_folder
from briefgen.types.laid import LineMark, Mark, RectangleMark, TextMark

DATA = Path(__file__).resolve().parent.parent / "data"
LOOKS = [name for name, _ in briefgen.templates()]
AUDIENCES = [name for name, _ in briefgen.audiences()]
MARKS = {
    "number": "2019/7",
    "date": "2019-06-03",
    "status": "draft",
    "classification": "Official",
    "version": "2",
    "updates": "2019-05-01",
}
MM = 72 / 25.4


@pytest.fixture(scope="module")
def dressed() -> briefgen.Argument:
    """Return an argument that says all that a masthead can hold."""
    mali = briefgen.load(DATA / "china-mali.yaml")
    issuer = mali.issuer.model_copy(
        update={"organisation": "Institute for Peace Operations", "series": "Research briefing"}
    )
    held = mali.model_copy(update={"issuer": issuer, "topic": "Peace and security · Sahel"})
    return briefgen.mark(held, **MARKS)


def around(brief: briefgen.Brief) -> list[TextMark]:
    """Return the words of the head of the first page."""
    marks = brief._made.fitted.laid_out.pages[0].marks
    body = min(one.baseline_mpt for one in marks if isinstance(one, TextMark) and one.element)
    texts = (one for one in marks if isinstance(one, TextMark) and one.element is None)
    return [one for one in texts if one.baseline_mpt < body]


def band_mm(brief: briefgen.Brief) -> tuple[float, float]:
    """Return where the band begins and ends: its grounds, bars and rules above the title."""
    marks = brief._made.fitted.laid_out.pages[0].marks
    title = min(one.baseline_mpt - one.size_mpt for one in marks if is_said(one))
    edges = [
        edge
        for one in marks
        for edge in (
            (one.y_mpt, one.y_mpt + one.height_mpt)
            if isinstance(one, RectangleMark)
            else (one.y1_mpt, one.y2_mpt)
            if isinstance(one, LineMark)
            else ()
        )
        if edge < title
    ]
    return min(edges) / 1000 / MM, max(edges) / 1000 / MM


def is_said(mark: Mark) -> TypeGuard[TextMark]:
    """Whether a mark is text of the brief itself."""
    return isinstance(mark, TextMark) and mark.element is not None


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("template", LOOKS)
def test_all_that_is_known_stands_in_one_band(
    dressed: briefgen.Argument, template: str, paper: str
) -> None:
    brief = briefgen.build(dressed, template=template, paper=paper)
    held = around(brief)
    said = " ".join(one.text for one in held)
    for words in ("Research briefing 2019/7", "3\u00a0June 2019 · Version 2", "OFFICIAL · DRAFT"):
        assert words in said
    for words in ("Institute for Peace Operations", "Peace and security · Sahel"):
        assert words.casefold() in said.casefold()
    begin, end = band_mm(brief)
    assert end - begin <= 27  # a marking is a row of its own
    assert all(begin <= one.baseline_mpt / 1000 / MM <= end for one in held), template


@pytest.mark.parametrize("template", LOOKS)
def test_a_band_of_few_words_is_no_higher_than_they_ask_for(template: str) -> None:
    mali = briefgen.load(DATA / "china-mali.yaml").model_copy(update={"topic": ""})
    begin, end = band_mm(briefgen.build(mali, template=template))
    assert end - begin <= 17


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_reader_is_named_in_both_formats(
    dressed: briefgen.Argument, audience: str, tmp_path: Path
) -> None:
    brief = briefgen.build(dressed, audience=audience)
    reader = brief._made.fitted.content.header_footer.values["reader"]
    assert reader.startswith("For ")
    assert any(reader in one.text for one in around(brief))
    assert any(reader in line for line in lines(brief.to_bytes("docx"), "word/header1.xml"))
    brief.save(tmp_path / "b.pdf")
    assert "For" in {word.text for word in placed_words(tmp_path / "b.pdf")}


def test_an_audience_of_ones_own_says_whom_it_is_for(tmp_path: Path) -> None:
    own, mali = tmp_path / "own.yaml", briefgen.load(DATA / "china-mali.yaml")
    text = "name: own\ndescription: Own.\nweights: {thesis: 9, risks: 5}\n"
    own.write_text(text, encoding="utf-8")

    def reader() -> str:
        brief = briefgen.build(briefgen.mark(mali, date="2019-06-03"), audience=own)
        assert audit(brief.save(tmp_path / "b.docx", force=True)) == []
        return brief._made.fitted.content.header_footer.values["reader"]

    assert reader() == ""
    own.write_text(f"{text}reader: For the defence committee\n", encoding="utf-8")
    assert reader() == "For the defence committee"


@pytest.mark.parametrize("template", LOOKS)
def test_a_brief_without_any_of_it_says_what_it_is(template: str) -> None:
    mali = briefgen.load(DATA / "china-mali.yaml").model_copy(update={"topic": ""})
    said = [one.text for one in around(briefgen.build(mali, template=template))]
    assert sorted(one.capitalize() for one in said) == [
        "For ministers and senior officials",
        "Information as of 15\u00a0may 2019",
        "Policy brief",
    ]


@pytest.mark.parametrize("template", LOOKS)
def test_a_copy_of_the_word_template_alone_is_not_taken_to_be_much_higher(template: str) -> None:
    """Of rows that a condition chooses from, the higher one counts, and not both."""
    own = resources_folder("themes") / template / "template.docx"
    brief = briefgen.build(briefgen.load(DATA / "china-mali.yaml"), template=own)
    assert brief._made.theme.page_style.margin_top_pt < 135


def test_what_follows_a_cell_that_ends_with_space_is_at_one_height(tmp_path: Path) -> None:
    """LibreOffice counts space at the end of a cell of a header twice."""
    space = '<w:p><w:pPr><w:spacing w:after="600"/></w:pPr><w:r><w:t>Office</w:t></w:r></w:p>'
    cell = f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{space}</w:tc>'
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    table = f"<w:tbl>{grid}<w:tr>{cell}</w:tr></w:tbl>"
    template = tmp_path / "office.docx"
    template.write_bytes(
        changed("word/header1.xml", lambda xml: xml.replace("<w:tbl>", f"{table}<w:p/><w:tbl>", 1))
    )
    brief = briefgen.build(briefgen.load(DATA / "china-mali.yaml"), template=template)
    (tmp_path / "drawn.pdf").write_bytes(brief.to_bytes("pdf"))
    word_pages({"word": brief.to_bytes("docx")}, tmp_path)
    heights = []
    for name in ("drawn", "word"):
        words = placed_words(tmp_path / f"{name}.pdf")
        office, below = (
            next(one for one in words if one.text == text) for text in ("Office", "Policy")
        )
        heights.append(below.foot_pt - office.foot_pt)
    assert heights[0] == pytest.approx(heights[1], abs=3)
    assert heights[0] > 60
