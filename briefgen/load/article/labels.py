"""The numbers that an article gives its paragraphs, as reports and judgments do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from briefgen.load.article.blocks import Block, Piece, tidied
from briefgen.load.article.boilerplate import is_prose
from briefgen.pattern import late_pattern

LEAST_LABELLED = 5
"""Paragraphs with a number of their own, from which on the article may count them."""

LABELLED = 0.5
"""Share of the body that bears numbers where nothing stands between the numbered paragraphs."""

LABELLED_AMONG, SPREAD, WORDS = 0.15, 0.6, 25
"""The same where quotations and lists stand between them: then numbers reach over most of the body,
and those that bear them are whole paragraphs, with so many words on average."""

_LABEL = late_pattern(r"(\d{1,3}(?:\.\d{1,3}){0,2})[.)]?\s+(?=[^\W\d_a-z\"\u201c\u2018'])")


def labelled(blocks: Sequence[Block], used: Collection[int]) -> list[Block]:
    """Return the blocks with the numbers that the article gives its paragraphs, if it does.

    A list whose items are whole paragraphs, in an article that is made of them, is none. What
    follows a numbered paragraph, up to the next, belongs to its number.
    """
    body = [
        place
        for place, block in enumerate(blocks)
        if block.aside is None and place not in used and is_prose(block)
    ]
    found = {place: label for place in body if (label := _own_label(blocks[place]))}
    made = list(blocks)
    chain = found if _are_most(found, body) else _rising(found)
    if chain is not found and not _reach(chain, body, blocks):
        chain = {}
    label = None
    for place, block in enumerate(blocks):
        if place in chain:
            label = chain[place]
            made[place] = _as_paragraph(block, label)
        elif block.kind != "note" and block.label != label:
            made[place] = replace(block, label=label)
    return made


def _are_most(found: Mapping[int, str], body: Sequence[int]) -> bool:
    return len(found) >= max(LEAST_LABELLED, len(body) * LABELLED)


def _reach(chain: Mapping[int, str], body: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Whether rising numbers are those of paragraphs, and of no list somewhere in the article."""
    if len(chain) < max(LEAST_LABELLED, len(body) * LABELLED_AMONG):
        return False
    places = [body.index(place) for place in (min(chain), max(chain))]
    words = sum(len(blocks[place].text.split()) for place in chain)
    return places[1] - places[0] >= (len(body) - 1) * SPREAD and words >= WORDS * len(chain)


def _rising(found: Mapping[int, str]) -> dict[int, str]:
    """Return the longest run of labels that rise: those of a list within a paragraph are left out.

    The way of patience sorting, in n log n steps.
    """
    tails: list[tuple[int, ...]] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place, label in sorted(found.items()):
        key = tuple(map(int, label.split(".")))
        at = bisect_left(tails, key)
        before[place] = ends[at - 1] if at else None
        tails[at : at + 1], ends[at : at + 1] = [key], [place]
    chain, place_or_none = {}, ends[-1] if ends else None
    while place_or_none is not None:
        chain[place_or_none] = found[place_or_none]
        place_or_none = before[place_or_none]
    return chain


def _as_paragraph(block: Block, label: str) -> Block:
    pieces = block.pieces
    if block.label is None:
        match = _LABEL.match(block.text)
        assert match is not None
        pieces = _without_start(pieces, match.end())
    return replace(block, kind="paragraph", pieces=pieces, label=label)


def _own_label(block: Block) -> str | None:
    if block.kind == "item":
        return block.label
    found = _LABEL.match(block.text) if block.kind == "paragraph" else None
    return found[1] if found else None


def _without_start(pieces: Sequence[Piece], length: int) -> tuple[Piece, ...]:
    made = []
    for piece in pieces:
        made.append(replace(piece, text=piece.text[length:]))
        length = max(0, length - len(piece.text))
    return tidied(made)
