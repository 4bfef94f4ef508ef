"""Read a PDF page template."""

from __future__ import annotations

import os
from pathlib import Path

from briefgen.load.document import read_model_in_part
from briefgen.load.page_check import word_findings
from briefgen.types.finding import LoadError
from briefgen.types.page import PageGeometry
from briefgen.types.source_map import SourceMap


def read_page_template(
    path: str | os.PathLike[str], *, with_word: bool = False
) -> tuple[PageGeometry, SourceMap]:
    """Return the page template that a YAML or JSON file holds, and the line of each value.

    Raises:
        LoadError: everything that is wrong with the file, its syntax or its values, at once; and
            where it is looked `with_word`, with the name of its Word template.
    """
    page, places, findings, lost = read_model_in_part(path, PageGeometry)
    if page is not None and not findings:
        return page, places
    if page is not None and with_word and not lost.touches("word"):
        findings += word_findings(page, places, Path(path).parent)
    raise LoadError(findings)
