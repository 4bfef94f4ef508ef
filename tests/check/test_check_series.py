"""What is drawn of a series is what the article gives, such as an interval around its value."""

from __future__ import annotations

from typing import Any

import pytest
from samples.sound import SOUND, argument

from briefgen.check.checking import check

VALUE, DATE = SOUND["facts"][0]["value"], SOUND["facts"][0]["as_of"]


@pytest.mark.parametrize(
    ("ends", "name", "words"),
    [
        ({"low": 1, "high": 2}, "high", "is 2, below the value of 3"),
        ({"low": 5, "high": 1}, "low", "is 5, which is not below the high of 1"),
        ({"low": 3, "high": 3}, "low", "is 3, which is not below the high of 3"),
        ({"low": 1}, "low", "is 1, and there is no high"),
        ({"high": 5}, "high", "is 5, and there is no low"),
    ],
)
def test_an_interval_has_two_ends_on_either_side_of_its_value(
    ends: dict[str, int], name: str, words: str
) -> None:
    (found,) = check(argument(facts__0__series=[{"date": "2016", "value": 3} | ends]))
    assert found.code == "unsound-interval"
    assert found.path == ("facts", 0, "series", 0, name)
    assert found.message == words
    assert found.severity == "error"


def test_an_interval_is_that_of_the_fact_itself() -> None:
    held = {"date": DATE, "value": VALUE, "low": VALUE - 5, "high": VALUE + 5}
    own = f"{VALUE - 5}–{VALUE + 4}"
    (found,) = check(argument(facts__0__interval=own, facts__0__series=[held]))
    assert (found.code, found.path) == ("unsound-interval", ("facts", 0, "series", 0, "low"))
    assert f"the interval of the fact itself is {own}" in found.message
    same = f"{VALUE - 5} to {VALUE + 5}"
    assert check(argument(facts__0__interval=same, facts__0__series=[held])) == ()


def test_what_is_projected_may_lie_after_what_the_article_knows() -> None:
    later = {"date": "2030", "value": 3}
    (found,) = check(argument(facts__0__series=[later]))
    assert found.code == "future-date"
    assert found.hint.endswith("or write projected: true")
    assert check(argument(facts__0__series=[later | {"projected": True}])) == ()
    own = {"facts__0__as_of": "2030", "facts__0__series": [
        {"date": "2030", "value": VALUE, "projected": True}
    ]}  # fmt: skip
    assert check(argument(**own)) == ()


SERIES = [{"date": "2016", "value": 3}, {"date": DATE, "value": VALUE}]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"unit": "men"}, "in another unit or scale: million USD and million men"),
        ({"scale": "billion"}, "in another unit or scale: million USD and billion USD"),
        ({"comparable_with": []}, "which may not be compared"),
        ({"series": []}, "and one has no series"),
        ({"series": [*SERIES[:1], {"date": "2015", "value": 1}]}, "2015 is no date of the other"),
        (
            {"series": [{"date": "2016", "value": 3, "low": 2, "high": 4}]},
            "one of them has intervals",
        ),
        (
            {"series": [{**SERIES[0], "projected": True}]},
            "2016 is projected in one only",
        ),
    ],
)
def test_series_of_other_kinds_are_not_drawn_together(changes: dict[str, Any], words: str) -> None:
    other = SOUND["facts"][0] | {"id": "more", "series": SERIES, "comparable_with": ["cost"]}
    other |= {"scope": "another"}
    drawn = {"facts__0__series": SERIES, "facts__0__drawn_with": ["more"], "facts__1": other}
    assert [one for one in check(argument(**drawn)) if one.severity == "error"] == []
    found = check(argument(**{**drawn, "facts__1": other | changes}))
    (error,) = [one for one in found if one.code == "unsound-group"]
    assert words in error.message
    assert error.path == ("facts", 0, "drawn_with", 0)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"scope": "of " * 20}, "names a series by 59 characters"),
        ({}, "draws two series under the name"),
        ({"drawn_as": "More"}, ""),
    ],
)
def test_series_have_short_names_that_tell_them_apart(changes: dict[str, str], words: str) -> None:
    other = SOUND["facts"][0] | {"id": "more", "series": SERIES, "comparable_with": ["cost"]}
    drawn = {"facts__0__series": SERIES, "facts__0__drawn_with": ["more"]}
    found = check(argument(**drawn, facts__1=other | changes))
    remarks = [one.message for one in found if one.code == "unsound-group"]
    assert len(remarks) == bool(words)
    assert all(words in one for one in remarks)


def test_a_fact_that_is_not_there_cannot_be_drawn() -> None:
    found = check(argument(facts__0__series=SERIES, facts__0__drawn_with=["nothing"]))
    assert [one.code for one in found] == ["unknown-reference"]
