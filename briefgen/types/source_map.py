"""Where in which file a value stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field

from briefgen.pattern import compile_pattern, late_pattern

Path = tuple[str | int, ...]
"""Way to a value inside a file: `("rationales", 2, "forms", "headline")`."""


def path_text(path: Path) -> str:
    """Write a path as people read it: `rationales[2].forms.headline`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


_WRITTEN = late_pattern(r"[a-z_][\w-]*(?:\.[\w-]+|\[\d{1,9}\])*", re.ASCII)
_STEP = late_pattern(r"\[(\d+)\]|([\w-]+)", re.ASCII)


def path_of(text: str) -> Path | None:
    """Return the path that `path_text` writes as this text; None where none is written so."""
    if not _WRITTEN.fullmatch(text):
        return None
    return tuple(int(number) if number else key for number, key in _STEP.findall(text))


_QUOTED = late_pattern(
    r'"([^"\n]{1,80})"|: ([^\s,"]{1,80})(?:,|$)|as such: ([^"\n]{2,80}?)(?:\.\.\.)?$'
)
"""What a message quotes of the text that it is about: words, or the first of a list of them."""


_OPENING = late_pattern(r"\s*(?:(?:[-*+>]|#+|\d{1,9}[.)])\s+)*")
"""What stands before the text of a line of Markdown; it matches every line."""


class SourceMap(Struct, frozen=True, eq=False):
    """The file an argument was read from, and the line of each value in it.

    `files` are those of entries that stand in another file: facts of a table.
    `text_lines` are the lines on which texts begin whose line breaks are those of the file, and
    `rows` the lines of a file whose paragraphs are wrapped.
    `entries` are the sources that stand in bibliographies, by their keys: file and line of each;
    `warnings` are the findings about those that the argument does not cite.
    `typed` says of a value that was made of another one where that stands: a headline of the title.

    Two arguments that say the same are equal wherever they were read, so places never differ.
    """

    file: str | None = None
    lines: Mapping[Path, int] = field(default_factory=dict)
    text_lines: Mapping[Path, int] = field(default_factory=dict)
    columns: Mapping[Path, int] = field(default_factory=dict)
    entries: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    warnings: tuple[Any, ...] = ()
    files: Mapping[Path, str] = field(default_factory=dict)
    rows: tuple[str, ...] = ()
    typed: Mapping[Path, Path] = field(default_factory=dict)

    def typed_path(self, path: Path) -> Path:
        """Return where the writer typed a value, which is what a finding names."""
        return self.typed.get(path, path)

    def file_of(self, path: Path) -> str | None:
        """Return the file in which a value stands: a table of facts, or the argument's own."""
        return self.files.get(path[:2], self.file) if self.files else self.file

    def line(self, path: Path, text_line: int | None = None) -> int | None:
        """Return the line of a value, or of the nearest value around it that has one.

        `text_line` counts from the first line of a text, which is found where the file keeps the
        lines of the text as they are; elsewhere the line is that of the value.
        """
        if text_line is not None and path in self.text_lines:
            return self.text_lines[path] + text_line
        for length in range(len(path), -1, -1):
            if (found := self.lines.get(path[:length])) is not None:
                within = text_line if text_line and self.rows and length == len(path) else 0
                return found + within
        return None

    def place_saying(
        self, path: Path, message: str, text_line: int | None = None
    ) -> tuple[int | None, int | None]:
        """Return the line of a wrapped paragraph that says what a message quotes, or its first.

        The column is that of the words, where the line has them once.
        """
        first = self.line(path, text_line)
        quoted = _QUOTED.search(message) if first and self.rows else None
        if first is None or quoted is None:
            return first, self.column(path, first)
        words = next(filter(None, quoted.groups()))
        start, end = (r"\b" if edge.isalnum() else "" for edge in (words[0], words[-1]))
        said = compile_pattern(f"{start}{re.escape(words)}{end}")
        for number in range(first, len(self.rows) + 1):
            row = self.rows[number - 1]
            following = self.rows[number].lstrip() if number < len(self.rows) else ""
            if places := [found.start() + 1 for found in said.finditer(row)]:
                return number, places[0] if len(places) == 1 else self.column(path, number)
            if said.search(f"{row} {following}") and not said.search(following):
                return number, self.column(path, number)
            if not row.strip():
                break
        return first, self.column(path, first)

    def column(self, path: Path, line: int | None, message: str = "") -> int | None:
        """Return where on a line of Markdown a value stands that no column is kept of.

        It is that of the words which a message quotes, of the key, or of the text of the line.
        """
        if not line or not 0 < line <= len(self.rows):
            return None
        if path in self.columns and self.lines.get(path) == line:
            return self.columns[path]
        row = self.rows[line - 1]
        quoted = _QUOTED.search(message)
        if quoted and (at := row.find(next(filter(None, quoted.groups())))) >= 0:
            return at + 1
        entry = range(len(path) - 1, 1, -1) if message == "is missing" else ()
        for length in entry:  # what is missing stands with the others
            beside = [
                column
                for way, column in self.columns.items()
                if way[:length] == path[:length] and self.lines.get(way) == line
            ]
            if beside:
                return min(beside)
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        named = re.search(rf"(?<![\w-]){re.escape(key)}\s*[:=]", row) if key else None
        return (named.start() if named else _OPENING.match(row).end()) + 1  # type: ignore[union-attr]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SourceMap)

    def __hash__(self) -> int:
        return hash(SourceMap)


class Lost(Struct, frozen=True):
    """What of a file could not be read: the ways to it, and all the text that stands there.

    `unseen` says that text is missing and unknown.
    """

    paths: frozenset[Path] = frozenset()
    text: str = ""
    unseen: bool = False

    def covers(self, path: Path) -> bool:
        """Whether a value is lost, or a value around it."""
        return any(path[:length] in self.paths for length in range(len(path) + 1))

    def touches(self, *parts: str | int) -> bool:
        """Whether something is lost at a way or within it."""
        return any(path[: len(parts)] == parts[: len(path)] for path in self.paths)

    def with_more(self, paths: Iterable[Path], text: str = "", *, unseen: bool = False) -> Lost:
        """Return the same with more."""
        reported = f"{self.text}\n{text}" if text else self.text
        return Lost(self.paths | frozenset(paths), reported, self.unseen or unseen)
