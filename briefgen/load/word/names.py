"""The fields of a Word template, checked when it is loaded: names, loops, tags left open."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefgen.load.word.body import AMONG
from briefgen.ooxml.names import W
from briefgen.ooxml.place import whereabouts
from briefgen.ooxml.template import WordTemplate
from briefgen.ooxml.text import own_text
from briefgen.sandbox import document_faults
from briefgen.types.finding import Finding
from briefgen.types.page import FIELDS, FRAMES, LISTS


def word_field_findings(template: WordTemplate) -> Iterator[Finding]:
    """Yield a finding for each field of body, headers and footers that no brief can fill."""
    for name, root in template.package.stories():
        yield from _findings(root, name, template.file)


def _findings(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    paragraphs = [*root.iter(W + "p")]
    lines = [own_text(paragraph) for paragraph in paragraphs]
    known = f"known names: {', '.join(sorted({*FIELDS, *FRAMES, *LISTS}))}"
    for number, message in document_faults(
        ["" if AMONG.search(line) else line for line in lines], FIELDS, LISTS
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
