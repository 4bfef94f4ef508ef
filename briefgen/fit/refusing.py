"""What rules of content leave out, whatever room there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefgen.fit.block_metrics import BlockMetrics
from briefgen.fit.numbering import NumberedSection, numbered
from briefgen.fit.overridden_draft import OverriddenDraft, choices, narrowed
from briefgen.fit.problem import (
    FigureRule,
    Item,
    PricedVariant,
    Problem,
    SectionItems,
    certain,
    priced,
)
from briefgen.fit.rules import watches
from briefgen.fit.watch import RuleName, Watch, allows
from briefgen.types.block import Block
from briefgen.types.block_prose import Need, coverage_of
from briefgen.types.brief import Reason
from briefgen.types.draft import Choice, Draft

LINE = (BlockMetrics((1,), 1, 0, 0, None, False, 0),)
ROOM = 1 << 40
"""More lines than anything has."""


def unmeasured(sections: Iterable[NumberedSection], figures: FigureRule) -> Problem:
    """Return sections as a problem in which each block is a line, and room for all."""
    groups = tuple(
        SectionItems(None, tuple(_item(item) for item in items), section.at_least, section.is_terse)
        for section, items in sections
    )
    return Problem(groups, (ROOM,), None, figure_rule=figures)


def _item(item: tuple[int, Choice] | Block) -> Item:
    if not isinstance(item, tuple):
        return certain(LINE, coverage_of((item,)))
    number, choice = item
    options = [priced(choice, at, LINE) for at in range(len(choice.variants))]
    if not choice.required:
        options.append(PricedVariant(None, 0, ()))
    return Item(number, tuple(options), choice.priority)


REASONS: Mapping[RuleName, Reason] = {
    "together": "together",
    "figure": "figure repeated",
    "priority": "priority",
    "headlines": "headlines",
}


class Refusing:
    """The rules of a draft, beside a selection of it."""

    def __init__(self, draft: Draft, chosen: Sequence[int | None], figures: FigureRule) -> None:
        sections = numbered(draft)
        self.problem: Problem = unmeasured(sections, figures)
        self.watches: dict[int, list[Watch]] = {}
        for watch in watches((self.problem,)):
            for number in watch.events:
                self.watches.setdefault(number, []).append(watch)
        self.taken = self.problem.taken(dict(enumerate(chosen)))
        self.places = {
            item.choice: at for at, item in enumerate(self.problem.items) if item.choice is not None
        }

    def why(self, number: int) -> Reason | None:
        """Return the rule by which a choice that is not printed may not be, in whatever way."""
        at = self.places[number]
        refused = [
            self._refusing(at, option.variant)
            for option in self.problem.items[at].options
            if option.metrics
        ]
        last = refused[-1] if refused and all(refused) else None
        return REASONS[last] if last else None

    def why_shorter(self, number: int, taken: int) -> Reason | None:
        """Return the rule by which a choice may not be printed in any form longer than it is."""
        options = self.problem.items[self.places[number]].options
        longer = [option.variant for option in options if option.variant in range(taken)]
        refused = [self._refusing(self.places[number], variant) for variant in longer]
        last = refused[-1] if refused and all(refused) else None
        return REASONS[last] if last else None

    def _refusing(self, at: int, variant: int | None) -> RuleName | None:
        """Return the first rule that holds now and would not if an item were printed so."""
        other = [*self.taken[:at], variant, *self.taken[at + 1 :]]
        for watch in self.watches.get(at, ()):
            if allows(watch, self.taken) and not allows(watch, other):
                return watch.rule
        return None


def covered_by(draft: Draft, chosen: Sequence[int | None]) -> frozenset[str]:
    """Return all that the choices of a selection state."""
    return frozenset(
        one
        for choice, taken in zip(choices(draft), chosen, strict=True)
        if taken is not None
        for one in choice.variants[taken].coverage.covers
    )


def unmet(choice: Choice, covers: frozenset[str]) -> tuple[str, ...]:
    """Return what the shortest way to print a choice needs and a selection does not state."""
    needs: Sequence[Need] = choice.variants[-1].coverage.needs
    return tuple(" or ".join(sorted(need)) for need in needs if need.isdisjoint(covers))


Kept = list[tuple[int, ...]]


def possible(draft: Draft) -> OverriddenDraft:
    """Return a draft with the variants left that some selection can hold.

    A choice without any goes, so that a section is not asked to print it; one that is required
    stays as it is, and nothing fits.
    """
    own = choices(draft)
    every: Kept = [tuple(range(len(choice.variants))) for choice in own]
    if not any(variant.coverage.needs for choice in own for variant in choice.variants):
        return OverriddenDraft(draft, tuple(every))
    fixed = [item for section in draft.sections for item in section.items]
    heard = coverage_of(item for item in fixed if not isinstance(item, Choice)).covers
    kept = every
    while (fewer := _met(own, kept, heard)) != kept:
        kept = fewer
    if kept == every:
        return OverriddenDraft(draft, tuple(every))
    return narrowed(draft, kept, required=[choice.required for choice in own])


def _met(own: Sequence[Choice], kept: Kept, heard: frozenset[str]) -> Kept:
    """Return the variants whose needs others that are left, or what is fixed, can meet."""
    left = [choice.variants[at] for choice, offers in zip(own, kept, strict=True) for at in offers]
    covers = heard.union(*(variant.coverage.covers for variant in left))
    found: Kept = []
    for choice, offers in zip(own, kept, strict=True):
        met = tuple(
            at
            for at in offers
            if not any(need.isdisjoint(covers) for need in choice.variants[at].coverage.needs)
        )
        found.append(met or (offers if choice.required else ()))
    return found
