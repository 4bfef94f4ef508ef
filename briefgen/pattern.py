"""Regular expressions that are compiled when one is first used, or remember what they found.

A build uses half of the patterns of the modules that it imports, and compiling one takes up to
three milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any


class _LatePattern:
    """Stands for a compiled pattern, whose methods it takes over one by one."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self.pattern = text
        self._wanted = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(re.compile(self.pattern, self._wanted), name)
        setattr(self, name, value)
        return value


MOST_REMEMBERED = 8192
"""Texts of which one pattern remembers what it finds."""


class _RememberingPattern:
    """Stands for a compiled pattern that is asked again and again for the same sentences."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self.pattern = text
        compiled = re.compile(text, flags)
        self._search, self._finditer = compiled.search, compiled.finditer
        self.match, self.fullmatch = compiled.match, compiled.fullmatch
        self._first: dict[str, re.Match[str] | None] = {}
        self._all: dict[str, tuple[re.Match[str], ...]] = {}

    def search(self, text: str) -> re.Match[str] | None:
        try:
            return self._first[text]
        except KeyError:
            if len(self._first) >= MOST_REMEMBERED:
                self._first.clear()
            found = self._first[text] = self._search(text)
            return found

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        if text not in self._all:
            if len(self._all) >= MOST_REMEMBERED:
                self._all.clear()
            self._all[text] = tuple(self._finditer(text))
        return iter(self._all[text])


if TYPE_CHECKING:

    def late_pattern(text: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
        """Return a pattern as `re.compile` does; what is wrong with it shows at its first use."""

    def remembering_pattern(text: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
        """Return a pattern as `re.compile` does that remembers what it finds in whole texts."""
else:
    late_pattern = _LatePattern
    remembering_pattern = _RememberingPattern
