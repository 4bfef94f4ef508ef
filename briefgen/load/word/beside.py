"""Paragraphs of a Word file that no bookmark holds: were they written, and whose are they else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from briefgen.ooxml.text import Story
from briefgen.pattern import late_pattern
from briefgen.types.identity import outside_digest, text_digest


class Outside(Struct, frozen=True):
    """A paragraph outside points as it was written: its digest, and below how many points."""

    digest: str
    after: int


class Beside(Struct):
    """What became of the paragraphs outside bookmarks.

    `added` are those that were put into a point, by its number from 0; `changed` read otherwise
    than what was written outside points, and `gone` counts what was written there and is not there.
    """

    added: dict[int, set[int]] = field(default_factory=dict)
    changed: list[int] = field(default_factory=list)
    gone: int = 0


class _Gap(Struct):
    """What stands between two paragraphs of points, which are numbered from 1.

    `above` is 0 before all points, `below` one more than there are points behind all of them.
    """

    above: int
    below: int
    paragraphs: list[int]
    written: list[str]
    kept: dict[int, str] = field(default_factory=dict)
    """The digests of the paragraphs that read as they were written here."""
    missing: Counter[str] = field(default_factory=Counter)
    """How often a digest that was written here is not found here."""


def beside(
    story: Story, marked: Sequence[set[int]], outside: Sequence[Outside], *, in_order: bool
) -> Beside:
    """Return what became of paragraphs that no bookmark of a point holds.

    One that reads as it was written outside points is one of those. Any other is of a point if it
    stands within it, or directly below or above it: between its last paragraph and the first that
    was written under it, or over the next. Where it may as well be one of those, changed, it
    stays outside. Where points are not known to be `in_order`, only what is within one is its own.
    """
    gaps = [*_gaps(story, marked, outside)]
    left = Counter(one.digest for one in outside)
    found = Beside()
    for gap in gaps:
        gap.missing = Counter(gap.written)
        for at, digest in _said(gap, story):
            if gap.missing[digest] and left[digest]:
                gap.missing[digest] -= 1
                left[digest] -= 1
                gap.kept[at] = digest
    for gap in gaps:
        for at, digest in _said(gap, story):
            if at in gap.kept:
                continue
            if left[digest]:
                left[digest] -= 1
            elif (number := _owner(gap, at, len(marked) if in_order else 0)) is not None:
                found.added.setdefault(number, set()).add(at)
            else:
                found.changed.append(at)
    found.gone = left.total()
    return found


def _gaps(story: Story, marked: Sequence[set[int]], outside: Sequence[Outside]) -> Iterator[_Gap]:
    """Yield the runs of paragraphs without a bookmark, in order."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for number, places in enumerate(marked, 1):
        for at in places:
            first.setdefault(at, number)
            last[at] = number
    above, waiting = 0, []
    for at in range(len(story.paragraphs)):
        if at not in last:
            waiting.append(at)
            continue
        if waiting:
            yield _gap(above, first[at], waiting, outside)
        above, waiting = last[at], []
    if waiting:
        yield _gap(above, len(marked) + 1, waiting, outside)


def _gap(above: int, below: int, numbers: list[int], outside: Sequence[Outside]) -> _Gap:
    return _Gap(above, below, numbers, [o.digest for o in outside if above <= o.after < below])


def _said(gap: _Gap, story: Story) -> Iterator[tuple[int, str]]:
    for at in gap.paragraphs:
        if (own := story.own_texts[at]).strip():
            yield at, outside_digest(own)


def _owner(gap: _Gap, at: int, points: int) -> int | None:
    """Return the number of the point, from 0, that a new paragraph in a gap belongs to, if any."""
    if gap.above == gap.below:
        return gap.above - 1
    if gap.above > gap.below or not points:
        return None
    if not gap.written:
        return (gap.above or gap.below) - 1
    first, last = gap.written[0], gap.written[-1]
    kept = [*gap.kept.items()]
    if gap.above and kept and at < kept[0][0] and kept[0][1] == first and not gap.missing[first]:
        return gap.above - 1
    under = gap.below <= points and kept and at > kept[-1][0]
    return gap.below - 1 if under and kept[-1][1] == last and not gap.missing[last] else None


Places = dict[str, list[int]]
"""The numbers of the paragraphs that each bookmark holds, or held."""


def places_of(
    story: Story, wanted: Iterable[Mapping[str, str]], outside: Sequence[Outside]
) -> Places:
    """Return where the paragraphs of points stand, by the names of their bookmarks.

    `wanted` are the bookmarks of each point with the digest of what was written. One that is not
    there is looked for among the paragraphs that no other holds and that were not written outside
    points: the next one that reads as it was written, or else any that does.
    """
    digests = {name: digest for bookmarks in wanted for name, digest in bookmarks.items()}
    found: Places = {name: [*story.places(name)] for name in digests}
    lost = {name for name, places in found.items() if not places and name not in story.spans}
    if not lost:
        return found
    free = _free(story, {at for places in found.values() for at in places}, outside)
    last = -1
    for name, digest in digests.items():
        if name in lost and (left := free.get(digest)):
            at = next((one for one in left if one > last), left[0])
            left.remove(at)
            found[name] = [at]
        last = max(found[name], default=last)
    return found


def _free(story: Story, taken: set[int], outside: Sequence[Outside]) -> dict[str, list[int]]:
    """Return paragraphs that may be those of points, by the digests of their text."""
    written = Counter(one.digest for one in outside)
    free: dict[str, list[int]] = {}
    for at, text in enumerate(story.paragraphs):
        if at in taken or not text.strip():
            continue
        own = outside_digest(story.own_texts[at])
        if written[own]:
            written[own] -= 1
        else:
            free.setdefault(text_digest(text), []).append(at)
    return free


_WORD = late_pattern(r"[^\W\d_]+")
_IN_A_ROW = 4
"""Words that two texts must have in a row: fewer are common to all briefs of an argument."""

Shingles = frozenset[tuple[str, ...]]


def shingles(paragraphs: Iterable[str]) -> Shingles:
    """Return each few words in a row, paragraph by paragraph."""
    found: set[tuple[str, ...]] = set()
    for paragraph in paragraphs:
        words = [one.lower() for one in _WORD.findall(paragraph)]
        found.update(tuple(words[at : at + _IN_A_ROW]) for at in range(len(words) - _IN_A_ROW + 1))
    return frozenset(found)


def likeness(one: Shingles, other: Shingles) -> float:
    """Return which share of what two texts say they have in common, between 0 and 1."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0
