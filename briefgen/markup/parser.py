"""The parser of light Markdown: markdown-it-py with inline rules of our own.

Printed: bold, italic, links, addresses, sub- and superscript, escapes, entities, references
`[@source, p. 36]`, `[#fact]`, `[>quotation]` and spans `[mots]{lang=fr}`. Other markup becomes a
token `unsupported`, which holds its text as typed and in `info` its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefgen.cache import kept
from briefgen.markup import inline_rules
from briefgen.markup.quotes import Marks, set_quotes
from briefgen.markup.unsupported import unsupported
from briefgen.pattern import late_pattern

_MARKED = late_pattern(r"""["&'$*:<=@\[\\\]^_`~\n]""")
"""What some rule, or the setting of quotation marks, begins with."""

_ADDRESS = late_pattern(r"(https?://|mailto:)", re.IGNORECASE)


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's name)
        return bool(_ADDRESS.match(url))


@kept(1)
def light_markdown() -> MarkdownIt:
    """Return the parser of what content templates and prose fields share."""
    parser = _Markdown("zero")
    parser.enable(["emphasis", "link", "entity", "newline", "balance_pairs", "fragments_join"])
    rules = parser.inline.ruler
    rules.at("emphasis", inline_rules.emphasis)
    for name, rule in (
        ("escape", inline_rules.escape),
        ("reference", inline_rules.reference),
        ("address", inline_rules.address),
        ("script", inline_rules.script),
        ("unsupported", unsupported),
        ("span", inline_rules.span),
    ):
        rules.before("emphasis", f"briefgen_{name}", rule)
    for ruler in (parser.core.ruler, parser.block.ruler, parser.inline.ruler, parser.inline.ruler2):
        # Else the first text makes the list of rules, and another thread reads it half made.
        ruler.getRules("")
    return parser


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


def _inlines(text: str) -> list[Token]:
    """Parse a paragraph, unless no rule of light Markdown can find anything in it."""
    if text and not _MARKED.search(text):
        return [Token("text", "", 0, content=text)]
    return light_markdown().parseInline(text)[0].children or []


_SPECIAL = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_[]{}()<>#+-.!|~&^$=:@"})


def escaped(text: str) -> str:
    """Escape plain text, so that Markdown prints it as it stands."""
    return text.translate(_SPECIAL)
