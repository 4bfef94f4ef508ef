"""Marks of notes that have run into the text: "consumption.63 Shellfish", as converters leave them.

Numbers behind the end of a sentence or phrase are marks where they rise through the article one by
one, as those of notes do and figures do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.article.blocks import Block, Piece, tidied
from briefgen.pattern import late_pattern

LEAST_MARKS = 5
"""Marks in an article, from which on they are known."""

WIDEST_STEP = 3
"""Notes on average between one mark and the next: some stand in what was left out."""

_CLOSE = "[\"'\u201d\u2019\u00bb)\\]]"
_MARK = late_pattern(
    rf"(?:(?<=[^\W\d_]|%)(?:[.,;:!?]{_CLOSE}*|{_CLOSE}+[.,;:!?]?)|(?<=\d)(?:[.;!?]{_CLOSE}*|{_CLOSE}+))"
    r"(\d{1,3})(?:(?:,\s?|[\u2013-])\d{1,3})*(?=\s|[.,;:!?)]|$)"
)
_KINDS = ("paragraph", "item", "quotation")


class _Mark(Struct, frozen=True):
    """A number that may be the mark of a note: its block, and where it stands there.

    One that is doubtful stands behind a figure, "2010.72", and may be a decimal.
    """

    block: int
    start: int
    end: int
    number: int
    is_doubtful: bool = False


def without_note_marks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks without the marks of notes that stand in their text as plain figures."""
    found = [
        _Mark(
            place,
            match.start(1),
            match.end(),
            int(match[1]),
            _is_doubtful(block.text, match.start()),
        )
        for place, block in enumerate(blocks)
        if block.kind in _KINDS and block.aside is None
        for match in _MARK.finditer(block.text)
    ]
    marks = _with_doubtful(_rising([one for one in found if not one.is_doubtful]), found)
    if len(marks) < LEAST_MARKS or marks[-1].number - marks[0].number > len(marks) * WIDEST_STEP:
        return tuple(blocks)
    made = list(blocks)
    for mark in reversed(marks):
        block = made[mark.block]
        made[mark.block] = replace(block, pieces=_cut(block.pieces, mark.start, mark.end))
    return tuple(made)


def _is_doubtful(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit()


def _with_doubtful(marks: Sequence[_Mark], found: Sequence[_Mark]) -> list[_Mark]:
    """Return marks with the doubtful ones that fit between their neighbours."""
    places = {(one.block, one.start) for one in marks}
    following = iter([*marks, None])
    made: list[_Mark] = []
    last, after = 0, next(following)
    for one in found:
        if (one.block, one.start) in places:
            made.append(one)
            last, after = one.number, next(following)
        elif one.is_doubtful and _fits(one.number, last, after.number if after else None):
            made.append(one)
            last = one.number
    return made


def _fits(number: int, last: int, following: int | None) -> bool:
    """Whether a doubtful mark counts on from the one before, or up to the one after."""
    if following is None:
        return number == last + 1
    near = number - last <= WIDEST_STEP or following - number == 1
    return last < number < following and near


def _rising(found: Sequence[_Mark]) -> list[_Mark]:
    """Return the longest run of marks whose numbers rise, in n log n steps."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for place, mark in enumerate(found):
        at = bisect_left(tails, mark.number)
        before.append(ends[at - 1] if at else None)
        tails[at : at + 1], ends[at : at + 1] = [mark.number], [place]
    chain: list[_Mark] = []
    last = ends[-1] if ends else None
    while last is not None:
        chain.append(found[last])
        last = before[last]
    return chain[::-1]


def _cut(pieces: Sequence[Piece], start: int, end: int) -> tuple[Piece, ...]:
    made, at = [], 0
    for piece in pieces:
        first, last = max(0, start - at), max(0, end - at)
        made.append(replace(piece, text=piece.text[:first] + piece.text[last:]))
        at += len(piece.text)
    return tidied(made)
