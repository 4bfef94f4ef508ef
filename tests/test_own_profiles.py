"""A length and an audience of a user's own are files, and work like the built-in ones."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader
from samples.stand_in import ROOT

import briefgen
from briefgen import CheckError
from briefgen.types.page_style import PAPERS_PT

EXAMPLES = ROOT / "examples"
LETTER = EXAMPLES / "lengths" / "three-page-letter.yaml"
SUBMISSION = EXAMPLES / "lengths" / "submission.yaml"
CLERK = EXAMPLES / "audiences" / "committee-clerk.yaml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def mali() -> briefgen.Argument:
    return briefgen.load(ROOT / "data" / "china-mali.yaml")


@pytest.fixture(scope="module")
def advice() -> briefgen.Argument:
    return briefgen.load(ROOT / "data" / "accessible-documents.yaml")


def keys(brief: briefgen.Brief) -> list[str]:
    return [section.key for section in brief._made.fitted.content.sections]


def word_section(brief: briefgen.Brief) -> dict[str, int]:
    archive = zipfile.ZipFile(io.BytesIO(brief.to_bytes("docx")))
    *_, section = etree.fromstring(archive.read("word/document.xml")).iter(W + "sectPr")
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    assert size is not None
    assert margins is not None
    found = {name: size.get(W + name) for name in ("w", "h")}
    found |= {name: margins.get(W + name) for name in ("left", "right")}
    return {name: int(value or 0) for name, value in found.items()}


def test_three_pages_of_us_letter_without_a_side_column(mali: briefgen.Argument) -> None:
    brief = briefgen.build(mali, length=LETTER, audience=CLERK)
    assert (brief.pages, brief.findings) == (3, ())
    assert {fill.frame for fill in brief._made.fitted.laid_out.fills} == {"main"}
    for page in PdfReader(io.BytesIO(brief.to_bytes("pdf"))).pages:
        assert (page.mediabox.width, page.mediabox.height) == PAPERS_PT["Letter"]
    assert word_section(brief) == {"w": 12240, "h": 15840, "left": 1440, "right": 1440}


@pytest.mark.parametrize(("paper", "points"), PAPERS_PT.items())
@pytest.mark.parametrize("length", ["one-page", "two-page", "four-page"])
def test_every_length_can_be_counted_on_either_paper(
    tmp_path: Path, mali: briefgen.Argument, length: str, paper: str, points: tuple[float, float]
) -> None:
    own = tmp_path / f"{length}.yaml"
    text = (ROOT / "templates" / "lengths" / f"{length}.yaml").read_text(encoding="utf-8")
    own.write_text(f"{text}\npage_size: {paper}\n", encoding="utf-8")
    brief = briefgen.build(mali, length=own)
    laid = brief._made.fitted.laid_out
    assert (laid.width_mpt, laid.height_mpt) == tuple(round(1000 * side) for side in points)
    assert brief.pages == briefgen.build(mali, length=length).pages
    section = word_section(brief)
    assert (section["w"], section["h"]) == tuple(round(20 * side) for side in points)


def test_a_neutral_audience_gets_no_advice(advice: briefgen.Argument) -> None:
    found = keys(briefgen.build(advice, length="four-page", audience=CLERK))
    assert "recommendations" not in found
    assert found.index("contested") < found.index("context") < found.index("rationales")


def test_a_submission_asks_in_its_own_order(advice: briefgen.Argument) -> None:
    brief = briefgen.build(advice, length=SUBMISSION)
    assert (brief.pages, brief.findings) == (2, ())
    assert keys(brief) == [
        "title",
        "issue",
        "recommendation",
        "timing",
        "background",
        "argument",
        "foot",
    ]


def test_a_submission_is_refused_where_nothing_is_recommended(mali: briefgen.Argument) -> None:
    with pytest.raises(CheckError) as caught:
        briefgen.build(mali, length=SUBMISSION)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("part-required", ("recommendations",))
    assert str(finding).endswith(
        "china-mali.yaml: recommendations: are required by the length submission, and the argument"
        " has none\n  hint: write recommendations if the article has them, or choose another length"
    )


def test_a_submission_is_refused_to_a_reader_who_gets_no_advice(
    advice: briefgen.Argument,
) -> None:
    with pytest.raises(CheckError) as caught:
        briefgen.build(advice, length=SUBMISSION, audience=CLERK)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("part-unwanted", ("recommendations",))
    assert "committee-clerk" in finding.message
    assert finding.hint
