"""A brief without a page count: every point at its longest, as far as rules of content allow."""

from __future__ import annotations

from briefgen.fit.failure import against_rules
from briefgen.fit.numbering import numbered
from briefgen.fit.refusing import unmeasured
from briefgen.fit.rules import figure_rule, watches
from briefgen.fit.search import solve
from briefgen.fit.watch import allows
from briefgen.types.draft import Draft
from briefgen.types.finding import Finding, FitError
from briefgen.types.profile import Length


def longest(draft: Draft, length: Length, audience: str) -> tuple[int | None, ...]:
    """Return every choice at its longest; the best selection where a rule does not allow that.

    Raises:
        FitError: what must be printed may not be.
    """
    problem = unmeasured(numbered(draft), figure_rule(length))
    count = sum(item.choice is not None for item in problem.items)
    every = dict.fromkeys(range(count), 0)
    if all(allows(watch, problem.taken(every)) for watch in watches((problem,))):
        return tuple(every.values())
    solution = solve(problem)
    if solution is None:
        raise FitError([Finding(*against_rules(), where=f"{length.name}, {audience}")])
    chosen = dict(solution.variants)
    return tuple(chosen[number] for number in range(count))
