"""Each decision says what was offered, at what worth and height, what was taken, and why."""

from __future__ import annotations

import pytest
from samples.ruler import Ruler, draft, length, paragraph, point, section

from briefgen.fit import fit
from briefgen.fit.explaining import decisions
from briefgen.types.block_prose import Coverage
from briefgen.types.brief import ConsideredVariant, Decision
from briefgen.types.draft import Choice, Draft, Variant
from briefgen.types.point import Form
from briefgen.types.selection import FREE, Overrides

HELD = draft(
    section("title", point("thesis", 1, required=True), frame="head", heading="Title"),
    section(
        "risks",
        point("war", 4, 1, score=90),
        point("debt", 3, 2, score=50),
        point("doubt", 2, score=20),
        point("drought", 5, score=20),
        heading="Risks",
    ),
    section(
        "figures", Choice("timeline", None, (Variant(None, (paragraph(2),), 7, 3),)), frame="side"
    ),
)


def decided(overrides: Overrides = FREE, pages: int | None = 1) -> dict[str, Decision]:
    ruler = Ruler(11)
    budget = length(pages)
    fitted = fit(HELD, budget, "anybody", ruler, overrides)
    found = decisions(HELD, budget, ruler, fitted.chosen, overrides)
    assert [each.taken for each in found] == list(fitted.chosen)
    return {each.subject: each for each in found}


def test_a_decision_knows_its_variants_by_score_and_height() -> None:
    assert decided()["debt"].considered == (
        ConsideredVariant(Form.SUMMARY, 0, 50, 30.0),
        ConsideredVariant(Form.HEADLINE, 0, 49, 20.0),
    )
    assert decided()["timeline"].considered == (ConsideredVariant(None, 3, 7, 20.0),)


def test_a_decision_knows_its_place() -> None:
    places = [(each.section, each.frame) for each in decided().values()]
    assert places == [("title", "head"), *[("risks", "main")] * 4, ("figures", "side")]


@pytest.mark.parametrize(
    ("overrides", "pages", "reasons"),
    [
        (
            FREE,
            1,
            {
                "thesis": "required",
                "war": "best selection",
                "debt": "best selection",
                "doubt": "only form",
                "drought": "no room",
                "timeline": "only form",
            },
        ),
        (FREE, None, {"thesis": "required", "war": "no page count", "drought": "no page count"}),
        (
            Overrides({"drought": "any"}, frozenset({"timeline", "war"})),
            1,
            {"drought": "pinned", "war": "excluded", "timeline": "excluded", "doubt": "no room"},
        ),
        (Overrides({"war": Form.HEADLINE}), 1, {"war": "pinned", "thesis": "required"}),
    ],
)
def test_a_decision_says_why(
    overrides: Overrides, pages: int | None, reasons: dict[str, str]
) -> None:
    found = decided(overrides, pages)
    assert {subject: found[subject].why for subject in reasons} == reasons


def test_a_point_that_is_pinned_to_another_place_says_so() -> None:
    held = draft(
        section("top", point("war", 2, forms=[Form.SUMMARY])),
        section("below", point("war", 5, forms=[Form.DETAIL])),
    )
    overrides = Overrides({"war": Form.SUMMARY})
    top, below = decisions(held, length(), Ruler(20), (0, None), overrides)
    assert (top.taken, top.why) == (0, "pinned")
    assert (below.taken, below.why) == (None, "pinned")


def test_every_choice_has_its_decision() -> None:
    choices = [item for part in HELD.sections for item in part.items if isinstance(item, Choice)]
    assert list(decided()) == [choice.subject for choice in choices]
    assert (
        decisions(Draft(HELD.metadata, (), HELD.header_footer), length(), Ruler(9), (), FREE) == ()
    )


def test_a_second_place_of_a_point_that_is_pinned_in_any_form_has_no_room() -> None:
    held = draft(section("top", point("war", 2)), section("below", point("war", 5)))
    overrides, ruler = Overrides({"war": "any"}), Ruler(6)
    chosen = fit(held, length(), "anybody", ruler, overrides).chosen
    found = decisions(held, length(), ruler, chosen, overrides)
    assert [(each.taken, each.why) for each in found] == [(0, "pinned"), (None, "no room")]


def test_without_a_page_count_a_figure_said_too_often_is_why_a_form_is_shorter() -> None:
    def citing(subject: str) -> Choice:
        choice = point(subject, 2, 1)
        longer, headline = choice.variants
        cites = Variant(
            longer.form, longer.blocks, 50, coverage=Coverage(figures=frozenset({"five"}))
        )
        return Choice(subject, choice.part, (cites, headline))

    ids = ("one", "two", "three")
    held, ruler = draft(section("risks", *map(citing, ids))), Ruler(11)
    chosen = fit(held, length(None), "anybody", ruler, FREE).chosen
    found = decisions(held, length(None), ruler, chosen, FREE)
    assert sorted((each.taken, each.why) for each in found) == [
        (0, "no page count"),
        (0, "no page count"),
        (1, "figure repeated"),
    ]
