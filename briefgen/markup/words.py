"""The words of prose as they will be read, to be counted and compared."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.cache import kept
from briefgen.markup.parser import Token, inlines
from briefgen.types.characters import ABOVE, BELOW


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
