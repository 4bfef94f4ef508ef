"""What comes along, read and compiled in advance: known by its content, or not used."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.resources import resources_folder
from briefgen.types.header_footer import HeaderFooter
from briefgen.types.page_style import PageStyle

READ_AHEAD_FILE = "read_ahead.msgpack"
"""Beside the templates (`templates/make_read_ahead.py`)."""


class ReadAhead(Struct, frozen=True):
    """What was made of built-in files, by the digests of their content.

    `code` is the Python of content templates, which begins with the version of Jinja2. `words` are
    still as they are written: one is wanted.
    """

    code: dict[str, str]
    words: dict[str, msgspec.Raw]


class ReadWord(Struct, frozen=True):
    """What is read of a built-in Word template, whatever the brief."""

    page_style: PageStyle
    header_footer: HeaderFooter


def digest(content: bytes) -> str:
    """Return the name of what was made of a file's content."""
    return hashlib.sha256(content).hexdigest()


def code_ahead(text: str) -> str:
    """Return the code of a content template that comes along; nothing for any other one."""
    return _read_ahead().code.get(digest(text.encode()), "")


def word_ahead(file: Path) -> ReadWord | None:
    """Return what was read of a Word template, if it is one that comes along."""
    return _word(digest(file.read_bytes()))


@kept(4)
def _word(name: str) -> ReadWord | None:
    held = _read_ahead().words.get(name)
    return msgspec.msgpack.decode(held, type=ReadWord) if held else None


@kept(1)
def _read_ahead() -> ReadAhead:
    file = resources_folder("templates") / READ_AHEAD_FILE
    return msgspec.msgpack.decode(file.read_bytes(), type=ReadAhead)
