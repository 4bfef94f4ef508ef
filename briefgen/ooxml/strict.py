"""Strict Office Open XML in the names of the Transitional kind (ISO/IEC 29500-1 and -4).

Word reads both kinds and writes the Strict one on demand. They differ in the addresses of their
vocabularies and of the types of relationships, and in values that `measures` reads either way.
"""

from __future__ import annotations

from briefgen.ooxml.package import Package
from briefgen.ooxml.reading import is_markup
from briefgen.ooxml.writing import written

_STRICT, _OPEN = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"

_NAMES = tuple(
    (_STRICT + one.encode(), _OPEN + other.encode())
    for one, other in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("spreadsheetml/main", "spreadsheetml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/extendedProperties", "officeDocument/2006/extended-properties"),
        ("officeDocument/customProperties", "officeDocument/2006/custom-properties"),
        ("officeDocument/docPropsVTypes", "officeDocument/2006/docPropsVTypes"),
        ("officeDocument/sharedTypes", "officeDocument/2006/sharedTypes"),
        ("officeDocument/bibliography", "officeDocument/2006/bibliography"),
        ("officeDocument/customXml", "officeDocument/2006/customXml"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("schemaLibrary/main", "schemaLibrary/2006/main"),
        *(
            (f"drawingml/{name}", f"drawingml/2006/{name}")
            for name in (
                *("main", "chartDrawing", "chart", "compatibility", "diagram"),
                *("lockedCanvas", "picture", "spreadsheetDrawing", "wordprocessingDrawing"),
            )
        ),
    )
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 begins."""


def transitional(package: Package) -> Package:
    """Return a package in the names of the Transitional kind; one that is in them, as it is."""
    changed: dict[str, bytes] = {}
    for name, data in package.items():
        if not is_markup(name, data):
            continue
        plain = written(package.root(name)) if data[:2] in _WIDE else data
        if _STRICT not in plain:
            continue
        for strict, other in _NAMES:
            plain = plain.replace(strict, other)
        changed[name] = plain.replace(b'w:conformance="strict"', b"")
    return package.replaced(changed) if changed else package
