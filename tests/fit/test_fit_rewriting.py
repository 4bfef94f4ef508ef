"""Nodes of a block are seen and replaced wherever they stand, and nothing else is touched."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

import pytest

from briefgen.fit.rewriting import cited_once, deferred, rewritten
from briefgen.types.block import (
    Block,
    Cell,
    Chart,
    Contents,
    Glossary,
    GlossaryEntry,
    Heading,
    Illustration,
    KeyFigure,
    KeyFigures,
    Origin,
    Paragraph,
    SourceEntry,
    SourceList,
    Table,
    Timeline,
)
from briefgen.types.picture import Picture
from briefgen.types.plot import Plot
from briefgen.types.prose import (
    Acronym,
    Citation,
    Emphasis,
    Foreign,
    Inline,
    LateBound,
    Link,
    NoteMark,
    Prose,
    Strong,
    Text,
    plain,
    text_of,
)
from briefgen.types.reference import Cited
from briefgen.types.role import Role
from briefgen.types.time_bar import Moment

AT = Origin("s")
DAY = datetime.date(2013, 4, 1)
AU, CITED, MARK = Acronym("AU", "African Union"), Citation((Cited("s1"),)), NoteMark(1, "s1")


def table(one: Prose, two: Prose) -> Table:
    return Table(one, (1,), ((Cell(two, header=True),),), ((Cell(one), Cell(two)),), AT)


def timeline(one: Prose, two: Prose) -> Timeline:
    held = (Moment("e", "2013", DAY, planned=False, prose=each) for each in (one, two))
    return Timeline(tuple(held), AT)


def figures(one: Prose, two: Prose) -> KeyFigures:
    return KeyFigures(tuple(KeyFigure("f", "5+", each) for each in (one, two)), AT)


def chart(one: Prose, two: Prose) -> Chart:
    return Chart("f", Plot("bar", (), (), "", ()), "Wells", (*one, *two), "In words", "Figure", AT)


KINDS: list[Callable[[Prose, Prose], Block]] = [
    lambda one, two: Paragraph(Role.BODY, (*one, *two), AT),
    lambda one, two: Heading(2, Role.HEADING_1, (*one, *two), AT),
    table,
    timeline,
    figures,
    chart,
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
    assert rewritten(block, lambda node: (node,)) is block


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
    assert [*deferred(block)] == replaced


def test_nodes_are_met_in_reading_order() -> None:
    assert [*deferred(table((AU,), (CITED, MARK)))] == [AU, CITED, MARK, AU, CITED, MARK]


@pytest.mark.parametrize(
    "block",
    [
        Illustration("i", Picture(1, 1, b""), "A well", plain("Own"), AT),
        SourceList((SourceEntry("s1", BEFORE),), AT),
        Glossary((GlossaryEntry("AU", BEFORE),), False, AT),
        Contents(1, AT),
    ],
)
def test_pictures_and_lists_that_are_made_later_hold_nothing_to_rewrite(block: Block) -> None:
    assert [*deferred(block)] == []
    assert rewritten(block, shortened) is block


def test_of_a_block_that_changes_the_nodes_that_do_not_are_the_same_objects() -> None:
    strong = Strong((Text("a"), CITED))
    block = rewritten(
        Paragraph(Role.BODY, (strong, AU), AT),
        lambda node: (node,) if node is CITED else (Text("AU"),),
    )
    assert isinstance(block, Paragraph)
    assert block.prose[0] is strong


@pytest.mark.parametrize("kind", [timeline, figures])
def test_of_a_block_that_changes_the_parts_that_do_not_are_the_same_objects(
    kind: Callable[[Prose, Prose], Timeline | KeyFigures],
) -> None:
    def parts(block: Block) -> Sequence[object]:
        assert isinstance(block, Timeline | KeyFigures)
        return block.moments if isinstance(block, Timeline) else block.figures

    block = kind(PLAIN, BEFORE)
    new, old = parts(rewritten(block, shortened)), parts(block)
    assert new[0] is old[0]
    assert len(new) == len(old)


def mark(number: int) -> NoteMark:
    return NoteMark(number, f"s{number}")


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        (
            (Text("They withdraw,"), mark(2), Text(" support"), mark(2), Text(" best."), mark(2)),
            "They withdraw, support best.[2]",
        ),
        ((Text("One."), mark(2), Text(" Two."), mark(2)), "One.[2] Two.[2]"),
        ((Text("One"), mark(2), Text(". Two"), mark(2), Text(".")), "One[2]. Two[2]."),
        ((Text("One"), mark(1), Text(" and two"), mark(2), Text(".")), "One[1] and two[2]."),
        (
            (Text("One"), mark(1), mark(2), Text(" and two"), mark(1), mark(2), Text(".")),
            "One and two[1][2].",
        ),
    ],
)
def test_a_sentence_says_once_what_it_rests_on(prose: Prose, said: str) -> None:
    assert text_of(cited_once(prose)) == said
