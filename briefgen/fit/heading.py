"""Headings that say whether all is printed that the article lists."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from briefgen.types.block import Heading
from briefgen.types.draft import Choice, Draft, DraftSection
from briefgen.types.prose import Text


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
    remarks = {
        one.remark.format(
            printed=sum(member in printed for member in one.members), total=len(one.members)
        )
        for one in section.enumerations
        if not all(member in printed for member in one.members)
    }
    return _remarking(section.heading, sorted(remarks))


def widest_heading(section: DraftSection) -> Heading | None:
    """Return the longest heading that a section may have: what it is charged."""
    remarks = {
        one.remark.format(printed=len(one.members), total=len(one.members))
        for one in section.enumerations
    }
    return _remarking(section.heading, sorted(remarks))


def _remarking(heading: Heading | None, remarks: Sequence[str]) -> Heading | None:
    if heading is None or not remarks:
        return heading
    together = "; ".join(remark.replace(" ", "\u00a0") for remark in remarks)
    return replace(heading, prose=(*heading.prose, Text(f" ({together})")))
