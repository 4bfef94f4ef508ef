"""Tables in Word: header rows that repeat, spans, widths, caption with its number."""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace
from samples.brief import TABLE, WIDE, content, paragraph, section
from samples.word import W, lines, style, template, text, tree

from briefgen.load.page_style import read_page_style
from briefgen.render.docx import render_docx
from briefgen.types.block import Block, Cell, Table
from briefgen.types.prose import plain
from briefgen.types.role import Role


def written(*blocks: Block, label: str = "Table") -> bytes:
    word = template()
    brief = content(section("t", *(blocks or (TABLE,)), heading="Counted"))
    return render_docx(brief, word, read_page_style(word), WIDE, table_label=label)


def table_of(data: bytes) -> etree._Element:
    return next(tree(data).iter(W + "tbl"))


def attribute(element: etree._Element, path: str) -> str | None:
    """Return an attribute, its path written `tcPr/gridSpan@val`."""
    way, _, name = path.partition("@")
    found = element.find("/".join(W + step for step in way.split("/")))
    return None if found is None else found.get(W + name)


def cells(row: etree._Element) -> list[tuple[str, str, str | None, str | None]]:
    """Return style, text, span and merge of the cells of a row."""
    return [
        (
            style(next(cell.iter(W + "p"))),
            text(cell),
            attribute(cell, "tcPr/gridSpan@val"),
            "-"
            if (merge := cell.find(f"{W}tcPr/{W}vMerge")) is None
            else merge.get(W + "val", "continue"),
        )
        for cell in row.iter(W + "tc")
    ]


def test_spans_are_native() -> None:
    rows = table_of(written()).findall(W + "tr")
    assert [cells(row) for row in rows] == [
        [("TableHeader", "Date", None, "restart"), ("TableHeader", "Counted", "2", "-")],
        [
            ("TableHeader", "", None, "continue"),
            ("TableHeader", "What", None, "-"),
            ("TableHeader", "How many", None, "-"),
        ],
        [
            ("TableHeader", "2018", None, "restart"),
            ("TableText", "Wells", None, "-"),
            ("TableText", "7", None, "-"),
        ],
        [
            ("TableText", "", None, "continue"),
            ("TableText", "Wadis", None, "-"),
            ("TableText", "2", None, "-"),
        ],
    ]


def test_no_rule_parts_rows_of_the_body_that_a_cell_spans() -> None:
    rows = table_of(written()).findall(W + "tr")
    sides = [
        [
            [side.tag.removeprefix(W) for side in cell.findall(f"{W}tcPr/{W}tcBorders/*")]
            for cell in row.iter(W + "tc")
        ]
        for row in rows[2:]
    ]
    assert sides == [[[], ["bottom"], ["bottom"]], [[], ["top"], ["top"]]]


def test_header_rows_repeat_and_no_row_is_divided() -> None:
    rows = table_of(written()).findall(W + "tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
        True,
        True,
        False,
        False,
    ]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_widths_are_shares_of_the_column() -> None:
    table = table_of(written())
    grid = [int(column.get(W + "w", "")) for column in table.iter(W + "gridCol")]
    assert grid == [2466, 4933, 2467]
    assert attribute(table, "tblPr/tblW@w") == str(sum(grid)) == "9866"
    for row in table.findall(W + "tr"):
        widths = [int(attribute(cell, "tcPr/tcW@w") or 0) for cell in row.iter(W + "tc")]
        assert sum(widths) == sum(grid)


def test_the_table_has_the_organisation_style_and_says_where_its_headers_are() -> None:
    table = table_of(written())
    assert attribute(table, "tblPr/tblStyle@val") == "BriefTable"
    assert attribute(table, "tblPr/tblLook@firstRow") == "1"
    assert attribute(table, "tblPr/tblLook@firstColumn") == "0"
    assert attribute(table, "tblPr/tblCaption@val") == "What was counted"
    assert attribute(table, "tblPr/tblDescription@val") == "Date; Counted; What; How many"


def test_a_first_column_of_headers_is_said_to_be_one() -> None:
    rows = tuple((Cell(plain(year), header=True), Cell(plain("x"))) for year in ("1", "2"))
    table = table_of(written(replace(TABLE, shares=(1, 1), header_rows=(), rows=rows)))
    assert attribute(table, "tblPr/tblLook@firstColumn") == "1"
    assert attribute(table, "tblPr/tblLook@firstRow") == "0"


def test_numbers_stand_at_the_right() -> None:
    last = table_of(written()).findall(W + "tr")[-1].findall(W + "tc")[-1]
    assert attribute(next(last.iter(W + "p")), "pPr/jc@val") == "right"


def test_the_caption_counts_tables_and_is_printed_as_it_is() -> None:
    data = written(label="Tabelle")
    assert "Caption | Tabelle\u00a01. What was counted" in lines(data)
    found = [one.text for one in tree(data).iter(W + "instrText")]
    assert " SEQ Tabelle \\* ARABIC " in found


def test_a_table_without_a_number_has_a_plain_caption() -> None:
    assert "Caption | What was counted" in lines(written(replace(TABLE, number=None)))


def test_a_paragraph_below_a_table_keeps_its_distance() -> None:
    data = written(TABLE, paragraph("Below"))
    below = next(p for p in tree(data).iter(W + "p") if text(p) == "Below")
    assert attribute(below, "pPr/spacing@before") == "100"


def test_a_table_at_the_very_end_is_followed_by_the_paragraph_that_word_wants() -> None:
    word = template()
    brief = content()
    brief = replace(brief, sections=(*brief.sections, section("t", TABLE, frame="foot")))
    body = tree(render_docx(brief, word, read_page_style(word), WIDE)).find(W + "body")
    assert body is not None
    assert [str(child.tag).removeprefix(W) for child in body][-3:] == ["tbl", "p", "sectPr"]


def test_a_row_that_is_too_short_is_filled_with_empty_cells() -> None:
    short = Table(plain("Short"), (1, 1), (), ((Cell(plain("a")),),), TABLE.origin, 1)
    (row,) = table_of(written(short)).iter(W + "tr")
    assert [reported for _, reported, _, _ in cells(row)] == ["a", ""]


def test_the_rule_stands_below_the_last_of_several_header_rows() -> None:
    first, last, *_ = table_of(written()).findall(W + "tr")
    assert [attribute(cell, "tcPr/tcBorders/bottom@color") for cell in last.iter(W + "tc")] == [
        "0f4a5c"
    ] * 3
    assert next(first.iter(W + "tcBorders"), None) is None


def test_no_header_row_and_no_single_row_is_left_at_the_foot_of_a_page() -> None:
    rows = table_of(written()).findall(W + "tr")
    kept = [next(row.iter(W + "keepNext"), None) is not None for row in rows]
    assert kept == [True, True, True, False]


def test_dates_stand_at_a_line_and_not_between_rules() -> None:
    row = (Cell(plain("2019"), align="right"), Cell(plain("It begins")))
    dates = Table(plain("Dates"), (1, 4), (), (row,), TABLE.origin, 1, kind="dates")
    table = table_of(written(dates))
    borders = {
        path: attribute(table, f"tblPr/tblBorders/{path}@val")
        for path in ("bottom", "insideH", "insideV")
    }
    assert borders == {"bottom": "nil", "insideH": "nil", "insideV": "single"}
    assert [cell[0] for cell in cells(table.findall(W + "tr")[0])] == ["TableDate", "TableText"]


def test_no_line_parts_a_year_from_the_date_in_it() -> None:
    row = tuple(Cell(plain(text)) for text in ("2019", "May", "It begins"))
    dates = Table(plain("Dates"), (1, 2, 7), (), (row,), TABLE.origin, 1, kind="dates")
    bare = [
        [side.tag.removeprefix(W) for side in cell.iterfind(f"{W}tcPr/{W}tcBorders/*")]
        for cell in table_of(written(dates)).iter(W + "tc")
    ]
    assert bare == [["right"], ["left"], []]


def test_what_a_table_holds_says_how_its_first_column_is_set() -> None:
    cell, head = Cell(plain("7"), header=True), Cell(plain("Figure"), header=True)
    roles = {
        kind: (replace(TABLE, kind=kind).role(cell, 0, head=False))
        for kind in ("plain", "dates", "claims")
    }
    assert roles == {
        "plain": Role.TABLE_HEADER,
        "dates": Role.TABLE_DATE,
        "claims": Role.TABLE_CLAIM,
    }
    assert replace(TABLE, kind="dates").role(head, 0, head=True) is Role.TABLE_HEADER
    assert replace(TABLE, kind="dates").role(cell, 1, head=False) is Role.TABLE_HEADER


def test_stretches_of_one_table_stand_apart() -> None:
    row = tuple(Cell(plain(text)) for text in ("2018", "4", "2019", "7"))
    made = Table(plain("Wells"), (1, 1, 1, 1), (), (row,), TABLE.origin, 1, stretches=2)
    (line,) = table_of(written(made)).findall(W + "tr")
    gaps = [attribute(cell, "tcPr/tcMar/left@w") for cell in line.findall(W + "tc")]
    assert gaps == ["0", None, "480", None]
