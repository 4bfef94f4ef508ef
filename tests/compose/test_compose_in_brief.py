"""Messages that open a brief: in words of the argument, and each says more below."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from samples.small import SMALL, Composed, theme

from briefgen.types.block import Paragraph
from briefgen.types.draft import Choice, Draft
from briefgen.types.finding import TemplateError
from briefgen.types.prose import text_of
from briefgen.types.role import Role

SECTION = (
    '{{% section "{part}", heading="H" %}}{{% for p in points.{part} %}}'
    '{{% point p, as="run-in" %}}{{% endfor %}}{{% endsection %}}'
)
BOX = '{{% section "box", frame="head", heading="In brief" %}}{{% in_brief {} %}}{{% endsection %}}'
BODY = SECTION.format(part="rationales") + SECTION.format(part="risks")

RISK = {
    "id": "salt",
    "priority": 3,
    "forms": {
        "headline": "Salt may rise",
        "takeaway": "Two valleys may have to move their wells.",
        "summary": "It has, in two valleys. Nobody knows why.",
    },
}
NEAR = {
    "id": "near",
    "priority": 1,
    "forms": {
        "headline": "Water is near",
        "takeaway": "Wells of [#cost] would do.",
        "summary": "Most live above it. It is cold.",
    },
}
WHOLE: dict[str, Any] = {"rationales": [NEAR, SMALL["rationales"][0]], "risks": [RISK]}


def printed(draft: Draft) -> dict[str, list[list[str]]]:
    """Return what each choice of each section may print."""
    return {
        section.key: [
            [
                " / ".join(text_of(one.prose) for one in way.blocks if isinstance(one, Paragraph))
                for way in item.variants
            ]
            for item in section.items
            if isinstance(item, Choice)
        ]
        for section in draft.sections
    }


def test_takeaways_are_messages_and_points_keep_all_their_forms(composed: Composed) -> None:
    assert printed(composed(BOX.format("most=3") + BODY, **WHOLE)) == {
        "box": [
            ["Wells of just over US$1.2\u00a0million would do."],
            ["Two valleys may have to move their wells."],
        ],
        "rationales": [
            ["Water is near. Most live above it. It is cold.", "Water is near."],
            ["Wells are cheap. A well costs just over US$1.2\u00a0million.", "Wells are cheap."],
        ],
        "risks": [
            ["Salt may rise. It has, in two valleys. Nobody knows why.", "Salt may rise."],
        ],
    }


def test_a_headline_is_no_message_and_one_message_is_none(composed: Composed) -> None:
    """A headline would only be read twice; without a second message there is no box."""
    forms = {"headline": "Salt may rise", "summary": "It has, in two valleys."}
    found = printed(
        composed(BOX.format("most=3") + BODY, **{**WHOLE, "risks": [{**RISK, "forms": forms}]})
    )
    assert found["box"] == []
    assert len(found["rationales"]) == 2


DIG: dict[str, Any] = {"id": "dig", "priority": 3, "forms": {"headline": "Dig wells"}}
SELL = {"id": "sell", "priority": 3, "forms": {"headline": "Sell them"}}
SOON = {**DIG, "forms": {**DIG["forms"], "takeaway": "A well dug now serves in May."}}


@pytest.mark.parametrize(
    ("recommended", "said"),
    [
        ([DIG, SELL], "H: Dig wells; Sell them."),
        ([SOON, SELL], "H: Dig wells. A well dug now serves in May."),
        ([DIG, {**SELL, "forms": {"headline": "Sellers" + "s" * 120}}], "H: Dig wells."),
    ],
)
def test_what_is_recommended_is_a_message_though_others_are_worth_more(
    composed: Composed, recommended: list[dict[str, Any]], said: str
) -> None:
    """A reader who stops at the messages knows what is asked."""
    template = BOX.format("most=2") + BODY + SECTION.format(part="recommendations")
    found = printed(composed(template, **WHOLE, recommendations=recommended))
    assert found["box"] == [["Wells of just over US$1.2\u00a0million would do."], [said]]
    assert len(found["recommendations"]) == 2


def test_a_figure_of_a_message_is_told_below_as_well(composed: Composed) -> None:
    box, *_ = composed(BOX.format("most=3") + BODY, **WHOLE).sections
    (first, _) = (item for item in box.items if isinstance(item, Choice))
    assert first.variants[0].coverage.figures == frozenset()


def test_a_theme_may_have_the_messages_in_its_side_column(composed: Composed) -> None:
    frames = {"bottom_line": "main", "in_brief": "side", "figures": "side"}
    template = BOX.format("most=3").replace('"head"', "page.in_brief") + BODY
    box, *_ = composed(template, replace(theme(), frames=frames), **WHOLE).sections
    assert (box.frame, len(box.items)) == ("side", 2)


def test_the_box_has_styles_of_its_own_and_may_not_be_left_out(composed: Composed) -> None:
    box = composed(BOX.format("most=3") + BODY, **WHOLE).sections[0]
    assert box.heading
    assert box.heading.role is Role.IN_BRIEF_HEADING
    for item in box.items:
        assert isinstance(item, Choice)
        assert item.required
        assert item.repeats
        (block,) = item.variants[0].blocks
        assert isinstance(block, Paragraph)
        assert (block.role, block.item) == (Role.IN_BRIEF, "number")


@pytest.mark.parametrize(
    ("template", "code"),
    [
        (BOX.format("") + BOX.format("").replace("box", "other"), "in-brief-twice"),
        (BOX.format("").replace('"head"', '"side"'), "part-in-side"),
        (BOX.format("lines=3"), "option-unknown"),
    ],
)
def test_what_a_box_cannot_be_asked_is_an_error(
    composed: Composed, template: str, code: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        composed(template)
    assert caught.value.codes == (code,)
