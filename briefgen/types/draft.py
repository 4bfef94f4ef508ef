"""The draft: the composed document with its choices still open."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from briefgen.types.argument import Part
from briefgen.types.block import Block, Heading
from briefgen.types.point import Form


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself. `created` comes from the argument, never from the clock."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    created: datetime.datetime
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """One form in which a point can be printed here."""

    form: Form
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A point that may be printed in one of its forms, or not at all.

    `offers` go from the longest to the shortest. `value` is what the point is worth to this
    audience; a point with `required` is printed in one form or the brief fails.
    """

    point: str
    part: Part
    offers: tuple[Offer, ...]
    value: int
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


@dataclass(frozen=True, slots=True)
class Furniture:
    """The text that stands on every page, apart from the argument: masthead, header and footer.

    Values by name (`issuer.organisation`, `position`); `{{ … }}` in page and Word templates asks
    for them. `folio` is the pattern of the page number, with `{page}` and `{pages}`.
    """

    values: dict[str, object]
    folio: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The document that the content template made, every point still offering its forms."""

    metadata: Metadata
    sections: tuple[DraftSection, ...]
    furniture: Furniture
