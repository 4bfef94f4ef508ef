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


RANGED = [one | {"low": 1, "high": VALUE + 9} for one in SERIES]


def test_intervals_of_one_level_are_drawn_together() -> None:
    facts = SOUND["facts"]
    more = {"id": "more", "comparable_with": ["cost"], "scope": "another"}
    held = facts[0] | {"series": RANGED, "confidence": 95}
    drawn = held | {"drawn_with": ["more"]}
    assert unsound(facts__0=drawn, facts__1=held | more) == []
    (message,) = unsound(facts__0=drawn, facts__1=held | more | {"confidence": 90})
    assert message == 'draws "more" beside "cost", with intervals of 90 % and 95 %'


@pytest.mark.parametrize(
    ("series", "words"),
    [
        ([*SERIES[:1], {"date": DATE, "value": -1}], f'stacks "more", which is -1 at {DATE}'),
        (RANGED, 'stacks "more", which has intervals'),
        (SERIES[:1], f'stacks "more", which has no value at {DATE}'),
        (SERIES, ""),
    ],
)
def test_only_parts_of_a_whole_are_stacked(series: list[dict[str, Any]], words: str) -> None:
    held = SOUND["facts"][0] | {"series": SERIES}
    more = held | {"id": "more", "scope": "another", "series": series, "comparable_with": ["cost"]}
    if series[-1]["date"] == DATE:
        more |= {"value": series[-1]["value"]}
    found = unsound(facts__0=held | {"drawn_with": ["more"], "drawn_in": "stack"}, facts__1=more)
    assert found == ([words] if words else [])


def test_panels_hold_more_series_than_a_group() -> None:
    held = SOUND["facts"][0] | {"series": SERIES, "comparable_with": []}
    names = ["b", "c", "d"]
    drawn = held | {"drawn_with": names, "comparable_with": names}
    others = {
        f"facts__{at}": held | {"id": name, "scope": name} for at, name in enumerate(names, 1)
    }
    assert unsound(facts__0=drawn, **others) == ["draws 4 series in one group"]
    assert unsound(facts__0=drawn | {"drawn_in": "panels"}, **others) == []


def unsound(**changes: Any) -> list[str]:
    found = check(argument(**changes))
    return [one.message for one in found if one.code == "unsound-group"]


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
