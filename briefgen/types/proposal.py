"""What an article offers to the author of its argument: found in it word by word, never summed up.

`locator` says where each stands. What is not in the article is None, and left to the author.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefgen.types.quantity import Found
from briefgen.types.source_text import SourceText

SignpostKind = Literal["order", "turn", "further"]


class ProposedSource(Struct, frozen=True):
    """Words that the article links, with the address if the file has it.

    `is_bold` says that they are bold and no link: saving a page may have made it so.
    """

    id: str
    words: str
    address: str | None
    locator: str
    paragraph: int
    is_bold: bool = False


class ProposedFact(Struct, frozen=True):
    """A figure of a sentence: what is read of it, its own words, and the date that is beside it."""

    id: str
    words: str
    read: Found
    sentence: str
    date: str | None
    locator: str
    paragraph: int


class ProposedQuotation(Struct, frozen=True):
    """Words in quotation marks, with who is said to have said them."""

    id: str
    text: str
    speaker: str | None
    locator: str
    paragraph: int


class ProposedTerm(Struct, frozen=True):
    """An acronym and what the article says that it stands for."""

    short: str
    long: str
    locator: str
    paragraph: int


class ProposedEvent(Struct, frozen=True):
    """A sentence with a date. `is_computed`: the article says "this year" or the like."""

    date: str
    words: str
    sentence: str
    locator: str
    paragraph: int
    is_computed: bool = False


class ProposedPart(Struct, frozen=True):
    """A heading of the article, and the part of an argument that its words point to, if any."""

    heading: str
    part: str | None
    paragraph: int


class Signpost(Struct, frozen=True):
    """A word by which the article orders, limits or extends its reasons."""

    words: str
    kind: SignpostKind
    paragraph: int
    start: int


class Proposals(Struct, frozen=True):
    """All that an article offers; `paragraph` of each is the place in `source.paragraphs`."""

    source: SourceText
    sources: tuple[ProposedSource, ...]
    facts: tuple[ProposedFact, ...]
    quotations: tuple[ProposedQuotation, ...]
    terms: tuple[ProposedTerm, ...]
    events: tuple[ProposedEvent, ...]
    parts: tuple[ProposedPart, ...]
    signposts: tuple[Signpost, ...]


TITLE = "Say the message of the brief in one line"
ARTICLE_TITLE = "Title of the article as it was published"
THESIS = "Say the whole article in one short sentence"
THESIS_SUMMARY = "Say it again, with its main reason and its main limit"
WHY_NOW = "Say why a reader should care at this moment"
REASON = "Say the strongest reason as a statement"
SUMMARY = "Say in a sentence or so what the article gives for it"

EVENT = "Say in a few words what happened"

PLACEHOLDERS = (TITLE, ARTICLE_TITLE, THESIS, THESIS_SUMMARY, WHY_NOW, REASON, SUMMARY, EVENT)
