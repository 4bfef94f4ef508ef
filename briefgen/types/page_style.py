"""The theme: typography and page as flat data in points, resolved once from a Word template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefgen.types.list_mark import ListMark
from briefgen.types.role import Role


class Border(Struct, frozen=True):
    """A rule at one side of a paragraph: its width, colour and distance from the text.

    A `double` one is two lines with a gap as wide as each, all within the width.
    """

    width_pt: float
    colour: str
    distance_pt: float
    double: bool = False


NOTED_LEAST_PT = 9.5
"""In smaller text, as in tables, superior figures are as large as in text of this size: word
processors set them at little more than half of it, and 5.5 points are the least that is read."""


class TextStyle(Struct, frozen=True):
    """How the paragraphs of one role are set. Colours are `#rrggbb`.

    `leading_pt` is exact; where the template asks for automatic spacing, it is computed from the
    face: `lines` times the face's own height (0 where it is exact), and `least_pt` at least.
    `first_line_pt` is negative for a hanging indent. The space between two paragraphs is the larger
    of the one's `space_after_pt` and the other's `space_before_pt`; none, where
    `contextual_spacing` holds between two of one role. `mark_colour` is that of the bullets or
    numbers of the style's list, where it is not the text's own, and `mark` what they are.
    """

    role: Role
    family: str
    size_pt: float
    leading_pt: float
    colour: str
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    underlined: bool = False
    tracking_pt: float = 0.0
    align: Literal["left", "right", "center", "justify"] = "left"
    space_before_pt: float = 0.0
    space_after_pt: float = 0.0
    contextual_spacing: bool = False
    indent_left_pt: float = 0.0
    indent_right_pt: float = 0.0
    first_line_pt: float = 0.0
    keep_with_next: bool = False
    keep_lines: bool = False
    shading: str | None = None
    border_top: Border | None = None
    border_right: Border | None = None
    border_bottom: Border | None = None
    border_left: Border | None = None
    lines: float = 0.0
    least_pt: float = 0.0
    mark_colour: str | None = None
    mark: ListMark | None = None


PAPERS_PT = {"A4": (595.3, 841.9), "Letter": (612.0, 792.0)}
"""Width and height of papers, upright, in whole twips as Word writes them."""


class PageStyle(Struct, frozen=True):
    """Page and styles of a Word template, resolved through basedOn, defaults and theme.

    `accent` is the theme's first accent colour; `link` the colour of the Hyperlink style, `strong`
    and `emphasis` those of the styles Strong and Emphasis, where they have one of their own.
    `above_pt` and `below_pt` are what the template's own text in the body takes of the first page
    above a brief, and of the last one below it.
    """

    name: str
    page_width_pt: float
    page_height_pt: float
    margin_top_pt: float
    margin_right_pt: float
    margin_bottom_pt: float
    margin_left_pt: float
    header_distance_pt: float
    footer_distance_pt: float
    accent: str
    link: str
    styles: Mapping[Role, TextStyle]
    above_pt: float = 0.0
    below_pt: float = 0.0
    strong: str | None = None
    emphasis: str | None = None

    @property
    def text_area_pt(self) -> tuple[float, float]:
        """Width and height between the margins: the room that a picture can take at most."""
        return (
            self.page_width_pt - self.margin_left_pt - self.margin_right_pt,
            self.page_height_pt - self.margin_top_pt - self.margin_bottom_pt,
        )

    def on(self, paper: str) -> PageStyle:
        """Return the theme on a paper of `PAPERS_PT`, upright or lying as the template's lies."""
        short, long = PAPERS_PT[paper]
        lies = self.page_width_pt > self.page_height_pt
        width, height = (long, short) if lies else (short, long)
        return replace(self, page_width_pt=width, page_height_pt=height)
