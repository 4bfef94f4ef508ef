"""Late-bound inline nodes of any block, looked at or replaced by others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefgen.types.block import Block
from briefgen.types.block_prose import map_proses, proses
from briefgen.types.prose import Fixed, Inline, LateBound, inlines, map_inlines

Rewrite = Callable[[LateBound], Sequence[Inline]]
"""What stands instead of a node, which may be the node itself."""


def deferred(block: Block) -> Iterator[LateBound]:
    """Yield the acronyms, citations, note marks and pointers of a block, in reading order."""
    for prose in proses(block):
        for node in inlines(prose):
            if isinstance(node, LateBound):
                yield node


def rewritten(block: Block, rewrite: Rewrite) -> Block:
    """Return a block with its late-bound nodes replaced, in reading order.

    A block in which nothing changes is returned as it is.
    """

    def change(node: Fixed | LateBound) -> Sequence[Inline]:
        return rewrite(node) if isinstance(node, LateBound) else (node,)

    return map_proses(block, lambda prose: map_inlines(prose, change))
