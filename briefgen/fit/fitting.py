"""Fit: the best selection that the pages hold."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefgen.fit.failure import cannot_fit
from briefgen.fit.handed import handed
from briefgen.fit.resolve import resolve
from briefgen.fit.search import Solution, solve
from briefgen.fit.stating import HeadAndFoot, Statement
from briefgen.types.brief import Fitted
from briefgen.types.draft import Choice, Draft
from briefgen.types.finding import Finding
from briefgen.types.hand import FREE, Hand
from briefgen.types.laid import LaidOut
from briefgen.types.measure import Measure
from briefgen.types.profile import Length

RESERVE_MPT = 13_500
"""Held back of each column for Word, which must hold the same selection: one line of text."""

PASSES = 3
"""How often a selection that grew when it was resolved is sought again, with more held back."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """The selection of a whole brief: offers in the order of the draft's choices."""

    chosen: tuple[int | None, ...]
    value: int
    bound: int
    reaches_floor: bool


def fit(draft: Draft, length: Length, audience: str, measure: Measure, hand: Hand = FREE) -> Fitted:
    """Choose the form of every point so that the pages of a length hold them.

    The selection is the best there is: of those that fit in their upper heights, one that fills
    the last page as far as wanted; then the most valuable; then the one with the longer forms
    earlier. A length without a page count takes every point at its longest. What the author has
    pinned or excluded is no choice any more.

    Raises:
        FitError: even the shortest forms, with only what must appear, do not fit; or the author's
            hand asks for what this brief does not offer.
    """
    left = handed(draft, hand, f"{length.name}, {audience}")
    fitted = _fit(left.draft, length, audience, measure, hand)
    return replace(fitted, chosen=left.before(fitted.chosen))


def _fit(draft: Draft, length: Length, audience: str, measure: Measure, hand: Hand) -> Fitted:
    if length.pages is None:
        longest = tuple(0 for _ in _choices(draft))
        content = resolve(draft, longest)
        return Fitted(content, measure.lay_out(content, None), longest)
    for attempt in range(1, PASSES + 1):
        chosen = _best(Statement(draft, length, measure, RESERVE_MPT * attempt))
        if chosen is None:
            break
        content = resolve(draft, chosen.chosen)
        laid_out = measure.lay_out(content, length.pages)
        if len(laid_out.pages) <= length.pages and not laid_out.overfull:
            findings = _findings(laid_out, chosen, length, audience)
            return Fitted(content, laid_out, chosen.chosen, findings)
    raise cannot_fit(Statement(draft, length, measure, RESERVE_MPT), audience, hand)


def _choices(draft: Draft) -> list[Choice]:
    return [
        item for section in draft.sections for item in section.items if isinstance(item, Choice)
    ]


def _best(statement: Statement) -> Choosing | None:
    """Return the best selection over all heads: main and side do not meet but under a head."""
    best: tuple[tuple[bool, int], Choosing] | None = None
    bound = 0
    for head in sorted(statement.heads(), key=lambda head: -head.value):
        main = solve(statement.problem("main", head.heights))
        side = solve(statement.problem("side", head.heights)) if main else None
        if main is None or side is None:
            continue
        bound = max(bound, head.value + main.bound + side.bound)
        value = head.value + main.value + side.value
        rank = (main.reaches_floor, value)
        if best is None or rank > best[0]:
            best = rank, _joined(head, main, side, value)
    if best is None:
        return None
    found = best[1]
    return Choosing(found.chosen, found.value, max(bound, found.value), found.reaches_floor)


def _joined(head: HeadAndFoot, main: Solution, side: Solution, value: int) -> Choosing:
    offers = dict((*head.offers, *main.offers, *side.offers))
    chosen = tuple(offers[number] for number in range(len(offers)))
    return Choosing(chosen, value, value, main.reaches_floor)


def _findings(
    laid_out: LaidOut, chosen: Choosing, length: Length, audience: str
) -> tuple[Finding, ...]:
    """Say where pages are missing or emptier than wanted, and where the best is not proven."""
    where = f"{length.name}, {audience}"
    assert length.pages is not None
    found: list[Finding] = []

    def warn(code: str, message: str, hint: str) -> None:
        found.append(Finding(code, message, hint, severity="warning", where=where))

    if chosen.bound > chosen.value:
        message = f"the selection is worth {chosen.value}; none can be worth over {chosen.bound}"
        warn("not-proven", message, "it fits; a smaller argument could be proven")
    if len(laid_out.pages) < length.pages:
        message = f"fills {len(laid_out.pages)} of {length.pages} pages: there is no more to say"
        warn("pages-missing", message, "write more details, or choose a shorter length")
        return tuple(found)
    percent, wanted = _last_page_percent(laid_out, length.pages), length.fill_floor_percent
    if percent < wanted:
        message = f"fills {percent} % of the last page; {wanted} % are wanted"
        warn("page-underfull", message, "write a summary or a detail for more points")
    return tuple(found)


def _last_page_percent(laid_out: LaidOut, page: int) -> int:
    """Return how far the main column of the last page is filled: not at all, if it has none."""
    for fill in laid_out.fills:
        if fill.frame == "main" and fill.page == page:
            return 100 * fill.used_mpt // max(1, fill.height_mpt)
    return 0
