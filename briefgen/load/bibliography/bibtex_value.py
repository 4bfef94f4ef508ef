"""Values of BibTeX: text in braces or quotes, numbers and strings, joined by #."""

from __future__ import annotations

from msgspec import Struct

from briefgen.load.bibliography.entry import EntryError
from briefgen.pattern import late_pattern

VALUE_LIMIT = 100_000
"""Characters of a value. A paper of three thousand authors has fewer."""

MOST_STEPS = 1_000
"""Strings that one value is made of, those within strings counted."""

_BRACE = late_pattern(r"(?<!\\)[{}]")
_QUOTED = late_pattern(r"(?<!\\)[{}\"]")
_DELIMITER = late_pattern(r"(?<!\\)[{})\"]")
_WORD = late_pattern(r"[^\s#{}\",]+")
_DEFINED = late_pattern(r"\s*([^\s,{}()\"=#%]{1,100})\s*=\s*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Strings(Struct):
    """The @string definitions of a file: as they are written, and as far as they were read."""

    written: dict[str, str]
    read: dict[str, str]

    def define(self, text: str) -> None:
        """Take in what stands within the braces of one @string."""
        if found := _DEFINED.match(text):
            value = text[found.end() :]
            self.written[found[1].lower()] = value[: _end(value)]


def _end(text: str) -> int:
    """Return where a value ends: before the brace or bracket that closes what it stands in."""
    depth, in_quotes = 0, False
    for found in _DELIMITER.finditer(text):
        if found[0] == '"' and not depth:
            in_quotes = not in_quotes
        elif found[0] == "{":
            depth += 1
        elif found[0] in "})" and not depth and not in_quotes:
            return found.start()
        elif found[0] == "}":
            depth -= 1
    return len(text)


def value_of(text: str, strings: Strings, name: str, line: int) -> str:
    """Return a value as text, its strings put in.

    Raises:
        EntryError: a string that nothing defines, one that stands for itself, or a value beyond
            `VALUE_LIMIT`.
    """
    return _Reading(strings, name, line).value(text, ())


class _Reading:
    """One value while it is read. Strings within strings are read once each."""

    def __init__(self, strings: Strings, name: str, line: int) -> None:
        self.strings, self.name, self.line = strings, name, line
        self.steps = 0

    def value(self, text: str, within: tuple[str, ...]) -> str:
        parts: list[str] = []
        size = at = 0
        while at < len(text):
            part, at = self._part(text, at, within)
            size += len(part)
            if size > VALUE_LIMIT:
                raise self._error(f"has more than {VALUE_LIMIT} characters", "shorten it")
            parts.append(part)
        return "".join(parts)

    def _part(self, text: str, at: int, within: tuple[str, ...]) -> tuple[str, int]:
        letter = text[at]
        if letter in '{"':
            end = _closing(text, at)
            return text[at + 1 : end], end + 1
        word = _WORD.match(text, at)
        if not word:
            return "", at + 1
        return (word[0] if word[0].isdecimal() else self._string(word[0], within)), word.end()

    def _string(self, named: str, within: tuple[str, ...]) -> str:
        key = named.lower()
        if key in self.strings.read:
            return self.strings.read[key]
        self.steps += 1
        if key in within or len(within) > 50 or self.steps > MOST_STEPS:  # noqa: PLR2004
            message = f'uses the string "{named[:40]}", which stands for itself'
            raise self._error(message, "write out what it stands for")
        if key in self.strings.written:
            read = self.value(self.strings.written[key], (*within, key))
        elif key in _MONTHS:
            read = key
        else:
            message = f'uses the string "{named[:40]}", which nothing defines'
            raise self._error(message, "write the text in braces, or define it with @string")
        self.strings.read[key] = read
        return read

    def _error(self, message: str, hint: str) -> EntryError:
        return EntryError(message, hint, self.line, self.name)


def _closing(text: str, at: int) -> int:
    """Return where what opens at a place is closed; the end of the text where it is not."""
    depth = 0
    pattern = _QUOTED if text[at] == '"' else _BRACE
    for found in pattern.finditer(text, at + 1):
        if found[0] == "{":
            depth += 1
        elif depth:
            depth -= found[0] == "}"
        elif found[0] == ('"' if text[at] == '"' else "}"):
            return found.start()
    return len(text)
