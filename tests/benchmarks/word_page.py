"""The one page as a Word template that docxtpl fills and LibreOffice converts."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.shared import Pt, RGBColor
from docxtpl import DocxTemplate

from benchmarks.page import Item, Page

_EXPORT = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"2"}}'
)
"""PDF/UA-1 and PDF/A-2, as LibreOffice calls them."""


def word_template(page: Page) -> bytes:
    """Return a Word template with a field for each text: two cells of a table for the columns."""
    document = Document()
    document.core_properties.title = page.title
    section = document.sections[0]
    section.page_width, section.page_height = Pt(595.3), Pt(841.9)
    section.left_margin = section.right_margin = Pt(51)
    section.top_margin = section.bottom_margin = Pt(54)
    section.header.paragraphs[0].text = "{{ masthead }}"
    section.footer.paragraphs[0].text = "{{ footer }}"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Carlito", Pt(9)
    normal.paragraph_format.space_after = Pt(2)
    normal.paragraph_format.line_spacing = 1.0
    for name, size in (("Title", 22), ("Heading 1", 13)):
        style = document.styles[name]
        style.font.name, style.font.size = "Caladea", Pt(size)
        style.font.color.rgb = RGBColor(0x14, 0x50, 0x5C)
        style.paragraph_format.space_before = Pt(6)
    _fields(document, "head", page.head)
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].width, cells[1].width = Pt(330), Pt(163)
    _fields(cells[0], "main", page.main)
    _fields(cells[1], "side", page.side)
    _fields(document, "foot", page.foot)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _fields(holder: object, frame: str, items: Sequence[Item]) -> None:
    styles = {"title": "Title", "heading": "Heading 1"}
    lists = ("bullet", "event", "figure")
    for number, item in enumerate(items):
        style = "List Bullet" if item.kind in lists else styles.get(item.kind, "Normal")
        paragraph = holder.add_paragraph(style=style)  # type: ignore[attr-defined]
        for part, words in enumerate(item.words):
            run = paragraph.add_run(f"{{{{ {frame}[{number}][{part}] }}}}")
            run.bold = words.bold
            if item.kind == "figure" and not part:
                run.add_break()


def filled(template: bytes, page: Page) -> bytes:
    """Return the template with the texts of a page in its fields."""
    document = DocxTemplate(io.BytesIO(template))
    frames = {"head": page.head, "main": page.main, "side": page.side, "foot": page.foot}
    context: dict[str, object] = {
        frame: [[words.text for words in item.words] for item in items]
        for frame, items in frames.items()
    }
    context |= {"masthead": "   ".join(page.masthead), "footer": page.footer}
    document.render(context, autoescape=True)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def converted(office: str, document: bytes, folder: Path) -> bytes:
    """Return the PDF that LibreOffice makes of a Word file, in a process as from a shell."""
    source = folder / "page.docx"
    source.write_bytes(document)
    pdf = folder / "page.pdf"
    pdf.unlink(missing_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", _EXPORT, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    return pdf.read_bytes()
