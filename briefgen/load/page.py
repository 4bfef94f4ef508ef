"""Read a PDF page template."""

from __future__ import annotations

import os

from briefgen.load.document import read_data, to_model
from briefgen.types.page import PageGeometry
from briefgen.types.source_map import SourceMap


def read_page_template(path: str | os.PathLike[str]) -> tuple[PageGeometry, SourceMap]:
    """Return the page template that a YAML or JSON file holds, and the line of each value.

    Raises:
        LoadError: everything that is wrong with the file, its syntax or its values, at once.
    """
    data, places = read_data(path)
    return to_model(data, PageGeometry, places), places
