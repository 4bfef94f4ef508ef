"""What is told to the author: points that are missing or shorter, most important first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest
from samples.ruler import draft, section
from samples.sound import SOUND, argument

from briefgen.fit.omission import by_importance, omissions, unprinted
from briefgen.types.argument import Part
from briefgen.types.block import (
    Block,
    Illustration,
    KeyFigure,
    KeyFigures,
    Origin,
    Paragraph,
    Table,
    Timeline,
)
from briefgen.types.brief import BriefSection, Content
from briefgen.types.draft import Choice, FilledHeaderFooter, Metadata, Variant
from briefgen.types.picture import Picture
from briefgen.types.point import Form
from briefgen.types.prose import FactRef, Quoted, Strong, plain
from briefgen.types.role import Role
from briefgen.types.selection import FREE, Overrides
from briefgen.types.time_bar import Moment

DETAIL, SUMMARY, HEADLINE = Form.DETAIL, Form.SUMMARY, Form.HEADLINE
COSTS = {**SOUND["rationales"][0], "priority": 1}
LATER = {"id": "later", "priority": 3, "forms": {"headline": "It may end"}}
HELD = argument(rationales__0=COSTS, thesis__priority=2, outlook=[LATER])


def choice(subject: str, *forms: Form | None, part: Part | None = Part.RATIONALES) -> Choice:
    block = Paragraph(Role.BODY, plain("1"), Origin("s"))
    return Choice(subject, part, tuple(Variant(form, (block,), 1) for form in forms))


def reported(
    choices: Sequence[Choice], chosen: Sequence[int | None], overrides: Overrides = FREE
) -> list[tuple[str, tuple[Form, ...], Form | None]]:
    found = omissions(HELD, draft(section("s", *choices)), chosen, overrides)
    return [(each.point, each.considered, each.printed) for each in found]


EVERY = (
    choice("thesis", HEADLINE, part=Part.THESIS),
    choice("costs", DETAIL, SUMMARY),
    choice("later", HEADLINE, part=Part.OUTLOOK),
)


def test_what_is_printed_at_its_longest_is_no_omission() -> None:
    assert reported(EVERY, (0, 0, 0)) == []


def test_a_shorter_form_is_reported_with_those_that_were_considered() -> None:
    assert reported(EVERY, (0, 1, 0)) == [("costs", (SUMMARY, DETAIL), SUMMARY)]


def test_the_most_important_is_reported_first_and_what_is_missing_before_what_is_shorter() -> None:
    assert [point for point, *_ in reported(EVERY, (None, None, None))] == [
        "costs",
        "thesis",
        "later",
    ]
    level = argument(rationales__0=COSTS, thesis__priority=1, outlook=[LATER])
    found = omissions(level, draft(section("s", *EVERY[1:])), (1, 0))
    assert [(each.point, each.priority) for each in found] == [("thesis", 1), ("costs", 1)]
    assert [(each.part, each.headline) for each in found] == [
        (Part.THESIS, "The price is paid late"),
        (Part.RATIONALES, "Troops cost money"),
    ]


def test_a_point_without_a_place_is_missing_and_was_considered_nothing() -> None:
    assert reported(EVERY[:2], (0, 0)) == [("later", (), None)]


def test_a_point_in_several_places_counts_by_the_longest_that_is_printed() -> None:
    twice = (*EVERY, choice("costs", HEADLINE))
    assert reported(twice, (0, 0, 0, 0)) == []
    assert reported(twice, (0, None, 0, 0)) == [("costs", (HEADLINE, SUMMARY, DETAIL), HEADLINE)]


@pytest.mark.parametrize("supplements", [choice("costs", None, part=None), choice("costs", None)])
def test_an_supplements_is_no_point(supplements: Choice) -> None:
    assert reported((*EVERY[::2], supplements), (0, 0, 0)) == [("costs", (), None)]


def test_what_the_author_decided_is_no_loss() -> None:
    overrides = Overrides({"costs": SUMMARY}, frozenset({"later"}))
    assert reported(EVERY, (0, 1, None), overrides) == []


def content(*blocks: Block) -> Content:
    metadata = Metadata("T", "", "", (), "en", None)
    section = BriefSection("s", "main", None, blocks)
    return Content(metadata, (section,), FilledHeaderFooter({}, ""))


HERE = Origin("s")
RICH = argument(
    facts=[
        {**SOUND["facts"][0], "id": "cost", "priority": 2, "label": "Cost a year"},
        {
            **SOUND["facts"][0],
            "id": "fare",
            "priority": None,
            "series": [{"date": 2018, "value": 1}, {"date": 2019, "value": 2}],
        },
    ],
    quotations=[{"id": "said", "text": "too late", "locator": "paragraph 1"}],
    timeline=[{"id": "vote", "date": 2019, "text": "A vote is held", "priority": 1}],
    notes=[{"id": "remark", "about": "The vote", "text": "It was secret."}],
    images=[
        {"id": "photo", "file": "a.png", "alt": "A ferry", "permission": "ours"},
        {"id": "mark", "file": "b.png", "alt": "Logo", "permission": "ours"},
    ],
    issuer={"logo": "mark"},
)
RICH_KINDS = {
    "vote": "event",
    "cost": "key figure",
    "photo": "picture",
    "said": "quotation",
    "remark": "note",
    "fare": "chart",
}


def missing(*blocks: Block, overrides: Overrides = FREE) -> list[str]:
    return [one.point for one in by_importance(unprinted(RICH, content(*blocks), overrides))]


def test_all_that_is_no_point_and_not_printed_is_reported_the_most_important_first() -> None:
    assert missing() == list(RICH_KINDS)
    found = unprinted(RICH, content())
    assert {one.point: one.kind for one in found} == RICH_KINDS
    assert {(one.part, one.considered, one.printed) for one in found} == {(None, (), None)}
    assert {one.headline for one in found} >= {"Cost a year", "A ferry", "A vote is held"}


PICTURE = Picture(10, 10, b"")
SHOWN: dict[str, Block] = {
    "vote": Timeline((Moment("vote", "2019", datetime.date(2019, 1, 1), False, ()),), HERE),
    "photo": Illustration("photo", PICTURE, "A ferry", (), HERE),
    "said": Paragraph(Role.BODY, (Strong((Quoted("said", "“", "too late", "”"),)),), HERE),
    "remark": Paragraph(Role.BODY, plain("It was secret."), HERE, note="remark"),
    "cost": Paragraph(Role.BODY, (FactRef("cost", "US$1"),), HERE),
}


@pytest.mark.parametrize("key", SHOWN)
def test_what_is_printed_is_not_reported(key: str) -> None:
    assert missing(SHOWN[key]) == [one for one in RICH_KINDS if one != key]


@pytest.mark.parametrize("key", ["vote", "cost"])
def test_a_row_of_a_table_prints_its_event_or_figure(key: str) -> None:
    table = Table((), (100,), (), (), HERE, reports=(key,))
    assert key not in missing(table)


def test_a_key_figure_shown_large_is_printed() -> None:
    assert "cost" not in missing(KeyFigures((KeyFigure("cost", "1", ()),), HERE))


def test_what_the_author_excluded_is_no_loss_of_any_kind() -> None:
    assert "photo" not in missing(overrides=Overrides({}, frozenset({"photo"})))


def test_points_are_reported_before_the_rest_of_their_priority() -> None:
    others = unprinted(RICH, content())
    points = omissions(HELD, draft(section("s", *EVERY)), (None, None, None))
    kinds = [(one.priority, one.kind) for one in by_importance((*others, *points))]
    assert kinds[:3] == [(1, "point"), (1, "event"), (2, "point")]
