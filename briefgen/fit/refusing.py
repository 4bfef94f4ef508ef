"""What rules of content leave out, whatever room there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.fit.numbered import numbered
from briefgen.fit.overridden_draft import choices
from briefgen.fit.problem import FigureRule, Problem
from briefgen.fit.rules import watches
from briefgen.fit.unmeasured import unmeasured
from briefgen.fit.watch import RuleName, Watch, allows
from briefgen.types.brief import Reason
from briefgen.types.coverage import Need
from briefgen.types.draft import Choice, Draft

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
    """Return all that the choices of a selection tell."""
    return frozenset(
        one
        for choice, taken in zip(choices(draft), chosen, strict=True)
        if taken is not None
        for one in choice.variants[taken].coverage.covers
    )


def unmet(choice: Choice, covers: frozenset[str]) -> tuple[str, ...]:
    """Return what the shortest way to print a choice needs and a selection does not tell."""
    needs: Sequence[Need] = choice.variants[-1].coverage.needs
    return tuple(" or ".join(sorted(need)) for need in needs if need.isdisjoint(covers))
