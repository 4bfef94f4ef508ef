"""Statements of all of what the article says of some: all for most, a plural for several of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.against.alignment import likely_taken
from briefgen.check.against.index import Sentence, SourceIndex, stem, words_of
from briefgen.check.against.rule import GAP, Comparison, Statement
from briefgen.check.against.synonyms import common, kin_in, kin_of
from briefgen.pattern import late_pattern
from briefgen.types.point import Form

WINDOW = 40
"""Characters behind a word such as somewhat in which the word that it weakens begins."""


def widened_beyond(each: Statement, compared: Comparison) -> tuple[str, str, Sentence] | None:
    """Return where a statement says of all of something what its passage says of some of it."""
    index, words = compared.index, compared.index.words
    near = compared.beside(each)
    if index.is_all(near):
        return None
    for found in words.is_whole.finditer(each.text):
        close = [stem(word) for word in words_of(each.text[found.end() :])[:ADJECTIVE_AND_NOUN]]
        for noun in _nouns_behind(each.text, found.end(), index):
            if noun not in close:
                continue  # each is in effect its own
            holders = [one for one in near if noun in one.stems]
            nearly = [(one, it) for one in holders for it in _nearly_all(noun, one, index)]
            if nearly and not _is_nearly(each.text[: found.start()], index):
                return found[0], nearly[0][1], nearly[0][0]
            if any(_is_whole_there(noun, one, index) for one in holders):
                break
            parts = [(one, part) for one in holders for part in _parts_of(noun, one, index)]
            if parts and len(parts[0][0].stems & index.stems(each.text)) > 1:
                one, part = parts[0]
                return found[0], part, one
    return None


def _nearly_all(noun: str, sentence: Sentence, index: SourceIndex) -> Iterator[str]:
    """Yield the words that say nearly all of a noun, or almost any kind of it."""
    for found in _ANY.finditer(sentence.text):
        before = sentence.text[: found.start()]
        if _is_nearly(before, index) and noun in _nouns_behind(sentence.text, found.end(), index):
            yield f"{before.split()[-1]} {found[0]}"


_ANY = late_pattern(
    r"(?<!\w)(?:all|every|any|each|the\s+(?:whole|entire)|tou(?:s|te?s?)|chaque|alle?|jede\w?|tod[oa]s?"
    r"|tutt[iaeo])(?!\w)(?:\s+(?:kinds?|sorts?|forms?)\s+of|\s+(?:les?|la|los|las|i|gli))?",
    re.IGNORECASE,
)


def _is_nearly(before: str, index: SourceIndex) -> bool:
    """Whether a text ends in a word such as nearly."""
    nearly = index.words.qualifier_meanings.get("almost")
    places = nearly.finditer(before) if nearly else ()
    return any(not before[one.end() :].strip() for one in places)


ADJECTIVE_AND_NOUN = 2
"""Words directly behind one such as all among which the noun stands."""


def all_for_some(each: Statement, compared: Comparison) -> tuple[str, str, Sentence] | None:
    """Return a word such as every where the sentence that a statement is taken from has some.

    It is said of something that this sentence, or the one before it, speaks of.
    """
    index, words = compared.index, compared.index.words
    sentence = likely_taken(each, compared)
    whole = words.is_whole.search(each.text)
    if sentence is None or whole is None or each.passage.form in (None, Form.HEADLINE):
        return None
    if any(one.isdigit() or one == GAP for one in each.text[: whole.start()]):
        return None  # a third of all exports
    if words.is_whole.search(sentence.text) or words.may_claim(ALL, sentence.text):
        return None
    if any(one.search(each.text) for one in (words.is_part, words.softens, words.negates)):
        return None
    before = index.beside(sentence)[0].text
    known = kin_in(f"{before} {sentence.text}", index)
    noun = kin_of(_STOPS.split(each.text[whole.end() :])[0], index)[:1]
    ours = kin_in(each.text, index)
    parts = [(common(kin_of(one, index), ours), one) for one in _STOPS.split(sentence.text)]
    most = max(shared for shared, _ in parts)
    said = [words.is_part.search(one) for shared, one in parts if shared * 2 >= most > 0]
    some = next(filter(None, said), None)
    return (whole[0], some[0], sentence) if some and common(noun, known) else None


ALL = 4
"""The place of what says that there is all of something, among what claims much."""


def without_limit(each: Statement, compared: Comparison) -> tuple[str, str, Sentence] | None:
    """Return a noun that a statement says of all, where its passage has some, most or several.

    "Judges asked" for "several judges asked": in no form of its point is the noun limited, and in
    no sentence of the passage that says the same does it stand without such a word.
    """
    index, words = compared.index, compared.index.words
    near = compared.beside(each)
    if (
        index.is_all(near)
        or each.passage.form in (None, Form.HEADLINE)
        or _limits(each.text, index)
    ):
        return None
    stems = index.stems(each.text)
    most = max((len(one.stems & stems) for one in near), default=0)
    best = [one for one in near if len(one.stems & stems) >= NEARLY * most]
    own = [it.text for it in compared.of_point(each)]
    is_near = most >= max(LEAST_SHARED, SHARED * len(stems))
    for one in (it for it in near if len(it.stems & stems) > 1):
        for found in words.is_part.finditer(one.text):
            noun = _noun_behind(one.text, found.end(), index)
            said = noun and _plain(each.text, noun, index)
            if not noun or not said or any(map(str.isdigit, found[0])):
                continue
            if _THE.search(one.text[: found.start()]):
                continue  # "the various rules" are all of them
            meant = is_near and one in best
            if not meant and not _has_word_before(found.start(), one, stems, index):
                continue
            if any(_limits(text, index) and noun in index.stems(text) for text in own):
                continue
            if all(_is_limited(noun, it, index) for it in (one, *best) if noun in it.stems):
                return said, f"{found[0]} {said.casefold()}", one
    return None


_THE = late_pattern(
    r"(?<!\w)(?:the|its|their|les|ses|leurs|die|los|las|i|gli|le)\s+$", re.IGNORECASE
)


def _has_word_before(
    place: int, sentence: Sentence, stems: frozenset[str], index: SourceIndex
) -> bool:
    """Whether the word before a place is one of some: "scrapped some of the measures"."""
    before = words_of(sentence.text[:place])[-1:]
    return bool(before) and bool(index.stems(before[0]) & stems)


LEAST_SHARED, SHARED, NEARLY = 3, 0.5, 0.75
"""Words that a sentence must share with a statement which says the same, the share of the
statement's, and the share of as many with which another one may be meant."""


def _limits(text: str, index: SourceIndex) -> bool:
    """Whether a text has any word that says how much of something is meant, or how often."""
    words = index.words
    patterns = (words.is_part, words.is_one_of, words.softens, words.negates, words.is_whole)
    return any(one.search(text) for one in (*patterns, *words.modal_levels[:1]))


def _noun_behind(text: str, place: int, index: SourceIndex) -> str | None:
    """Return the beginning of the plural close behind a place, with adjectives before it."""
    behind = _STOPS.split(text[place : place + WINDOW])[0]
    for word in words_of(behind)[:REACH]:
        if index.stems(word) and _is_plural(word):
            return stem(word)
    return None


def _is_plural(word: str) -> bool:
    return (
        len(word) > LEAST_PLURAL and word.endswith(("s", "x", "en", "i", "e")) and word[-2:] != "ss"
    )


LEAST_PLURAL = 3
"""Letters of a word from which on its ending may be that of a plural."""


def _plain(text: str, noun: str, index: SourceIndex) -> str | None:
    """Return a noun as a text has it, if nothing but adjectives and a small word stands before."""
    for found in _WORD.finditer(text):
        if stem(found[0].casefold()) == noun and _is_plural(found[0].casefold()):
            clause = _STOPS.split(text[: found.start()])[-1].split()
            if any(sign.isdigit() or sign == GAP for sign in "".join(clause[-BEFORE:])):
                return None
            while clause and index.stems(clause[-1]) and clause[-1].isalpha():
                clause.pop()
            return found[0] if not clause or clause[-1].isalpha() else None
    return None


_WORD = late_pattern(r"[^\W\d_]+")
BEFORE = 4
"""Words before a noun among which a figure says how many are meant."""


def _is_limited(noun: str, sentence: Sentence, index: SourceIndex) -> bool:
    """Whether each place of a noun in a sentence has a word such as some before it."""
    said = sum(stem(word) == noun for word in words_of(sentence.text))
    return len(_before(index.words.is_part, noun, sentence, index)) >= said


def _parts_of(noun: str, sentence: Sentence, index: SourceIndex) -> Iterator[str]:
    """Yield words such as some before a noun; "the most effective yards" are no part of them."""
    compares = [one for pair in index.words.more_or_less for one in pair]
    for part in _before(index.words.is_part, noun, sentence, index):
        place = sentence.text.find(part) + len(part)
        is_first = _nouns_behind(sentence.text, place, index)[:1] == [noun]
        if is_first or not any(one.fullmatch(part) for one in compares):
            yield part


def _is_whole_there(noun: str, sentence: Sentence, index: SourceIndex) -> bool:
    """Whether a sentence has a word such as all before a noun, or behind it: yards each keep."""
    if _before(index.words.is_whole, noun, sentence, index):
        return True
    wholes = index.words.is_whole.finditer(sentence.text)
    return any(
        stem(word) == noun for one in wholes for word in words_of(sentence.text[: one.start()])[-1:]
    )


def _before(
    pattern: re.Pattern[str], noun: str, sentence: Sentence, index: SourceIndex
) -> list[str]:
    """Return the words of a pattern that stand before a noun in a sentence."""
    return [
        found[0]
        for found in pattern.finditer(sentence.text)
        if noun in _nouns_behind(sentence.text, found.end(), index)
    ]


def _nouns_behind(text: str, place: int, index: SourceIndex) -> list[str]:
    """Return the stems of the words close behind a place: one, or two of which one is a noun."""
    behind = _STOPS.split(text[place : place + WINDOW])[0]
    return [stem(word) for word in words_of(behind)[:REACH] if index.stems(word)][:2]


_STOPS = late_pattern(r"[,;:.()]")
REACH = 4
"""Words behind a word such as some among which the noun stands."""
