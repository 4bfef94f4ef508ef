"""The inline rules that differ from CommonMark, each with markdown-it's signature.

A rule looks at `state.src` from `state.pos`, and returns whether it has read something there;
`silent` asks only how far it would read.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from briefgen.pattern import late_pattern
from briefgen.types.reference import REFERENCE, references_of

_ESCAPE = late_pattern(r"""\\([\\`*_\[\]{}()<>#+\-.!|~&^$=@'"])""")
"""A backslash before what could be a mark. Before anything else it is itself (`C:\\temp`)."""

_NETWORK = late_pattern(r"(?<![^\s(\[\"'“‘«])\\\\(?=\w)")
"""The beginning of a network path, `\\\\server\\share`: two backslashes, and no escape."""


def escape(state: StateInline, silent: bool) -> bool:
    """Read a backslash before a mark of Markdown, or at the end of a line."""
    if state.src[state.pos] != "\\":
        return False
    if state.src.startswith("\\\n", state.pos):
        if not silent:
            state.push("hardbreak", "br", 0)
        state.pos += 2
        return True
    network = _NETWORK.match(state.src, state.pos, state.posMax)
    found = network or _ESCAPE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.content = found[0] if network else found[1]
        token.markup, token.info = found[0], "escape"
    state.pos = found.end()
    return True


def reference(state: StateInline, silent: bool) -> bool:
    """Read `[@source]`, `[@source, p. 36; @other]`, `[#fact]` or `[>quotation]`."""
    found = REFERENCE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        for one in references_of(found):
            token = state.push("reference", "", 0)
            token.meta = {"kind": one.sign, "id": one.id, "locator": one.locator}
    state.pos = found.end()
    return True


SPAN = late_pattern(r"\[([^\[\]]+)\]\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\}")
"""Words in another language: `[mots]{lang=fr}`."""


def span(state: StateInline, silent: bool) -> bool:
    """Read words in another language."""
    found = SPAN.match(state.src, state.pos, state.posMax)
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


_NO_BEGINNING = frozenset("-–—.,;:!?)]}…»”%/|=+")
"""What no emphasis begins with: a mark before it belongs to the word before (`other*-marked`)."""

_OF_ONE_NAME = late_pattern(r"__\w+?__(?![\w*])")
"""A name such as `__all__`, which is no bold word."""


def emphasis(state: StateInline, silent: bool) -> bool:
    """Read a run of `*` or `_` as delimiters, at the bounds of words only.

    CommonMark lets `*` begin within a word; `A*AA`, `5*6*7` and `E*TRADE` are no emphasis here.
    """
    source, start = state.src, state.pos
    mark = source[start]
    if silent or mark not in "*_":
        return False
    before = source[start - 1] if start else " "
    if not _is_word(before) and (name := _OF_ONE_NAME.match(source, start, state.posMax)):
        state.append_pending(name[0])
        state.pos = name.end()
        return True
    length = 1
    while start + length < state.posMax and source[start + length] == mark:
        length += 1
    after = source[start + length] if start + length < state.posMax else " "
    opens = not (_is_word(before) or after.isspace() or after in _NO_BEGINNING)
    closes = not (_is_word(after) or before.isspace())
    state.pos += length
    if not (opens or closes):
        state.append_pending(mark * length)
        return True
    for _ in range(length):
        state.push("text", "", 0).content = mark
        last = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(mark), length, last, -1, opens, closes))
    return True


def _is_word(letter: str) -> bool:
    return letter.isalnum()


_SMALL = r"((?:[^\W_]|[+−()=,.′/–-]){1,20})"
_SCRIPT = late_pattern(rf"~{_SMALL}~(?![\d~])|\^{_SMALL}\^(?![\d^])")
"""Letters and figures, with the signs that stand among them: 2, −1, 3+, (aq), i,j."""


def script(state: StateInline, silent: bool) -> bool:
    """Read `~2~` or `^2^` directly after a letter or digit: sub- or superscript.

    A digit after it shows that it is none: `5~6~7`, `2^3^4`. Nor is `~5%/~7%`.
    """
    source, start = state.src, state.pos
    if source[start] not in "~^" or not start or not source[start - 1].isalnum():
        return False
    found = _SCRIPT.match(source, start, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("subscript" if found[1] else "superscript", "", 0)
        token.content = found[1] or found[2]
    state.pos = found.end()
    return True


_BRACKETED = late_pattern(
    r"<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>", re.IGNORECASE
)
_WEB = late_pattern(r"(?:https?)(://[^\s<>\[\]{}`^\\\"“”«»]+)", re.IGNORECASE)
_SCHEME = late_pattern(r"(?<![^\W_])(https?)$", re.IGNORECASE)
_LOCAL = late_pattern(r"(?<![\w.+-])[\w](?:[\w.+-]*[\w])?$", re.ASCII)
_DOMAIN = late_pattern(r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}(?![\w-])")
_LONGEST_LOCAL = 64
"""Characters before the @ of a mailbox (RFC 5321, 4.5.3.1.1)."""


def address(state: StateInline, silent: bool) -> bool:
    """Read an address of the web or of a mailbox, in angle brackets or bare.

    Stops, quotation marks and brackets after a bare one stand outside of it.
    """
    source, at = state.src, state.pos
    if source[at] == "<":
        found = _BRACKETED.match(source, at, state.posMax)
        if found and not silent:
            _link(state, found[1])
        state.pos = found.end() if found else at
        return bool(found)
    if state.linkLevel or source[at] not in ":@":
        return False
    before = source[max(0, at - _LONGEST_LOCAL) : at]
    pattern = _SCHEME if source[at] == ":" else _LOCAL
    begun = pattern.search(before)
    if not begun or (not silent and not state.pending.endswith(begun[0])):
        return False
    start = at - len(begun[0])
    kind = _WEB if source[at] == ":" else _DOMAIN
    found = kind.match(source, start if kind is _WEB else at, state.posMax)
    if not found:
        return False
    whole = _trimmed(source[start : found.end()])
    if whole.endswith("//"):
        return False
    if not silent:
        state.pending = state.pending[: -len(begun[0])]
        _link(state, whole)
    state.pos = start + len(whole)
    return True


def _trimmed(whole: str) -> str:
    """Return an address without the stops and the brackets that stand after it."""
    while True:
        last = whole[-1]
        if last == ")" and whole.count("(") >= whole.count(")"):
            return whole
        if last not in ".,;:!?'’…)*_~|":
            return whole
        whole = whole[:-1]


def _link(state: StateInline, whole: str) -> None:
    bare = "@" in whole and not re.match(r"(?:https?|mailto):", whole, re.IGNORECASE)
    href = state.md.normalizeLink(f"mailto:{whole}" if bare else whole)
    token = state.push("link_open", "a", 1)
    token.attrs, token.markup = {"href": href}, "autolink"
    state.push("text_special", "", 0).content = re.sub(r"^mailto:", "", whole, flags=re.IGNORECASE)
    state.push("link_close", "a", -1)
