"""Late-bound inline nodes and citations of any block, looked at or replaced by others.

So is an item that turns out to be the only one of its section, and is a paragraph then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from briefgen.pattern import late_pattern
from briefgen.types.block import Block, Paragraph
from briefgen.types.block_prose import map_proses, proses
from briefgen.types.prose import (
    Fixed,
    Inline,
    LateBound,
    NoteMark,
    Prose,
    inlines,
    map_inlines,
    text_of,
)
from briefgen.types.role import Role

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


_SENTENCE_END = late_pattern(r"[.?!…][\"'”’»)\]]*\s")
_STOP = late_pattern(r"[.?!…][\"'”’»)\]]*$")


def cited_once(prose: Prose) -> Prose:
    """Return prose in which marks that a sentence has twice stand at the last of these places.

    "withdraw,² … support² … best".²" says three times what the last mark says of all of it.
    """
    groups = [*_marked(prose)]
    dropped: set[int] = set()
    for (start, end), (following, last) in pairwise(groups):
        between = text_of(prose[end:following])
        ended = _SENTENCE_END.search(between) or _STOP.search(text_of(prose[:start]))
        if not ended and prose[start:end] == prose[following:last]:
            dropped.update(range(start, end))
    if not dropped:
        return prose
    return tuple(node for at, node in enumerate(prose) if at not in dropped)


def _marked(prose: Prose) -> Iterator[tuple[int, int]]:
    """Yield where each run of marks begins and ends among the nodes."""
    for is_mark, run in groupby(range(len(prose)), lambda at: isinstance(prose[at], NoteMark)):
        if is_mark:
            places = [*run]
            yield places[0], places[-1] + 1


PLACES = ""
"""What stands for all places in the article among acronyms that are spelt out once: none is it."""


def only_item(blocks: Iterable[Block]) -> Block | None:
    """Return the point that is the only item of a section, if there is one: it is no list."""
    items = [one for one in blocks if isinstance(one, Paragraph) and one.item]
    is_alone = len(items) == 1 and items[0].item == "bullet" and items[0].origin.point is not None
    return items[0] if is_alone else None


def unlisted(block: Block) -> Block:
    """Return an item as a paragraph, which takes no more lines."""
    return replace(block, role=Role.BODY, item=None) if isinstance(block, Paragraph) else block
