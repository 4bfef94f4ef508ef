"""The first fit: forms and then points are given up by value until the page count holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.fit.failure import cannot_fit
from briefgen.fit.resolve import resolve
from briefgen.types.brief import Content, Fitted
from briefgen.types.draft import Choice, Draft, DraftSection
from briefgen.types.finding import Finding
from briefgen.types.laid import LaidOut
from briefgen.types.profile import Length

Measure = Callable[[Content], LaidOut]
"""Lays content out on as many pages as it takes. Pure: the same content, the same pages."""

Chosen = tuple[int | None, ...]
"""The offer that each choice of a draft takes, in order; None where the point is not printed."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing that can be given up: choice `choice` takes `offer` instead of a longer one."""

    choice: int
    offer: int | None


def fit(draft: Draft, length: Length, audience: str, measure: Measure) -> Fitted:
    """Choose the form of every point so that the measured page count holds.

    First what is worth least to the audience is shortened, then left out, until the pages hold;
    then whatever was given up is tried again, the most valuable first, as long as it still fits.
    The result is measured, never estimated. It fills well but is not yet proven the best.

    Raises:
        FitError: even the shortest forms, with only what must appear, do not fit.
    """
    longest: Chosen = tuple(0 for _ in _choices(draft))
    content, laid_out = _measured(draft, longest, measure)
    if not _fits(laid_out, length):
        chosen = _shortened(draft, longest, length, measure)
        if chosen is None:
            least = _after(longest, _steps(draft))
            content, laid_out = _measured(draft, least, measure)
            raise cannot_fit(content, laid_out, length, audience)
        chosen = _restored(draft, chosen, length, measure)
        content, laid_out = _measured(draft, chosen, measure)
    else:
        chosen = longest
    return Fitted(content, laid_out, chosen, _findings(laid_out, length, audience))


def _choices(draft: Draft) -> list[tuple[DraftSection, Choice]]:
    return [
        (section, item)
        for section in draft.sections
        for item in section.items
        if isinstance(item, Choice)
    ]


def _measured(draft: Draft, chosen: Chosen, measure: Measure) -> tuple[Content, LaidOut]:
    content = resolve(draft, chosen)
    return content, measure(content)


def _fits(laid_out: LaidOut, length: Length) -> bool:
    return not laid_out.overfull and (length.pages is None or len(laid_out.pages) <= length.pages)


def _steps(draft: Draft) -> list[_Step]:
    """Return all that can be given up, in order: shorter forms first, then whole points.

    Within each, the least valuable goes first, and the later of two equals. What is required stays
    in its shortest form, and so do the most valuable points up to a section's least number.
    """
    choices = _choices(draft)
    order = sorted(range(len(choices)), key=lambda n: (choices[n][1].value, -n))
    steps: list[_Step] = []
    depth = max((len(choice.offers) for _, choice in choices), default=0)
    for offer in range(1, depth):
        steps += [_Step(n, offer) for n in order if offer < len(choices[n][1].offers)]
    left = {section.key: _count(section) for section in draft.sections}
    for n in order:
        section, choice = choices[n]
        if not choice.required and left[section.key] > section.at_least:
            left[section.key] -= 1
            steps.append(_Step(n, None))
    return steps


def _count(section: DraftSection) -> int:
    return sum(isinstance(item, Choice) for item in section.items)


def _after(chosen: Chosen, steps: Sequence[_Step]) -> Chosen:
    taken = list(chosen)
    for step in steps:
        taken[step.choice] = step.offer
    return tuple(taken)


def _shortened(draft: Draft, longest: Chosen, length: Length, measure: Measure) -> Chosen | None:
    """Return the choice after the fewest steps that fit, found by halving; None if none fits."""
    steps = _steps(draft)
    low, high = 1, len(steps)
    if not _fits(_measured(draft, _after(longest, steps), measure)[1], length):
        return None
    while low < high:
        middle = (low + high) // 2
        if _fits(_measured(draft, _after(longest, steps[:middle]), measure)[1], length):
            high = middle
        else:
            low = middle + 1
    return _after(longest, steps[:low])


def _restored(draft: Draft, chosen: Chosen, length: Length, measure: Measure) -> Chosen:
    """Return the choice with everything restored that still fits, the most valuable first."""
    choices = _choices(draft)
    for n in sorted(range(len(choices)), key=lambda n: -choices[n][1].value):
        current = chosen[n]
        shortest = len(choices[n][1].offers)
        for offer in range(shortest if current is None else current):
            trial = (*chosen[:n], offer, *chosen[n + 1 :])
            if _fits(_measured(draft, trial, measure)[1], length):
                chosen = trial
                break
    return chosen


def _findings(laid_out: LaidOut, length: Length, audience: str) -> tuple[Finding, ...]:
    """Say where the last page is emptier than its length wants it, or pages are missing."""
    if length.pages is None:
        return ()
    where = f"{length.name}, {audience}"
    if len(laid_out.pages) < length.pages:
        message = f"fills {len(laid_out.pages)} of {length.pages} pages: there is no more to say"
        hint = "write details for more points, or choose a shorter length"
        return (Finding("pages-missing", message, hint, severity="warning", where=where),)
    for fill in laid_out.fills:
        percent = 100 * fill.used_mpt // max(1, fill.height_mpt)
        last = fill.frame == "main" and fill.page == length.pages
        if last and percent < length.fill_floor_percent:
            message = (
                f"fills {percent} % of the last page; {length.fill_floor_percent} % are wanted"
            )
            hint = "write a summary for more points, or make a headline longer"
            return (Finding("page-underfull", message, hint, severity="warning", where=where),)
    return ()
