"""An article in plain text: paragraphs between empty lines, headings by how they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.load.article.blocks import Block, ReadFile, linked_pieces

HEADING_WORDS = 14
"""A longer line is no heading."""

WRAPPED = 100
"""Characters up to which lines are taken to be wrapped by hand."""

_UNDERLINE = re.compile(r"[=\-~]{3,}\s*")
_BULLET = re.compile(r"\s*(?:[-*\u2022\u2013]|(\d{1,3})[.)])\s+")
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)]*$")


def read_plain(text: str) -> ReadFile:
    """Return the blocks of a plain text. A form feed begins a page, as in text made of a PDF."""
    blocks: list[Block] = []
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    for number, page in enumerate(pages, 1):
        page_number = number if len(pages) > 1 else None
        blocks.extend(_blocks(page, page_number))
    return ReadFile(tuple(blocks))


def _blocks(text: str, page: int | None) -> Iterator[Block]:
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    unwrapped = bool(filled) and max(map(len, filled)) > WRAPPED * 2 and "" not in lines[1:-1]
    for group in ([line] for line in filled) if unwrapped else _groups(lines):
        yield from _block(group, page)


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """Yield lines that belong together: between empty lines, and from one bullet to the next."""
    group: list[str] = []
    for line in lines:
        if not line.strip() or (_BULLET.match(line) and group):
            if group:
                yield group
            group = [line] if line.strip() else []
        else:
            group.append(line)
    if group:
        yield group


def _block(group: list[str], page: int | None) -> Iterator[Block]:
    if len(group) > 1 and _UNDERLINE.fullmatch(group[1]):
        level = 1 if group[1].startswith("=") else 2
        yield Block("heading", linked_pieces(group[0]), level, page)
        group = group[2:]
    if not group:
        return
    if _UNDERLINE.fullmatch(group[0]) and len(group) == 1:
        yield Block("rule", page=page)
        return
    if (bullet := _BULLET.match(group[0])) and len(group[0]) > bullet.end():
        pieces = linked_pieces("\n".join([group[0][bullet.end() :], *group[1:]]))
        yield Block("item", pieces, page=page, label=bullet[1])
        return
    words = " ".join(group).split()
    ended = _SENTENCE_END.search(group[0].strip())
    if len(group) == 1 and len(words) <= HEADING_WORDS and not ended:
        yield Block("heading", linked_pieces(group[0]), 2, page)
        return
    yield Block("paragraph", linked_pieces("\n".join(group)), page=page)
