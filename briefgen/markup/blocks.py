"""The blocks of a longer text: paragraphs, lists, block quotations and tables.

markdown-it-py reads them. What is theirs in Markdown and not ours is found here, too: a heading, a
block of code, a list within a list within a list. Its words stay: they become paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, TypeGuard

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.cache import kept

Kind = Literal["paragraph", "heading", "bullet", "number", "quotation"]
Align = Literal["left", "center", "right"]


class BlockText(Struct, frozen=True):
    """A paragraph of a text, the line on which it begins, and what it is part of.

    An item of a list has a `level`, 1 or 2; `begins` says that it is the first of its list, as of
    the first paragraph of a block quotation, and `number` by what a numbered list begins.
    `continues` marks a further paragraph of an item. The speaker of a block quotation is its last
    paragraph, with a dash before the name.
    """

    text: str
    line: int
    kind: Kind = "paragraph"
    level: Literal[1, 2] = 1
    begins: bool = False
    number: int = 1
    continues: bool = False


class CellText(NamedTuple):
    """What stands in a cell of a table, and the line on which it does."""

    text: str
    line: int


class TableText(Struct, frozen=True):
    """A table: its caption, how its columns are aligned, its header and its other rows."""

    line: int
    caption: CellText | None
    aligns: tuple[Align, ...]
    header: tuple[CellText, ...]
    rows: tuple[tuple[CellText, ...], ...]

    @property
    def cells(self) -> Iterator[CellText]:
        """All of its cells, row by row."""
        for row in (self.header, *self.rows):
            yield from row


TextBlock = BlockText | TableText


class Fault(NamedTuple):
    """Markup that is not printed as such: its kind, how it begins, and the line of the text."""

    kind: str
    text: str
    line: int


class Blocks(Struct, frozen=True):
    """The blocks of a text, and what in it is no block of ours."""

    held: tuple[TextBlock, ...]
    faults: tuple[Fault, ...] = ()


_MAY_BE_BLOCKS = re.compile(r"\n|^[#>*+\-\d`~_=|•‣◦▪●■(]")

_TYPED_BULLET = re.compile(r"^[ \t]*[•‣◦▪●■][ \t\u00a0]", re.MULTILINE)
_LETTERED = re.compile(r"^[ \t]*\(?([a-z]|[ivx]+)[.)][ \t]", re.MULTILINE)
_LETTERS = {"a": "b", "i": "ii"}
"""Letters that begin a list, where the next one follows."""

_INTRODUCED = re.compile(r"(?:\A|:[ \t]*\n|\n[ \t]*\n)\Z")
_WINDOW = 40
"""Where a list with letters is taken for one: at the beginning, after a colon or a blank line, and
not where a sentence is wrapped."""

_PIPES = re.compile(r"^[ \t]*\|.*\|[ \t]*\n[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_RULED = re.compile(r"^[ \t]*(?:\+[-=+:]{3,}\+|\|?[ \t]*:?-+:?[ \t]*\|[-|: \t]*)$", re.MULTILINE)
"""The line below the head of a table, or a line of one that is drawn with `+`."""

_QUOTED = re.compile(r"\s*>\s?(?:> ?)*[\"'“‘«(\[*_@#>]*[^\W\d_]")
_DASHED = re.compile(r"\s*[-+]\s+[\"'“‘«(\[*_@#>]*[^\W\d_]")
_YEAR = 1000

_CAPTION = re.compile(r"(?:[Tt]able)?:[ \t]+(?=\S)")
_ATTRIBUTES = re.compile(r"[ \t]*\{[^{}\n]*\}$")
_SPEAKER = re.compile(r"(?:[—–]|--)[ \t]*(?=\S)")
"""How the last line of a block quotation begins if it names the speaker."""


@kept(1)
def _parser() -> MarkdownIt:
    """Return a parser that reads blocks only."""
    parser = MarkdownIt("zero")
    parser.enable(
        ["blockquote", "fence", "heading", "hr", "lheading", "list", "paragraph", "table"]
    )
    parser.disable("inline")
    for ruler in (parser.core.ruler, parser.block.ruler):
        ruler.getRules("")  # before any thread has it: see `parser.light_markdown`
    return parser


@kept(2048)
def blocks(text: str, *, literal: bool = False) -> Blocks:
    """Return the blocks of a text, in its order. Lines are counted from 0.

    What only looks like a block is text, unless it is `literal`, as that of content templates:
    `- 3 °C`, `* note`, `2019. A year`, `> 3 %`.
    """
    if not _MAY_BE_BLOCKS.search(text):
        return Blocks((BlockText(text, 0),) if text.strip() else ())
    reading = _Reading(text.split("\n"), literal)
    reading.read(SyntaxTreeNode(_parser().parse(text)))
    held = tuple(_with_captions(reading.found, reading.faults))
    return Blocks(held, (*reading.faults, *_typed(text, reading)))


def _typed(text: str, reading: _Reading) -> Iterator[Fault]:
    """Yield lists that are typed by hand, with bullets or letters."""
    places = {"typed bullet": _TYPED_BULLET.search(text)}
    lettered = [*_LETTERED.finditer(text)]
    begun = (
        one
        for one, other in pairwise(lettered)
        if _LETTERS.get(one[1]) == other[1]
        and _INTRODUCED.search(text, max(0, one.start() - _WINDOW), one.start())
    )
    places["lettered list"] = next(begun, None)
    for kind, found in places.items():
        if found:
            line = text.count("\n", 0, found.start())
            yield Fault(kind, reading.line(line), line)


class _Reading(Struct):
    """One text being read. `open_until` is the line on which a paragraph may still go on."""

    lines: Sequence[str]
    literal: bool
    found: list[TextBlock] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    open_until: int | None = None

    def line(self, at: int) -> str:
        return self.lines[at].strip()

    def read(self, root: SyntaxTreeNode) -> None:
        for node in root.children:
            start, end = node.map or (0, 0)
            if node.type == "paragraph" or (not self.literal and self._only_looks_so(node)):
                self._paragraph("\n".join(self.lines[start:end]).strip(), start, end)
                continue
            self.open_until = None
            match node.type:
                case "bullet_list" | "ordered_list":
                    self._list(node, 1)
                case "blockquote":
                    self._quotation(node)
                case "table":
                    self._table(node)
                case "heading":
                    self.found.append(BlockText(self._inline(node), start, "heading"))
                case _:
                    self._unsupported(node, "rule" if node.type == "hr" else "code")

    def _paragraph(self, text: str, start: int, end: int) -> None:
        """Add a paragraph, or what only looks like something else to the one before it."""
        last = self.found[-1] if self.found else None
        if start == self.open_until and isinstance(last, BlockText):
            self.found[-1] = replace(last, text=f"{last.text}\n{text}")
        else:
            self.found.append(BlockText(text, start))
        self.open_until = end
        for pattern in (_PIPES, _RULED):
            if at := pattern.search(text):
                line = start + text.count("\n", 0, at.start())
                self.faults.append(Fault("broken table", self.line(line), line))

    def _only_looks_so(self, node: SyntaxTreeNode) -> bool:
        """Whether a writer of ordinary sentences may begin a line so."""
        line = self.lines[node.map[0]] if node.map else ""
        if node.type == "blockquote":
            return not _QUOTED.match(line)
        if node.type not in ("bullet_list", "ordered_list"):
            return False
        single = len(node.children) == 1 and len(node.children[0].children) <= 1
        if node.type == "bullet_list":
            aside = node.markup == "*" or not _DASHED.match(line) or self._goes_on(node)
            return single and aside
        return single or int(node.attrs.get("start", 1)) >= _YEAR

    def _goes_on(self, node: SyntaxTreeNode) -> bool:
        """Whether a line goes on from a sentence above that does not introduce it."""
        start = node.map[0] if node.map else 0
        return start == self.open_until and not self.lines[start - 1].rstrip().endswith(":")

    def _list(self, node: SyntaxTreeNode, level: Literal[1, 2]) -> None:
        kind: Kind = "bullet" if node.type == "bullet_list" else "number"
        number = int(node.attrs.get("start", 1))
        for at, item in enumerate(node.children):
            start = item.map[0] if item.map else 0
            first = BlockText("", start, kind, level, begins=not at, number=number)
            if not item.children:
                self.faults.append(Fault("empty item", self.line(start), start))
            if item.info not in ("", str(number), str(number + at)):
                self.faults.append(Fault("number out of order", self.line(start), start))
            for place, child in enumerate(item.children):
                self._in_item(child, first if not place else replace(first, continues=True))

    def _in_item(self, node: SyntaxTreeNode, item: BlockText) -> None:
        start = node.map[0] if node.map else item.line
        if item.continues:
            item = replace(item, begins=False)
        match node.type:
            case "paragraph":
                self.found.append(replace(item, text=self._inline(node), line=start))
            case "bullet_list" | "ordered_list":
                deeper = item.level == 2 or not item.continues  # noqa: PLR2004 - the second level
                if deeper:
                    self.faults.append(Fault("deeper list", self.line(start), start))
                self._list(node, 2)
            case _:
                self._unsupported(node, "block in an item", item)

    def _quotation(self, node: SyntaxTreeNode) -> None:
        begins = True
        last = len(node.children) - 1
        for at, child in enumerate(node.children):
            start = child.map[0] if child.map else 0
            if child.type != "paragraph":
                self._unsupported(child, "block in a quotation")
                continue
            text, line = self._inline(child), start
            above, _, below = text.rpartition("\n")
            if at == last and (found := _SPEAKER.match(below.strip())):
                if above:
                    said = above.rstrip(" \\")
                    self.found.append(BlockText(said, start, "quotation", begins=begins))
                    begins = False
                text, line = f"— {below.strip()[found.end() :]}", start + text.count("\n")
            self.found.append(BlockText(text, line, "quotation", begins=begins))
            begins = False

    def _table(self, node: SyntaxTreeNode) -> None:
        head, *bodies = node.children
        rows = [row for body in bodies for row in body.children]
        cells = head.children[0].children
        aligns = tuple(_align(cell) for cell in cells)
        start = node.map[0] if node.map else 0
        caption, held = None, []
        for row in rows:
            line = row.map[0] if row.map else 0
            raw = self.line(line)
            columns = _columns(raw)
            if len(columns) == 1 and (found := _CAPTION.match(raw)):
                caption = CellText(raw[found.end() :], line)
                continue
            if len(columns) > len(cells):
                self.faults.append(Fault("long row", raw, line))
                row_cells = tuple(CellText(one.strip(), line) for one in columns)
                held.append((*row_cells[: len(cells) - 1], _rest(row_cells[len(cells) - 1 :])))
                continue
            held.append(tuple(CellText(self._inline(cell), line) for cell in row.children))
        header = tuple(CellText(self._inline(cell), start) for cell in cells)
        if not held:
            self.faults.append(Fault("broken table", self.line(start), start))
        self.found.append(TableText(start, caption, aligns, header, tuple(held)))

    def _unsupported(
        self, node: SyntaxTreeNode, kind: str, around: BlockText | None = None
    ) -> None:
        """Report a block that is not printed as such, and keep its words as paragraphs."""
        start, end = node.map or (0, 0)
        self.faults.append(Fault(kind, self.line(start), start))
        text = "\n".join(line.strip() for line in self.lines[start:end]).strip()
        made = BlockText(text, start)
        self.found.append(replace(around, text=text, line=start) if around else made)

    def _inline(self, node: SyntaxTreeNode) -> str:
        return node.children[0].content.strip() if node.children else ""


def _columns(row: str) -> list[str]:
    """Return the cells that are typed in a row: all of them, where the table has fewer columns."""
    columns = escapedSplit(row)
    return columns[columns[0] == "" : len(columns) - (columns[-1] == "")]


def _rest(cells: Sequence[CellText]) -> CellText:
    return CellText(" ".join(cell.text for cell in cells), cells[0].line)


def _align(cell: SyntaxTreeNode) -> Align:
    said = str(cell.attrs.get("style", ""))
    return "right" if "right" in said else "center" if "center" in said else "left"


def _with_captions(found: Sequence[TextBlock], faults: list[Fault]) -> Iterator[TextBlock]:
    """Yield blocks, the paragraph that captions a table beside it within that table."""
    at = 0
    while at < len(found):
        block, following = found[at], found[at + 1] if at + 1 < len(found) else None
        at += 1
        if _lacks_caption(block) and (caption := _caption(following)):
            block, at = replace(block, caption=caption), at + 1
        elif _lacks_caption(following) and (caption := _caption(block)):
            block, at = replace(following, caption=caption), at + 1
        if isinstance(block, TableText) and block.caption:
            faults += _caption_faults(block.caption)
        yield block


def _caption_faults(caption: CellText) -> Iterator[Fault]:
    if attributes := _ATTRIBUTES.search(caption.text):
        yield Fault("attributes", attributes[0].strip(), caption.line)


def _lacks_caption(block: TextBlock | None) -> TypeGuard[TableText]:
    return isinstance(block, TableText) and block.caption is None


def _caption(block: TextBlock | None) -> CellText | None:
    if not isinstance(block, BlockText) or block.kind != "paragraph":
        return None
    found = _CAPTION.match(block.text)
    return CellText(block.text[found.end() :], block.line) if found else None
