"""Fonts of a Word file that word processors may lack, and what stands in their place.

A run names the font that the PDF prints it in where that is another than its style's. What stands
in for a family that is not at hand goes along under that family's name (ISO/IEC 29500-1, 17.8.1),
so that a program without it takes the same as the PDF, and not one that runs wider.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from msgspec import Struct, field

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, R, W
from briefgen.ooxml.package import parse
from briefgen.ooxml.writing import written
from briefgen.render.docx.parts import headers_footers_of
from briefgen.render.docx.reduced_font import reduced_font
from briefgen.types.font import FontLibrary
from briefgen.types.page_style import PageStyle, TextStyle
from briefgen.types.prose import Run

NAMES = {"Carlito": "Calibri", "Caladea": "Cambria"}
"""Families as Word has them. LibreOffice has all of them, under either name."""

ALTERNATIVES = {
    "DejaVu Sans": "Segoe UI Symbol",
    "DejaVu Serif": "Cambria",
    "Noto Sans": "Segoe UI",
}
"""What Word takes where it has no such font (ISO/IEC 29500-1, 17.8.3.1)."""


_UNKNOWN_TWINS = frozenset({"arial unicode ms", "cambria math"})
"""Families of which LibreOffice does not know that another has their widths."""


_KNOWN_TWINS = frozenset({"arial narrow"})
"""Families of which LibreOffice has a twin and Word the font, though no twin comes along."""


class WordFaces(Struct, frozen=True):
    """Splits runs where another face prints a character, so that word processors take that, too.

    What no face prints names none: a word processor finds a font of its own. `used` are the
    families that are named. It lives for one document.
    """

    fonts: FontLibrary | None
    used: set[str] = field(default_factory=set)

    def parts(self, run: Run, style: TextStyle) -> Iterator[tuple[Run, str | None]]:
        """Yield parts of a run, each with the family to name, if it is another than the style's."""
        bold, italic = style.bold or run.bold, style.italic != run.italic
        plain = self.fonts is None or run.text.isascii()
        own = None if plain else self.fonts and self.fonts.nearest_face(style.family, bold, italic)
        if not own:
            yield run, None
            return
        for text, face in own.stretches(run.text):
            name = None
            if face is not None and face is not own:
                name = NAMES.get(face.family, face.family)
                self.used.add(name)
            yield run._replace(text=text), name

    def declare(self, document: Document, page_style: PageStyle) -> None:
        """Say in the table of fonts what may stand for those that are named, and enclose it.

        Families with names of other scripts are for characters that no stand-in has.
        """
        named = sorted(self.used & ALTERNATIVES.keys())
        fonts = self.fonts
        lacking = fonts.guessed | (fonts.substitutes.keys() & _UNKNOWN_TWINS) if fonts else set()
        guessed = sorted(filter(str.isascii, lacking - _KNOWN_TWINS))
        if not named and not guessed:
            return
        part = _font_table(document)
        table = parse(part.blob)
        names = {font.get(W + "name") for font in table}
        table.extend(_entry(name) for name in named if name not in names)
        for family in guessed:
            self._enclose(family, part, table, document, page_style)
        part._blob = written(table)  # noqa: SLF001 - python-docx has no setter

    def _enclose(
        self, family: str, table_part: Part, table: Element, document: Document, look: PageStyle
    ) -> None:
        """Enclose what stands in for a family that is not at hand, unless the template has it."""
        assert self.fonts is not None
        entry = next((one for one in table if (one.get(W + "name") or "").lower() == family), None)
        if entry is None:
            names = {one.family.lower(): one.family for one in look.styles.values()}
            if family not in names:
                return
            table.append(entry := w("font", name=names[family]))
        if any(str(one.tag).startswith(f"{W}embed") for one in entry):
            return
        for kind, bold in _KINDS.items():
            face = self.fonts.face(family, bold, italic=False)
            if face is None:
                continue
            key = sha256(f"{family} {kind}".encode()).hexdigest()[:32].upper()
            widths = face.advances if face.fitted else None
            font = reduced_font(face.data, _characters(document), widths)
            number = 1 + sum(1 for one in table.iter() if str(one.tag).startswith(f"{W}embed"))
            part = Part(
                PackURI(f"/word/fonts/font{number}.odttf"),
                _OBFUSCATED,
                _obfuscated(font, key),
                document.part.package,
            )
            relation = table_part.relate_to(part, RELATIONSHIP_TYPE.FONT)
            element = w(kind, fontKey=_braced(key))
            element.set(R + "id", relation)
            entry.append(element)


_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_KINDS = {"embedRegular": False, "embedBold": True}
"""Faces that go along, and which is bold. An upright one is slanted by any word processor, while
LibreOffice 7.4, converting several files in a run, takes an enclosed italic for upright text."""


def _characters(document: Document) -> set[int]:
    roots = [document.element, *(root for _, root in headers_footers_of(document))]
    return {ord(one) for root in roots for text in root.iter(W + "t") for one in text.text or ""}


def _braced(key: str) -> str:
    ends = (8, 12, 16, 20, 32)
    return "{" + "-".join(key[a:b] for a, b in zip((0, *ends), ends, strict=False)) + "}"


def _obfuscated(font: bytes, key: str) -> bytes:
    """Return a font with its first 32 bytes crossed by a key (ISO/IEC 29500-4, 9.5)."""
    mask = bytes.fromhex(key)[::-1] * 2
    return bytes(a ^ b for a, b in zip(font, mask, strict=False)) + font[len(mask) :]


def _entry(name: str) -> Element:
    return w("font", w("altName", val=ALTERNATIVES[name]), name=name)


def _font_table(document: Document) -> Part:
    for relationship in document.part.rels.values():
        if relationship.reltype == RELATIONSHIP_TYPE.FONT_TABLE and not relationship.is_external:
            return cast(Part, relationship.target_part)
    part = Part(
        PackURI("/word/fontTable.xml"),
        CONTENT_TYPE.WML_FONT_TABLE,
        written(w("fonts")),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)
    return part
