"""Light Markdown: one grammar for what compose prints and what check finds wrong."""

from markdown_it.token import Token

from briefgen.markup.parser import blocks, escaped, paragraph
from briefgen.markup.quotes import typographic

__all__ = ["Token", "blocks", "escaped", "paragraph", "typographic"]
