"""Names that change places: who does what to whom, whose something is, from where and to where.

A paraphrase has other words for most of a sentence. Its names are those of the article, and two of
them on either side of a word that both have say who does it to whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefgen.cache import Same, kept
from briefgen.check.against.capital_nouns import has_capital_nouns
from briefgen.check.against.index import Sentence, words_of
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.same_names import SameNames, same_names
from briefgen.languages.recognised import JOINS

REACH, REACH_OF_ARTICLE = 6, 10
"""Content words among which a name stands beside a verb; articles are longer."""

ROOT = 5
"""Letters by which two forms of a word are alike."""

LEAST_SHARED = 2
"""Words besides names that a sentence shares which says the same."""


class _Word(Struct, frozen=True):
    """A content word: its root, the name that it is, and where it stands.

    `acts` is a name without a word such as "in" before it, which may do something.
    """

    root: str
    name: str | None
    start: int
    end: int
    acts: bool


def turned_names(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return what is wrong with the places of names in a statement, and the sentence that says so.

    Looked at are the sentences of its passage that share words with it besides the names.
    """
    index, names = compared.index, same_names(Same(compared))
    near = compared.beside(each)
    if index.is_all(near) or has_capital_nouns(index.language):
        return None
    ours = _content_words(each.text, names)
    if sum(bool(one.name) for one in ours) < 2 and not _goes(ours, each.text, names):  # noqa: PLR2004
        return None
    roots = {one.root for one in ours if not one.name}
    alike = []
    for sentence in near:
        theirs = _content_words(sentence.text, names)
        if len({one.root for one in theirs if not one.name} & roots) >= LEAST_SHARED:
            alike.append((sentence, theirs))
    return (
        _other_order(each.text, ours, alike, names)
        or _other_owner(each.text, ours, alike, names)
        or _other_way(each.text, ours, alike, names)
    )


def _goes(ours: Sequence[_Word], text: str, names: SameNames) -> bool:
    """Whether something goes to a name, or comes from it."""
    words = names.compared.index.words
    before = [_before(text, one.start) for one in ours if one.name]
    return any(way.search(one) for one in before for way in (words.comes_from, words.goes_to))


def _content_words(text: str, names: SameNames) -> list[_Word]:
    """Return the content words of a text, and its names."""
    return _found(text, Same(names))


@kept(2048)
def _found(text: str, shared: Same[SameNames]) -> list[_Word]:
    names = shared.held
    index = names.compared.index
    found: list[_Word] = []
    for match in _WORDS.finditer(text):
        word = next(iter(words_of(match[0])), "")
        start, end = match.span()
        name = word if match[0][0].isupper() and names.is_name(word) else None
        if name or index.stems(word):
            acts = bool(name) and not index.words.governs_name.search(_before(text, start))
            acts = acts and not _OF_NAME.search(_before(text, start))
            last = found[-1] if found else None
            if last and last.name and _AND.fullmatch(text[last.end : start]):
                acts = acts and last.acts  # between China and Taiwan
            found.append(_Word(word[:ROOT], name, start, end, acts))
    return found


_OF_NAME = re.compile(r"\s(?:of|de|du|des|di|von)\s(?:the\s|la\s)?$", re.IGNORECASE)
"""Stands before a name whose body or thing does something: a representative of the Department."""


def _before(text: str, start: int) -> str:
    """Return what stands close before a place."""
    return text[max(0, start - CLOSE) : start]


CLOSE = 30
"""Characters before a name among which a word such as in and an article stand."""

_WORDS = re.compile(r"[^\W\d_][\w\u2010\u2011-]*")
_Alike = Sequence[tuple[Sentence, list[_Word]]]


def _other_order(
    text: str, ours: list[_Word], alike: _Alike, names: SameNames
) -> tuple[str, Sentence] | None:
    """Return two names on either side of a word that the article has the other way round."""
    agent = names.compared.index.words.is_agent
    for one, verb, other in _around_a_word(ours, REACH):
        if names.is_same(one.name, other.name) or not _opens_clause(one, text, names):
            continue
        by = bool(agent.search(text[one.end : other.start]))
        turned, straight = None, False
        for sentence, theirs in alike:
            straight = straight or _has_in_order(one, other, theirs, names)
            for first, _, last in _around_a_word(theirs, REACH_OF_ARTICLE, verb.root):
                if bool(agent.search(sentence.text[first.end : last.start])) != by:
                    continue
                straight = straight or (
                    names.is_same(first.name, one.name) and names.is_same(last.name, other.name)
                )
                if names.is_same(first.name, other.name) and names.is_same(last.name, one.name):
                    turned = sentence
        if turned and not straight:
            pair = f'"{_written(text, one)}" before "{_written(text, other)}"'
            return f"has {pair}; the article says it the other way", turned
    return None


def _opens_clause(name: _Word, text: str, names: SameNames) -> bool:
    """Whether nothing but small words and names stands before a name in its clause.

    What a committee of the House is told is told to no House.
    """
    before = _CLAUSE_START.split(text[: name.start])[-1]
    small = (word for word in _WORDS.findall(before) if not word[0].isupper())
    return not any(names.compared.index.stems(word) for word in small)


_CLAUSE_START = re.compile(r"[,;:.()\u2013\u2014]\s")


def _has_in_order(one: _Word, other: _Word, theirs: list[_Word], names: SameNames) -> bool:
    """Whether a sentence has one name before another anywhere."""
    ours = [at for at, word in enumerate(theirs) if names.is_same(word.name, one.name)]
    its = [at for at, word in enumerate(theirs) if names.is_same(word.name, other.name)]
    return bool(ours and its) and ours[0] < its[-1]


def _around_a_word(
    words: list[_Word], reach: int, root: str = ""
) -> Iterator[tuple[_Word, _Word, _Word]]:
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
    text: str, ours: list[_Word], alike: _Alike, names: SameNames
) -> tuple[str, Sentence] | None:
    """Return a word that has another of the statement's names beside it in the article."""
    mine = [one for one in ours if one.name]
    for name, thing in pairwise(ours):
        if not name.acts or thing.name or not _NEXT.fullmatch(text[name.end : thing.start]):
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
                said = _written(text, thing)
                message = (
                    f'says "{said}" of "{_written(text, name)}", '
                    f'the article of "{_written(sentence.text, owner)}"'
                )
                return message, sentence
    return None


def _is_next_to(
    name: _Word, owner: _Word | None, sentence: Sentence, alike: _Alike, names: SameNames
) -> bool:
    """Whether a name stands directly before an owner in a sentence: it owns the same."""
    theirs = next(words for one, words in alike if one is sentence)
    return owner is not None and _are_joined(name, owner, theirs, names)


def _are_joined(first: _Word, last: _Word, words: Sequence[_Word], names: SameNames) -> bool:
    """Whether a name of some words is the first one, and stands directly before the last."""
    return any(
        one.name and names.is_same(one.name, first.name) and 0 < last.start - one.end <= 1
        for one in words
    )


def _owners(text: str, theirs: list[_Word], root: str) -> Iterator[_Word | None]:
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


_NEXT = re.compile(r"(?:['\u2019]s?)?\s+(?:[^\W\d_]{1,4}\s+)?")
_AND = re.compile(rf"(?:,\s*)?(?:\s?(?:{JOINS}))?\s+")
_OF = re.compile(
    r"\s+(?:of|de|du|des|di|del\w*|von|der)\s+(?:the\s+|la\s+|l['\u2019])?", re.IGNORECASE
)


def _other_way(
    text: str, ours: list[_Word], alike: _Alike, names: SameNames
) -> tuple[str, Sentence] | None:
    """Return a name to which something goes that comes from it in the article, or contrary."""
    words = names.compared.index.words
    ways = (words.comes_from, words.goes_to)
    for one in ours:
        mine = [way for way in ways if way.search(_before(text, one.start))] if one.name else []
        if len(mine) != 1:
            continue
        said = [
            (way, sentence)
            for sentence, theirs in alike
            for its in theirs
            if its.name and names.is_same(its.name, one.name)
            for way in ways
            if way.search(_before(sentence.text, its.start))
            if _same_before(text, one, sentence.text, its)
        ]
        if said and all(way is not mine[0] for way, _ in said):
            before = mine[0].search(_before(text, one.start))
            assert before is not None
            return f'says "{before[0].strip()} {_written(text, one)}"', said[0][1]
    return None


def _same_before(ours: str, one: _Word, theirs: str, its: _Word) -> bool:
    """Whether two texts have a word before a name that is the same: goods to, goods from."""
    mine, other = (
        {word[:ROOT] for word in words_of(text[max(0, place.start - REACH_BACK) : place.start])}
        for text, place in ((ours, one), (theirs, its))
    )
    return any(len(word) >= ROOT for word in mine & other)


REACH_BACK = 45
"""Characters before a name among which stands what goes to it or comes from it."""


def _written(text: str, words: _Word) -> str:
    return text[words.start : words.end]
