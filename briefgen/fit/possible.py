"""A draft without the offers that can never be printed, as nothing in it is what they need."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.fit.overridden_draft import OverriddenDraft, choices, narrowed
from briefgen.types.coverage import coverage_of
from briefgen.types.draft import Choice, Draft

Kept = list[tuple[int, ...]]


def possible(draft: Draft) -> OverriddenDraft:
    """Return a draft with the offers left that some selection can hold.

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
    """Return the offers whose needs others that are left, or what is fixed, can meet."""
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
