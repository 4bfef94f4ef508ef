"""Fit: the best selection that the pages hold."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.fit.charge import read
from briefgen.fit.choosing import Choosing, best, holds
from briefgen.fit.contents import unless_short, with_pages
from briefgen.fit.findings import findings_of, last_page_percent
from briefgen.fit.numbering import numbered
from briefgen.fit.overridden_draft import choices, overridden
from briefgen.fit.problem_builder import ProblemBuilder
from briefgen.fit.refusing import possible, unmeasured
from briefgen.fit.resolve import resolve
from briefgen.fit.rules import figure_rule, watches
from briefgen.fit.search import solve
from briefgen.fit.watch import allows
from briefgen.fit.whole_dates import with_whole_dates
from briefgen.types.brief import Content, Decision, Fitted
from briefgen.types.draft import Choice, Draft
from briefgen.types.finding import Finding, FitError
from briefgen.types.laid import LaidOut
from briefgen.types.measure import RESERVE_MPT, Measure, reserve_mpt
from briefgen.types.selection import FREE, Length, Overrides

PASSES = 5
"""How often a selection is sought again with more held back: where the pages do not hold it, each
time by twice as much."""

CLOSER_PASSES, CLOSER_TRIES = 6, 3
"""How often a selection is sought again with closer charges, and each time where none holds."""


def fit(
    draft: Draft,
    length: Length,
    audience: str,
    measure: Measure,
    overrides: Overrides = FREE,
    selection: Sequence[Decision] | None = None,
    *,
    is_last: bool = True,
) -> Fitted:
    """Choose the form of every point so that the pages of a length hold them.

    The selection is the best there is: of those that fit in their upper heights, one that fills
    the last page as far as wanted; then the most valuable; then the one with the longer forms
    earlier. Where resolving it leaves a line free, it is sought again with closer charges. A
    length without a page count takes every point at its longest. What the author has pinned or
    excluded is no choice any more. With a `selection` of another brief, that is taken, whatever it
    is worth here, and only measured. Where it is not the last try, it is given up as soon as there
    is no room, and nothing is said of what is too high.

    Raises:
        FitError: even the shortest forms, with only what must appear, do not fit; the author's
            overrides ask for what this brief does not offer; or it cannot hold the given selection.
    """
    if selection is not None:
        return _fit_fixed_selection(draft, length, audience, measure, selection)
    left = overridden(draft, overrides, f"{length.name}, {audience}")
    able = possible(left.draft)
    fitted = _fit(able.draft, length, audience, measure, overrides, is_last=is_last)
    return replace(fitted, chosen=left.before(able.before(fitted.chosen)))


def _fit_fixed_selection(
    draft: Draft, length: Length, audience: str, measure: Measure, selection: Sequence[Decision]
) -> Fitted:
    """Measure a given selection: in upper heights, or else as it is printed.

    It may have been found by closer charges; then the line that is held back for Word must be
    left once it is printed.
    """
    from briefgen.fit.overridden_draft import (  # noqa: PLC0415 - for sets only
        reported_fixed_selection,
        same,
    )

    left = same(draft, selection, f"{length.name}, {audience}")
    if length.pages is None:
        fitted = _fit(left.draft, length, audience, measure, FREE)
        return replace(fitted, chosen=left.before(fitted.chosen))
    found = _upper(left.draft, length, measure)
    if found is None:
        only = Choosing(tuple(0 for _ in choices(left.draft)), 0, 0)
        found = _printed(left.draft, length, measure, only)
        if not found.holds(length) or min(_spares(found, length, measure), default=0) < 0:
            from briefgen.fit.failure import cannot_fit  # noqa: PLC0415 - for what fails

            statement = ProblemBuilder(left.draft, length, measure, reserve_mpt(measure))
            raise reported_fixed_selection(cannot_fit(statement, audience, FREE))
    found = _whole(found, length, measure)
    chosen = left.before(found.choosing.chosen)
    choosing = replace(found.choosing, chosen=chosen)
    findings = findings_of(draft, choosing, found.laid_out, length, audience, measure)
    pages = _paged(found.content, found.laid_out, measure, length.pages)
    return Fitted(*pages, chosen, findings)


def _fit(
    draft: Draft,
    length: Length,
    audience: str,
    measure: Measure,
    overrides: Overrides,
    *,
    is_last: bool = True,
) -> Fitted:
    if length.pages is None:
        chosen = _longest(draft, length, audience)
        content = resolve(draft, chosen)
        laid_out = measure.lay_out(content, None)
        if (short := unless_short(content, len(laid_out.pages))) is not content:
            content, laid_out = short, measure.lay_out(short, None)
        content, laid_out = with_whole_dates(content, laid_out, measure)
        if laid_out.overfull:
            from briefgen.fit.failure import not_placed  # noqa: PLC0415 - for what fails

            raise not_placed(laid_out, length, audience)
        return Fitted(*_paged(content, laid_out, measure, None), chosen)
    statement = ProblemBuilder(draft, length, measure, reserve_mpt(measure))
    if not is_last and not _holds_least(statement):
        raise _no_room()
    found = _best(draft, length, measure) if is_last or holds(statement) else None
    if not (found and (found.rank(length)[0] or _is_all(draft, found))):
        draft, found = _sparse(draft, length, measure, found)
    if found is None:
        draft, found = _terse(draft, length, measure)
    if found is None and not is_last:
        raise _no_room()
    if found is None:
        from briefgen.fit.failure import cannot_fit  # noqa: PLC0415 - for what fails

        raise cannot_fit(statement, audience, overrides)
    found = _whole(found, length, measure)
    findings = findings_of(draft, found.choosing, found.laid_out, length, audience, measure)
    pages = _paged(found.content, found.laid_out, measure, length.pages)
    return Fitted(*pages, found.choosing.chosen, findings)


def _no_room() -> FitError:
    """Return what is said of pages that others are tried after, which is shown to nobody."""
    return FitError([Finding("does-not-fit", "has no room for what must be printed")])


def _holds_least(statement: ProblemBuilder) -> bool:
    from briefgen.fit.least import holds_least  # noqa: PLC0415 - for pages that are tried first

    return holds_least(statement)


def _paged(
    content: Content, laid_out: LaidOut, measure: Measure, pages: int | None
) -> tuple[Content, LaidOut]:
    """Return content whose contents name pages, laid out once more: nothing moves."""
    reported = with_pages(content, laid_out)
    return (
        (content, laid_out) if reported is content else (reported, measure.lay_out(reported, pages))
    )


class _Found(Struct, frozen=True):
    """A selection with the pages that it makes."""

    choosing: Choosing
    content: Content
    laid_out: LaidOut
    over_side_mpt: int = 0

    def rank(self, length: Length) -> tuple[bool, int]:
        """What makes one selection better than another, as it is printed."""
        assert length.pages is not None
        percent = last_page_percent(self.laid_out, length.pages)
        return percent >= length.fill_floor_percent, self.choosing.value

    def holds(self, length: Length) -> bool:
        """Whether the promised pages hold it."""
        pages = length.pages or 0
        return len(self.laid_out.pages) <= pages and not self.laid_out.overfull


def _whole(found: _Found, length: Length, measure: Measure) -> _Found:
    """Return the same with dates on one page, where the promised pages still hold it."""
    content, laid_out = with_whole_dates(found.content, found.laid_out, measure, length.pages)
    if content is found.content:
        return found
    other = replace(found, content=content, laid_out=laid_out)
    return other if min(_spares(other, length, measure), default=0) >= 0 else found


def _best(draft: Draft, length: Length, measure: Measure) -> _Found | None:
    found = _upper(draft, length, measure)
    return found and _closer(draft, length, measure, found)


def _sparse(
    draft: Draft, length: Length, measure: Measure, found: _Found | None
) -> tuple[Draft, _Found | None]:
    """Seek again where pages stay emptier than wanted, with each figure printed twice at most."""
    more = replace(draft, sparse=True)
    if figure_rule(length, more) == figure_rule(length, draft):
        return draft, found
    if found is None and not _holds(more, length, measure):
        return draft, None
    other = _best(more, length, measure)
    if other is None or (found and other.rank(length) <= found.rank(length)):
        return draft, found
    return more, other


def _terse(draft: Draft, length: Length, measure: Measure) -> tuple[Draft, _Found | None]:
    """Seek again with headlines alone allowed in as few of the last sections as will do."""
    own = [
        at
        for at, section in enumerate(draft.sections)
        if any(isinstance(item, Choice) and item.part for item in section.items)
    ]

    def with_told(count: int) -> Draft:
        left = frozenset(own[count:])
        sections = (replace(one, is_terse=at in left) for at, one in enumerate(draft.sections))
        return replace(draft, sections=tuple(sections))

    def printed(draft: Draft, length: Length, measure: Measure) -> bool:
        return _upper(draft, length, measure) is not None

    # What is chosen is hardly ever higher once it is printed, and whether anything fits is quick.
    for fits in (_holds, printed):
        told = range(len(own))
        count = bisect(told, False, key=lambda n: not fits(with_told(n), length, measure)) - 1
        if count < 0:
            break
        able = with_told(count)
        if found := _best(able, length, measure):
            return able, found
    return draft, None


def _holds(draft: Draft, length: Length, measure: Measure) -> bool:
    """Whether pages hold some selection in upper heights."""
    return holds(ProblemBuilder(draft, length, measure, reserve_mpt(measure)))


def _upper(draft: Draft, length: Length, measure: Measure) -> _Found | None:
    """Return the best selection in upper heights; with more held back, should it not hold.

    Several columns end unevenly above a table, in Word as on the page: a line of each must be left
    on the last page too, if some selection leaves it.
    """
    first: _Found | None = None
    wanted = RESERVE_MPT * measure.columns if measure.columns > 1 else 0
    held_back, over, step = reserve_mpt(measure), 0, RESERVE_MPT
    for _ in range(PASSES if not measure.over_side else 2 * PASSES):
        statement = ProblemBuilder(draft, length, measure, held_back, over_side_mpt=over)
        choosing = best(statement)
        if choosing is None:
            break
        found = _printed(draft, length, measure, choosing)
        found = replace(found, over_side_mpt=over)
        if not found.holds(length):
            if found.laid_out.over_side_mpt > over:
                over = found.laid_out.over_side_mpt
            else:
                held_back += step
                step *= 2
            continue
        if all(left >= wanted for left in _left(found, length)):
            return found
        first = first or found
        held_back += RESERVE_MPT
    return first


def _closer(draft: Draft, length: Length, measure: Measure, found: _Found) -> _Found:
    """Seek again with what the last selection prints known, as long as that finds a better one.

    Charges are closer then, but no upper heights any more: the selection is taken only if layout
    says that it holds, the reserve for Word included. Pages before the last one print what is held
    back of them, so the last one may begin further on than charged: where it stays below the floor,
    what is held back is taken from its end.
    """
    for _ in range(CLOSER_PASSES):
        if all(variant == 0 for variant in found.choosing.chosen) or not _has_room(
            found, length, measure
        ):
            break
        more = _again(draft, length, measure, found)
        if more is None:
            break
        found = more
    if found.rank(length)[0] or _is_all(draft, found):
        return found
    return _again(draft, length, measure, found, at_end=True) or found


def _is_all(draft: Draft, found: _Found | None) -> bool:
    """Whether a selection prints all that is offered, at its longest: no other fills more."""
    return found is not None and all(
        variant == 0 and choice.variants[0].entries == max(one.entries for one in choice.variants)
        for choice, variant in zip(choices(draft), found.choosing.chosen, strict=True)
    )


def _again(
    draft: Draft, length: Length, measure: Measure, found: _Found, *, at_end: bool = False
) -> _Found | None:
    """Return a better selection by closer charges, if there is one that layout says holds.

    Where pages are as full as wanted, only what is worth more is looked at. Where they are emptier,
    one that does not hold is sought again with more held back. So less is at first `at_end` of
    several columns: of all pages it comes to several lines of each.
    """
    known = read(draft, found.choosing.chosen)
    over, reserve = found.over_side_mpt, reserve_mpt(measure)
    reached, value = found.rank(length)
    tries = 1 if reached else CLOSER_TRIES
    if at_end and measure.columns > 1:
        reserve, tries = reserve // measure.columns, 2 * tries
    for held_back in range(tries):
        held_back_mpt = reserve + held_back * RESERVE_MPT
        statement = ProblemBuilder(draft, length, measure, held_back_mpt, known, at_end, over)
        choosing = best(statement, value + 1 if reached else None)
        if choosing is None or choosing.chosen == found.choosing.chosen:
            return None
        more = replace(_printed(draft, length, measure, choosing), over_side_mpt=over)
        if more.holds(length) and min(_spares(more, length, measure), default=0) >= 0:
            return more if more.rank(length) > found.rank(length) else None
    return None


def _has_room(found: _Found, length: Length, measure: Measure) -> bool:
    """Whether there is a line left on the last page, or the whole page."""
    missing = len(found.laid_out.pages) < (length.pages or 0)
    return missing or max(_spares(found, length, measure), default=0) >= RESERVE_MPT


def _spares(found: _Found, length: Length, measure: Measure) -> list[int]:
    """Return what is left in each column of the last page beyond the reserve."""
    return [left - reserve_mpt(measure) for left in _left(found, length)]


def _left(found: _Found, length: Length) -> list[int]:
    """Return what is left in each column of the last page."""
    return [
        fill.height_mpt - fill.used_mpt
        for fill in found.laid_out.fills
        if fill.page == length.pages
    ]


def _printed(draft: Draft, length: Length, measure: Measure, choosing: Choosing) -> _Found:
    content = resolve(draft, choosing.chosen)
    return _Found(choosing, content, measure.lay_out(content, length.pages))


def _longest(draft: Draft, length: Length, audience: str) -> tuple[int | None, ...]:
    """Return every choice of a brief without a page count at its longest.

    It is the best selection where a rule of content does not allow that.

    Raises:
        FitError: what must be printed may not be.
    """
    problem = unmeasured(numbered(draft), figure_rule(length, draft))
    count = sum(item.choice is not None for item in problem.items)
    every = dict.fromkeys(range(count), 0)
    if all(allows(watch, problem.taken(every)) for watch in watches((problem,))):
        return tuple(every.values())
    solution = solve(problem)
    if solution is None:
        from briefgen.fit.failure import against_rules  # noqa: PLC0415 - for what fails

        raise FitError([Finding(*against_rules(), where=f"{length.name}, {audience}")])
    chosen = dict(solution.variants)
    return tuple(chosen[number] for number in range(count))
