"""A strip of dates in Word: a table of a bar and, below it, of text that can be edited."""

from __future__ import annotations

from datetime import date

from lxml import etree
from msgspec.structs import replace
from samples.brief import EVENTS, WIDE, content, section
from samples.word import W, template, text, tree

from briefgen.load.page_style import read_page_style
from briefgen.render.docx import render_docx


def test_a_strip_of_events_is_a_table_of_a_bar_and_of_text_that_can_be_edited() -> None:
    first, last = EVENTS.moments
    moments = (replace(first, event=f"e{n}", day=date(2012 + 2 * n, 3, 15)) for n in range(3))
    strip = replace(EVENTS, moments=(*moments, last), strip=True)
    word = template()
    body = tree(render_docx(content(section("dates", strip)), word, read_page_style(word), WIDE))
    (table,) = [one for one in body.iter(W + "tbl") if "Another one" in text(one)]
    bar, *leaders, events = table.findall(W + "tr")
    assert text(bar) == ""
    assert [lines_of(cell) for cell in events.findall(W + "tc")] == [
        *[["March 2012", "A coup"]] * 3,
        ["Mid-2019, planned", "Another one"],
    ]
    width = sum(int(one.get(f"{W}w", "0")) for one in table.iter(W + "gridCol"))
    sides = [
        one.tag.removeprefix(W) for row in leaders for one in row.iterfind(f".//{W}tcBorders/*")
    ]
    assert text(leaders[0]) == ""
    assert sides.count("left") == 2 * 4, "each goes down from the bar and to its event"
    for row in (bar, *leaders, events):
        assert sum(int(one.get(f"{W}w", "0")) for one in row.iter(W + "tcW")) == width


def lines_of(cell: etree._Element) -> list[str]:
    """Return the text of each paragraph of a cell."""
    return [text(p) for p in cell.iter(W + "p")]
