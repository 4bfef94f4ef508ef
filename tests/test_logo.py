"""The issuer's logo stands in the masthead of both files, wherever a line asks for it."""

from __future__ import annotations

from pathlib import Path

import page
import pytest
from PIL import Image
from samples.pictured import LOGO, pictured
from samples.read_aloud import word_pages
from samples.word import WP, W, audit, changed, parts, template, text, tree

import briefgen
from briefgen.load.page_style import read_page_style
from briefgen.render.docx import render_docx
from briefgen.types.laid import ImageMark, TextMark

HEADER = "word/header1.xml"
LOOKS = [name for name, _ in briefgen.templates()]


def built(folder: Path, template: str = "standard", **issuer: str) -> briefgen.Brief:
    argument = pictured(folder, LOGO, organisation="Alder County", **issuer)
    return briefgen.build(argument, length="full", audience="analyst", template=template)


def pictures(brief: briefgen.Brief) -> list[tuple[int, ImageMark]]:
    return [
        (number, mark)
        for number, laid in enumerate(brief._made.fitted.laid_out.pages, 1)
        for mark in laid.marks
        if isinstance(mark, ImageMark)
    ]


@pytest.mark.parametrize("page_style", LOOKS)
def test_every_look_prints_it_once_above_the_first_page(page_style: str, tmp_path: Path) -> None:
    brief = built(tmp_path, page_style, logo="alder-logo")
    ((number, mark),) = pictures(brief)
    assert (number, mark.element) == (1, None)
    assert (mark.width_mpt, mark.height_mpt) == (90_000, 30_000)
    texts = [
        each for each in brief._made.fitted.laid_out.pages[0].marks if isinstance(each, TextMark)
    ]
    below = mark.y_mpt + mark.height_mpt
    around = [each for each in texts if each.baseline_mpt - each.size_mpt < below]
    assert around
    assert {each.element for each in around} == {None}  # the masthead's own words, at its right
    assert min(each.x_mpt for each in around) > mark.x_mpt + mark.width_mpt


@pytest.mark.parametrize("page_style", LOOKS)
def test_word_prints_it_with_its_words_where_nothing_cuts_it_off(
    page_style: str, tmp_path: Path
) -> None:
    brief = built(tmp_path, page_style, logo="alder-logo")
    data = brief.to_bytes("docx")
    header = tree(data, HEADER)
    (drawing,) = header.iter(WP + "inline")
    assert next(drawing.iter(WP + "docPr")).get("descr") == LOGO["alt"]
    paragraph = next(drawing.iterancestors(W + "p"))
    spacing = paragraph.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(W + "lineRule") == "auto"
    assert [name for name in parts(data) if "media" in name] == ["word/media/image1.png"]
    path = tmp_path / "logo.docx"
    path.write_bytes(data)
    assert audit(path) == []
    # A full brief counts no pages, and its notes stand at the foot of Word's, at the end of ours.
    assert abs(word_pages({"logo": data}, tmp_path)["logo"] - brief.pages) <= 1


@pytest.mark.parametrize("issuer", [{}, {"logo": "alder-logo"}], ids=["none", "one"])
def test_nothing_is_left_of_the_place_where_there_is_none(
    issuer: dict[str, str], tmp_path: Path
) -> None:
    brief = built(tmp_path, **issuer)
    assert len(pictures(brief)) == len(issuer)
    styles = [one.get(W + "val") for one in tree(brief.to_bytes("docx"), HEADER).iter(W + "pStyle")]
    assert ("Picture" in styles) == bool(issuer)


def test_the_file_stays_accessible_and_archival(tmp_path: Path) -> None:
    pdf = built(tmp_path, logo="alder-logo").to_bytes("pdf")
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert [failure.message for failure in report.failures] == []


def test_a_organisation_s_own_template_may_ask_for_it_within_a_line(tmp_path: Path) -> None:
    brief = built(tmp_path, logo="alder-logo")
    own = template(
        changed(HEADER, lambda xml: xml.replace("{{ logo }}", "Issued by {{ logo }} with care"))
    )
    data = render_docx(brief._made.fitted.content, own, read_page_style(own), brief._made.master)
    drawing = next(tree(data, HEADER).iter(WP + "inline"))
    paragraph = next(drawing.iterancestors(W + "p"))
    assert text(paragraph) == "Issued by  with care"
    kinds = [
        "drawing" if run.find(W + "drawing") is not None else text(run)
        for run in paragraph.iter(W + "r")
    ]
    assert kinds == ["Issued by ", "drawing", " with care"]


def test_a_wide_logo_is_no_wider_than_the_masthead_can_bear(tmp_path: Path) -> None:
    argument = pictured(tmp_path, {**LOGO, "file": "wide.png"}, logo="alder-logo")
    Image.new("RGB", (3000, 100), "navy").save(tmp_path / "wide.png")
    brief = briefgen.build(argument, length="full", audience="analyst")
    ((_, mark),) = pictures(brief)
    assert mark.width_mpt == 200_000
    assert mark.height_mpt == pytest.approx(200_000 / 30, abs=200)
