"""Whatever its shape, an argument becomes a brief that keeps the promises, or a clear error."""

from __future__ import annotations

import io
from collections import Counter
from functools import lru_cache
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace
from samples import pages
from samples.shapes import ARABIC, CHINESE, COUNTS, LONG_WORD, SHAPES, made

import briefgen
from briefgen.check.passage import passages
from briefgen.load.profile import read_length
from briefgen.types.argument import Part
from briefgen.types.laid import LaidPage, Mark, TextMark

REFERENCE = Path(__file__).resolve().parent.parent / "data" / "china-mali.yaml"

LENGTHS = [name for name, _ in briefgen.lengths()]
AUDIENCES = [name for name, _ in briefgen.audiences()]
EVERY = [(shape, length) for shape in SHAPES for length in LENGTHS]

SHORT_OF_PAGES = {
    ("only-a-thesis", "two-page"),
    ("only-a-thesis", "four-page"),
    ("one-sentence", "four-page"),
    ("french", "four-page"),
}
"""Shapes that have less to say than the pages ask for: fewer pages and a finding."""

SHORT_OF_TEXT = {
    ("only-a-thesis", "one-page"),
    ("one-sentence", "two-page"),
    ("french", "two-page"),
}
"""Shapes that reach the last page and do not fill it as far as wanted, which is a finding: they
have too little to say."""


@lru_cache
def argument(shape: str) -> briefgen.Argument:
    return SHAPES[shape]()


def words(each: briefgen.Argument) -> int:
    """Count the words of all points in all forms, those for one audience left out."""
    reported = [each for each in passages(each) if each.form and each.audience is None]
    return sum(len(passage.text.split()) for passage in reported)


@lru_cache
def brief(shape: str, length: str) -> briefgen.Brief:
    return briefgen.build(argument(shape), length=length)


@lru_cache
def pdf(shape: str, length: str) -> bytes:
    return brief(shape, length).to_bytes("pdf")


def test_the_built_in_lengths_are_tried() -> None:
    assert {"one-page", "full"} <= set(LENGTHS)


@pytest.mark.parametrize(("shape", "length"), EVERY)
def test_a_brief_has_the_pages_that_it_promises(shape: str, length: str) -> None:
    found = brief(shape, length)
    promised = read_length(length).pages
    codes = {finding.code for finding in found.findings}
    if (shape, length) in SHORT_OF_PAGES:
        assert promised is not None
        assert found.pages < promised
        assert codes == {"pages-missing"}
    elif (shape, length) in SHORT_OF_TEXT:
        assert found.pages == promised
        assert codes == {"page-underfull"}
    else:
        assert promised in (None, found.pages)
        assert found.fill_percent >= read_length(length).fill_floor_percent
        assert codes <= {"not-proven"}
    assert found._made.fitted.laid_out.overfull == ()


@pytest.mark.parametrize(("shape", "length"), EVERY)
def test_every_text_is_printed_as_often_as_it_is_said(shape: str, length: str) -> None:
    """Content, laid-out pages and what another reader extracts from the PDF all agree."""
    found = brief(shape, length)
    laid = pages.laid_text(found)
    texts = pages.texts(found)
    whole = "".join(texts)
    wrong = [text for text in texts if not laid.count(text) >= whole.count(text) > 0]
    assert wrong == []
    assert pages.unlike_pages(found, pdf(shape, length)) == []


@pytest.mark.parametrize(("shape", "length"), EVERY)
def test_no_text_leaves_its_column_or_covers_another(shape: str, length: str) -> None:
    found = brief(shape, length)
    assert pages.outside(found) == []
    assert pages.overlapping(found) == []
    assert pages.stranded_headings(found) == []


@pytest.mark.parametrize(("shape", "length"), EVERY)
def test_every_point_is_printed_or_reported_as_left_out(shape: str, length: str) -> None:
    found = brief(shape, length)
    points = {point.id for part in Part for point in argument(shape).points(part)}
    reported = Counter(one.point for one in found.omitted if one.kind == "point")
    assert pages.points(found) | set(reported) == points
    assert max(reported.values(), default=1) == 1


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("shape", ["plain", "twelve-rationales", "long-word", "plain-french"])
def test_every_audience_gets_the_pages_promised(shape: str, audience: str) -> None:
    for length in LENGTHS:
        found = briefgen.build(argument(shape), length=length, audience=audience)
        assert read_length(length).pages in (None, found.pages)
        assert {finding.code for finding in found.findings} <= {"not-proven", "page-underfull"}
        assert pages.outside(found) == []
        assert pages.overlapping(found) == []
        assert pages.stranded_headings(found) == []
        assert pages.unlike_pages(found, found.to_bytes("pdf")) == []


def test_a_script_that_nobody_sets_is_refused_with_its_place() -> None:
    with pytest.raises(briefgen.CheckError) as caught:
        briefgen.build(made(title=f"On {ARABIC}"))
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("unset-script", ("title",))


@pytest.mark.parametrize("length", LENGTHS)
def test_a_script_that_no_font_has_is_refused_and_not_boxed(length: str) -> None:
    changed = made(title=f"On {CHINESE}")
    with pytest.raises(briefgen.RenderError) as caught:
        briefgen.build(changed, length=length).to_bytes("pdf")
    assert set(caught.value.codes) == {"glyph-missing"}
    for character in set(CHINESE) - {" "}:
        assert f"(U+{ord(character):04X}" in str(caught.value)
    assert ("title",) in {finding.path for finding in caught.value.findings}
    assert all(finding.hint for finding in caught.value.findings)
    assert set(caught.value.findings) <= set(briefgen.check(changed))


@pytest.mark.parametrize("length", LENGTHS)
def test_word_finds_a_font_for_what_no_font_at_hand_has(length: str) -> None:
    brief = briefgen.build(made(title=f"On {CHINESE}"), length=length)
    document = docx.Document(io.BytesIO(brief.to_bytes("docx")))
    assert any(CHINESE in paragraph.text for paragraph in document.paragraphs)


def test_a_language_without_a_catalogue_is_refused() -> None:
    article = made().article.model_copy(update={"language": "zh"})
    with pytest.raises(briefgen.LoadError) as caught:
        briefgen.build(made().model_copy(update={"article": article}))
    assert caught.value.codes == ("unknown-name",)
    assert '"zh"' in str(caught.value)


def test_the_checks_of_pages_can_fail() -> None:
    found = brief("plain", "one-page")
    (page,) = found._made.fitted.laid_out.pages
    main = "".join(pages.texts(found, "main"))
    line = next(
        mark
        for mark in page.marks
        if isinstance(mark, TextMark) and mark.element and pages.squeezed(mark.text) in main
        if mark.x_mpt < found._made.fitted.laid_out.width_mpt // 2  # not in the side column
    )

    def changed(*marks: Mark) -> briefgen.Brief:
        laid_out = replace(found._made.fitted.laid_out, pages=(LaidPage(marks),))
        fitted = replace(found._made.fitted, laid_out=laid_out)
        return replace(found, _made=replace(found._made, fitted=fitted))

    for beyond in (
        replace(line, x_mpt=line.x_mpt + 280_000),
        replace(line, x_mpt=line.x_mpt - 20_000),
        replace(line, element=None, x_mpt=line.x_mpt + 500_000),
        replace(line, baseline_mpt=found._made.fitted.laid_out.height_mpt),
    ):
        assert len(pages.outside(changed(*page.marks, beyond))) == 1
    assert pages.overlapping(changed(*page.marks, line)) != []
    cut = changed(*(mark for mark in page.marks if mark is not line))
    assert pages.unlike_pages(cut, pdf("plain", "one-page")) == [1]
    assert pages.laid_text(cut) != pages.laid_text(found)
    heading = changed(*page.marks[: page.marks.index(line) + 1])
    assert pages.stranded_headings(heading) != []


def test_the_shapes_are_what_they_are_called() -> None:
    assert argument("no-risks").risks == ()
    assert len(argument("twelve-rationales").rationales) == 12
    assert len(argument("one-rationale").rationales) == 1
    assert len(argument("long-title").title) == 300
    assert len(argument("sixty-sources").sources) == 60
    assert argument("no-timeline").timeline == ()
    assert argument("no-facts").facts == ()
    assert LONG_WORD in argument("long-word").title
    assert len(LONG_WORD) == 80
    assert argument("french").article.language == "fr"
    for shape, held in (("plain", False), ("one-sentence", True)):
        points = [each for part in COUNTS for each in argument(shape).points(Part(part))]
        details = [" ".join(each.forms.detail) for each in points]
        assert all(detail.count(".") == 1 for detail in details) is held
    reference = briefgen.load(REFERENCE)
    assert words(argument("ten-times")) >= 10 * words(reference)
