"""Blocks: what a draft and a brief are made of, each knowing where it came from."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefgen.types.picture import Picture
from briefgen.types.plot import Plot
from briefgen.types.point import Form
from briefgen.types.prose import Prose
from briefgen.types.role import Role
from briefgen.types.table_kind import (
    MOST_COLUMNS,
    NARROW_PT,
    OPENING,
    STRIP_GAP_PT,
    VALUE_EM,
    TableKind,
    column_edges,
    most_ems,
    strip_columns,
)
from briefgen.types.time_bar import (
    LEAST_MOMENT_PT,
    LEAST_MOMENTS,
    LEAST_STRIP_PT,
    Moment,
    are_even,
    fits,
)


class Origin(Struct, frozen=True):
    """Where a block came from: section, point and form of the argument, line of the template."""

    section: str
    point: str | None = None
    form: Form | None = None
    template_line: int | None = None


class Heading(Struct, frozen=True):
    """A heading. Level 1 is the brief's title; sections are level 2, points level 3.

    `anchor` is what the table of contents leads to, where it lists the heading.
    """

    level: Literal[1, 2, 3]
    role: Role
    prose: Prose
    origin: Origin
    anchor: str | None = None


ItemKind = Literal["bullet", "number"]


class Paragraph(Struct, frozen=True):
    """A paragraph or, with `item`, an item of the list that its neighbours of one kind make.

    `anchor` is the id of the source whose entry this is: note marks lead to it. `note` is the id of
    the editor's note that it prints.

    Items of `level` 2 are within the item of level 1 above them. What `begins` is the first of a
    list of its own, whatever stands above, and a numbered one counts from `number`; what
    `continues` is a further paragraph of the item above; what `closes` is the last. The number of
    what counts `through` goes on from one list of the brief to the next; it is given once it is
    known what is printed. A `fixed` number is that of a recommendation in the argument, whatever
    is left out above it. A block quotation is of the role `QUOTE`, and what `begins` one is its
    first paragraph.
    """

    role: Role
    prose: Prose
    origin: Origin
    item: ItemKind | None = None
    anchor: str | None = None
    note: str | None = None
    level: Literal[1, 2] = 1
    begins: bool = False
    number: int = 1
    continues: bool = False
    keep_with_next: bool = False
    closes: bool = False
    through: bool = False
    fixed: bool = False


FIGURE_GAP_PT = 12
"""White space between key figures side by side."""


class KeyFigure(Struct, frozen=True):
    """A figure as it is shown large: the value, then noun, scope and date.

    A qualifier ("slightly over") is never lost: it is a sign at the value or words of the label. In
    a strip `when` is a line of its own.
    """

    fact: str
    value: str
    label: Prose
    when: str = ""


class KeyFigures(Struct, frozen=True):
    """Some figures of the argument, shown large. They are no trend and no comparison.

    A `strip` stands across the page: larger values under rules, dates on lines of their own. None
    of those that are `quiet` leads: one large figure is enough. `beside` it stands what it counts.
    """

    figures: tuple[KeyFigure, ...]
    origin: Origin
    strip: bool = False
    quiet: bool = False
    beside: bool = False

    def columns(self, width_pt: float, size_pt: float) -> int:
        """Return how many stand side by side: as many as keep each value on its line.

        Computed from characters, not from a font: Word and PDF must agree, and Word measures
        nothing. Rows are evened out, so that four figures stand in two rows of two, not three and
        one. Narrow columns hold one under another.
        """
        if self.strip and size_pt:
            return strip_columns([one.value for one in self.figures], width_pt, size_pt)
        if width_pt <= NARROW_PT or not self.figures:
            return 1
        widest = max(size_pt * VALUE_EM * len(figure.value) for figure in self.figures)
        most = int((width_pt + FIGURE_GAP_PT) // (widest + FIGURE_GAP_PT))
        most = max(1, min(MOST_COLUMNS, most, len(self.figures)))
        rows = -(-len(self.figures) // most)
        return -(-len(self.figures) // rows)

    @property
    def gap_pt(self) -> float:
        """White space between figures side by side."""
        return STRIP_GAP_PT if self.strip else FIGURE_GAP_PT

    def leads(self, width_pt: float, size_pt: float) -> bool:
        """Whether the first one under another leads them, where it has room for that.

        One alone, such as that of a paragraph beside it, does, too.
        """
        return (
            bool(self.figures)
            and not self.quiet
            and size_pt * most_ems(self.figures[0].value) <= width_pt
        )


class Timeline(Struct, frozen=True):
    """Events in order of time, spaced by time where the page allows.

    `when` says of a planned event that it is planned: a hollow mark alone would not. A `strip`
    stands across the page: a bar that is true to time, and the events side by side below it.
    """

    moments: tuple[Moment, ...]
    origin: Origin
    strip: bool = False

    @property
    def is_even(self) -> bool:
        """Whether each event lies near its label where labels stand evenly spaced."""
        return are_even(self.moments)

    def columns(self, width_pt: float, size_pt: float) -> int:
        """Return how many stand side by side: all, or 1 where a label would not fit or be far off.

        Computed from characters, as Word and PDF must agree, and Word measures nothing.
        """
        count = len(self.moments)
        if not self.strip or count < LEAST_MOMENTS or width_pt < LEAST_STRIP_PT:
            return 1
        column_pt = (width_pt - FIGURE_GAP_PT * (count - 1)) / count
        if column_pt < LEAST_MOMENT_PT or not self.is_even:
            return 1
        return count if all(fits(one, column_pt, size_pt) for one in self.moments) else 1


class Cell(Struct, frozen=True):
    """A cell of a table. Cells that a span covers are not listed. One `goes_on` with a group."""

    prose: Prose
    header: bool = False
    column_span: int = 1
    row_span: int = 1
    align: Literal["left", "center", "right"] = "left"
    goes_on: bool = False


class Table(Struct, frozen=True):
    """A table with a caption, header rows that repeat on each page, and column shares.

    `shares` are the relative widths of the columns, `ems` those of their texts on one line, in
    sizes of the type: where given, the table is no wider. `number` is given once it is known what
    is printed; one without a caption has none. `facts` are those that it sets side by side; text
    may point to it. `reports` are the ids of all facts and events that its rows print, where `each`
    row prints one, in their order. Rows of `dates` stand at a line. So many `stretches` stand side
    by side. Heads on a further page say `continued`; dates without that word stay on one page.
    """

    caption: Prose
    shares: tuple[int, ...]
    header_rows: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    origin: Origin
    number: int | None = None
    facts: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    each: bool = False
    kind: TableKind = "plain"
    stretches: int = 1
    ems: tuple[float, ...] = ()
    continued: str = ""

    @property
    def anchor(self) -> str:
        """What leads to it."""
        return f"table-{self.number}"

    def role(self, cell: Cell, column: int, *, head: bool) -> Role:
        """Return what a cell of a column is set as, in a `head` row or below."""
        if not head and column == 0 and self.kind in OPENING:
            return Role.TABLE_TEXT if cell.goes_on else OPENING[self.kind]
        return Role.TABLE_HEADER if head or cell.header else Role.TABLE_TEXT

    def edges(self, width: int, em: int) -> list[int]:
        """Return where columns begin and end in a width, in its unit and that of `em`."""
        return column_edges(width, self.shares, [round(one * em) for one in self.ems])


class Chart(Struct, frozen=True):
    """A series of a fact, drawn. `alt` says in words what is drawn, `subject` of what.

    Above it stand what it shows, or what is measured, as its `title`, and a caption with the unit,
    of whom and from when to when; below it a `note` with its number and where the values come from.
    `label` is the word before its number, which is given once it is known which figures are
    printed. One that is `wide` belongs to no point, and goes over all columns. `others` are facts
    that are drawn beside the first.
    """

    fact: str
    plot: Plot
    subject: str
    caption: Prose
    alt: str
    label: str
    origin: Origin
    number: int | None = None
    wide: bool = False
    title: Prose = ()
    note: Prose = ()
    others: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts whose series it draws."""
        return (self.fact, *self.others)

    @property
    def anchor(self) -> str:
        """What leads to it."""
        return f"figure-{self.number}"


POINTS_PER_INCH = 72
PICTURE_HEIGHT_PT = 170.0
"""A picture is no higher, unless the content template allows more."""

LEAST_DOTS_PER_INCH = 100
"""A picture is not enlarged beyond this: it would blur."""


class Illustration(Struct, frozen=True):
    """A picture with its description and its credit."""

    image: str
    picture: Picture
    alt: str
    credit: Prose
    origin: Origin
    most_height_pt: float = PICTURE_HEIGHT_PT

    def size_pt(self, width_pt: float) -> tuple[float, float]:
        """Return width and height in a column: its whole width, as far as bounds allow."""
        across, down = self.picture.width_px, self.picture.height_px
        scale = min(
            width_pt / across, self.most_height_pt / down, POINTS_PER_INCH / LEAST_DOTS_PER_INCH
        )
        return across * scale, down * scale


class SourceEntry(Struct, frozen=True):
    """A source as the list prints it."""

    source: str
    prose: Prose


class SourceList(Struct, frozen=True):
    """The list of sources, not yet numbered: those cited come first, in the order of citation.

    Where a draft holds one, citations print note marks; where it holds none, they print nothing.
    It becomes numbered paragraphs once it is known what is printed; where only what is `cited` is
    wanted, the others go. One that is not `numbered` keeps its order, and text cites by names.
    """

    entries: tuple[SourceEntry, ...]
    origin: Origin
    cited: bool = False
    numbered: bool = True


class GlossaryEntry(Struct, frozen=True):
    """A term as the glossary prints it."""

    term: str
    prose: Prose


class Glossary(Struct, frozen=True):
    """Acronyms and terms, of which the brief lists those that it prints.

    Where only the `unexplained` are wanted, those that the text spells out are not listed. It
    becomes paragraphs, or nothing, once it is known what is printed: in the side column `beside`
    the first point that prints each, if that is asked.
    """

    entries: tuple[GlossaryEntry, ...]
    unexplained: bool
    origin: Origin
    role: Role = Role.SOURCE
    beside: bool = False


class ContentsEntry(Struct, frozen=True):
    """A heading in the table of contents: 1 is a section, 2 a point. The page comes last."""

    level: Literal[1, 2]
    title: str
    anchor: str
    page: int | None = None

    @property
    def role(self) -> Role:
        """The role of the entry's paragraph."""
        return Role.CONTENTS_1 if self.level == 1 else Role.CONTENTS_2


FEW_ENTRIES = 12


class Contents(Struct, frozen=True):
    """The table of contents: headings of sections and, with two `levels`, of points.

    Its entries are filled once it is known what is printed, their pages once the pages are laid
    out. It is as high without pages as with them. A brief of fewer than `least_pages` that promises
    no number of pages goes without. Those `of_argument` list only sections that print points and
    come after them, and none of the tables and lists at the end.
    """

    levels: Literal[1, 2]
    origin: Origin
    entries: tuple[ContentsEntry, ...] = ()
    least_pages: int = 0
    of_argument: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all stand on one page, as a few do: the second half of a list is none."""
        return len(self.entries) <= FEW_ENTRIES


Block = (
    Heading
    | Paragraph
    | KeyFigures
    | Timeline
    | Chart
    | Illustration
    | Table
    | SourceList
    | Glossary
    | Contents
)
"""All kinds of blocks. mypy names every place that does not know a new one."""
