"""Font faces as the layout knows them: advance widths, no outlines; and a theme upon its fonts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from briefgen.types.characters import INVISIBLE
from briefgen.types.header_footer import (
    Break,
    Conditional,
    DrawnGroup,
    Floating,
    HeaderFooter,
    HeaderFooterCell,
    HeaderFooterContent,
    HeaderFooterInline,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterPicture,
    HeaderFooterRow,
    HeaderFooterTable,
    HeaderFooterText,
    Lettering,
    Loop,
    Member,
    Shape,
    Tab,
)
from briefgen.types.page_style import PageStyle, TextStyle

UNKNOWN_ADVANCE = 1000.0
"""Width of a character that no face has: no word processor's fallback font is likely wider."""

_WITHOUT_WIDTH = dict.fromkeys(sorted(INVISIBLE), 0.0)


class Widths(dict[int, float]):
    """Advance widths of a face by code point, in thousandths of the size.

    That of a character that it lacks is that of its fallback, looked up when first asked for.
    """

    __slots__ = ("_fallbacks",)

    def __init__(self, own: Mapping[int, float], fallbacks: Callable[[], Iterable[Face]]) -> None:
        super().__init__(own)
        self.update(_WITHOUT_WIDTH)
        self._fallbacks = fallbacks

    def __missing__(self, code: int) -> float:
        advances = (face.advances.get(code) for face in self._fallbacks())
        width = next((one for one in advances if one is not None), UNKNOWN_ADVANCE)
        self[code] = width
        return width


def _no_fallbacks() -> tuple[Face, ...]:
    return ()


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face of a family. Widths and heights are thousandths of the size.

    `advances` maps code points to widths; a code point that is missing has no glyph. `line_height`
    is that of a line whose spacing is automatic. `data` is the file as it was read, so that what is
    measured is what is drawn, whatever becomes of the file. `fallbacks` gives the faces that print
    what it lacks, in order of preference, and reads each when it comes to it. `widths` is what
    texts are measured by. One that is `fitted` has the glyphs of its file and the widths of the
    family that it stands in for: a stretch of text is drawn as wide as that one would be.
    """

    name: str
    family: str
    bold: bool
    italic: bool
    file: str
    data: bytes = field(repr=False)
    advances: Mapping[int, float]
    ascent: float
    descent: float
    line_height: float = 0.0
    fallbacks: Callable[[], Iterable[Face]] = _no_fallbacks
    fitted: bool = False
    widths: Mapping[int, float] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "widths", Widths(self.advances, self.fallbacks))

    def printing(self, code: int) -> Face | None:
        """Return the face that prints a character in this one's place: itself, where it can."""
        if code in self.advances or code in INVISIBLE:
            return self
        return next((face for face in self.fallbacks() if code in face.advances), None)

    def stretches(self, text: str) -> list[tuple[str, Face | None]]:
        """Split text where another face prints it; None stands for no face at all."""
        if text.isascii():
            return [(text, self)]
        found: list[tuple[str, Face | None]] = []
        for character in text:
            face = self.printing(ord(character))
            if found and found[-1][1] is face:
                found[-1] = found[-1][0] + character, face
            else:
                found.append((character, face))
        return found


class FontLibrary(Struct, frozen=True, eq=False):
    """The available faces, by family (in lower case), boldness and slant.

    `substitutes` maps a family that a Word template names to the family that stands in for it.
    `guessed` are the families, in lower case, that are not at hand, nor any of the same widths.
    `widest` are their faces as a word processor may have them that lacks them, too.
    """

    faces: Mapping[tuple[str, bool, bool], Face]
    substitutes: Mapping[str, str]
    guessed: frozenset[str] = frozenset()
    widest: Mapping[tuple[str, bool, bool], Face] = {}

    def charging(self) -> FontLibrary:
        """Return the faces by which room is measured: at their widest, where not at hand."""
        if not self.widest:
            return self
        others = {name: one for name, one in self.substitutes.items() if name not in self.guessed}
        return FontLibrary({**self.faces, **self.widest}, others, self.guessed)

    def face(self, family: str, bold: bool, italic: bool) -> Face | None:
        """Return the face, through a substitute where there is one, or None."""
        wanted = family.lower()
        wanted = self.substitutes.get(wanted, wanted).lower()
        return self.faces.get((wanted, bold, italic))

    def nearest_face(self, family: str, bold: bool, italic: bool) -> Face | None:
        """Return the face; a family that has not all four gives its nearest one."""
        nearest = ((bold, italic), (bold, False), (False, italic), (False, False))
        for wanted in (*nearest, (bold, True), (True, italic), (True, True), (False, True)):
            if face := self.face(family, *wanted):
                return face
        return None

    def prints(self, code: int) -> bool:
        """Whether a character prints, or rightly prints nothing, in whatever face it stands."""
        return all(face.printing(code) for face in self.faces.values())


def restyled(header_footer: HeaderFooter, change: Callable[[TextStyle], TextStyle]) -> HeaderFooter:
    """Return the same with every style changed."""

    def part(own: HeaderFooterPart) -> HeaderFooterPart:
        return HeaderFooterPart(tuple(_restyled(block, change) for block in own.blocks))

    return header_footer.of_parts(part, part)


Piece = HeaderFooterContent | HeaderFooterCell | HeaderFooterInline | Member
"""A block, or what one is made of."""

Restyled = TypeVar("Restyled", bound=Piece)


def _restyled(restyled_part: Restyled, change: Callable[[TextStyle], TextStyle]) -> Restyled:
    """Return a block, or what a block is made of, with every style changed."""
    one: Piece = restyled_part  # a type variable is not narrowed by a match
    changed: object = restyled_part
    match one:
        case HeaderFooterParagraph():
            parts = tuple(_restyled(part, change) for part in one.parts)
            changed = replace(one, style=change(one.style), parts=parts)
        case HeaderFooterText() | Lettering():
            changed = replace(one, style=change(one.style))
        case Floating() | Member():
            changed = replace(one, shown=_restyled(one.shown, change))
        case Shape():
            changed = replace(one, text=_restyled(one.text, change) if one.text else None)
        case DrawnGroup():
            changed = replace(one, members=tuple(_restyled(m, change) for m in one.members))
        case HeaderFooterPicture() | Tab() | Break():
            pass
        case HeaderFooterTable():
            changed = HeaderFooterTable(tuple(_restyled(row, change) for row in one.rows))
        case HeaderFooterRow():
            changed = replace(one, cells=tuple(_restyled(cell, change) for cell in one.cells))
        case HeaderFooterCell():
            paragraphs = tuple(_restyled(each, change) for each in one.paragraphs)
            changed = replace(one, paragraphs=paragraphs)
        case Loop():
            changed = replace(one, inner=tuple(_restyled(each, change) for each in one.inner))
        case Conditional():
            changed = replace(
                one,
                inner=tuple(_restyled(each, change) for each in one.inner),
                otherwise=tuple(_restyled(each, change) for each in one.otherwise),
            )
        case _:
            assert_never(one)
    return cast(Restyled, changed)


_TWIP = 0.05


def on_fonts(page_style: PageStyle, fonts: FontLibrary) -> PageStyle:
    """Return a theme whose automatic lines are as high as its fonts make them."""
    styles = {role: on_font(style, fonts) for role, style in page_style.styles.items()}
    return page_style if styles == page_style.styles else replace(page_style, styles=styles)


def on_font(style: TextStyle, fonts: FontLibrary) -> TextStyle:
    """Return one style so: see `on_fonts`."""
    face = fonts.face(style.family, style.bold, style.italic)
    face = face or fonts.face(style.family, False, False)
    if not style.lines or not face or not face.line_height:
        return style
    leading_pt = line_height_pt(face.line_height, style.size_pt, style.lines)
    return replace(style, leading_pt=round(max(leading_pt, style.least_pt), 3))


def line_height_pt(thousandths: float, size_pt: float, lines: float = 1) -> float:
    """Return the height of a line, or of so many, as LibreOffice reckons it.

    It rounds to twentieths of a point, and takes a spacing in whole hundredths of that, rounded
    down. What the last twentieth of a large size is, where it rounds ascent, descent and gap
    apart, no sum can say.
    """
    natural = math.floor(thousandths * size_pt / 1000 / _TWIP + 0.5 + 1e-6)
    return natural * round(lines * 100) // 100 * _TWIP
