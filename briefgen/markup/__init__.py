"""Light Markdown: one grammar for what compose prints and what check finds wrong."""

from briefgen.markup.block import Align, BlockText, CellText, Fault, TableText, TextBlock
from briefgen.markup.blocks import blocks
from briefgen.markup.faults import faults
from briefgen.markup.parser import Token, characters_of_script, escaped, links, paragraph, words_in
from briefgen.markup.quotes import typographic
from briefgen.markup.tables import LINE, column_shares, least_width

__all__ = [
    "LINE",
    "Align",
    "BlockText",
    "CellText",
    "Fault",
    "TableText",
    "TextBlock",
    "Token",
    "blocks",
    "characters_of_script",
    "column_shares",
    "escaped",
    "faults",
    "least_width",
    "links",
    "paragraph",
    "typographic",
    "words_in",
]
