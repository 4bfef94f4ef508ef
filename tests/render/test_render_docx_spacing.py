"""What fills a page in the PDF is written as space between two blocks of Word's."""

from __future__ import annotations

import pytest

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W
from briefgen.render.docx.paragraphs import end_flush, lower
from briefgen.types.laid import Begin, Fill, LaidOut, spread_as
from briefgen.types.page_style import TextStyle
from briefgen.types.role import Role

STYLES = {
    "Text": TextStyle(Role.BODY, "Carlito", 10, 12, "#000000", space_after_pt=6),
    "Head": TextStyle(Role.HEADING_1, "Carlito", 10, 12, "#000000", space_before_pt=9),
}


def paragraph(style: str, **spacing: int) -> Element:
    return w("p", w("pPr", w("pStyle", val=style), *([w("spacing", **spacing)] if spacing else [])))


def space(one: Element, side: str) -> str | None:
    found = one.find(f"{W}pPr/{W}spacing")
    return None if found is None else found.get(W + side)


@pytest.mark.parametrize(
    ("above", "below", "before"),
    [
        (paragraph("Text"), paragraph("Text"), "180"),
        (paragraph("Text"), paragraph("Head"), "240"),
        (paragraph("Text", after=400), paragraph("Head"), "460"),
        (w("tbl"), paragraph("Text", before=100), "160"),
        (paragraph("Elsewhere"), paragraph("Elsewhere"), "60"),
    ],
)
def test_a_paragraph_says_the_larger_space_and_what_it_is_lowered_by(
    above: Element, below: Element, before: str
) -> None:
    lower(below, above, 3, STYLES)
    assert space(below, "before") == before


def test_above_a_table_the_paragraph_before_it_says_it() -> None:
    above = paragraph("Text")
    lower(w("tbl"), above, 3, STYLES)
    assert space(above, "after") == "180"


def test_the_last_block_of_a_column_leaves_no_space_below_it() -> None:
    last, table = paragraph("Text"), w("tbl")
    end_flush(last)
    end_flush(table)
    assert space(last, "after") == "0"
    assert not len(table)


@pytest.mark.parametrize(("room", "lowered"), [(10, (4000, 4000)), (8, (3000, 3000))])
def test_in_the_widest_fonts_gaps_are_as_drawn_where_there_is_room(
    room: int, lowered: tuple[int, int]
) -> None:
    def pages(*by: int, used: int) -> LaidOut:
        begins = tuple(Begin(0, at, 1, lowered_mpt=one) for at, one in enumerate(by))
        fills = (Fill("main", 1, used, 100_000),)
        return LaidOut(0, 0, ((),), (), (), fills, begins=begins, spread_mpt=(sum(by), 0))  # type: ignore[arg-type]

    found = spread_as(pages(1000, 1000, used=100_000 - room * 1000), pages(4000, 4000, used=80_000))
    assert tuple(one.lowered_mpt for one in found.begins) == lowered
