"""Regular expressions: compiled in advance, when one is first used, or with a memory.

A build uses half of the patterns of the modules that it imports, and compiling one takes up to
three milliseconds: Python's compiler of patterns is written in Python. So the code of those that
a first brief and a first comparison use comes along, as a .pyc holds the code of a module.
"""

from __future__ import annotations

import importlib
import marshal
import re
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from briefgen.cache import kept

_sre: Any = importlib.import_module("_sre")  # what `re` is over; type checkers do not know it

PATTERNS_FILE = "patterns.marshal"
"""Beside this module: code of patterns for one version of Python (`templates/make_patterns.py`)."""

MadePattern: TypeAlias = tuple[int, bytes, dict[str, int], tuple[str | None, ...]]
"""Flags with those that the text sets, code in words of 4 bytes, names of groups, and by number."""


def python_of_patterns() -> tuple[object, ...]:
    """Return what the code of a pattern depends on: the compiler and the words of a machine."""
    return (*sys.version_info[:2], _sre.MAGIC, _sre.CODESIZE, sys.byteorder)


def patterns_file() -> Path:
    """Return the file of code that is at hand."""
    return Path(__file__).parent / PATTERNS_FILE


@kept(1)
def _made_ahead() -> dict[tuple[str, int], MadePattern]:
    """Return the code at hand by text and flags: none for another Python.

    It is a part of this package, as its modules are, and nothing else is unmarshalled here.
    """
    try:
        made_for, made = marshal.loads(patterns_file().read_bytes())  # noqa: S302 - our own
    except (OSError, ValueError, EOFError, TypeError):  # not there, or of another Python
        return {}
    return made if made_for == python_of_patterns() else {}


@kept(1024)
def compile_pattern(text: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does, in a tenth of the time where its code is at hand."""
    made = _made_ahead().get((text, int(flags)))
    if made is None:
        return re.compile(text, flags)
    final_flags, code, names, by_number = made
    # Python checks the code before it takes it, so that none can lead beyond the pattern.
    words = memoryview(code).cast("I").tolist()
    pattern: re.Pattern[str] = _sre.compile(
        text, final_flags, words, len(by_number) - 1, names, by_number
    )
    return pattern


class _LatePattern:
    """Stands for a compiled pattern, whose methods it takes over one by one."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self.pattern = text
        self._wanted = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(compile_pattern(self.pattern, self._wanted), name)
        setattr(self, name, value)
        return value


MOST_REMEMBERED = 8192
"""Texts of which one pattern remembers what it finds."""

_CAPITAL = _LatePattern(r"\(\?-i|\(\?P<\w+>|\\.|([^\W\d_a-z])")


def _has_capitals(pattern: str) -> bool:
    """Whether a pattern, or a part of it, knows a capital from a small letter."""
    found = _CAPITAL.finditer(pattern)
    return any(one[0] == "(?-i" or bool(one[1] and one[1] != one[1].lower()) for one in found)


class _FoundInSmall:
    """Stands for a match that was found in the small letters of a text."""

    def __init__(self, found: re.Match[str], text: str) -> None:
        self._text = text
        self.start, self.end, self.span = found.start, found.end, found.span
        self.lastindex = found.lastindex

    def __getitem__(self, group: int | str) -> str | None:
        start, end = self.span(group)
        return None if start < 0 else self._text[start:end]


class _RememberingPattern:
    """Stands for a compiled pattern that is asked again and again for the same sentences.

    One to which capitals are small letters looks through texts in small letters, by a pattern
    that knows nothing else: that is compiled in half the time, and finds in a third of it.
    """

    def __init__(self, text: str, flags: int = 0) -> None:
        self.pattern = text
        self._flags = flags
        self._is_small = bool(flags & re.IGNORECASE) and not _has_capitals(text)
        self._first: dict[str, re.Match[str] | None] = {}
        self._all: dict[str, tuple[re.Match[str], ...]] = {}

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return compile_pattern(self.pattern, self._flags)

    @cached_property
    def _small(self) -> re.Pattern[str]:
        return compile_pattern(self.pattern, self._flags & ~re.IGNORECASE)

    def _looked_up(self, text: str) -> tuple[re.Pattern[str], str, bool]:
        """Return the pattern and the letters for a text, and whether these are small ones."""
        if self._is_small and len(small := text.lower()) == len(text):
            return self._small, small, True
        return self._plain, text, False

    def _once(self, way: str, text: str) -> re.Match[str] | None:
        pattern, letters, is_small = self._looked_up(text)
        found: Any = getattr(pattern, way)(letters)
        return _FoundInSmall(found, text) if found and is_small else found  # type: ignore[return-value]

    def match(self, text: str) -> re.Match[str] | None:
        return self._once("match", text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._once("fullmatch", text)

    def search(self, text: str) -> re.Match[str] | None:
        try:
            return self._first[text]
        except KeyError:
            if len(self._first) >= MOST_REMEMBERED:
                self._first.clear()
            found = self._first[text] = self._once("search", text)
            return found

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        if text not in self._all:
            if len(self._all) >= MOST_REMEMBERED:
                self._all.clear()
            pattern, letters, is_small = self._looked_up(text)
            found: Any = tuple(pattern.finditer(letters))
            if is_small:
                found = tuple(_FoundInSmall(one, text) for one in found)
            self._all[text] = found
        return iter(self._all[text])


if TYPE_CHECKING:

    def late_pattern(text: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
        """Return a pattern as `re.compile` does; what is wrong with it shows at its first use."""

    def remembering_pattern(text: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
        """Return a pattern as `re.compile` does that remembers what it finds in whole texts."""
else:
    late_pattern = _LatePattern
    remembering_pattern = _RememberingPattern
