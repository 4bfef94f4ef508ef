"""Recommendations say who should act, by when and at what cost, as far as the argument does."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from samples.small import Composed, theme

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


def apart(
    composed: Composed, *, numbered: bool = False, **more: Any
) -> list[list[tuple[Role, str, bool]]]:
    """Return role, text and whether it goes on, of each paragraph of each offer."""
    draft = composed(
        template("action"),
        replace(theme(), numbered_points=numbered),
        recommendations=[{**ADVICE, **more}, {**ADVICE, "id": "sell"}],
    )
    choice = draft.sections[0].items[0]
    assert isinstance(choice, Choice)
    return [
        [
            (one.role, text_of(one.prose), one.continues)
            for one in variant.blocks
            if isinstance(one, Paragraph)
        ]
        for variant in choice.variants
    ]


def test_what_is_set_apart_has_its_terms_in_a_line_of_its_own_in_each_form(
    composed: Composed,
) -> None:
    terms = (Role.ACTION_TERMS, "For: the ministry \u00b7 By June 2021", True)
    assert apart(composed, owner="the ministry", deadline="2021-06") == [
        [(Role.ACTION, "Dig wells. Begin in the north.", False), terms],
        [(Role.ACTION, "Dig wells.", False), terms],
    ]
    assert apart(composed) == [
        [(Role.ACTION, "Dig wells. Begin in the north.", False)],
        [(Role.ACTION, "Dig wells.", False)],
    ]


def test_what_is_set_apart_keeps_its_number_or_counts_with_the_paragraphs(
    composed: Composed,
) -> None:
    for numbered in (False, True):
        draft = composed(
            template("action"),
            replace(theme(), numbered_points=numbered),
            recommendations=[ADVICE, {**ADVICE, "id": "sell", "owner": "the ministry"}],
        )
        *_, second = draft.sections[0].items
        assert isinstance(second, Choice)
        first, below = (one for one in second.variants[0].blocks if isinstance(one, Paragraph))
        assert (first.through, below.through) == (numbered, numbered)
        assert first.fixed is not numbered
        assert numbered or first.number == 2
        assert first.keep_with_next


def test_further_paragraphs_stand_in_the_same_box(composed: Composed) -> None:
    forms = {"headline": "Dig wells", "detail": ["Begin in the north.", "Go on."]}
    longest, *_ = apart(composed, forms=forms, owner="all")
    assert longest == [
        (Role.ACTION, "Dig wells. Begin in the north.", False),
        (Role.ACTION, "Go on.", True),
        (Role.ACTION_TERMS, "For: all", True),
    ]


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
    assert (first[2:], second[2:]) == (["Para.\u00a07"], ["–"])


NAMED = {"locator": "paragraph 7"}


def test_a_table_that_would_say_no_more_than_the_headlines_is_left_out(
    composed: Composed,
) -> None:
    assert rows(composed(TABLE, recommendations=[ADVICE, {**ADVICE, "id": "b", **NAMED}])) == []
