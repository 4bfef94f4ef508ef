"""What is told to the author: points that are missing or shorter, most important first."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from samples.ruler import draft, section
from samples.sound import SOUND, argument

from briefgen.fit.omission import omissions
from briefgen.types.argument import Part
from briefgen.types.block import Origin, Paragraph
from briefgen.types.draft import Choice, Offer
from briefgen.types.hand import FREE, Hand
from briefgen.types.point import Form
from briefgen.types.prose import plain
from briefgen.types.role import Role

DETAIL, SUMMARY, HEADLINE = Form.DETAIL, Form.SUMMARY, Form.HEADLINE
COSTS = {**SOUND["rationales"][0], "priority": 1}
LATER = {"id": "later", "priority": 3, "forms": {"headline": "It may end"}}
HELD = argument(rationales__0=COSTS, thesis__priority=2, outlook=[LATER])


def choice(subject: str, *forms: Form | None, part: Part | None = Part.RATIONALES) -> Choice:
    block = Paragraph(Role.BODY, plain("1"), Origin("s"))
    return Choice(subject, part, tuple(Offer(form, (block,), 1) for form in forms))


def told(
    choices: Sequence[Choice], chosen: Sequence[int | None], hand: Hand = FREE
) -> list[tuple[str, tuple[Form, ...], Form | None]]:
    found = omissions(HELD, draft(section("s", *choices)), chosen, hand)
    return [(each.point, each.offered, each.printed) for each in found]


EVERY = (
    choice("thesis", HEADLINE, part=Part.THESIS),
    choice("costs", DETAIL, SUMMARY),
    choice("later", HEADLINE, part=Part.OUTLOOK),
)


def test_what_is_printed_at_its_longest_is_no_omission() -> None:
    assert told(EVERY, (0, 0, 0)) == []


def test_a_shorter_form_is_told_with_those_that_were_offered() -> None:
    assert told(EVERY, (0, 1, 0)) == [("costs", (SUMMARY, DETAIL), SUMMARY)]


def test_the_most_important_is_told_first_and_what_is_missing_before_what_is_shorter() -> None:
    assert [point for point, *_ in told(EVERY, (None, None, None))] == ["costs", "thesis", "later"]
    level = argument(rationales__0=COSTS, thesis__priority=1, outlook=[LATER])
    found = omissions(level, draft(section("s", *EVERY[1:])), (1, 0))
    assert [(each.point, each.priority) for each in found] == [("thesis", 1), ("costs", 1)]
    assert [(each.part, each.headline) for each in found] == [
        (Part.THESIS, "The price is paid late"),
        (Part.RATIONALES, "Troops cost money"),
    ]


def test_a_point_without_a_place_is_missing_and_was_offered_nothing() -> None:
    assert told(EVERY[:2], (0, 0)) == [("later", (), None)]


def test_a_point_in_several_places_counts_by_the_longest_that_is_printed() -> None:
    twice = (*EVERY, choice("costs", HEADLINE))
    assert told(twice, (0, 0, 0, 0)) == []
    assert told(twice, (0, None, 0, 0)) == [("costs", (HEADLINE, SUMMARY, DETAIL), HEADLINE)]


@pytest.mark.parametrize("apparatus", [choice("costs", None, part=None), choice("costs", None)])
def test_an_apparatus_is_no_point(apparatus: Choice) -> None:
    assert told((*EVERY[::2], apparatus), (0, 0, 0)) == [("costs", (), None)]


def test_what_the_author_decided_is_no_loss() -> None:
    hand = Hand({"costs": SUMMARY}, frozenset({"later"}))
    assert told(EVERY, (0, 1, None), hand) == []
