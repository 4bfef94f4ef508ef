"""An article in Markdown, as people write it and as converters of saved pages do.

CommonMark with tables is read; of Pandoc's extensions front matter, footnotes, attributes of
headings and the lines of containers are known, so that they are not taken for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct, field

from briefgen.load.article.blocks import (
    LOST,
    Block,
    BlockKind,
    Metadata,
    Piece,
    ReadFile,
    first_of,
    linked_pieces,
    raised_text,
    tidied,
    usable_address,
)
from briefgen.load.article.html import html_blocks
from briefgen.load.yaml import parse_yaml_in_part
from briefgen.pattern import late_pattern

NESTING_LIMIT = 60
"""Depth of lists and quotations. What is deeper is read as text of the deepest."""

INLINE_LIMIT = 50_000
"""Characters of one paragraph in which emphasis and links are looked for."""

_FRONT_MATTER = late_pattern(
    r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_BARE_MATTER = late_pattern(
    r"\A((?=title:|author:|date:)"
    r"(?:\w[\w -]{0,30}:[ \t][^\n]{1,500}\n(?:[ \t]+\S[^\n]{0,500}\n){0,20})+)\n",
    re.IGNORECASE,
)
"""Keys above the text, without the lines that mark them, as MultiMarkdown and Pelican have them."""

_SLASHES = late_pattern(r"^(\d{4})/(\d{2})/(\d{2})(?:[ T].*)?$")
_ATTRIBUTES = late_pattern(r"\s*\{[#.:\w][^{}\n]{0,200}\}\s*$")
_CONTAINER = late_pattern(r"^:{3,}[^\n]{0,200}$", re.MULTILINE)
_FOOTNOTE = late_pattern(r"\[\^([\w-]{1,40})\]:\s*")
_FOOTNOTE_MARK = late_pattern(r"\[\^[\w-]{1,40}\]|(?<=[^\s(\[])\[\d{1,3}\]\(\#[^()\s]{0,80}\)")
"""Marks of notes: those of Pandoc, and links down the page right behind a word."""

_IN_DOCUMENT = late_pattern(
    r"#.|(?![\w+.-]+:|//)[^?#]+\.(?:md|markdown|qmd|rmd)(?:#|$)", re.IGNORECASE
)
"""A place on the same page, or another chapter of the same work: no source of it."""

_SUPERSCRIPT = late_pattern(r"</?sup\b", re.IGNORECASE)
_BREAK = late_pattern(r"<br\b", re.IGNORECASE)


def read_markdown(text: str) -> ReadFile:
    """Return the blocks of an article in Markdown. Time is linear in the text."""
    metadata, text = _front_matter(text)
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": NESTING_LIMIT})
    parser.enable("table")
    parser.core.ruler.disable("inline")  # paragraphs are parsed one by one, below
    reader = _Reader(parser)
    reader.read(parser.parse(_CONTAINER.sub("", text), reader.definitions))
    remarks: tuple[str, ...] = ()
    if reader.unparsed:
        remarks = (f"{reader.unparsed} very long paragraphs were read without emphasis and links",)
    return ReadFile(tuple(reader.blocks), metadata, remarks)


def _front_matter(text: str) -> tuple[Metadata, str]:
    """Return what YAML before the text says, and the text after it."""
    found = _FRONT_MATTER.match(text) or _BARE_MATTER.match(text)
    if not found:
        return Metadata(), text
    data, *_ = parse_yaml_in_part(found[1], "front matter")
    if not isinstance(data, Mapping):
        return Metadata(), text
    said = {str(key).lower(): str(value) for key, value in data.items() if _is_plain(value)}
    authors = data.get("author", data.get("authors"))
    metadata = Metadata(
        title=first_of(said, "title"),
        subtitle=first_of(said, "subtitle"),
        authors=tuple(_names(authors)),
        publisher=first_of(said, "publisher", "institute"),
        date=_SLASHES.sub(r"\1-\2-\3", first_of(said, "date") or "") or None,
        language=first_of(said, "lang", "language"),
        address=usable_address(first_of(said, "address", "url", "canonical")),
    )
    return metadata, text[found.end() :]


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float)


def _names(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _names(item)
        case Mapping():
            yield from _names(value.get("name") or value.get("organisation"))


class _Reader(Struct):
    """Goes through the blocks that the parser found; `around` are the lists and quotations open."""

    parser: MarkdownIt
    definitions: dict[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    label: str | None = None
    level: int = 0
    cells: list[str] | None = None
    unparsed: int = 0

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.nesting:
                self._edge(token)
            else:
                self._block(token)

    def _edge(self, token: Token) -> None:
        """Follow the beginning and the end of what holds blocks."""
        match token.type:
            case "list_item_open":
                self.around.append("item")
                self.label = token.info or None
            case "blockquote_open":
                self.around.append("quotation")
            case "list_item_close" | "blockquote_close":
                self.around.pop()
            case "heading_open":
                self.level = int(token.tag[1])
            case "heading_close":
                self.level = 0
            case "tr_open":
                self.cells = []
            case "tr_close":
                self._add("table", tidied([Piece(" | ".join(self.cells or ()))]))
                self.cells = None

    def _block(self, token: Token) -> None:
        match token.type:
            case "hr":
                self._add("rule", ())
            case "html_block":
                self.blocks.extend(html_blocks(token.content))
            case "fence" | "code_block":
                pieces = tidied([Piece(token.content)])
                self.blocks.append(Block("paragraph", pieces, aside="code"))
            case "inline" if self.cells is not None:
                self.cells.append("".join(one.text for one in self._pieces(token.content)))
            case "inline":
                self._text(token.content)

    def _text(self, content: str) -> None:
        kind = self._kind()
        label, self.label = self.label, None
        if kind == "heading":
            content = _ATTRIBUTES.sub("", content)
        if found := _FOOTNOTE.match(content):
            self._add("note", self._pieces(content[found.end() :]), label=found[1])
            return
        self._add(kind, self._pieces(content), self.level, label if kind == "item" else None)

    def _kind(self) -> BlockKind:
        if self.level:
            return "heading"
        if not self.around:
            return "paragraph"
        return "item" if self.around[-1] == "item" else "quotation"

    def _add(
        self, kind: BlockKind, pieces: tuple[Piece, ...], level: int = 0, label: str | None = None
    ) -> None:
        if pieces or kind == "rule":
            self.blocks.append(Block(kind, pieces, level, label=label))

    def _pieces(self, content: str) -> tuple[Piece, ...]:
        content = _FOOTNOTE_MARK.sub("", content)
        if len(content) > INLINE_LIMIT:
            self.unparsed += 1
            return linked_pieces(content)
        tokens: list[Token] = []
        self.parser.inline.parse(content, self.parser, self.definitions, tokens)
        return tidied(_pieces_of(tokens))


def _pieces_of(tokens: Sequence[Token]) -> Iterator[Piece]:
    bold = italic = 0
    address: str | None = None
    before, raised = "", False
    for number, token in enumerate(tokens):
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                href = str(token.attrs.get("href", ""))
                lost = None if _IN_DOCUMENT.match(href) else f"{LOST}{number}"
                address = usable_address(href) or lost
            case "link_close":
                address = None
            case "softbreak" | "hardbreak":
                yield Piece(" ", bool(bold), bool(italic), address)
            case "text" | "code_inline" if address is None and "://" in token.content:
                for piece in linked_pieces(token.content):
                    yield Piece(piece.text, bool(bold), bool(italic), piece.address)
            case "text" | "code_inline" | "text_special":
                text = raised_text(token.content, before) if raised else token.content
                before = text
                yield Piece(text, bool(bold), bool(italic), address)
            case "html_inline" if _SUPERSCRIPT.match(token.content):
                raised = not token.content.startswith("</")
            case "html_inline" if _BREAK.match(token.content):
                yield Piece(" ")
