"""The side column over several pages: a text frame for each, on the page where the PDF has it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import pytest
from lxml import etree
from msgspec.structs import replace
from samples.brief import BESIDE, TABLE, content, paragraph, section
from samples.word import W, lines, template, tree

from briefgen.load.page_style import read_page_style
from briefgen.render.docx import render_docx
from briefgen.render.docx.frames import divide
from briefgen.render.docx.page import reach, set_margins
from briefgen.types.block import Block
from briefgen.types.brief import BriefSection
from briefgen.types.laid import Begin, Fill, LaidOut, LaidPage
from briefgen.types.page import Master, SideColumn
from briefgen.types.role import Role


def written(*sections: BriefSection, later: AbstractSet[tuple[int, int | None]]) -> bytes:
    """Return sections as a Word file; of the blocks, those of `later` begin on the second page."""
    begins = [
        Begin(number, block, 2 if (number, block) in later else 1)
        for number, held in enumerate(sections)
        for block in (None, *range(len(held.blocks)))
    ]
    word = template()
    brief = replace(content(), sections=sections)
    return render_docx(brief, word, read_page_style(word), BESIDE, begins=begins)


def main(*blocks: Block, heading: str = "") -> BriefSection:
    return section("main", *blocks, heading=heading)


SIDE = section(
    "side",
    *(paragraph(text, Role.SIDE_TEXT) for text in ("Left.", "Right.")),
    frame="side",
    heading="Side",
    role=Role.SIDE_HEADING,
)
NEXT: set[tuple[int, int | None]] = {(1, 1)}
"""The second paragraph of the side column, which is the second section."""


def reported(data: bytes) -> list[str]:
    return [line.split(" | ")[1] for line in lines(data)]


def anchors(data: bytes) -> list[str]:
    frames = tree(data).iter(W + "framePr")
    return [f"{frame.get(W + 'vAnchor')} {frame.get(W + 'y')}" for frame in frames]


def test_what_stands_on_a_later_page_stands_at_its_top_among_its_paragraphs() -> None:
    texts = [paragraph(text) for text in ("One.", "Two.", "Three.", "Four.")]
    data = written(main(*texts), SIDE, later={*NEXT, (0, 2), (0, 3)})
    assert reported(data) == ["Side", "Left.", "One.", "Two.", "Three.", "Right.", "Four."]
    assert anchors(data) == ["text 1", "text 1", "margin 1"]


def test_nothing_comes_between_a_heading_and_its_text() -> None:
    second = main(paragraph("Two."), paragraph("Three."), heading="Heading")
    data = written(main(paragraph("One.")), SIDE, second, later={*NEXT, (2, None), (2, 0), (2, 1)})
    assert reported(data)[-4:] == ["Heading", "Two.", "Right.", "Three."]
    alone = main(paragraph("Two."), heading="Heading")
    data = written(main(paragraph("One.")), SIDE, alone, later={*NEXT, (2, None), (2, 0)})
    assert reported(data)[-3:] == ["Right.", "Heading", "Two."]


def test_nothing_comes_before_a_table_or_between_its_caption_and_it() -> None:
    blocks = (paragraph("One."), paragraph("Two."), TABLE, paragraph("Three."))
    data = written(main(*blocks), SIDE, later={*NEXT, (0, 1), (0, 2), (0, 3)})
    at = reported(data).index("Right.")
    assert reported(data)[at + 1].startswith("Table")


def test_a_point_is_not_divided() -> None:
    origin = replace(paragraph("").origin, point="wells")
    texts = [replace(paragraph(text), origin=origin) for text in ("Two.", "Three.")]
    data = written(
        main(paragraph("One."), *texts, paragraph("Four.")),
        SIDE,
        later={*NEXT, (0, 1), (0, 2), (0, 3)},
    )
    assert reported(data)[-4:] == ["Two.", "Three.", "Right.", "Four."]


def test_a_page_without_any_paragraph_of_the_main_column_is_turned_to() -> None:
    data = written(main(paragraph("One.")), SIDE, later=NEXT)
    assert reported(data) == ["Side", "Left.", "One.", "Right.", ""]
    last = list(tree(data).iter(W + "p"))[-1]
    assert last.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_without_a_layout_all_of_it_stands_on_the_first_page() -> None:
    word = template()
    brief = replace(content(), sections=(main(paragraph("One.")), SIDE))
    data = render_docx(brief, word, read_page_style(word), BESIDE)
    assert reported(data) == ["Side", "Left.", "Right.", "One."]
    assert anchors(data) == ["text 1"] * 3


@pytest.mark.parametrize(
    ("held", "right"), [("<w:tab/><w:t>2</w:t>", -3520), ("<w:t>1</w:t>", -3163)]
)
def test_a_line_with_tabs_reaches_to_the_margin_of_the_template(held: str, right: int) -> None:
    pages = read_page_style(template())
    side = Master(side=SideColumn(width_pt=156, gap_pt=20))
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9072"/></w:tabs>'
    footer = etree.fromstring(
        f'<w:ftr xmlns:w="{W[1:-1]}"><w:p><w:pPr>{tabs}<w:ind w:right="357"/></w:pPr>'
        f"<w:r>{held}</w:r></w:p></w:ftr>"
    )
    reach(footer, divide(pages, side), pages)
    (indent,) = footer.iter(W + "ind")
    assert indent.get(W + "right") == str(right)


@pytest.mark.parametrize(("bidi", "side"), [("", "right"), ("<w:bidi/>", "left")])
def test_a_line_from_right_to_left_reaches_over_the_column_from_its_beginning(
    bidi: str, side: str
) -> None:
    pages = read_page_style(template())
    footer = etree.fromstring(
        f'<w:ftr xmlns:w="{W[1:-1]}"><w:p><w:pPr>{bidi}</w:pPr></w:p></w:ftr>'
    )
    reach(footer, divide(pages, Master(side=SideColumn(width_pt=156, gap_pt=20))), pages)
    (indent,) = footer.iter(W + "ind")
    assert list(indent.attrib) == [W + side]


def test_rules_measured_from_the_text_stay_around_the_page() -> None:
    pages = read_page_style(template())
    rules = "".join(f'<w:{side} w:val="single" w:space="4"/>' for side in ("top", "right"))
    held = etree.fromstring(
        f'<w:sectPr xmlns:w="{W[1:-1]}"><w:headerReference w:type="default"/>'
        f'<w:pgMar w:top="2000" w:right="600" w:bottom="900" w:left="600" w:header="500"/>'
        f"<w:pgBorders>{rules}</w:pgBorders></w:sectPr>"
    )
    set_margins(held, divide(pages, BESIDE), pages)
    (borders,) = held.iter(W + "pgBorders")
    assert borders.get(W + "offsetFrom") == "page"
    assert [one.get(W + "space") for one in borders] == ["21", "26"]


@pytest.mark.parametrize(
    ("before", "main_used", "side_used", "lowered"),
    [(0, 80, 60, 0), (0, 60, 80, 20), (30, 80, 75, 20), (30, 80, 40, 0), (5, 80, 78, 3)],
)
def test_the_foot_is_kept_off_the_side_column_where_a_page_before_takes_lines_back(
    before: int, main_used: int, side_used: int, lowered: int
) -> None:
    fills = (
        Fill("main", 1, 100 - before, 100),
        Fill("main", 2, main_used, 100),
        Fill("side", 2, side_used, 100),
    )
    assert LaidOut(0, 0, (LaidPage(()),) * 2, (), (), fills).foot_drop_mpt == lowered
