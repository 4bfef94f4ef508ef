"""Tables of facts that may be compared, because each of them says so of the others."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from briefgen.compose.exhibit import ExhibitEntry
from briefgen.compose.figures import counted_of
from briefgen.compose.prose import ProseReader
from briefgen.compose.tables import BETWEEN_PT, LEAST_ROWS, as_of_cell, natural_ems, told
from briefgen.compose.words import capital
from briefgen.types.argument import Argument
from briefgen.types.block import Cell, Origin, Table
from briefgen.types.fact import Fact
from briefgen.types.prose import Prose, Text, plain
from briefgen.types.selection import LEAST_PRIORITY, Supplement


def comparisons(
    argument: Argument, reader: ProseReader, at: Origin, without: AbstractSet[str] | None = None
) -> tuple[ExhibitEntry, ...]:
    """Return a table for each group of comparable facts, the most important first.

    Where text tells what is to go `without`, two facts are no table: they are told in sentences,
    unless text tells both.
    """
    entries = [
        _entry(group, argument, reader, at)
        if without is None or len(group) >= LEAST_ROWS
        else _told(group, argument, reader, at)
        for group in compared(argument.facts, without)
    ]
    return tuple(sorted(entries, key=lambda entry: entry.priority))


def compared(
    facts: tuple[Fact, ...], without: AbstractSet[str] | None = None
) -> list[tuple[Fact, ...]]:
    """Return the groups that are set side by side: not two facts of which text tells both."""
    return [
        group
        for group in groups(facts)
        if without is None
        or len(group) >= LEAST_ROWS
        or any(one.id not in without for one in group)
    ]


def _told(
    group: tuple[Fact, ...], argument: Argument, reader: ProseReader, at: Origin
) -> ExhibitEntry:
    items = tuple(told(fact, argument, reader, at) for fact in group)
    priority = min(fact.priority or LEAST_PRIORITY for fact in group)
    return ExhibitEntry(Supplement.COMPARISON, priority, items)


def groups(facts: tuple[Fact, ...]) -> list[tuple[Fact, ...]]:
    """Return facts in groups in which each lists every other, and all are of one unit.

    A fact that may be compared with two that may not be compared with one another is in one group
    only: a table sets all its rows side by side. What is no figure to list is in none, such as the
    ends of an interval.
    """
    found: list[list[Fact]] = []
    for fact in (one for one in facts if one.listed):
        for group in found:
            if all(_comparable(fact, other) for other in group):
                group.append(fact)
                break
        else:
            found.append([fact])
    return [tuple(group) for group in found if len(group) > 1]


def _comparable(one: Fact, other: Fact) -> bool:
    mutual = one.id in other.comparable_with and other.id in one.comparable_with
    return mutual and one.unit.casefold() == other.unit.casefold()


def _caption(group: tuple[Fact, ...], argument: Argument, reader: ProseReader) -> Prose:
    """Return the caption of a table: with what its figures have in common, if they have."""
    labels, date = reader.words.labels, reader.words.date(argument.article.cut_off)
    shared = [{fact.measure for fact in group}, {fact.scope or "" for fact in group}]
    common = [text for reported in shared if len(reported) == 1 and (text := reported.pop())]
    if not common:
        return plain(labels.comparison_caption.format(date=date))
    before, _, after = labels.comparison_of.partition("{subject}")
    subject = [
        reader.read(reported, acronyms=False) for reported in (capital(common[0]), *common[1:])
    ]
    joined = [node for reported in subject for node in (Text(", "), *reported)][1:]
    return (*plain(before.format(date=date)), *joined, *plain(after.format(date=date)))


def _reported(fact: Fact, group: tuple[Fact, ...], reader: ProseReader) -> Prose:
    """Return what distinguishes a figure from the others of its table."""
    if len({other.scope for other in group}) == 1:
        return reader.read(capital(fact.measure), acronyms=False)
    if fact.scope and len({other.measure for other in group}) == 1:
        return reader.read(capital(fact.scope), acronyms=False)
    return counted_of(fact, reader)


def _entry(
    group: tuple[Fact, ...], argument: Argument, reader: ProseReader, at: Origin
) -> ExhibitEntry:
    words, labels = reader.words, reader.words.labels
    caption = _caption(group, argument, reader)
    header = (
        Cell(plain(labels.measure), header=True),
        Cell(plain(labels.as_of), header=True),
        Cell(plain(labels.figure), header=True, align="right"),
    )
    rows = tuple(
        (
            Cell(
                (
                    *_reported(fact, group, reader),
                    *reader.cited(fact.cited, fact.locator),
                )
            ),
            as_of_cell(fact, reader),
            Cell(plain(words.counted(fact)), align="right"),
        )
        for fact in group
    )
    facts = tuple(fact.id for fact in group)
    table = Table(
        caption,
        (58, 20, 22),
        (header,),
        rows,
        at,
        facts=facts,
        reports=facts,
        each=True,
        ems=natural_ems(header, rows, BETWEEN_PT),
    )
    priority = min(fact.priority or LEAST_PRIORITY for fact in group)
    return ExhibitEntry(Supplement.COMPARISON, priority, (table,))
