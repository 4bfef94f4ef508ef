"""Recommendations say who should act, by when and at what cost, as far as the argument does."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import Composed

from briefgen.types.block import Paragraph, Table
from briefgen.types.draft import Choice, Draft
from briefgen.types.prose import text_of
from briefgen.types.role import Role

ADVICE: dict[str, Any] = {
    "id": "dig",
    "priority": 1,
    "forms": {"headline": "Dig wells", "summary": "Begin in the north."},
}


def template(manner: str) -> str:
    return (
        '{% section "r" %}{% for p in points.recommendations %}'
        f'{{% point p, as="{manner}" %}}{{% endfor %}}{{% endsection %}}'
    )


def paragraphs(draft: Draft) -> list[Paragraph]:
    """Return the first paragraph of each offer of the first recommendation."""
    choice = draft.sections[0].items[0]
    assert isinstance(choice, Choice)
    first = [one.blocks[0] for one in choice.variants]
    return [one for one in first if isinstance(one, Paragraph)]


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({}, ""),
        ({"owner": "the ministry"}, " For: the ministry."),
        ({"deadline": "mid-2021"}, " By mid-2021."),
        ({"cost": "[#cost]"}, " Cost: just over US$1.2\u00a0million."),
        (
            {"owner": "the ministry", "deadline": "2021-06", "cost": "[#cost] a year"},
            " For: the ministry. By June 2021. Cost: just over US$1.2\u00a0million a year.",
        ),
    ],
)
def test_terms_follow_what_is_recommended(
    composed: Composed, terms: dict[str, str], said: str
) -> None:
    draft = composed(template("run-in"), recommendations=[{**ADVICE, **terms}])
    told, named = (text_of(one.prose) for one in paragraphs(draft))
    assert told == f"Dig wells. Begin in the north.{said}"
    assert named == "Dig wells."


def test_numbered_points_are_items_of_a_numbered_list(composed: Composed) -> None:
    draft = composed(template("numbered"), recommendations=[ADVICE])
    assert {(one.role, one.item) for one in paragraphs(draft)} == {(Role.NUMBER, "number")}


TABLE = '{% section "r" %}{% actions %}{% endsection %}'
TERMS = {"owner": "the ministry", "deadline": "2021-06", "cost": "[#cost] a year"}


def rows(draft: Draft) -> list[list[str]]:
    items = draft.sections[0].items if draft.sections else ()
    found = [one for one in items if isinstance(one, Table)]
    return [
        [text_of(cell.prose) for cell in row]
        for table in found
        for row in (*table.header_rows, *table.rows)
    ]


def test_a_table_of_recommendations_has_the_columns_that_say_something(
    composed: Composed,
) -> None:
    more = {**ADVICE, "id": "train", "forms": {"headline": "Train people"}, "deadline": "2022"}
    said = rows(composed(TABLE, recommendations=[{**ADVICE, **TERMS}, more]))
    assert said == [
        ["Action", "Who", "By when", "Cost"],
        ["1. Dig wells", "The ministry", "June 2021", "Just over US$1.2\u00a0million a year"],
        ["2. Train people", "–", "2022", "–"],
    ]
    placed = {**more, **NAMED, "id": "sell"}
    first, second = rows(composed(TABLE, recommendations=[placed, more]))[1:]
    assert (first[2:], second[2:]) == (["Paragraph 7"], ["–"])


NAMED = {"locator": "paragraph 7"}


def test_a_table_that_would_say_no_more_than_the_headlines_is_left_out(
    composed: Composed,
) -> None:
    assert rows(composed(TABLE, recommendations=[ADVICE, {**ADVICE, "id": "b", **NAMED}])) == []
