"""What in a form is markup that is not printed as such, each with its kind and its line.

A form is one paragraph, so whatever CommonMark or a common extension of it reads as another
block is told; what only looks like one is not: `- 3 °C`, `* note`, `2019. A year`, `> 3 %`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefgen.cache import kept
from briefgen.markup.parser import inlines


class Fault(NamedTuple):
    """Markup that is not printed as such: its kind, how it begins, and the line of the text."""

    kind: str
    text: str
    line: int


_BLOCKS = {
    "heading_open": "heading",
    "fence": "code",
    "hr": "rule",
    "blockquote_open": "block quotation",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "table_open": "table",
}

_MAY_BE_BLOCKS = re.compile(r"\n|^[#>*+\-\d`~_=|•‣◦▪●■]")

_MAY_BE_UNSUPPORTED = re.compile(
    r"[<`$]|~~|==|\*\*|:[a-z]|!\[|\[\^|\^\[|\]\{|\]:|\]\([^)\n]*\s|\\\n| \n"
)
"""Without one of these no text holds an inline fault: most texts need not be parsed."""

_OPENED = re.compile(r"(?<![\w*])\*\*(?=[^\W_]|[\"'“‘«(])")
"""Two stars before a word, which no other two close. Those after a word may mark a footnote."""

_BULLET = re.compile(r"^[ \t]*[•‣◦▪●■][ \t\u00a0]", re.MULTILINE)
_PIPES = re.compile(r"^[ \t]*\|.*\|[ \t]*\n[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"\s*>\s?[\"'“‘«(\[*_]*[^\W\d_]")
_DASHED = re.compile(r"\s*[-+]\s+[\"'“‘«(\[*_]*[^\W\d_]")
_YEAR = 1000


@kept(1)
def _structure() -> MarkdownIt:
    """Return a parser that reads blocks only."""
    parser = MarkdownIt("zero")
    parser.enable(
        ["blockquote", "fence", "heading", "hr", "lheading", "list", "paragraph", "table"]
    )
    parser.disable("inline")
    for ruler in (parser.core.ruler, parser.block.ruler):
        ruler.getRules("")  # before any thread has it: see `parser.light_markdown`
    return parser


@kept(1024)
def faults(text: str) -> tuple[Fault, ...]:
    """Return what is not printed as such in a form, each kind once, in the order of the text."""
    found: dict[str, Fault] = {}
    for fault in sorted([*_block_faults(text), *_inline_faults(text)], key=lambda one: one.line):
        found.setdefault(fault.kind, fault)
    return tuple(found.values())


def _inline_faults(text: str) -> Iterator[Fault]:
    if not _MAY_BE_UNSUPPORTED.search(text):
        return
    after_break = softbreaks = 0
    own_stars = "\\*" in text or "&" in text  # escaped ones are text like any other by now
    for token in inlines(text):
        if token.type == "unsupported":
            yield Fault(token.info, token.content, text.count("\n", 0, token.meta["at"]))
        elif token.type == "softbreak":
            softbreaks += 1
        elif token.type == "text" and not own_stars and (opened := _OPENED.search(token.content)):
            yield Fault("unclosed bold", token.content[opened.start() :], softbreaks)
        elif token.type == "hardbreak":
            at = re.compile(r" {2,}\n|\\\n").search(text, after_break)
            after_break = at.end() if at else after_break
            line = text.count("\n", 0, at.start()) if at else 0
            softbreaks += 1
            yield Fault("line break", text.split("\n")[line].strip(), line)


def _block_faults(text: str) -> Iterator[Fault]:
    if not _MAY_BE_BLOCKS.search(text):
        return
    lines = text.split("\n")
    for pattern, kind in ((_BULLET, "list"), (_PIPES, "table")):
        if at := pattern.search(text):
            line = text.count("\n", 0, at.start())
            yield Fault(kind, lines[line].strip(), line)
    tokens = _structure().parse(text)
    paragraphs = [token for token in tokens if token.type == "paragraph_open" and not token.level]
    for token in paragraphs[1:2]:
        yield _at(token, "second paragraph", lines)
    for number, token in enumerate(tokens):
        block = _BLOCKS.get(token.type)
        if block and not _only_looks_so(token, tokens[number + 1 :], lines):
            yield _at(token, block, lines)


def _at(token: Token, kind: str, lines: Sequence[str]) -> Fault:
    line = token.map[0] if token.map else 0
    return Fault(kind, lines[line].strip(), line)


def _only_looks_so(token: Token, rest: Sequence[Token], lines: Sequence[str]) -> bool:
    """Whether a writer of ordinary sentences may begin a line so."""
    line = lines[token.map[0]] if token.map else ""
    match token.type:
        case "blockquote_open":
            return not _QUOTED.match(line)
        case "bullet_list_open":
            return _items(token, rest) == 1 and (token.markup == "*" or not _DASHED.match(line))
        case "ordered_list_open":
            return _items(token, rest) == 1 or int(token.attrGet("start") or 1) >= _YEAR
        case _:
            return False


def _items(opened: Token, rest: Sequence[Token]) -> int:
    """Return how many items a list has, those within its items left out."""
    count = 0
    for token in rest:
        if token.level == opened.level and token.nesting < 0:
            break
        count += token.type == "list_item_open" and token.level == opened.level + 1
    return count
