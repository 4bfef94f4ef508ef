"""A brief written out by hand: every kind of block, in every frame."""

from __future__ import annotations

import datetime

from msgspec.structs import replace

from briefgen.types.block import (
    Block,
    Cell,
    Heading,
    KeyFigure,
    KeyFigures,
    Origin,
    Paragraph,
    Table,
    Timeline,
)
from briefgen.types.brief import BriefSection, Content
from briefgen.types.draft import FilledHeaderFooter, Metadata
from briefgen.types.page import Master, SideColumn
from briefgen.types.prose import (
    Emphasis,
    FactRef,
    Foreign,
    Link,
    NoteMark,
    Prose,
    Quoted,
    Strong,
    Text,
    plain,
)
from briefgen.types.role import Role
from briefgen.types.time_bar import Moment

AT = Origin("sample")

WIDE = Master()
BESIDE = Master(side=SideColumn(width_pt=156, gap_pt=20))

VALUES = {
    "organisation": "",
    "series": "",
    "number": "",
    "edition_date": "",
    "status": "",
    "version": "",
    "classification": "",
    "markings": "",
    "updates": "",
    "kind": "Policy brief",
    "position": "Information as of 15 May 2019",
    "title": "Water & wells",
    "short_title": "Water & wells",
    "topic": "",
    "reader": "",
    "author": "A. Writer",
    "logo": "",
}


def paragraph(text: str | Prose, role: Role = Role.BODY, **rest: object) -> Paragraph:
    """Return a paragraph of plain text or prose."""
    prose = plain(text) if isinstance(text, str) else text
    return Paragraph(role, prose, AT, **rest)  # type: ignore[arg-type]


def section(
    key: str, *blocks: Block, frame: str = "main", heading: str = "", role: Role = Role.HEADING_1
) -> BriefSection:
    """Return a section; `heading` is of the second level."""
    head = Heading(2, role, plain(heading), AT) if heading else None
    return BriefSection(key, frame, head, blocks)


FIGURES = KeyFigures(
    (
        KeyFigure("troops", "395", plain("troops, from May 2018")),
        KeyFigure("all", "16,400", plain("personnel (slightly over), March 2019")),
    ),
    AT,
)

EVENTS = Timeline(
    (
        Moment("coup", "March 2012", datetime.date(2012, 3, 15), False, plain("A coup")),
        Moment("next", "Mid-2019, planned", datetime.date(2019, 7, 1), True, plain("Another one")),
    ),
    AT,
)

TABLE = Table(
    caption=plain("What was counted"),
    shares=(1, 2, 1),
    header_rows=(
        (
            Cell(plain("Date"), header=True, row_span=2),
            Cell(plain("Counted"), header=True, column_span=2),
        ),
        (Cell(plain("What"), header=True), Cell(plain("How many"), header=True, align="right")),
    ),
    rows=(
        (
            Cell(plain("2018"), header=True, row_span=2),
            Cell(plain("Wells")),
            Cell(plain("7"), align="right"),
        ),
        (Cell(plain("Wadis")), Cell(plain("2"), align="right")),
    ),
    origin=AT,
    number=1,
)

PROSE: Prose = (
    Text("Wells "),
    Strong((Text("pay"), Emphasis(plain(" well")))),
    Text(" in "),
    FactRef("years", "seven"),
    Text(" years"),
    NoteMark(1, "s1"),
    Text(", says "),
    Link("https://example.org/a?b=1&c=2", plain("the report")),
    Text(" on "),
    Foreign("fr", plain("l’eau")),
    Text(": "),
    Quoted("q", "“", "dig", "”"),
)


def content(
    *more: BriefSection, language: str = "en-GB", folio: str = "Page {page} of {pages}"
) -> Content:
    """Return a brief with every kind of block. Further sections stand before the foot."""
    return Content(
        metadata=Metadata(
            title="Water & wells",
            author="A. Writer",
            subject="Policy brief",
            keywords=("water", "wells"),
            language=language,
            created=datetime.datetime(2019, 5, 15, tzinfo=datetime.UTC),
        ),
        sections=(
            BriefSection(
                "title",
                "head",
                Heading(1, Role.TITLE, plain("Water & wells"), AT),
                (paragraph("By A. Writer", Role.BYLINE),),
            ),
            section("bottom", paragraph("Wells pay.", Role.BOTTOM_LINE), frame="head"),
            section(
                "why",
                paragraph(PROSE),
                paragraph("One", Role.BULLET, item="bullet"),
                paragraph("Two", Role.BULLET, item="bullet"),
                heading="Why wells <now>",
            ),
            section(
                "steps",
                Heading(3, Role.HEADING_2, plain("Steps"), AT),
                paragraph("First", Role.NUMBER, item="number"),
                paragraph("Second", Role.NUMBER, item="number"),
            ),
            section("more", paragraph("Anew", Role.NUMBER, item="number")),
            *more,
            section("figures", FIGURES, frame="side", heading="Figures", role=Role.SIDE_HEADING),
            section("events", EVENTS, frame="side", heading="Events", role=Role.SIDE_HEADING),
            section(
                "sources",
                paragraph("A report, 2018", Role.SOURCE, item="number", anchor="note-1"),
            ),
            section("foot", paragraph("Based on Water, 2020.", Role.FOOT), frame="foot"),
        ),
        header_footer=FilledHeaderFooter(VALUES, folio),
    )


def furnished(base: Content, **values: str) -> Content:
    """Return a brief with other values of fields."""
    return replace(
        base,
        header_footer=replace(base.header_footer, values={**base.header_footer.values, **values}),
    )
