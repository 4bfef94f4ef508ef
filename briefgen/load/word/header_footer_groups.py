"""Loops and conditions over whole paragraphs and rows of a template's own text.

A tag that stands alone in its paragraph, or in its row, opens or closes one. A row may also hold
both itself. `render/docx/loops.py` reads the same of the XML.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from msgspec.structs import replace

from briefgen.sandbox.fields import (
    GROUP_ENDS,
    TAG_CLOSES,
    TAG_OPENS,
    loop_names,
    tag_alone,
    without_marks,
)
from briefgen.types.header_footer import (
    Conditional,
    Group,
    HeaderFooterParagraph,
    HeaderFooterRow,
    HeaderFooterText,
    Loop,
)

Block = TypeVar("Block")


class GroupError(Exception):
    """A tag that does not fit the others. `where` is its place."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__(message)
        self.message = message
        self.where = where


@dataclass
class _Open(Generic[Block]):
    """A group that is not closed yet."""

    tag: str
    where: str
    inner: list[Block | Group[Block]] = field(default_factory=list)
    otherwise: list[Block | Group[Block]] | None = None

    @property
    def kind(self) -> str:
        return self.tag.split(" ", 1)[0]

    def add(self, block: Block | Group[Block]) -> None:
        (self.inner if self.otherwise is None else self.otherwise).append(block)

    def closed(self) -> Group[Block]:
        if self.kind == "if":
            condition = self.tag.removeprefix("if").strip()
            otherwise = tuple(self.otherwise or ())
            return Conditional(condition, tuple(self.inner), otherwise, self.where)
        _, name, _, listed = self.tag.split()
        return Loop(name, listed, tuple(self.inner), self.where)


def grouped(blocks: Iterable[Block]) -> tuple[Block | Group[Block], ...]:
    """Return blocks with what stands between tags in groups, the tags themselves gone.

    Rows come before what their cells hold, as a row may hold its tags in several of them.

    Raises:
        GroupError: a tag that is not closed, closes nothing or cannot be read.
    """
    found: list[Block | Group[Block]] = []
    opened: list[_Open[Block]] = []

    def add(block: Block | Group[Block]) -> None:
        if opened:
            opened[-1].add(block)
        else:
            found.append(block)

    for block in blocks:
        words, where = _words(block)
        tag = tag_alone(words)
        name = tag.split(" ", 1)[0]
        if name in ("for", "if"):
            opened.append(_opened(tag, where))
        elif name in ("else", "elif", *GROUP_ENDS):
            if not opened or opened[-1].kind != GROUP_ENDS.get(name, "if"):
                raise GroupError(f'"{{% {tag} %}}" closes nothing that is open here', where)
            if name in GROUP_ENDS:
                add(opened.pop().closed())
            elif name == "elif" or opened[-1].otherwise is not None:
                raise GroupError(f'"{{% {tag} %}}" has no place here', where)
            else:
                opened[-1].otherwise = []
        else:
            add(_own_group(block) or _with_groups(block))
    if opened:
        message = f'"{{% {opened[-1].tag} %}}" is not closed where it was opened'
        raise GroupError(message, opened[0].where)
    return tuple(found)


def words_of(paragraph: HeaderFooterParagraph) -> str:
    """Return the words of a paragraph, its fields as they are."""
    if paragraph.source:
        return without_marks(paragraph.source)
    return "".join(one.text for one in paragraph.parts if isinstance(one, HeaderFooterText))


def _words(block: object) -> tuple[str, str]:
    """Return the words of a paragraph or row, and where it stands."""
    if isinstance(block, HeaderFooterParagraph):
        return words_of(block).strip(), block.where
    if isinstance(block, HeaderFooterRow):
        paragraphs = [one for cell in block.cells for one in cell.paragraphs]
        if all(isinstance(one, HeaderFooterParagraph) for one in paragraphs):
            own = [one for one in paragraphs if isinstance(one, HeaderFooterParagraph)]
            return "".join(map(words_of, own)).strip(), own[0].where if own else ""
    return "", ""


def _opened(tag: str, where: str) -> _Open[Block]:
    if tag.split(" ", 1)[0] == "for" and loop_names(tag) is None:
        raise GroupError(f'"{{% {tag} %}}" is no loop: {{% for fact in facts %}} is', where)
    return _Open(tag, where)


def _own_group(row: Block) -> Group[Block] | None:
    """Return the group of a row that opens at its beginning and closes at its end."""
    if not isinstance(row, HeaderFooterRow):
        return None
    filled = [
        one
        for cell in row.cells
        for one in cell.paragraphs
        if isinstance(one, HeaderFooterParagraph) and words_of(one).strip()
    ]
    if len(filled) < 2:  # noqa: PLR2004 - one paragraph loops within itself
        return None
    first, last = filled[0], filled[-1]
    end, start = first.source.find(TAG_CLOSES) + 2, last.source.rfind(TAG_OPENS)
    tag = tag_alone(without_marks(first.source[:end]).strip())
    close = tag_alone(without_marks(last.source[max(0, start) :]).strip())
    kind = tag.split(" ", 1)[0] if tag else ""
    if kind not in ("for", "if") or GROUP_ENDS.get(close) != kind or f"end{kind}" in first.source:
        return None
    marks = first.source[: first.source.find(TAG_OPENS)]
    changed = {
        id(first): replace(first, source=marks + first.source[end:]),
        id(last): replace(last, source=last.source[:start]),
    }
    cells = tuple(
        replace(cell, paragraphs=tuple(changed.get(id(one), one) for one in cell.paragraphs))
        for cell in row.cells
    )
    group: _Open[Block] = _opened(tag, first.where)
    group.add(_with_groups(replace(row, cells=cells)))
    return group.closed()


def _with_groups(block: Block) -> Block:
    """Return a row with what stands between tags in its cells in groups, another block as it is."""
    if not isinstance(block, HeaderFooterRow):
        return block
    cells = []
    for cell in block.cells:
        paragraphs = (one for one in cell.paragraphs if isinstance(one, HeaderFooterParagraph))
        cells.append(replace(cell, paragraphs=grouped(paragraphs)))
    return replace(block, cells=tuple(cells))
