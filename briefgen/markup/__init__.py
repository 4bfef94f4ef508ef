"""Light Markdown: one grammar for what compose prints and what check finds wrong."""

from markdown_it.token import Token

from briefgen.markup.faults import Fault, faults
from briefgen.markup.parser import blocks, escaped, paragraph
from briefgen.markup.quotes import typographic
from briefgen.markup.words import links, words_in

__all__ = [
    "Fault",
    "Token",
    "blocks",
    "escaped",
    "faults",
    "links",
    "paragraph",
    "typographic",
    "words_in",
]
