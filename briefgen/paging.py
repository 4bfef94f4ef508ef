"""The pages that a selection fits: those of a theme, or of an own template set otherwise.

What an organisation's template was made for may be longer than a brief: double-spaced text, narrow
pages. Rather than refuse it, its side column stands below, then its lines stand closer, then its
headings are smaller, and at last its text.
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
    """What is asked of pages: master, language, the word before a table's number, and header."""

    master: str
    language: str
    table: str
    header_footer: FilledHeaderFooter


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
        return own, _last(theme, own, choose)
    tries = (Closeness.OWN,) if theme.large_print else tuple(Closeness)
    for closeness, side in product(tries, (True, False)):
        with suppress(FitError):
            looks = closer(closeness) if closeness else theme
            pages = _pages(looks, asked, side=side)
            return pages, choose(measure=pages.measure, is_last=False)
    return own, _last(theme, own, choose)


def _last(theme: Theme, own: Pages, choose: Choose) -> Fitted:
    """Return the selection that fits the pages as they are, or say what large print asks for."""
    try:
        return choose(measure=own.measure, is_last=True)
    except FitError as error:
        if not theme.large_print:
            raise
        hint = "large print takes twice the room: allow more pages, such as --length two-page"
        raise FitError(replace(one, hint=hint) for one in error.findings) from None


def _pages(theme: Theme, asked: Asked, *, side: bool) -> Pages:
    """Return the pages of a theme, without their side column if need be."""
    master, warnings = theme.master(asked.master), theme.master_warnings(asked.master)
    if master.side and not side:
        warnings = (side_column_dropped(master, theme.page_style, theme.word_file),)
        master = master.model_copy(update={"side": None})
    formatter = formatter_for(theme, asked.table, asked.language)
    own_file = theme.word_file if theme.is_own else ""
    measure = PageMeasure(formatter, master, asked.header_footer, own_file)
    return Pages(theme, master, measure, warnings)
