"""Text measured in units: what no line may divide, most often a word and its space."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from briefgen.cache import kept
from briefgen.layout.breaks import inside, segments, words
from briefgen.types.characters import SOFT_HYPHEN, visible
from briefgen.types.font import Face

EM = 1000
"""Advance widths are thousandths of the size, so width times size in points is in mpt."""

HYPHEN = "-"
"""What is printed where a word is divided."""

_KEPT_WORDS = 4_000
"""Words that are kept measured in one face and size: those of some ten full briefs."""


class RunStyle(NamedTuple):
    """How a piece of text is printed, and in which language it is divided.

    `element` is an index into the block's elements, `behind` the colour of what is behind it.
    """

    face: Face
    size_pt: float
    colour: str
    element: int | None
    rise_mpt: int = 0
    tracking_pt: float = 0.0
    underlined: bool = False
    language: str = ""
    behind: str | None = None


StyledText = tuple[str, RunStyle]
"""A run of text and how it is printed."""


class Extent(NamedTuple):
    """Text as it is measured.

    `visible_mpt` is the width where a line ends after it: without the spaces at its end, with the
    hyphen of a soft hyphen there.
    """

    text: str
    advance: float
    width_mpt: int
    visible_mpt: int


Part = tuple[Extent, RunStyle]
"""Text in one style within a unit."""

Unit = tuple[Part, ...]
"""What no line may divide: parts in several inks where a note mark, say, clings to a word."""


def units(text: Sequence[StyledText]) -> list[Unit]:
    """Return the units of a text."""
    found: list[Unit] = []
    for stretch in _stretches(text):
        if isinstance(stretch, list):
            found += _across(stretch)
        else:
            found += [((extent, stretch.run_style),) for extent in stretch.extents]
    return found


def extents(text: Sequence[StyledText]) -> list[Extent]:
    """Return how far each unit of a text reaches: enough to break it, and quick."""
    found: list[Extent] = []
    for stretch in _stretches(text):
        if isinstance(stretch, list):
            found += [extent_of(unit) for unit in _across(stretch)]
        else:
            found += stretch.extents
    return found


def extent_of(unit: Unit) -> Extent:
    """Return how far a unit reaches. The text and advance of several parts are left out."""
    if len(unit) == 1:
        return unit[0][0]
    width = sum([extent.width_mpt for extent, _ in unit])
    last = unit[-1][0]
    return Extent("", 0, width, width - last.width_mpt + last.visible_mpt)


def measured(text: str, run_style: RunStyle) -> Part:
    """Return text as a part of a unit."""
    return _measured(text, run_style.face, run_style.size_pt, run_style.tracking_pt), run_style


def width_mpt(text: str, run_style: RunStyle) -> int:
    """Return the advance width of text, tracking included."""
    length = len(visible(text))
    return scaled_mpt(
        _advance(run_style.face, text), length, run_style.size_pt, run_style.tracking_pt
    )


def hyphen_of(part: Part) -> Part:
    """Return the hyphen that is printed where a line ends in a part. It belongs to nothing."""
    return measured(HYPHEN, part[1]._replace(element=None, underlined=False))


def scaled_mpt(advance: float, length: int, size_pt: float, tracking_pt: float) -> int:
    """Return the width of so many characters of which the advance is known."""
    return round(advance * size_pt + length * tracking_pt * EM)


class _Stretch(NamedTuple):
    """Whole words in one style."""

    words: list[str]
    run_style: RunStyle

    @property
    def extents(self) -> Iterator[Extent]:
        kept = _measures(self.run_style.face, self.run_style.size_pt, self.run_style.tracking_pt)
        return chain.from_iterable(map(kept.__getitem__, self.words))


def _stretches(text: Sequence[StyledText]) -> Iterator[_Stretch | list[StyledText]]:
    """Yield whole words run by run, and those that stand in several runs by their fragments."""
    pending: list[StyledText] = []
    for run, run_style in text:
        found = words(run)
        if pending and found and (pending[-1][0][-1] != " " or not found[0].strip(" ")):
            pending.append((found.pop(0), run_style))
        if not found:
            continue
        if pending:
            yield _word(pending)
        if len(found) > 1:
            yield _Stretch(found[:-1], run_style)
        pending = [(found[-1], run_style)]
    if pending:
        yield _word(pending)


def _word(fragments: list[StyledText]) -> _Stretch | list[StyledText]:
    """Return a word as what it is: whole in one run, or in fragments."""
    (text, run_style), *others = fragments
    return fragments if others else _Stretch([text], run_style)


def _across(fragments: list[StyledText]) -> Iterator[Unit]:
    """Yield the units of a word that stands in several runs."""
    runs = iter(fragments)
    start, end = 0, 0
    for segment in segments("".join([fragment for fragment, _ in fragments])):
        if start == end:
            fragment, run_style = next(runs)
            end += len(fragment)
        start += len(segment)
        unit: list[Part] = []
        rest = segment
        while start > end:  # another run begins inside
            part, rest = rest[: end - start], rest[end - start :]
            unit.append(measured(part, run_style))
            fragment, run_style = next(runs)
            end += len(fragment)
        unit.append(measured(rest, run_style))
        yield tuple(unit)


class _Measures(dict[str, tuple[Extent, ...]]):
    """Words measured in one face and size, each when it is first asked for."""

    def __init__(self, face: Face, size_pt: float, tracking_pt: float) -> None:
        super().__init__()
        self.printed = face, size_pt, tracking_pt

    def __missing__(self, word: str) -> tuple[Extent, ...]:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        found = tuple([_extent(segment, *self.printed) for segment in inside(word)])
        self[word] = found
        return found


@kept(64)
def _measures(face: Face, size_pt: float, tracking_pt: float) -> _Measures:
    return _Measures(face, size_pt, tracking_pt)


def _extent(text: str, face: Face, size_pt: float, tracking_pt: float) -> Extent:
    trimmed = text.rstrip(" ")
    advance, length = _advance(face, trimmed), len(visible(trimmed))
    spaces = len(text) - len(trimmed)
    whole = sum([face.widths[ord(" ")]] * spaces, advance)
    width = scaled_mpt(whole, length + spaces, size_pt, tracking_pt)
    if text[-1:] == SOFT_HYPHEN:
        advance, length = advance + face.widths[ord(HYPHEN)], length + 1
    return Extent(text, whole, width, scaled_mpt(advance, length, size_pt, tracking_pt))


_measured = kept(10_000)(_extent)


def _advance(face: Face, text: str) -> float:
    return sum(map(face.widths.__getitem__, map(ord, text)))
