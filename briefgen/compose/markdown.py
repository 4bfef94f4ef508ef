"""Light Markdown, read by markdown-it-py with two rules of our own.

Allowed: bold, italic, links, escapes, entities, and references `[@source]`, `[#fact]`,
`[>quotation]` and spans `[mots]{lang=fr}`. HTML, images, code and everything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefgen.types.prose import REFERENCE

_SPAN = re.compile(r"\[([^\[\]]+)\]\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\}")
_MARKED = re.compile(r"""[^ -~\u00a0-\uffff]|[!"&'*<>\[\\\]_`]""")
_ADDRESS = re.compile(r"(https?://|mailto:)", re.IGNORECASE)


def _reference(state: StateInline, silent: bool) -> bool:
    found = REFERENCE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.meta = {"kind": found[1], "id": found[2]}
    state.pos = found.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:
    found = _SPAN.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("span_open", "", 1).meta = {"language": found[2]}
        end = state.posMax
        state.pos, state.posMax = found.start(1), found.end(1)
        state.md.inline.tokenize(state)
        state.posMax = end
        state.push("span_close", "", -1)
    state.pos = found.end()
    return True


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's name)
        return bool(_ADDRESS.match(url))


@lru_cache(maxsize=8)
def markdown(quotation_marks: tuple[str, str, str, str]) -> MarkdownIt:
    """Return the parser of a language. Straight quotation marks become the language's own."""
    parser = _Markdown("zero", {"typographer": True, "quotes": list(quotation_marks)})
    parser.enable(["emphasis", "link", "escape", "entity", "newline", "smartquotes"])
    parser.enable(["balance_pairs", "fragments_join"], ignoreInvalid=True)
    parser.enable(["heading", "list", "paragraph"], ignoreInvalid=True)
    parser.inline.ruler.before("link", "reference", _reference)
    parser.inline.ruler.before("link", "span", _span)
    for ruler in (parser.core.ruler, parser.block.ruler, parser.inline.ruler, parser.inline.ruler2):
        # Else the first text makes the list of rules, and another thread reads it half made.
        ruler.getRules("")
    return parser


@lru_cache(maxsize=4096)
def inline(text: str, quotation_marks: tuple[str, str, str, str]) -> Sequence[Token]:
    """Return the inline tokens of one paragraph, which nobody may change: they are kept.

    Text in which no rule of light Markdown can find anything is not parsed.
    """
    if text and not _MARKED.search(text):
        return (Token("text", "", 0, content=text),)
    return markdown(quotation_marks).parseInline(text)[0].children or ()


@lru_cache(maxsize=256)
def blocks(text: str, quotation_marks: tuple[str, str, str, str]) -> Sequence[Token]:
    """Return the tokens of a text of several paragraphs. They are kept, as those of one are."""
    return markdown(quotation_marks).parse(text)


def escaped(text: str) -> str:
    """Escape plain text, so that Markdown prints it as it stands."""
    return re.sub(r"([\\`*_\[\]{}()<>#+\-.!|~&])", r"\\\1", text)


__all__ = ["Token", "blocks", "escaped", "inline", "markdown"]
