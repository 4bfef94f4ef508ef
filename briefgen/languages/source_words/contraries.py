"""Words of which one is the contrary of the other: rise and fall, in all their forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefgen.languages.source_words.word_lists import NEVER
from briefgen.pattern import remembering_pattern

_FLAGS = re.IGNORECASE | re.VERBOSE


class Contraries:
    """Pairs of words, found in a text by the place of the pair and whether it is the first."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._pairs = pairs
        groups = "|".join(
            f"(?P<a{place}>{first})|(?P<b{place}>{last})"
            for place, (first, last) in enumerate(pairs)
        )
        self._any = remembering_pattern(rf"(?<!\w)(?:{groups or NEVER})(?!\w)", _FLAGS)
        self._each: list[tuple[re.Pattern[str], re.Pattern[str]]] = []
        self._places: dict[str, tuple[tuple[int, bool], ...]] = {}

    def found_in(self, text: str) -> Mapping[tuple[int, bool], str]:
        """Return the words of a text.

        A word may be one of several pairs: to slow is the contrary of to grow, and of to speed up.
        """
        found: dict[tuple[int, bool], str] = {}
        for match in self._any.finditer(text):
            name = str(match.lastgroup)
            found[int(name[1:]), name[0] == "a"] = match[0]
            for place in self._places_of(match[0].casefold()):
                found.setdefault(place, match[0])
        return found

    def _places_of(self, word: str) -> tuple[tuple[int, bool], ...]:
        if not self._each:
            self._each = [
                (re.compile(first, _FLAGS), re.compile(last, _FLAGS)) for first, last in self._pairs
            ]
        if word not in self._places:
            self._places[word] = tuple(
                (place, is_first)
                for place, pair in enumerate(self._each)
                for is_first, pattern in zip((True, False), pair, strict=True)
                if pattern.fullmatch(word)
            )
        return self._places[word]
