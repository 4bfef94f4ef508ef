"""Findings and errors: where, what is wrong with value and limit, then what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from briefgen.pattern import late_pattern
from briefgen.types.source_map import Path, path_text

Severity = Literal["error", "warning"]


FAULT_LIMIT = 200
"""Faults that are shown. A file with more is probably of another kind."""

_UNSEEN = late_pattern(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)
"""What could steer a terminal, or turn around what it shows: a name out of an untrusted file."""


def _visible(text: str) -> str:
    """Write out invisible characters. Line feeds stay: hints may have several lines."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def shown(value: Any) -> str:
    """Write a value so that it can stand in a message: short, on one line, printable."""
    match value:
        case str():
            text = value if len(value) <= 48 else f"{value[:45]}..."  # noqa: PLR2004
            text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
            return f'"{text}"'
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int() | float() | Decimal():
            return str(value)
        case dict():
            return "a group of keys"
        case _:
            return "a list"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 page`, `1,204 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def name_shown(name: str) -> str:
    """Write a file's name so that it fits in a line, whatever it contains."""
    return _visible(name).replace("\n", "\\n")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or should be looked at.

    `code` is stable and is what scripts and tests compare; `message` is for people. `where` names
    the thing when there is no file (`one-page, decision-maker`). `at` is the id by which a waiver
    names what a finding about the article is about.
    """

    code: str
    message: str
    hint: str = ""
    path: Path = ()
    severity: Severity = "error"
    file: str | None = None
    line: int | None = None
    where: str | None = None
    column: int | None = None
    at: str | None = None

    def __str__(self) -> str:
        place = self.where or ""
        if self.file:
            place = f"{self.file}:{self.line}" if self.line else self.file
            place += f":{self.column}" if self.line and self.column else ""
        severity = "warning" if self.severity == "warning" else ""
        place, path = name_shown(place), name_shown(path_text(self.path))
        parts = [part for part in (place, severity, path) if part]
        text = ": ".join([*parts, _visible(self.message)])
        return f"{text}\n  hint: {_visible(self.hint)}" if self.hint else text


class BriefgenError(Exception):
    """What a user can fix: every finding at once, each with its place and a hint."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))

    def __reduce__(self) -> tuple[type[BriefgenError], tuple[tuple[Finding, ...]]]:
        """Travel between processes by the findings, not by the message made of them."""
        return type(self), (self.findings,)

    @property
    def codes(self) -> tuple[str, ...]:
        """The stable codes of the findings, in order."""
        return tuple(finding.code for finding in self.findings)


class LoadError(BriefgenError):
    """A file that cannot be read as what it should be."""


class CheckError(BriefgenError):
    """An argument that contradicts itself."""


class TemplateError(BriefgenError):
    """A content, Word or page template that cannot be filled."""


class FitError(BriefgenError):
    """Text that cannot be made to fit the pages promised."""


class RenderError(BriefgenError):
    """A page that cannot be drawn as promised, such as a character that no font has."""


class SaveError(BriefgenError):
    """A file that could not be written. What stood there before still stands."""


def memory_exhausted() -> Finding:
    """Return what is said where Python has no memory left: no fault, but a limit of the machine."""
    message = "the memory that this process may use is not enough; nothing was changed"
    return Finding("memory-exhausted", message, "give it more memory, or build a shorter brief")


class Bug(Exception):
    """A fault of briefgen's own: what must never happen did. It asks for a report."""


class InputError(ValueError):
    """A value that a type rejects: a stable code, what is wrong, and what to do.

    A ValueError, so that pydantic collects it with its path.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


ALIKE = 0.7
"""How alike a misspelling is to what was meant: "tilte" and "title", not "place" and "label"."""

LIKE = 0.6
"""How alike names are of which one is meant, where there are few."""

ALMOST = 0.75
"""How alike a word is that may as well be a name of the user's own."""

_OTHER_NAMES = {
    "locator": {"place", "page", "paragraph", "para", "where"},
    "address": {"url", "uri", "link", "href"},
    "authors": {"by", "writer", "writers"},
    "short": {"acronym", "abbreviation", "term"},
    "long": {"meaning", "expansion", "definition"},
    "measure": {"what", "noun"},
    "as_of": {"at", "when", "date"},
    "evidence": {"sources", "rests_on"},
    "rationales": {"reasons", "arguments"},
    "context": {"background"},
    "timeline": {"events"},
    "facts": {"figures"},
    "glossary": {"terms", "acronyms"},
    "quotations": {"quotes"},
    "images": {"pictures"},
    "sources": {"references"},
}
"""What writers call a key, by its name."""


def nearest_key(word: object, known: list[str]) -> str | None:
    """Return the known key that an unknown one means, by another name for it or misspelt."""
    plain = str(word).lower().replace("-", "_").replace(" ", "_")
    other = (key for key, names in _OTHER_NAMES.items() if key in known and plain in names)
    return next(other, None) or nearest(plain, known)


def nearest(word: object, known: Iterable[str], alike: float = ALIKE) -> str | None:
    """Return the known word that a word is most like, whatever the case; None if it is like none.

    `alike` is how much of both must be the same, from 0 to 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - for the mistaken only

    folded = {one.casefold(): one for one in known}
    found = get_close_matches(str(word).casefold(), folded, 1, alike)
    return folded[found[0]] if found else None
