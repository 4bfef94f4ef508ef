"""Plain data that remembers on which line each value stands."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

from briefgen.pattern import late_pattern
from briefgen.types.finding import FAULT_LIMIT, Finding, LoadError, shown
from briefgen.types.source_map import Path, SourceMap

DEPTH_LIMIT = 32
"""Levels of nesting. An argument has eight; what is deeper is an attack or an accident."""

TOO_DEEP = (
    f"is nested more than {DEPTH_LIMIT} levels deep",
    "an argument needs no more than eight",
)
"""What is said of it, and how to fix it."""

NODE_LIMIT = 100_000
"""Values in one file. The reference argument has some thousands."""

KEY_LIMIT = 100
"""Characters in a key. The longest key of any model has fewer than half."""

NUMBER_LIMIT = 40
"""Characters in a number."""

_BAD_KEY = late_pattern("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Tree:
    """Grows plain data from a reader's events, in a loop of the reader's own.

    `open`, `key`, `value` and `close` are called in the order of the file. Nothing here recurses,
    so depth cannot exhaust the stack. What is wrong is collected in `findings`; only a broken
    limit stops at once.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Any = None
        self.lines: dict[Path, int] = {}
        self.text_lines: dict[Path, int] = {}
        self.findings: list[Finding] = []
        self._open: list[tuple[Any, Path, str | None]] = []
        self._holder: Any = None
        self._path: Path = ()
        self._key: str | None = None
        self._key_line = 0
        self._nodes = 0

    @property
    def wants_key(self) -> bool:
        """Whether the next scalar is a key of the mapping that is open."""
        return self._key is None and type(self._holder) is dict

    @property
    def places(self) -> SourceMap:
        """The lines found so far, as the places of the file."""
        return SourceMap(self.file, self.lines, self.text_lines)

    def value(self, value: Any, line: int) -> Path:
        """Add a value to the mapping or list that is open, and return its path."""
        self._nodes += 1
        if self._nodes > NODE_LIMIT:
            message = f"holds more than {NODE_LIMIT} values"
            self.validate("too-many-values", message, "is this the right file?", line)
            raise LoadError(self.findings)
        holder = self._holder
        if type(holder) is dict:
            assert self._key is not None
            path = (*self._path, self._key)
            self.lines[path] = self._key_line
            holder[self._key] = value
            self._key = None
        elif type(holder) is list:
            path = (*self._path, len(holder))
            self.lines[path] = line
            holder.append(value)
        else:
            path = ()
            self.lines[path] = line
            self.root = value
        return path

    def key(self, key: Any, line: int) -> None:
        """Name the value that comes next. A key that is given twice, or is no text, is wrong."""
        if not isinstance(key, str):
            self.validate(
                "key-not-text", f"{shown(key)} is used as a key", "put the key in quotes", line
            )
            key = str(key)
        elif not key or len(key) > KEY_LIMIT or _BAD_KEY.search(key):
            message = f"{shown(key)} cannot be a key"
            self.validate(
                "key-impossible", message, f"a key is a word of 1 to {KEY_LIMIT} letters", line
            )
            key = "?"
        elif key in self._holder:
            first = self.lines[(*self._path, key)]
            message = f'"{key}" is given twice, first on line {first}'
            self.validate("duplicate-key", message, "keep one of the two", line, (*self._path, key))
        self._key, self._key_line = key, line

    def open(self, holder: dict[str, Any] | list[Any], line: int) -> None:
        """Begin a mapping or a list as the next value."""
        if len(self._open) >= DEPTH_LIMIT:
            self.validate("too-deep", *TOO_DEEP, line)
            raise LoadError(self.findings)
        path = self.value(holder, line)
        self._open.append((self._holder, self._path, self._key))
        self._holder, self._path, self._key = holder, path, None

    def close(self) -> None:
        """End the mapping or list that was opened last."""
        self._holder, self._path, self._key = self._open.pop()

    def validate(self, code: str, message: str, hint: str, line: int, path: Path = ()) -> None:
        """Note what is wrong on a line. After `FAULT_LIMIT` of it, reading ends."""
        self.findings.append(Finding(code, message, hint, path, file=self.file, line=line))
        if len(self.findings) >= FAULT_LIMIT:
            raise LoadError(self.findings)


def number(text: str) -> int | Decimal:
    """Return the number that text writes, in decimal and with all of its digits.

    Raises:
        ValueError: longer than `NUMBER_LIMIT`, or too large to be kept.
    """
    if len(text) > NUMBER_LIMIT:
        raise ValueError(f"is a number of {len(text)} characters; the limit is {NUMBER_LIMIT}")
    if not math.isfinite(float(text)):
        raise ValueError(f"{text} is too large for a number")
    return Decimal(text) if any(letter in text for letter in ".eE") else int(text)
