"""Which sentence of its passage each statement is taken from: all those of a point at once.

A paraphrase shares few words with what it is taken from. But a point tells its passage mostly in
its order: so the sentences of a form are set beside those of the passage together, by the rarest
words and the figures that they share and by their order, and how much worse the next best way would
be tells how sure it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import log

from msgspec import Struct

from briefgen.cache import Same, kept
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.synonyms import kin_in, kin_of
from briefgen.check.against.tokens import tokens_between, tokens_of
from briefgen.types.point import Form

SURE = 0.3
"""How much worse the next best sentence is at least, where there is no doubt."""

LIKELY = 0.15
"""How much worse the next best sentence is where it is not likely."""

LEAST = 0.25
"""What a statement shares with the sentence at least that it is taken from."""

_FIGURE = 1.3
"""What a figure tells, in words that no other sentence has."""

_STAYS, _SKIPS, _BACK = 0.15, 0.1, 0.35
"""What it costs to tell a sentence again, to leave one out, and to go back by one."""

_BEGINS = 0.05
"""What it costs to begin one sentence later, up to three."""

_NOT_OF_ONE = ("facts", "headings", "title", "short_title")
"""What is no sentence, or says of all the article what it says."""


class Taken(Struct, frozen=True):
    """The sentence that a statement is taken from, and how much worse the next best one is."""

    sentence: Sentence
    score: float
    margin: float

    @property
    def is_sure(self) -> bool:
        """Whether no other sentence may be meant."""
        return self.margin >= SURE and self.score >= LEAST

    @property
    def is_likely(self) -> bool:
        """Whether no other sentence is as near, and this one is near enough."""
        return self.margin >= LIKELY and self.score >= LIKELY


def taken(each: Statement, compared: Comparison) -> Taken | None:
    """Return the sentence that a statement is taken from, if its passage is known."""
    return _all_taken(Same(compared)).get(id(each))


def surely_taken(each: Statement, compared: Comparison) -> Sentence | None:
    """Return the sentence that a statement is taken from, if there is no doubt about it."""
    found = taken(each, compared)
    return found.sentence if found and found.is_sure else None


def likely_taken(each: Statement, compared: Comparison) -> Sentence | None:
    """Return the sentence that a statement is taken from, if no other one is as likely."""
    found = taken(each, compared)
    return found.sentence if found and found.is_likely else None


def words_between(
    sentence: Sentence, start: int, end: int, index: SourceIndex
) -> tuple[frozenset[str], ...]:
    """Return the words and figures of a part of a sentence, each with those of one meaning."""
    figures = _figures(tokens_between(sentence, start, end, index))
    return (*kin_of(sentence.text[start:end], index), *(frozenset({one}) for one in figures))


def words_said(each: Statement, compared: Comparison) -> tuple[frozenset[str], ...]:
    """Return the words and figures of a statement, each with those of one meaning."""
    figures = _figures(tokens_of(each, compared))
    return (*kin_of(each.text, compared.index), *(frozenset({one}) for one in figures))


def taken_from(sentence: Sentence, each: Statement, compared: Comparison) -> Iterator[Statement]:
    """Yield the statements of a point that tell a sentence, as the given one does."""
    for one in compared.of_point(each):
        found = taken(one, compared)
        if one is each or (found and found.sentence is sentence):
            yield one


@kept(4)
def _all_taken(shared: Same[Comparison]) -> Mapping[int, Taken]:
    compared = shared.held
    found: dict[int, Taken] = {}
    for statements in _told_in_order(compared):
        among = _passage(statements, compared)
        if among:
            found |= _aligned(statements, among, compared)
    return found


def _told_in_order(compared: Comparison) -> Iterator[Sequence[Statement]]:
    """Yield the statements of each form: a summary with what follows it, a headline alone."""
    runs: dict[object, list[Statement]] = {}
    for each in compared.statements:
        path, form = each.passage.path, each.passage.form
        if path[0] in _NOT_OF_ONE:
            continue
        kind = path if form in (None, Form.HEADLINE) or path[-1] == "detail" else "run"
        runs.setdefault((path[:2], each.passage.audience, kind), []).append(each)
    yield from runs.values()


def _passage(statements: Sequence[Statement], compared: Comparison) -> Sequence[Sentence]:
    """Return the sentences that some statements of a form are taken from; none if not known."""
    found: dict[int, Sentence] = {}
    for each in statements:
        near = compared.beside(each)
        if not compared.index.is_all(near):
            found |= {id(one): one for one in near if one.paragraph.is_body}
    places = compared.index.places
    return sorted(found.values(), key=lambda one: places[id(one)])


def _aligned(
    statements: Sequence[Statement], among: Sequence[Sentence], compared: Comparison
) -> Mapping[int, Taken]:
    index = compared.index
    known = spread(index)
    theirs = [_figures(tokens_between(one, 0, len(one.text), index)) for one in among]
    words = [kin_in(one.text, index) for one in among]
    whole = [
        (known.told(kin_of(one.text, index)) + known.figures(figures)) ** 0.25
        for one, figures in zip(among, theirs, strict=True)
    ]
    shares = []
    for each in statements:
        ours, mine = kin_of(each.text, index), _figures(tokens_of(each, compared))
        own = max(known.told(ours) + known.figures(mine), 1e-9) ** 0.5
        shared = (
            known.told([one for one in ours if not one.isdisjoint(kin)]) + known.figures(mine & its)
            for kin, its in zip(words, theirs, strict=True)
        )
        shares.append(
            [one / own / max(size, 1e-9) for one, size in zip(shared, whole, strict=True)]
        )
    ways = _ways(shares)
    found = {}
    for each, share, totals in zip(statements, shares, ways, strict=True):
        best = max(range(len(among)), key=totals.__getitem__)
        others = (total for at, total in enumerate(totals) if at != best)
        margin = totals[best] - max(others, default=totals[best] - share[best])
        found[id(each)] = Taken(among[best], share[best], margin)
    return found


def _figures(tokens: Iterable[str]) -> frozenset[str]:
    return frozenset(one for one in tokens if one.startswith("#"))


class Spread:
    """In how many sentences words are, by their roots: what few have tells more of its place."""

    def __init__(self, index: SourceIndex) -> None:
        self._sentences = len(index.sentences)
        self._places: dict[str, set[int]] = {}
        self._rarity: dict[frozenset[str], float] = {}
        for place, sentence in enumerate(index.sentences):
            for one in kin_in(sentence.text, index):
                self._places.setdefault(one, set()).add(place)

    def has(self, word: frozenset[str]) -> bool:
        """Whether any sentence has a word, or one of its meaning."""
        return any(one in self._places for one in word)

    def told(self, words: Iterable[frozenset[str]]) -> float:
        """Return how much some words tell of where they are from."""
        return sum(map(self._of, set(words)))

    def _of(self, word: frozenset[str]) -> float:
        if word not in self._rarity:
            places = set[int]().union(*(self._places.get(one, ()) for one in word))
            self._rarity[word] = log(1 + self._sentences / max(1, len(places)))
        return self._rarity[word]

    def figures(self, figures: Collection[str]) -> float:
        """Return how much some figures tell of where they are from."""
        return len(figures) * _FIGURE * log(1 + self._sentences)


def spread(index: SourceIndex) -> Spread:
    """Return how much words of an article tell of their place."""
    return _spread(Same(index))


@kept(4)
def _spread(shared: Same[SourceIndex]) -> Spread:
    return Spread(shared.held)


def _ways(shares: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return what the best way shares in all that leads through each place."""
    places = range(len(shares[0]))
    before = [[share - _BEGINS * min(at, 3) for at, share in enumerate(shares[0])]]
    for share in shares[1:]:
        reached = _next(before[-1], _SKIPS, _BACK)
        before.append([here + there for here, there in zip(share, reached, strict=True)])
    behind = [[0.0 for _ in places]]
    for share in reversed(shares[1:]):
        ahead = [one + other for one, other in zip(share, behind[0], strict=True)]
        backwards = _next(ahead[::-1], _SKIPS, _BACK)[::-1]
        behind.insert(0, backwards)
    return [
        [one + other for one, other in zip(*pair, strict=True)]
        for pair in zip(before, behind, strict=True)
    ]


def _next(reached: Sequence[float], skips: float, back: float) -> list[float]:
    """Return the best that leads to each place from those that were reached before.

    Going on by one is free.
    """
    found = [total - _STAYS for total in reached]
    on = back_here = float("-inf")
    for at in range(1, len(reached)):
        on = max(reached[at - 1], on - skips)
        found[at] = max(found[at], on)
    for at in range(len(reached) - 2, -1, -1):
        back_here = max(reached[at + 1] - back, back_here - skips)
        found[at] = max(found[at], back_here)
    return found
