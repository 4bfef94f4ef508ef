"""Names that the article has in another form: an acronym written out, the people of a country."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from briefgen.check.against.index import SourceIndex, words_of
from briefgen.languages.acronyms import acronyms_in
from briefgen.languages.recognised import WITHIN_NAMES
from briefgen.pattern import late_pattern

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'\u2019-]*"
_SMALL = f"(?:{WITHIN_NAMES})"
_RUN = late_pattern(rf"{_CAPITAL}(?:,?\s+(?:&\s+|{_SMALL}\s+)*(?:[dl]['\u2019])?{_CAPITAL})+")
"""Words with capitals one after another, with what may stand between those of one name."""

LEAST_INITIALS = 3
"""Capital letters by which a name is that of an acronym, where nothing says so."""


def written_out(text: str, acronyms: Collection[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each of some acronyms that a text writes out, with the words that it stands for.

    They are known by the acronym in brackets, or by their initials: Environmental Investigation
    Agency, where the article has EIA.
    """
    if not any(map(str.isupper, text)):
        return
    for short, long, _ in acronyms_in(text):
        if short in acronyms:
            yield short, frozenset(words_of(long))
    for run in _RUN.finditer(text):
        words = re.findall(_CAPITAL, run[0])
        for first in range(len(words) - LEAST_INITIALS + 1):
            for last in range(len(words), first + LEAST_INITIALS - 1, -1):
                initials = "".join(word[0] for word in words[first:last])
                if initials in acronyms:
                    yield initials, frozenset(words_of(" ".join(words[first:last])))


def known_otherwise(text: str, index: SourceIndex) -> set[str]:
    """Return the words of a text that the article names in another form."""
    known = {word for _, words in written_out(text, index.acronyms) for word in words}
    for word in words_of(text):
        alike = {*index.words.countries.get(word, ()), *index.words.governing.get(word, ())}
        if any(other in index.vocabulary for other in alike):
            known.add(word)
    return known
