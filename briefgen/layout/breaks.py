"""Where a line may end: UAX #14 opportunities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.cache import kept

_WORD = re.compile(r"[^ ]* +|[^ ]+")

_PLAIN = re.compile(r"[A-Za-z0-9À-ɏ.,:;!?'’“”‘()$%&\[\]]* *")
"""A word of Latin letters, figures and these marks holds no opportunity (AL, NU, IS, EX, QU …)."""

_JOINED = re.compile(
    r"[‘“(\[]*(?:[A-Z]*\$)?[A-Za-z0-9À-ɏ]+(?:[.,]\d+)*(?:\u00a0[A-Za-z0-9À-ɏ]+)+[.,:;!?’”)\]]* *"
)
"""Such words around no-break spaces, as figures and units: none holds an opportunity (GL)."""

_COMPOUND = re.compile(r"[‘“(\[]*[A-Za-z0-9À-ɏ]+(?:-[A-Za-z0-9À-ɏ]+)+[.,:;!?’”)\]]* *")
"""Such words joined by hyphens: a line may end after each hyphen, but not before a figure."""

_AFTER_HYPHEN = re.compile(r"(?<=-)(?=[^\d])")


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
        return tuple(_AFTER_HYPHEN.split(word))
    from uniseg.linebreak import line_break_units  # noqa: PLC0415

    return tuple(_whole_at_slashes(line_break_units(word)))


def _whole_at_slashes(parts: Iterable[str]) -> Iterator[str]:
    held = ""
    for part in parts:
        held += part
        if not held.endswith("/"):
            yield held
            held = ""
    if held:
        yield held
