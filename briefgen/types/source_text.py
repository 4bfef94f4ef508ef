"""An article as it was read, and what it offers to the author of its argument, never summed up.

Places within a paragraph (`start`, `end`) count the characters of its `text`. Nothing here is
printed; it is what an author starts from, and what an argument is compared with.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefgen.types.fact import Found

ParagraphKind = Literal[
    "title", "standfirst", "heading", "paragraph", "item", "quotation", "table", "caption", "note"
]
"""What a paragraph is. `item` is one of a list, `note` a footnote or an entry of a bibliography."""


class Stretch(Struct, frozen=True):
    """A part of a paragraph."""

    start: int
    end: int


class Link(Struct, frozen=True):
    """Words that lead to an address; the address is None where the file has lost it."""

    words: str
    address: str | None
    start: int
    end: int


PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp")


def is_picture(address: str) -> bool:
    """Whether an address is that of a picture, as of one that a click enlarges."""
    return address.partition("?")[0].partition("#")[0].lower().endswith(PICTURES)


class SourceParagraph(Struct, frozen=True):
    """One paragraph, heading, list item, table or note of an article.

    `number` counts the paragraphs of the body from 1. List items, block quotations and tables bear
    the number of the paragraph that they follow; headings and the standfirst have none. `label` is
    the number that the article itself prints before it. `joined_at` are the places where parts
    were put together that something stood between.
    """

    kind: ParagraphKind
    text: str
    number: int | None = None
    label: str | None = None
    level: int = 0
    page: int | None = None
    section: str | None = None
    links: tuple[Link, ...] = ()
    bold: tuple[Stretch, ...] = ()
    italic: tuple[Stretch, ...] = ()
    sentences: tuple[Stretch, ...] = ()
    joined_at: tuple[int, ...] = ()

    @property
    def is_body(self) -> bool:
        """Whether it is text of the article that statements are taken from."""
        return self.kind in ("paragraph", "item", "quotation", "table", "standfirst")

    @property
    def locator(self) -> str:
        """Where it stands, in the words of a locator: `paragraph 7`, `standfirst`."""
        if self.number is None:
            return f"page {self.page}" if self.page else self.kind
        return f"paragraph {self.label or self.number}"

    def said(self, stretch: Stretch | Link) -> str:
        """Return the words of a part."""
        return self.text[stretch.start : stretch.end]


class Omission(Struct, frozen=True):
    """What was read and left out, as it is no text of the article: menus, lists of other pages."""

    reason: str
    text: str
    page: int | None = None


class SourceText(Struct, frozen=True):
    """An article: what it says of itself, its paragraphs in order, and what was left out.

    `digest` is that of the paragraphs' text. What the file does not say is None; nothing is
    inferred but the language (`language_is_guessed`). `dates` are written as `PartialDate` is.
    """

    file: str
    digest: str
    paragraphs: tuple[SourceParagraph, ...]
    language: str
    language_is_guessed: bool = False
    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    about_author: str | None = None
    publisher: str | None = None
    date: str | None = None
    address: str | None = None
    omitted: tuple[Omission, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def body(self) -> tuple[SourceParagraph, ...]:
        """The paragraphs that statements are taken from."""
        return tuple(each for each in self.paragraphs if each.is_body)


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
