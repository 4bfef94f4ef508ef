"""What a brief says in either format, and how many pages it has in Word."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from pypdf import PdfReader

from briefgen.pipeline import Brief
from samples.tags import tag_tree
from samples.word import W, text, tree


def pdf_text(pdf: bytes) -> str:
    """The text of the tag tree, furniture left out."""
    quoted = re.compile(r'"(?:[^"\\]|\\.)*"')
    return "".join(json.loads(words) for words in quoted.findall(tag_tree(pdf)))


def word_text(docx: bytes) -> str:
    """The text of the body, without what belongs to the template."""
    body = tree(docx).find(f"{W}body")
    assert body is not None
    return "".join(text(paragraph) for paragraph in body.iter(f"{W}p"))


def told(brief: Brief, *, numbers: bool) -> Iterator[str]:
    """The lines of the brief without the marks of `text`; Word numbers its lists itself."""
    for line in brief.text.splitlines():
        bare = re.sub(r"^(#+|-) ", "", line)
        yield bare if numbers else re.sub(r"^\d+\. ", "", bare)


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
