"""A published work in the terms of CSL (CSL 1.0.2, appendix IV), and the style of its citation."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from pydantic import Field

from briefgen.types.base import Frozen, Line
from briefgen.types.date import PartialDate

Kind = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "chapter",
    "dataset",
    "document",
    "hearing",
    "legal_case",
    "legislation",
    "manuscript",
    "paper-conference",
    "patent",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "software",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]


class Name(Frozen):
    """Who wrote or edited a work: a person by the parts of the name, or an organisation."""

    organisation: Line | None = Field(None, description="Name of an organisation.")
    family: Line | None = Field(None, description="Family name of a person.")
    given: Line | None = Field(None, description="Given names or initials.")
    particle: Line | None = Field(None, description="What stands before it: van der, de la.")
    suffix: Line | None = Field(None, description="What stands behind it: Jr., III.")

    @property
    def main(self) -> str:
        """The name by which it is cited: family name with what stands before it, or all of it."""
        person = " ".join(filter(None, (self.particle, self.family)))
        return self.organisation or person or self.given or ""

    @property
    def inverted(self) -> str:
        """The name as lists of sources print it: family name first."""
        if self.organisation or not self.given or not self.family:
            return self.main
        return ", ".join(filter(None, (self.main, self.given, self.suffix)))


class Work(Frozen):
    """What a bibliography says of a published work. What it does not say stays empty."""

    kind: Kind = Field("document", description="Type of the work, as CSL names it.")
    title: Line | None = Field(None, description="Title.")
    authors: tuple[Name, ...] = Field((), description="Who wrote it.")
    others: bool = Field(False, strict=True, description="True where it has more authors.")
    editors: tuple[Name, ...] = Field((), description="Who edited it, or what it stands in.")
    date: PartialDate | None = Field(None, description="When it was published.")
    date_words: Line | None = Field(None, description="Words for that, such as in press.")
    container: Line | None = Field(None, description="Journal, book or site that it stands in.")
    series: Line | None = Field(None, description="Series that it belongs to.")
    publisher: Line | None = Field(None, description="Who published it.")
    place: Line | None = Field(None, description="Where it was published.")
    volume: Line | None = Field(None, description="Volume.")
    issue: Line | None = Field(None, description="Issue of a journal.")
    pages: Line | None = Field(None, description="Pages that it stands on: 36–48.")
    edition: Line | None = Field(None, description="Edition: 2, or 2nd revised.")
    number: Line | None = Field(None, description="Number of a report, a law or a standard.")
    genre: Line | None = Field(None, description="What it is more exactly: PhD thesis, Report.")
    doi: Line | None = Field(None, description="Digital object identifier, without an address.")
    isbn: Line | None = Field(None, description="International standard book number.")
    accessed: PartialDate | None = Field(None, description="When its address was last read.")


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
