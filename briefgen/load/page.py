"""Read a PDF page template."""

from __future__ import annotations

import os

from briefgen.load.document import read_model
from briefgen.types.page import PageTemplate


def read_page_template(path: str | os.PathLike[str]) -> PageTemplate:
    """Return the page template that a YAML or JSON file holds.

    Raises:
        LoadError: everything that is wrong with the file, its syntax or its values, at once.
    """
    return read_model(path, PageTemplate)
