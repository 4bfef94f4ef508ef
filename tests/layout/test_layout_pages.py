"""Whole documents, told as text: what stands where, and whose it is."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest

from briefgen.layout import BlockFormatter, lay_out
from briefgen.types.block import (
    Block,
    Cell,
    Heading,
    KeyFigure,
    KeyFigures,
    Origin,
    Paragraph,
    Table,
)
from briefgen.types.brief import BriefSection, Content
from briefgen.types.draft import FilledHeaderFooter, Metadata
from briefgen.types.header_footer import (
    PAGE,
    PAGES,
    HeaderFooter,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterText,
    Tab,
    TabStop,
)
from briefgen.types.laid import LaidOut, TextMark
from briefgen.types.page import Master, SideColumn
from briefgen.types.page_style import TextStyle
from briefgen.types.prose import Link, NoteMark, Prose, Quoted, Text, plain
from briefgen.types.role import Role

AT = Origin("s")
ONE = Master()
TWO = Master(side=SideColumn(width_pt=100, gap_pt=20))


def body(text: str | Prose) -> Paragraph:
    return Paragraph(Role.BODY, plain(text) if isinstance(text, str) else text, AT)


def section(frame: str, *blocks: Block, heading: str = "") -> BriefSection:
    role = Role.SIDE_HEADING if frame == "side" else Role.HEADING_1
    head = Heading(2, role, plain(heading), AT) if heading else None
    return BriefSection(f"{frame}-{heading}", frame, head, blocks)


def header_footer(folio: str) -> HeaderFooter:
    """Return a header on the first page, and a footer with a page number at its right."""

    def paragraph(role: Role, *texts: str) -> HeaderFooterParagraph:
        style = TextStyle(role, "Carlito", 10, 12, "#000000", space_after_pt=6)
        parts = [part for text in texts for part in (Tab(), HeaderFooterText(text, style))][1:]
        return HeaderFooterParagraph(style, tuple(parts), (TabStop(320, "right"),))

    footer = HeaderFooterPart((paragraph(Role.FOOTER, "Position", *([folio] if folio else [])),))
    headers = {"first": HeaderFooterPart((paragraph(Role.MASTHEAD, "Masthead"),))}
    footers = {"first": footer, "default": footer}
    return HeaderFooter(320, headers, footers, first_differs=True)  # type: ignore[arg-type]


def content(*sections: BriefSection) -> Content:
    return Content(
        Metadata("T", "A", "S", (), "en-GB", datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)),
        sections,
        FilledHeaderFooter({}, "", header_footer(f"Page {PAGE} of {PAGES}"), header_footer("")),
    )


def places(laid_out: LaidOut) -> list[str]:
    """Page, place in points, tag and text of each mark of text, in the order of drawing."""
    return [
        f"{number} {mark.x_mpt / 1000:g},{mark.baseline_mpt / 1000:g}"
        f" {laid_out.elements[mark.element].tag if mark.element is not None else '-'}"
        f" {mark.text.strip()}"
        for number, page in enumerate(laid_out.pages, 1)
        for mark in page.marks
        if isinstance(mark, TextMark)
    ]


def tags(laid_out: LaidOut) -> list[str]:
    """The tree of elements, indented."""
    depth: list[int] = []
    lines = []
    for element in laid_out.elements:
        depth.append(0 if element.parent is None else depth[element.parent] + 1)
        lines.append("  " * depth[-1] + element.tag)
    return lines


def test_head_main_side_and_foot_have_their_places(formatter: BlockFormatter) -> None:
    laid_out = lay_out(
        content(
            section("head", Heading(1, Role.TITLE, plain("Title"), AT)),
            section("main", body("One."), heading="Main"),
            section("side", body("Two."), heading="Side"),
            section("foot", body("Foot.")),
        ),
        formatter,
        TWO,
    )
    assert places(laid_out) == [
        "1 40,19.6 - Masthead",
        "1 40,66.4 H1 Title",
        "1 40,90.4 H2 Main",
        "1 40,109.6 P One.",
        "1 260,90.4 H2 Side",
        "1 260,109.6 P Two.",
        "1 40,251.6 P Foot.",
        "1 40,281.6 - Position",
    ]
    assert tags(laid_out) == [
        "Document",
        "  H1",
        "  Sect",
        "    H2",
        "    P",
        "  Sect",
        "    H2",
        "    P",
        "  P",
    ]


def test_a_side_column_at_the_left_moves_the_main_one_only(formatter: BlockFormatter) -> None:
    sections = (
        section("head", body("Head.")),
        section("main", body("One.")),
        section("side", body("Two.")),
        section("foot", body("Foot.")),
    )
    left = Master(side=SideColumn(width_pt=100, gap_pt=20, at="left"))
    assert places(lay_out(content(*sections), formatter, left)) == [
        "1 40,19.6 - Masthead",
        "1 40,49.6 P Head.",
        "1 160,67.6 P One.",
        "1 40,67.6 P Two.",
        "1 40,251.6 P Foot.",
        "1 40,281.6 - Position",
    ]


def test_each_block_of_main_and_side_reports_its_first_page(formatter: BlockFormatter) -> None:
    laid_out = lay_out(
        content(
            section("head", body("Head.")),
            section("main", body("word " * 300), body("After."), heading="Main"),
            section("side", *(body("Side.") for _ in range(12))),
        ),
        formatter,
        TWO,
    )
    begins = {(one.section, one.block): one.page for one in laid_out.begins}
    assert {key: page for key, page in begins.items() if key[0] == 1} == {
        (1, None): 1,
        (1, 0): 1,
        (1, 1): 3,
    }
    assert [begins[2, number] for number in range(12)] == [1] * 11 + [2]
    assert len(laid_out.begins) == len(begins) == 15


def test_without_a_side_column_its_sections_stand_in_the_main_one(
    formatter: BlockFormatter,
) -> None:
    laid_out = lay_out(
        content(section("side", body("Two.")), section("main", body("One."))), formatter, ONE
    )
    assert [line.split()[0:2] for line in places(laid_out)[1:3]] == [
        ["1", "40,49.6"],
        ["1", "40,67.6"],
    ]
    assert {fill.frame for fill in laid_out.fills} == {"main"}


def test_reading_order_is_that_of_the_sections_whatever_their_frames(
    formatter: BlockFormatter,
) -> None:
    laid_out = lay_out(
        content(
            section("side", body("First."), heading="A"),
            section("main", body("Second."), heading="B"),
            section("side", body("Third."), heading="C"),
        ),
        formatter,
        TWO,
    )
    texts = [line.split()[-1] for line in places(laid_out) if " P " in line]
    assert texts == ["First.", "Second.", "Third."]


def test_a_paragraph_over_two_pages_stays_one_element(formatter: BlockFormatter) -> None:
    laid_out = lay_out(content(section("main", body("peace to keep " * 110))), formatter, ONE)
    assert len(laid_out.pages) == 2
    assert tags(laid_out) == ["Document", "  P"]
    assert {line.split()[2] for line in places(laid_out)} == {"P", "-"}


def test_several_pages_print_their_number_and_a_single_one_does_not(
    formatter: BlockFormatter,
) -> None:
    two = lay_out(content(section("main", body("peace to keep " * 110))), formatter, ONE)
    assert [line for line in places(two) if "Page" in line] == [
        "1 315.117,281.6 - Page 1 of 2",
        "2 315.117,281.6 - Page 2 of 2",
    ]
    one = lay_out(content(section("main", body("peace"))), formatter, ONE)
    assert not any("Page" in line for line in places(one))


def test_the_foot_stands_on_the_last_page(formatter: BlockFormatter) -> None:
    laid_out = lay_out(
        content(section("main", body("peace to keep " * 110)), section("foot", body("Foot."))),
        formatter,
        ONE,
    )
    (foot,) = [line for line in places(laid_out) if "Foot." in line]
    assert foot == "2 40,251.6 P Foot."


def test_a_foot_with_no_room_left_takes_a_page_of_its_own(formatter: BlockFormatter) -> None:
    lines = [body("one") for _ in range(12)]
    laid_out = lay_out(
        content(section("main", *lines), section("foot", body("Foot."))), formatter, ONE
    )
    assert len(laid_out.pages) == 2


def test_neighbouring_items_make_one_list(formatter: BlockFormatter) -> None:
    def item(kind: str, text: str) -> Paragraph:
        return Paragraph(Role.BULLET, plain(text), AT, kind)  # type: ignore[arg-type]

    laid_out = lay_out(
        content(
            section(
                "main", item("bullet", "a"), item("bullet", "b"), body("x"), item("number", "c")
            )
        ),
        formatter,
        ONE,
    )
    assert tags(laid_out) == [
        "Document",
        *["  L", *["    LI", "      Lbl", "      LBody"] * 2],
        "  P",
        *["  L", "    LI", "      Lbl", "      LBody"],
    ]
    assert [e.list_numbering for e in laid_out.elements if e.tag == "L"] == ["Disc", "Decimal"]
    assert [line.split()[2:] for line in places(laid_out) if "Lbl" in line] == [
        ["Lbl", "•"],
        ["Lbl", "•"],
        ["Lbl", "1."],
    ]


def test_links_quotations_and_note_marks_are_elements_in_their_paragraph(
    formatter: BlockFormatter,
) -> None:
    prose: Prose = (
        Text("See "),
        Link("https://x.org", (Text("this"),)),
        Text(", "),
        Quoted("q", "“", "peace", "”"),
        NoteMark(3, "s3"),
    )
    laid_out = lay_out(content(section("main", body(prose))), formatter, ONE)
    assert tags(laid_out) == ["Document", "  P", "    Link", "    Quote", "    Link"]
    assert [e.address for e in laid_out.elements if e.tag == "Link"] == ["https://x.org", "#note-3"]
    note = laid_out.pages[0].marks[-2]
    assert isinstance(note, TextMark)
    assert (note.text, note.size_mpt) == ("3", 6_200)


def table(rows: int, *, span: int = 1) -> Table:
    def cell(text: str, **kind: object) -> Cell:
        return Cell(plain(text), **kind)  # type: ignore[arg-type]

    first: tuple[Cell, ...] = (cell("r0", header=True, row_span=span), cell("v0"))
    others = [
        (cell(f"v{n}"),) if n < span else (cell(f"r{n}", header=True), cell(f"v{n}"))
        for n in range(1, rows)
    ]
    return Table(
        plain("What is counted"),
        (1, 3),
        (
            (cell("Both", header=True, column_span=2),),
            (cell("A", header=True), cell("B", header=True)),
        ),
        (first, *others),
        AT,
        number=1,
    )


def test_a_table_has_caption_sections_rows_and_scopes(formatter: BlockFormatter) -> None:
    laid_out = lay_out(content(section("main", table(2))), formatter, ONE)
    assert tags(laid_out)[1:] == [
        "  Table",
        "    Caption",
        "    THead",
        "      TR",
        "        TH",
        "      TR",
        "        TH",
        "        TH",
        "    TBody",
        *["      TR", "        TH", "        TD"] * 2,
    ]
    heads = [e for e in laid_out.elements if e.tag == "TH"]
    assert [(e.scope, e.column_span) for e in heads] == [
        ("Column", 2),
        ("Column", 1),
        ("Column", 1),
        ("Row", 1),
        ("Row", 1),
    ]


def test_header_rows_are_repeated_as_artifacts(formatter: BlockFormatter) -> None:
    laid_out = lay_out(content(section("main", table(14))), formatter, ONE)
    assert len(laid_out.pages) == 2
    again = [line for line in places(laid_out) if line.startswith("2") and " - " in line]
    assert [line.split()[-1] for line in again[:3]] == ["Both", "A", "B"]


def test_the_rule_below_a_head_is_in_its_height_where_the_table_begins(
    formatter: BlockFormatter,
) -> None:
    """As LibreOffice has it; half a point of it is in the height of every row."""
    block_layout = formatter.set(table(2), 300_000)
    caption, _, head, first, _ = block_layout.rows
    assert (head.height_mpt - first.height_mpt, caption.marks != ()) == (500, True)
    assert block_layout.repeat[-1].height_mpt == first.height_mpt


def test_heads_stand_at_the_foot_of_their_cells_and_figures_at_the_top(
    formatter: BlockFormatter,
) -> None:
    """As Word sets them: a short head stands on the rule, beside a long one."""
    long = "Who says so, and where in the article it is said"
    cells = (Cell(plain("Claim"), header=True), Cell(plain(long), header=True))
    made = Table(plain("Caption"), (1, 1), (cells,), ((cells[1], cells[0]),), AT)
    _, head, row = formatter.set(made, 120_000).rows
    for held, at in ((head, max), (row, min)):
        short = next(m for m in held.marks if isinstance(m, TextMark) and m.text == "Claim")
        others = [m.baseline_mpt for m in held.marks if isinstance(m, TextMark) and m != short]
        assert short.baseline_mpt == at(others)
        assert min(others) < max(others)


def test_what_would_stand_beyond_the_foot_of_a_page_is_reported(formatter: BlockFormatter) -> None:
    long = " ".join(["word"] * 4000)
    laid_out = lay_out(content(section("head", body(long))), formatter, ONE, 1)
    assert {over.frame for over in laid_out.overfull} == {"head"}


def test_rows_that_a_span_joins_are_not_parted(formatter: BlockFormatter) -> None:
    joined = lay_out(content(section("main", table(20, span=19))), formatter, ONE)
    assert [over.section for over in joined.overfull] == ["main-"]
    (over,) = joined.overfull
    assert over.needed_mpt > over.room_mpt


def test_key_figures_stand_side_by_side_where_there_is_room(formatter: BlockFormatter) -> None:
    figures = KeyFigures(tuple(KeyFigure(f"f{n}", f"{n}00", plain("men")) for n in range(1, 4)), AT)
    wide = lay_out(content(section("main", figures)), formatter, ONE)
    narrow = lay_out(content(section("side", figures)), formatter, TWO)
    values = [
        [line.split()[1] for line in places(laid) if line.endswith("00")] for laid in (wide, narrow)
    ]
    assert len({place.split(",")[1] for place in values[0]}) == 1
    assert len({place.split(",")[0] for place in values[1]}) == 1


@pytest.mark.parametrize("stretch_pt", [0, 3])
def test_what_is_left_is_spread_over_the_gaps_within_the_tolerance(
    formatter: BlockFormatter, stretch_pt: float
) -> None:
    master = Master(stretch_pt=stretch_pt)
    laid_out = lay_out(
        content(section("main", *(body("one") for _ in range(4)))), formatter, master
    )
    lines = [float(line.split()[1].split(",")[1]) for line in places(laid_out) if " P " in line]
    gaps = {round(below - above, 3) for above, below in pairwise(lines)}
    assert gaps == {18 + stretch_pt}
