"""Clauses that are turned round: by whom something is done, which figure is whose, what is why.

Each has the article's words, and two of them have changed places around a third: a word such as
"by", a figure, or one such as "because of".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefgen.check.against.capital_nouns import has_capital_nouns
from briefgen.check.against.figures import said_amounts
from briefgen.check.against.index import Sentence, SourceIndex, stem
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.typed import typed_figures
from briefgen.languages.files import quantity_words
from briefgen.languages.recognised import JOINS
from briefgen.pattern import late_pattern
from briefgen.types.fact import Quantity

ROOT, LEAST_LETTERS = 5, 4
"""Letters by which two forms of a verb are alike, and letters that it has at least."""

LEAST_SHARED = 2
"""Words that a sentence shares with a statement which says the same."""

CLOSE = 25
"""Characters among which a verb, a word such as by, and a name behind it stand."""

_WORD = late_pattern(r"[^\W\d_]{3,}")
_GERUND = late_pattern(r"ing$")


def agent_turned(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return where a statement lets somebody do what is done to him in its passage, or contrary.

    "They were told by their father" for "they told their father": in one of the two, the word
    behind a verb has "by" before it.
    """
    index = compared.index
    if has_capital_nouns(index.language):
        return None  # the word for by means of as well, and the verb stands at the end
    stems = index.stems(each.text)
    for one in compared.beside(each):
        if len(one.stems & stems) < LEAST_SHARED:
            continue
        for text, other in ((each.text, one.text), (one.text, each.text)):
            for pair, words in _done_by(text, index).items():
                if pair[1] not in stems or pair[1] not in one.stems:
                    continue
                active = None if pair in _done_by(other, index) else _done_to(other, pair, index)
                if active:
                    here, there = (words, active) if text is each.text else (active, words)
                    return f'says "{here}" where the article says "{there}"', one
    return None


def _done_by(text: str, index: SourceIndex) -> dict[tuple[str, str], str]:
    """Return each verb with who does it behind a word such as by, as the text has them."""
    found = {}
    for agent in index.words.is_agent.finditer(text):
        before = [*_WORD.finditer(text, max(0, agent.start() - CLOSE), agent.start())]
        behind = _first(text, agent.end(), index)
        verb = before[-1] if before else None
        if verb is None or behind is None or text[verb.end() : agent.start()].strip():
            continue
        if _is_verb(verb[0], index):
            found[_pair(verb[0], behind[0])] = text[verb.start() : behind.end()]
    return found


def _done_to(text: str, pair: tuple[str, str], index: SourceIndex) -> str | None:
    """Return a verb with the word behind it, if a text has both so, as it has them.

    Nothing but small words stands between, and none of these is a word such as by, of or to.
    """
    for verb in _WORD.finditer(text):
        if not verb[0].casefold().startswith(pair[0]) or not _is_verb(verb[0], index):
            continue
        behind = _first(text, verb.end(), index)
        if behind and _pair(verb[0], behind[0]) == pair:
            between = text[verb.end() : behind.start()].casefold().split()
            if {*index.words.determiners.split()}.issuperset(between):
                return text[verb.start() : behind.end()]
    return None


def _first(text: str, place: int, index: SourceIndex) -> re.Match[str] | None:
    """Return the first word close behind a place that tells something and is no figure."""
    end = place + CLOSE
    stop = re.search(r"[\d,;:.()]", text[place:end])
    for found in _WORD.finditer(text, place, place + stop.start() if stop else len(text)):
        if index.stems(found[0]):
            return found if found.start() < end and not _GERUND.search(found[0]) else None
    return None


def _is_verb(word: str, index: SourceIndex) -> bool:
    return len(word) >= LEAST_LETTERS and bool(index.stems(word)) and not word[0].isupper()


def _pair(verb: str, other: str) -> tuple[str, str]:
    return verb.casefold()[:ROOT], stem(other.casefold())


def change_turned(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return a change of a statement that a sentence of its passage has the other way round.

    "Fell from 2 % to 3 %" for from 3 % to 2 %.
    """
    language = compared.argument.article.language
    ours = dict(_changes(each.text, typed_figures(each.text, language), language))
    if not ours:
        return None
    theirs = [
        (pair, one)
        for one in compared.beside(each)
        for pair, _ in _changes(one.text, one.quantities, language)
    ]
    known = [pair for pair, _ in theirs]
    for pair, words in ours.items():
        for its, one in theirs:
            if its == pair[::-1] and pair not in known:
                return f'says "{words}", which the article has the other way round', one
    return None


APART = 40
"""Characters between what something changes to, and from what: to 3 % in June from 2 %."""

_Change = tuple[tuple[object, ...], tuple[object, ...]]


def _changes(
    text: str, figures: Sequence[Quantity], language: str
) -> Iterator[tuple[_Change, str]]:
    """Yield the figures that something changes from and to, with their words."""
    words = quantity_words(language)
    flags = re.IGNORECASE | re.VERBOSE
    for one, other in pairwise(figures if words else ()):
        assert words is not None
        before, between = text[: one.start], text[one.unit_end : other.start]
        opens = re.search(rf"(?<!\w)(?:{words.from_})\s+$", before, flags)
        if opens and re.fullmatch(rf"\s+(?:{words.to})\s+", between, flags):
            said = text[opens.start() : other.unit_end]
            yield (said_amounts(one), said_amounts(other)), said.strip()
        opens = re.search(rf"(?<!\w)(?:{words.to})\s+$", before, flags)
        if opens and re.fullmatch(rf"[^,;:.]{{0,{APART}}}\s(?:{words.from_})\s+", between, flags):
            said = text[opens.start() : other.unit_end]
            yield (said_amounts(other), said_amounts(one)), said.strip()


def figures_turned(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return two figures of a statement that have changed places against a sentence of its passage.

    "12 % of men and 15 % of women" for 15 % of men and 12 % of women: each stands in a part of its
    sentence, and what only one part says is said of the other figure in the article.
    """
    language, index = compared.argument.article.language, compared.index
    ours = _parts_with_figures(each.text, typed_figures(each.text, language), index)
    for one in compared.beside(each) if len(ours) > 1 else ():
        theirs = _parts_with_figures(one.text, one.quantities, index)
        pairs = [(a, b) for a in theirs for b in theirs if a != b]
        for first, last in pairwise(ours):
            for its_first, its_last in pairs:
                if (first[0], last[0]) != (its_first[0], its_last[0]) or first[0] == last[0]:
                    continue
                crossed = _only(first, last) & _only(its_last, its_first)
                crossed_too = _only(last, first) & _only(its_first, its_last)
                straight = _only(first, last) & its_first[2] | _only(last, first) & its_last[2]
                if crossed and crossed_too and len(crossed | crossed_too) > len(straight):
                    return f'gives "{first[1]}" what the article gives "{last[1]}"', one
    return None


_Part = tuple[tuple[object, ...], str, frozenset[str]]
_SEPARATES = late_pattern(rf"[,;:()]\s|\s(?:{JOINS})\s")


def _parts_with_figures(text: str, figures: Iterable[Quantity], index: SourceIndex) -> list[_Part]:
    """Return the parts of a sentence with one figure each: amounts, words, and others."""
    ends = [0, *(found.end() for found in _SEPARATES.finditer(text)), len(text) + 1]
    found: list[_Part] = []
    figures_left = [*figures]
    for start, end in pairwise(ends):
        here = [one for one in figures_left if start <= one.start < end]
        if len(here) == 1:
            words = text[here[0].start : here[0].end].strip()
            others = index.stems(text[start:end]) - index.stems(words)
            found.append((said_amounts(here[0]), words, others))
    return found


def _only(one: _Part, other: _Part) -> frozenset[str]:
    return one[2] - other[2]
