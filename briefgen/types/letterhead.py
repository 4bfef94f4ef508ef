"""A house's own text around a brief: headers and footers, and what its template's body holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from briefgen.types.look import TextStyle
from briefgen.types.picture import Picture

PAGE, PAGES = "\x1d", "\x1e"
"""Stand for the number of a page, and of all pages. No text can hold them."""

Kind = Literal["first", "even", "default"]


@dataclass(frozen=True, slots=True)
class OwnText:
    """Words in one style. They may hold `PAGE`, `PAGES` and `LOGO`."""

    text: str
    style: TextStyle


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """A picture that stands in a line."""

    picture: Picture
    width_pt: float
    height_pt: float


@dataclass(frozen=True, slots=True)
class Tab:
    """Leads to the next tab stop."""


OwnInline = OwnText | OwnPicture | Tab


@dataclass(frozen=True, slots=True)
class TabStop:
    """A place in a line, from the left of the text, and how what stands there is aligned."""

    at_pt: float
    align: Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class OwnParagraph:
    """A paragraph. One with tabs or pictures is a single line."""

    style: TextStyle
    parts: tuple[OwnInline, ...]
    stops: tuple[TabStop, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnCell:
    """A cell of a layout table: where its text stands, from the left of the page's text."""

    left_pt: float
    right_pt: float
    paragraphs: tuple[OwnParagraph, ...]
    align: Literal["top", "center", "bottom"] = "top"
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of a layout table, and its least height. One of `whole` width follows the page's."""

    cells: tuple[OwnCell, ...]
    least_pt: float
    whole: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where something floating stands, in one direction: so far from an edge, or aligned."""

    origin: Literal["page", "margin", "paragraph"]
    offset_pt: float
    align: Literal["start", "center", "end"] | None = None


@dataclass(frozen=True, slots=True)
class OwnBox:
    """A text box: its size, and where its text stands in it."""

    width_pt: float
    height_pt: float
    top_pt: float
    text: OwnCell


@dataclass(frozen=True, slots=True)
class Floating:
    """A picture or text box that stands beside the text of its part."""

    shown: OwnPicture | OwnBox
    across: Anchor
    down: Anchor


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What a header, a footer or a stretch of the body holds, from top to bottom."""

    blocks: tuple[OwnParagraph | OwnRow, ...] = ()
    floating: tuple[Floating, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """All of it, its fields filled or not. `width_pt` is that of the template's own text.

    `above` and `below` are what the body holds around the places of the brief.
    """

    width_pt: float
    headers: dict[Kind, OwnPart] = field(hash=False)
    footers: dict[Kind, OwnPart] = field(hash=False)
    above: OwnPart
    below: OwnPart
    first_differs: bool
    even_differs: bool

    def on_page(self, page: int, *, header: bool) -> OwnPart:
        """Return the header or footer of a page, counted from 1."""
        kind: Kind = "default"
        if page == 1 and self.first_differs:
            kind = "first"
        elif page % 2 == 0 and self.even_differs:
            kind = "even"
        return (self.headers if header else self.footers).get(kind, OwnPart())

    @property
    def families(self) -> frozenset[str]:
        """The fonts that it names."""
        parts = (*self.headers.values(), *self.footers.values(), self.above, self.below)
        return frozenset(style.family for part in parts for style in _styles(part))


def _styles(part: OwnPart) -> Iterator[TextStyle]:
    for block in part.blocks:
        cells = [cell.paragraphs for cell in block.cells] if isinstance(block, OwnRow) else []
        for paragraph in [block] if isinstance(block, OwnParagraph) else sum(cells, ()):
            yield from _styles_in(paragraph)
    for one in part.floating:
        for paragraph in one.shown.text.paragraphs if isinstance(one.shown, OwnBox) else ():
            yield from _styles_in(paragraph)


def _styles_in(paragraph: OwnParagraph) -> Iterator[TextStyle]:
    yield paragraph.style
    yield from (one.style for one in paragraph.parts if isinstance(one, OwnText))
