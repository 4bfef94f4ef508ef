"""Words of which one is the contrary of the other: rise and fall, in all their forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefgen.languages.source_words.word_lists import NEVER
from briefgen.pattern import remembering_pattern


class Contraries:
    """Pairs of words, found in a text by the place of the pair and whether it is the first.

    A word that is one of several pairs counts for the first of them only.
    """

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        groups = "|".join(
            f"(?P<a{place}>{first})|(?P<b{place}>{last})"
            for place, (first, last) in enumerate(pairs)
        )
        flags = re.IGNORECASE | re.VERBOSE
        self._any = remembering_pattern(rf"(?<!\w)(?:{groups or NEVER})(?!\w)", flags)

    def found_in(self, text: str) -> Mapping[tuple[int, bool], str]:
        """Return the words of a text; the name of a group is the side and number of its pair."""
        return {
            (int(name[1:]), name[0] == "a"): found[0]
            for found in self._any.finditer(text)
            for name in (str(found.lastgroup),)
        }
