"""Faces cut down to what is printed, and what they cannot print."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFontFile
from samples.laid import FACES, FONTS, METADATA, of_texts, text
from samples.tags import opened, page_texts

from briefgen.render.pdf import render_pdf
from briefgen.render.pdf.composite_font import CompositeFont, registered, to_unicode
from briefgen.render.pdf.faces import Subset, TrueTypeFace, read_face
from briefgen.render.pdf.fonts import document_fonts, read_font
from briefgen.types.characters import LENT
from briefgen.types.finding import RenderError

CARLITO = FACES["Carlito-Regular"]
WHOLE = TTFont(CARLITO.file)
LENT_NAMES = {code: WHOLE.getBestCmap()[lender] for code, lender in LENT.items()}
NAMES = {**LENT_NAMES, **WHOLE.getBestCmap()}
PRINTABLE = sorted(set(CARLITO.advances) - read_face(CARLITO).lacks(frozenset(CARLITO.advances)))


def subset(*characters: int) -> Subset:
    return read_face(CARLITO).subset(characters)


@given(st.sets(st.sampled_from(PRINTABLE), min_size=1, max_size=60))
@settings(max_examples=40, deadline=None)
def test_a_subset_draws_each_character_as_the_whole_face_does(chosen: set[int]) -> None:
    own = subset(*sorted(chosen))
    font = TTFont(io.BytesIO(_inflated(own.program)))
    assert len(_inflated(own.program)) == own.length
    glyphs = font.getGlyphOrder()
    for character, glyph, width in zip(own.characters, own.glyphs, own.widths, strict=True):
        theirs, ours = NAMES[character], glyphs[glyph]
        assert _outline(font, ours) == _outline(WHOLE, theirs)
        advance = font["hmtx"][ours][0]
        assert advance == WHOLE["hmtx"][theirs][0]
        assert width == pytest.approx(advance * 1000 / WHOLE["head"].unitsPerEm)


def _with_rarer_tables(file: Path) -> bytes:
    """Return a face whose last glyphs share a width, with a table of characters of 32 bits."""
    font = TTFont(file)
    for glyph in font.getGlyphOrder()[-40:]:
        font["hmtx"][glyph] = (500, font["hmtx"][glyph][1])
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = {**font.getBestCmap(), 0x1F600: "one", 0xA0: "two"}
    font["cmap"].tables.append(table)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def test_faces_are_read_as_reportlab_reads_them() -> None:
    """Its widths of repeated glyphs are in thousandths, which a subset then writes."""
    several = [FACES[name].data for name in sorted(FACES)[::4]]
    for data in (_with_rarer_tables(Path(FACES["Caladea-Regular"].file)), *several):
        theirs, face = TTFontFile(io.BytesIO(data)), TrueTypeFace(data)
        characters = tuple(code for code, glyph in theirs.charToGlyph.items() if glyph)
        own = face.subset(characters)
        assert own.widths == tuple(theirs.charWidths[code] for code in characters)
        distinct = {theirs.charToGlyph[code]: code for code in reversed(characters)}
        chosen = sorted(distinct.values())
        assert _inflated(face.subset(tuple(chosen)).program) == theirs.makeSubset(chosen)


@given(st.text(st.sampled_from([*map(chr, PRINTABLE)]), min_size=1, max_size=300))
@settings(max_examples=25, deadline=None)
def test_text_is_extracted_as_it_was_given(words: str) -> None:
    pdf = render_pdf(of_texts(text(0, 50_000, words, None)), METADATA, FONTS)
    assert page_texts(opened(pdf), 0) == {0: words}


def test_characters_that_share_a_glyph_stay_apart() -> None:
    space, fixed = subset(0x20, 0xA0).glyphs
    assert space == fixed
    pdf = render_pdf(of_texts(text(0, 50_000, "5 000\u00a0km", None)), METADATA, FONTS)
    assert page_texts(opened(pdf), 0) == {0: "5 000\u00a0km"}


@pytest.mark.parametrize("face", sorted(FACES))
def test_every_face_prints_the_narrow_space_of_french(face: str) -> None:
    words = "«\u202fl’eau\u202f»\u202f; 5\u202f000\u00a0km"
    mark = text(0, 50_000, words, None, face)
    assert FACES[face].advances[0x202F] <= FACES[face].advances[0x20]
    assert page_texts(opened(render_pdf(of_texts(mark), METADATA, FONTS)), 0) == {0: words}


def test_more_than_256_characters_are_one_font() -> None:
    words = "".join(map(chr, PRINTABLE[:900]))
    pdf = render_pdf(of_texts(text(0, 50_000, words, None)), METADATA, FONTS)
    reader = opened(pdf)
    assert len(reader.pages[0]["/Resources"]["/Font"]) == 1  # type: ignore[index]
    assert page_texts(reader, 0) == {0: words}


def test_the_name_of_a_subset_reports_it_from_others() -> None:
    one, other = subset(0x41), subset(0x42)
    assert one.name != other.name
    tag, _, name = one.name.partition("+")
    assert (len(tag), tag.isalpha(), tag.isupper(), name) == (6, True, True, "Carlito")


def test_a_name_reports_characters_that_share_a_glyph() -> None:
    one, both = subset(0x20), subset(0x20, 0xA0)
    assert one.program == both.program
    assert one.name != both.name
    assert CompositeFont(one).fontName != CompositeFont(both).fontName


@given(st.text(st.sampled_from([*map(chr, PRINTABLE)]), max_size=60), st.integers(1, 40))
@settings(max_examples=25, deadline=None)
def test_reportlab_is_reported_the_widths_that_layout_has(words: str, size: int) -> None:
    font = read_font(CARLITO, tuple(sorted(set(map(ord, words)))))
    width = sum(CARLITO.advances[ord(character)] for character in words) * size / 1000
    assert font.stringWidth(words, size) == pytest.approx(width)


def found(font: CompositeFont) -> object:
    return pdfmetrics.getFont(font.fontName)


def test_fonts_are_registered_while_a_document_is_drawn_and_no_longer() -> None:
    before = dict(pdfmetrics._fonts)  # type: ignore[attr-defined]
    one, other = CompositeFont(subset(0x41)), CompositeFont(subset(0x42))
    with registered([one, other]):
        with registered([one]):
            assert found(one) is one
        assert found(one) is one
        assert found(other) is other
    assert pdfmetrics._fonts == before  # type: ignore[attr-defined]


def test_a_document_that_fails_leaves_no_font_behind() -> None:
    before = dict(pdfmetrics._fonts)  # type: ignore[attr-defined]
    with pytest.raises(ZeroDivisionError), registered([CompositeFont(subset(0x41))]):
        _ = 1 / 0
    assert pdfmetrics._fonts == before  # type: ignore[attr-defined]


def test_to_unicode_maps_nothing_to_zero_and_splits_long_lists() -> None:
    cmap = to_unicode((*range(0x100, 0x1D0), 0x1F600))
    assert "<0000>\n" not in cmap
    assert [row for row in cmap.splitlines() if row.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "9 beginbfchar",
    ]
    assert "<00D1> <D83DDE00>" in cmap


def test_every_missing_glyph_is_named_at_once() -> None:
    texts = (
        text(0, 20_000, "the word 中国 in it", None),
        text(0, 40_000, "again 中", None),
        text(0, 60_000, "a tab\there", None, "Caladea-Regular"),
    )
    with pytest.raises(RenderError) as caught:
        render_pdf(of_texts(*texts), METADATA, FONTS)
    assert [finding.message for finding in caught.value.findings] == [
        '"a tab here": Caladea-Regular cannot print "\t" (U+0009)'.replace("tab here", "tab\there"),
        '"the word 中国 in it": Carlito-Regular cannot print "中" (U+4E2D)',
        '"the word 中国 in it": Carlito-Regular cannot print "国" (U+56FD)',
    ]
    assert set(caught.value.codes) == {"glyph-missing"}
    assert all(finding.hint for finding in caught.value.findings)


def test_a_long_text_is_quoted_around_the_character() -> None:
    words = "before " * 40 + "中" + " after" * 40
    with pytest.raises(RenderError) as caught:
        document_fonts([text(0, 0, words, None)], FONTS)
    (finding,) = caught.value.findings
    assert "before 中 after" in finding.message
    assert len(finding.message) < 120


@pytest.mark.parametrize("character", ["\ufeff", "\ue000", "\uf8ff", "\0"])
def test_a_character_that_says_nothing_outside_the_font_is_refused(character: str) -> None:
    with pytest.raises(RenderError) as caught:
        document_fonts([text(0, 0, f"a{character}", None)], FONTS)
    assert caught.value.codes == ("glyph-missing",)


def test_a_face_that_is_not_in_the_library_is_named() -> None:
    strange = replace(text(0, 0, "a中", None), face="Papyrus-Regular")
    with pytest.raises(RenderError) as caught:
        document_fonts([strange, text(0, 0, "中", None)], FONTS)
    assert sorted(caught.value.codes) == ["face-missing", "glyph-missing"]
    assert '"Papyrus-Regular"' in str(caught.value)


def _inflated(program: bytes) -> bytes:
    return zlib.decompress(program)


def _outline(font: TTFont, name: str) -> object:
    glyph = font["glyf"][name]
    points, ends, flags = glyph.getCoordinates(font["glyf"])
    return [*points], [*ends], [*flags]


def test_the_sample_face_has_glyphs_of_several_parts() -> None:
    """Without composite glyphs the law above would not try what is hardest to cut out."""
    composite = [code for code in PRINTABLE if WHOLE["glyf"][NAMES[code]].isComposite()]
    assert len(composite) > 100
