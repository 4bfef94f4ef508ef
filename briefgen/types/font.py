"""Font faces as the layout knows them: advance widths, no outlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from briefgen.types.characters import INVISIBLE

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
