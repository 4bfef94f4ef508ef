"""Rules about numbers in prose that say no figure, or lose what made one vague.

"Thousands of homes" cannot be made a fact, so that nothing holds it but the passage; "around a
decade" says less than "a decade".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefgen.cache import kept
from briefgen.check.against.figures import said_amounts
from briefgen.check.against.index import Sentence, SourceIndex, stem, words_of
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.typed import is_small, typed_figures
from briefgen.check.figures import names_with_numbers, vague_numbers
from briefgen.check.rule import Remark
from briefgen.languages.files import quantity_words
from briefgen.languages.lexicon import lexicon
from briefgen.pattern import compile_pattern, late_pattern
from briefgen.types.point import Form
from briefgen.types.value import Range


@source_rule("vague-number", "warning", 'Words such as "thousands" are those of their passage.')
def vague_in_prose(compared: Comparison) -> Iterator[Remark]:
    """Report each number in prose that says no figure, and that its passage does not say alike.

    A figure of the passage that is so large is said by it, too.
    """
    language = compared.index.language
    for each in compared.statements:
        near = compared.around(each)
        for words in vague_numbers(each.text, language):
            ours, noun = _stems(words), _noun(each.text, words, compared.index)
            said = [
                (its, noun == _noun(one.text, its, compared.index))
                for one in near
                for its in vague_numbers(one.text, language)
            ]
            tens = _size(words, language) == TENS
            alike = [its for its, of_it in said if of_it] or [its for its, _ in said]
            if any(
                _stems(its)[-len(ours) :] == ours or (tens and _size(its, language) == TENS)
                for its in alike
            ):
                continue
            of_it = any(of_it for _, of_it in said)
            sums_up = compared.index.is_all(near) or each.passage.form == Form.HEADLINE
            where = compared.index.sentences if sums_up else near
            if of_it or not _is_anywhere(words, where, compared.index.language):
                message = f'says "{words}", which its passage does not'
                yield Remark(each.passage.path, message, "write the number as the article does")


@source_rule("period-differs", "warning", 'Numbers such as "thousands a day" are a day.')
def other_periods(compared: Comparison) -> Iterator[Remark]:
    """Report each number in prose that says no figure, and counts by another time: a week."""
    language, index = compared.index.language, compared.index
    for each in compared.statements:
        for words in vague_numbers(each.text, language):
            ours = _period_behind(each.text, words, index)
            theirs = {
                _period_behind(one.text, its, index)
                for one in compared.beside(each)
                for its in vague_numbers(one.text, language)
                if _stems(its) == _stems(words)
            } - {None}
            if ours and theirs and ours not in theirs:
                message = f'says "{words}" by another time than its passage'
                yield Remark(each.passage.path, message, "count by the time of the article")


def _period_behind(text: str, words: str, index: SourceIndex) -> str | None:
    """Return the time that stands close behind a number: thousands of cars a day."""
    behind = text[text.find(words) + len(words) :][:CLOSE]
    periods = index.words.is_period.items()
    return next((name for name, period in periods if period.search(behind)), None)


def _is_anywhere(words: str, where: Sequence[Sentence], language: str) -> bool:
    """Whether some sentences have words of number, or a figure that they may stand for."""
    ours = _stems(words)
    return any(
        _is_as_large(words, one, language)
        or any(_stems(its)[-len(ours) :] == ours for its in vague_numbers(one.text, language))
        for one in where
    )


def _noun(text: str, words: str, index: SourceIndex) -> str:
    """Return the beginning of the first word behind a number that tells something.

    Another number is none: of "billions, if not trillions of dollars" both are dollars.
    """
    behind = text[text.find(words) + len(words) :]
    numbers = {word for said in vague_numbers(text, index.language) for word in words_of(said)}
    said = (word for word in words_of(behind[:CLOSE]) if word not in numbers)
    return next((stem(word) for word in said if index.stems(word)), "")


def _stems(words: str) -> list[str]:
    """Return the beginnings of the words of a number that say how large it is."""
    return [stem(word) for word in words_of(words) if len(word) > SHORTEST]


SHORTEST = 3
"""Letters of the longest word that joins two words of a number: of, de."""


def _is_as_large(words: str, sentence: Sentence, language: str) -> bool:
    """Whether a sentence has a figure that words such as millions may stand for."""
    size = _size(words, language)
    amounts = (each for one in sentence.quantities for each in said_amounts(one))
    return size is not None and any(2 * size[0] <= amount < size[1] * size[0] for amount in amounts)


def _size(words: str, language: str) -> tuple[int, int] | None:
    """Return what words such as millions count in, and how many times it they are at most."""
    known, written = lexicon(language), quantity_words(language)
    if known is None or written is None:
        return None
    total, most = 1, 1000
    for word in words_of(words):
        forms = (word, word.removesuffix("s"), word.removesuffix("es"))
        scales = known.scales.items()
        scale = next((it for it, said in scales if any(_is(one, said) for one in forms)), None)
        if scale in _POWERS:
            total *= 10 ** _POWERS[scale]
        elif len(word) > SHORTEST:
            is_hundred = _is(word[:LEAST_OF_HUNDRED], written.hundred[:LEAST_OF_HUNDRED])
            total *= 100 if is_hundred else 10
            most = 10 if is_hundred else 20
    return total, most


TENS = (10, 20)
"""What tens, dozens and scores count in, and how many times it they are at most."""

_POWERS: Mapping[str | None, int] = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
LEAST_OF_HUNDRED = 4
"""Letters by which hundreds are known, in the languages that have a word of one root for them."""


def _is(word: str, pattern: str) -> bool:
    return bool(re.fullmatch(pattern, word, re.IGNORECASE | re.VERBOSE))


@source_rule("version-not-in-source", "warning", "Versions and articles have their number.")
def other_versions(compared: Comparison) -> Iterator[Remark]:
    """Report each number that names (version 2.1, Article 5, WCAG 2.1) and is not its passage's.

    That is one which the article does not have, or whose passage has another behind the same word.
    """
    index = compared.index
    said = (index.text, *(one.text for one in index.source.omitted))
    known = {number for text in said for number in _NUMBER.findall(text)}
    for each in compared.statements:
        near = compared.around(each)
        for name, number in names_with_numbers(each.text, index.language):
            if number not in known:
                message = f'says "{name} {number}", a number that the article does not have'
                yield Remark(each.passage.path, message, "write the number as the article does")
                continue
            theirs = [its for one in near for its in names_with_numbers(one.text, index.language)]
            others = [its for word, its in theirs if stem(word.casefold()) == stem(name.casefold())]
            is_near = any(number in _NUMBER.findall(one.text) for one in near)
            if others and not is_near and not index.is_all(near):
                message = f'says "{name} {number}"; its passage says "{name} {others[0]}"'
                yield Remark(each.passage.path, message, "write the number as the article does")


_NUMBER = late_pattern(r"\d+(?:\.\d+)*")


@source_rule("qualifier-lost", "warning", 'No number in prose loses a word such as "around".')
def lost_qualifiers(compared: Comparison) -> Iterator[Remark]:
    """Report each figure or span of time in prose that its passage only gives about, or as a limit.

    Small counts are left alone: they may be those of the editor.
    """
    for each in compared.statements:
        if each.passage.form in (None, Form.HEADLINE):
            continue  # a headline is short, and its summary has the word
        for words, said, where in (*_spans(each, compared), *_figures(each, compared)):
            message = f'says "{words}"; its passage says "{said}"'
            yield Remark(each.passage.path, message, where.reading(where.text[:_SHOWN]))


_SHOWN = 160


def _figures(each: Statement, compared: Comparison) -> Iterator[tuple[str, str, Sentence]]:
    """Yield the typed figures of a statement that are limited wherever its passage has them."""
    index = compared.index
    for found in typed_figures(each.text, compared.argument.article.language):
        if isinstance(found.value, Range) or is_small(found) or found.interval:
            continue
        if _is_limited(each.text, found.start, found.unit_end, found.qualifier, index):
            continue
        theirs = [
            (one, its)
            for one in each.among
            for its in one.quantities
            if said_amounts(its) == said_amounts(found)
        ]
        if theirs and all(_meanings(its.qualifier or "", index) for _, its in theirs):
            one, its = theirs[0]
            said = one.text[its.start : its.unit_end].strip()
            yield each.text[found.start : found.unit_end].strip(), said, one


def _spans(each: Statement, compared: Comparison) -> Iterator[tuple[str, str, Sentence]]:
    """Yield the spans such as "a decade" of a statement that its passage only has about.

    Looked at are sentences that share some of its other words.
    """
    index = compared.index
    pattern = _span(index.language)
    for found in pattern.finditer(each.text):
        if _is_limited(each.text, found.start(), found.end(), None, index):
            continue
        stems = index.stems(each.text.replace(found[0], ""))
        theirs = [
            (one, its)
            for one in compared.around(each)
            for its in pattern.finditer(one.text)
            if stem(its["unit"].casefold()) == stem(found["unit"].casefold())
        ]
        limits = [(one, its, _limit(one.text[: its.start()], index)) for one, its in theirs]
        if limits and all(limit for *_, limit in limits):
            for one, its, limit in limits:
                if len(stems & one.stems) >= SHARED:
                    yield found[0], f"{limit} {its[0]}", one
                    break


SHARED = 2
"""Words besides a span that a sentence of the passage has, too."""


def _is_limited(text: str, start: int, end: int, qualifier: str | None, index: SourceIndex) -> bool:
    """Whether a word of a statement's own limits the figure that stands at a place."""
    before = _CLAUSE_END.split(text[:start])[-1]
    behind = _CLAUSE_END.split(text[end:])[0]
    return bool(_meanings(f"{before} {qualifier or ''} {behind}", index))


CLOSE = 30
"""Characters before a span among which a word limits it."""

_CLAUSE_END = late_pattern(r"[,;:.()]")


def _limit(before: str, index: SourceIndex) -> str:
    """Return the word at the end of a text that limits what stands behind it."""
    close = before[-CLOSE:]
    for words in _limiting(index).values():
        for found in words.finditer(close):
            if not close[found.end() :].strip():
                return found[0]
    return ""


def _meanings(text: str, index: SourceIndex) -> set[str]:
    return {name for name, words in _limiting(index).items() if words.search(text)}


def _limiting(index: SourceIndex) -> Mapping[str, re.Pattern[str]]:
    meanings = index.words.qualifier_meanings
    return {name: words for name, words in meanings.items() if name in _LIMITS}


_LIMITS = ("above", "below", "almost", "least", "most", "about")
"""The meanings of qualifiers that say where the true number lies."""


@kept(8)
def _span(language: str) -> re.Pattern[str]:
    """Return what finds an article with a unit of measure: a decade."""
    words = quantity_words(language)
    if words is None:
        return compile_pattern("(?!)")
    more = rf"\s+(?:{words.and_})\s+(?:(?:{words.articles})\s+)?(?:{words.half})"
    pattern = rf"(?<![\w-])(?:{words.articles})\s+(?P<unit>{words.units})(?![\w-]|{more})"
    return compile_pattern(pattern, re.IGNORECASE | re.VERBOSE)
