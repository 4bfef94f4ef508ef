"""The parser of light Markdown: markdown-it-py with inline rules of our own.

Printed: bold, italic, links, addresses, sub- and superscript, escapes, entities, references
`[@source, p. 36]`, `[#fact]`, `[>quotation]` and spans `[mots]{lang=fr}`. Other markup becomes a
token `unsupported`, which holds its text as typed and in `info` its kind.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from briefgen.cache import kept
from briefgen.markup import inline_rules
from briefgen.pattern import late_pattern

_CURRENCY = r"(?<![A-Z]{2})"

_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""
_FLAGS = "async|checked|controls|defer|disabled|hidden|open|reversed|selected"
_TAG = late_pattern(
    rf"</?[A-Za-z][A-Za-z0-9-]*(?:\s+(?:[A-Za-z_:][\w:.-]*\s*=\s*{_VALUE}|(?:{_FLAGS})\b))*\s*/?>"
    r"|<[?][^>]*[?]>|<![A-Za-z\[][^>]*>"
)
"""A tag. Its attributes have values: `<name at example dot org>` is none."""

_KINDS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "<": (
        ("HTML comment", late_pattern(r"<!--.*?(?:-->|$)", re.DOTALL)),
        ("HTML", _TAG),
    ),
    "`": (
        (
            "code",
            late_pattern(r"(?<![\w`])(`+)(?![\s`]).{1,400}?(?<![\s`])\1(?![\w`])", re.DOTALL),
        ),
    ),
    "~": (
        ("strikethrough", late_pattern(r"(?<!~)~~(?=[^\s~])(?:.{0,400}?[^\s~])~~(?!~)", re.DOTALL)),
    ),
    "=": (
        (
            "highlight",
            late_pattern(r"(?<![\w=])==(?=[^\s=])(?:.{0,400}?[^\s=])==(?![\w=])", re.DOTALL),
        ),
    ),
    "!": (("image", late_pattern(r"!\[[^\[\]]*\](?:\([^()\n]*\)|\[[^\[\]]*\])")),),
    "[": (
        ("footnote", late_pattern(r"\[\^[^\s\[\]]+\]:?")),
        ("link definition", late_pattern(r"(?<![^\n])\[[^\[\]]+\]:[ \t]*<?(?:https?://|mailto:)")),
        (
            "link title",
            late_pattern(r"\[[^\[\]]*\]\(<?[^\s()<>]+>?\s+(?:\"[^\"]*\"|'[^']*')\s*\)"),
        ),
        (
            "broken link",
            late_pattern(r"\[[^\[\]]*\]\((?:https?:|mailto:|www\.)[^()\n<>]*\s[^()\n]*\)"),
        ),
        ("attributes", late_pattern(r"\[[^\[\]]*\]\{(?!lang=[\w-]+\})[^{}\n]*\}")),
    ),
    ":": (("emoji", late_pattern(r"(?<![\w:]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:])")),),
    "^": (("footnote", late_pattern(r"\^\[[^\[\]]+\]")),),
    "$": (
        ("formula", late_pattern(r"\$\$(?=\S).{1,400}?\$\$", re.DOTALL)),
        (
            "formula",
            late_pattern(
                r"(?<![\w$])\$(?=[^\s$])"
                r"(?=[^$\n]*[\^_\\=+{}<>]|[A-Za-z]\$)"  # a sign of formulas, or one letter
                r"(?![^$\n]*(?<![\\A-Za-z])[A-Za-z]{4})"  # but no word
                rf"[^$\n]{{0,200}}?[^\s$]{_CURRENCY}\$(?![\w$])"
            ),
        ),
    ),
}
"""By the character that it begins with: what a reader of Markdown takes for markup.

What is longer than 400 characters is none, so that time grows with the text and no faster.
"""


def unsupported(state: StateInline, silent: bool) -> bool:
    """Read markup that is not printed as such, as one token that holds it as typed.

    The rules of what is printed come before.
    """
    for kind, pattern in _KINDS.get(state.src[state.pos], ()):
        if found := pattern.match(state.src, state.pos, state.posMax):
            if not silent:
                token = state.push("unsupported", "", 0)
                token.content, token.info = found[0], kind
                token.meta = {"at": state.pos}
            state.pos = found.end()
            return True
    return False


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
