"""What a way of printing something tells a reader, and what it may not be printed without."""

from __future__ import annotations

from msgspec import Struct

Need = frozenset[str]
"""What something may not be printed without: one of these has to be printed, too.

A point stands by its id, or by id and form (`why-trade.detail`) where it must be in that form or a
longer one; a figure as `#africa-trade`, a quotation as `>quote-partner`.
"""


class Telling(Struct, frozen=True):
    """What is printed with one variant, in the words of `Need`, and what that needs.

    `figures` are the ids of the facts that its prose prints: not those that are shown large or
    listed in a table.
    """

    tells: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    needs: tuple[Need, ...] = ()


SILENT = Telling()
"""What tells nothing that a rule asks for."""
