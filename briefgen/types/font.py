"""Font faces as the layout knows them: advance widths, no outlines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face of a family. Widths and heights are thousandths of the size.

    `advances` maps code points to widths; a code point that is missing has no glyph. `line_height`
    is that of a line whose spacing is automatic. `data` is the file as it was read, so that what is
    measured is what is drawn, whatever becomes of the file.
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


@dataclass(frozen=True, slots=True)
class Fit:
    """How a family that stands in for another is set to run as wide: shares of the size.

    `line_height` is the other one's own, in thousandths of its size.
    """

    regular: float
    bold: float
    line_height: float


@dataclass(frozen=True, slots=True, eq=False)
class FontLibrary:
    """The faces at hand, by family (in lower case), boldness and slant.

    `substitutes` maps a family that a Word template names to the family that stands in for it, and
    `fits` to how that is set, where its widths are known and differ. `guessed` are the families, in
    lower case, for which one of other widths stands in.
    """

    faces: Mapping[tuple[str, bool, bool], Face]
    substitutes: Mapping[str, str]
    fits: Mapping[str, Fit] = field(default_factory=dict)
    guessed: frozenset[str] = frozenset()

    def face(self, family: str, bold: bool, italic: bool) -> Face | None:
        """Return the face, through a substitute where there is one, or None."""
        wanted = family.lower()
        wanted = self.substitutes.get(wanted, wanted).lower()
        return self.faces.get((wanted, bold, italic))
