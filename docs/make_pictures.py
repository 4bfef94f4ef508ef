"""Make the pictures of the guide to Word templates: each template beside a brief printed in it.

    python docs/make_pictures.py

Three small templates are written as an office has them: a letterhead, a sample document, and one
with marks. LibreOffice draws the template, poppler the brief. `tests/test_guide_pictures.py` says
when a picture shows what is no longer made.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from PIL import Image, ImageOps

import briefgen

HERE = Path(__file__).resolve().parent
PICTURES = HERE / "pictures"
ARGUMENT = HERE.parent / "data" / "accessible-documents.yaml"

WAYS = {"letterhead": False, "sample": True, "marks": False}
"""The pictures, and whether the brief replaces the words of the template's body."""

DPI, COLOURS, GAP, EDGE = 52, 24, 24, 1
_INK, _PALE = RGBColor(0x1F, 0x4E, 0x5F), RGBColor(0x5A, 0x5A, 0x5A)


def write_template(way: str, file: Path) -> None:
    """Write the template of a way, as somebody makes it in Word."""
    word = _office()
    if way == "sample":
        _sample(word)
    elif way == "marks":
        _marks(word)
    word.save(str(file))


def _office() -> Word:
    """Return a letterhead with an empty body: paper, type, colours, header and footer."""
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(32), Mm(24)
    for name, size in (("Normal", 10), ("Body Text", 10), ("Heading 1", 13), ("Title", 22)):
        style = word.styles[name]
        assert style.type is WD_STYLE_TYPE.PARAGRAPH
        style.font.name, style.font.size = "Calibri", Pt(size)
        if name in ("Heading 1", "Title"):
            style.font.color.rgb, style.paragraph_format.space_before = _INK, Pt(10)
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    _say(header, "Office for Plain Documents", 15, _INK, bold=True)
    _say(footer, "12 Example Street, Exampletown · www.example.org", 8.5, _PALE)
    return word


def _say(
    paragraph: Paragraph, words: str, size: float, ink: RGBColor, *, bold: bool = False
) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb, run.bold = Pt(size), ink, bold


def _sample(word: Word) -> None:
    """Add the words of a sample document, as an organisation hands it out."""
    word.add_paragraph("Title of the report", "Title")
    for number in range(1, 5):
        word.add_paragraph(f"Heading {number} of the sample", "Heading 1")
        word.add_paragraph("Type your text here. This is sample text, to be written over. " * 6)


def _marks(word: Word) -> None:
    """Add what stands around a brief, and the mark where it goes."""
    table = word.add_table(2, 2)
    rows = (("To: all departments", "{{ position }}"), ("From: the office", "{{ title }}"))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.paragraphs[0].add_run(words)
    word.add_paragraph("{{ main }}")
    word.add_paragraph("Please pass this brief on to your own staff.")


def make(folder: Path, into: Path) -> None:
    """Make all pictures, with templates and pages in a folder."""
    for way in WAYS:
        write_template(way, folder / f"{way}.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    documents = [str(folder / f"{way}.docx") for way in WAYS]
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    command += documents
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 - our own
    argument = briefgen.load(ARGUMENT)
    for way, replaces in WAYS.items():
        brief = briefgen.build(
            argument,
            length="two-page",
            audience="public",
            template=folder / f"{way}.docx",
            replace_body=replaces,
        )
        brief.save(folder / f"{way}-brief.pdf")
        pages = [_drawn(folder / f"{name}.pdf") for name in (way, f"{way}-brief")]
        _beside(*pages).save(into / f"{way}.png", optimize=True)


def _drawn(pdf: Path) -> Image.Image:
    """Return the first page of a PDF, with an edge."""
    file = pdf.with_suffix("")
    command = ["pdftoppm", "-png", "-r", str(DPI), "-singlefile", str(pdf), str(file)]
    subprocess.run(command, check=True)  # noqa: S603 - our own
    return ImageOps.expand(Image.open(file.with_suffix(".png")), EDGE, "#999999")


def _beside(template: Image.Image, brief: Image.Image) -> Image.Image:
    """Return a template and a brief as one picture of few colours."""
    size = (template.width + GAP + brief.width, max(template.height, brief.height))
    both = Image.new("RGB", size, "white")
    both.paste(template, (0, 0))
    both.paste(brief, (template.width + GAP, 0))
    return both.quantize(COLOURS)


def main() -> int:
    """Make the pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), PICTURES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
