"""What comes with briefgen, and what a user makes of it: lists, the schema, skeletons, copies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from briefgen.check import input_errors
from briefgen.check import rules as check_rules
from briefgen.load.copies import audience_files, length_files, look_files
from briefgen.load.profile import read_audience, read_length
from briefgen.load.resources import names
from briefgen.load.theme import read_theme
from briefgen.save import make_folder, save
from briefgen.types.finding import Finding, LoadError, SaveError


def lengths() -> tuple[tuple[str, str], ...]:
    """Return the built-in lengths, each with what it is for."""
    return tuple((name, read_length(name).description) for name in names("lengths"))


def audiences() -> tuple[tuple[str, str], ...]:
    """Return the built-in audiences, each with who it is."""
    return tuple((name, read_audience(name).description) for name in names("audiences"))


def templates() -> tuple[tuple[str, str], ...]:
    """Return the built-in themes, each with what it is for."""
    return tuple((name, read_theme(name).page.description) for name in names("themes"))


def rules() -> tuple[tuple[str, str, str], ...]:
    """Return code, severity and one line of all that is checked, while loading and after."""
    return (*input_errors(), *check_rules())


def schema() -> dict[str, Any]:
    """Return the JSON Schema of an argument, with a description on every field."""
    from briefgen.load.schema import json_schema  # noqa: PLC0415

    return json_schema()


def new(
    path: str | os.PathLike[str],
    *,
    template: str | None = None,
    length: str | None = None,
    audience: str | None = None,
) -> Path:
    """Write a commented skeleton of an argument, and never over a file that is there.

    With the name of a built-in template, make a folder with a copy of its files instead: a theme to
    change in Word and in an editor. With that of a built-in length, copy its file, and its content
    template beside it under the same stem; with that of an audience, its file. The copy is named
    after the path and works at once.

    Raises:
        LoadError: there is no such template, length or audience, or more than one is asked for.
        SaveError: there is such a file, a length or an audience is no YAML file by its suffix, or
            it cannot be written.
    """
    target = Path(path)
    files = _new_files(target, template, length, audience)
    hint = "choose another name, or remove the file first"
    if taken := [file for file in files if os.path.exists(file)]:  # noqa: PTH110 - or it raises
        raise SaveError(
            Finding("file-exists", "is there already", hint, file=str(file)) for file in taken
        )
    if template is not None:
        make_folder(target)
    for file, data in files.items():
        save(file, data)
    return target


def _new_files(
    target: Path, template: str | None, length: str | None, audience: str | None
) -> dict[Path, bytes]:
    if sum(name is not None for name in (template, length, audience)) > 1:
        message = "is asked for as more than one of theme, length and audience"
        hint = "copy each to a path of its own"
        raise LoadError([Finding("several-copies", message, hint, file=str(target))])
    if template is not None:
        return look_files(template, target)
    if length is not None:
        return length_files(length, target)
    if audience is not None:
        return audience_files(audience, target)
    from briefgen.load.schema import skeleton  # noqa: PLC0415

    return {target: skeleton().encode()}
