"""The files that a brief is made of, so that none of them is written over."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from briefgen.load.citation_style import citation_style_file
from briefgen.load.labels import labels_file
from briefgen.load.profile import (
    audience_file,
    content_file,
    length_file,
    read_audience,
    read_length,
)
from briefgen.load.text import is_folder
from briefgen.load.theme import read_theme
from briefgen.types.argument import Argument

NameOrPath = str | os.PathLike[str]

MOST = 2_000
"""Files of a folder that are known for inputs. A theme has three, a folder of fonts some dozens."""


def input_files(
    argument: Argument,
    *,
    length: NameOrPath,
    audience: NameOrPath,
    template: NameOrPath,
    fonts: NameOrPath | None,
    replace_body: bool = False,
    brand: Path | None = None,
    large_print: bool = False,
) -> tuple[str, ...]:
    """Return the absolute paths of all that a brief is made of: text, profiles, look, brand, fonts.

    Raises:
        BriefgenError: a length, a theme or fonts that cannot be read.
    """
    own = argument.places.file
    folder = Path(own or "").parent
    found: list[NameOrPath] = [
        *([own] if own else []),
        *dict.fromkeys(argument.places.files.values()),
        *dict.fromkeys(file for file, _ in argument.places.entries.values()),
        *(folder / image.file for image in argument.images),
        *(folder / name for name in argument.bibliography),
        length_file(length),
        content_file(length, read_length(length)),
        audience_file(audience),
        *filter(None, [citation_style_file(read_audience(audience), audience)]),
        labels_file(argument.article.language),
        *read_theme(
            template, fonts, replace_body=replace_body, brand=brand, large_print=large_print
        ).sources,
    ]
    return tuple(map(os.path.abspath, found))


def named_files(paths: Iterable[NameOrPath]) -> Iterator[str]:
    """Yield files as they are named, and of folders all that is in them, read by nobody yet."""
    for path in paths:
        yield os.fspath(path)
        if is_folder(path):
            yield from map(str, islice(Path(path).rglob("*"), MOST))
