"""Rules over and under title and headings of a sample, and the space below them.

Authors who set headings as paragraphs in bold draw their rules there, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from copy import deepcopy

from briefgen.load.word.legibility import set_property, set_spacing
from briefgen.load.word.sample_sheet import SampleSheet
from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W, attribute, child

_SIDES = ("top", "left", "bottom", "right")
_NONE = ("nil", "none")

_MOST_BELOW = 0.6
"""Space below a heading at most, in its size."""


def take_rules(sheet: SampleSheet, style: Element, shown: Sequence[Element]) -> None:
    """Give a style the rules around most of the paragraphs that show it, or none."""
    drawn = [_borders(one, *sheet.way(sheet.style_of(one))) for one in shown]
    keys = [_key(one) for one in drawn]
    most, _ = Counter(keys).most_common(1)[0]
    if most != _key(_borders(*sheet.way(style))):
        _set(style, drawn[keys.index(most)])


def drop_rules(sheet: SampleSheet, style: Element, colours: Iterable[str]) -> None:
    """Take rules of these colours off a style that a sample never shows."""
    own = _borders(*sheet.way(style))
    if {attribute(one, "color") for one in own.values()} & {*colours}:
        _set(style, {})


def take_space_below(style: Element, shown: Sequence[Element], half_points: int) -> None:
    """Give a style the space below that most of the paragraphs which show it say themselves."""
    said = [attribute(child(one, "pPr", "spacing"), "after") or "" for one in shown]
    most, _ = Counter(said).most_common(1)[0]
    if most.isdigit():
        set_spacing(style, {"after": min(int(most), round(_MOST_BELOW * 10 * half_points))})


def _borders(*holders: Element) -> dict[str, Element]:
    """Return the rules by their sides that a paragraph or style has; the first goes before."""
    found: dict[str, Element] = {}
    for holder in holders:
        borders = child(holder, "pPr", "pBdr")
        for side in () if borders is None else borders:
            found.setdefault(str(side.tag).removeprefix(W), side)
    return {
        side: one
        for side, one in found.items()
        if side in _SIDES and attribute(one, "val") not in _NONE
    }


def _key(borders: dict[str, Element]) -> tuple[object, ...]:
    return tuple((side, *sorted(borders[side].items())) for side in _SIDES if side in borders)


def _set(style: Element, borders: dict[str, Element]) -> None:
    sides = (deepcopy(borders[one]) if one in borders else w(one, val="nil") for one in _SIDES)
    set_property(style, "pPr", w("pBdr", *sides))
