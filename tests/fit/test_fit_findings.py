"""What is told of a brief that fits: pages missing or emptier than wanted, a best not proven."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from samples.ruler import Ruler, draft, length, paragraph, point, section

from briefgen.fit import choosing, fit
from briefgen.fit.search import Solution, solve
from briefgen.types.argument import Part
from briefgen.types.brief import Fitted
from briefgen.types.draft import Choice, DraftSection, Variant
from briefgen.types.point import Form
from briefgen.types.selection import Length

PAGE = Ruler(10)


def fitted(asked: Length, *sections: DraftSection) -> Fitted:
    return fit(draft(*sections), asked, "anybody", PAGE)


def reported(found: Fitted) -> list[tuple[str, str, str]]:
    assert all(each.severity == "warning" for each in found.findings)
    assert all(each.where == "short, anybody" for each in found.findings)
    return [(each.code, each.message, each.hint) for each in found.findings]


def test_a_page_that_is_filled_as_far_as_wanted_is_not_remarked() -> None:
    found = fitted(length(floor=50), section("why", point("now", 5)))
    assert len(found.laid_out.pages) == 1
    assert reported(found) == []


def test_a_page_that_is_emptier_than_wanted_asks_for_longer_forms() -> None:
    assert reported(fitted(length(floor=51), section("why", point("now", 5)))) == [
        (
            "page-underfull",
            "fills 50 % of the last page; 51 % are wanted",
            "all that this length prints is printed: write more points, or say more in some",
        )
    ]


@pytest.mark.parametrize("high", [point("war", 7), point("war", 7, 1)])
def test_where_something_was_left_out_or_shortened_it_asks_for_shorter_ones(high: Choice) -> None:
    ((code, _, hint),) = reported(fitted(length(floor=80), section("why", point("now", 5), high)))
    assert code == "page-underfull"
    assert hint == "write a shorter form for some point that was left out or shortened"


def test_where_a_rule_keeps_out_what_has_room_it_is_named() -> None:
    """A shorter form of what the rule keeps out would not be printed either."""
    points = replace(point("now", 20, 1), priority=1), replace(point("war", 3, 1), priority=2)
    ((code, _, hint),) = reported(fitted(length(floor=80), section("why", *points)))
    assert code == "page-underfull"
    assert hint == (
        "rules of content (priority) keep out what would have room; see --explain, "
        "or write a shorter form for some other point"
    )


def test_pages_without_anything_to_say_are_missing_and_not_called_empty() -> None:
    assert reported(fitted(length(2, floor=80), section("why", point("now", 5)))) == [
        (
            "pages-missing",
            "fills 1 of 2 pages: there is no more to say",
            "write more details, or choose a shorter length",
        )
    ]


def test_it_is_the_main_column_of_the_last_page_that_counts() -> None:
    def said(*sections: DraftSection, pages: int = 1) -> list[str]:
        return [message for _, message, _ in reported(fitted(length(pages, floor=10), *sections))]

    side = section("figures", paragraph(8), frame="side")
    assert said(side) == ["fills 0 % of the last page; 10 % are wanted"]
    assert said(side, section("why", paragraph(1))) == []
    assert said(section("why", paragraph(8), paragraph(8)), pages=2) == []


def test_the_floor_is_asked_of_the_main_column_and_not_of_the_side() -> None:
    def either(subject: str) -> Choice:
        variants = (
            Variant(Form.DETAIL, (paragraph(8),), 5),
            Variant(Form.SUMMARY, (paragraph(3),), 10),
        )
        return Choice(subject, Part.RISKS, variants)

    sections = (section("why", either("now")), section("figures", either("war"), frame="side"))
    assert fitted(length(floor=0), *sections).chosen == (1, 1)
    assert fitted(length(floor=80), *sections).chosen == (0, 1)


def test_without_a_count_of_pages_everything_is_printed_at_its_longest_and_nothing_reported() -> (
    None
):
    found = fitted(length(None, floor=80), section("why", point("now", 50, 1), point("war", 70)))
    assert found.chosen == (0, 0)
    assert len(found.laid_out.pages) == 12
    assert reported(found) == []


@pytest.mark.parametrize(("score", "chosen"), [(30, (0, None)), (5, (None, 0))])
def test_what_the_head_prints_is_worth_its_room_on_the_first_page(
    score: int, chosen: tuple[int | None, ...]
) -> None:
    head = section("title", point("date", 5, score=score), frame="head")
    assert fitted(length(), head, section("why", point("now", 6, score=20))).chosen == chosen


def test_a_best_that_is_not_proven_is_reported_with_its_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def doubted(*problem: Any) -> Solution | None:
        found = solve(*problem)
        return found and replace(found, bound=found.bound + 3)

    monkeypatch.setattr(choosing, "solve", doubted)
    assert reported(fitted(length(), section("why", point("now", 5, score=20)))) == [
        (
            "not-proven",
            "prints a selection that fits, though another may be worth up to 30 % more",
            "nothing needs to be done: there are too many selections to compare them all",
        )
    ]
