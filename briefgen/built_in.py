"""What comes with briefgen, and what a user makes of it: lists, the schema, skeletons, copies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from briefgen.check.checking import input_errors
from briefgen.check.checking import rules as check_rules
from briefgen.load.copies import audience_files, length_files, look_files
from briefgen.load.profile import read_audience, read_length
from briefgen.load.resources import names, resources_folder
from briefgen.load.theme import read_theme
from briefgen.save import make_folder, save
from briefgen.types.brand import BRAND_FILE
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
    """Return code, severity and one line of all that is checked: loading, after, and --against."""
    from briefgen.check.against import source_rules  # noqa: PLC0415

    return (*input_errors(), *check_rules(), *source_rules())


def schema(draft: str = "2020-12") -> dict[str, Any]:
    """Return the JSON Schema of an argument, of draft 2020-12 or 7."""
    from briefgen.load.schema import json_schema  # noqa: PLC0415

    return json_schema(draft)


def new(
    path: str | os.PathLike[str],
    *,
    template: str | None = None,
    length: str | None = None,
    audience: str | None = None,
    article: str | os.PathLike[str] | None = None,
) -> Path:
    """Write a commented skeleton of an argument, and never over a file that is there.

    A path that ends in `brand.yaml` is that of a brand, whose skeleton it gets.

    With an `article`, the skeleton is made from it: what it says of itself, its links, quotations
    and acronyms, and its paragraphs with their figures and dates in comments.

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
    files = _new_files(target, template, length, audience, article)
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


def _skeleton_from(article: str | os.PathLike[str], target: Path) -> str:
    """Return a skeleton made from an article, in Markdown or YAML as its target is named.

    Raises:
        LoadError: an argument cannot be read from a file of that name; or as `read_article`.
    """
    from briefgen.load.article import read_article  # noqa: PLC0415
    from briefgen.load.document import SUFFIXES  # noqa: PLC0415
    from briefgen.propose import (  # noqa: PLC0415
        markdown_skeleton,
        proposals_of,
        yaml_skeleton,
    )

    suffix = target.suffix.lower()
    if suffix not in SUFFIXES or suffix == ".json":
        message = f'ends in "{suffix}"' if suffix else "has no suffix"
        hint = "name it .md or .yaml, from which an argument is read"
        raise LoadError([Finding("file-suffix", message, hint, file=str(target))])
    write = markdown_skeleton if suffix == ".md" else yaml_skeleton
    beside = path_beside(article, target)
    return write(proposals_of(read_article(article)), Path(article).name, beside)


def path_beside(article: str | os.PathLike[str], argument: str | os.PathLike[str]) -> str | None:
    """Return the path of an article from the folder of an argument; None where it is outside.

    An argument names no file outside its folder.
    """
    try:
        way = Path(os.path.relpath(article, Path(argument).parent)).as_posix()
    except ValueError:  # on another drive
        return None
    return None if way.startswith("../") or way == ".." else way


def _new_files(
    target: Path,
    template: str | None,
    length: str | None,
    audience: str | None,
    article: str | os.PathLike[str] | None,
) -> dict[Path, bytes]:
    if sum(name is not None for name in (template, length, audience, article)) > 1:
        message = "is asked for as more than one of theme, length, audience and article"
        hint = "copy each to a path of its own"
        raise LoadError([Finding("several-copies", message, hint, file=str(target))])
    if template is not None:
        return look_files(template, target)
    if length is not None:
        return length_files(length, target)
    if audience is not None:
        return audience_files(audience, target)
    if article is not None:
        return {target: _skeleton_from(article, target).encode()}
    if target.name.lower().endswith(BRAND_FILE):
        return {target: (resources_folder("templates") / BRAND_FILE).read_bytes()}
    from briefgen.load.copies import skeleton  # noqa: PLC0415

    return {target: skeleton(target.suffix.lower()).encode()}
