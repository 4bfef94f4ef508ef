"""What the author leaves open is still chosen best: the same as trying everything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.ruler import Ruler, draft, length, point, section

from briefgen.fit import fit
from briefgen.types.block import Paragraph
from briefgen.types.draft import Choice, Offer
from briefgen.types.finding import FitError
from briefgen.types.hand import Hand, Pin
from briefgen.types.prose import text_of

RESERVED_ROWS = 2


@st.composite
def points(draw: st.DrawFn) -> list[Choice]:
    """Up to four points in up to three forms, longer forms higher and never worth less."""
    found = []
    for number in range(draw(st.integers(1, 4))):
        rows = sorted(draw(st.lists(st.integers(1, 6), min_size=1, max_size=3)), reverse=True)
        found.append(point(f"p{number}", *rows, worth=draw(st.integers(5, 60))))
    return found


@st.composite
def hands(draw: st.DrawFn, choices: list[Choice]) -> Hand:
    pinned: dict[str, Pin] = {}
    excluded = set()
    for choice in choices:
        forms = [offer.form for offer in choice.offers if offer.form]
        match draw(st.sampled_from(["free", "free", "pin", "any", "exclude"])):
            case "pin":
                pinned[choice.subject] = draw(st.sampled_from(forms))
            case "any":
                pinned[choice.subject] = "any"
            case "exclude":
                excluded.add(choice.subject)
    return Hand(pinned, frozenset(excluded))


def rows_of(offer: Offer) -> int:
    (block,) = offer.blocks
    assert isinstance(block, Paragraph)
    return int(text_of(block.prose))


def follows(hand: Hand, choice: Choice, taken: int | None) -> bool:
    if choice.subject in hand.excluded:
        return taken is None
    pin = hand.pinned.get(choice.subject)
    if pin is None:
        return True
    return taken is not None and pin in ("any", choice.offers[taken].form)


def all_follow(hand: Hand, choices: list[Choice], way: Sequence[int | None]) -> bool:
    return all(follows(hand, choice, at) for choice, at in zip(choices, way, strict=True))


def best(choices: list[Choice], rows: int, hand: Hand, heights: list[list[int]]) -> int | None:
    """Try every selection that follows the hand and fits; return what the best is worth."""
    found: int | None = None
    for way in product(*([*range(len(choice.offers)), None] for choice in choices)):
        used = sum(heights[n][at] for n, at in enumerate(way) if at is not None)
        if used > rows or not all_follow(hand, choices, way):
            continue
        worth = sum(choices[n].offers[at].value for n, at in enumerate(way) if at is not None)
        found = worth if found is None else max(found, worth)
    return found


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.data(), points(), st.integers(1, 16))
def test_the_rest_is_the_best_that_the_hand_leaves(
    data: st.DataObject, choices: list[Choice], rows: int
) -> None:
    hand = data.draw(hands(choices))
    heights = [[rows_of(offer) for offer in choice.offers] for choice in choices]
    expected = best(choices, rows, hand, heights)
    held = draft(section("all", *choices))
    ruler = Ruler(rows + RESERVED_ROWS)
    if expected is None:
        try:
            fit(held, length(), "anybody", ruler, hand)
        except FitError as error:
            assert set(error.codes) <= {"does-not-fit", "section-too-high"}
            return
        raise AssertionError("nothing fits, and yet something was printed")
    chosen = fit(held, length(), "anybody", ruler, hand).chosen
    assert all_follow(hand, choices, chosen)
    worth = sum(choices[n].offers[at].value for n, at in enumerate(chosen) if at is not None)
    assert worth == expected
