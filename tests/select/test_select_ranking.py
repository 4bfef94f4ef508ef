"""What a point is worth to an audience, and in which words it is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.small import EVERYBODY, SMALL

from briefgen.select import select
from briefgen.types.argument import Argument, Part
from briefgen.types.point import Form
from briefgen.types.selection import Audience, importance

WORDED = {
    "id": "w",
    "priority": 2,
    "forms": {"headline": "Own", "summary": "Own summary.", "detail": ["Own detail."]},
    "wording": {
        "public": {"headline": "Plain", "summary": "Plain summary."},
        "press": {"headline": "Press"},
    },
}


def argument(**changed: Any) -> Argument:
    return Argument.model_validate({**SMALL, **changed})


def for_reader(**changed: Any) -> Audience:
    return EVERYBODY.model_copy(update=changed)


@given(st.integers(1, 4))
def test_a_higher_priority_outweighs(priority: int) -> None:
    assert importance(priority) > importance(priority + 1) > 0


@given(st.integers(1, 9), st.integers(1, 20))
def test_a_form_is_worth_weight_times_importance_times_form(weight: int, score: int) -> None:
    reader = for_reader(weights={Part.RISKS: weight}, forms={Form.SUMMARY: score})
    (ranked,) = select(argument(risks=[WORDED]), reader).parts[Part.RISKS]
    assert ranked.value == weight * 16
    assert ranked.form_values == {Form.SUMMARY: weight * 16 * score}


def test_a_part_without_weight_is_left_out() -> None:
    reader = for_reader(weights={Part.THESIS: 9, Part.RISKS: 0})
    assert select(argument(), reader).parts.keys() == {Part.THESIS}


def test_points_keep_the_order_of_the_argument() -> None:
    held = select(argument(), EVERYBODY).parts[Part.RATIONALES]
    assert [ranked.point.id for ranked in held] == ["cheap", "near"]


@pytest.mark.parametrize(
    ("name", "wording", "wanted"),
    [
        ("public", (), ("Plain", "Plain summary.", ("Own detail.",))),
        ("clerk", (), ("Own", "Own summary.", ("Own detail.",))),
        ("clerk", ("press", "public"), ("Press", "Plain summary.", ("Own detail.",))),
        ("public", ("press",), ("Press", "Own summary.", ("Own detail.",))),
        ("public", ("nobody",), ("Own", "Own summary.", ("Own detail.",))),
    ],
)
def test_a_point_is_reported_in_the_first_wording_that_there_is(
    name: str, wording: tuple[str, ...], wanted: tuple[str, str, tuple[str, ...]]
) -> None:
    reader = for_reader(name=name, wording=wording)
    (ranked,) = select(argument(risks=[WORDED]), reader).parts[Part.RISKS]
    forms = ranked.point.forms
    assert (forms.headline, forms.summary, forms.detail) == wanted
    assert ranked.point.evidence == ()


@pytest.mark.parametrize(
    ("stance", "left_out"),
    [
        ("neutral", {Part.IMPLICATIONS, Part.RECOMMENDATIONS}),
        ("implications", {Part.RECOMMENDATIONS}),
        ("recommendations", set()),
    ],
)
def test_a_stance_leaves_out_what_goes_beyond_it(stance: str, left_out: set[Part]) -> None:
    found = select(argument(), for_reader(stance=stance)).parts.keys()
    assert set(Part) - found == left_out


MORE = {
    "id": "m",
    "priority": 2,
    "forms": {"headline": "Own", "summary": "Own summary.", "more": ["Own more."]},
}


@pytest.mark.parametrize(
    ("wording", "detail"),
    [
        ({}, ("Own summary.", "Own more.")),
        ({"summary": "Plain."}, ("Plain.", "Own more.")),
        ({"more": ["Plain more."]}, ("Own summary.", "Plain more.")),
        ({"detail": ["Plain detail."]}, ("Plain detail.",)),
    ],
)
def test_a_wording_replaces_the_summary_or_what_more_adds_to_it(
    wording: dict[str, Any], detail: tuple[str, ...]
) -> None:
    reader = for_reader(name="public", wording=())
    held = argument(risks=[{**MORE, "wording": {"public": wording}}])
    (ranked,) = select(held, reader).parts[Part.RISKS]
    assert ranked.point.forms.texts(Form.DETAIL) == detail
