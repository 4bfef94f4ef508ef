"""What readers of bibliographies share: entries that are found at once, and read when cited."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from msgspec import Struct, field

from briefgen.types.finding import Finding

FIELD_LIMIT = 2_000
"""Characters of one field that is printed. Titles and names stay far below."""

WorkData = dict[str, Any]
"""A work as plain data, by the names of its fields."""


class EntryError(Exception):
    """An entry that cannot be read: what is wrong, what to do, and on which line and field."""

    def __init__(self, message: str, hint: str, line: int | None = None, name: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.line, self.name = message, hint, line, name


class Note(NamedTuple):
    """What is odd about an entry that can be read all the same."""

    message: str
    hint: str
    line: int
    name: str = ""


class Read(NamedTuple):
    """What an entry says: the work, its address, and what is odd about it."""

    work: WorkData
    address: str | None
    notes: tuple[Note, ...] = ()


class Entry(Struct, frozen=True):
    """An entry of a bibliography: its key, its line, and how to read it.

    `read` raises `EntryError`.
    """

    key: str
    line: int
    read: Callable[[], Read]


class Bibliography(Struct, frozen=True):
    """What a file holds: entries by their keys, the lines of keys that it has twice, and faults.

    `warnings` are of what stands beside the entries, or of some that nobody may cite.
    """

    file: str
    entries: Mapping[str, Entry]
    twice: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[Finding, ...] = ()
    path: str = ""


def bounded(text: str, name: str, line: int) -> str:
    """Return a field's text on one line, as long as any that is printed may be.

    Raises:
        EntryError: it is longer.
    """
    text = " ".join(text.split())
    if len(text) > FIELD_LIMIT:
        message = f"has {len(text)} characters; a field that is printed has at most {FIELD_LIMIT}"
        raise EntryError(message, "shorten it; is it pasted data?", line, name)
    return text


_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")


def doi_of(text: str) -> str | None:
    """Return a digital object identifier without what leads to it; None where there is none."""
    found = _DOI.search(text)
    return found[1].rstrip(".,;") if found else None


def address_of(doi: str | None, text: str) -> str | None:
    """Return where a work can be read: by its identifier, or the first address of a text."""
    if doi:
        return f"https://doi.org/{doi}"
    found = _ADDRESS.search(text)
    return found[0].rstrip(".,;>}") if found else None


_RANGE = re.compile(r"(?<=\w)\s*(?:--+|[-–—])\s*(?=\w)")


def pages_of(text: str) -> str:
    """Return pages with a dash between first and last."""
    return _RANGE.sub("–", text)
