"""A fact prints a bare number where its unit is a noun: the prose must say what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from briefgen.check.lexicon import Lexicon, lexicon
from briefgen.check.passage import Passage, passages
from briefgen.check.rule import Remark
from briefgen.check.sentences import sentences
from briefgen.languages import conventions
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.fact import Fact
from briefgen.types.prose import REFERENCE

LEAST_SHARED, LONGEST_ENDING = 3, 3
"""Letters that two forms of one noun share at least, and by which one is longer at most."""

_CURRENCY = re.compile(r"[A-Z]{3}")
_WORD = re.compile(r"[^\W\d_]+")
_FOLLOWING = re.compile(r"[\s\u00a0\u202f-]*([^\W\d_]+(?:[’'][^\W\d_]+)?)")


def missing_nouns(argument: Argument) -> Iterator[Remark]:
    """Remark each fact that a sentence says without its noun, nor any other word that it counts.

    A word that follows the number is taken to be what it counts, or to lead to it, unless it is one
    that can be neither, such as "to" or "in". That list is known for languages with a lexicon; in
    others only what is followed by no word at all is remarked.
    """
    facts = {fact.id: fact for fact in argument.facts if _wants_noun(fact)}
    for passage in passages(argument):
        for fact in _bare(passage, facts, argument.article.language):
            message = f"says [#{fact.id}] without a noun; it prints the number alone"
            hint = f"write [#{fact.id}] {fact.unit}, or what else it counts"
            yield Remark(passage.path, message, hint)


def _wants_noun(fact: Fact) -> bool:
    """Whether the unit is a noun. What looks like the code of a currency is taken for one."""
    return fact.unit != "%" and not _CURRENCY.fullmatch(fact.unit)


def _bare(passage: Passage, facts: dict[str, Fact], language: str) -> Iterator[Fact]:
    words = lexicon(language)
    for sentence in sentences(passage.text, language):
        for reference in REFERENCE.finditer(sentence):
            fact = facts.get(reference[2]) if reference[1] == "#" else None
            if fact is None:
                continue
            before, after = sentence[: reference.start()], sentence[reference.end() :]
            named = conventions(language).names_number(words_in(before))
            if not named and not _reported(fact, sentence, after, words):
                yield fact


def _reported(fact: Fact, sentence: str, after: str, words: Lexicon | None) -> bool:
    if words_in(after).lstrip(" \u00a0\u202f-").startswith(fact.unit):
        return True
    said = _WORD.findall(words_in(sentence).casefold())
    if any(same_noun(noun, word) for noun in _WORD.findall(fact.unit.casefold()) for word in said):
        return True
    found = _FOLLOWING.match(words_in(after))
    return bool(found and not (words and words.counts_nothing.fullmatch(found[1])))


def same_noun(noun: str, word: str) -> bool:
    """Whether two words are forms of one: year and years, country and countries."""
    shorter = min(len(noun), len(word))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(noun, word, strict=False))
    shared = sum(1 for _ in same)
    return shared >= max(LEAST_SHARED, shorter - 1) and abs(len(noun) - len(word)) <= LONGEST_ENDING
