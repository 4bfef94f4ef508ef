"""How sources are cited and listed: by number or by name, plainly or in a style of CSL."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

NUMBERS, AUTHOR_DATE = "numbers", "author-date"
"""The styles that need no file."""


class CitationStyle(Struct, frozen=True):
    """A style of citation. `csl` is the text of a style of CSL; where it is empty, ours is used.

    `marks` says whether text cites by numbers into a list or by names and years.
    """

    name: str = NUMBERS
    marks: Literal["numbers", "names"] = "numbers"
    csl: str = ""


BY_NUMBER = CitationStyle()
BY_AUTHOR_AND_DATE = CitationStyle(AUTHOR_DATE, "names")
