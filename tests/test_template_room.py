"""An organisation's template whose text, type or margins leave a brief little room."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples.foreign import Foreign, p, spaced, style
from samples.read_aloud import word_pages
from samples.word import tree

import briefgen
from briefgen.layout.block_formatter import BlockFormatter
from briefgen.layout.measure import charging
from briefgen.layout.setting import Setting
from briefgen.load.theme import read_theme
from briefgen.load.word.sheet import sheet_of
from briefgen.load.word.style import resolve
from briefgen.ooxml.names import W, attribute, child, points, value
from briefgen.types.block import Heading, Origin
from briefgen.types.prose import plain
from briefgen.types.role import Role

ROOT = Path(__file__).resolve().parent.parent
ARGUMENT = ROOT / "data" / "accessible-documents.yaml"
FRONT = "Words that an organisation prints before each of its papers, and at some length. " * 6
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def written(folder: Path, foreign: Foreign) -> Path:
    file = folder / "foreign.docx"
    file.write_bytes(foreign.package())
    return file


def foreign(
    body: str = "",
    *,
    lines: int = 240,
    half_points: int = 21,
    font: str = "Calibri",
    before: int = 0,
    heading: str = "Calibri",
    margins: tuple[int, int, int, int] = (1134, 1134, 1134, 1134),
    title: int = 40,
    heading_size: int = 26,
) -> Foreign:
    above = spaced(before, 100, lines)
    named = f'<w:rFonts w:ascii="{heading}" w:hAnsi="{heading}"/>'
    styles = [
        style("Normal", "Normal", spaced(0, 100, lines)),
        style("heading 1", "Heading1", spaced(200, 60, lines),
              f'{named}<w:b/><w:sz w:val="{heading_size}"/>', "Normal"),
        style("Title", "Title", above, f'{named}<w:sz w:val="{title}"/>', "Normal"),
    ]  # fmt: skip
    return Foreign("".join(styles), body or p(""), font, half_points, "", margins=margins)


def built(file: Path, **options: str) -> briefgen.Brief:
    return briefgen.build(briefgen.load(ARGUMENT), template=file, **options)  # type: ignore[arg-type]


def refused(file: Path, **options: str) -> tuple[briefgen.Finding, ...]:
    with pytest.raises(briefgen.FitError) as caught:
        built(file, **options)
    return caught.value.findings


def in_word(brief: briefgen.Brief, folder: Path) -> int:
    return word_pages({"x": brief.to_bytes("docx")}, folder)["x"]


def test_text_of_its_own_is_named_with_the_length_that_fits(tmp_path: Path) -> None:
    cover = p(FRONT) + BREAK + p("{{ main }}")
    *_, own = refused(written(tmp_path, foreign(cover)))
    assert (own.code, own.file) == ("template-takes-room", str(tmp_path / "foreign.docx"))
    assert own.message.startswith("has 1 page of its own before the brief")
    assert "--length two-page fits" in (own.hint or "")
    assert "--replace-body" in (own.hint or "")


def test_large_type_is_named_with_its_size(tmp_path: Path) -> None:
    file = written(tmp_path, foreign(half_points=48, margins=(4500, 3800, 4500, 3800)))
    *_, own = refused(file)
    assert own.code == "template-takes-room"
    assert "24 pt" in own.message
    assert "Layout, Margins" in (own.hint or "")


def test_a_line_of_its_own_is_not_blamed_for_a_small_page(tmp_path: Path) -> None:
    body = p("Ministry") + p("{{ main }}")
    *_, own = refused(written(tmp_path, foreign(body, margins=(5500, 3800, 5500, 3800))))
    assert own.message.startswith("leaves ")
    assert "--replace-body" not in (own.hint or "")


@pytest.mark.parametrize("cover", [p(FRONT) + BREAK, "".join(p(FRONT) for _ in range(18))])
def test_a_long_front_flows_to_pages_of_its_own_in_both_formats(cover: str, tmp_path: Path) -> None:
    brief = built(written(tmp_path, foreign(cover + p("{{ main }}"))), length="full")
    pages = PdfReader(io.BytesIO(brief.to_bytes("pdf"))).pages
    assert "Words that an organisation" in " ".join(pages[0].extract_text().split())
    title = " ".join(briefgen.load(ARGUMENT).article.title.split()[:3])
    assert sum(title in " ".join(page.extract_text().split()) for page in pages[1:]) >= 1
    assert in_word(brief, tmp_path) == brief.pages == len(pages)


def test_a_double_spaced_template_is_set_closer_where_it_has_to_be(tmp_path: Path) -> None:
    file = written(tmp_path, foreign(lines=480, half_points=24))
    brief = built(file)
    assert brief.pages == in_word(brief, tmp_path) == 1
    (said,) = [one for one in brief.findings if one.code == "word-style-adjusted"]
    assert "is set closer" in said.message
    assert built(file, length="full")._made.theme.page_style.styles[Role.BODY].lines == 2


def adjusted(brief: briefgen.Brief) -> str:
    (said,) = [one for one in brief.findings if one.code == "word-style-adjusted"]
    return said.message


def test_a_poster_s_title_and_headings_are_set_smaller_and_its_text_is_not(tmp_path: Path) -> None:
    file = written(tmp_path, foreign(title=144, heading_size=96))
    brief = built(file)
    assert brief.pages == in_word(brief, tmp_path) == 1
    assert "Title, Title Long: is 72 pt, and 21 pt in a brief" in adjusted(brief)
    assert brief._made.theme.page_style.styles[Role.BODY].size_pt == 10.5
    longer = built(written(tmp_path, foreign(title=100, heading_size=60)), length="full")
    assert longer._made.theme.page_style.styles[Role.TITLE].size_pt == 32
    assert "is 50 pt, and 32 pt in a brief" in adjusted(longer)


def test_large_text_is_at_last_set_as_that_of_a_brief(tmp_path: Path) -> None:
    brief = built(written(tmp_path, foreign(half_points=40)))
    assert brief.pages == in_word(brief, tmp_path) == 1
    styles = brief._made.theme.page_style.styles
    assert (styles[Role.BODY].size_pt, styles[Role.HEADING_1].size_pt) == (10, 10)
    assert "Body Text" in adjusted(brief)
    assert "is 20 pt, and 10 pt in a brief" in adjusted(brief)


def test_space_above_a_title_counts_in_word_and_pdf(tmp_path: Path) -> None:
    brief = built(written(tmp_path, foreign(before=1440)))
    assert brief.pages == in_word(brief, tmp_path) == 1


def test_a_font_that_is_not_at_hand_moves_no_line_in_its_height(tmp_path: Path) -> None:
    theme = read_theme(written(tmp_path, foreign(heading="Calibri Light")))
    heading = theme.page_style.styles[Role.HEADING_1]
    assert heading.lines == 0
    assert heading.leading_pt == pytest.approx(13 * 1.2207, abs=0.06)
    assert theme.page_style.styles[Role.BODY].lines == 1
    sheet = sheet_of(theme.word)
    found = sheet.find("paragraph", "Heading 1")
    assert found is not None
    assert resolve(found, Role.HEADING_1, sheet, "").leading_pt == heading.leading_pt


def test_a_style_of_its_own_text_keeps_its_lines(tmp_path: Path) -> None:
    theme = read_theme(
        written(tmp_path, foreign(p("Own", "Heading1") + p("{{ main }}"), heading="Calibri Light"))
    )
    assert theme.word.styles["heading 1"] == "heading 1 in brief"
    sheet = sheet_of(theme.word)
    assert resolve(sheet.ids["Heading1"], Role.HEADING_1, sheet, "").lines == 1


def test_a_narrow_page_has_its_side_column_below(tmp_path: Path) -> None:
    brief = built(written(tmp_path, foreign(margins=(1134, 3400, 1134, 3000))))
    assert "side-column-dropped" in [one.code for one in brief.findings]
    assert brief.pages == in_word(brief, tmp_path) == 1


@pytest.mark.parametrize("family", ["Calibri Light", "Garamond", "Consolas", "Aptos"])
def test_text_in_a_font_that_is_not_at_hand_is_charged_as_wide_as_what_may_stand_in(
    family: str, tmp_path: Path
) -> None:
    theme = read_theme(written(tmp_path, foreign(heading=family)))
    formatter = BlockFormatter(Setting(theme.page_style, theme.fonts), "Table")
    words = (Heading(2, Role.HEADING_1, plain("A heading that just fills its line"), Origin("x")),)

    def height(width: int, charged: BlockFormatter) -> int:
        return sum(one.height_mpt for one in charged.set_all(words, width, drawn=False))

    widths = range(100_000, 400_000, 500)
    own = next(at for at in widths if height(at, formatter) == height(400_000, formatter))
    wide = charging(formatter)
    needed = next(at for at in widths if height(at, wide) == height(400_000, wide))
    assert 1.02 < needed / own < 1.15


def test_only_fonts_that_are_not_at_hand_are_charged_wider(tmp_path: Path) -> None:
    theme = read_theme(written(tmp_path, foreign()))
    formatter = BlockFormatter(Setting(theme.page_style, theme.fonts), "Table")
    assert charging(formatter) is formatter


@pytest.mark.parametrize("length", ["one-page", "two-page"])
@pytest.mark.parametrize("family", ["Aptos", "Garamond"])
def test_word_has_as_many_pages_where_it_takes_another_font(
    family: str, length: str, tmp_path: Path
) -> None:
    file = written(tmp_path, foreign(font=family, heading=family, half_points=22))
    brief = built(file, length=length)
    assert in_word(brief, tmp_path) == brief.pages
    assert "font-substituted" in {one.code for one in brief.findings}


@pytest.mark.parametrize("family", ["Gill Sans MT", "Tahoma", "Iowan Old Style"])
def test_no_more_room_is_kept_for_a_font_than_its_lines_may_take(
    family: str, tmp_path: Path
) -> None:
    brief = built(written(tmp_path, foreign(font=family, heading=family)))
    assert brief.fill_percent >= 90
    assert in_word(brief, tmp_path) == brief.pages == 1


def test_a_page_that_is_emptier_for_a_font_says_how_to_give_it(tmp_path: Path) -> None:
    argument = briefgen.load(ARGUMENT)
    left_out = (argument.rationales, argument.risks, argument.outlook, argument.context)
    parts = (*left_out, argument.contested)
    few = [point.id for part in parts for point in part]
    for font, is_named in (("Aptos", True), ("Carlito", False)):
        file = written(tmp_path, foreign(font=font, heading=font))
        brief = briefgen.build(argument, template=file, exclude=few)
        (said,) = (one for one in brief.findings if one.code == "page-underfull")
        assert ("--fonts FOLDER" in (said.hint or "")) is is_named


def test_the_header_has_room_in_whatever_font_word_takes_for_its_own(tmp_path: Path) -> None:
    lines = "".join(p(f"Line {number} of a header of its own") for number in range(8))
    own = replace(foreign(font="Aptos"), headers_footers={"header-default": lines})
    brief = built(written(tmp_path, own))
    assert in_word(brief, tmp_path) == brief.pages == 1


def drawn_across(height_pt: int) -> str:
    """Return the line of a header below a band across the page, as the band asks for."""
    return (
        '<w:p><w:r><w:drawing><wp:anchor relativeHeight="1" behindDoc="0">'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-400000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="9000000" cy="{height_pt * 12700}"/><wp:wrapTopAndBottom/>'
        '<wp:docPr id="7" name="Band"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        '<a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></w:r></w:p>"
    )


def test_a_band_of_the_header_moves_a_brief_as_far_in_word_as_in_the_pdf(tmp_path: Path) -> None:
    own = replace(foreign(), headers_footers={"header-default": drawn_across(110)})
    brief = built(written(tmp_path, own), length="one-page")
    assert in_word(brief, tmp_path) == brief.pages == 1


def test_the_foot_of_a_page_that_is_not_full_stands_low_in_word_too(tmp_path: Path) -> None:
    file = written(tmp_path, foreign(half_points=14, heading_size=18))
    argument = briefgen.load(ARGUMENT)
    parts = argument.context, argument.rationales, argument.risks, argument.recommendations
    most = [point.id for part in parts for point in part[1:]]
    brief = briefgen.build(argument, template=file, length="one-page", exclude=most)
    story = tree(brief.to_bytes("docx"), "word/document.xml")
    (foot,) = (one for one in story.iter(W + "p") if value(child(one, "pPr", "pStyle")) == "Foot")
    pinned = points(attribute(child(foot, "pPr", "framePr"), "y")) or 0.0
    assert brief.fill_percent < 80
    assert pinned > 500
    assert in_word(brief, tmp_path) == brief.pages == 1
