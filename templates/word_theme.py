"""What a built-in theme is made of: page, colours, fonts and styles. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass, replace

INK, GREY, TINT, ACCENT, SECOND = "text1", "text2", "background2", "accent1", "accent2"
HAIRLINE, PAPER, LINK = "accent6", "background1", "hyperlink"
"""Colours as styles name them. The second one is for what is set apart."""

_OWN_NAMES = {INK: "dk1", GREY: "dk2", PAPER: "lt1", TINT: "lt2", LINK: "hlink"}
"""Colours of the theme whose own name is another one."""

BODY, BULLET_LIST, NUMBER_LIST, SOURCE_LIST, EVENT_LIST = "Body Text", 1, 2, 3, 4
BULLET_LIST_2, NUMBER_LIST_2, IN_BRIEF_LIST = 5, 6, 7
ACTION_LIST, BELOW_ACTION_LIST = 8, 9

A4_WIDTH, A4_HEIGHT = 595.3, 841.9


@dataclass(frozen=True)
class Rule:
    """A rule at one side of a paragraph, `space` points from the text. Of no width: none at all."""

    side: str
    width: float
    colour: str = INK
    space: float = 0


@dataclass(frozen=True)
class Style:
    """A paragraph style. What is None comes from the style it is based on.

    Where spacing is `automatic`, a line is as high as what stands in it: exact spacing would cut
    pictures off.
    """

    name: str
    size: float | None = None
    leading: float | None = None
    before: float | None = None
    after: float | None = None
    based_on: str | None = "Normal"
    following: str | None = None
    colour: str | None = None
    bold: bool | None = None
    italic: bool = False
    caps: bool | None = None
    tracking: float | None = None
    display: bool | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    rules: tuple[Rule, ...] = ()
    fill: str | None = None
    right_tab: bool = False
    automatic: bool = False
    list_number: int | None = None
    custom: bool = True


def built_in(name: str, *measures: float, **rest: object) -> Style:
    """Return a style that Word knows by name."""
    return replace(Style(name, *measures, **rest), custom=False)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Margins:
    """White space around the text of an A4 page, and how far header and footer stand from the edge.

    Left and right are alike.
    """

    side: float
    top: float
    bottom: float
    header: float
    footer: float


@dataclass(frozen=True)
class Line:
    """A line of a header or footer in a style, with one end or with two. It may hold fields."""

    style: str
    left: str
    right: str = ""


@dataclass(frozen=True)
class BandCell:
    """A cell of a masthead: its share of the width, its lines (style, text), how they are set.

    It may have a ground of its own, as a name that stands in a block.
    """

    share: float
    lines: tuple[tuple[str, str], ...]
    align: str | None = None
    ground: str | None = None

    def scaled(self, share: float) -> BandCell:
        """Return the cell in a share of its room."""
        return replace(self, share=self.share * share)


@dataclass(frozen=True)
class BandRow:
    """A row of a masthead, at least so high, on a `ground` if it has one.

    Where a logo stands in the first row, the cells `beside_logo` share what it leaves. A further
    row may be there only if a condition holds. `inset_above` is white space above and below its
    lines, where they are more than its height holds.
    """

    height: float
    cells: tuple[BandCell, ...]
    beside_logo: tuple[BandCell, ...] = ()
    ground: str | None = None
    align_at: str = "center"
    only_if: str = ""
    inset_above: float = 0


@dataclass(frozen=True)
class Bar:
    """A bar over the whole width: a row, which is as thick in every program, unlike a rule."""

    height: float
    colour: str = ACCENT


@dataclass(frozen=True)
class Masthead:
    """The head of a page, one object: rows of a band, between bars if it has any."""

    rows: tuple[BandRow, ...]
    bar: Bar | None = None
    closing: Bar | None = None


@dataclass(frozen=True)
class PageStyle:
    """A built-in theme. `styles` holds every style role; the first one is Word's default.

    `masthead` and `first_footer` are header and footer of the first page, `header` and `footer`
    those of all others. `marks` is the colour of bullets and numbers, `dates`
    that of dates of a time line, which are bold where there is none.
    """

    name: str
    margins: Margins
    colours: dict[str, str]
    display_font: str
    text_font: str
    styles: tuple[Style, ...]
    masthead: Masthead
    header: Masthead
    footer: tuple[Line, ...]
    first_footer: tuple[Line, ...]
    marks: str = SECOND
    dates: str = ""

    @property
    def text_width(self) -> float:
        """Width of the text area."""
        return A4_WIDTH - 2 * self.margins.side

    def colour(self, name: str) -> str:
        """Return the value of a colour, for readers without a theme."""
        return self.colours[_OWN_NAMES.get(name, name)]

    def style(self, name: str) -> Style:
        """Return the style of a name."""
        return next(style for style in self.styles if style.name == name)


def palette(
    run_style: str, grey: str, tint: str, accent: str, second: str, tints: tuple[str, str]
) -> dict[str, str]:
    """Return the colours of a theme: an accent with its tints, a second one, and greys.

    Whatever a user picks in Word stays in the family.
    """
    return {
        "dk1": run_style,
        "lt1": "FFFFFF",
        "dk2": grey,
        "lt2": tint,
        "accent1": accent,
        "accent2": second,
        "accent3": tints[0],
        "accent4": tints[1],
        "accent5": "8A9199",
        "accent6": "C9CED3",
        "hlink": accent,
        "folHlink": grey,
    }
