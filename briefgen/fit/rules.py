"""The rules of content for a problem: what is printed how often, together, and in what order.

They say of a selection whether it is feasible, whatever room there is (docs/design/fit.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.fit.problem import FigureRule, Item, PricedVariant, Problem, SectionItems
from briefgen.fit.watch import (
    UNBOUNDED,
    AtMost,
    InOrder,
    Part,
    Rank,
    RuleName,
    Together,
    Told,
    Watch,
)
from briefgen.types.block_prose import Need
from briefgen.types.draft import Draft
from briefgen.types.selection import Length

HEADLINES = 2
"""Points of a section that may be headlines alone, of those that offer more. More are a wall."""

ONCE, TWICE = 1, 2
_MOST: dict[FigureRule, int] = {"once": ONCE, "twice": TWICE}
"""How often a whole brief prints a figure, by its rule."""

SHORT_PAGES = 2
"""Pages of a brief that is seen at one glance: a sheet, printed on both sides."""

Numbered = Sequence[tuple[int, Item]]


def watches(problems: Sequence[Problem]) -> tuple[Watch, ...]:
    """Return the rules of a problem, or of several frames that are chosen together.

    Items are numbered through, from frame to frame. A rule that nothing can break is left out.
    """
    if problems[0].free:
        return ()
    sections = list(_sections(problems))
    found = [*_of_all(problems, sections)]
    for group, own in sections:
        if problems[0].figure_rule == "twice a section":
            found += _figures(own, TWICE)
        found += _in_order(own)
        found += _headlines(own)
        found += () if group.is_terse else _told(own)
    return tuple(found)


def watches_of_all(problems: Sequence[Problem]) -> tuple[Watch, ...]:
    """Return the rules that look beyond a section, numbered as `watches` numbers them."""
    if problems[0].free:
        return ()
    return tuple(_of_all(problems, list(_sections(problems))))


def _of_all(
    problems: Sequence[Problem], sections: Sequence[tuple[SectionItems, Numbered]]
) -> Iterator[Watch]:
    every = [item for _, own in sections for item in own]
    if (most := _MOST.get(problems[0].figure_rule)) is not None:
        yield from _figures(every, most)
    beyond = frozenset[Need]().union(*(problem.beyond for problem in problems))
    yield from _together(every, beyond)


def _sections(problems: Iterable[Problem]) -> Iterator[tuple[SectionItems, Numbered]]:
    number = 0
    for problem in problems:
        for group in problem.groups:
            yield group, list(enumerate(group.items, number))
            number += len(group.items)


def _figures(items: Numbered, limit: int) -> Iterator[Watch]:
    """Yield a rule for each fact that prose could print too often.

    What is printed in any case is, however often that is.
    """
    tellers: dict[str, list[tuple[int, Item]]] = {}
    for number, item in items:
        for fact in {fact for option in item.options for fact in option.coverage.figures}:
            tellers.setdefault(fact, []).append((number, item))
    for fact, own in tellers.items():
        certain = [
            item
            for _, item in own
            if all(fact in option.coverage.figures for option in item.options)
        ]
        most = max(limit, len(certain))
        if len(own) > most:
            events = {
                number: {
                    option.variant: True
                    for option in item.options
                    if fact in option.coverage.figures
                }
                for number, item in own
            }
            yield AtMost("figure", events, most)


def _together(items: Numbered, beyond: frozenset[Need]) -> Iterator[Watch]:
    """Yield a rule for each need that can be left without what it needs."""
    needs = {
        need
        for _, item in items
        for option in item.options
        for need in option.coverage.needs
        if need not in beyond
    }
    for need in sorted(needs, key=sorted):
        events: dict[int, dict[int | None, Part]] = {}
        for number, item in items:
            own = {option.variant: part for option in item.options if (part := _part(option, need))}
            if own:
                events[number] = own
        if any(part is Part.NEEDS for own in events.values() for part in own.values()):
            chances = [number for number, own in events.items() if Part.IS in own.values()]
            yield Together("together", events, max(chances, default=-1), need)


def _part(option: PricedVariant, need: Need) -> Part | None:
    if not need.isdisjoint(option.coverage.covers):
        return Part.IS
    return Part.NEEDS if need in option.coverage.needs else None


def _in_order(items: Numbered) -> Iterator[Watch]:
    """Yield the rule of a section whose points differ in priority."""
    points = [(number, item) for number, item in items if item.priority is not None]
    priorities = sorted({item.priority or 0 for _, item in points})
    if len(priorities) < 2:  # noqa: PLR2004
        return
    places = {priority: place for place, priority in enumerate(priorities)}
    events = {number: _ranks(item, places[item.priority or 0]) for number, item in points}
    yield InOrder("priority", events, ((0, UNBOUNDED),) * (len(priorities) - 1))


def _ranks(item: Item, place: int) -> dict[int | None, Rank]:
    """Return how each option stands. What must be printed is compared beyond its shortest form."""
    levels = sorted({option.level for option in item.options if option.level})
    found: dict[int | None, Rank] = {}
    for option in item.options:
        longer = [level for level in levels if level > option.level]
        forced = item.is_certain and option.level == levels[0]
        most = longer[0] - 1 if longer else UNBOUNDED
        found[option.variant] = Rank(place, 0 if forced else option.level, most)
    return found


def _headlines(items: Numbered) -> Iterator[Watch]:
    """Yield the rule of a section that could print too many headlines alone."""
    events = {}
    for number, item in items:
        levels = {option.level for option in item.options if item.priority is not None}
        alone = {option.variant: True for option in item.options if option.level == 1}
        if alone and max(levels, default=0) > 1:
            events[number] = alone
    if len(events) > HEADLINES:
        yield AtMost("headlines", events, HEADLINES)


def _told(items: Numbered) -> Iterator[Watch]:
    """Yield the rule of a section that could print headlines alone and nothing else.

    A heading over bare lines promises more than it gives: better one point is told than two named.
    """
    events: dict[int, dict[int | None, bool]] = {}
    for number, item in items:
        longest = max(option.level for option in item.options) if item.priority is not None else 0
        events[number] = {
            option.variant: not (option.level == 1 < longest)
            for option in item.options
            if option.metrics
        }
    names = any(not told for own in events.values() for told in own.values())
    tells = any(
        item.is_certain and all(events[number].values()) for number, item in items
    )  # in any case
    if names and not tells:
        yield Told("headlines", {number: own for number, own in events.items() if own})


def figure_rule(length: Length, draft: Draft) -> FigureRule:
    """Return how often a length prints a figure in prose: less often where all is seen at once."""
    if length.pages and length.pages <= SHORT_PAGES:
        return "twice" if draft.sparse else "once"
    return "twice a section"


def tied(found: Iterable[Watch], rules: Iterable[RuleName] = ("figure", "together")) -> set[int]:
    """Return the items of rules by which points are not alike, whatever form and priority."""
    wanted = frozenset(rules)
    return {number for watch in found if watch.rule in wanted for number in watch.events}


def telling(found: Iterable[Watch], first: int, after: int) -> dict[int, frozenset[int | None]]:
    """Return the variants that tell something, by the items of one frame that some rule asks of.

    The frame's items are those from `first` up to `after`; they are counted from 0.
    """
    return {
        number - first: frozenset(variant for variant, tells in events.items() if tells)
        for watch in found
        if isinstance(watch, Told)
        for number, events in watch.events.items()
        if first <= number < after
    }
