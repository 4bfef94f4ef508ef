"""Fonts that a Word template encloses: what Word prints it in where they are not installed."""

from __future__ import annotations

import string
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefgen.load.font_file import FontFile, character_ranges, font_findings, font_of, table_of
from briefgen.ooxml.names import Element, R, W
from briefgen.ooxml.package import Package
from briefgen.pattern import late_pattern

_FACES = {
    "embedRegular": (False, False),
    "embedBold": (True, False),
    "embedItalic": (False, True),
    "embedBoldItalic": (True, True),
}
"""Bold and italic of each kind (ISO/IEC 29500-1, 17.8.3.3 to 17.8.3.6)."""

_MASKED = 32
"""Bytes at the beginning of a font that are crossed by its key (ISO/IEC 29500-4, 9.5)."""

_KEY = late_pattern(r"\{?([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\}?")
_NO_KEY = "00000000-0000-0000-0000-000000000000"
_NEEDED = frozenset(map(ord, string.ascii_letters + string.digits + ".,:;-()"))
"""What a face prints at least: one that is enclosed for the words of a sample has a few letters."""


def enclosed_faces(package: Package, file: str, family: str) -> list[FontFile]:
    """Return the faces of a family, given in lower case, that a template encloses.

    None, where they cannot be set in a PDF: with TrueType outlines, upright in both weights, whole,
    and by their licence.
    """
    table_name = package.related(package.main, "fontTable")
    if not table_name:
        return []
    for entry in package.root(table_name).iterchildren(W + "font"):
        if (entry.get(W + "name") or "").lower() != family:
            continue
        faces = [*_faces(entry, package, package.targets(table_name), file)]
        if {(False, False), (True, False)} <= {(one.bold, one.italic) for one in faces}:
            return faces
    return []


def _faces(
    entry: Element, package: Package, parts: Mapping[str, str], file: str
) -> Iterator[FontFile]:
    for kind, (bold, italic) in _FACES.items():
        one = entry.find(W + kind)
        part = "" if one is None else parts.get(one.get(R + "id") or "", "")
        key = None if one is None else _KEY.fullmatch(one.get(W + "fontKey") or _NO_KEY)
        if not part or key is None:
            continue
        data = _unmasked(package[part], key[1].replace("-", ""))
        font = font_of(data, Path(file, part), (entry.get(W + "name") or "", bold, italic))
        if font and not font_findings(font) and _has_letters(data):
            yield font


def _unmasked(data: bytes, key: str) -> bytes:
    mask = (bytes.fromhex(key)[::-1] * 2)[:_MASKED]
    head = bytes(one ^ other for one, other in zip(data, mask, strict=False))
    return head + data[len(mask) :]


def _has_letters(data: bytes) -> bool:
    left = set(_NEEDED)
    try:
        ranges: Iterator[tuple[int, int]] = character_ranges(table_of(data, b"cmap"))
        for first, last in ranges:
            left -= {code for code in left if first <= code <= last}
    except (KeyError, struct.error):
        return False
    return not left
