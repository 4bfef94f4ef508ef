"""Read the catalogue of labels of a language."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any

import msgspec
from msgspec.structs import replace

from briefgen.cache import kept_with_files
from briefgen.load.document import read_data
from briefgen.load.resources import labels_ahead, resources_file
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.finding import Bug, Finding, LoadError, shown
from briefgen.types.labels import WORK, Labels
from briefgen.types.source_map import Path


def labels_of(argument: Argument) -> Labels:
    """Return the catalogue of an argument's language, with the labels that it gives itself.

    Raises:
        LoadError: there is no catalogue for the language; or a label that there is not, or one
            with another place in braces than its like. The finding says where it is given.
    """
    try:
        catalogue = _catalogue(labels_file(argument.article.language))[0]
    except LoadError as error:
        path, places = ("article", "language"), argument.places
        raise LoadError(
            dataclasses.replace(finding, path=path, file=places.file, line=places.line(path))
            for finding in error.findings
        ) from None

    if not argument.labels:
        return catalogue.of_work(argument.article.kind)
    if findings := [*_about_own(argument, catalogue)]:
        raise LoadError(findings)
    return replace(catalogue, **argument.labels).of_work(argument.article.kind)


def _about_own(argument: Argument, catalogue: Labels) -> Iterator[Finding]:
    """Yield what is wrong with the labels that an argument gives itself."""
    from briefgen.types.finding import nearest  # noqa: PLC0415 - for the mistaken only

    known = [name for name in Labels.__struct_fields__ if isinstance(getattr(catalogue, name), str)]
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
    return _catalogue(labels_file(language))[0].of_work(kind)


@kept_with_files(16, lambda read: (read[1],))
def _catalogue(file: File) -> tuple[Labels, File]:
    """Return a catalogue, which is one of the files that come along, and its file."""
    if ahead := labels_ahead(file):
        return Labels(**{name: _frozen(value) for name, value in ahead.items()}), file
    try:
        return msgspec.convert(read_data(file)[0], Labels), file
    except msgspec.ValidationError as error:
        raise Bug(f"{file}: {error}") from None


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in value.items()}
    return tuple(value) if isinstance(value, list) else value


def labels_file(language: str) -> File:
    """Return the file of the catalogue of a language.

    Raises:
        LoadError: there is none.
    """
    return resources_file("labels", language.split("-", maxsplit=1)[0])
