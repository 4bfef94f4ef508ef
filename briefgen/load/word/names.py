"""The fields of a Word template, checked when it is loaded: names, loops, tags left open."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from briefgen.load.word.ooxml import W, parse
from briefgen.sandbox import document_faults
from briefgen.types.finding import Finding
from briefgen.types.page import FIELDS, FRAMES, LISTS
from briefgen.types.word_place import whereabouts
from briefgen.types.word_template import WordTemplate

_ROOTS = frozenset(W + name for name in ("document", "hdr", "ftr"))


def word_field_findings(template: WordTemplate) -> Iterator[Finding]:
    """Yield a finding for each field of body, headers and footers that no brief can fill."""
    with zipfile.ZipFile(io.BytesIO(template.data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1:
                root = parse(archive.read(name))
                if root.tag in _ROOTS:
                    yield from _findings(root, name, template.file)


def _findings(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    paragraphs = [*root.iter(W + "p")]
    lines = [_text(paragraph) for paragraph in paragraphs]
    known = f"known names: {', '.join(sorted({*FIELDS, *FRAMES, *LISTS}))}"
    for number, message in document_faults(
        ["" if _is_place(line) else line for line in lines], FIELDS, LISTS
    ):
        at = min(max(number, 0), len(lines) - 1)
        if not lines[at].strip() and any("{%" in line for line in lines):
            at = max(index for index, line in enumerate(lines) if "{%" in line)
        yield Finding(
            "word-field-unfilled",
            f'"{lines[at].strip()}" cannot be filled: {message}',
            known,
            path=(whereabouts(paragraphs[at], part),),
            file=file,
        )


def _text(paragraph: etree._Element) -> str:
    return "".join(
        one.text or ""
        for one in paragraph.iter(W + "t")
        if next(one.iterancestors(W + "p"), None) is paragraph
    )


def _is_place(line: str) -> bool:
    words = line.strip()
    return words.startswith("{{") and words.endswith("}}") and words[2:-2].strip() in FRAMES
