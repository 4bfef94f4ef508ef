"""Who does something: a name before a verb that the article has behind it, or of another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefgen.check.against.index import Sentence, words_of
from briefgen.check.against.name_words import Alike, NameWord, written
from briefgen.check.against.same_names import SameNames
from briefgen.pattern import late_pattern

LEAST_VERB = 4
"""Letters of a verb that is known again in another form."""

REACH = 10
"""Content words before a verb among which the article has who does it."""

_STOPS = late_pattern(r"[;:.()\u2013\u2014]")


def other_subject(
    text: str, ours: list[NameWord], alike: Alike, names: SameNames
) -> tuple[str, Sentence] | None:
    """Return a name that does what the article has done to it, or by another.

    "The Court asked" for "it asked the Court", or for "the Board, asking"; the sentence of the
    article names nobody else for it, and ours is no passive.
    """
    for who, verb in _subjects(text, ours, names):
        places = [
            (sentence, theirs, at)
            for sentence, theirs in alike
            for at, one in enumerate(theirs)
            if not one.name and verb_root(sentence.text, one) == verb_root(text, verb)
        ]
        turned = [_is_turned(who, theirs, at, one.text, names) for one, theirs, at in places]
        if places and all(turned):
            said = text[who.start : verb.end]
            return f'says "{said}", which the article says of another', places[0][0]
    return None


def verb_root(text: str, one: NameWord) -> str:
    """Return a word without the ending of a verb: apply of applying, applied and applies."""
    return _ENDING.sub("", written(text, one).casefold().replace("y", "i"))


_ENDING = late_pattern(r"(?:ing|ed|es|ed|s|e|d)$")


def _subjects(
    text: str, words: list[NameWord], names: SameNames
) -> Iterator[tuple[NameWord, NameWord]]:
    """Yield each name that stands directly before a verb of the past, with the verb."""
    index = names.compared.index
    for who, verb in pairwise(words):
        between = text[who.end : verb.start]
        if not who.acts or verb.name or not between.isspace():
            continue
        said = written(text, verb).casefold()
        behind = _STOPS.split(text[verb.end :])[0]
        if len(said) < LEAST_VERB or index.words.is_agent.search(behind):
            continue
        if index.words.is_past.fullmatch(said):
            yield who, verb


def _is_turned(who: NameWord, theirs: list[NameWord], at: int, text: str, names: SameNames) -> bool:
    """Whether a sentence has somebody before its verb or behind it, as ours has another before."""
    verb = theirs[at]
    before = [one for one in theirs[max(0, at - REACH) : at] if one.name]
    if any(_is_same_run(one, who, names) for one in before):
        return False
    agent = names.compared.index.words.is_agent
    if agent.search(text[verb.end : verb.end + AGENT]):
        return False
    behind = theirs[at + 1] if at + 1 < len(theirs) else None
    if behind and behind.name and _is_same_run(behind, who, names):
        small = {*names.compared.index.words.determiners.split()}
        return small.issuperset(words_of(text[verb.end : behind.start]))
    doers = [one for one in before if one.acts and not _STOPS.search(text[one.end : verb.start])]
    holds = any(names.is_same(one.name, who.name) for one in theirs)
    return bool(doers) and not holds


def _is_same_run(one: NameWord, other: NameWord, names: SameNames) -> bool:
    """Whether two names stand among the same words, the first and the last: Harbour Board."""
    for short, long in ((one, other), (other, one)):
        words = names.terms.get(short.name or "", frozenset())
        if words and long.run <= words:
            return True  # the Audit Office, for the LAO
    less, more = sorted((one.run, other.run), key=len)
    return all(any(names.is_same(name, its) for its in more) for name in less)


AGENT = 12
"""Characters behind a verb among which a word such as by stands."""
