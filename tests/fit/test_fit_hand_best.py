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
from briefgen.types.draft import Choice, Variant
from briefgen.types.finding import FitError
from briefgen.types.prose import text_of
from briefgen.types.selection import Overrides, Pin

RESERVED_ROWS = 2


@st.composite
def points(draw: st.DrawFn) -> list[Choice]:
    """Up to four points in up to three forms, longer forms higher and never worth less."""
    found = []
    for number in range(draw(st.integers(1, 4))):
        rows = sorted(draw(st.lists(st.integers(1, 6), min_size=1, max_size=3)), reverse=True)
        found.append(point(f"p{number}", *rows, score=draw(st.integers(5, 60))))
    return found


@st.composite
def hands(draw: st.DrawFn, choices: list[Choice]) -> Overrides:
    pinned: dict[str, Pin] = {}
    excluded = set()
    for choice in choices:
        forms = [variant.form for variant in choice.variants if variant.form]
        match draw(st.sampled_from(["free", "free", "pin", "any", "exclude"])):
            case "pin":
                pinned[choice.subject] = draw(st.sampled_from(forms))
            case "any":
                pinned[choice.subject] = "any"
            case "exclude":
                excluded.add(choice.subject)
    return Overrides(pinned, frozenset(excluded))


def rows_of(variant: Variant) -> int:
    (block,) = variant.blocks
    assert isinstance(block, Paragraph)
    return int(text_of(block.prose))


def follows(overrides: Overrides, choice: Choice, taken: int | None) -> bool:
    if choice.subject in overrides.excluded:
        return taken is None
    pin = overrides.pinned.get(choice.subject)
    if pin is None:
        return True
    return taken is not None and pin in ("any", choice.variants[taken].form)


def all_follow(overrides: Overrides, choices: list[Choice], way: Sequence[int | None]) -> bool:
    return all(follows(overrides, choice, at) for choice, at in zip(choices, way, strict=True))


def best(
    choices: list[Choice], rows: int, overrides: Overrides, heights: list[list[int]]
) -> int | None:
    """Try every selection that follows the hand and fits; return what the best is worth."""
    found: int | None = None
    for way in product(*([*range(len(choice.variants)), None] for choice in choices)):
        used = sum(heights[n][at] for n, at in enumerate(way) if at is not None)
        if used > rows or not all_follow(overrides, choices, way):
            continue
        score = sum(choices[n].variants[at].value for n, at in enumerate(way) if at is not None)
        found = score if found is None else max(found, score)
    return found


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.data(), points(), st.integers(1, 16))
def test_the_rest_is_the_best_that_the_hand_leaves(
    data: st.DataObject, choices: list[Choice], rows: int
) -> None:
    overrides = data.draw(hands(choices))
    heights = [[rows_of(variant) for variant in choice.variants] for choice in choices]
    expected = best(choices, rows, overrides, heights)
    held = draft(section("all", *choices))
    ruler = Ruler(rows + RESERVED_ROWS)
    if expected is None:
        try:
            fit(held, length(), "anybody", ruler, overrides)
        except FitError as error:
            assert set(error.codes) <= {"does-not-fit", "section-too-high"}
            return
        raise AssertionError("nothing fits, and yet something was printed")
    chosen = fit(held, length(), "anybody", ruler, overrides).chosen
    assert all_follow(overrides, choices, chosen)
    score = sum(choices[n].variants[at].value for n, at in enumerate(chosen) if at is not None)
    assert score == expected
