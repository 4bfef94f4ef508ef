"""The theme: typography and page as flat data in points, resolved once from a Word template."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefgen.types.role import Role

LEVELS = 9
"""Levels of a list (ISO/IEC 29500-1, 17.9.6)."""

WIDEST = 8
"""A number as wide as any that a brief comes to at one level."""

_LETTERS = 26
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class MarkLetters(Struct, frozen=True):
    """What a level of a list says of the letters of its numbers; None where it says nothing."""

    size_pt: float | None = None
    bold: bool | None = None
    italic: bool | None = None


class ListMark(Struct, frozen=True):
    """A level of a list: what it prints of the numbers of this and the upper levels.

    `pattern` has `%1` for the number of the first level and so on, `formats` and `starts` are those
    of the levels down to this one, by Word's names. Paragraphs of one `numbered_list` count
    together. `suffix` stands between mark and text; a tab leads to `tab_pt`, to the hanging indent
    or to a default stop. `letters` is what it says of its own letters, where they are not as the
    paragraph's.
    """

    numbered_list: str
    level: int
    pattern: str
    formats: tuple[str, ...]
    starts: tuple[int, ...]
    suffix: Literal["tab", "space", "nothing"] = "tab"
    tab_pt: float | None = None
    align: Literal["left", "center", "right"] = "left"
    letters: MarkLetters = MarkLetters()

    @property
    def is_bullet(self) -> bool:
        """Whether the mark is the same before each paragraph."""
        return self.formats[self.level] == "bullet"

    def label(self, counts: Sequence[int]) -> str:
        """Return the mark, given the numbers of the levels."""
        if self.is_bullet:
            return self.pattern
        text = self.pattern
        for level in range(self.level + 1):
            number = counts[level] if level < len(counts) else 0
            shown = written(number or self.starts[level], self.formats[level])
            text = text.replace(f"%{level + 1}", shown)
        return text

    @property
    def widest(self) -> str:
        """A mark that is as wide as any that a brief prints."""
        return self.label([WIDEST] * LEVELS)


class ListCounter:
    """Counts the paragraphs of lists, in the order in which Word does: that of the document."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}

    def label(self, mark: ListMark) -> str:
        """Return the mark of the next paragraph."""
        counts = self._counts.setdefault(mark.numbered_list, [0] * LEVELS)
        level = mark.level
        counts[level] = counts[level] + 1 if counts[level] else mark.starts[level]
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return mark.label(counts)


def written(number: int, form: str) -> str:
    """Return a number as Word writes it (17.18.59); in digits where a format is not known."""
    if form == "none":
        return ""
    if form in ("upperLetter", "lowerLetter"):
        shown = letters(number)
    elif form in ("upperRoman", "lowerRoman"):
        shown = roman(number)
    elif form == "decimalZero":
        return f"{number:02d}"
    else:
        return str(number)
    return shown.upper() if form.startswith("upper") else shown


def letters(number: int) -> str:
    """Return the letter of a number, doubled after the last one, as Word counts: z, aa, bb."""
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


def roman(number: int) -> str:
    """Return a number in Roman numerals, in small letters."""
    shown = ""
    for value, letter in _ROMAN:
        shown += letter * (number // value)
        number %= value
    return shown


class Border(Struct, frozen=True):
    """A rule at one side of a paragraph: its width, colour and distance from the text.

    `lines_pt` are the widths of the lines that it has and of the gaps between them, from the text
    outwards, all within the width; none for one line. `dashes_pt` are lengths of line and gap.
    """

    width_pt: float
    colour: str
    distance_pt: float
    lines_pt: tuple[float, ...] = ()
    dashes_pt: tuple[float, ...] = ()


NOTE_RISE = 0.34
"""How far superior figures are raised, as a share of the size of the text around them."""

SCRIPT_SIZE = 0.65
"""Size of sub- and superscripts, as a share of the text around them."""

SCRIPT_LEAST_PT = 5.5
"""No sub- or superscript is smaller: it could not be read."""

SUBSCRIPT_DROP = 0.14
"""How far subscripts are lowered, as a share of the size of the text around them."""

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
    `highlight` is the colour behind the words alone, and `rise_pt` how far these stand above the
    line, in a template's own text.
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
    highlight: str | None = None
    rise_pt: float = 0.0


PAPERS_PT = {"A4": (595.3, 841.9), "Letter": (612.0, 792.0)}
"""Width and height of papers, upright, in whole twips as Word writes them."""


EVENT_DATE = "Event Date"
"""The character style of dates of a time line, where a template has one."""


class PageStyle(Struct, frozen=True):
    """Page and styles of a Word template, resolved through basedOn, defaults and theme.

    `accent` is the first accent colour of a theme that somebody chose, or the colour of headings;
    `link` is that of the Hyperlink style, `strong` and `emphasis` those of the styles Strong and
    Emphasis, where they have one of their own, and `event_date` that of the style Event Date: dates
    of a time line are in it instead of bold.
    `above_pt` and `below_pt` are what the template's own text in the body takes of the first page
    above a brief, and of the last one below it. `lists_events` says that events down a column are
    a list in the PDF, as they are in Word, and not drawn along an axis. `page_colour` is the ground
    of each page, None where it is that of the paper. `reserve_pt` is what gaps that grow to fill a
    page leave free of it: Word, which is given the same gaps, may need it.
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
    event_date: str | None = None
    lists_events: bool = False
    page_colour: str | None = None
    reserve_pt: float = 0.0

    @property
    def text_area_pt(self) -> tuple[float, float]:
        """Width and height between the margins: the room that a picture can take at most."""
        return (
            self.page_width_pt - self.margin_left_pt - self.margin_right_pt,
            self.page_height_pt - self.margin_top_pt - self.margin_bottom_pt,
        )

    def on(self, paper: str) -> "PageStyle":
        """Return the theme on a paper of `PAPERS_PT`, upright or lying as the template's lies."""
        short, long = PAPERS_PT[paper]
        lies = self.page_width_pt > self.page_height_pt
        width, height = (long, short) if lies else (short, long)
        return replace(self, page_width_pt=width, page_height_pt=height)


class Closeness(IntEnum):
    """How close and small a template is set for a brief to fit: each step with those before it."""

    OWN = 0
    LINES = 1
    HEADINGS = 2
    TEXT = 3
