"""Which language a text is in, by the small words that each language has most of."""

from __future__ import annotations

import re
from collections import Counter

from babel import Locale, UnknownLocaleError

from briefgen.languages.files import languages_with_files, quantity_words
from briefgen.pattern import compile_pattern, late_pattern

SAMPLE = 20_000
"""Characters of a text by which its language is recognised."""

LEAST = 5
"""Small words that must be found, and twice as many as of the language that is said."""

LEAST_SHARE = 0.08
"""The share of such words in a text, which has at least twice as many in its own language."""

USUAL = "en-GB"
"""The language of a text that says nothing and shows nothing."""

_WORD = late_pattern(r"[^\W\d_]+")


def recognised_language(text: str, said: str | None) -> str:
    """Return the language that a text is in: the one that is said, unless the words differ.

    A page that says English by habit and is written in French is in French.
    """
    found = Counter(word.casefold() for word in _WORD.findall(text[:SAMPLE]))
    counts = {name: _small_words(found, name) for name in languages_with_files()}
    best = max(counts, key=lambda name: counts[name], default="en")
    if counts and counts[best] < found.total() * LEAST_SHARE:
        counts = dict.fromkeys(counts, 0)  # a few of another language's words, in names
    base = said.partition("-")[0] if said else ""
    if said and _is_known(said) and counts[best] < max(LEAST, 2 * counts.get(base, 0)):
        return said
    if said and _is_known(said) and (base == best or counts[best] < LEAST):
        return said
    return USUAL if best == "en" or counts[best] < LEAST else best


def _small_words(found: Counter[str], language: str) -> int:
    words = quantity_words(language)
    if words is None:
        return 0
    small = compile_pattern(words.functional, re.IGNORECASE | re.VERBOSE)
    return sum(count for word, count in found.items() if small.fullmatch(word))


def _is_known(language: str) -> bool:
    try:
        Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return False
    return True


JOINS = "and|et|und|y|e|ed"
"""What stands between the last two of several."""

BREAKS = (
    "and|but|so|or|yet|while|whereas|although|though|et|mais|donc|tandis|alors|bien|und|aber|oder"
    "|während|obwohl|y|pero|mientras|aunque|e|ma|però|quindi|mentre"
)
"""What begins another clause behind a comma."""

ARTICLES = r"the|an?|le|la|les|l['’]|une?|der|die|das|eine?|el|los|las|una?|il|lo|i|gli|uno"
"""Articles, with which no name begins."""

OF_NAMES = (
    r"of|the|de|des|du|d['’]|la|le|les|l['’]|der|von|van|del|el"
    r"|di|dell[aeo]|dei|degli|dell['’]|dal|dall[ae]|il"
)
"""What belongs to the words of the name of one person or body."""

WITHIN_NAMES = rf"{OF_NAMES}|for|in|on|and|et|für|und|y|per|e|nell[ae]"
"""What stands between the words of one name, that of a body above all."""
