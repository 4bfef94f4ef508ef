"""A face as one composite font of ReportLab's (ISO 32000-1, 9.7), whatever the text holds.

ReportLab's own `TTFont` makes simple fonts of 256 glyphs each: words fall into pieces where the
font changes, `ToUnicode` maps to U+0000, and a no-break space becomes a space. This one stands in
its place, by the interface of ReportLab's `CIDFont`.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import BasicFonts, PDFObject, PDFObjectReference

from briefgen.render.pdf.faces import Subset
from briefgen.render.pdf.objects import Entries, array, deflated, name

_SYSTEM = b"<<\n/Ordering (Identity) /Registry (Adobe) /Supplement 0\n>>"

_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r", "\n": r"\n"})
"""What a literal string may not hold as it is (7.3.4.2); a return would be read as a line feed."""

_BFCHARS = 100
"""Most entries that one `beginbfchar` may hold (Adobe Technical Note 5014)."""


class CompositeFont:
    """A subset of a face, with which ReportLab draws and which adds its objects to a document.

    `fontName` is how ReportLab knows it: a name that no other face and no other characters have.
    `fitted` are widths other than its own that text is drawn as wide as, in thousandths.
    """

    _multiByte = 1  # noqa: N815 - ReportLab's name
    _dynamicFont = 0  # noqa: N815 - ReportLab's name

    def __init__(self, subset: Subset, fitted: Mapping[int, float] | None = None) -> None:
        self.subset = subset
        self._fitted = fitted
        self.fontName = f"{subset.name} {subset.digest}"
        self.face = pdfmetrics.TypeFace(subset.name)
        self._codes = {
            code: cid.to_bytes(2).decode("latin-1").translate(_ESCAPED)
            for cid, code in enumerate(subset.characters, 1)
        }
        self._widths = dict(zip(map(chr, subset.characters), subset.widths, strict=True))
        self._to_glyphs = zlib.compress(b"".join(each.to_bytes(2) for each in (0, *subset.glyphs)))
        self._to_unicode = zlib.compress(to_unicode(subset.characters).encode("ascii"))
        self._descriptor, self._descendant, self._font = _dictionaries(subset)

    def formatForPdf(self, text: str) -> str:  # noqa: N802 - ReportLab's name
        """Return text as the inside of a literal string of character identifiers.

        Each is two bytes, and a byte is the character of its number: octal numbers, as ReportLab
        writes them, would double what is to be deflated.
        """
        return text.translate(self._codes)

    def stringWidth(self, text: str, size: float, encoding: str = "") -> float:  # noqa: ARG002, N802
        """Return the width of text in points at a size."""
        return sum(map(self._widths.__getitem__, text)) * size / 1000

    def stretch_percent(self, text: str) -> float:
        """Return how wide text is drawn, as a share of how wide its glyphs are."""
        natural = sum(map(self._widths.__getitem__, text))
        if self._fitted is None or not natural:
            return 100.0
        return round(100 * sum(map(self._fitted.__getitem__, map(ord, text))) / natural, 2)

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab's name
        """Add the font to a document, under the next free name of a font resource."""
        name = f"F{len(document.fontMapping) + 1}"
        document.idToObject[BasicFonts][name] = self._embedded(document)
        document.fontMapping[self.fontName] = f"/{name}"

    def _embedded(self, document: Any) -> PDFObjectReference:
        """Add the objects and return the Type0 font.

        No CIDSet is written: it is optional and has to be complete (ISO 19005-2, 6.2.11.4.2).
        """
        subset = self.subset

        def refer(entry: PDFObject) -> bytes:
            reference: bytes = document.Reference(entry).format(document)
            return reference

        descriptor = Entries(self._descriptor)
        descriptor["FontFile2"] = deflated(subset.program, {"Length1": subset.length})
        descendant = Entries(self._descendant)
        descendant["FontDescriptor"] = refer(descriptor)
        descendant["CIDToGIDMap"] = deflated(self._to_glyphs)
        font = Entries(self._font)
        font["DescendantFonts"] = array([refer(descendant)])
        font["ToUnicode"] = deflated(self._to_unicode)
        reference: PDFObjectReference = document.Reference(font)
        return reference


def _dictionaries(subset: Subset) -> tuple[dict[str, bytes], ...]:
    """Return what font descriptor, descendant font and Type0 font say, apart from one another."""
    descriptor = {
        "Type": name("FontDescriptor"),
        "FontName": name(subset.name),
        "Flags": _numbers(subset.flags),
        "FontBBox": array([_numbers(edge) for edge in subset.box]),
        "ItalicAngle": _numbers(subset.italic_angle),
        "Ascent": _numbers(subset.ascent),
        "Descent": _numbers(subset.descent),
        "CapHeight": _numbers(subset.cap_height),
        "StemV": _numbers(subset.stem),
    }
    descendant = {
        "Type": name("Font"),
        "Subtype": name("CIDFontType2"),
        "BaseFont": name(subset.name),
        "CIDSystemInfo": _SYSTEM,
        "W": b"[1 [" + _numbers(*subset.widths) + b"]]",
    }
    font = {
        "Type": name("Font"),
        "Subtype": name("Type0"),
        "BaseFont": name(subset.name),
        "Encoding": name("Identity-H"),
    }
    return descriptor, descendant, font


def _numbers(*values: float) -> bytes:
    written: str = fp_str(*values)
    return written.encode("ascii")


_in_use: Counter[str] = Counter()
_lock = Lock()


@contextmanager
def registered(fonts: Collection[CompositeFont]) -> Iterator[None]:
    """Let ReportLab find fonts by their names for as long as a document is drawn.

    Its registry belongs to the process. A name says which face and which characters it is of, so
    documents that are drawn at one time may share an entry, and no other font can stand there;
    what no document uses any longer is taken out again.
    """
    registry = pdfmetrics._fonts  # type: ignore[attr-defined] # noqa: SLF001 - see `TTFont.unregister`
    with _lock:
        for font in fonts:
            registry[font.fontName] = font
            _in_use[font.fontName] += 1
    try:
        yield
    finally:
        with _lock:
            for font in fonts:
                _in_use[font.fontName] -= 1
                if not _in_use[font.fontName]:
                    del _in_use[font.fontName], registry[font.fontName]


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
