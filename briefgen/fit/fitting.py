"""The first fit: forms and then points are given up by value until the page count holds."""

from __future__ import annotations

from collections import Counter
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

    Frame by frame, what is worth least to the audience is shortened, then left out, until the
    pages hold; then whatever was given up is tried again, the most valuable first, as long as it
    still fits. What stands in the head comes last, as it takes room from every other frame. The
    result is measured, never estimated. It fills well but is not yet proven the best.

    Raises:
        FitError: even the shortest forms, with only what must appear, do not fit.
    """
    trial = _Trial(draft, length, measure)
    chosen: Chosen = tuple(0 for _ in trial.choices)
    for frame in GIVING_UP:
        if not trial.fits(chosen):
            chosen = trial.shortened(chosen, frame)
    content, laid_out = trial.measured(chosen)
    if not trial.fits(chosen):
        raise cannot_fit(content, laid_out, length, audience)
    chosen = trial.restored(chosen)
    content, laid_out = trial.measured(chosen)
    return Fitted(content, laid_out, chosen, _findings(laid_out, length, audience))


GIVING_UP = ("side", "main", "foot", "head")
"""The order in which frames give up text."""


class _Trial:
    """Tries choices of one draft on the pages of one length. It lives for one fit."""

    def __init__(self, draft: Draft, length: Length, measure: Measure) -> None:
        self.draft = draft
        self.length = length
        self.measure = measure
        self.choices: list[tuple[DraftSection, Choice]] = [
            (section, item)
            for section in draft.sections
            for item in section.items
            if isinstance(item, Choice)
        ]
        self.known: dict[Chosen, tuple[Content, LaidOut]] = {}

    def measured(self, chosen: Chosen) -> tuple[Content, LaidOut]:
        if chosen not in self.known:
            content = resolve(self.draft, chosen)
            self.known[chosen] = content, self.measure(content)
        return self.known[chosen]

    def fits(self, chosen: Chosen, frame: str | None = None) -> bool:
        """Whether the pages hold; asked of one frame, whether it alone stays on them."""
        laid_out = self.measured(chosen)[1]
        pages = self.length.pages
        if frame in ("side", "main"):
            return not any(
                fill.frame == frame and pages is not None and fill.page > pages
                for fill in laid_out.fills
            )
        return not laid_out.overfull and (pages is None or len(laid_out.pages) <= pages)

    def steps(self, frame: str) -> list[_Step]:
        """Return all that a frame can give up, in order: shorter forms first, then whole points.

        Within each, the least valuable goes first, and the later of two equals. What is required
        stays in its shortest form, and so do the most valuable points up to a section's least
        number.
        """
        own = [n for n, (section, _) in enumerate(self.choices) if section.frame == frame]
        order = sorted(own, key=lambda n: (self.choices[n][1].value, -n))
        depth = max((len(self.choices[n][1].offers) for n in own), default=0)
        steps = [
            _Step(n, offer)
            for offer in range(1, depth)
            for n in order
            if offer < len(self.choices[n][1].offers)
        ]
        left = Counter(section.key for section, _ in self.choices)
        for n in order:
            section, choice = self.choices[n]
            if not choice.required and left[section.key] > section.at_least:
                left[section.key] -= 1
                steps.append(_Step(n, None))
        return steps

    def shortened(self, chosen: Chosen, frame: str) -> Chosen:
        """Return the choice after the fewest steps of a frame that make it fit, or after all."""
        steps = self.steps(frame)
        low, high = 0, len(steps)
        while low < high:
            middle = (low + high) // 2
            if self.fits(_after(chosen, steps[:middle]), frame):
                high = middle
            else:
                low = middle + 1
        return _after(chosen, steps[:low])

    def restored(self, chosen: Chosen) -> Chosen:
        """Return the choice with everything restored that still fits, the most valuable first."""
        for n in sorted(range(len(chosen)), key=lambda n: -self.choices[n][1].value):
            taken = chosen[n]
            longer = len(self.choices[n][1].offers) if taken is None else taken
            for offer in range(longer):
                more = (*chosen[:n], offer, *chosen[n + 1 :])
                if self.fits(more):
                    chosen = more
                    break
        return chosen


def _after(chosen: Chosen, steps: Sequence[_Step]) -> Chosen:
    taken = list(chosen)
    for step in steps:
        taken[step.choice] = step.offer
    return tuple(taken)


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
