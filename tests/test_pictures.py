"""A picture of the argument stands in both files: drawn, described, and credited to somebody."""

from __future__ import annotations

import io
from pathlib import Path

import page
import pytest
from PIL import Image
from pypdf import PdfReader
from samples.pictured import FERRY, LOGO, pictured
from samples.read_aloud import letters, pdf_text, reported, word_pages, word_text
from samples.word import WP, W, audit, lines, parts, tree

import briefgen
from briefgen.types.block import Illustration
from briefgen.types.finding import TemplateError
from briefgen.types.laid import ImageMark, TextMark

SECTION = '{{% section "p" %}}{{% {tag} %}}{{% endsection %}}'


def built(argument: briefgen.Argument, length: str = "full") -> briefgen.Brief:
    return briefgen.build(argument, length=length, audience="journalist", template="press")


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> briefgen.Brief:
    argument = pictured(tmp_path_factory.mktemp("pictured"), FERRY, LOGO, logo="alder-logo")
    return built(argument)


def illustrations(brief: briefgen.Brief) -> list[Illustration]:
    return [
        block
        for section in brief._made.fitted.content.sections
        for block in section.blocks
        if isinstance(block, Illustration)
    ]


def test_the_first_picture_that_is_not_the_logo_is_printed(brief: briefgen.Brief) -> None:
    assert [block.image for block in illustrations(brief)] == ["ferry"]


def test_the_pdf_draws_it_as_a_figure_in_its_box(brief: briefgen.Brief) -> None:
    laid = brief._made.fitted.laid_out
    marks = [mark for mark in laid.pages[0].marks if isinstance(mark, ImageMark)]
    (mark,) = (one for one in marks if one.element is not None)
    assert mark.element is not None
    figure = laid.elements[mark.element]
    assert (figure.tag, figure.alt, figure.page) == ("Figure", FERRY["alt"], 1)
    right, bottom = mark.x_mpt + mark.width_mpt, mark.y_mpt + mark.height_mpt
    assert figure.box_mpt == (mark.x_mpt, mark.y_mpt, right, bottom)
    assert mark.width_mpt / mark.height_mpt == pytest.approx(16 / 9, rel=0.001)
    shown = PdfReader(io.BytesIO(brief.to_bytes("pdf"))).pages[0].images
    assert (1600, 900) in [Image.open(io.BytesIO(one.data)).size for one in shown]


def test_word_holds_it_in_a_line_that_does_not_cut_it_off(brief: briefgen.Brief) -> None:
    data = brief.to_bytes("docx")
    drawing = next(tree(data).iter(WP + "inline"))
    assert next(drawing.iter(WP + "docPr")).get("descr") == FERRY["alt"]
    paragraph = next(drawing.iterancestors(W + "p"))
    assert paragraph.find(f"{W}pPr/{W}keepNext") is not None
    number = next(n for n, line in enumerate(lines(data)) if line.startswith("Picture"))
    assert lines(data)[number + 1] == "Credit | Photograph: T. Holm, Alder County"
    (extent,) = drawing.iter(WP + "extent")
    (block,) = illustrations(brief)
    wanted = block.size_pt(
        brief._made.theme.page_style.page_width_pt - 2 * brief._made.theme.page_style.margin_left_pt
    )
    assert int(extent.get("cx", 0)) == round(wanted[0] * 12_700)
    media = [held for name, held in parts(data).items() if name.startswith("word/media/")]
    assert block.picture.data in media


def test_both_formats_say_the_same(brief: briefgen.Brief) -> None:
    assert f"{FERRY['alt']}\n{FERRY['credit']}\n" in brief.text
    wanted = letters(" ".join(reported(brief, numbers=True)))
    assert letters(pdf_text(brief.to_bytes("pdf"))) == wanted
    without = letters(" ".join(reported(brief, numbers=False)))
    assert letters(word_text(brief.to_bytes("docx"))) == without


def test_validators_find_nothing(brief: briefgen.Brief, tmp_path: Path) -> None:
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(brief.to_bytes("pdf"), profile=profile)
        assert [failure.message for failure in report.failures] == []
    path = tmp_path / "pictured.docx"
    path.write_bytes(brief.to_bytes("docx"))
    assert audit(path) == []


def test_the_same_picture_is_the_same_bytes(brief: briefgen.Brief) -> None:
    assert brief.to_bytes("pdf") == brief.to_bytes("pdf")
    assert brief.to_bytes("docx") == brief.to_bytes("docx")


def test_without_a_picture_there_is_no_credit(tmp_path: Path) -> None:
    brief = built(pictured(tmp_path))
    assert illustrations(brief) == []
    assert "Photograph" not in brief.text


def test_a_picture_without_a_credit_has_no_empty_line(tmp_path: Path) -> None:
    bare = {key: value for key, value in FERRY.items() if key != "credit"}
    data = built(pictured(tmp_path, bare)).to_bytes("docx")
    below = [line for line in lines(data) if line.startswith("Credit")]
    assert all(line.startswith("Credit | Figure") for line in below), "below charts only"


def test_pages_are_kept_with_a_picture(tmp_path: Path) -> None:
    argument = pictured(tmp_path, FERRY)
    briefs = {length: built(argument, length) for length in ("one-page", "two-page")}
    files = {name: brief.to_bytes("docx") for name, brief in briefs.items()}
    assert word_pages(files, tmp_path) == {name: brief.pages for name, brief in briefs.items()}
    assert briefs["one-page"].pages == 1


def test_a_picture_is_never_larger_than_it_is_sharp_nor_higher_than_allowed(
    brief: briefgen.Brief,
) -> None:
    (block,) = illustrations(brief)
    assert block.size_pt(10_000) == pytest.approx((block.most_height_pt * 16 / 9, 200))
    assert block.size_pt(160) == pytest.approx((160, 90))


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ('picture "bridge"', "picture-unknown"),
        ('picture "alder-logo"', "picture-unknown"),
        ('picture "ferry", height=5', "height-wrong"),
        ("pictures height=true", "height-wrong"),
        ('picture "ferry", most=2', "option-unknown"),
        ("picture", "tag-arguments"),
    ],
)
def test_a_tag_that_asks_for_what_there_is_not_is_an_error(
    tag: str, code: str, tmp_path: Path
) -> None:
    argument = pictured(tmp_path, FERRY, LOGO, logo="alder-logo")
    (tmp_path / "own.md.j2").write_text(SECTION.format(tag=tag), encoding="utf-8")
    length = tmp_path / "own.yaml"
    length.write_text(
        "name: own\ndescription: Own.\ncontent: own.md.j2\nmaster: full\n", encoding="utf-8"
    )
    with pytest.raises(TemplateError) as caught:
        briefgen.build(argument, length=length, audience="journalist")
    (finding,) = caught.value.findings
    assert (finding.code, finding.line) == (code, 1)
    assert finding.hint


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("template", [name for name, _ in briefgen.templates()])
def test_the_message_of_a_full_brief_stands_above_its_picture(
    template: str, paper: str, tmp_path: Path
) -> None:
    argument = pictured(tmp_path, FERRY)
    brief = briefgen.build(
        argument, length="full", audience="journalist", template=template, paper=paper
    )
    laid = brief._made.fitted.laid_out
    marks = laid.pages[0].marks
    (picture,) = (mark for mark in marks if isinstance(mark, ImageMark))
    message = [
        mark
        for mark in marks
        if isinstance(mark, TextMark) and mark.element is not None and "412,000" in mark.text
    ]
    assert message
    assert message[0].baseline_mpt < min(picture.y_mpt, 0.4 * laid.height_mpt)
    assert picture.y_mpt + picture.height_mpt < 0.8 * laid.height_mpt
