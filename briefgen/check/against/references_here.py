"""Statements with the figures and quotations that they print, which are not typed there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefgen.cache import Same, kept
from briefgen.check.against.figures import holding
from briefgen.check.against.index import Sentence
from briefgen.check.against.rule import GAP, Comparison, Statement
from briefgen.types.reference import Referred, references


def with_references(compared: Comparison) -> Sequence[tuple[Statement, Sequence[Referred]]]:
    """Return each statement with the figures and quotations that stand in its gaps, in order."""
    return _with_references(Same(compared))


@kept(4)
def _with_references(
    shared: Same[Comparison],
) -> tuple[tuple[Statement, Sequence[Referred]], ...]:
    return tuple(_each_with_references(shared.held))


def _each_with_references(
    compared: Comparison,
) -> Iterator[tuple[Statement, Sequence[Referred]]]:
    printed: dict[int, int] = {}
    for each in compared.statements:
        if each.passage.path[0] == "facts":
            continue
        first = printed.get(id(each.passage), 0)
        printed[id(each.passage)] = last = first + each.text.count(GAP)
        references_here = [*references(each.passage.text)] if last > first else []
        yield each, [one for one in references_here if one.sign in "#>"][first:last]


def figures_in(each: Statement, compared: Comparison) -> Iterator[Sentence]:
    """Yield the sentences of its passage that hold the figures which a statement prints."""
    facts = {fact.id: fact for fact in compared.argument.facts}
    for one in _references_of(Same(compared)).get(id(each), ()):
        if one.sign == "#" and one.id in facts:
            yield from (sentence for sentence, _ in holding(facts[one.id], each.among))


def prints_quotation(each: Statement, compared: Comparison) -> bool:
    """Whether a statement prints a quotation, which says for itself how sure it is."""
    named = _references_of(Same(compared)).get(id(each), ())
    return any(one.sign == ">" for one in named)


@kept(4)
def _references_of(shared: Same[Comparison]) -> Mapping[int, Sequence[Referred]]:
    return {id(each): named for each, named in with_references(shared.held)}


def in_prose(compared: Comparison) -> Iterator[tuple[Statement, Sequence[Referred]]]:
    """Yield the statements that are no headings of parts, with what stands in their gaps."""
    for each, named in with_references(compared):
        if each.nearest is not None and each.passage.path[0] != "headings":
            yield each, named
