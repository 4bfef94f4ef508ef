"""Headings that say whether all is printed that the article lists."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from briefgen.types.block import Heading
from briefgen.types.draft import Choice, Draft, DraftSection, Enumeration
from briefgen.types.prose import Text

MOST_NUMBERS = 6
"""More are not listed in a heading: how many there are will do."""

MOST_UNBROKEN = 30
"""A longer remark may break before its first number: a heading over a column is not much wider."""


def subjects(draft: Draft, chosen: Sequence[int | None]) -> frozenset[str]:
    """Return the points that a selection prints, in whatever form."""
    items = (item for section in draft.sections for item in section.items)
    choices = (item for item in items if isinstance(item, Choice))
    return frozenset(
        choice.subject
        for choice, taken in zip(choices, chosen, strict=True)
        if taken is not None and choice.part
    )


def heading_of(section: DraftSection, printed: Collection[str]) -> Heading | None:
    """Return the heading of a section, with what it must say of its enumerations.

    Each remark stays on one line: a break within it would leave a word of the heading behind.
    """
    remarks: set[str] = set()
    for one in section.enumerations:
        numbers = [n for n, member in enumerate(one.members, 1) if member in printed]
        if len(numbers) < len(one.members):
            remarks.add(_remark(one, numbers))
    return _remarking(section.heading, sorted(remarks))


def _remark(one: Enumeration, numbers: Sequence[int]) -> str:
    """Return what a heading says of the members that are printed, by their numbers.

    Numbers with a gap would look like an error in the list below, unless the heading has them, too.
    """
    total = len(one.members)
    follow_on = [*numbers] == [*range(1, len(numbers) + 1)]
    if follow_on or not one.numbered or not 1 < len(numbers) <= MOST_NUMBERS:
        return one.remark.format(printed=len(numbers), total=total)
    *first, last = (str(number) for number in numbers)
    return one.numbered.format(numbers=f"{', '.join(first)}{one.joint}{last}", total=total)


def widest_heading(section: DraftSection) -> Heading | None:
    """Return the longest heading that a section may have: what it is charged."""
    remarks: set[str] = set()
    for one in section.enumerations:
        every = range(1, len(one.members) + 1)
        gapped = every[1 : MOST_NUMBERS + 1]
        remarks.add(max((_remark(one, every), _remark(one, gapped)), key=len))
    return _remarking(section.heading, sorted(remarks))


def _remarking(heading: Heading | None, remarks: Sequence[str]) -> Heading | None:
    if heading is None or not remarks:
        return heading
    together = "; ".join(_on_one_line(remark) for remark in remarks)
    return replace(heading, prose=(*heading.prose, Text(f" ({together})")))


def _on_one_line(remark: str) -> str:
    at = next((at for at, one in enumerate(remark) if one.isdigit()), 0)
    kept = at if len(remark) > MOST_UNBROKEN else 0
    return remark[:kept] + remark[kept:].replace(" ", "\u00a0")
