"""What every block is set with: the styles of a theme and the faces that print them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from briefgen.cache import kept
from briefgen.types.finding import Bug
from briefgen.types.font import Face, FontLibrary
from briefgen.types.page_style import PageStyle, TextStyle
from briefgen.types.prose import Run
from briefgen.types.role import Role

NOTE_SIZE, WORD_NOTE_SIZE = 0.62, 0.58
"""Size of superior figures: on our own pages, and as LibreOffice sets them."""


def mpt(points: float) -> int:
    """Return points as whole thousandths of a point."""
    return round(points * 1000)


class Setting(Struct, frozen=True, eq=False):
    """A theme with the fonts at hand for it, and the language in which words are divided.

    `note_size` is the size of superior figures, as a share of that of the text around them.
    """

    page_style: PageStyle
    fonts: FontLibrary
    language: str = ""
    note_size: float = NOTE_SIZE

    def style(self, role: Role) -> TextStyle:
        """Return the style of a role."""
        return self.page_style.styles[role]

    def face(self, style: TextStyle, run: Run = Run("")) -> Face:
        """Return the face of a run: its own boldness and slant, or the style's."""
        bold, italic = style.bold or run.bold, style.italic != run.italic
        return _nearest_face(self.fonts, style.family, bold, italic)


@kept(256)
def _nearest_face(fonts: FontLibrary, family: str, bold: bool, italic: bool) -> Face:
    """Return the face asked for, or its family's nearest one."""
    if face := fonts.nearest_face(family, bold, italic):
        return face
    raise Bug(f'no face of "{family}" was read')


SMALL_CAPS_SIZE = 0.8
"""Size of a small capital, as a share of the text around it: LibreOffice's, and Word's at most."""


def cased(text: str, style: TextStyle) -> Iterator[tuple[str, float]]:
    """Yield what is printed of a text, and how large, as a share of the style's size."""
    if style.caps or not style.small_caps:
        yield (text.upper() if style.caps else text), 1.0
        return
    for small, letters in groupby(text, _is_small):
        words = "".join(letters)
        yield (words.upper(), SMALL_CAPS_SIZE) if small else (words, 1.0)


def _is_small(character: str) -> bool:
    return character.upper() != character
