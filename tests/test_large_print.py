"""Large print by one switch: no type below 14 points, one column, and the pages of the length."""

from __future__ import annotations

from pathlib import Path

import page
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.read_aloud import word_pages
from samples.stand_in import ROOT
from samples.word import audit

import briefgen
from briefgen.load.word.enlarged import LEAST_PT, large_pt
from briefgen.types.laid import TextMark
from briefgen.types.role import Role

ACCESSIBLE = ROOT / "data" / "accessible-documents.yaml"
LOOKS = [name for name, _ in briefgen.templates()]


@pytest.fixture(scope="module")
def argument() -> briefgen.Argument:
    return briefgen.load(ACCESSIBLE)


@pytest.mark.parametrize("template", LOOKS)
def test_every_length_keeps_its_pages_in_both_formats(
    argument: briefgen.Argument, template: str, tmp_path: Path
) -> None:
    briefs = {
        length: briefgen.build(argument, length=length, template=template, large_print=True)
        for length in ("one-page", "two-page", "four-page", "full")
    }
    assert [briefs[length].pages for length in ("one-page", "two-page", "four-page")] == [1, 2, 4]
    pages = word_pages({name: one.to_bytes("docx") for name, one in briefs.items()}, tmp_path)
    for length in ("one-page", "two-page", "four-page"):
        assert pages[length] == briefs[length].pages
    assert abs(pages["full"] - briefs["full"].pages) <= 1
    for brief in briefs.values():
        marks = [
            mark
            for laid in brief._made.fitted.laid_out.pages
            for mark in laid.marks
            if isinstance(mark, TextMark)
        ]
        small = {mark.text for mark in marks if mark.size_mpt < LEAST_PT * 1000 and mark.element}
        assert {text for text in small if len(text) > len("12, 13")} == set()
        assert {fill.frame for fill in brief._made.fitted.laid_out.fills} == {"main"}


def test_both_formats_conform_and_are_the_same_each_time(
    argument: briefgen.Argument, tmp_path: Path
) -> None:
    brief, again = (
        briefgen.build(argument, length="two-page", paper="Letter", large_print=True) for _ in "ab"
    )
    pdf, docx = brief.to_bytes("pdf"), brief.to_bytes("docx")
    assert (again.to_bytes("pdf"), again.to_bytes("docx")) == (pdf, docx)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert [one.message for one in page.validate_pdf_bytes(pdf, profile=profile).failures] == []
    (tmp_path / "b.docx").write_bytes(docx)
    assert audit(tmp_path / "b.docx") == []


@given(st.floats(4, 60), st.floats(0, 20))
def test_sizes_keep_their_order_and_none_is_small(size: float, more: float) -> None:
    assert LEAST_PT <= large_pt(size) <= large_pt(size + more)


def test_an_own_word_template_is_enlarged_and_never_set_smaller(
    argument: briefgen.Argument,
) -> None:
    own = ROOT / "templates" / "themes" / "standard" / "template.docx"
    brief = briefgen.build(argument, length="two-page", template=own, large_print=True)
    styles = brief._made.theme.page_style.styles
    apart = {Role.PICTURE}
    assert min(one.size_pt for role, one in styles.items() if role not in apart) >= LEAST_PT


def test_what_does_not_fit_says_that_large_print_takes_more_pages(
    argument: briefgen.Argument,
) -> None:
    pinned = {point.id: "detail" for point in argument.rationales} or {
        point.id: "detail" for point in argument.recommendations
    }
    with pytest.raises(briefgen.FitError) as caught:
        briefgen.build(argument, large_print=True, pin=pinned)
    assert "--length two-page" in caught.value.findings[0].hint
