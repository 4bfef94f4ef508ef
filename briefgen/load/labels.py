"""Read the catalogue of labels of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path as File

from briefgen.load.document import read_model
from briefgen.load.resources import resources_file
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, LoadError, shown
from briefgen.types.labels import WORK, Labels
from briefgen.types.source_map import Path


def labels_of(argument: Argument) -> Labels:
    """Return the catalogue of an argument's language, with the labels that it gives itself.

    Raises:
        LoadError: there is no catalogue for the language; or a label that there is not, or one
            with another place in braces than its like. The finding says where it is given.
    """
    try:
        catalogue = read_model(labels_file(argument.article.language), Labels)
    except LoadError as error:
        path, places = ("article", "language"), argument.places
        raise LoadError(
            replace(finding, path=path, file=places.file, line=places.line(path))
            for finding in error.findings
        ) from None

    if not argument.labels:
        return catalogue.of_work(argument.article.kind)
    if findings := [*_about_own(argument, catalogue)]:
        raise LoadError(findings)
    return catalogue.model_copy(update=argument.labels).of_work(argument.article.kind)


def _about_own(argument: Argument, catalogue: Labels) -> Iterator[Finding]:
    """Yield what is wrong with the labels that an argument gives itself."""
    from briefgen.types.misspelling import nearest  # noqa: PLC0415 - for the mistaken only

    known = [name for name in Labels.model_fields if isinstance(getattr(catalogue, name), str)]
    known.remove("language")
    places = argument.places
    for name, text in argument.labels.items():
        path: Path = ("labels", name)
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean {near}?" if near else "see docs/reference/languages.md"
            yield Finding(
                "unknown-label",
                f"there is no label {shown(name)}",
                hint,
                path,
                file=places.file,
                line=places.line(path),
            )
        elif (wrong := _misplaced(text, getattr(catalogue, name))) is not None:
            message = f"has {wrong or 'an unpaired brace'}, which this label has no value for"
            hint = f"in place of: {getattr(catalogue, name)}"
            yield Finding(
                "label-place", message, hint, path, file=places.file, line=places.line(path)
            )


def _misplaced(text: str, usual: str) -> str | None:
    """Return a place in braces that a label must not have; "" where braces do not pair."""
    allowed = set(_PLACE.findall(usual))
    marks: list[str] = [mark for mark in _PLACE.findall(text) if not WORK.match(mark)]
    if wrong := [mark for mark in marks if mark not in allowed]:
        return wrong[0]
    return "" if re.search(r"[{}]", _PLACE.sub("", text)) else None


_PLACE = late_pattern(r"\{\w+\}")


def read_labels(language: str, kind: str = "article") -> Labels:
    """Return the catalogue of a language for a kind of work; `en-GB` reads `en`.

    Raises:
        LoadError: there is no catalogue for the language.
    """
    return read_model(labels_file(language), Labels).of_work(kind)


def labels_file(language: str) -> File:
    """Return the file of the catalogue of a language.

    Raises:
        LoadError: there is none.
    """
    return resources_file("labels", language.split("-", maxsplit=1)[0])
