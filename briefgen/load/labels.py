"""Read the catalogue of labels of a language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefgen.load.document import read_model
from briefgen.load.resources import resources_file
from briefgen.types.argument import Argument
from briefgen.types.finding import LoadError
from briefgen.types.labels import Labels


def labels_of(argument: Argument) -> Labels:
    """Return the catalogue of an argument's language.

    Raises:
        LoadError: there is no catalogue for the language; the finding says where it is given.
    """
    try:
        return read_labels(argument.article.language, argument.article.kind)
    except LoadError as error:
        path, places = ("article", "language"), argument.places
        raise LoadError(
            replace(finding, path=path, file=places.file, line=places.line(path))
            for finding in error.findings
        ) from None


def read_labels(language: str, kind: str = "article") -> Labels:
    """Return the catalogue of a language for a kind of work; `en-GB` reads `en`.

    Raises:
        LoadError: there is no catalogue for the language.
    """
    return read_model(labels_file(language), Labels).of_work(kind)


def labels_file(language: str) -> Path:
    """Return the file of the catalogue of a language.

    Raises:
        LoadError: there is none.
    """
    return resources_file("labels", language.split("-", maxsplit=1)[0])
