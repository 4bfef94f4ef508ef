"""Which sentence of its passage each statement is taken from: all those of a point at once.

A paraphrase shares few words with what it is taken from. But a point tells its passage mostly in
its order: so the sentences of a form are set beside those of the passage together, by the rarest
words and the figures that they share and by their order, and how much worse the next best way would
be tells how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from msgspec import Struct

from briefgen.cache import Same, kept
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.tokens import tokens_between, tokens_of
from briefgen.types.point import Form

SURE = 0.3
"""How much worse the next best sentence is at least, where there is no doubt."""

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


def taken(each: Statement, compared: Comparison) -> Taken | None:
    """Return the sentence that a statement is taken from, if its passage is known."""
    return _all_taken(Same(compared)).get(id(each))


def surely_taken(each: Statement, compared: Comparison) -> Sentence | None:
    """Return the sentence that a statement is taken from, if there is no doubt about it."""
    found = taken(each, compared)
    return found.sentence if found and found.is_sure else None


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
    theirs = [tokens_between(one, 0, len(one.text), index) for one in among]
    whole = [_told(one, index) ** 0.25 for one in theirs]
    shares = []
    for each in statements:
        ours = tokens_of(each, compared)
        own = max(_told(ours, index), 1e-9) ** 0.5
        shares.append(
            [
                _told(ours & one, index) / own / max(size, 1e-9)
                for one, size in zip(theirs, whole, strict=True)
            ]
        )
    ways = _ways(shares)
    found = {}
    for each, share, totals in zip(statements, shares, ways, strict=True):
        best = max(range(len(among)), key=totals.__getitem__)
        others = (total for at, total in enumerate(totals) if at != best)
        margin = totals[best] - max(others, default=totals[best] - share[best])
        found[id(each)] = Taken(among[best], share[best], margin)
    return found


def _told(tokens: Iterable[str], index: SourceIndex) -> float:
    """Return how much words and figures tell of where they are from."""
    figure = _FIGURE * log(1 + len(index.sentences))
    return sum(figure if one.startswith("#") else index.rarity((one,)) for one in tokens)


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
