"""Read the catalogue of labels of a language."""

from __future__ import annotations

from functools import lru_cache

from briefgen.load.document import read_model
from briefgen.load.shelf import shelf_file
from briefgen.types.labels import Labels


@lru_cache(maxsize=16)
def read_labels(language: str) -> Labels:
    """Return the catalogue of a language; `en-GB` reads `en`.

    Raises:
        LoadError: there is no catalogue for the language.
    """
    return read_model(shelf_file("labels", language.split("-", maxsplit=1)[0]), Labels)
