"""What the article lists, and what is said where a brief does not print all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.types.argument import Argument, Part
from briefgen.types.draft import Choice, Enumeration
from briefgen.types.labels import Labels


def enumerations(argument: Argument, labels: Labels) -> tuple[Enumeration, ...]:
    """Return the enumerations that an argument names, and its recommendations.

    Those are never fewer than the article gives, or their number is said.
    """
    found: list[Enumeration] = []
    parts = {point.id: part for part in Part for point in argument.points(part)}
    for one in argument.complete:
        if one is Part.RECOMMENDATIONS:
            continue
        members = tuple(_members(argument, one))
        reasons = all(parts.get(member) is Part.RATIONALES for member in members)
        found.append(Enumeration(members, labels.among_reasons if reasons else labels.among_others))
    if recommended := tuple(point.id for point in argument.recommendations):
        found.append(Enumeration(recommended, labels.some_recommendations))
    return tuple(found)


def _members(argument: Argument, one: Part | tuple[str, ...]) -> Iterator[str]:
    if isinstance(one, Part):
        yield from (point.id for point in argument.points(one))
    else:
        yield from one


def of_section(every: Iterable[Enumeration], choices: Iterable[Choice]) -> tuple[Enumeration, ...]:
    """Return the enumerations that a section with some choices has members of."""
    subjects = {choice.subject for choice in choices if choice.part}
    return tuple(one for one in every if not subjects.isdisjoint(one.members))
