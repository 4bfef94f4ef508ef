"""The inline tokens of prose, read here where they are plain, and the words of them.

Most prose is words, quotation marks, references and spans. These are read by one pattern, as the
grammar (`grammar.py`) reads them, whose library takes as long to import as a quarter of a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, field

from briefgen.cache import kept
from briefgen.markup.quotes import Marks, set_quotes
from briefgen.pattern import late_pattern
from briefgen.types.characters import ABOVE, BELOW
from briefgen.types.reference import REFERENCE, references_of


class Token(Struct):
    """A piece of inline text, with the fields of markdown-it's tokens, which stand for it, too."""

    type: str
    content: str = ""
    nesting: int = 0
    markup: str = ""
    info: str = ""
    meta: dict[str, Any] = field(default_factory=dict)
    attrs: dict[str, str | int | float] = field(default_factory=dict)


@kept(4096)
def paragraph(text: str, marks: Marks) -> Sequence[Token]:
    """Return the inline tokens of one paragraph, which nobody may change: they are kept.

    `marks` are the quotation marks of the language, which straight ones become.
    """
    tokens = _inlines(text)
    set_quotes(tokens, marks)
    return tokens


@kept(4096)
def inlines(text: str) -> Sequence[Token]:
    """Return the same with straight marks as they were typed."""
    return _inlines(text)


def _inlines(text: str) -> Sequence[Token]:
    if not _MARKED.search(text):
        return [Token("text", text)] if text else []
    if (plain := _plain(text)) is not None:
        return plain
    from briefgen.markup.grammar import light_markdown  # noqa: PLC0415 - few texts need it

    found: Sequence[Any] | None = light_markdown().parseInline(text)[0].children
    return found or []


_MARKED = late_pattern(r"""["&'$*:<=@\[\\\]^_`~\n]""")
"""What some rule, or the setting of quotation marks, begins with."""

_RUN = r"""(?:[^!"&'$*:<=@\[\\\]^_`~\n\r\0]|["'$]|:(?![a-z/])|&(?![\w#])|=(?!=)|!(?!\[))+"""
_PIECE = late_pattern(
    rf"({_RUN})|&#(3[3-9]|[4-9]\d|1[01]\d|12[0-6]);|\[(?![\^@#>])({_RUN})\]"
    r"\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\}"
)
"""Text in which no rule finds anything, a character as its number, words in another language."""


def _plain(text: str) -> list[Token] | None:
    """Return the tokens of text that has nothing but these and references; None of any other."""
    if text.count("$") > 1:  # a formula
        return None
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        if reference := REFERENCE.match(text, at):
            for one in references_of(reference):
                meta = {"kind": one.sign, "id": one.id, "locator": one.locator}
                tokens.append(Token("reference", meta=meta))
            at = reference.end()
            continue
        found = _PIECE.match(text, at)
        if not found:
            return None
        if found[1] or found[2]:
            said = found[1] or chr(int(found[2]))
            if tokens and tokens[-1].type == "text":
                tokens[-1].content += said
            elif found[1]:
                tokens.append(Token("text", said))
            else:
                tokens.append(Token("text", said, markup=found[0], info="entity"))
        else:
            tokens.append(Token("span_open", nesting=1, meta={"language": found[4]}))
            tokens.append(Token("text", found[3]))
            tokens.append(Token("span_close", nesting=-1))
        at = found.end()
    return tokens


_SPECIAL = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_[]{}()<>#+-.!|~&^$=:@"})


def escaped(text: str) -> str:
    """Escape plain text, so that Markdown prints it as it stands."""
    return text.translate(_SPECIAL)


@kept(1024)
def words_in(text: str, *, figure: str = "", quotation: str = "") -> str:
    """Return the words of prose without marks, references and addresses.

    `figure` and `quotation` stand for what facts and quotations will print. Figures above or
    below the line are the characters for that, as they belong to the word before.
    """
    printed = {"#": figure, ">": quotation}
    found: list[str] = []
    in_address = False
    for token in inlines(text):
        match token.type:
            case "reference":
                found.append(printed.get(token.meta["kind"], ""))
            case "link_open" | "link_close":
                in_address = token.nesting > 0 and token.markup == "autolink"
            case "subscript" | "superscript":
                found.append(characters_of_script(token))
            case "softbreak" | "hardbreak":
                found.append("\n")
            case _:
                found.append("" if in_address else token.content)
    return "".join(found)


def characters_of_script(token: Token) -> str:
    """Return the characters for what a token raises or lowers; nothing for any other token."""
    match token.type:
        case "subscript":
            return token.content.translate(BELOW)
        case "superscript":
            return token.content.translate(ABOVE)
        case _:
            return ""


def links(text: str) -> Iterator[tuple[str, str]]:
    """Yield the address and the words of each link with words of its own."""
    address: str | None = None
    words: list[str] = []
    for token in inlines(text):
        if token.type == "link_open" and token.markup != "autolink":
            address, words = str(token.attrs["href"]), []
        elif token.type == "link_close" and address is not None:
            yield address, "".join(words)
            address = None
        elif token.type in ("reference", "subscript", "superscript"):
            words.append(token.content or "…")
        else:
            words.append(token.content)
