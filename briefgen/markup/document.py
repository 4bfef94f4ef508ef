"""The blocks of a whole Markdown file as a tree, each with its lines.

markdown-it-py reads blocks and leaves what stands in them as text. Containers and comments have
rules of their own here: one that is never closed is reported, and swallows no heading after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from msgspec import Struct, field

from briefgen.cache import kept
from briefgen.pattern import late_pattern

BlockKind = Literal[
    "front_matter",
    "heading",
    "paragraph",
    "bullet_list",
    "ordered_list",
    "list_item",
    "table",
    "tr",
    "cell",
    "blockquote",
    "dl",
    "dt",
    "dd",
    "container",
    "comment",
    "fence",
    "hr",
]


class TextAt(Struct, frozen=True, dict=True):
    """A text of one or more lines, and where each begins: the line from 1, the column from 1."""

    text: str
    line: int
    columns: tuple[int, ...] = (1,)

    @cached_property
    def folded(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split("\n"))

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column of a character of the text."""
        row = self.text.count("\n", 0, at) if len(self.columns) > 1 else 0
        if not row:
            return self.line, self.columns[0] + at
        return self.line + row, self.columns[row] + at - self.text.rfind("\n", 0, at) - 1

    def part(self, start: int, end: int) -> TextAt:
        """Return a stretch of the text, without the white space around it."""
        found = self.text[start:end]
        start += len(found) - len(found.lstrip())
        found = found.strip()
        line, column = self.place(start)
        if "\n" not in found:
            return TextAt(found, line, (column,))
        row = line - self.line
        columns = self.columns[row + 1 : row + 1 + found.count("\n")]
        return TextAt(found, line, (column, *columns))


class DocumentBlock(Struct):
    """A block, and the blocks in it.

    It stands on lines `first` to `last`, both from 1. `level` is that of a heading; `info` the
    text after the colons of a container. `closed` is false of a container or comment that the
    file does not end.
    """

    kind: BlockKind
    first: int
    last: int
    text: TextAt
    level: int = 0
    info: str = ""
    closed: bool = True
    children: list[DocumentBlock] = field(default_factory=list)


def document(text: str) -> list[DocumentBlock]:
    """Return the blocks of a Markdown text, in its order."""
    return _Builder(text.split("\n")).built(parser_of_documents().parse(text))


@kept(1)
def parser_of_documents() -> MarkdownIt:
    """Return the parser of whole files, which reads blocks only."""
    parser = MarkdownIt("zero")
    parser.enable(
        ["blockquote", "fence", "heading", "hr", "lheading", "list", "paragraph", "table"]
    )
    parser.use(front_matter_plugin)
    parser.use(deflist_plugin)
    before: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list"]}
    parser.block.ruler.before("fence", "briefgen_comment", _comment, before)
    parser.block.ruler.before("fence", "briefgen_container", _container, before)
    parser.block.ruler.before("table", "briefgen_plain", _plain_paragraph)
    parser.disable("inline")
    for ruler in (parser.core.ruler, parser.block.ruler):
        ruler.getRules("")  # before any thread has it: see `parser.light_markdown`
    return parser


FENCE = late_pattern(r"[ ]{0,3}(:{3,})[ \t]*(.*?)[ \t:]*$")
"""A line that opens a container, or closes it where nothing stands after the colons."""

_HEADING = late_pattern(r"[ ]{0,3}#{1,2}(?:[ \t]|$)")
_DEEPEST = 3
"""Containers within each other. What is deeper is text, and reported as a mark that is none."""


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `::: name` up to a line of as many colons, or to a heading of a part or point."""
    opening = FENCE.match(_line(state, start)) if _begins(state, start, ":") else None
    if opening is None or not opening[2] or state.level > _DEEPEST:
        return False
    if silent:
        return True
    inner, closing = start + 1, start + 1
    depth = 0
    closed = False
    while closing < end:
        line = _line(state, closing)
        if _HEADING.match(line):
            break
        if ":::" in line and (fence := FENCE.match(line)):
            if fence[2]:
                depth += len(fence[1]) <= len(opening[1])
            elif depth and len(fence[1]) <= len(opening[1]):
                depth -= 1
            elif len(fence[1]) >= len(opening[1]):
                closed = True
                break
        closing += 1
    line_max, state.lineMax = state.lineMax, closing
    parent, state.parentType = state.parentType, "container"
    token = state.push("container_open", "div", 1)
    token.info, token.map = opening[2].strip(), [start, closing + closed]
    token.meta = {"closed": closed}
    state.md.block.tokenize(state, inner, closing)
    state.push("container_close", "div", -1)
    state.lineMax, state.parentType = line_max, parent
    state.line = closing + closed
    return True


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `<!-- … -->` that stands on lines of its own."""
    if not _begins(state, start, "<!--"):
        return False
    closing, closed = _comment_end(state, start, end)
    if closed and _line(state, closing).rstrip().split("-->", 1)[1]:
        return False
    if silent:
        return True
    token = state.push("comment", "", 0)
    token.map = [start, closing + closed]
    token.meta = {"closed": closed}
    state.line = closing + closed
    return True


def _comment_end(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    """Return the line that ends a comment; without one, that before the next heading."""
    closing = start
    if not state.env.get("comments_stay_open"):
        while closing < end:
            if "-->" in _line(state, closing):
                return closing, True
            closing += 1
        state.env["comments_stay_open"] = True
    closing = start + 1
    while closing < end and not _HEADING.match(_line(state, closing)):
        closing += 1
    return closing, False


_MARK = late_pattern(r"[#>`~=|:<]|[*_+-](?:[*_\s-]|$)|\d{1,9}[.)]")
"""What a line begins with that may be no plain text."""


def _plain_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a paragraph none of whose lines can begin anything else: most of them, and fast.

    It is a single token, where markdown-it-py has three.
    """
    line = start
    while line < end and not state.isEmpty(line):
        at = state.bMarks[line] + state.tShift[line]
        if state.sCount[line] < state.blkIndent:
            if line > start and state.src.startswith("- ", at) and not state.ddIndent > 0:
                break
            return False
        if _MARK.match(state.src, at):
            return False
        line += 1
    below = state.bMarks[line + 1] + state.tShift[line + 1] if line + 1 < end else -1
    if below >= 0 and state.src[below : below + 1] in (":", "~"):
        return False  # it may be the term of a definition
    if not silent:
        state.line = line
        token = state.push("paragraph", "p", 0)
        token.content = state.getLines(start, line, state.blkIndent, False).strip()
        token.map = [start, line]
    return True


def _begins(state: StateBlock, line: int, mark: str) -> bool:
    at = state.bMarks[line] + state.tShift[line]
    return state.src.startswith(mark, at) and not state.is_code_block(line)


_KINDS: dict[str, BlockKind] = {"td": "cell", "th": "cell"}
_LEFT_OUT = frozenset({"thead", "tbody"})


class _Builder:
    """Makes the tree of blocks from the parser's tokens."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines

    def built(self, tokens: Sequence[Token]) -> list[DocumentBlock]:
        top: list[DocumentBlock] = []
        open_blocks = [top]
        line = 0
        last: DocumentBlock | None = None
        for token in tokens:
            line = token.map[0] if token.map else line
            name = token.type.removesuffix("_open").removesuffix("_close")
            if name in _LEFT_OUT:
                continue
            if token.type == "inline":
                if last:
                    last.text = self._text(token.content, line)
                    last.first = last.first or line + 1
                    last.last = max(last.last, last.first, token.map[1] if token.map else 0)
                continue
            if token.nesting < 0:
                open_blocks.pop()
                continue
            last = self._block(token, name)
            open_blocks[-1].append(last)
            if token.nesting > 0:
                open_blocks.append(last.children)
        return top

    def _block(self, token: Token, name: str) -> DocumentBlock:
        first, end = token.map or (0, 0)
        meta = token.meta or {}
        block = DocumentBlock(
            kind=_KINDS.get(name, name),  # type: ignore[arg-type]
            first=first + 1 if token.map else 0,
            last=end,
            text=self._text(token.content, first)
            if name == "paragraph"
            else TextAt(token.content, first + 1),
            closed=meta.get("closed", True),
        )
        if name == "heading":
            block.level = int(token.tag[1:])
        elif name == "container":
            block.info = token.info
        return block

    def _text(self, content: str, line: int) -> TextAt:
        """Return the text of a block that holds no blocks, with the column of each line."""
        if "\n" not in content:
            return TextAt(content, line + 1, (max(0, self.lines[line].find(content)) + 1,))
        last = len(self.lines) - 1
        columns = [
            max(0, self.lines[min(number, last)].find(row)) + 1
            for number, row in enumerate(content.split("\n"), line)
        ]
        return TextAt(content, line + 1, tuple(columns))
