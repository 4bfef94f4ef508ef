"""Numbers that stand in an article and are none of its text: of paragraphs, and marks of notes.

Converters leave marks in the text: "consumption.63 Shellfish". Numbers behind the end of a sentence
or phrase are marks where they rise through the article one by one, as figures do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
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
    chain = found if _are_most(found, body) else _mostly_rising(found)
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


def _mostly_rising(found: Mapping[int, str]) -> dict[int, str]:
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
