"""The least that must be printed, section by section: what is looked at when nothing fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.fit.problem import Group, Item
from briefgen.fit.slug import Slug
from briefgen.fit.stating import Statement
from briefgen.types.draft import DraftSection


class Least(NamedTuple):
    """The least of one section: its heading, if anything is printed, and the blocks below it."""

    section: DraftSection
    slugs: tuple[Slug, ...]

    @property
    def height_mpt(self) -> int:
        """Height of the blocks and of the space between them."""
        return _room(self.slugs) - (self.slugs[-1].after if self.slugs else 0)


def least(statement: Statement, frame: str) -> Iterator[Least]:
    """Yield the least of each section that flows in main or side, in order.

    That is what must appear, in its lowest form, and of a section that must show some points the
    lowest ones.
    """
    sections = [s for s, _ in statement.numbered if statement.measure.flows_as(s.frame) == frame]
    for section, group in zip(sections, statement.groups(frame), strict=True):
        yield Least(section, _least(group))


def _least(group: Group) -> tuple[Slug, ...]:
    lowest = [_lowest(item) for item in group.items]
    choices = [n for n, item in enumerate(group.items) if item.choice is not None]
    printed = {n for n, item in enumerate(group.items) if item.options[-1].slugs}
    others = sorted((n for n in choices if n not in printed), key=lambda n: _room(lowest[n]))
    owed = min(group.at_least, len(choices)) - len(printed.intersection(choices))
    printed.update(others[: max(0, owed)])
    slugs = tuple(slug for n in sorted(printed) for slug in lowest[n])
    return (group.heading, *slugs) if group.heading and slugs else slugs


def _lowest(item: Item) -> tuple[Slug, ...]:
    return min((option.slugs for option in item.options if option.slugs), key=_room, default=())


def _room(slugs: Sequence[Slug]) -> int:
    """Return what blocks take, with the space below each unless it wants none from its like."""
    return sum(slug.height + (0 if slug.kind else slug.after) for slug in slugs)
