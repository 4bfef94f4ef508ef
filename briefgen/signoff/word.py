"""A sheet as a Word document: A4 across, tables whose header rows repeat, cells for initials.

It is written from nothing (ISO/IEC 29500-1, 17): styles with Word's own names, so that headings
are headings, and no part that is not needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from briefgen.ooxml.build import text_content, w
from briefgen.ooxml.names import OFFICE, PACKAGE, WORDML, Element
from briefgen.ooxml.writing import content_types, written, zipped
from briefgen.signoff import wording
from briefgen.signoff.word_styles import fonts, styles, theme
from briefgen.types.signoff import Sheet, SheetRow, SourceWords

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 16838, 11906, 680
"""A4 across and its margins, in twentieths of a point."""

ROW_WIDTHS = (1150, 3850, 4500, 1150, 2078, 850, 900, 1000)
OUTPUT_WIDTHS = (700, 1700, 2100, 4178, 6800)
COVERAGE_WIDTHS = (1700, 7478, 2600, 3700)
WAIVER_WIDTHS = (3200, 3000, 7278, 2000)

_PARTS = (
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("footer", "footer1.xml"),
    ("fontTable", "fontTable.xml"),
    ("theme", "theme/theme1.xml"),
)
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"


def word_sheet(made: Sheet) -> bytes:
    """Return a sheet as a Word document. The same sheet is the same bytes."""
    body = w("body", *_content(made), _section())
    document = w("document", body)
    parts = {
        "word/document.xml": (WORDML + "document.main+xml", written(document)),
        "word/styles.xml": (WORDML + "styles+xml", written(styles())),
        "word/settings.xml": (WORDML + "settings+xml", written(_settings())),
        "word/footer1.xml": (WORDML + "footer+xml", written(_footer())),
        "word/fontTable.xml": (WORDML + "fontTable+xml", written(fonts())),
        "word/theme/theme1.xml": (_THEME, written(theme())),
        "docProps/core.xml": (_CORE, _core(made)),
    }
    types = {name: kind for name, (kind, _) in parts.items()}
    return zipped(
        {
            "[Content_Types].xml": content_types(types),
            "_rels/.rels": _relationships(
                (
                    (OFFICE + "officeDocument", "word/document.xml"),
                    (PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
                )
            ),
            "word/_rels/document.xml.rels": _relationships(
                (OFFICE + name, target) for name, target in _PARTS
            ),
            **{name: data for name, (_, data) in parts.items()},
        }
    )


def _relationships(targets: Iterable[tuple[str, str]]) -> bytes:
    root = etree.Element("Relationships", xmlns=PACKAGE + "relationships")
    for number, (kind, target) in enumerate(targets, 1):
        etree.SubElement(root, "Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return written(root)


def _core(made: Sheet) -> bytes:
    names = {
        "cp": PACKAGE + "metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
    }
    root = etree.Element(f"{{{names['cp']}}}coreProperties", nsmap=names)
    for name, text in (
        ("title", f"{wording.TITLE}: {made.title}"),
        ("subject", "Internal"),
        ("language", "en-GB"),
    ):
        etree.SubElement(root, f"{{{names['dc']}}}{name}").text = text
    return written(root)


def _settings() -> Element:
    return w("settings", w("themeFontLang", val="en-GB"), w("decimalSymbol", val="."))


def _section() -> Element:
    margins = dict.fromkeys(("top", "right", "bottom", "left", "header", "footer"), MARGIN)
    reference = w("footerReference", type="default")
    reference.set(f"{{{OFFICE[:-1]}}}id", "rId3")
    return w(
        "sectPr",
        reference,
        w("pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT, orient="landscape"),
        w("pgMar", **margins, gutter=0),
    )


def _footer() -> Element:
    number = w("fldSimple", w("r", w("t")), instr="PAGE")
    number[0][0].text = "1"
    said = _run("Internal: holds the words of the article · page ")
    return w("ftr", w("p", w("pPr", w("pStyle", val="Footer")), said, number))


def _run(
    text: str, *, bold: bool = False, marked: bool = False, style: str = "", language: str = ""
) -> Element:
    properties = w("rPr")
    if style:
        properties.append(w("rStyle", val=style))
    if bold or marked:
        properties.append(w("b"))
    if marked:
        properties.append(w("shd", val="clear", color="auto", fill="FFE58A"))
    if language:
        properties.append(w("lang", val=language))
    made = w("r")
    if len(properties):
        made.append(properties)
    made.extend(text_content(text))
    return made


def _paragraph(style: str, *runs: Element) -> Element:
    return w("p", w("pPr", w("pStyle", val=style)), *runs)


def _content(made: Sheet) -> Iterator[Element]:
    yield _paragraph("Title", _run(f"{wording.TITLE}: "), _run(made.title, language=made.language))
    yield _paragraph("Internal", _run(wording.INTERNAL))
    for term, what in wording.facts_of(made):
        yield _paragraph("Fact", _run(f"{term}: ", bold=True), _run(what))
    yield _paragraph("BodyText", _run(wording.HOW_TO_SIGN))
    yield _paragraph("BodyText", _run(wording.EXPLAINED))
    yield _paragraph("Heading1", _run("Printed sentences"))
    rows = [_row(number, row, made) for number, row in enumerate(made.rows, 1)]
    yield from _table("Printed sentences beside the article", wording.ROW_HEADERS, ROW_WIDTHS, rows)
    if made.coverage:
        yield _paragraph("Heading1", _run("What of the article is not printed"))
        yield from _table(
            "Sentences and signposts of the article",
            wording.COVERAGE_HEADERS,
            COVERAGE_WIDTHS,
            [_covered(made, number) for number in range(len(made.coverage))],
        )
    if made.waivers:
        yield _paragraph("Heading1", _run("Findings that may stand"))
        yield from _table(
            "Waivers with their reasons",
            wording.WAIVER_HEADERS,
            WAIVER_WIDTHS,
            [
                [_text(text) for text in (one.code, one.at, one.reason, one.by)]
                for one in made.waivers
            ],
        )
    yield _paragraph("Heading1", _run("Outputs and their files"))
    yield from _table(
        "What is signed, by the digest of each file",
        wording.OUTPUT_HEADERS,
        OUTPUT_WIDTHS,
        [
            [
                *map(_text, (str(one.number), one.length, one.audience, name)),
                _text(digest, "Digest"),
            ]
            for one in made.outputs
            for name, digest in one.files or (("–", "–"),)
        ],
    )


_Cell = list[Element]


def _text(text: str, style: str = "") -> _Cell:
    return [_paragraph("Cell", _run(text, style=style))] if text else [_paragraph("Cell")]


def _table(
    caption: str, headers: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[_Cell]]
) -> Iterator[Element]:
    """Yield a caption and a table whose header repeats on each page; rows stay whole."""
    yield _paragraph("Caption", _run(caption))
    properties = w(
        "tblPr",
        w("tblStyle", val="SheetTable"),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="04A0", firstRow=1, firstColumn=1, noHBand=0, noVBand=1),
        w("tblCaption", val=caption),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    head = [[_paragraph("CellHead", _run(header))] for header in headers]
    yield w(
        "tbl",
        properties,
        grid,
        _table_row(head, widths, header=True),
        *(_table_row(row, widths) for row in rows),
    )
    yield _paragraph("BodyText")


def _table_row(cells: Sequence[_Cell], widths: Sequence[int], *, header: bool = False) -> Element:
    marks = [w("cantSplit")] + ([w("tblHeader")] if header else [])
    made = [
        w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *cell)
        for cell, width in zip(cells, widths, strict=True)
    ]
    return w("tr", w("trPr", *marks), *made)


def _row(number: int, row: SheetRow, made: Sheet) -> list[_Cell]:
    return [
        [_paragraph("Cell", _run(f"{number} ", bold=True), _run(row.id, style="Digest"))],
        [_paragraph("Cell", _run(row.sentence, language=made.language))],
        [_source(words, made) for words in row.passage] or _text("–"),
        _text(wording.CLASSES[row.kind]),
        [_paragraph("Cell", _run(each)) for each in wording.differing(row)] or _text("–"),
        _text(wording.numbers_shown(row.outputs, len(made.outputs))),
        _text(row.writer),
        _text(row.reader),
    ]


def _source(words: SourceWords, made: Sheet) -> Element:
    language = made.article_language or ""
    anchored = ", anchored" if words.anchored else ""
    parts = [_run(part, marked=marked, language=language) for part, marked in words.parts() if part]
    return _paragraph("Cell", _run(f"{words.place}{anchored}: ", bold=True), *parts)


def _covered(made: Sheet, number: int) -> list[_Cell]:
    one, count = made.coverage[number], len(made.outputs)
    signs = [
        _paragraph("Cell", _run(f"{sign}: {wording.numbers_shown(omitted, count)}"))
        for sign, omitted in one.signposts
        if omitted
    ]
    return [
        [_paragraph("Cell", _run(one.place, bold=True))],
        [_paragraph("Cell", _run(one.text, language=made.article_language or ""))],
        _text(wording.missing_shown(one.omitted_from, count)),
        signs or _text("–"),
    ]
