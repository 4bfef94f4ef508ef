"""Tables of Markdown with a head, aligned columns and a caption, as Pandoc writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode
from msgspec.structs import replace

from briefgen.markup.block import Align, BlockText, CellText, Fault, TableText, TextBlock
from briefgen.pattern import late_pattern

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
