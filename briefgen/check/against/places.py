"""Where something is: a place in whose stead the article has another, or a part of it only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.cache import Same
from briefgen.check.against.capital_nouns import has_capital_nouns
from briefgen.check.against.figures import said_amounts
from briefgen.check.against.index import Sentence
from briefgen.check.against.name_words import NameWord, content_words, written
from briefgen.check.against.references_here import figures_in
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.same_names import SameNames, same_names
from briefgen.check.against.typed import typed_figures
from briefgen.pattern import late_pattern
from briefgen.types.point import Form

LEAST_SHARED, SHARED = 4, 0.6
"""Words that a sentence must share with a statement to say the same, and their share of its own."""

_PART = late_pattern(
    r"(?:north|south|east|west|central)(?:ern)?|new|upper|lower|greater|nord|sud|süd|ost|est|ouest"
    r"|norte|sur|este|oeste|ovest|centrale?",
    re.IGNORECASE,
)
"""Words of the name of a part of a country, or of another place: South Australia."""


def other_place(each: Statement, compared: Comparison) -> tuple[str, str, Sentence] | None:
    """Return a place of a statement, the one that its passage has instead, and the sentence."""
    index, names = compared.index, same_names(Same(compared))
    if each.passage.form == Form.HEADLINE or has_capital_nouns(index.language):
        return None
    if index.is_all(compared.beside(each)):
        return None
    ours = content_words(each.text, names)
    for sentence in _that_say_so(each, compared):
        theirs = content_words(sentence.text, names)
        found = _elsewhere(each.text, ours, sentence, theirs, names) or _whole_of_part(
            each.text, ours, sentence, theirs, names
        )
        if found:
            return *found, sentence
    return None


def _that_say_so(each: Statement, compared: Comparison) -> Sequence[Sentence]:
    """Return the sentence that holds a figure of a statement, or else shares most of its words."""
    stems = compared.index.stems(each.text)
    figures = [*_with_its_figures(each, compared)]
    near = figures or compared.beside(each)
    most = max((len(one.stems & stems) for one in near), default=0)
    best = [one for one in near if len(one.stems & stems) == most]
    if len(best) != 1 or (not figures and most < max(LEAST_SHARED, SHARED * len(stems))):
        return ()
    return best


def _with_its_figures(each: Statement, compared: Comparison) -> Iterator[Sentence]:
    yield from figures_in(each, compared)
    wanted = {said_amounts(one) for one in typed_figures(each.text, compared.index.language)}
    for sentence in compared.beside(each) if wanted else ():
        if not wanted.isdisjoint(map(said_amounts, sentence.quantities)):
            yield sentence


def _elsewhere(
    text: str, ours: list[NameWord], sentence: Sentence, theirs: list[NameWord], names: SameNames
) -> tuple[str, str] | None:
    """Return a place where a statement says that something is, and the sentence's other one."""
    its = [*_within(sentence.text, theirs, names)]
    mine = [*_within(text, ours, names)]
    said = names.said([sentence.text])
    if not its or any(names.is_said(str(one.name), names.said([text])) for one in its):
        return None
    for one in mine:
        if not names.is_said(str(one.name), said) and text[one.end : one.end + 1] not in "'\u2019":
            return written(text, one), written(sentence.text, its[0])
    return None


def _within(text: str, words: list[NameWord], names: SameNames) -> Iterator[NameWord]:
    """Yield the names behind a word such as in; months and bodies of people are no places."""
    within = names.compared.index.words.is_within
    for one in words:
        if one.name and len(one.run) == 1 and within.search(text[: one.start]):
            yield one


def _whole_of_part(
    text: str, ours: list[NameWord], sentence: Sentence, theirs: list[NameWord], names: SameNames
) -> tuple[str, str] | None:
    """Return a place of a statement, and the part of it that alone the sentence names."""
    for one in ours:
        if not one.name or one.run != {one.name} or _PART.search(text):
            continue
        same = [it for it in theirs if names.is_same(it.name, one.name)]
        parts = [it for it in same if any(_PART.fullmatch(word) for word in it.run)]
        if same and len(parts) == len(same):
            named = " ".join(sorted(parts[0].run, key=sentence.text.casefold().find))
            return written(text, one), named.title()
    return None
