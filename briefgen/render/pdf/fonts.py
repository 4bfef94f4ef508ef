"""The fonts of one document: which characters it prints in which face, and their PDF objects.

Each face becomes one composite font (ISO 32000-1, 9.7) with two-byte character identifiers.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefgen.render.pdf.faces import Subset, read_face, read_subset
from briefgen.render.pdf.file import ObjectFile
from briefgen.render.pdf.syntax import Name, Reference
from briefgen.types.finding import Finding, RenderError
from briefgen.types.font import FontLibrary
from briefgen.types.laid import TextMark

_EXCERPT = 60
_BFCHARS = 100
"""Most entries that one `beginbfchar` may hold (Adobe Technical Note 5014)."""


@dataclass(frozen=True, slots=True)
class DocumentFont:
    """A face as one document uses it: `codes` turns its text into hexadecimal identifiers."""

    resource: str
    subset: Subset
    codes: dict[int, str]


def document_fonts(texts: Iterable[TextMark], library: FontLibrary) -> dict[str, DocumentFont]:
    """Return the fonts that texts are set in, by name of face.

    Raises:
        RenderError: `face-missing` for a face that is not in the library and `glyph-missing` for
            each character that its face cannot print, all at once.
    """
    faces = {face.name: face for face in library.faces.values()}
    texts = tuple(texts)
    used: dict[str, set[str]] = {}
    for text in texts:
        used.setdefault(text.face, set()).update(text.text)
    findings: list[Finding] = []
    fonts: dict[str, DocumentFont] = {}
    for name in sorted(used):
        if name not in faces:
            findings.append(_face_missing(name))
            continue
        characters = frozenset(map(ord, used[name]))
        lacking = read_face(faces[name].file).lacks(characters)
        findings += [_glyph_missing(name, code, texts) for code in sorted(lacking)]
        if not findings:
            subset = read_subset(faces[name].file, tuple(sorted(characters)))
            codes = {code: f"{cid:04X}" for cid, code in enumerate(subset.characters, 1)}
            fonts[name] = DocumentFont(f"F{len(fonts) + 1}", subset, codes)
    if findings:
        raise RenderError(findings)
    return fonts


def embed(file: ObjectFile, subset: Subset) -> Reference:
    """Add a subset to a file and return its Type0 font.

    No CIDSet is written: it is optional and has to be complete (ISO 19005-2, 6.2.11.4.2).
    """
    name = Name(subset.name)
    program = file.add_deflated(subset.program, {"Length1": subset.length})
    descriptor = file.add(
        {
            "Type": Name("FontDescriptor"),
            "FontName": name,
            "Flags": subset.flags,
            "FontBBox": subset.box,
            "ItalicAngle": subset.italic_angle,
            "Ascent": subset.ascent,
            "Descent": subset.descent,
            "CapHeight": subset.cap_height,
            "StemV": subset.stem,
            "FontFile2": program,
        }
    )
    descendant = file.add(
        {
            "Type": Name("Font"),
            "Subtype": Name("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0},
            "FontDescriptor": descriptor,
            "W": [1, subset.widths],
            "CIDToGIDMap": file.add_deflated(_glyph_map(subset.glyphs)),
        }
    )
    return file.add(
        {
            "Type": Name("Font"),
            "Subtype": Name("Type0"),
            "BaseFont": name,
            "Encoding": Name("Identity-H"),
            "DescendantFonts": [descendant],
            "ToUnicode": file.add_deflated(_unicode_map(subset.characters)),
        }
    )


@lru_cache(maxsize=64)
def _glyph_map(glyphs: tuple[int, ...]) -> bytes:
    return zlib.compress(b"".join(glyph.to_bytes(2) for glyph in (0, *glyphs)))


@lru_cache(maxsize=64)
def _unicode_map(characters: tuple[int, ...]) -> bytes:
    return zlib.compress(to_unicode(characters).encode("ascii"))


def to_unicode(characters: tuple[int, ...]) -> str:
    """Return the CMap from character identifiers to Unicode (ISO 32000-1, 9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    pairs = [
        f"<{cid:04X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for cid, code in enumerate(characters, 1)
    ]
    for start in range(0, len(pairs), _BFCHARS):
        some = pairs[start : start + _BFCHARS]
        lines += [f"{len(some)} beginbfchar", *some, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _face_missing(name: str) -> Finding:
    return Finding(
        "face-missing",
        f'the face "{name}" is not among the fonts',
        "choose a font that is at hand in the Word template",
    )


def _glyph_missing(name: str, code: int, texts: tuple[TextMark, ...]) -> Finding:
    character = chr(code)
    text = next(mark.text for mark in texts if mark.face == name and character in mark.text)
    middle = text.index(character)
    excerpt = text[max(0, middle - _EXCERPT // 2) : middle + _EXCERPT // 2].strip()
    return Finding(
        "glyph-missing",
        f'"{excerpt}": {name} cannot print "{character}" (U+{code:04X})',
        "replace the character, or choose another font in the Word template",
    )
