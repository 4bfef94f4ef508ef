"""The font that a run names where the PDF prints it in another face than its style's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from msgspec import Struct, field

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W
from briefgen.ooxml.package import parse
from briefgen.ooxml.writing import written
from briefgen.types.font import FontLibrary
from briefgen.types.page_style import TextStyle
from briefgen.types.prose import Run

NAMES = {"Carlito": "Calibri", "Caladea": "Cambria"}
"""Families as Word has them. LibreOffice has all of them, under either name."""

ALTERNATIVES = {
    "DejaVu Sans": "Segoe UI Symbol",
    "DejaVu Serif": "Cambria",
    "Noto Sans": "Segoe UI",
}
"""What Word takes where it has no such font (ISO/IEC 29500-1, 17.8.3.1)."""


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

    def declare(self, document: Document) -> None:
        """Say in the table of fonts what may stand for those that are named."""
        named = sorted(self.used & ALTERNATIVES.keys())
        if not named:
            return
        part = _font_table(document)
        table = parse(part.blob)
        held = {font.get(W + "name") for font in table}
        table.extend(_entry(name) for name in named if name not in held)
        part._blob = written(table)  # noqa: SLF001 - python-docx has no setter


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
