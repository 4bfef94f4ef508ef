"""What a Word template gives a brief, looked at alone: styles, fonts, room, and what it lacks."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefgen.types.finding import Finding

Widths = Literal["own", "same", "fitted", "other"]
"""How the letters run that the PDF prints: those of the font itself, of a metric twin, of another
face set to run as wide, or of one whose lines break elsewhere."""


class StyleReport(Struct, frozen=True):
    """What dresses one role. `style` is what the template calls it, where that is another name.

    `made_from` is the style that it is made from where the template has none for the role, and
    `adjusted` why a brief is not printed in the template's own as it is. `shown` says family, size
    in points, weight and colour.
    """

    role: str
    style: str
    made_from: str
    adjusted: str
    shown: str


class FontReport(Struct, frozen=True):
    """A font that styles, header or footer name, and the family that prints it in the PDF."""

    family: str
    printed: str
    widths: Widths
    roles: tuple[str, ...]


class RoomReport(Struct, frozen=True):
    """The main column of the first page of a length: lines of body text, characters of a line.

    Title and bottom line take some of them. `pages` is None where a length has no count. `page` is
    that on which a brief begins, behind what the template's own words take.
    """

    length: str
    pages: int | None
    lines: int
    characters: int
    side_column: bool
    page: int = 1


class TemplateReport(Struct, frozen=True):
    """A Word template looked at alone. Where it has an error, only its `findings` are known.

    `paper` is its width and height in millimetres, and `margins_mm` those at top, right, bottom and
    left.
    """

    file: str
    findings: tuple[Finding, ...]
    paper_mm: tuple[float, float] | None = None
    margins_mm: tuple[float, float, float, float] | None = None
    styles: tuple[StyleReport, ...] = ()
    fonts: tuple[FontReport, ...] = ()
    room: tuple[RoomReport, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps a brief from being built."""
        return tuple(one for one in self.findings if one.severity == "error")
