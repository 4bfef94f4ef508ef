"""The pages that a selection fits: those of a theme, or of an own template set otherwise.

What an organisation's template was made for may be longer than a brief: double-spaced text, narrow
pages. Rather than refuse it, its side column stands below, then its lines stand closer, then its
headings are smaller, and at last its text.

A brief that promises no number of pages may end on a page that is more than half blank. Its pages
are then a line longer, and their lines a little wider, if it ends a page earlier by that. Else they
are shorter and narrower, so that half of the last one is full, but never by so much that all others
look cut off.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import product
from typing import NamedTuple, Protocol

from briefgen.brief import formatter_for
from briefgen.layout import PageMeasure
from briefgen.load.page import side_column_dropped
from briefgen.load.theme import Theme
from briefgen.types.block import Table
from briefgen.types.brief import Fitted
from briefgen.types.draft import FilledHeaderFooter
from briefgen.types.finding import Finding, FitError
from briefgen.types.measure import Measure
from briefgen.types.page import Master
from briefgen.types.page_style import Closeness, PageStyle


class Asked(NamedTuple):
    """What is asked of pages: master, language, the word before a table's number, and header.

    `counted` says that their number is promised.
    """

    master: str
    language: str
    table: str
    header_footer: FilledHeaderFooter
    counted: bool = True


LEAST_LAST = 0.5
"""How full the last page of several is, at least, where a brief that promises no number of pages
may end on the page before instead."""

MOST_LAST = 0.97
"""How full a page is at most that a brief ends on earlier: a word processor needs some room."""

LONGER = ((6.0, 0.0), (6.0, 8.0), (6.0, 16.0), (6.0, 24.0))
"""How much longer pages are, and their lines wider, for a brief to end a page earlier, in points.
Text keeps as clear of the rule above a footer as of the one below a header."""

SHORTER = ((14.0, 0.0), (28.0, 0.0), (28.0, 8.0), (28.0, 16.0), (36.0, 20.0), (44.0, 28.0))
"""How much shorter they are, and their lines narrower, for the last one to be half full."""

LIKELY = 0.7
"""A change of pages is tried where so much of what is asked of it is expected by its area."""


SHEET = 2
"""Pages that are printed on one sheet."""

MOST_ROWS = 40
"""Rows of a table in pages that are changed, at most: word processors divide a longer one, and the
columns above it, in ways of their own."""

LEAST_BESIDE = 1 / 3
"""How full the side column is on the pages after the first, at least, to be worth its width."""


class Pages(NamedTuple):
    """Pages of a theme, and what is to be said of how they are divided."""

    theme: Theme
    master: Master
    measure: PageMeasure
    warnings: tuple[Finding, ...]


class Choose(Protocol):
    """Chooses what a brief prints by a measure."""

    def __call__(self, *, measure: Measure, is_last: bool) -> Fitted:
        """Return it, or raise FitError, which says what is too high where it is the last try."""


def fitted_pages(
    theme: Theme, asked: Asked, choose: Choose, closer: Callable[[Closeness], Theme]
) -> tuple[Pages, Fitted]:
    """Return pages and a selection that fits them.

    In an own template it is sought without a side column, too, and then in what is `closer`, but
    large print is set no smaller.

    Raises:
        FitError: that of the pages as they are.
        TemplateError: as `Theme.master`.
    """
    own = _pages(theme, asked, side=True)
    if not theme.is_own:
        found = own, _last(theme, own, choose)
        return found if asked.counted else _ended(found, asked, choose)
    tries = (Closeness.OWN,) if theme.large_print else tuple(Closeness)
    for closeness, side in product(tries, (True, False)):
        with suppress(FitError):
            looks = closer(closeness) if closeness else theme
            pages = _pages(looks, asked, side=side)
            return pages, choose(measure=pages.measure, is_last=False)
    return own, _last(theme, own, choose)


def is_side_idle(fitted: Fitted) -> bool:
    """Whether a side column stands all but blank: on all pages, or on those after the first.

    A sheet has it for the dates and figures of its first page, unless its second one has nothing
    for it at all.
    """
    laid_out = fitted.laid_out
    if not any(one.set_mpt for one in laid_out.fills if one.frame == "side"):
        return True
    if _has_long_table(fitted):
        return False
    later = [one for one in laid_out.fills if one.page > 1]
    beside = sum(one.set_mpt for one in later if one.frame == "side")
    if laid_out.main_pages <= SHEET:
        return bool(later) and not beside
    room = sum(one.height_mpt for one in later if one.frame == "main") - laid_out.over_side_mpt
    return beside < LEAST_BESIDE * room


def _has_long_table(fitted: Fitted) -> bool:
    return any(
        isinstance(block, Table) and len(block.rows) > MOST_ROWS
        for section in fitted.content.sections
        for block in section.blocks
    )


def _ended(found: tuple[Pages, Fitted], asked: Asked, choose: Choose) -> tuple[Pages, Fitted]:
    """Return pages of which the last one is at least half full, or there is one page less."""
    own, fitted = found
    pages, filled = fitted.laid_out.main_pages, _last_filled(fitted)
    if pages <= SHEET or filled >= LEAST_LAST or _has_long_table(fitted):
        return found

    width_pt, height_pt = _area_pt(own)

    def by_area(longer_pt: float, wider_pt: float) -> float:
        """Return about how much of the last page so much more room on those before takes."""
        return (pages - 1) * (longer_pt / height_pt + wider_pt / width_pt)

    for longer, wider in LONGER:
        if by_area(longer, wider) >= LIKELY * filled:
            looks, other = _tried(own, asked, choose, -longer, wider)
            if other and other.laid_out.main_pages < pages and _last_filled(other) <= MOST_LAST:
                return looks, other
    best, fullest = found, filled
    for shorter, narrower in SHORTER:
        if by_area(shorter, narrower) >= LIKELY * (LEAST_LAST - filled):
            looks, other = _tried(own, asked, choose, shorter, -narrower)
            if other and other.laid_out.main_pages == pages and _last_filled(other) > fullest:
                best, fullest = (looks, other), _last_filled(other)
            if fullest >= LEAST_LAST:
                break
    return best


def _area_pt(pages: Pages) -> tuple[float, float]:
    """Return about how wide and how high the main column of a page is, or all of them together."""
    look, master = pages.theme.page_style, pages.master
    width_pt, height_pt = look.text_area_pt
    for own, given in (
        (master.margin_left_pt, look.margin_left_pt),
        (master.margin_right_pt, look.margin_right_pt),
    ):
        width_pt -= 0 if own is None else own - given
    return width_pt - (master.side.width_pt + master.side.gap_pt if master.side else 0), height_pt


def _tried(
    own: Pages, asked: Asked, choose: Choose, below_pt: float, wider_pt: float
) -> tuple[Pages, Fitted | None]:
    """Return pages whose margins are so much larger below, and lines wider, and what fits them."""
    looks = _pages(own.theme, asked, side=True, below_pt=below_pt, wider_pt=wider_pt)
    with suppress(FitError):
        return looks, choose(measure=looks.measure, is_last=False)
    return looks, None


def _last_filled(fitted: Fitted) -> float:
    """Return which part of the main column of its last page a brief fills."""
    last = fitted.laid_out.main_pages
    fills = (one for one in fitted.laid_out.fills if one.page == last and one.frame == "main")
    return max((one.used_mpt / max(1, one.height_mpt) for one in fills), default=0.0)


def _last(theme: Theme, own: Pages, choose: Choose) -> Fitted:
    """Return the selection that fits the pages as they are, or say what large print asks for."""
    try:
        return choose(measure=own.measure, is_last=True)
    except FitError as error:
        if not theme.large_print:
            raise
        hint = "large print takes twice the room: allow more pages, such as --length two-page"
        raise FitError(replace(one, hint=hint) for one in error.findings) from None


def _pages(
    theme: Theme, asked: Asked, *, side: bool, below_pt: float = 0, wider_pt: float = 0
) -> Pages:
    """Return the pages of a theme, without their side column if need be.

    Their margin may be larger by so much below, and the main column wider.
    """
    master, warnings = theme.master(asked.master), theme.master_warnings(asked.master)
    if master.side and not side:
        warnings = (side_column_dropped(master, theme.page_style, theme.word_file),)
        master = master.model_copy(update={"side": None})
    if below_pt:
        own = master.margin_bottom_pt
        margin_pt = theme.page_style.margin_bottom_pt if own is None else own
        master = master.model_copy(update={"margin_bottom_pt": margin_pt + below_pt})
    if wider_pt:
        master = master.model_copy(update=_widened(master, theme.page_style, wider_pt))
    formatter = formatter_for(theme, asked.table, asked.language)
    own_file = theme.word_file if theme.is_own else ""
    measure = PageMeasure(formatter, master, asked.header_footer, own_file)
    return Pages(theme, master, measure, warnings)


def _widened(master: Master, page_style: PageStyle, wider_pt: float) -> dict[str, object]:
    """Return what of a master changes for a wider main column: its side column or its margins."""
    if master.side:
        width_pt = master.side.width_pt - wider_pt
        return {"side": master.side.model_copy(update={"width_pt": width_pt})}
    margins = {
        "margin_left_pt": (master.margin_left_pt, page_style.margin_left_pt),
        "margin_right_pt": (master.margin_right_pt, page_style.margin_right_pt),
    }
    return {
        name: (given if own is None else own) - wider_pt / 2
        for name, (own, given) in margins.items()
    }
