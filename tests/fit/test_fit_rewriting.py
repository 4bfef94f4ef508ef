"""Nodes of a block are seen and replaced wherever they stand, and nothing else is touched."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

import pytest

from briefgen.fit.rewriting import LateBound, late_bound, rewritten
from briefgen.types.block import (
    Block,
    Cell,
    Heading,
    KeyFigure,
    KeyFigures,
    Moment,
    Origin,
    Paragraph,
    Table,
    Timeline,
)
from briefgen.types.prose import (
    Acronym,
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Link,
    NoteMark,
    Prose,
    Strong,
    Text,
)
from briefgen.types.role import Role

AT = Origin("s")
DAY = datetime.date(2013, 4, 1)
AU, CITED, MARK = Acronym("AU", "African Union"), Citation(("s1",)), NoteMark(1, "s1")


def table(one: Prose, two: Prose) -> Table:
    return Table(one, (1,), ((Cell(two, header=True),),), ((Cell(one), Cell(two)),), AT)


def timeline(one: Prose, two: Prose) -> Timeline:
    held = (Moment("e", "2013", DAY, planned=False, prose=each) for each in (one, two))
    return Timeline(tuple(held), AT)


def figures(one: Prose, two: Prose) -> KeyFigures:
    return KeyFigures(tuple(KeyFigure("f", "over", "5", each) for each in (one, two)), AT)


KINDS: list[Callable[[Prose, Prose], Block]] = [
    lambda one, two: Paragraph(Role.BODY, (*one, *two), AT),
    lambda one, two: Heading(2, Role.HEADING_1, (*one, *two), AT),
    table,
    timeline,
    figures,
]
BEFORE: Prose = (Text("The "), AU, Strong((CITED, Text("b"))), MARK)
AFTER: Prose = (Text("The "), Text("AU"), Text("!"), Strong((Text("b"),)), Text("1"))
PLAIN: Prose = (Emphasis((Text("a"),)), Link("https://a.example", (Text("b"),)))


def shortened(node: LateBound) -> Sequence[Inline]:
    match node:
        case Acronym():
            return (Text(node.short), Text("!"))
        case Citation():
            return ()
        case NoteMark():
            return (Text(str(node.number)),)
        case _:
            return (node,)


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_of_a_block_is_rewritten(kind: Callable[[Prose, Prose], Block]) -> None:
    assert rewritten(kind(BEFORE, PLAIN), shortened) == kind(AFTER, PLAIN)
    assert rewritten(kind(PLAIN, BEFORE), shortened) == kind(PLAIN, AFTER)


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_in_which_nothing_changes_is_the_same_object(
    kind: Callable[[Prose, Prose], Block],
) -> None:
    block = kind(BEFORE, PLAIN)
    again = rewritten(block, lambda node: (node,))
    assert again == block
    assert again is block or isinstance(block, Table)


@pytest.mark.parametrize(
    "around",
    [
        Strong,
        Emphasis,
        lambda held: Link("https://a.example", held),
        lambda held: Foreign("fr", held),
    ],
)
def test_what_stands_inside_other_nodes_is_rewritten(around: Callable[[Prose], Inline]) -> None:
    block = Paragraph(Role.BODY, (around(PLAIN), around((Text("a"), AU)), around(PLAIN)), AT)
    changed = (around(PLAIN), around((Text("a"), Text("AU"), Text("!"))), around(PLAIN))
    assert rewritten(block, shortened) == Paragraph(Role.BODY, changed, AT)


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_may_be_replaced_can_be_looked_at_in_the_same_order(
    kind: Callable[[Prose, Prose], Block],
) -> None:
    replaced: list[LateBound] = []

    def note(node: LateBound) -> Sequence[Inline]:
        replaced.append(node)
        return (node,)

    block = kind(BEFORE, (Link("https://a.example", (CITED,)), AU))
    rewritten(block, note)
    assert [*late_bound(block)] == replaced


def test_nodes_are_met_in_reading_order() -> None:
    assert [*late_bound(table((AU,), (CITED, MARK)))] == [AU, CITED, MARK, AU, CITED, MARK]
