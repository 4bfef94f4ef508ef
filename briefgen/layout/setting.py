"""What every block is set with: the styles of a theme and the faces that print them.

The page divided: margins, text area, main and side column.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from briefgen.cache import kept
from briefgen.types.finding import Bug
from briefgen.types.font import Face, FontLibrary
from briefgen.types.page import Master
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


class ColumnGeometry(Struct, frozen=True):
    """Page and text area, in mpt, before masthead and footer take their room."""

    width_mpt: int
    height_mpt: int
    left_mpt: int
    right_mpt: int
    top_mpt: int
    bottom_mpt: int
    side_mpt: int
    gap_mpt: int
    side_at_left: bool
    columns: int
    column_gap_mpt: int
    header_mpt: int
    footer_mpt: int
    wide_tables: bool = False
    column_rule: bool = False

    @property
    def over_side(self) -> bool:
        """Whether exhibits go over the side column."""
        return self.wide_tables and self.side_mpt > 0

    @property
    def wide_mpt(self) -> int | None:
        """Width of what goes over all columns, or over the side column; None where nothing may."""
        return self.text_mpt if self.columns > 1 or self.over_side else None

    @property
    def text_mpt(self) -> int:
        """Width of the whole text area."""
        return self.right_mpt - self.left_mpt

    @property
    def main_mpt(self) -> int:
        """Width of the main column, or of each of them."""
        room = self.text_mpt - self.side_mpt - self.gap_mpt
        return (room - (self.columns - 1) * self.column_gap_mpt) // self.columns

    def width_of_mpt(self, frame: str) -> int:
        """Return the width of a frame: head and foot run over the whole text area."""
        return {"main": self.main_mpt, "side": self.side_mpt}.get(frame, self.text_mpt)

    @property
    def main_left_mpt(self) -> int:
        """Left edge of the main column, or of the first of them."""
        return self.left_mpt + (self.side_mpt + self.gap_mpt if self.side_at_left else 0)

    @property
    def side_left_mpt(self) -> int:
        """Left edge of the side column."""
        return self.left_mpt if self.side_at_left else self.right_mpt - self.side_mpt


def divide(page_style: PageStyle, master: Master) -> ColumnGeometry:
    """Return the geometry of a page: the Word template's margins, the master's where it has any."""

    def margin(own: float | None, inherited: float) -> int:
        return mpt(inherited if own is None else own)

    side, columns = master.side, master.columns
    width, height = mpt(page_style.page_width_pt), mpt(page_style.page_height_pt)
    return ColumnGeometry(
        width_mpt=width,
        height_mpt=height,
        left_mpt=margin(master.margin_left_pt, page_style.margin_left_pt),
        right_mpt=width - margin(master.margin_right_pt, page_style.margin_right_pt),
        top_mpt=margin(master.margin_top_pt, page_style.margin_top_pt),
        bottom_mpt=height - margin(master.margin_bottom_pt, page_style.margin_bottom_pt),
        side_mpt=mpt(side.width_pt) if side else 0,
        gap_mpt=mpt(side.gap_pt) if side else 0,
        side_at_left=side is not None and side.at == "left",
        columns=columns.count if columns else 1,
        column_gap_mpt=mpt(columns.gap_pt) if columns else 0,
        header_mpt=mpt(page_style.header_distance_pt),
        footer_mpt=mpt(page_style.footer_distance_pt),
        wide_tables=master.wide_tables,
        column_rule=columns is not None and columns.rule,
    )
