"""A code leads from paper to the article, whose address stands below it in words."""

from __future__ import annotations

import io

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from samples.pictured import pictured
from samples.read_aloud import pdf_text, word_text
from samples.small import SMALL, Composed

import briefgen
from briefgen.compose.qr_code import QUIET, qr_code
from briefgen.load.labels import read_labels
from briefgen.types.block import Illustration, Origin
from briefgen.types.draft import Draft
from briefgen.types.laid import ImageMark, PathMark
from briefgen.types.prose import Link, Text, text_of

ADDRESS = "https://example.org/2021/ferries-of-alder-county.html"
ARTICLE = {**SMALL["article"], "address": ADDRESS}
SECTION = '{% section "about" %}{% qr_code %}{% endsection %}'


def codes(draft: Draft) -> list[Illustration]:
    items = (item for section in draft.sections for item in section.items)
    return [item for item in items if isinstance(item, Illustration)]


def test_a_code_holds_the_address_and_says_it(composed: Composed) -> None:
    (code,) = codes(composed(SECTION, article=ARTICLE))
    shown = code.picture.squares[QUIET:-QUIET]
    made = segno.make_qr(ADDRESS, error="m", boost_error=False)
    assert [row[QUIET:-QUIET] for row in shown] == [bytes(row) for row in made.matrix]
    assert code.alt == f"QR code that leads to {ADDRESS}"
    assert text_of(code.credit) == f"The article in full: {ADDRESS}"
    assert Link(ADDRESS, (Text(ADDRESS),)) in code.credit


def test_without_an_address_there_is_no_code(composed: Composed) -> None:
    assert codes(composed(SECTION)) == []


def test_the_squares_of_a_code_are_the_pixels_of_its_picture(composed: Composed) -> None:
    (code,) = codes(composed(SECTION, article=ARTICLE))
    image = Image.open(io.BytesIO(code.picture.data)).convert("1")
    side = len(code.picture.squares)
    small = image.resize((side, side), Image.Resampling.NEAREST)
    drawn = [bytes(small.getpixel((x, y)) == 0 for x in range(side)) for y in range(side)]
    assert drawn == [*code.picture.squares]


@given(st.integers(0, 400), st.sampled_from(["de", "en", "es", "fr", "it"]))
@settings(max_examples=20, deadline=None)
def test_a_code_of_any_address_has_white_around_it(length: int, language: str) -> None:
    code = qr_code(f"https://a.org/{'é' * length}", read_labels(language), Origin("s"))
    squares = code.picture.squares
    assert {len(row) for row in squares} == {len(squares)}
    assert not any(any(row) for row in (*squares[:QUIET], *squares[-QUIET:]))
    assert not any(any((*row[:QUIET], *row[-QUIET:])) for row in squares)
    width_pt, height_pt = code.size_pt(500)
    assert width_pt == height_pt


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> briefgen.Brief:
    argument = pictured(tmp_path_factory.mktemp("coded"))
    article = argument.article.model_copy(update={"address": ADDRESS})
    held = argument.model_copy(update={"article": article})
    return briefgen.build(held, length="full", audience="analyst")


def test_a_full_brief_has_a_code_of_lines_and_its_address_in_both_formats(
    brief: briefgen.Brief,
) -> None:
    marks = [mark for page in brief._made.fitted.laid_out.pages for mark in page.marks]
    assert not any(isinstance(mark, ImageMark) for mark in marks)
    elements = brief._made.fitted.laid_out.elements
    (path,) = [mark for mark in marks if isinstance(mark, PathMark) and mark.element is not None]
    assert path.element is not None
    assert elements[path.element].alt == f"QR code that leads to {ADDRESS}"
    assert ADDRESS in pdf_text(brief.to_bytes("pdf")).replace("\n", "")
    assert ADDRESS in word_text(brief.to_bytes("docx"))


def test_a_code_has_the_same_bytes_each_time(brief: briefgen.Brief) -> None:
    assert brief.to_bytes("docx") == brief.to_bytes("docx")
