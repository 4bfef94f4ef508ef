"""Fonts that a Word template encloses are those of the PDF where none else is at hand."""

from __future__ import annotations

import io
import struct
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from samples.foreign import FOREIGN
from samples.word import packed, parts

import briefgen

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "templates" / "fonts"
KEY = "EDA68916-EFCE-4DCB-A328-162A4AD021C3"
FACES = {"embedRegular": "Caladea-Regular", "embedBold": "Caladea-Bold"}
RESTRICTED = 2


def _masked(font: bytes) -> bytes:
    """Return a font as Word encloses it (ISO/IEC 29500-4, 9.5)."""
    key = bytes.fromhex(KEY.replace("-", ""))[::-1] * 2
    return bytes(one ^ other for one, other in zip(font, key, strict=False)) + font[32:]


def _enclosing(faces: dict[str, bytes]) -> bytes:
    """Return a letterhead in a font that is nowhere at hand, with faces enclosed."""
    held = parts(replace(FOREIGN["letterhead"], font="Housefo Grotesk").package())
    entries = "".join(f'<w:{kind} r:id="{kind}" w:fontKey="{{{KEY}}}"/>' for kind in faces)
    table = held["word/fontTable.xml"].decode().removesuffix("/>")
    held["word/fontTable.xml"] = (
        f'{table}><w:font w:name="Housefo Grotesk">{entries}</w:font></w:fonts>'.encode()
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
    listed = "".join(
        f'<Relationship Id="{one}" Type="{kind}" Target="fonts/{one}.odttf"/>' for one in faces
    )
    held["word/_rels/fontTable.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{listed}</Relationships>".encode()
    )
    held |= {f"word/fonts/{one}.odttf": _masked(data) for one, data in faces.items()}
    types = held["[Content_Types].xml"].decode()
    font_type = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    held["[Content_Types].xml"] = types.replace(
        "<Default ", f'<Default Extension="odttf" ContentType="{font_type}"/><Default ', 1
    ).encode()
    return packed(held)


def _faces() -> dict[str, bytes]:
    return {kind: (FONTS / f"{name}.ttf").read_bytes() for kind, name in FACES.items()}


def _restricted(font: bytes) -> bytes:
    at = struct.unpack_from(">L", font, font.index(b"OS/2", 12) + 8)[0] + 8
    return font[:at] + struct.pack(">H", RESTRICTED) + font[at + 2 :]


def _printed(template: bytes, folder: Path) -> tuple[set[str], set[str]]:
    """Return the fonts of a PDF, and the codes of its warnings."""
    file = folder / "house.docx"
    file.write_bytes(template)
    argument = briefgen.load(ROOT / "data" / "accessible-documents.yaml")
    brief = briefgen.build(argument, template=file)
    with pikepdf.open(io.BytesIO(brief.to_bytes("pdf"))) as document:
        named = (one for one in document.objects if isinstance(one, pikepdf.Dictionary))
        names = {str(one.BaseFont) for one in named if "/BaseFont" in one}
    return names, {one.code for one in brief.findings}


def test_a_font_that_a_template_encloses_is_that_of_the_pdf(tmp_path: Path) -> None:
    names, codes = _printed(_enclosing(_faces()), tmp_path)
    assert any("Caladea" in name for name in names)
    assert "font-substituted" not in codes


@pytest.mark.parametrize(
    "faces",
    [
        {"embedRegular": _faces()["embedRegular"]},
        {kind: _restricted(font) for kind, font in _faces().items()},
        {kind: font[:4000] for kind, font in _faces().items()},
    ],
    ids=["one weight", "licence", "damaged"],
)
def test_a_font_that_cannot_be_set_gets_a_stand_in(faces: dict[str, bytes], tmp_path: Path) -> None:
    names, codes = _printed(_enclosing(faces), tmp_path)
    assert not any("Caladea" in name for name in names)
    assert "font-substituted" in codes
