"""Join paragraphs that a page break or something set between them has split."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.languages.lexicon import Lexicon
from briefgen.load.article.blocks import Block, Piece, tidied
from briefgen.load.article.boilerplate import goes_on


def joined(blocks: Sequence[Block], lexicon: Lexicon | None) -> tuple[Block, ...]:
    """Return the blocks with split paragraphs as one, which says where it was split.

    A paragraph is split where it breaks off without the end of a sentence, and the next text of
    the body goes on: with a small letter, or after a word that cannot end a sentence. What stands
    between them must be left out anyway; a heading, a list or a table is not.
    """
    made: list[Block] = []
    last: int | None = None
    for block in blocks:
        if block.aside or block.kind in ("rule", "note", "caption"):
            made.append(block)
            continue
        if last is not None and block.kind == "paragraph" and goes_on(made[last], block, lexicon):
            made[last] = _together(made[last], block)
            continue
        made.append(block)
        last = len(made) - 1 if block.kind in ("paragraph", "item") else None
    return tuple(made)


def _together(block: Block, after: Block) -> Block:
    place = len(block.text) + 1
    pieces = tidied([*block.pieces, Piece(" "), *after.pieces])
    return replace(block, pieces=pieces, joins=(*block.joins, place))
