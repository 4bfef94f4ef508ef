"""Digests of all that a brief is made of: where they are equal, nothing need be built again."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

import briefgen
from briefgen.batch.order import Edit
from briefgen.cache import kept
from briefgen.load.brand import brand_path
from briefgen.load.citation_style import read_citation_style
from briefgen.load.labels import read_labels
from briefgen.load.profile import read_audience, read_content_template, read_length
from briefgen.load.theme import Theme, read_theme
from briefgen.options import BuildOptions
from briefgen.pipeline import ReadFiles
from briefgen.types.argument import Argument
from briefgen.types.brief import Decision
from briefgen.types.finding import BriefgenError

_LIBRARIES = (
    "babel",
    "citeproc-py",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "msgspec",
    "pillow",
    "pydantic",
    "pyphen",
    "python-docx",
    "pyyaml",
    "reportlab",
    "segno",
    "uniseg",
    "xlsxwriter",
)
"""Those that have a say in the bytes of a file: all but what only the command line needs."""


def inputs_digest(
    argument: str,
    edits: Iterable[Edit],
    made: str | None,
    fixed_selection: Sequence[Decision] | None = None,
    pictures: Path = Path(),
) -> str | None:
    """Return the digest of a brief's inputs: argument, what a row sets in it, and how it is made.

    None where that has none.
    """
    if made is None:
        return None
    taken = None if fixed_selection is None else [_taken(decision) for decision in fixed_selection]
    changes = [
        [
            list(path),
            str(value),
            file_digest(pictures / str(value)) if path[0] == "images" else None,
        ]
        for path, value in edits
    ]
    return _digest(argument, changes, made, taken)


def argument_digest(argument: Argument, options: BuildOptions) -> str:
    """Return the digest of all that an argument says, wherever it was read, and of its pictures.

    Where sign-off is required, that of article, anchors and approvals is part of it.
    """
    said = _digest(argument.model_dump_json(), picture_digests(argument))
    if not options.require_signoff:
        return said
    from briefgen.signoff import files_of_signoff  # noqa: PLC0415

    files = files_of_signoff(argument, options.against)
    return _digest(said, [file_digest(file) for file in files])


def picture_folder(argument: Argument) -> Path:
    """Return the folder in which an argument's pictures are found."""
    return Path(argument.places.file or "").parent


def options_digest(options: BuildOptions, language: str) -> str | None:
    """Return the digest of how a brief is made; None where something of it cannot be read.

    That is: audience, length, content template, labels, look with its Word template, fonts and
    brand, what is pinned and excluded, the date set from outside, briefgen and its libraries.
    """
    try:
        length = read_length(options.length)
        audience = read_audience(options.audience)
        read = ReadFiles(
            audience,
            length,
            read_content_template(options.length, length).text,
            read_labels(language),
            read_theme(
                options.template,
                options.fonts,
                replace_body=options.replace_body,
                brand=brand_path(options.brand),
                large_print=options.large_print,
            ),
            (),
            read_citation_style(audience, options.audience),
        )
    except (BriefgenError, OSError):
        return None
    return _options_digest(options, read)


def read_digest(made: str | None, pictures: Iterable[str | None]) -> str | None:
    """Return the digest of the files that a brief shall be made of; None where some is missing."""
    found = [*pictures]
    return None if made is None or None in found else _digest(made, found)


def digest_of_read(options: BuildOptions, read: ReadFiles) -> str:
    """Return the `read_digest` of the files that a brief was made of, as they were read for it."""
    return _digest(_options_digest(options, read), [*read.pictures])


def picture_digests(argument: Argument) -> tuple[str | None, ...]:
    """Return the digests of an argument's picture files; None for one that cannot be read."""
    folder = picture_folder(argument)
    return tuple(file_digest(folder / image.file) for image in argument.images)


def edited_pictures(
    argument: Argument, digests: Sequence[str | None], edits: Iterable[Edit]
) -> tuple[str | None, ...]:
    """Return the digests of picture files where a row names other files."""
    found, folder = [*digests], picture_folder(argument)
    for path, value in edits:
        match path:
            case ("images", int(number), "file"):
                found[number] = file_digest(folder / str(value))
    return tuple(found)


def _options_digest(options: BuildOptions, read: ReadFiles) -> str:
    parts = (
        read.audience.model_dump_json(),
        read.length.model_dump_json(),
        read.content,
        read.style.csl,
        msgspec.json.encode(read.labels).decode(),
        _look(read.theme),
    )
    own = [
        [each.name, _sorted(getattr(options, each.name))]
        for each in fields(options)
        if each.name not in _READ
    ]
    return _digest(*parts, own, os.environ.get("SOURCE_DATE_EPOCH"), _program())


_READ = ("length", "audience", "template", "fonts", "against", "brand")
"""Options that name files: it is what these hold that counts."""


def _sorted(value: object) -> object:
    """Return the value of an option without the order in which it was given."""
    if isinstance(value, Mapping):
        return sorted(value.items())
    return sorted(value) if isinstance(value, tuple) else value


def file_digest(path: Path) -> str | None:
    """Return the digest of a file; None where there is none that can be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


@kept(16)
def _look(theme: Theme) -> str:
    """Return the digest of a theme, which is another object once one of its files has changed."""
    fonts = sorted({hashlib.sha256(face.data).hexdigest() for face in theme.fonts.faces.values()})
    word = theme.word.package.digest
    page = theme.page.model_dump_json()
    brand = theme.brand
    said = brand and (brand.said.model_dump_json(), brand.logo and brand.logo.source_digest)
    return _digest(page, word, fonts, said)


@kept(1)
def _program() -> list[str | None]:
    """Return what identifies the program: its version and text, and all that makes bytes for it.

    That is Python, its libraries, and beneath them the libraries of C that pack and write.
    """
    from lxml import etree  # noqa: PLC0415 - with the next one, needed where briefs are built only
    from PIL import features  # noqa: PLC0415

    package = Path(briefgen.__file__).parent
    sources = sorted(each for kind in ("*.py", "*.yaml") for each in package.rglob(kind))
    return [
        briefgen.__version__,
        *map(file_digest, sources),
        *map(_version, _LIBRARIES),
        platform.python_version(),
        zlib.ZLIB_RUNTIME_VERSION,
        *(features.version(name) for name in ("zlib", "jpg", "littlecms2")),
        ".".join(map(str, etree.LIBXML_VERSION)),
    ]


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def _taken(decision: Decision) -> list[object]:
    if decision.taken is None:
        return [decision.subject]
    considered = decision.considered[decision.taken]
    return [decision.subject, considered.form, considered.entries]


def _digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()
