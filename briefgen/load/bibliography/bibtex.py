"""BibTeX and biblatex: entries found by their first line, and read by bibtexparser when cited.

A library may hold thousands of entries of which a brief cites ten, and whole files take seconds.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.bibliography.bibtex_work import USED, work_of
from briefgen.load.bibliography.entry import Bibliography, Entry, EntryError, Note, Read, library
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding

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


ENTRY_LIMIT = 200_000
"""Characters of one entry. With an abstract and three thousand authors it has fewer."""

_BLOCK = late_pattern(r"(?:^|(?<=\}))[ \t]*@[ \t]*([A-Za-z]{1,40})[ \t]*[{(]", re.MULTILINE)
_KEY = late_pattern(r"\s*([^\s,{}()\"=#%\\]{1,200})\s*,")
_NO_ENTRIES = ("comment", "preamble", "string")


class _Block(Struct, frozen=True):
    """A stretch of a file from one @ to the next; `at` is where its content begins."""

    kind: str
    text: str
    at: int
    line: int


def read_bibtex(text: str, file: str) -> Bibliography:
    """Return the entries of a BibTeX text, none of them read yet.

    Raises:
        LoadError: `extra-missing` without bibtexparser.
    """
    parser()
    blocks = [*_blocks(text)]
    strings = Strings({}, {})
    by_key: dict[str, _Block] = {}
    twice: dict[str, int] = {}
    warnings: list[Finding] = []
    for block in blocks:
        if block.kind == "string":
            strings.define(block.text[block.at :])
        if block.kind in _NO_ENTRIES:
            continue
        key = _KEY.match(block.text, block.at)
        if key is None:
            message = f"begins an entry of type {block.kind} that has no key"
            hint = "write @book{key, title = {…}}"
            warnings.append(_warning("entry-no-key", message, hint, file, block.line))
        elif key[1] in by_key:
            twice.setdefault(key[1], block.line)
        else:
            by_key[key[1]] = block
            if not _is_balanced(block.text):
                message = "has braces that do not match"
                hint = "close each { with }"
                warnings.append(
                    _warning("entry-braces", message, hint, file, block.line, (key[1],))
                )
    entries = {
        key: Entry(key, block.line, partial(_read, block, strings, by_key))
        for key, block in by_key.items()
    }
    return Bibliography(file, entries, twice, tuple(warnings))


def _blocks(text: str) -> Iterator[_Block]:
    found = [*_BLOCK.finditer(text)]
    line, counted = 1, 0
    for number, block in enumerate(found):
        start = text.index("@", block.start())
        line += text.count("\n", counted, start)
        counted = start
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        yield _Block(block[1].lower(), text[start:end], block.end() - start, line)


def _is_balanced(text: str) -> bool:
    opened = text.count("{") - text.count("\\{")
    closed = text.count("}") - text.count("\\}")
    return opened <= closed


def _read(block: _Block, strings: Strings, blocks: Mapping[str, _Block]) -> Read:
    fields, lines, notes = _fields(block, strings)
    if (parent := blocks.get(fields.get("crossref", ""))) and parent is not block:
        inherited, _, _ = _fields(parent, strings)
        if "title" in inherited:
            inherited.setdefault("booktitle", inherited["title"])
        inherited.pop("title", None)
        fields = {**inherited, **fields}
    return Read(*work_of(block.kind, fields, lines, block.line), tuple(notes))


def _fields(block: _Block, strings: Strings) -> tuple[dict[str, str], dict[str, int], list[Note]]:
    """Return the fields of an entry that are of use, the line of each, and what is odd.

    Of a field that stands there twice the first is read, as BibTeX does.

    Raises:
        EntryError: the entry cannot be read, or one of these fields.
    """
    if len(block.text) > ENTRY_LIMIT:
        message = f"has {len(block.text):,} characters; an entry has at most {ENTRY_LIMIT:,}"
        raise EntryError(message, "shorten it; is it pasted data?", block.line)
    read = parser().parse_string(block.text, parse_stack=[])
    failed = next(iter(read.failed_blocks), None)
    entry = next(iter(read.entries), None) or getattr(failed, "ignore_error_block", None)
    if entry is None:
        line = block.line + (getattr(failed, "start_line", 0) or 0)
        hint = "see whether a brace, a comma or an = is missing"
        raise EntryError("cannot be read as an entry of BibTeX", hint, line)
    fields: dict[str, str] = {}
    lines: dict[str, int] = {}
    notes: list[Note] = []
    for one in entry.fields:
        name = one.key.lower()
        if name not in USED:
            continue
        line = block.line + (one.start_line or 0)
        value = value_of(one.value, strings, name, line)
        if name not in fields:
            fields[name], lines[name] = value, line
        elif value != fields[name]:
            message = f"is given twice, first on line {lines[name]}, which is the one that is read"
            notes.append(Note(message, "keep one of the two", line, name))
    return fields, lines, notes


@kept(1)
def parser() -> Any:
    """Return the library that reads BibTeX, which logs nothing of what it cannot read.

    Raises:
        LoadError: `extra-missing`: it is not installed.
    """
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    return library("bibtexparser", "BibTeX", "citations")


def _warning(
    code: str, message: str, hint: str, file: str, line: int, path: tuple[str, ...] = ()
) -> Finding:
    return Finding(code, message, hint, path, "warning", file, line)
