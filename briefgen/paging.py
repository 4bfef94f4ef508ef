"""The pages that a selection fits: those of a theme, or of an own template set otherwise.

What an organisation's template was made for may be longer than a brief: double-spaced text, narrow
pages. Rather than refuse it, its side column stands below, then its lines stand closer, then its
headings are smaller, and at last its text.

A brief that promises no number of pages may end on a page that is half blank. Its pages are then a
line longer, if it ends a page earlier by that; where only a few lines stand on the last one, they
are shorter, but never by so much that all others look cut off.
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
from briefgen.types.brief import Fitted
from briefgen.types.draft import FilledHeaderFooter
from briefgen.types.finding import Finding, FitError
from briefgen.types.measure import Measure
from briefgen.types.page import Master
from briefgen.types.page_style import Closeness


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

LEAST_LINES = 0.2
"""How full it is at least where that cannot be."""

MOST_LAST = 0.97
"""How full a page is at most that a brief ends on earlier: a word processor needs some room."""

LONGER_PT = (8.0, 13.0)
"""How much longer pages are for a brief to end a page earlier; lines keep their length. Footers of
the built-in themes leave that much."""

SHORTER_PT = (14.0, 28.0)
"""How much shorter pages are for the last one to hold more than a few lines."""


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


def _ended(found: tuple[Pages, Fitted], asked: Asked, choose: Choose) -> tuple[Pages, Fitted]:
    """Return pages of which the last one is well filled, if some are."""
    own, fitted = found
    pages, filled = fitted.laid_out.main_pages, _last_filled(fitted)
    if pages == 1 or filled >= LEAST_LAST:
        return found
    few = SHORTER_PT if filled < LEAST_LINES else ()
    for below in (*(-longer for longer in LONGER_PT), *few):
        with suppress(FitError):
            looks = _pages(own.theme, asked, side=True, below_pt=below)
            other = choose(measure=looks.measure, is_last=False)
            filled = _last_filled(other)
            pulled = other.laid_out.main_pages < pages and filled <= MOST_LAST
            if pulled or (below > 0 and filled >= LEAST_LINES):
                return looks, other
    return found


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


def _pages(theme: Theme, asked: Asked, *, side: bool, below_pt: float = 0) -> Pages:
    """Return the pages of a theme, without their side column if need be.

    Their margin may be larger by so much below.
    """
    master, warnings = theme.master(asked.master), theme.master_warnings(asked.master)
    if master.side and not side:
        warnings = (side_column_dropped(master, theme.page_style, theme.word_file),)
        master = master.model_copy(update={"side": None})
    if below_pt:
        own = master.margin_bottom_pt
        margin_pt = theme.page_style.margin_bottom_pt if own is None else own
        master = master.model_copy(update={"margin_bottom_pt": margin_pt + below_pt})
    formatter = formatter_for(theme, asked.table, asked.language)
    own_file = theme.word_file if theme.is_own else ""
    measure = PageMeasure(formatter, master, asked.header_footer, own_file)
    return Pages(theme, master, measure, warnings)
