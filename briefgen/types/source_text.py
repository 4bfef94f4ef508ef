"""An article as it was read: its text in numbered paragraphs, with links, emphasis and quotations.

Places within a paragraph (`start`, `end`) count the characters of its `text`. Nothing here is
printed; it is what an author starts from, and what an argument is compared with.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

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
