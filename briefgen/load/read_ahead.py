"""What comes along, read and compiled in advance: known by its content, or not used."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.resources import resources_folder

READ_AHEAD_FILE = "read_ahead.msgpack"
"""Beside the templates (`templates/make_read_ahead.py`)."""


class ReadAhead(Struct, frozen=True):
    """What was made of built-in files, by the digests of their content.

    `code` is the Python of content templates, by which version of Jinja2 it begins with.
    """

    code: dict[str, str]


def digest(content: bytes) -> str:
    """Return the name of what was made of a file's content."""
    return hashlib.sha256(content).hexdigest()


def code_ahead(text: str) -> str:
    """Return the code of a content template that comes along; nothing for any other one."""
    return _read_ahead().code.get(digest(text.encode()), "")


@kept(1)
def _read_ahead() -> ReadAhead:
    file = resources_folder("templates") / READ_AHEAD_FILE
    return msgspec.msgpack.decode(file.read_bytes(), type=ReadAhead)
