"""The title over following pages, where an argument gives no short one."""

from __future__ import annotations

from collections.abc import Collection

LONGEST = 60
"""Characters that the left end of a running line holds in every built-in theme, in PDF and Word."""

MOST_WORDS = 6
"""Words of it. A running head is in no element of the tags, and checkers of accessibility take a
line of eight words that is in none for prose that was left out."""

FEWEST_WORDS = 2
"""A single word before a colon says too little."""

CLAUSE_WORDS = 3
"""Words of a clause that stands for a title, at least."""

_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_MARKS = " \u00a0\u202f,;:.–—"
_DASHES = ("–", "—")
_GENITIVES = ("’s", "'s", "s’", "s'")


def running_title(title: str, weak_words: Collection[str] = ()) -> str:
    """Return a title for running heads: whole if it is short, else its beginning.

    It is cut at a colon or dash, or at its only comma, if a clause goes on with a weak word after
    it: what is whole has no ellipsis. Else it is cut after the last word that does not lean on the
    next one, as `weak_words` (articles, prepositions, auxiliaries in lower case) and genitives do;
    never within brackets or quotation marks. Where every word leans, it is cut all the same.
    """
    words = title.split(" ")
    if len(words) <= MOST_WORDS and len(title) <= LONGEST:
        return title
    ways = [" ".join(words[:count]) for count in range(1, min(MOST_WORDS, len(words) - 1) + 1)]
    ways = [way for way in ways if len(way) < LONGEST]
    if not ways:
        return f"{title[: LONGEST - 1].rstrip(_MARKS)}…"
    whole = [
        way
        for count, way in enumerate(ways, 1)
        if (count >= FEWEST_WORDS and (way[-1] in ":;" or words[count] in _DASHES))
        or (count >= CLAUSE_WORDS and _ends_clause(way, words[count], title, weak_words))
    ]
    sound = [way for way in ways if not _leans(way, weak_words)]
    if whole and not _is_open(whole[0]):
        return whole[0].rstrip(_MARKS)
    chosen = sound[-1] if sound else ways[-1]
    return f"{chosen.rstrip(_MARKS)}…"


def _ends_clause(way: str, following: str, title: str, weak_words: Collection[str]) -> bool:
    """Whether a comma ends a clause: one of several may stand in a list."""
    return way[-1] == "," and title.count(",") == 1 and following.lower() in weak_words


def _leans(text: str, weak_words: Collection[str]) -> bool:
    """Whether the beginning of a title is incomplete without what follows it."""
    if _is_open(text):
        return True
    last = text.rpartition(" ")[2].rstrip(_MARKS).lower()
    return not last or last in weak_words or last.endswith(_GENITIVES)


def _is_open(text: str) -> bool:
    """Whether brackets or quotation marks are open at its end."""
    return any(text.count(first) > text.count(last) for first, last in _PAIRS)
