"""What a brief says in either format, and how many pages it has in Word."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from pypdf import PdfReader

from briefgen.pipeline import Brief
from samples.tags import tag_tree
from samples.word import WP, Element, W, text, tree


def pdf_text(pdf: bytes) -> str:
    """The text of the tag tree, headers_footers left out. A figure says its alternative text."""
    quoted = re.compile(r'"(?:[^"\\]|\\.)*"')
    words: list[str] = []
    figure: int | None = None
    for line in tag_tree(pdf).split("\n"):
        depth = len(line) - len(line.lstrip(" "))
        if figure is not None and depth > figure:
            continue
        figure = depth if line.lstrip(" ").startswith("Figure ") else None
        words += [json.loads(found) for found in quoted.findall(line)]
    return "".join(words)


def word_text(docx: bytes) -> str:
    """The text of the body, without what belongs to the template. Drawings say what they show.

    Footnotes stand at its end, and their references show the numbers that Word gives them.
    """
    body = tree(docx).find(f"{W}body")
    assert body is not None
    notes = _numbered_notes(docx, body)
    return "".join(
        [
            text(one) + "".join(shown.get("descr", "") for shown in one.iter(f"{WP}docPr"))
            for one in body.iter(f"{W}p")
        ]
        + notes
    )


def _numbered_notes(docx: bytes, body: Element) -> list[str]:
    """Put the numbers of footnotes where Word shows them, and return the footnotes in order."""
    references = [*body.iter(f"{W}footnoteReference")]
    if not references:
        return []
    held = {note.get(f"{W}id"): text(note) for note in tree(docx, "word/footnotes.xml")}
    for number, reference in enumerate(references, 1):
        reference.tag = f"{W}t"
        reference.text = str(number)
    return [held[reference.get(f"{W}id")] for reference in references]


def reported(brief: Brief, *, numbers: bool) -> Iterator[str]:
    """The lines of the brief without the marks of `text`; Word numbers its lists itself."""
    for line in brief.text_in("pdf" if numbers else "docx").splitlines():
        bare = re.sub(r"^(#+| *-|>) ", "", line)
        yield bare if numbers else re.sub(r"^( *\d+| +[a-z])\. ", "", bare)


def page_lines(pdf: bytes) -> list[list[str]]:
    """Return the lines of each page, as pypdf reads them from the drawing."""
    return [one.extract_text().splitlines() for one in PdfReader(io.BytesIO(pdf)).pages]


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


def word_pages(files: Mapping[str, bytes], folder: Path) -> dict[str, int]:
    """Return the pages of each Word file as LibreOffice lays it out, all in one run."""
    for name, docx in files.items():
        (folder / f"{name}.docx").write_bytes(docx)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    documents = [str(folder / f"{name}.docx") for name in files]
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *documents], check=True, capture_output=True)
    return {name: len(PdfReader(folder / f"{name}.pdf").pages) for name in files}
