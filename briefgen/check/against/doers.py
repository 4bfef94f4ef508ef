"""Who does something: the subject of a clause beside that of the clause it is taken from.

A sentence of the article may have several clauses, each with who does something in it. A statement
that has the figure or the words of one clause, and the doer of another, has exchanged them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefgen.check.against.figures import said_amounts
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import GAP, Comparison, Statement
from briefgen.check.against.synonyms import alike
from briefgen.check.against.tokens import tokens_between, tokens_of, weight, without_digits
from briefgen.languages.recognised import JOINS
from briefgen.pattern import late_pattern

MOST = 3
"""Content words of who does something."""

LEAST = 3
"""What a statement and a clause share besides who does it, a figure counting as two words."""

_BREAK = late_pattern(r"[,;:.()\u2013\u2014](?:\s|$)|\s--\s")
_FIGURE = late_pattern(rf"[\d{GAP}]")


class _Part(Struct, frozen=True):
    """A clause of a sentence, with who does something in it, and all that it tells."""

    doer: frozenset[str]
    words: str
    tokens: frozenset[str]


def other_doer(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return who does in a statement what another does in the same sentence of its passage."""
    index = compared.index
    near = compared.beside(each)
    told = without_digits(tokens_of(each, compared))
    if index.is_all(near) or _is_passive(each.text, index):
        return None
    first = next(iter(words_of(each.text)), "")
    if index.words.negates.fullmatch(first):
        return None  # nobody does it
    ours = [one for one in _subjects(each.text, index) if one[1]]
    if len(ours) != 1:
        return None
    said, doer = ours[0]
    for sentence in near:
        parts = [*_parts(sentence, index)]
        found = max(parts, key=lambda one: weight(one.tokens & told - doer), default=None)
        shared = found.tokens & told - doer if found else frozenset[str]()
        if found is None or not found.doer or not (weight(shared) >= LEAST or _alone(shared, near)):
            continue
        known = alike(doer, index)
        theirs = frozenset().union(*(one.doer for one in parts if one is not found))
        if not known & found.tokens and known & theirs and not alike(found.doer, index) & told:
            return f'says of "{said}" what the article says of "{found.words}"', sentence
    return None


def _is_passive(text: str, index: SourceIndex) -> bool:
    """Whether a text has a word such as by before somebody, and not before a figure."""
    behind = (text[found.end() :].lstrip()[:1] for found in index.words.is_agent.finditer(text))
    small = any(sign and not _FIGURE.match(sign) for sign in behind)
    return small and not _BY_FIGURE.search(text)


_BY_FIGURE = late_pattern(rf"\b(?:by|par)\s+(?:\w+\s+){{1,2}}[\d{GAP}]")


def _alone(shared: frozenset[str], near: Sequence[Sentence]) -> bool:
    """Whether a figure that is shared stands once in a passage."""
    said = [
        f"#{amount.normalize():f}"
        for one in near
        for it in one.quantities
        for amount in said_amounts(it)
    ]
    return any(said.count(one) == 1 for one in shared if len(one) >= LEAST_DIGITS)


LEAST_DIGITS = 4
"""Signs of a figure that is known alone, the mark before it counted."""


def _parts(sentence: Sentence, index: SourceIndex) -> Iterator[_Part]:
    """Yield the clauses of a sentence that have a verb, parted at commas and words such as who."""
    text = sentence.text
    ends = sorted({0, len(text), *_borders(text, index)})
    for start, end in pairwise(ends):
        subject = next(iter(_subjects(text[start:end], index)), None)
        if subject is not None:
            tokens = without_digits(tokens_between(sentence, start, end, index))
            yield _Part(subject[1], subject[0], tokens)


def _borders(text: str, index: SourceIndex) -> Iterator[int]:
    for found in _BREAK.finditer(text):
        yield found.end()
    for found in index.words.relates.finditer(text):
        yield found.start()
    for found in index.words.parts_clauses.finditer(text):
        yield found.start()


def _subjects(text: str, index: SourceIndex) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield who does something before each finite verb of the clauses of a text, as words."""
    for clause in _BREAK.split(text):
        verb = index.words.is_finite.search(clause)
        if verb is None:
            continue
        before = clause[: verb.start()]
        if index.words.opens_phrase.search(before) or _FIGURE.search(before):
            continue  # "in March the board" and "the share of exports" are more than a doer
        before = _LEADING.sub("", before.strip())
        stems = index.stems(before)
        if len([one for one in words_of(before) if index.stems(one)]) <= MOST:
            yield before.strip(), stems


_LEADING = late_pattern(
    rf"^(?:{JOINS}|but|which|that|who|the|a|an|le|la|les|l['\u2019]|que|qui)\s+", re.IGNORECASE
)
