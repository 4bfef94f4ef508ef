"""A laid-out document made by hand: two pages with every kind of mark and element."""

from __future__ import annotations

import datetime
from pathlib import Path

from msgspec.structs import replace

from briefgen.load.fonts import read_fonts
from briefgen.types.draft import Metadata
from briefgen.types.laid import (
    Bookmark,
    CircleMark,
    Element,
    LaidOut,
    LaidPage,
    LineMark,
    Mark,
    RectangleMark,
    TextMark,
)

FONTS_FOLDER = Path(__file__).resolve().parents[2] / "templates" / "fonts"
FONTS, _ = read_fonts(FONTS_FOLDER, frozenset({"Carlito", "Caladea"}))
FACES = {face.name: face for face in FONTS.faces.values()}

INK = "#102030"
LEFT = 72_000

METADATA = Metadata(
    title="Water & wells: “who pays”",
    author="A. Writer",
    subject="What a well costs <in short>",
    keywords=("water", "wells"),
    language="en-GB",
    created=datetime.datetime(2019, 5, 15, 12, 30, tzinfo=datetime.UTC),
    publisher="Institute",
)


def text(
    x_mpt: int,
    baseline_mpt: int,
    words: str,
    element: int | None,
    face: str = "Carlito-Regular",
    size_mpt: int = 11_000,
    tracking_mpt: int = 0,
) -> TextMark:
    """Return a text mark as wide as its words."""
    advances = FACES[face].advances
    width = sum(advances.get(ord(each), 0) for each in words) * size_mpt / 1000
    width += len(words) * tracking_mpt
    return TextMark(
        x_mpt, baseline_mpt, round(width), words, face, size_mpt, INK, element, tracking_mpt
    )


def line(baseline_mpt: int, *pieces: tuple[str, int | None]) -> list[Mark]:
    """Return text marks side by side on a base line."""
    marks: list[Mark] = []
    x = LEFT
    for words, element in pieces:
        mark = text(x, baseline_mpt, words, element)
        marks.append(mark)
        x += mark.width_mpt
    return marks


ELEMENTS = (
    Element("Document", None, language="en-GB"),
    Element("Sect", 0),
    Element("H1", 1, target="top"),
    Element("P", 1),
    Element("Link", 3, address="https://example.org/a(b)?c=1"),
    Element("Span", 3, language="fr"),
    Element("L", 1, list_numbering="Disc"),
    Element("LI", 6),
    Element("Lbl", 7),
    Element("LBody", 7),
    Element("Link", 9, address="#note-1", alt="Note 1"),
    Element("LI", 6),
    Element("Lbl", 11),
    Element("LBody", 11),
    Element("Sect", 0),
    Element("H2", 14),
    Element("Table", 14),
    Element("TR", 16),
    Element("TH", 17, scope="Column"),
    Element("TH", 17, scope="Column", column_span=2),
    Element("TR", 16),
    Element("TD", 20, row_span=2),
    Element("TD", 20),
    Element("TD", 20),
    Element("TR", 16),
    Element("TD", 24),
    Element("TD", 24),
    Element(
        "Figure", 14, alt="Two bars and a dot", page=2, box_mpt=(72000, 300000, 272000, 400000)
    ),
    Element("P", 14),
    Element("Note", 14, target="note-1"),
    Element("P", 14),
)

_FIRST = (
    *line(40_000, ("Running head", None)),
    LineMark(LEFT, 46_000, 523_276, 46_000, "#004455", 1_500),
    text(LEFT, 100_000, "Water & wells", 2, "Caladea-Bold", 24_000),
    *line(130_000, ("The mission was ", 3), ("founded in the ", 4)),
    *line(144_000, ("year 2013", 4), (" as they ", 3), ("disent à Paris", 5), (", far-", 3)),
    *line(158_000, ("reaching in scope.", 3)),
    *line(180_000, ("• ", 8), ("First of all", 9), ("1", 10)),
    *line(194_000, ("• ", 12), ("Second\u00a0of all", 13)),
    text(LEFT, 220_000, "What it costs", 15, "Carlito-Bold", 14_000),
    *line(240_000, ("Where ", 18)),
    text(200_000, 240_000, "How much", 19, "Carlito-Bold"),
    *line(254_000, ("Gao ", 21)),
    text(200_000, 254_000, "12 ", 22),
    text(300_000, 254_000, "about ", 23),
    text(200_000, 268_000, "13 ", 25),
    *line(740_000, ("A paragraph that begins here and then goes ", 28)),
    *line(800_000, ("1", None)),
)
_SECOND = (
    *line(40_000, ("Running head", None)),
    RectangleMark(72_000, 300_000, 60_000, 100_000, "#336699", element=27),
    RectangleMark(150_000, 350_000, 60_000, 50_000, "#99ccff", "#000000", 500, element=27),
    CircleMark(250_000, 380_000, 10_000, None, "#ff0000", 1_000, element=27),
    text(80_000, 320_000, "2018", 27),
    *line(100_000, ("on to a second page.", 28)),
    text(LEFT, 420_000, "A note, with its source.", 29, "Carlito-Italic"),
    *line(800_000, ("2", None)),
)

LAID = LaidOut(
    width_mpt=595_276,
    height_mpt=841_890,
    pages=(LaidPage(_FIRST), LaidPage(_SECOND)),
    elements=ELEMENTS,
    bookmarks=(
        Bookmark(1, "Water & wells", 1, 76_000),
        Bookmark(2, "What it costs", 1, 206_000),
        Bookmark(2, "Notes – and sources", 2, 409_000),
    ),
    fills=(),
)


def with_element(index: int, **changes: object) -> LaidOut:
    """Return the sample with one of its elements changed."""
    changed = replace(ELEMENTS[index], **changes)
    return replace(LAID, elements=(*ELEMENTS[:index], changed, *ELEMENTS[index + 1 :]))


def with_marks(*marks: Mark) -> LaidOut:
    """Return the sample with further marks at the end of its last page."""
    last = LaidPage((*LAID.pages[-1].marks, *marks))
    return replace(LAID, pages=(*LAID.pages[:-1], last))


def of_texts(*texts: TextMark) -> LaidOut:
    """Return a document of one page whose texts are one paragraph."""
    elements = (Element("Document", None), Element("P", 0))
    marks = tuple(replace(mark, element=1) for mark in texts)
    return LaidOut(595_276, 841_890, (LaidPage(marks),), elements, (), ())
