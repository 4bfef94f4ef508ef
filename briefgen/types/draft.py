"""The draft: the composed document with its choices still open."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from briefgen.types.argument import Part
from briefgen.types.block import Block, Heading
from briefgen.types.identity import ArgumentIdentity
from briefgen.types.letterhead import Letterhead
from briefgen.types.picture import Picture
from briefgen.types.point import Form
from briefgen.types.role import Role


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself; what nobody gave is empty and not written.

    `author` is who issues or prepared the brief, never the article's author. `created` is the
    edition's date or SOURCE_DATE_EPOCH, never the clock's, and None where neither is given.
    `argument` is what a Word file can be brought home to, known once one is written; status,
    version and number are those of the edition.
    """

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    created: datetime.datetime | None
    publisher: str = ""
    argument: ArgumentIdentity | None = None
    category: str = ""
    status: str = ""
    version: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """One way in which a choice can be printed here, and what it is worth to this audience.

    Of a point it is a form; of an apparatus, `form` is None and `entries` says how many it shows.
    """

    form: Form | None
    blocks: tuple[Block, ...]
    value: int
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A point or an apparatus that may be printed in one of several ways, or not at all.

    `subject` is the id of a point, and `part` the part of the argument that holds it. Of an
    apparatus, such as a time line or an editor's note, `subject` is the tag or the id, and `part`
    is None. `offers` go from the longest to the shortest. What is `required` is printed in one way
    or the brief fails.
    """

    subject: str
    part: Part | None
    offers: tuple[Offer, ...]
    required: bool = False


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section: where it flows, its heading, and blocks and choices in their order.

    Without a single printed block the section and its heading do not appear. `at_least` is the
    number of its points that must be printed, as far as there are so many.
    """

    key: str
    frame: str
    heading: Heading | None
    items: tuple[Block | Choice, ...]
    at_least: int = 0


FOLIO = "\x1f"
"""Stands for the page number in a running line until pages are counted. No text can hold it."""


LOGO = "\U000f8fff"
"""Stands for the issuer's logo in a line of furniture: a character for private use, which `check`
lets no argument hold."""


BELOW_LOGO_PT = 8.0
"""White space below the lines that a logo stands among: they may reach down to the text."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The issuer's logo, as large as it is printed."""

    picture: Picture
    alt: str
    width_pt: float
    height_pt: float


@dataclass(frozen=True, slots=True)
class RunningLine:
    """A line of masthead or footer, its fields filled.

    `FOLIO` stands for the page number, `LOGO` for the logo.
    """

    left: str
    right: str
    role: Role
    pages: Literal["first", "later", "all"]


Entries = tuple[Mapping[str, str], ...]
"""A list that a Word template may loop over: plain text by name, one mapping an entry."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The text that stands on every page, apart from the argument: masthead and footer.

    `values` are all plain text, by name, and empty where there is nothing: `{{ … }}` in page and
    Word templates asks for them. `folio` is the pattern of the page number, with `{page}` and
    `{pages}`; a document of one page prints none. `lists` are what Word templates may loop over.
    Where the value `logo` is not empty, `logo` is what it stands for. `own` is a house's own text
    instead of masthead and footer: with page numbers, and as a single page has it.
    """

    values: Mapping[str, str]
    folio: str
    masthead: tuple[RunningLine, ...]
    footer: tuple[RunningLine, ...]
    lists: Mapping[str, Entries] = field(default_factory=dict)
    logo: Logo | None = None
    own: tuple[Letterhead, Letterhead] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The document that the content template made, every point still offering its forms."""

    metadata: Metadata
    sections: tuple[DraftSection, ...]
    furniture: Furniture
