"""Words of which one is the contrary of the other: rise and fall, in all their forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from briefgen.languages.source_words.word_lists import NEVER
from briefgen.pattern import compile_pattern, remembering_pattern

_FLAGS = re.IGNORECASE | re.VERBOSE
_SIGN = re.compile(r"\\.|\[\^?\]?[^\]]*\]|.", re.DOTALL)


def alternatives(pattern: str) -> Iterator[str]:
    """Yield the alternatives of a pattern, but not those within its brackets."""
    depth, begun = 0, 0
    for sign in _SIGN.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if sign[0] == "|" and not depth:
            yield pattern[begun : sign.start()]
            begun = sign.end()
    yield pattern[begun:]


def _alternatives_of(
    pairs: Sequence[tuple[str, str]],
) -> Iterator[tuple[str, tuple[int, bool]]]:
    """Yield each alternative with the number of its pair, and whether it is one of the first."""
    for place, pair in enumerate(pairs):
        for said, is_first in zip(pair, (True, False), strict=True):
            yield from ((one, (place, is_first)) for one in alternatives(said))


class Contraries:
    """Pairs of words, found in a text by the place of the pair and whether it is the first.

    A word that is one of several pairs counts for the first of them only.
    """

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        words = [*_alternatives_of(pairs)]
        # An empty group behind each says which it is: one around it would hide its first letter,
        # by which most are passed over at once.
        self._meant = tuple(meant for _, meant in words)
        either = "|".join(f"{one}()" for one, _ in words) or NEVER
        self._any = remembering_pattern(rf"(?<!\w)(?:{either})(?!\w)", _FLAGS)

    def found_in(self, text: str) -> Mapping[tuple[int, bool], str]:
        """Return the words of a text, by the number of their pair and the side."""
        return {meant: found[0] for meant, found in self.each_in(text)}

    def each_in(self, text: str) -> Iterator[tuple[tuple[int, bool], re.Match[str]]]:
        """Yield each word of a text with the number of its pair and the side, in order."""
        for found in self._any.finditer(text):
            if found.lastindex:
                yield self._meant[found.lastindex - 1], found


class Opposites:
    """Pairs of words, found in a text by the place of each pair that a word is in, and its side."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        either = "|".join(chain.from_iterable(pairs)) or NEVER
        self._any = remembering_pattern(rf"(?<![\w-])(?:{either})(?![\w-])", _FLAGS)
        self._known: dict[str, list[tuple[int, bool]]] = {}
        self._by_letter: dict[str, list[tuple[str, tuple[int, bool]]]] = defaultdict(list)
        for one, meant in _alternatives_of(pairs):
            self._by_letter[one[0].lower() if one[0].isalpha() else ""].append((one, meant))

    def found_in(self, text: str) -> Mapping[tuple[int, bool], str]:
        """Return the words of a text, the first on each side, by the number of their pair."""
        found: dict[tuple[int, bool], str] = {}
        for match in self._any.finditer(text):
            for meant in self._meant(match[0].lower()):
                found.setdefault(meant, match[0])
        return found

    def _meant(self, word: str) -> list[tuple[int, bool]]:
        if word not in self._known:
            near = sorted(self._by_letter[word[0]] + self._by_letter[""], key=_in_order)
            said = (meant for one, meant in near if compile_pattern(one, _FLAGS).fullmatch(word))
            self._known[word] = [*dict.fromkeys(said)]
        return self._known[word]


def _in_order(each: tuple[str, tuple[int, bool]]) -> tuple[int, bool]:
    place, is_first = each[1]
    return place, not is_first
