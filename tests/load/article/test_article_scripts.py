"""Figures above and below the line: powers, formulas and fractions stay, marks of notes go."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from reportlab.pdfgen.canvas import Canvas

from briefgen.load.article import read_article
from briefgen.load.article.blocks import raised_text

Run = tuple[str, str]
"""Text and where it stands: "up", "down" or "on" the line."""

PLACES = {"up": (4, 7), "down": (-2, 7), "on": (0, 11)}
"""How far above the line, and how large, in points."""


def _pdf(path: Path, lines: list[list[Run]]) -> str:
    canvas = Canvas(str(path))
    for number, runs in enumerate(lines):
        x, y = 72.0, 760.0 - 14 * number
        for text, place in runs:
            rise, size = PLACES[place]
            canvas.setFont("Times-Roman", size)
            canvas.drawString(x, y + rise, text)
            x += canvas.stringWidth(text, "Times-Roman", size)
    canvas.save()
    return " ".join(each.text for each in read_article(path).paragraphs)


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ([("Emissions of CO", "on"), ("2", "down"), (" rose there.", "on")], "of CO2 rose"),
        ([("Of N", "on"), ("2", "down"), ("O, little is lost here.", "on")], "Of N2O, little"),
        ([("It has 5 km", "on"), ("2", "up"), (" of land in all.", "on")], "5 km² of land"),
        ([("There are 10", "on"), ("6", "up"), (" of them in all.", "on")], "are 10⁶ of them"),
        ([("It is 8,000", "on"), ("2", "up"), (" and no more here.", "on")], "is 8,000 and no"),
        ([("So the law of 2015", "on"), ("6,7", "up"), (" says.", "on")], "law of 2015 says."),
        ([("It fell by 31.5%", "on"), ("12", "up"), (" in a year.", "on")], "31.5% in a year"),
        (
            [("To ", "on"), ("1", "up"), ("/", "on"), ("4", "down"), (" of it.", "on")],
            "To 1\u20444 of it",
        ),
        (
            [("In 2 ", "on"), ("1", "up"), ("/", "on"), ("2", "down"), (" years.", "on")],
            "In 2 1\u20442 years",
        ),
    ],
)
def test_figures_beside_the_line_of_a_pdf(tmp_path: Path, runs: list[Run], said: str) -> None:
    body = "A sentence that stands above it, so that there is a body of text on this page."
    assert said in _pdf(tmp_path / "article.pdf", [[(body, "on")], runs, [(body, "on")]])


@pytest.mark.parametrize(
    ("text", "before", "printed"),
    [
        ("2", "12 km", "²"),
        ("3", "a river of 4 m", "³"),
        ("-6", "10", "⁻⁶"),
        ("2", "the value of R", "²"),
        ("2", "8,000", ""),
        ("14", "in 2016", ""),
        ("3", "of the US", ""),
        ("12", "the towns", ""),
        ("st", "the 1", "st"),
    ],
)
def test_a_raised_figure_is_a_power_or_the_mark_of_a_note(
    text: str, before: str, printed: str
) -> None:
    assert raised_text(text, before) == printed


def test_a_program_in_word_is_no_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles.add_style("Source Code", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("The board has spent more than it had in the year before the last one.")
    document.add_paragraph('walls <- read("walls.csv", skip = 12)', style="Source Code")
    document.save(str(tmp_path / "article.docx"))
    source = read_article(tmp_path / "article.docx")
    assert [each.reason for each in source.omitted] == ["code"]
    assert len(source.paragraphs) == 1


PAGE = """<body><article><h1>River costs</h1>
<p>The board has spent more than it had on walls and dams [<a href="#n1">1</a>] along the river.</p>
<table><tr><th><p>Town</p></th><th><p>Walls</p></th></tr>
<tr><td><p>Bridgetown</p></td><td><p>- 12</p></td></tr></table>
<pre class="sourceCode"><code>walls = 12</code></pre></article></body>"""


def test_a_page_has_rows_whose_cells_hold_paragraphs_and_no_empty_brackets(tmp_path: Path) -> None:
    path = tmp_path / "article.html"
    path.write_text(PAGE, "utf-8")
    source = read_article(path)
    assert [(each.kind, each.text) for each in source.body] == [
        (
            "paragraph",
            "The board has spent more than it had on walls and dams along the river.",
        ),
        ("table", "Town | Walls"),
        ("table", "Bridgetown | -12"),
    ]
    assert [each.reason for each in source.omitted] == ["code"]
