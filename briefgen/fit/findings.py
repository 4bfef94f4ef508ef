"""What is said of a brief that fits: where pages are missing or emptier than wanted, and why."""

from __future__ import annotations

from briefgen.fit.choosing import Choosing
from briefgen.fit.refusing import Refusing
from briefgen.fit.rules import figure_rule
from briefgen.types.draft import Draft
from briefgen.types.finding import Finding
from briefgen.types.laid import LaidOut
from briefgen.types.measure import Measure
from briefgen.types.selection import Length


def findings_of(
    draft: Draft,
    choosing: Choosing,
    laid_out: LaidOut,
    length: Length,
    audience: str,
    measure: Measure,
) -> tuple[Finding, ...]:
    """Say where pages are missing or emptier than wanted, and where the best is not proven."""
    where = f"{length.name}, {audience}"
    assert length.pages is not None
    found: list[Finding] = []

    def warn(code: str, message: str, hint: str) -> None:
        found.append(Finding(code, message, hint, severity="warning", where=where))

    if choosing.bound > choosing.value:
        more = -(-100 * (choosing.bound - choosing.value) // max(1, choosing.value))
        message = f"prints a selection that fits, though another may be worth up to {more} % more"
        hint = "nothing needs to be done: there are too many selections to compare them all"
        warn("not-proven", message, hint)
    if len(laid_out.pages) < length.pages:
        message = f"fills {len(laid_out.pages)} of {length.pages} pages: there is no more to say"
        warn("pages-missing", message, "write more details, or choose a shorter length")
        return tuple(found)
    percent, wanted = last_page_percent(laid_out, length.pages), length.fill_floor_percent
    if percent < wanted:
        message = f"fills {percent} % of the last page; {wanted} % are wanted"
        hint = _more(draft, choosing, length)
        if measure.is_widened:
            hint = (
                "give the files of the template's fonts (--fonts FOLDER), as room is kept for "
                f"what they may run wider; or {hint}"
            )
        warn("page-underfull", message, hint)
    return tuple(found)


def _more(draft: Draft, choosing: Choosing, length: Length) -> str:
    """Say what would fill a page: shorter forms where room was missing, else more to say.

    What a rule of content keeps out has room, and no shorter form of it would be printed.
    """
    shortened = [(at, taken) for at, taken in enumerate(choosing.chosen) if taken != 0]
    if not shortened:
        return "all that this length prints is printed: write more points, or say more in some"
    refusing = Refusing(draft, choosing.chosen, figure_rule(length, draft))
    reasons = [
        refusing.why(at) if taken is None else refusing.why_shorter(at, taken)
        for at, taken in shortened
    ]
    rules = sorted({reason for reason in reasons if reason is not None})
    if not rules:
        return "write a shorter form for some point that was left out or shortened"
    kept = f"rules of content ({', '.join(rules)}) keep out what would have room; see --explain"
    if None not in reasons:
        return kept
    return f"{kept}, or write a shorter form for some other point"


def last_page_percent(laid_out: LaidOut, page: int) -> int:
    """Return how far the main column of the last page is filled: not at all, if it has none."""
    for fill in laid_out.fills:
        if fill.frame == "main" and fill.page == page:
            return 100 * fill.used_mpt // max(1, fill.height_mpt)
    return 0
