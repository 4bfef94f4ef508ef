"""Recommendations say who should act, by when and at what cost, as far as the argument does."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import Composed

from briefgen.types.block import Paragraph
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
