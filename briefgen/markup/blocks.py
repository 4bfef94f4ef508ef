"""The blocks of a longer text: paragraphs, lists, block quotations and tables.

markdown-it-py reads them. What is theirs in Markdown and not ours is found here, too: a heading, a
block of code, a list within a list within a list. Its words stay: they become paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.markup.block import BlockText, Fault, Kind, ParsedText, TextBlock
from briefgen.markup.tables import inline, read_table, with_captions
from briefgen.pattern import late_pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_MAY_BE_BLOCKS = late_pattern(r"\n|^[#>*+\-\d`~_=|•‣◦▪●■(]")

_HEADED = late_pattern(
    r"(?:(?:[^\s#>*+\-\d`~_=|:\0][^|\n\t\r\0]*+|\#{1,6} [^\n\r\t\0#|]*[^\s\0#|])?(?:\n|\Z))*+"
)
"""Paragraphs and headings with nothing else, such as a content template makes."""

_TYPED_BULLET = late_pattern(r"^[ \t]*[•‣◦▪●■][ \t\u00a0]", re.MULTILINE)
_LETTERED = late_pattern(r"^[ \t]*\(?([a-z]|[ivx]+)[.)][ \t]", re.MULTILINE)
_LETTERS = {"a": "b", "i": "ii"}
"""Letters that begin a list, where the next one follows."""

_INTRODUCED = late_pattern(r"(?:\A|:[ \t]*\n|\n[ \t]*\n)\Z")
_WINDOW = 40
"""Where a list with letters is taken for one: at the beginning, after a colon or a blank line, and
not where a sentence is wrapped."""

_PIPES = late_pattern(r"^[ \t]*\|.*\|[ \t]*\n[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_RULED = late_pattern(r"^[ \t]*(?:\+[-=+:]{3,}\+|\|?[ \t]*:?-+:?[ \t]*\|[-|: \t]*)$", re.MULTILINE)
"""The line below the head of a table, or a line of one that is drawn with `+`."""

_WORD = r"(?:[\"'“‘«(*_]|\[[@#>]?)*[^\W\d_]"
"""How text begins that is no number and no sign: with a letter, a mark or a reference."""

_QUOTED = late_pattern(rf"\s*>\s?(?:> ?)*{_WORD}")
_DASHED = late_pattern(rf"\s*[-+]\s+{_WORD}")
_YEAR = 1000
_TASK = late_pattern(r"\s*[-*+]\s+\[[ xX]\]\s")
_LISTS = ("bullet_list", "ordered_list")

_SPEAKER = late_pattern(r"(?:[—–]|--)[ \t]*(?=\S)")
"""How the last line of a block quotation begins if it names the speaker."""


@kept(1)
def _parser() -> MarkdownIt:
    """Return a parser that reads blocks only."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - few texts need it

    parser = MarkdownIt("zero")
    parser.enable(
        ["blockquote", "fence", "heading", "hr", "lheading", "list", "paragraph", "table"]
    )
    parser.disable("inline")
    for ruler in (parser.core.ruler, parser.block.ruler):
        ruler.getRules("")  # before any thread has it: see `parser.light_markdown`
    return parser


def blocks(text: str, *, literal: bool = False) -> tuple[TextBlock, ...]:
    """Return the blocks of a text, in its order. Lines are counted from 0.

    What only looks like a block is text, unless it is `literal`, as that of content templates:
    `- 3 °C`, `* note`, `2019. A year`, `> 3 %`.
    """
    return parsed(text, literal=literal).blocks


@kept(2048)
def parsed(text: str, *, literal: bool = False) -> ParsedText:
    """Return the same with what is wrong in the text."""
    if not _MAY_BE_BLOCKS.search(text):
        return ParsedText((BlockText(text, 0),) if text.strip() else ())
    reading = _Reading(text.split("\n"), literal)
    if _HEADED.fullmatch(text):
        reading.read_headed()
    else:
        from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 - few texts need it

        reading.read(SyntaxTreeNode(_parser().parse(text)))
    found = tuple(with_captions(reading.found, reading.faults))
    return ParsedText(found, (*reading.faults, *_typed(text, reading)))


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
            if self._is_within(node):
                self.faults.append(Fault("list indented too little", self.line(start), start))
            match node.type:
                case "bullet_list" | "ordered_list":
                    self._list(node, 1)
                case "blockquote":
                    self._quotation(node)
                case "table":
                    self.found.append(read_table(node, self.lines, self.faults))
                case "heading":
                    self.found.append(BlockText(inline(node), start, "heading"))
                case _:
                    self._unsupported(node, "rule" if node.type == "hr" else "code")

    def read_headed(self) -> None:
        """Read a text that matches `_HEADED`, as `read` would."""
        start: int | None = None
        for at, line in enumerate([*self.lines, ""]):
            if line and line[0] != "#":
                start = at if start is None else start
                continue
            if start is not None:
                self._paragraph("\n".join(self.lines[start:at]).strip(), start, at)
                start = None
            if line:
                self.open_until = None
                self.found.append(BlockText(line.lstrip("#").strip(), at, "heading"))

    def _is_within(self, node: SyntaxTreeNode) -> bool:
        """Whether an item above was meant to hold a list, and does not for want of spaces."""
        before, start = node.previous_sibling, node.map[0] if node.map else 0
        if before is None or {node.type, before.type} - set(_LISTS):
            return False
        return self.lines[start][:1].isspace() and before.map is not None and before.map[1] == start

    def _holds_next(self, node: SyntaxTreeNode) -> bool:
        return node.next_sibling is not None and self._is_within(node.next_sibling)

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
        if node.type not in _LISTS or self._is_within(node) or self._holds_next(node):
            return False
        if _TASK.match(line):
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
                self.found.append(replace(item, text=inline(node), line=start))
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
            text, line = inline(child), start
            above, _, below = text.rpartition("\n")
            if at == last and (found := _SPEAKER.match(below.strip())):
                if above:
                    said = above.rstrip(" \\")
                    self.found.append(BlockText(said, start, "quotation", begins=begins))
                    begins = False
                text, line = f"— {below.strip()[found.end() :]}", start + text.count("\n")
            self.found.append(BlockText(text, line, "quotation", begins=begins))
            begins = False

    def _unsupported(
        self, node: SyntaxTreeNode, kind: str, around: BlockText | None = None
    ) -> None:
        """Report a block that is not printed as such, and keep its words as paragraphs."""
        start, end = node.map or (0, 0)
        self.faults.append(Fault(kind, self.line(start), start))
        text = "\n".join(line.strip() for line in self.lines[start:end]).strip()
        made = BlockText(text, start)
        self.found.append(replace(around, text=text, line=start) if around else made)
