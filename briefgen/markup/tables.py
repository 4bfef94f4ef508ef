"""Tables of Markdown with a head, aligned columns and a caption, as Pandoc writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeGuard

from msgspec.structs import replace

from briefgen.markup.block import Align, BlockText, CellText, Fault, TableText, TextBlock
from briefgen.pattern import late_pattern

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

MOST_COLUMNS = 20
"""More have no room for a word, and Word opens no table of more than 63."""

_CAPTION = late_pattern(r"(?:[Tt]able)?:[ \t]+(?=\S)")
_ATTRIBUTES = late_pattern(r"[ \t]*\{[^{}\n]*\}$")


def inline(node: SyntaxTreeNode) -> str:
    """Return the text of a paragraph or cell."""
    return node.children[0].content.strip() if node.children else ""


def read_table(node: SyntaxTreeNode, lines: Sequence[str], faults: list[Fault]) -> TableText:
    """Return a table, and add what is wrong with it to `faults`.

    A last row that begins as a caption is one, as no blank line need part them.
    """
    head, *bodies = node.children
    names = head.children[0].children
    start = node.map[0] if node.map else 0
    caption, rows = None, []
    for row in (row for body in bodies for row in body.children):
        line = row.map[0] if row.map else 0
        typed = _columns(lines[line].strip())
        if len(typed) == 1 and (found := _CAPTION.match(lines[line].strip())):
            caption = CellText(lines[line].strip()[found.end() :], line)
        elif len(typed) > len(names):
            faults.append(Fault("long row", lines[line].strip(), line))
            kept, rest = typed[: len(names) - 1], typed[len(names) - 1 :]
            cells = (*kept, " ".join(cell.strip() for cell in rest))
            rows.append(tuple(CellText(cell.strip(), line) for cell in cells))
        else:
            rows.append(tuple(CellText(inline(cell), line) for cell in row.children))
    if len(names) > MOST_COLUMNS:
        faults.append(Fault("too many columns", lines[start].strip(), start))
    if not rows:
        faults.append(Fault("broken table", lines[start].strip(), start))
    header = tuple(CellText(inline(cell), start) for cell in names)
    aligns = (_align(name, _column(rows, number)) for number, name in enumerate(names))
    return TableText(start, caption, tuple(aligns), header, tuple(rows))


def _columns(row: str) -> list[str]:
    """Return the cells that are typed in a row: all of them, where the table has fewer columns."""
    from markdown_it.rules_block.table import escapedSplit  # noqa: PLC0415 - where a table is

    columns = escapedSplit(row)
    return columns[columns[0] == "" : len(columns) - (columns[-1] == "")]


def _column(rows: Sequence[tuple[CellText, ...]], number: int) -> list[str]:
    return [row[number].text for row in rows if number < len(row)]


_NUMBER = late_pattern(
    r"[+−-]?(?:[A-Z]{0,3}[$£€¥][ \u00a0]?)?(?:\d[\d.,  \u00a0\u202f]*|\[#[a-z0-9-]+\])"
    r"(?:[ \u00a0\u202f]?[%‰€])?"
)
_EMPTY = frozenset({"", "–", "—", "-", "…"})


def _align(name: SyntaxTreeNode, cells: Sequence[str]) -> Align:
    """Return how a column is aligned: as it says, and else numbers so that digits stand below."""
    said = str(name.attrs.get("style", ""))
    if not said:
        typed = [cell for cell in cells if cell not in _EMPTY]
        return "right" if typed and all(map(_NUMBER.fullmatch, typed)) else "left"
    return "right" if "right" in said else "center" if "center" in said else "left"


def with_captions(found: Sequence[TextBlock], faults: list[Fault]) -> Iterator[TextBlock]:
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


LINE = 84.0
"""Digits of a line of a table in small type, in the narrowest main column of the built-in themes.
Where there is more room, every column has more."""

_PADDING = 2.5
"""What the white space of a cell takes, in digits."""

_WORD = 20.0
"""A longer word may be parted, so a column need not be as wide as it is."""

_FEW = 8
"""So many characters of a cell stay on a line."""

_STEP = 2.0
"""How much width is given at a time."""

_NARROW, _WIDE = frozenset("fijlrtI.,;:'’!|()[] /-"), frozenset("mwMW@%—…")
_BOLD = 1.1
_PIECE = late_pattern(r"[^\s/–—-]+[/–—-]?")
"""What stands between places where a line may end."""


def column_shares(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the relative widths of the columns of a table, given the texts of its cells.

    Where a line holds every cell, columns are as wide as theirs. Else each has its longest word,
    and what is left goes, little by little, to where the rows are highest.
    """
    widths = [[_width(cell) * _BOLD for cell in head], *([*map(_width, row)] for row in rows)]
    longest = [max(column) + _PADDING for column in zip(*widths, strict=True)]
    if sum(longest) <= LINE:
        return _whole(longest)
    shares = _least(head, rows)
    for _ in range(int((LINE - sum(shares)) // _STEP)):
        shares[_highest(widths, shares)] += _STEP
    return _whole(shares)


def least_width(head: Sequence[str], rows: Sequence[Sequence[str]]) -> float:
    """Return the width that a table needs for its words to stay whole. There is that of `LINE`."""
    return sum(_least(head, rows))


def _least(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    words = [max(map(_longest_word, column)) for column in zip(head, *rows, strict=True)]
    heads = [_longest_word(cell) * _BOLD for cell in head]
    return [min(max(pair), _WORD) + _PADDING for pair in zip(words, heads, strict=True)]


def _highest(widths: Sequence[Sequence[float]], shares: Sequence[float]) -> int:
    """Return the column that makes rows lowest if it gets a little wider."""
    gains = [0.0] * len(shares)
    for row in widths:
        lines = [width / share for width, share in zip(row, shares, strict=True)]
        at = max(range(len(lines)), key=lines.__getitem__)
        if lines[at] > 1:
            gains[at] += lines[at] / shares[at]
    return max(range(len(gains)), key=gains.__getitem__)


def _whole(shares: Sequence[float]) -> tuple[int, ...]:
    return tuple(round(10 * share) for share in shares)


def _width(text: str) -> float:
    """Return about how wide a text is, in digits."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return 0.6
    if letter in _WIDE:
        return 1.7
    return 1.25 if letter.isupper() else 1.0


def _longest_word(text: str) -> float:
    """Return the width of the longest word. A few characters are one: 1.8 %."""
    if len(text) <= _FEW:
        return _width(text)
    return max((_width(piece) for piece in _PIECE.findall(text)), default=0.0)
