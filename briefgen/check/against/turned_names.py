"""Names that change places: who does what to whom, whose something is, from where and to where.

A paraphrase has other words for most of a sentence. Its names are those of the article, and two of
them on either side of a word that both have say who does it to whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.cache import Same
from briefgen.check.against.capital_nouns import has_capital_nouns
from briefgen.check.against.index import Sentence, words_of
from briefgen.check.against.name_words import (
    ROOT,
    WORDS,
    Alike,
    NameWord,
    content_words,
    is_same,
    leading,
    other_subject,
    verb_root,
    written,
)
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.same_names import SameNames, same_names
from briefgen.pattern import late_pattern

REACH, REACH_OF_ARTICLE = 6, 10
"""Content words among which a name stands beside a verb; articles are longer."""

LEAST_SHARED = 2
"""Words besides names that a sentence shares which says the same."""


def turned_names(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return what is wrong with the places of names in a statement, and the sentence that says so.

    Looked at are the sentences of its passage that share words with it besides the names.
    """
    index, names = compared.index, same_names(Same(compared))
    near = compared.beside(each)
    if index.is_all(near) or has_capital_nouns(index.language):
        return None
    ours = content_words(each.text, names)
    if sum(bool(one.name) for one in ours) < 2 and not _goes(ours, each.text, names):  # noqa: PLR2004
        return None
    roots = {one.root for one in ours if not one.name}
    alike = []
    for sentence in near:
        theirs = content_words(sentence.text, names)
        if len({one.root for one in theirs if not one.name} & roots) >= LEAST_SHARED:
            alike.append((sentence, theirs))
    return (
        _other_order(each.text, ours, alike, names)
        or _other_owner(each.text, ours, alike, names)
        or _other_way(each.text, ours, alike, names)
        or _changed_ways(each.text, ours, alike, names)
        or other_subject(each.text, ours, alike, names)
    )


def _goes(ours: Sequence[NameWord], text: str, names: SameNames) -> bool:
    """Whether something goes to a name, or comes from it."""
    words = names.compared.index.words
    before = [leading(text, one.start) for one in ours if one.name]
    return any(way.search(one) for one in before for way in (words.comes_from, words.goes_to))


def _other_order(
    text: str, ours: list[NameWord], alike: Alike, names: SameNames
) -> tuple[str, Sentence] | None:
    """Return two names on either side of a word that the article has the other way round."""
    agent = names.compared.index.words.is_agent
    for one, verb, other in _around_a_word(ours, REACH):
        if names.is_same(one.name, other.name) or not _opens_clause(one, text, names):
            continue
        if names.compared.index.words.reports.fullmatch(written(text, verb)):
            continue  # the name behind it is the topic, not the speaker
        by = bool(agent.search(text[one.end : other.start]))
        turned, straight = None, False
        for sentence, theirs in alike:
            straight = straight or _has_in_order(one, other, theirs, names)
            for first, said, last in _around_a_word(theirs, REACH_OF_ARTICLE, verb.root):
                if bool(agent.search(sentence.text[first.end : last.start])) != by:
                    continue
                straight = straight or (is_same(first, one, names) and is_same(last, other, names))
                if verb_root(sentence.text, said) != verb_root(text, verb) or _compares_once(
                    text[one.end : other.start], sentence.text[first.end : last.start]
                ):
                    continue  # who produces more than another is the producer before it
                if is_same(first, other, names) and is_same(last, one, names):
                    turned = sentence
        if turned and not straight:
            pair = f'"{written(text, one)}" before "{written(text, other)}"'
            return f"has {pair}; the article says it the other way", turned
    return None


def _compares_once(ours: str, theirs: str) -> bool:
    """Whether one of two texts between names has a word such as than, and the other none."""
    return bool(_THAN.search(ours)) != bool(_THAN.search(theirs))


_THAN = late_pattern(r"\b(?:than|plus|moins|mehr|weniger|más|menos|più|meno)\b", re.IGNORECASE)


def _opens_clause(name: NameWord, text: str, names: SameNames) -> bool:
    """Whether nothing but small words and names stands before a name in its clause.

    What a committee of the House is told is told to no House.
    """
    before = _CLAUSE_START.split(text[: name.start])[-1]
    small = (word for word in WORDS.findall(before) if not word[0].isupper())
    return not any(names.compared.index.stems(word) for word in small)


_CLAUSE_START = late_pattern(r"[,;:.()\u2013\u2014]\s")


def _has_in_order(one: NameWord, other: NameWord, theirs: list[NameWord], names: SameNames) -> bool:
    """Whether a sentence has one name before another anywhere."""
    ours = [at for at, word in enumerate(theirs) if names.is_same(word.name, one.name)]
    its = [at for at, word in enumerate(theirs) if names.is_same(word.name, other.name)]
    return bool(ours and its) and ours[0] < its[-1]


def _around_a_word(
    words: list[NameWord], reach: int, root: str = ""
) -> Iterator[tuple[NameWord, NameWord, NameWord]]:
    """Yield each word, or those of a root, with a name before and a name behind it, close by."""
    for at, verb in enumerate(words):
        if verb.name or not verb.root.startswith(root):
            continue
        before = [one for one in words[max(0, at - reach) : at] if one.acts]
        behind = [one for one in words[at + 1 : at + 1 + reach] if one.name]
        for one in before[-2:]:
            for other in behind[:2]:
                yield one, verb, other


def _other_owner(
    text: str, ours: list[NameWord], alike: Alike, names: SameNames
) -> tuple[str, Sentence] | None:
    """Return a word that has another of the statement's names beside it in the article."""
    mine = [one for one in ours if one.name]
    for name, thing in pairwise(ours):
        if (
            not name.acts
            or thing.name
            or len(thing.root) < ROOT - 1
            or not _NEXT.fullmatch(text[name.end : thing.start])
        ):
            continue
        owners = [
            (owner, sentence)
            for sentence, theirs in alike
            for owner in _owners(sentence.text, theirs, thing.root)
        ]
        if not owners or any(
            owner is None or names.is_same(owner.name, name.name) for owner, _ in owners
        ):
            continue
        if any(_is_next_to(name, owner, sentence, alike, names) for owner, sentence in owners):
            continue  # "an American AI firm" is an American one
        if any(owner and _are_joined(owner, name, ours, names) for owner, _ in owners):
            continue  # Enkrypt AI is Enkrypt
        for owner, sentence in owners:
            assert owner is not None
            if any(one is not name and names.is_same(one.name, owner.name) for one in mine):
                said = written(text, thing)
                message = (
                    f'says "{said}" of "{written(text, name)}", '
                    f'the article of "{written(sentence.text, owner)}"'
                )
                return message, sentence
    return None


def _is_next_to(
    name: NameWord, owner: NameWord | None, sentence: Sentence, alike: Alike, names: SameNames
) -> bool:
    """Whether a name stands directly before an owner in a sentence: it owns the same."""
    theirs = next(words for one, words in alike if one is sentence)
    return owner is not None and _are_joined(name, owner, theirs, names)


def _are_joined(
    first: NameWord, last: NameWord, words: Sequence[NameWord], names: SameNames
) -> bool:
    """Whether a name of some words is the first one, and stands directly before the last."""
    return any(
        one.name and names.is_same(one.name, first.name) and 0 < last.start - one.end <= 1
        for one in words
    )


def _owners(text: str, theirs: list[NameWord], root: str) -> Iterator[NameWord | None]:
    """Yield the name before each place of a word, or behind it and "of"; None where is none."""
    for at, one in enumerate(theirs):
        if one.root != root or one.name:
            continue
        before = theirs[at - 1] if at else None
        behind = theirs[at + 1] if at + 1 < len(theirs) else None
        if behind and behind.name and _OF.fullmatch(text[one.end : behind.start]):
            yield behind
        elif before and before.acts and _NEXT.fullmatch(text[before.end : one.start]):
            yield before
        else:
            yield None


_NEXT = late_pattern(r"(?:['\u2019]s?)?\s+(?:[^\W\d_]{1,4}\s+)?")
_OF = late_pattern(
    r"\s+(?:of|de|du|des|di|del\w*|von|der)\s+(?:the\s+|la\s+|l['\u2019])?", re.IGNORECASE
)


def _other_way(
    text: str, ours: list[NameWord], alike: Alike, names: SameNames
) -> tuple[str, Sentence] | None:
    """Return a name to which something goes that comes from it in the article, or contrary."""
    words = names.compared.index.words
    ways = (words.comes_from, words.goes_to)
    for one in ours:
        mine = [way for way in ways if way.search(leading(text, one.start))] if one.name else []
        if len(mine) != 1:
            continue
        said = [
            (way, sentence)
            for sentence, theirs in alike
            for its in theirs
            if its.name and names.is_same(its.name, one.name)
            for way in ways
            if way.search(leading(sentence.text, its.start))
            if _samebefore(text, one, sentence.text, its)
        ]
        if said and all(way is not mine[0] for way, _ in said):
            lead = mine[0].search(leading(text, one.start))
            assert lead is not None
            return f'says "{lead[0].strip()} {written(text, one)}"', said[0][1]
    return None


def _samebefore(ours: str, one: NameWord, theirs: str, its: NameWord) -> bool:
    """Whether two texts have a word before a name that is the same: goods to, goods from."""
    mine, other = (
        {word[:ROOT] for word in words_of(text[max(0, place.start - REACH_BACK) : place.start])}
        for text, place in ((ours, one), (theirs, its))
    )
    return any(len(word) >= ROOT for word in mine & other)


REACH_BACK = 45
"""Characters before a name among which stands what goes to it or comes from it."""


def _changed_ways(
    text: str, ours: list[NameWord], alike: Alike, names: SameNames
) -> tuple[str, Sentence] | None:
    """Return a name from which something comes where the article has the statement's other one.

    "Many ideas of Hungary come from Poland" for "Poland copied many ideas from Hungary".
    """
    words = names.compared.index.words
    for way in (words.comes_from, words.goes_to):
        mine = _behind_way(text, ours, way)
        rest = [one for one in ours if one.name and one not in mine]
        for sentence, theirs in alike if mine and rest else ():
            its = _behind_way(sentence.text, theirs, way)
            other = [one for one in theirs if one.name and one not in its]
            crossed = _share(mine, other, names) and _share(its, rest, names)
            if crossed and not _share(mine, its, names):
                lead = way.search(leading(text, mine[0].start))
                said = f"{lead[0].strip() if lead else ''} {written(text, mine[0])}"
                return f'says "{said.strip()}"', sentence
    return None


def _behind_way(text: str, words: list[NameWord], way: re.Pattern[str]) -> list[NameWord]:
    """Return the names behind a word such as from: Hungary and Fidesz of "Hungary's Fidesz"."""
    found: list[NameWord] = []
    for at, one in enumerate(words):
        if one.name and way.search(leading(text, one.start)):
            near = [it for it in words[at : at + OF_ONE] if it.name]
            found += [it for it in near if not _STOPS.search(text[one.start : it.start])]
    return found


OF_ONE = 3
"""Content words of which the last is named with the first: Hungary's ruling Fidesz."""

_STOPS = late_pattern(r"[,;:.()\u2013\u2014]")


def _share(some: list[NameWord], others: list[NameWord], names: SameNames) -> bool:
    return any(names.is_same(one.name, other.name) for one in some for other in others)
