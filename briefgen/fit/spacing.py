"""What the space between blocks is reckoned at before it is known which of them are printed.

Between two blocks stands `gap`. Each block that may be the last of a choice is charged the least
of its gaps to whatever may follow; a heading is charged what the gap above it has over that, and
the least gap to what may stand under it. So no selection is charged more than it takes. It may be
charged more than it takes only where a column begins or ends: that is given back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from briefgen.fit.problem import Group, Option, Problem
from briefgen.fit.slug import Slug, gap

Above = tuple[int, str | None]
"""What decides about the gap below a block: the space after it, and its kind."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """The charges for the space in one problem, in mpt.

    `below` is the least gap under a block; `headings` are charged for each section in order, their
    height included; `top` and `end` may be charged and not taken where the first column begins and
    the last one ends, `break_` where one column ends and the next one begins.
    """

    below: dict[Above, int]
    headings: tuple[int, ...]
    top: int
    end: int
    break_: int

    def charge(self, option: Option) -> int:
        """Return the least room that an option takes."""
        slugs = option.slugs
        if not slugs:
            return 0
        between = sum(gap(above, below) for above, below in pairwise(slugs))
        return option.height + between + self.below[_above(slugs[-1])]


def spacing(problem: Problem) -> Spacing:
    """Return the charges of a problem."""
    groups = problem.groups
    firsts = [_alike(option.slugs[0] for option in _printable(group)) for group in groups]
    lasts = [_alike(option.slugs[-1] for option in _printable(group)) for group in groups]
    below = _below(groups, firsts, lasts)
    above = _above_headings(groups, lasts, below)
    headings = tuple(
        _heading(group.heading, over, first)
        for group, over, first in zip(groups, above, firsts, strict=True)
    )
    certain = [n for n, group in enumerate(groups) if group.unprinted is None]
    first, last = (certain[0], certain[-1]) if certain else (len(groups) - 1, 0)
    every = [slug for group in groups for option in _printable(group) for slug in option.slugs]
    every += [group.heading for group in groups if group.heading]
    return Spacing(
        below,
        headings,
        top=max(above[: first + 1], default=0),
        end=max((below[_above(slug)] for own in lasts[last:] for slug in own), default=0),
        break_=max((max(slug.before, slug.after) for slug in every), default=0),
    )


def _printable(group: Group) -> list[Option]:
    return [option for item in group.items for option in item.options if option.slugs]


def _alike(slugs: Iterable[Slug]) -> list[Slug]:
    """Return one of the blocks that have the same space around them: there are few kinds."""
    return list({(slug.before, slug.after, slug.kind): slug for slug in slugs}.values())


def _above(slug: Slug) -> Above:
    return slug.after, slug.kind


def _below(
    groups: tuple[Group, ...], firsts: list[list[Slug]], lasts: list[list[Slug]]
) -> dict[Above, int]:
    """Return the least gap under each block that may end an option, whatever follows it."""
    least: dict[Above, int] = {}

    def follow(above: Slug, below: Slug) -> None:
        key = _above(above)
        least[key] = min(gap(above, below), least.get(key, gap(above, below)))

    later: list[Slug] = []
    for group, first, last in reversed(list(zip(groups, firsts, lasts, strict=True))):
        for above in last:
            for below in (*first, *later):
                follow(above, below)
        later = _alike([*later, *((group.heading,) if group.heading else first)])
    for group in groups:
        for option in _printable(group):
            for above, below in pairwise(option.slugs):
                if _above(above) in least:
                    follow(above, below)
    return least


def _above_headings(
    groups: tuple[Group, ...], lasts: list[list[Slug]], below: dict[Above, int]
) -> list[int]:
    """Return what the gap above each heading has at least over what the block above is charged."""
    found: list[int] = []
    earlier: list[Slug] = []
    for group, last in zip(groups, lasts, strict=True):
        over = [gap(s, group.heading) - below[_above(s)] for s in earlier if group.heading]
        found.append(min(over, default=0))
        earlier = _alike([*earlier, *last])
    return found


def _heading(heading: Slug | None, over: int, firsts: list[Slug]) -> int:
    if heading is None:
        return 0
    return heading.height + over + min((gap(heading, first) for first in firsts), default=0)
