"""The page template: page masters and their frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Self

from pydantic import Field

from briefgen.types.base import Frozen, Id, Line
from briefgen.types.block import (
    Block,
    Chart,
    Contents,
    Heading,
    KeyFigures,
    Table,
    Timeline,
)
from briefgen.types.table_kind import STRIP_GAP_PT

FIELDS = frozenset(
    """
    organisation series number edition_date status updates version classification markings kind
    position title short_title author folio logo topic reader
    """.split()  # noqa: SIM905 - one name a word reads better
)
"""What `{{ … }}` in a Word template may ask for: facts about the brief, and the page number."""

FRAMES = ("head", "main", "side", "foot")
"""The frames of a page, in the order of reading."""

SPANNING = "spanning"
"""The width of all columns of the main frame, for what goes over them."""

BELOW_SPANNING_PT = 10.0
"""White space between what goes over all columns and the columns below it."""

LISTS = {
    "facts": ("value", "measure", "as_of"),
    "timeline": ("date", "event"),
    "sources": ("title", "address"),
}
"""Lists that a Word template may loop over, and what each entry says."""

MAIN_LEAST_PT, TEXT_LEAST_PT = 120, 120
"""Least width of a main column, and least height between the margins."""


class SideColumn(Frozen):
    """A column beside the main one. It may stand empty, as a wide margin under a full head."""

    width_pt: float = Field(gt=40, description="Width of the side column.")
    gap_pt: float = Field(ge=6, description="White space between main and side column.")
    at: Literal["left", "right"] = Field("right", description="On which side of the main column.")


class Columns(Frozen):
    """Columns of one width that the main frame flows through, page by page."""

    count: int = Field(2, ge=2, le=3, description="Number of columns.")
    gap_pt: float = Field(17, ge=6, description="White space between two columns.")
    rule: bool = Field(False, description="A thin line between two columns, as newspapers have it.")


class Master(Frozen):
    """How the pages of a length are divided.

    The text area comes from the Word template's margins. The frame `head` runs over its full
    width at the top of the first page; `main` and `side` stand below it; `foot` runs over the
    full width after them, at the foot of the last page. `main` may flow through several columns,
    which end level on the last page; there is no side column then.
    """

    columns: Columns | None = Field(
        None, description="Columns of the main frame; without them it is one. Not beside `side`."
    )
    side: SideColumn | None = Field(None, description="Side column; without it there is none.")
    wide_tables: bool = Field(
        False,
        description="Tables and charts that belong to no point go over the side column, too, which"
        " ends above them.",
    )
    stretch_pt: float = Field(
        0, ge=0, le=12, description="How much the space between two blocks may grow to fill a page."
    )
    bottom_line: Literal["head", "main"] = Field(
        "head",
        description="Where the bottom line stands: across the page, or in the main column, where"
        " its lines are shorter and a side column begins beside it.",
    )
    in_brief: Literal["head", "main", "side"] = Field(
        "head", description="Where the messages in brief stand, if there is a side column."
    )
    figures: Literal["head", "side"] = Field(
        "side",
        description="Where key figures stand: across the page in a strip, or in the side column,"
        " if there is one, where those of an argument without dates stand in any case.",
    )
    lead_figure: bool = Field(
        False,
        description="The most important figure stands alone across the page, with what it counts"
        " beside it; others follow where figures stand, or go if these stand across the page.",
    )
    numbered_points: bool = Field(
        False,
        description="Number the points of the main frame through the brief, as papers that are"
        " cited by paragraph do.",
    )
    cover: bool = Field(
        False,
        description="Leave the first page to the head, as a cover, and begin all else on the next;"
        " large print has none, as its head may take several pages.",
    )
    margin_top_pt: float | None = Field(None, ge=20, description="Replaces the template's.")
    margin_bottom_pt: float | None = Field(None, ge=20, description="Replaces the template's.")
    margin_left_pt: float | None = Field(None, ge=20, description="Replaces the template's.")
    margin_right_pt: float | None = Field(None, ge=20, description="Replaces the template's.")


def frames_of(master: Master | None, *, side: bool) -> dict[str, str]:
    """Return the frame of each part of a first page; without a `side` column all go across.

    A cover has bottom line and messages, and the page after it the figures that would go across.
    A figure that leads has the empty frame where there is none.
    """
    if master is None or not side:
        frames = dict.fromkeys(("bottom_line", "in_brief", "figures"), "head")
    else:
        frames = {
            "bottom_line": master.bottom_line,
            "in_brief": master.in_brief,
            "figures": master.figures,
        }
    if master is None or not master.cover:
        return {**frames, "lead_figure": "head" if master and master.lead_figure else ""}
    figures = "main" if frames["figures"] == "head" else frames["figures"]
    return {"bottom_line": "head", "in_brief": "head", "figures": figures, "lead_figure": ""}


LARGE_STRETCH_PT = 6
"""How much the space between two blocks of large print may grow: there are fewer of them."""

LARGE_WIDTH_PT = 450
"""Width of a column of large print: lines of some 70 characters. A single page has its whole width,
as it has little room."""

SINGLE, DOUBLE = "one-page", "two-page"


def large_master(name: str, master: Master, page_width_pt: float, margin_pt: float) -> Master:
    """Return the master of a name for large print: one column, within a theme's own margins."""
    stretch = max(master.stretch_pt, LARGE_STRETCH_PT) if master.stretch_pt else 0
    margin = max(margin_pt, (page_width_pt - LARGE_WIDTH_PT) / 2) if name != SINGLE else None
    return Master(
        stretch_pt=stretch,
        numbered_points=master.numbered_points,
        margin_top_pt=master.margin_top_pt,
        margin_left_pt=margin,
        margin_right_pt=margin,
    )


class PageGeometry(Frozen):
    """How pages are divided. All else the Word template gives: type, colour, header and footer."""

    name: Id
    description: Line = Field(description="What this theme is for.")
    word: Line = Field(description="File name of the Word template beside this file.")
    masters: dict[Id, Master] = Field(min_length=1, description="Page masters, by name.")
    logo_height_pt: float = Field(
        30,
        ge=10,
        le=120,
        description="Height of the issuer's logo, where it is asked for.",
    )

    def with_covers(self) -> Self:
        """Return the same pages with the first one left to the head."""
        masters = {
            name: one.model_copy(update={"cover": True}) for name, one in self.masters.items()
        }
        return self.model_copy(update={"masters": masters})

    def in_columns(self) -> Self:
        """Return the same pages with two columns in place of a side column."""
        given = {"side": None, "columns": Columns(gap_pt=STRIP_GAP_PT), "wide_tables": False}
        masters = {
            name: one.model_copy(update=given) if one.side else one
            for name, one in self.masters.items()
        }
        return self.model_copy(update={"masters": masters})


def spanning(blocks: Sequence[Block], *, over_side: bool = False) -> tuple[bool, ...]:
    """Return which of blocks do: tables, figures, contents, strips, wide charts, their headings.

    Over a side column go only tables and charts that belong to no point, with their headings.

    A table of few columns does, too: LibreOffice sets rows out of order where it levels columns
    that hold a table, or a table of contents. Figures stand side by side, and are a table in Word.
    """
    found: list[bool] = []
    for block in reversed(blocks):
        follows = isinstance(block, Heading) and bool(found) and found[-1]
        found.append(follows or (_is_exhibit(block) if over_side else _spans(block)))
    return tuple(reversed(found))


def _spans(block: Block) -> bool:
    if isinstance(block, KeyFigures):
        return len(block.figures) > 1 or block.beside
    if isinstance(block, Table | Contents):
        return True
    return _is_exhibit(block) or (isinstance(block, Timeline) and block.strip)


def _is_exhibit(block: Block) -> bool:
    """Whether a block is a table or a chart of the whole brief."""
    if isinstance(block, Table):
        return block.origin.point is None
    return isinstance(block, Chart) and block.wide
