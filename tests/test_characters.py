"""Any character of the carried fonts prints, in PDF and Word; what no font has is told first."""

from __future__ import annotations

import io
import json
import unicodedata
from functools import lru_cache
from pathlib import Path

import docx
import pypdf
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from page import ValidationProfile, validate_pdf
from samples.sound import SOUND, argument
from samples.word import W, tree

import briefgen
from briefgen.check.characters import unset_script, unsupported_character
from briefgen.cli import main
from briefgen.load.font_file import font_bytes
from briefgen.load.fonts import _fallback_files, carried_characters
from briefgen.types.argument import Argument

FONTS = Path(__file__).parents[1] / "templates" / "fonts"
TEMPLATE = FONTS.parent / "themes" / "standard" / "template.docx"
CURRENCIES = "₺ ₽ ₹ ₦ ₩ ₪ ₫ ₱ ₴ ₵ ₸ ₿ ₼ ₾ ฿"
SIGNS = "→ ⇒ ↑ ↓ ′ ″ ✓ ✗ • ◦ ▪ ≤ ≥ ≠ ≈ ± × ÷ √ ∑ ∞ ½ ⅓ ⅛ ⁰ ¹ ₂ № ™ ① Ⅳ ‰"
LETTERS = "Hawai\u02bbi Azərbaycan ẹ ọ ṣ ɓ ɗ ƙ ɛ ɔ ŋ Tiếng Việt Қазақ ҟ Ἀθῆναι საქართველო Հայաստան"


def _characters(file: Path) -> set[int]:
    return set(TTFont(io.BytesIO(font_bytes(file))).getBestCmap())


@lru_cache
def _carried() -> list[str]:
    """Return the characters beyond ASCII that every brief can print and that no rule refuses.

    Those that only a twin of a template's font has are not among them.
    """
    files = [file for file in FONTS.rglob("*.ttf*") if not file.name.startswith("Liberation")]
    held = {chr(code) for file in files for code in _characters(file)}
    return sorted(
        one
        for one in held
        if not one.isascii()
        and unicodedata.normalize("NFC", one) == one
        and unicodedata.category(one) not in ("Cf", "Cc", "Zs", "Cn")
        and not unsupported_character(one)
        and not unset_script(one)
    )


def _saying(words: str) -> Argument:
    said = f"The town says {words} of it."
    return argument(images=[], issuer={}, thesis__forms__summary=said)


def _pdf_text(data: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _word_text(data: bytes) -> str:
    held = tree(data).iter(W + "t", W + "noBreakHyphen")
    return "".join("\u2011" if one.tag != W + "t" else one.text or "" for one in held)


def test_the_carried_characters_are_several_thousand_of_many_scripts() -> None:
    assert len(_carried()) > 3_500
    for words in (CURRENCIES, SIGNS, LETTERS):
        assert not set(words) - set(_carried()) - set(map(chr, range(128)))


@pytest.mark.parametrize("serif", [False, True])
@pytest.mark.parametrize("bold", [False, True])
def test_whatever_the_face_the_same_characters_are_printed(serif: bool, bold: bool) -> None:
    held = {code for file in _fallback_files(serif=serif, bold=bold) for code in _characters(file)}
    assert [one for one in _carried() if ord(one) not in held] == []


def test_the_table_of_characters_says_what_the_files_hold() -> None:
    assert all(carried_characters(ord(one)) for one in _carried())
    assert not any(map(carried_characters, map(ord, "中ไ﷼😀")))


@given(st.lists(st.sampled_from(_carried()), min_size=20, max_size=60, unique=True))
@settings(max_examples=8, deadline=None, phases=[Phase.generate])  # each builds two files
def test_any_carried_character_prints_and_is_read_again_in_both_formats(held: list[str]) -> None:
    reported = _saying(" ".join(held))
    assert [one for one in briefgen.check(reported) if one.code == "glyph-missing"] == []
    brief = briefgen.build(reported)
    assert set(held) <= set(_pdf_text(brief.to_bytes("pdf")))
    assert set(held) <= set(_word_text(brief.to_bytes("docx")))


@pytest.mark.parametrize("words", [CURRENCIES, SIGNS, LETTERS])
def test_pages_with_fallback_glyphs_keep_both_standards(words: str, tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(briefgen.build(_saying(f"{words}, *{words}*, **{words}**")).to_bytes("pdf"))
    for profile in (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A):
        assert [each.message for each in validate_pdf(file, profile=profile).failures] == []


def test_what_prints_nothing_is_not_in_the_pdf_and_what_breaks_differently_is() -> None:
    kept = "i\u2010j k\u2011l m\u2009n o\u202fp q\u2003r s\u3000t"
    data = briefgen.build(_saying(f"a\u2060b c\u200bd e\ufefff g\u00adh {kept}")).to_bytes("pdf")
    text = _pdf_text(data)
    for shown in ("ab", "cd", "ef", "gh", *kept.split(" ")):
        assert shown in text
    assert not set(text) & set("\u2060\u200b\ufeff\u00ad")


def test_word_has_hyphens_of_its_own_for_soft_and_for_unbreakable_ones() -> None:
    root = tree(briefgen.build(_saying("co\u2011op and tem\u00adper")).to_bytes("docx"))
    assert len([*root.iter(W + "noBreakHyphen")]) == 1
    assert len([*root.iter(W + "softHyphen")]) == 1


def test_a_word_run_names_the_font_that_was_measured_and_the_table_its_stand_in() -> None:
    data = briefgen.build(_saying("A ⇒ B at 5 ₿, with ə")).to_bytes("docx")
    fonts = {
        (run.findtext(W + "t") or "").strip(): run.find(f"{W}rPr/{W}rFonts")
        for run in tree(data).iter(W + "r")
    }
    arrow, coin = fonts["⇒"], fonts["₿"]
    assert arrow is not None
    assert coin is not None
    slots = ("ascii", "hAnsi", "eastAsia", "cs")
    assert {arrow.get(W + slot) for slot in slots} == {"DejaVu Sans"}
    assert {coin.get(W + slot) for slot in slots} == {"Noto Sans"}
    table = tree(data, "word/fontTable.xml")
    names = {font.get(W + "name"): font.find(W + "altName") for font in table}
    alternative = names["DejaVu Sans"]
    assert alternative is not None
    assert alternative.get(W + "val") == "Segoe UI Symbol"


def test_an_ordinary_brief_names_no_other_font() -> None:
    assert b"DejaVu" not in briefgen.build(_saying("much")).to_bytes("docx")


def test_the_command_names_line_path_and_character(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "argument.yaml"
    sound = {**SOUND, "briefgen": 1, "images": [], "issuer": {}, "title": "Homes in 中"}
    file.write_text(_yaml(sound), encoding="utf-8")
    assert main(["check", str(file)]) == 1
    line = file.read_text(encoding="utf-8").splitlines().index('"title": "Homes in 中"') + 1
    said = f'{file}:{line}: title: holds "中" (U+4E2D CJK unified ideograph-4e2d)'
    assert said in capsys.readouterr().out


def _yaml(data: dict[str, object]) -> str:
    return "\n".join(f'"{key}": {json.dumps(data[key], ensure_ascii=False)}' for key in data)


def _template(folder: Path, words: str) -> Path:
    document = docx.Document(str(TEMPLATE))
    document.sections[0].first_page_header.paragraphs[0].add_run(words)
    document.save(str(folder / "foreign.docx"))
    return folder / "foreign.docx"


def test_a_template_s_own_text_takes_fallback_glyphs_without_a_word(tmp_path: Path) -> None:
    brief = briefgen.build(_saying("much"), template=_template(tmp_path, "Экономика და տուն ₽"))
    assert "template-glyph-missing" not in {finding.code for finding in brief.findings}
    text = _pdf_text(brief.to_bytes("pdf"))
    assert "Экономика და տուն ₽" in text


def test_what_no_font_has_of_a_template_is_left_out_of_the_pdf_with_a_warning(
    tmp_path: Path,
) -> None:
    template = _template(tmp_path, "Institute 財務省")
    brief = briefgen.build(_saying("much"), template=template)
    (finding,) = (one for one in brief.findings if one.code == "template-glyph-missing")
    assert (finding.file, finding.severity) == (str(template), "warning")
    assert finding.path[0].startswith("header") if isinstance(finding.path[0], str) else False
    assert "U+8CA1" in finding.message
    text = _pdf_text(brief.to_bytes("pdf"))
    assert "Institute" in text
    assert "財" not in text
    held = brief.to_bytes("docx")
    assert any("財務省" in part for part in _headers(held))


def _headers(data: bytes) -> list[str]:
    sections = docx.Document(io.BytesIO(data)).sections
    return [paragraph.text for one in sections for paragraph in one.first_page_header.paragraphs]


def test_what_the_argument_says_is_never_left_out_for_a_template_s_sake(tmp_path: Path) -> None:
    brief = briefgen.build(_saying("財"), template=_template(tmp_path, "Institute 財務省"))
    with pytest.raises(briefgen.RenderError) as caught:
        brief.to_bytes("pdf")
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("glyph-missing", ("thesis", "forms", "summary"))
