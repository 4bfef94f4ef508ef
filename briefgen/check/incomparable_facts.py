"""Figures that stand beside each other are compared, whether they may be or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.check.sentences import sentences
from briefgen.types.argument import Argument
from briefgen.types.fact import Fact
from briefgen.types.prose import REFERENCE

MOST_FACTS = 20
"""So many of a sentence are compared with one another; more are no sentence of prose."""

_HINT = "name one under comparable_with of the other if they may be compared, or part them"


def incomparable_facts(argument: Argument) -> Iterator[Remark]:
    """Remark facts of one unit that stand beside each other and may not be compared.

    Beside each other are facts of one sentence, and key figures that follow one another. The same
    unit is the same word: troops and peacekeepers are told apart by their nouns, dollars are not.
    """
    facts = {fact.id: fact for fact in argument.facts}
    for passage in passages(argument):
        for one, other in _in_one_sentence(passage.text, argument.article.language, facts):
            message = f"sets {_shown(one)} beside {_shown(other)}, which may not be compared"
            yield Remark(passage.path, message, _HINT)
    numbers = {fact.id: number for number, fact in enumerate(argument.facts)}
    figures = sorted((fact for fact in argument.facts if fact.priority), key=_priority)
    for one, other in _misleading(pairwise(figures)):
        message = f"comes next to {_shown(one)} as a key figure, and may not be compared with it"
        yield Remark(("facts", numbers[other.id], "priority"), message, f"{_HINT} by priority")


def _in_one_sentence(
    text: str, language: str, facts: dict[str, Fact]
) -> Iterator[tuple[Fact, Fact]]:
    if text.count("[#") < 2:  # noqa: PLR2004 - it takes two to compare
        return
    figures_only = REFERENCE.sub(lambda found: found[0] if found[1] == "#" else "", text)
    for sentence in sentences(figures_only, language):
        named = [found[2] for found in REFERENCE.finditer(sentence) if found[1] == "#"]
        held = [facts[name] for name in dict.fromkeys(named) if name in facts]
        yield from _misleading(combinations(held[:MOST_FACTS], 2))


def _misleading(pairs: Iterable[tuple[Fact, Fact]]) -> Iterator[tuple[Fact, Fact]]:
    for one, other in pairs:
        same = one.unit.casefold() == other.unit.casefold()
        if same and one.id not in other.comparable_with and other.id not in one.comparable_with:
            yield one, other


def _priority(fact: Fact) -> int:
    return fact.priority or 0


def _shown(fact: Fact) -> str:
    return f'"{fact.id}" ({fact.unit}, {fact.scope})'
