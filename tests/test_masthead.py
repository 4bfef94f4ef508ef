"""The masthead is one object and one line: who issues what, of which number and when, for whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.word import audit, lines
from samples.word_lines import placed_words

import briefgen
from briefgen.load.resources import resources_folder
from briefgen.types.laid import RectangleMark, TextMark

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


def band_mm(brief: briefgen.Brief) -> float:
    """Return the height of the band: its grounds and rules, and the words between them."""
    marks = brief._made.fitted.laid_out.pages[0].marks
    first = min(one.y_mpt for one in marks if isinstance(one, RectangleMark))
    marking = [one for one in around(brief) if one.text.startswith(("OFFICIAL", "For "))]
    top = min(one.baseline_mpt - one.size_mpt for one in marking)
    return (top - first) / 1000 / MM


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("template", LOOKS)
def test_all_that_is_known_stands_in_a_band_and_one_line(
    dressed: briefgen.Argument, template: str, paper: str
) -> None:
    brief = briefgen.build(dressed, template=template, paper=paper)
    held = around(brief)
    baselines = sorted({round(one.baseline_mpt, -3) for one in held})
    said = " ".join(one.text for one in held)
    for words in ("Institute for Peace Operations", "Research briefing 2019/7", "3\u00a0June 2019"):
        assert words in said
    for words in ("Peace and security · Sahel", "For ministers and senior officials", "Version 2"):
        assert words in said
    assert "OFFICIAL · DRAFT" in said
    line = [one for one in held if one.baseline_mpt >= max(baselines) - 3000]
    assert {one.text.split(" ")[0] for one in line} == {"OFFICIAL", "For"}
    assert 18 <= band_mm(brief) <= 23  # with the white space above the line


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
    mali = briefgen.load(DATA / "china-mali.yaml")
    said = [one.text for one in around(briefgen.build(mali, template=template))]
    assert said == [
        "Policy brief",
        "Information as of 15\u00a0May 2019",
        "For ministers and senior officials",
    ]


@pytest.mark.parametrize("template", LOOKS)
def test_a_copy_of_the_word_template_alone_is_not_taken_to_be_much_higher(template: str) -> None:
    """Of rows that a condition chooses from, the higher one counts, and not both."""
    own = resources_folder("themes") / template / "template.docx"
    brief = briefgen.build(briefgen.load(DATA / "china-mali.yaml"), template=own)
    assert brief._made.theme.page_style.margin_top_pt < 135
