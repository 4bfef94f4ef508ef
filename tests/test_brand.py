"""A brand restyles every brief in both formats, and gives way to a Word template of the user's."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import page
import pytest
from pypdf import PdfReader
from samples.buses import BUSES
from samples.pictured import logo
from samples.read_aloud import word_pages
from samples.stand_in import ROOT
from samples.word import TEMPLATE, audit, packed, parts

import briefgen
from briefgen.cli import main
from briefgen.types.laid import ImageMark, LineMark, RectangleMark, TextMark

BRAND = """organisation: Alder County
accent: "#7a1fa2"
second: "#b3471d"
logo: logo.png
fonts: {headings: Arial, body: Cambria}
paper: Letter
"""
LOOKS = [name for name, _ in briefgen.templates()]


@pytest.fixture
def argument(tmp_path: Path) -> Path:
    file = tmp_path / "buses.md"
    file.write_text(BUSES, encoding="utf-8")
    (tmp_path / "brand.yaml").write_text(BRAND, encoding="utf-8")
    logo().save(tmp_path / "logo.png")
    return file


def built(argument: Path, **options: object) -> briefgen.Brief:
    return briefgen.build(briefgen.load(argument), **options)  # type: ignore[arg-type]


def word_text(docx: bytes, name: str) -> str:
    return parts(docx)[name].decode()


def without_theme() -> bytes:
    """Return a Word template that gives no theme's colours and no styles of ours."""
    held = parts(TEMPLATE.read_bytes())
    listing = "word/_rels/document.xml.rels"
    held[listing] = re.sub(rb'<Relationship [^>]*/theme"[^>]*/>', b"", held[listing])
    return packed(held)


def codes(brief: briefgen.Brief) -> set[str]:
    return {finding.code for finding in brief.findings}


def images(brief: briefgen.Brief) -> list[ImageMark]:
    marks = brief._made.fitted.laid_out.pages[0].marks
    return [mark for mark in marks if isinstance(mark, ImageMark)]


def colours(brief: briefgen.Brief) -> set[str]:
    marks = brief._made.fitted.laid_out.pages[0].marks
    texts = {mark.colour for mark in marks if isinstance(mark, (LineMark, TextMark))}
    return texts | {mark.fill for mark in marks if isinstance(mark, RectangleMark) and mark.fill}


@pytest.mark.parametrize("template", LOOKS)
def test_both_formats_follow_the_one_beside_the_argument(
    argument: Path, template: str, tmp_path: Path
) -> None:
    brief = built(argument, template=template)
    assert codes(brief) == {"page-underfull"}
    assert len(images(brief)) == 1
    assert "#7a1fa2" in colours(brief)
    assert "Alder County" in brief._made.fitted.content.header_footer.values["organisation"]
    pdf, docx = brief.to_bytes("pdf"), brief.to_bytes("docx")
    (tmp_path / "b.docx").write_bytes(docx)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert [one.message for one in page.validate_pdf_bytes(pdf, profile=profile).failures] == []
    assert audit(tmp_path / "b.docx") == []
    assert PdfReader(io.BytesIO(pdf)).pages[0].mediabox.width == 612
    assert word_pages({"b": docx}, tmp_path)["b"] == 1
    assert 'val="7A1FA2"' in word_text(docx, "word/theme/theme1.xml")
    assert 'typeface="Arial"' in word_text(docx, "word/theme/theme1.xml")
    styles = word_text(docx, "word/styles.xml")
    assert 'w:val="7A1FA2" w:themeColor="accent1"' in styles
    assert 'w:val="B3471D" w:themeColor="accent2"' in styles
    marks = "7A1FA2" if template == "press" else "B3471D"
    assert f"#{marks.lower()}" in colours(brief), "so are bars beside headings"
    assert f'w:val="{marks}"' in word_text(docx, "word/numbering.xml")
    assert [name for name in parts(docx) if "media" in name] == ["word/media/image1.png"]
    assert built(argument, template=template).to_bytes("docx") == docx


def test_a_second_colour_that_cannot_be_read_is_refused_with_a_shade_that_can(
    argument: Path,
) -> None:
    (argument.parent / "brand.yaml").write_text('second: "#ffd700"\n', encoding="utf-8")
    with pytest.raises(briefgen.TemplateError) as caught:
        built(argument)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("brand-contrast", ("second",))
    assert "marks of List Bullet" in finding.message


def test_what_the_argument_says_of_its_issuer_goes_before_it(argument: Path) -> None:
    other = BUSES.replace("---\nThe", "issuer: {organisation: Birch Town}\n---\nThe")
    argument.write_text(other, encoding="utf-8")
    brief = built(argument)
    assert brief._made.fitted.content.header_footer.values["organisation"] == "Birch Town"
    assert images(brief) == []  # the logo is another organisation's
    argument.write_text(other.replace("Birch Town", "ALDER County"), encoding="utf-8")
    assert len(images(built(argument))) == 1


def test_a_brief_that_its_organisation_issues_is_still_one_of_the_argument(
    argument: Path, tmp_path: Path
) -> None:
    brief = built(argument)
    assert "Alder County" in brief.text
    brief.save(tmp_path / "issued.docx")
    edits = briefgen.recover(tmp_path / "issued.docx", briefgen.load(argument))
    assert not edits.argument_changed


def test_an_own_word_template_keeps_styles_and_paper_and_gets_what_it_asks_for(
    argument: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.docx"
    shutil.copy(TEMPLATE, own)
    brief, plain = built(argument, template=own), built(argument, template=own, brand=False)
    assert brief._made.theme.page_style == plain._made.theme.page_style
    assert len(images(brief)) == 1
    assert images(plain) == []
    pdf = str(tmp_path / "b.pdf")
    assert main(["build", str(argument), "--template", str(own), "-o", pdf]) == 0
    assert "brand.yaml: fills in what" in capsys.readouterr().err


def test_an_own_template_without_a_theme_gets_the_accent_of_its_charts(
    argument: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.docx"
    own.write_bytes(without_theme())
    brief, plain = built(argument, template=own), built(argument, template=own, brand=False)
    assert brief._made.theme.page_style.accent == "#7a1fa2"
    assert brief._made.theme.page_style.styles == plain._made.theme.page_style.styles


def test_the_command_says_once_that_it_was_found(
    argument: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*more: str | Path) -> str:
        assert main(["build", str(argument), *map(str, more), "--force"]) == 0
        return capsys.readouterr().err

    pdf, docx = tmp_path / "b.pdf", tmp_path / "b.docx"
    assert said("-o", pdf, "-o", docx).count("brand.yaml: followed; --brand none does without") == 1
    assert said("--audience", "public", "-d", tmp_path / "out").count("brand.yaml: followed") == 1
    assert "brand" not in said("--brand", "none", "-o", pdf)
    assert "brand" not in said("--quiet", "-o", pdf)
    other = tmp_path / "other.yaml"
    (tmp_path / "brand.yaml").rename(other)
    assert "brand" not in said("--brand", other, "-o", docx)
    assert 'val="7A1FA2"' in word_text(docx.read_bytes(), "word/theme/theme1.xml")


def test_strangers_brands_are_read_in_the_child_and_from_the_root_alone(
    argument: Path, tmp_path: Path
) -> None:
    there = briefgen.build_untrusted(argument, formats=["docx"])
    assert there.to_bytes("docx") == built(argument).to_bytes("docx")
    outside = tmp_path / "outside.yaml"
    outside.write_text('accent: "#7a1fa2"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    shutil.copy(argument, inner / "buses.md")
    with pytest.raises(briefgen.BriefgenError) as caught:
        briefgen.build_untrusted(inner / "buses.md", brand=outside)
    assert caught.value.codes == ("untrusted-outside-root",)


def test_a_set_is_built_anew_when_the_brand_or_its_logo_changes(
    argument: Path, tmp_path: Path
) -> None:
    def kept() -> list[bool]:
        results = briefgen.build_all(
            briefgen.load(argument),
            tmp_path / "out",
            lengths=["one-page"],
            audiences=["public"],
            formats=["docx"],
        )
        assert [one.error for one in results] == [None]
        return [one.kept for one in results]

    assert [kept(), kept()] == [[False], [True]]
    brand = tmp_path / "brand.yaml"
    brand.write_text(BRAND.replace("7a1fa2", "0f4a5c"), encoding="utf-8")
    assert [kept(), kept()] == [[False], [True]]
    logo().rotate(90, expand=True).save(tmp_path / "logo.png")
    assert [kept(), kept()] == [[False], [True]]
    brand.write_text(BRAND.replace("Alder", "Birch"), encoding="utf-8")
    assert kept() == [False]


def test_a_campaign_may_name_one(argument: Path, tmp_path: Path) -> None:
    rows, other = tmp_path / "rows.csv", tmp_path / "other.yaml"
    rows.write_text("title\nNight buses for all\n", encoding="utf-8")
    other.write_text("paper: Letter\norganisation: Birch Town\n", encoding="utf-8")
    (tmp_path / "brand.yaml").unlink()
    (one,) = briefgen.build_each(
        briefgen.load(argument), rows, tmp_path / "out", brand=other, formats=["pdf"]
    )
    assert one.error is None
    assert PdfReader(one.path).pages[0].mediabox.width == 612
    assert "Birch Town" in PdfReader(one.path).pages[0].extract_text().title()


@pytest.mark.parametrize(
    ("options", "width"),
    [({}, 612), ({"paper": "a4"}, 595.3), ({"brand": False}, 595.3), ({"paper": "Letter"}, 612)],
)
def test_paper_that_is_asked_for_goes_before_the_brands(
    argument: Path, options: dict[str, object], width: float
) -> None:
    assert built(argument, **options)._made.theme.page_style.page_width_pt == width


def test_paper_that_there_is_not_is_named() -> None:
    mali = briefgen.load(ROOT / "data" / "china-mali.yaml")
    with pytest.raises(briefgen.BriefgenError) as caught:
        briefgen.build(mali, paper="A3")
    assert caught.value.codes == ("paper-unknown",)


def test_a_new_one_works_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "brand.yaml")]) == 0
    assert "build an argument in its folder" in capsys.readouterr().out
    (tmp_path / "buses.md").write_text(BUSES, encoding="utf-8")
    commented = (tmp_path / "brand.yaml").read_text(encoding="utf-8")
    assert codes(built(tmp_path / "buses.md")) == {"page-underfull"}
    logo().save(tmp_path / "logo.png")
    (tmp_path / "fonts").mkdir()
    keys = ("organisation", "second", "logo", "logo_alt", "fonts", "paper")
    full = commented.replace("#   ", "  ")
    for key in keys:
        full = full.replace(f"# {key}:", f"{key}:")
    (tmp_path / "brand.yaml").write_text(full, encoding="utf-8")
    assert codes(built(tmp_path / "buses.md")) == {"page-underfull"}
