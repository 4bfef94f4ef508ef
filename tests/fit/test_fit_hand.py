"""The author's hand wins: what is pinned is printed, what is excluded is not, or it fails."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from samples.ruler import Ruler, draft, length, point, section
from samples.sound import argument

from briefgen.fit import fit, overrides_of
from briefgen.types.brief import Fitted
from briefgen.types.draft import Draft
from briefgen.types.finding import CheckError, FitError
from briefgen.types.point import Form
from briefgen.types.selection import Overrides

RESERVE = 2
"""Rows that fit holds back of each column for Word, rounded up."""

PLAIN = draft(
    section("risks", point("war", 4, 1, score=90), point("debt", 4, 1, score=50), heading="Risks")
)


def fitted(held: Draft, rows: int, **overrides: Any) -> Fitted:
    given = Overrides(overrides.get("pinned", {}), frozenset(overrides.get("excluded", ())))
    return fit(held, length(), "anybody", Ruler(rows + RESERVE), given)


@pytest.mark.parametrize(
    ("rows", "overrides", "chosen"),
    [
        (2, {}, (1, None)),
        (2, {"pinned": {"debt": "any"}}, (None, 1)),
        (2, {"excluded": ["war"]}, (None, 1)),
        (5, {}, (1, 1)),
        (5, {"pinned": {"debt": Form.SUMMARY}}, (None, 0)),
        (5, {"pinned": {"war": Form.SUMMARY}}, (0, None)),
        (5, {"excluded": ["war"]}, (None, 0)),
        (5, {"excluded": ["war"], "pinned": {"debt": Form.HEADLINE}}, (None, 1)),
        (5, {"excluded": ["war", "debt"]}, (None, None)),
        (9, {}, (0, 0)),
        (9, {"pinned": {"war": Form.HEADLINE}}, (1, 0)),
    ],
)
def test_the_hand_goes_before_worth(
    rows: int, overrides: dict[str, Any], chosen: tuple[int | None, ...]
) -> None:
    assert fitted(PLAIN, rows, **overrides).chosen == chosen


def test_a_length_without_a_count_follows_the_hand_too() -> None:
    overrides = Overrides({"war": Form.HEADLINE}, frozenset({"debt"}))
    assert fit(PLAIN, length(None), "anybody", Ruler(9), overrides).chosen == (1, None)


def test_what_is_excluded_does_not_count_for_what_a_section_must_show() -> None:
    held = draft(section("risks", point("war", 1), point("debt", 1), at_least=2))
    assert fitted(held, 5, excluded=["war"]).chosen == (None, 0)


def test_where_a_point_has_two_places_the_pinned_form_is_printed_once() -> None:
    top = section("top", point("war", 2, forms=[Form.SUMMARY]))
    below = section("below", point("war", 5, forms=[Form.DETAIL]))
    assert fitted(draft(top, below), 9, pinned={"war": Form.DETAIL}).chosen == (None, 0)
    assert fitted(draft(top, below), 9, pinned={"war": Form.SUMMARY}).chosen == (0, None)
    assert fitted(draft(top, below), 9, pinned={"war": "any"}).chosen == (0, 0)
    assert fitted(draft(top, below), 3, pinned={"war": "any"}).chosen == (0, None)


def test_a_required_place_stays_whatever_is_pinned() -> None:
    top = section("top", point("war", 2, forms=[Form.SUMMARY], required=True))
    below = section("below", point("war", 5, forms=[Form.DETAIL]))
    assert fitted(draft(top, below), 9, pinned={"war": Form.DETAIL}).chosen == (0, 0)


@pytest.mark.parametrize(
    ("overrides", "code", "words"),
    [
        ({"pinned": {"war": Form.DETAIL}}, "pin-not-offered", "offered as summary and headline"),
        ({"pinned": {"peace": "any"}}, "pin-not-offered", "has no place for it"),
        ({"excluded": ["debt"]}, "exclude-required", "requires it"),
    ],
)
def test_what_the_brief_cannot_do_is_an_error(
    overrides: dict[str, Any], code: str, words: str
) -> None:
    held = draft(section("risks", point("war", 4, 1), point("debt", 4, 1, required=True)))
    with pytest.raises(FitError) as caught:
        fitted(held, 9, **overrides)
    (finding,) = caught.value.findings
    assert (finding.code, finding.where) == (code, "short, anybody")
    assert words in finding.message
    assert finding.hint


def test_what_is_pinned_and_cannot_fit_names_section_and_space() -> None:
    with pytest.raises(FitError) as caught:
        fitted(PLAIN, 4, pinned={"war": Form.SUMMARY})
    (finding,) = caught.value.findings
    assert finding.code == "does-not-fit"
    assert finding.message == '"Risks" needs 50 pt at least; 46 pt are left in the main column'
    assert finding.hint.startswith("unpin war, shorten its headlines,")


def pinned_argument(**changes: Any) -> Any:
    return argument(**{f"rationales__0__{name}": value for name, value in changes.items()})


def test_the_argument_s_own_hand_is_read() -> None:
    assert overrides_of(pinned_argument(pin="summary")) == Overrides({"costs": Form.SUMMARY})
    assert overrides_of(pinned_argument(exclude=True)) == Overrides({}, frozenset({"costs"}))
    assert overrides_of(argument()) == Overrides()


def test_what_is_asked_for_goes_before_what_the_argument_says() -> None:
    held = pinned_argument(pin="summary")
    assert overrides_of(held, {"costs": "any"}) == Overrides({"costs": "any"})
    assert overrides_of(held, {}, ["costs"]) == Overrides({}, frozenset({"costs"}))
    assert overrides_of(pinned_argument(exclude=True), {"costs": "headline"}) == Overrides(
        {"costs": Form.HEADLINE}
    )


def test_notes_and_supplements_can_be_pinned_and_excluded_by_name() -> None:
    overrides = overrides_of(argument(), {"n1": "any"}, ["timeline"])
    assert "n1" in overrides
    assert "timeline" in overrides
    assert "costs" not in overrides


def test_every_mistake_is_reported_at_once() -> None:
    with pytest.raises(CheckError) as caught:
        overrides_of(
            argument(), {"cots": "any", "costs": "whole", "thesis": "any"}, ["thesis", "zz"]
        )
    assert [(each.code, each.hint) for each in caught.value.findings] == [
        ("pin-unknown", "did you mean costs?"),
        ("pin-unknown", "give the id of a point"),
        ("pin-form-unknown", "forms are headline, summary, detail, any"),
        ("pin-excluded", "keep one of the two"),
    ]


def test_every_point_of_the_argument_is_asked_though_others_are_named_at_the_call() -> None:
    forms = {"forms": {"headline": "One"}, "priority": 2, "locator": "paragraph 1"}
    points = [
        {**forms, "id": "one", "pin": "headline"},
        {**forms, "id": "two", "exclude": True},
        {**forms, "id": "three", "pin": "any"},
        {**forms, "id": "four", "exclude": True},
    ]
    held = argument(risks=points)
    assert overrides_of(held) == Overrides(
        {"one": Form.HEADLINE, "three": "any"}, frozenset({"two", "four"})
    )
    assert overrides_of(held, {"two": "headline"}, ["one"]) == Overrides(
        {"two": Form.HEADLINE, "three": "any"}, frozenset({"one", "four"})
    )
    assert overrides_of(held, {"costs": "summary"}) == Overrides(
        {"costs": Form.SUMMARY, "one": Form.HEADLINE, "three": "any"}, frozenset({"two", "four"})
    )


def test_a_mistake_says_what_was_asked_of_which_name_and_where() -> None:
    with pytest.raises(CheckError) as caught:
        overrides_of(argument(), {"cots": "any", "thesis": "all"}, ["zz", "late", "thesis", "qq"])
    findings = caught.value.findings
    assert [each.message for each in findings] == [
        '"cots" is pinned, and the argument has no such point',
        '"qq" is excluded, and the argument has no such point',
        '"zz" is excluded, and the argument has no such point',
        '"thesis" is pinned and excluded at once',
        '"thesis" is pinned as "all", which is no form',
    ]
    file = argument().places.file
    assert [each.file for each in findings[:3]] == [file] * 3


@pytest.mark.parametrize("name", ["costs", "thesis", "n1", "late", "logo", "timeline", "charts"])
def test_points_notes_quotations_pictures_and_supplements_have_names(name: str) -> None:
    assert name in overrides_of(argument(), {name: "any"})


def test_what_repeats_a_point_goes_with_it_and_no_pin_is_about_it() -> None:
    told = replace(point("war", 1, forms=[Form.HEADLINE], required=True), repeats=True)
    held = draft(section("top", told), section("below", point("war", 4, 1)))
    assert fitted(held, 9, excluded=["war"]).chosen == (None, None)
    assert fitted(held, 9, pinned={"war": Form.SUMMARY}).chosen == (0, 0)
    with pytest.raises(FitError) as caught:
        fitted(held, 9, pinned={"war": Form.DETAIL})
    assert caught.value.codes == ("pin-not-offered",)


def test_a_pinned_headline_is_printed_as_a_message_where_no_place_below_has_it() -> None:
    told = replace(point("war", 1, forms=[Form.HEADLINE], required=True), repeats=True)
    below = point("war", 4, forms=[Form.SUMMARY])
    held = draft(section("top", told), section("below", below))
    assert fitted(held, 9, pinned={"war": Form.HEADLINE}).chosen == (0, None)
    alone = draft(section("top", told))
    assert fitted(alone, 9, pinned={"war": Form.HEADLINE}).chosen == (0,)
    assert fitted(alone, 9, pinned={"war": "any"}).chosen == (0,)
