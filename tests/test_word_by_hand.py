"""A Word brief is what a careful person makes by hand: styles, lists, captions, fields."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import docx
import pytest
from lxml import etree
from samples.word import WP, W, parts, style, text, tree

import briefgen

ROOT = Path(__file__).resolve().parent.parent
MALI = ROOT / "data" / "china-mali.yaml"
CHARTED = ROOT / "tests" / "arguments" / "series.yaml"

PARAGRAPH = {
    "pStyle", "keepNext", "framePr", "numPr", "tabs", "spacing", "ind", "jc", "pBdr", "sectPr",
    "widowControl",
}  # fmt: skip
"""What a paragraph says itself. Each but its style is what no style can know; see `DIRECT`."""

DIRECT = {
    "spacing": {"before", "after", "line", "lineRule"},  # below a box or table, and of white space
    "ind": {"left", "right", "firstLine", "hanging"},  # over the margin of a side column
}
RUN = {"rStyle", "lang", "b", "bCs", "i", "iCs"}
MARKS = {"NoteMark", "FootnoteReference"}


@pytest.fixture(scope="module")
def bodies() -> dict[str, etree._Element]:
    """The body of each brief of the set, of each theme, and of one with charts."""
    found = {}
    mali, charted = briefgen.load(MALI), briefgen.load(CHARTED)
    lengths, audiences = (
        [name for name, _ in listed] for listed in (briefgen.lengths(), briefgen.audiences())
    )
    asked = [
        (mali, length, audience, "standard") for length, audience in product(lengths, audiences)
    ]
    asked += [
        (one, "full", "analyst", page_style)
        for page_style, _ in briefgen.templates()
        for one in (mali, charted)
    ]
    for argument, length, audience, page_style in asked:
        brief = briefgen.build(argument, length=length, audience=audience, template=page_style)
        body = tree(brief.to_bytes("docx")).find(W + "body")
        assert body is not None
        found[f"{argument.id} {length} {audience} {page_style}"] = body
    assert len(found) == 25
    return found


def named(element: etree._Element) -> str:
    return str(element.tag)[len(W) :]


def own(body: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a body: the built-in templates have no text of their own there."""
    yield from body.iter(W + "p")


def test_every_paragraph_has_a_style_and_says_no_more_than_no_style_can_know(
    bodies: dict[str, etree._Element],
) -> None:
    for name, body in bodies.items():
        for paragraph in own(body):
            properties = paragraph.find(W + "pPr")
            assert properties is not None
            if properties.find(f"{W}spacing[@{W}lineRule='exact']") is not None:
                continue  # white space of a height: see below
            assert style(paragraph), (name, text(paragraph))
            assert {*map(named, properties)} <= PARAGRAPH, (name, text(paragraph))
            for one in properties:
                allowed = DIRECT.get(named(one))
                said = {str(key)[len(W) :] for key in one.attrib}
                assert allowed is None or said <= allowed, (name, text(paragraph), said)
        assert not [*body.iter(W + "pageBreakBefore", W + "keepLines")], name


def test_no_run_has_a_font_size_or_colour_of_its_own(bodies: dict[str, etree._Element]) -> None:
    """But the mark of a note in small type, which would be too small to read."""
    for name, body in bodies.items():
        for properties in body.iter(W + "rPr"):
            named_style = properties.find(W + "rStyle")
            is_mark = named_style is not None and named_style.get(W + "val") in MARKS
            allowed = RUN | {"sz", "szCs"} if is_mark else RUN
            assert {*map(named, properties)} <= allowed, name


def test_no_paragraph_is_empty(bodies: dict[str, etree._Element]) -> None:
    """But those of cells that hold none: that a span covers, behind the last key figure, of a bar,
    in a table of dates where a year goes on, or no more is known of a date.

    A bar of dates is a row of cells of a fixed height.
    """
    for name, body in bodies.items():
        for paragraph in own(body):
            if text(paragraph).strip() or next(paragraph.iter(WP + "inline"), None) is not None:
                continue
            cell = paragraph.getparent()
            assert cell is not None
            if cell.tag == W + "body":  # columns that end with a table, or at one over all of them
                assert paragraph.find(f"{W}pPr/{W}spacing[@{W}lineRule='exact']") is not None, name
                continue
            assert cell.tag == W + "tc", name
            covered = cell.find(f"{W}tcPr/{W}vMerge") is not None
            height = cell.find(f"../{W}trPr/{W}trHeight")
            is_bar = height is not None and height.get(W + "hRule") == "exact"
            columns = next(cell.iterancestors(W + "tbl")).find(f"{W}tblPr/{W}tblDescription")
            is_date = columns is not None and str(columns.get(W + "val")).startswith("Date; ")
            assert covered or is_bar or is_date or cell.getnext() is None, name


def test_bullets_and_numbers_are_those_of_lists(bodies: dict[str, etree._Element]) -> None:
    seen = set()
    for name, body in bodies.items():
        for paragraph in own(body):
            assert not re.match(r"\s*([•◦▪*–-]|\d+[.)])\s", text(paragraph)), (
                name,
                text(paragraph),
            )
            seen.add(style(paragraph))
    assert {"ListBullet", "Source", "Event"} <= seen


def test_every_table_has_a_heading_or_a_numbered_caption_and_header_rows_that_repeat(
    bodies: dict[str, etree._Element],
) -> None:
    number, named = 0, set[str]()
    for name, body in bodies.items():
        for table in body.iter(W + "tbl"):
            if table.find(f".//{W}tblHeader") is None:
                first = next(one for one in table.iter(W + "p") if text(one).strip())
                assert style(first) in {"KeyFigure", "StatFigure", "StatLabel"}, name
                continue
            number += 1
            above = table.getprevious()
            assert above is not None
            named.add(style(above))
            fields = [one.text or "" for one in above.iter(W + "instrText")]
            wanted = ["SEQ"] if style(above) == "Caption" else []
            assert [field.split()[0] for field in fields] == wanted
            row = table.find(W + "tr")
            assert row is not None
            assert row.find(f"{W}trPr/{W}tblHeader") is not None
    assert number >= 20
    assert named == {"Caption", "Heading1"}


def test_headings_keep_with_what_follows_and_none_ends_a_brief(
    bodies: dict[str, etree._Element],
) -> None:
    for name, body in bodies.items():
        styles = [style(paragraph) for paragraph in own(body)]
        assert styles[0] == "Title", name
        assert not styles[-1].startswith("Heading"), name


@pytest.mark.parametrize(("length", "page_style"), [("one-page", "standard"), ("full", "press")])
def test_the_file_says_what_it_is(length: str, page_style: str) -> None:
    argument = briefgen.mark(briefgen.load(MALI), status="draft", version="2", number="7")
    data = briefgen.build(argument, length=length, template=page_style).to_bytes("docx")
    reported = docx.Document(io.BytesIO(data)).core_properties
    assert reported.title == argument.title
    assert (reported.author, reported.created) == ("", None)
    assert all((reported.subject, reported.keywords, reported.category))
    assert (reported.language, reported.content_status, reported.version) == ("en-GB", "Draft", "2")
    settings = parts(data)["word/settings.xml"].decode()
    assert re.search(r'w:name="compatibilityMode"[^>]*w:val="15"', settings)
    assert "updateFields" not in settings
