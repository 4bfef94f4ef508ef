"""What stands in for a font that is not at hand goes along in the Word file."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageFont
from reportlab.pdfbase.ttfonts import TTFontFile
from samples.foreign import FOREIGN
from samples.word import R, W, parts, tree

import briefgen
from briefgen.render.docx.reduced_font import reduced_font

ROOT = Path(__file__).resolve().parent.parent.parent
FONTS = ROOT / "templates" / "fonts"
FACES = [FONTS / f"{name}-Regular.ttf" for name in ("Caladea", "Carlito", "LiberationSans")]


def _read(data: bytes) -> TTFontFile:
    return TTFontFile(io.BytesIO(data), validate=True)


def _brief(font: str, folder: Path) -> bytes:
    template = folder / "foreign.docx"
    template.write_bytes(replace(FOREIGN["letterhead"], font=font).package())
    argument = briefgen.load(ROOT / "data" / "accessible-documents.yaml")
    return briefgen.build(argument, template=template).to_bytes("docx")


@pytest.mark.parametrize("file", FACES, ids=lambda file: file.stem)
def test_a_reduced_font_has_the_outlines_and_widths_of_what_it_keeps(file: Path) -> None:
    whole, reduced = _read(file.read_bytes()), _read(reduced_font(file.read_bytes(), [0x394]))
    for letter in "aé€Ł½Δ":
        code = ord(letter)
        if code not in whole.charToGlyph:
            continue
        number = reduced.charToGlyph[code]
        assert number == whole.charToGlyph[code]
        assert reduced.charWidths[code] == whole.charWidths[code]
        assert reduced.glyphPos[number + 1] > reduced.glyphPos[number]
    assert 0x3A9 not in reduced.charToGlyph
    assert len(reduced_font(file.read_bytes(), [])) < 100_000


def test_a_reduced_font_runs_as_wide_as_it_is_asked_to() -> None:
    data = FACES[1].read_bytes()
    own = _read(reduced_font(data, [])).charWidths
    wider = _read(reduced_font(data, [], {ord("a"): 600.0, ord("€"): 300.0})).charWidths
    assert (round(wider[ord("a")]), round(wider[ord("€")])) == (600, 300)
    assert wider[ord("b")] == own[ord("b")]


def test_letters_of_a_reduced_font_are_as_much_wider_as_they_run() -> None:
    data = FACES[1].read_bytes()
    own = _read(reduced_font(data, []))
    wider = {code: width * 1.25 for code, width in own.charWidths.items()}
    drawn = _read(reduced_font(data, [], wider))
    for letter in "aiWÅé½":
        edges = [
            ImageFont.truetype(io.BytesIO(reduced_font(data, [], widths)), 1000).getbbox(letter)
            for widths in (None, wider)
        ]
        (left, top, right, bottom), stretched = edges
        assert stretched == pytest.approx((left * 1.25, top, right * 1.25, bottom), abs=3)
    assert drawn.charWidths[ord("a")] == pytest.approx(own.charWidths[ord("a")] * 1.25, abs=1)


def test_a_stand_in_goes_along_under_the_name_of_the_font(tmp_path: Path) -> None:
    data = _brief("Garamond", tmp_path)
    (entry,) = (
        one for one in tree(data, "word/fontTable.xml") if one.get(W + "name") == "Garamond"
    )
    embedded = {one.tag.rpartition("}")[2]: one for one in entry}
    assert embedded.keys() >= {"embedRegular", "embedBold"}
    assert not embedded.keys() & {"embedItalic", "embedBoldItalic"}
    targets = {
        one.get("Id"): one.get("Target") for one in tree(data, "word/_rels/fontTable.xml.rels")
    }
    regular = embedded["embedRegular"]
    font = parts(data)[f"word/{targets[regular.get(R + 'id')]}"]
    mask = bytes.fromhex((regular.get(W + "fontKey") or "").strip("{}").replace("-", ""))[::-1]
    plain = bytes(a ^ b for a, b in zip(font, mask * 2, strict=False)) + font[32:]
    assert _read(plain).familyName == b"Caladea"


def test_a_twin_that_libreoffice_does_not_know_goes_along(tmp_path: Path) -> None:
    held = parts(_brief("Arial Unicode MS", tmp_path))
    assert sum(name.endswith(".odttf") for name in held) == 2


@pytest.mark.parametrize("family", ["Arial", "Arial Narrow"])
def test_a_font_with_a_twin_needs_none(family: str, tmp_path: Path) -> None:
    assert not [name for name in parts(_brief(family, tmp_path)) if name.endswith(".odttf")]
