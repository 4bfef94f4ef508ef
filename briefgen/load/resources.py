"""Where the built-in files live, and what of them was read and compiled in advance."""

import hashlib
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.text import is_file, is_folder
from briefgen.pattern import late_pattern
from briefgen.types.finding import Bug, Finding, LoadError, shown
from briefgen.types.header_footer import HeaderFooter
from briefgen.types.page_style import PageStyle

Kind = Literal["audiences", "lengths", "content", "labels", "themes", "fonts", "data"]

_SUFFIXES: dict[Kind, str] = {
    "audiences": ".yaml",
    "lengths": ".yaml",
    "content": ".md.j2",
    "labels": ".yaml",
    "themes": "",
    "fonts": ".ttf",
    "data": ".yaml",
}
"""What the files of a kind end in. A theme is a folder."""

_NAME = late_pattern(r"\w[\w.-]*")


def resources_folder(kind: Kind | Literal["templates"]) -> Path:
    """Return the folder of a kind of built-in files, or of all templates.

    An installed wheel holds them in `briefgen/_resources`; a checkout beside the package.
    """
    root = _root(__file__)
    return root / kind if kind in ("templates", "data") else root / "templates" / kind


@kept(4)
def _root(module: str) -> Path:
    package = Path(module).resolve().parent.parent
    for root in (package / "_resources", package.parent):
        if (root / "templates").is_dir():
            return root
    raise Bug("the built-in templates are missing: install briefgen anew")


def names(kind: Kind) -> tuple[str, ...]:
    """Return the names of the built-in files of a kind, without suffix, in alphabetical order."""
    suffix = _SUFFIXES[kind]
    entries = [entry for entry in resources_folder(kind).glob(f"*{suffix}") if entry.name[0] != "."]
    if not suffix:
        entries = [entry for entry in entries if entry.is_dir()]
    return tuple(sorted(entry.name.removesuffix(suffix) for entry in entries))


def resources_file(kind: Kind, name: str) -> Path:
    """Return the built-in file (a theme: the folder) of a name, with or without its suffix.

    Raises:
        LoadError: there is none; the hint lists those that there are.
    """
    suffix = _SUFFIXES[kind]
    bare = name.removesuffix(suffix)
    if _NAME.fullmatch(bare):
        file = resources_folder(kind) / f"{bare}{suffix}"
        if is_file(file) if suffix else is_folder(file):
            return file
    from briefgen.types.finding import nearest  # noqa: PLC0415 - pydantic only for the mistaken

    known = names(kind)
    near = nearest(bare, list(known))
    listed = ", ".join(known) or "none"
    hint = f"did you mean {near}? there are: {listed}" if near else f"there are: {listed}"
    message = f"there is no {_SINGULAR[kind]} {shown(name)}"
    raise LoadError([Finding("unknown-name", message, hint)])


_SINGULAR: dict[Kind, str] = {
    "audiences": "audience",
    "lengths": "length",
    "content": "content template",
    "labels": "set of labels",
    "themes": "theme",
    "fonts": "font",
    "data": "argument",
}


READ_AHEAD_FILE = "read_ahead.msgpack"
"""Beside the templates (`templates/make_read_ahead.py`)."""


class ReadAhead(Struct, frozen=True):
    """What was made of built-in files, by the digests of their content.

    `code` is what content templates are compiled to, by a Jinja2 and a Python that it names.
    `words` and `labels` are still as they are written: one of each is wanted.
    """

    code: dict[str, bytes]
    words: dict[str, msgspec.Raw]
    labels: dict[str, msgspec.Raw]


class ReadWord(Struct, frozen=True):
    """What is read of a built-in Word template, whatever the brief."""

    page_style: PageStyle
    header_footer: HeaderFooter


def digest(content: bytes) -> str:
    """Return the name of what was made of a file's content."""
    return hashlib.sha256(content).hexdigest()


def code_ahead(text: str) -> bytes:
    """Return the code of a content template that comes along; nothing for any other one."""
    return _read_ahead().code.get(digest(text.encode()), b"")


def word_ahead(file: Path) -> ReadWord | None:
    """Return what was read of a Word template, if it is one that comes along."""
    return _word(digest(file.read_bytes()))


def labels_ahead(file: Path) -> dict[str, Any] | None:
    """Return the values of a catalogue of labels, if it is one that comes along."""
    values = _read_ahead().labels.get(digest(file.read_bytes()))
    return msgspec.msgpack.decode(values) if values else None


@kept(4)
def _word(name: str) -> ReadWord | None:
    template = _read_ahead().words.get(name)
    return msgspec.msgpack.decode(template, type=ReadWord) if template else None


@kept(1)
def _read_ahead() -> ReadAhead:
    file = resources_folder("templates") / READ_AHEAD_FILE
    return msgspec.msgpack.decode(file.read_bytes(), type=ReadAhead)
