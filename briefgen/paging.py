"""The pages that a selection fits: those of a theme, or of an own template set otherwise.

What an organisation's template was made for may be longer than a brief: double-spaced text, narrow
pages. Rather than refuse it, its side column stands below, and then its lines stand closer.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple, Protocol

from briefgen.brief import formatter_for
from briefgen.layout import PageMeasure
from briefgen.load.page_check import side_column_dropped
from briefgen.load.theme import Theme
from briefgen.types.brief import Fitted
from briefgen.types.draft import FilledHeaderFooter
from briefgen.types.finding import Finding, FitError
from briefgen.types.measure import Measure
from briefgen.types.page import Master


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

    def __call__(self, *, measure: Measure) -> Fitted:
        """Return it, or raise FitError."""


def fitted_pages(
    theme: Theme, asked: Asked, choose: Choose, closer: Callable[[], Theme]
) -> tuple[Pages, Fitted]:
    """Return pages and a selection that fits them.

    In an own template it is sought without a side column, too, and then in lines that are `closer`.

    Raises:
        FitError: that of the pages as they are.
        TemplateError: as `Theme.master`.
    """
    own = _pages(theme, asked, side=True)
    try:
        return own, choose(measure=own.measure)
    except FitError:
        if not theme.is_own:
            raise
        with suppress(FitError):
            whole = _pages(theme, asked, side=False)
            return whole, choose(measure=whole.measure)
        for side in (True, False):
            with suppress(FitError):
                tight = _pages(closer(), asked, side=side)
                return tight, choose(measure=tight.measure)
        raise


def _pages(theme: Theme, asked: Asked, *, side: bool) -> Pages:
    """Return the pages of a theme, without their side column if need be."""
    master, warnings = theme.master(asked.master), theme.master_warnings(asked.master)
    if master.side and not side:
        warnings = (side_column_dropped(master, theme.page_style, theme.word.file),)
        master = master.model_copy(update={"side": None})
    formatter = formatter_for(theme, asked.table, asked.language)
    own_file = theme.word.file if theme.is_own else ""
    measure = PageMeasure(formatter, master, asked.header_footer, own_file)
    return Pages(theme, master, measure, warnings)
