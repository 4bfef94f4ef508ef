"""Read audiences and lengths: built-in ones by name, a user's own by path."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from briefgen.load.document import read_model, read_model_in_part
from briefgen.load.resources import Kind, code_ahead, resources_file
from briefgen.load.text import is_file, read_text, within
from briefgen.types.finding import Finding, LoadError
from briefgen.types.selection import Audience, ContentTemplate, Length

CONTENT_LIMIT = 200_000
"""Bytes of a content template. The longest built-in one has four thousand."""

_SUFFIXES = (".yaml", ".yml", ".json")


def read_audience(name_or_path: str | os.PathLike[str]) -> Audience:
    """Return a built-in audience by its name, or one from a file.

    Raises:
        LoadError: an unknown name, or what is wrong with the file.
    """
    return read_model(audience_file(name_or_path), Audience)


def read_length(name_or_path: str | os.PathLike[str]) -> Length:
    """Return a built-in length by its name, or one from a file.

    Raises:
        LoadError: an unknown name, or what is wrong with the file, also with the content template
            that it names.
    """
    file = length_file(name_or_path)
    try:
        return read_model(file, Length)
    except LoadError as error:
        raise LoadError([*error.findings, *_content_findings(name_or_path, file)]) from None


def _content_findings(
    name_or_path: str | os.PathLike[str], file: str | os.PathLike[str]
) -> tuple[Finding, ...]:
    """Return what is wrong with the content template that a faulty file of a length names."""
    try:
        length, _, _, lost = read_model_in_part(file, Length)
    except LoadError:  # no file that can be read at all, which is reported already
        return ()
    if length is None or lost.touches("content"):
        return ()
    try:
        content_file(name_or_path, length)
    except LoadError as error:
        return error.findings
    return ()


def audience_file(name_or_path: str | os.PathLike[str]) -> str | os.PathLike[str]:
    """Return the file of an audience, which may not be there where a path was given.

    Raises:
        LoadError: an unknown name.
    """
    return _file("audiences", name_or_path)


def length_file(name_or_path: str | os.PathLike[str]) -> str | os.PathLike[str]:
    """Return the file of a length, as `audience_file` does."""
    return _file("lengths", name_or_path)


def content_file(name_or_path: str | os.PathLike[str], length: Length) -> Path:
    """Return the content template of a length: beside the user's length file, else built in.

    Raises:
        LoadError: the length names a path instead of a file name, a link that leads elsewhere, or
            there is no such template.
    """
    if Path(length.content).name != length.content or "\\" in length.content:
        message = f'"{length.content}" is a path; the name of a file is wanted'
        hint = "put the content template beside the length file"
        where = f"length {length.name}"
        raise LoadError([Finding("content-path", message, hint, ("content",), where=where)])
    if is_path(name_or_path):
        own = Path(name_or_path).parent / length.content
        if is_file(own):
            if within(length.content, own.parent) is None:
                message = "leads out of the folder of the length"
                hint = "put the content template itself beside the length file, not a link"
                raise LoadError([Finding("content-outside", message, hint, file=str(own))])
            return own
    try:
        return resources_file("content", length.content)
    except LoadError as error:
        where = f"length {length.name}"
        raise LoadError(replace(each, where=where) for each in error.findings) from None


def read_content_template(name_or_path: str | os.PathLike[str], length: Length) -> ContentTemplate:
    """Return the content template of a length.

    Raises:
        LoadError: as `content_file`, or what is wrong with the file.
    """
    file = content_file(name_or_path, length)
    text = read_text(file, limit=CONTENT_LIMIT)
    return ContentTemplate(str(file), text, code_ahead(text))


def is_path(name_or_path: str | os.PathLike[str]) -> bool:
    """Whether a file of the user's is meant: it has a separator or a suffix."""
    text = os.fspath(name_or_path)
    return (
        not isinstance(name_or_path, str)
        or "/" in text
        or os.sep in text
        or text.lower().endswith(_SUFFIXES)
    )


def _file(kind: Kind, name_or_path: str | os.PathLike[str]) -> str | os.PathLike[str]:
    return name_or_path if is_path(name_or_path) else resources_file(kind, os.fspath(name_or_path))
