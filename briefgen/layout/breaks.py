"""Where a line may end: UAX #14 opportunities, and within words by their language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from briefgen.cache import kept
from briefgen.pattern import late_pattern

_WORD = late_pattern(r"[^ ]* +|[^ ]+")

_PLAIN = late_pattern(r"[A-Za-z0-9À-ɏ.,:;!?'’“”‘()$%&\[\]]* *")
"""A word of Latin letters, figures and these marks holds no opportunity (AL, NU, IS, EX, QU …)."""

_JOINED = late_pattern(
    r"[‘“(\[]*(?:[A-Z]*\$)?[A-Za-z0-9À-ɏ]+(?:[.,]\d+)*(?:\u00a0[A-Za-z0-9À-ɏ]+)+[.,:;!?’”)\]]* *"
)
"""Such words around no-break spaces, as figures and units: none holds an opportunity (GL)."""

_COMPOUND = late_pattern(
    r"[‘“(\[]*[A-Za-z0-9À-ɏ]+(?:[.,]\d+)*(?:[-–/][A-Za-z0-9À-ɏ]+(?:[.,]\d+)*)*[+%]?[.,:;!?’”)\]]* *"
)
"""Such words joined by hyphens, en dashes and slashes: a line may end after each hyphen, but not
before a figure, and after each dash (HY, BA, SY, PR). Few words need the full algorithm, which
takes as long to import as a third of a page."""

_WITHIN = late_pattern(r"(?<=-)(?=[^\d])|(?<=–)")
_AFTER_HYPHEN = late_pattern(r"(?<=-)(?=[^\d])")


_ADDRESS = ("http://", "https://")


def segments(text: str) -> list[str]:
    """Split text where a line may end; spaces stay at the end of their segment.

    Word and LibreOffice break after spaces and hyphens, as UAX #14 does, but not after slashes, as
    it does ("PDF/UA" stays on a line): a page that counted on that would be one line short. An
    address they break after hyphens only, as long as it fits on a line. The full algorithm runs for
    each word on its own: an opportunity inside a word does not depend on the words around it, and
    one between two words is given by the space.
    """
    return [segment for word in words(text) for segment in inside(word)]


def words(text: str) -> list[str]:
    """Split text into words, each with the spaces after it."""
    return _WORD.findall(text)


@kept(20_000)
def inside(word: str) -> tuple[str, ...]:
    """Split a word where a line may end."""
    if _PLAIN.fullmatch(word) or ("\u00a0" in word and _JOINED.fullmatch(word)):
        return (word,)
    if word.startswith(_ADDRESS):
        return tuple(part for part in _AFTER_HYPHEN.split(word) if part)
    if _COMPOUND.fullmatch(word):
        return tuple(_WITHIN.split(word))
    from uniseg.linebreak import line_break_units  # noqa: PLC0415

    return tuple(_whole_at_slashes(line_break_units(word)))


def _whole_at_slashes(parts: Iterable[str]) -> Iterator[str]:
    pending = ""
    for part in parts:
        pending += part
        if not pending.endswith("/"):
            yield pending
            pending = ""
    if pending:
        yield pending


_LETTERS = late_pattern(r"[^\W\d_]+")
_LETTER = late_pattern(r"(\d?)(\D?)")
_NOT_PYTHONS = "microsoft-cp1251"
"""What pyphen's dictionaries name an encoding that Python knows by another name."""

LEAST_LETTERS = 3
"""Letters that stay on either side of a hyphen."""


@kept(20_000)
def divisions(text: str, language: str) -> tuple[int, ...]:
    """Return after how many characters a word may be divided; punctuation around it does not count.

    The patterns are Liang's, as LibreOffice has them (pyphen). A language without patterns, a word
    in capitals and one with a hyphen or figure of its own are never divided.
    """
    found = _LETTERS.search(text)
    patterns = _patterns(language)
    if not found or patterns is None:
        return ()
    word, around = found[0], text[: found.start()] + text[found.end() :]
    if word.isupper() or any(character.isalnum() or character in "-–/’'" for character in around):
        return ()
    return tuple(found.start() + position for position in patterns.positions(word))


@kept(16)
def _patterns(language: str) -> _Hyphenation | None:
    """Return the patterns of a language, or of what it is a kind of: `de` for `de-BE`."""
    files = _dictionaries()
    parts = language.lower().replace("-", "_").split("_")
    names = ("_".join(parts[:most]) for most in range(len(parts), 0, -1))
    found = next((name for name in names if name in files), None)
    if found is None:
        return None
    if (patterns := _read_quickly(files[found])) is None:
        import pyphen  # noqa: PLC0415 - for the few that need its reader

        return _Hyphenation(pyphen.HyphDict(files[found]).patterns)
    return _Hyphenation(patterns)


@kept(1)
def _dictionaries() -> dict[str, Path]:
    """Return the files of pyphen's patterns by language, as pyphen has them, without its import."""
    spec = find_spec("pyphen")
    assert spec
    assert spec.origin
    found: dict[str, Path] = {}
    for file in sorted((Path(spec.origin).parent / "dictionaries").glob("hyph_*.dic")):
        name = file.stem.removeprefix("hyph_").lower()
        found[name] = file
        found.setdefault(name.partition("_")[0], file)
    return found


class _Hyphenation:
    """Liang's algorithm over patterns, and the words that it has divided."""

    def __init__(self, patterns: dict[str, Any]) -> None:
        self.patterns = patterns
        self.longest = max(map(len, patterns))

    def positions(self, word: str) -> list[int]:
        """Return after how many letters a word may be divided; some stay on either side."""
        text = f".{word.lower()}."
        weights = [0] * (len(text) + 1)
        for start in range(len(text) - 1):
            for end in range(start + 1, min(start + self.longest, len(text)) + 1):
                if found := self.patterns.get(text[start:end]):
                    first, given = found
                    for at, weight in enumerate(given, start + first):
                        weights[at] = max(weights[at], weight)
        last = len(word) - LEAST_LETTERS
        odd = (at - 1 for at, weight in enumerate(weights) if weight % 2)
        return [at for at in odd if LEAST_LETTERS <= at <= last]


def _read_quickly(path: Path) -> _Patterns | None:
    """Return the patterns of a dictionary, or None where it has more than letters and digits.

    pyphen takes every pattern apart as it reads them, which is 0.1 s for English and 0.8 s for
    German; a brief meets a few hundred of them.
    """
    data = path.read_bytes()
    encoding = data.partition(b"\n")[0].decode("latin-1").strip()
    if encoding.lower() == _NOT_PYTHONS:
        return None
    lines = map(str.strip, data.decode(encoding).split("\n")[1:])
    patterns = [line for line in lines if line and line[0] not in "%#" and "MIN" not in line]
    text = "\n".join(patterns)
    if "/" in text or "^^" in text:
        return None
    # Of bytes, figures are taken out twenty times as fast as of text.
    letters = text.encode().translate(None, b"0123456789").decode().split("\n")
    return _Patterns(zip(letters, patterns, strict=True))


class _Patterns(dict[str, Any]):
    """Patterns by their letters; each is taken apart when a word first has its letters."""

    def get(self, letters: str, default: Any = None) -> Any:
        """Return where the weights of a pattern begin, and the weights; without any, None."""
        pattern = super().get(letters, default)
        if isinstance(pattern, str):
            pattern = self[letters] = _weights(pattern)
        return pattern


def _weights(pattern: str) -> tuple[int, list[int]] | None:
    """Return the weights between the letters of a pattern, without the zeros at either end."""
    weights = [int(digit or 0) for digit, _ in _LETTER.findall(pattern)]
    weighty = [position for position, weight in enumerate(weights) if weight]
    return (weighty[0], weights[weighty[0] : weighty[-1] + 1]) if weighty else None
