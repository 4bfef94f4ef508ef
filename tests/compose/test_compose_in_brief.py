"""Messages that open a brief: in words of the argument, and each says more below."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import SMALL, Composed

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
        "summary": "It has, in two valleys. Nobody knows why.",
        "detail": ["Two valleys have salt in their wells."],
    },
}
NEAR = {
    "id": "near",
    "priority": 1,
    "forms": {
        "headline": "Water is near",
        "summary": "Most live above it. It is cold.",
        "detail": ["Water lies below every village."],
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


def test_headlines_are_messages_and_lead_into_what_is_said_below(composed: Composed) -> None:
    assert printed(composed(BOX.format("most=3") + BODY, **WHOLE)) == {
        "box": [["Water is near."], ["Salt may rise."]],
        "rationales": [
            [
                "Water is near. Water lies below every village.",
                "Water is near. Most live above it. It is cold.",
            ],
            ["Wells are cheap. A well costs just over US$1.2\u00a0million.", "Wells are cheap."],
        ],
        "risks": [
            [
                "Salt may rise. Two valleys have salt in their wells.",
                "Salt may rise. It has, in two valleys. Nobody knows why.",
            ]
        ],
    }


def test_a_point_that_is_a_headline_alone_is_no_message(composed: Composed) -> None:
    risks = [{**RISK, "forms": {"headline": "Salt may rise"}}]
    found = printed(composed(BOX.format("most=3") + BODY, **{**WHOLE, "risks": risks}))
    assert found["box"] == []
    assert found["risks"] == [["Salt may rise."]]


def test_a_first_sentence_is_told_where_the_detail_can_do_without(composed: Composed) -> None:
    found = printed(composed(BOX.format("sentences=true") + BODY, **WHOLE))
    assert found["box"] == [
        ["Water is near. Most live above it."],
        ["Salt may rise. It has, in two valleys."],
    ]
    assert found["risks"] == [["Salt may rise. Two valleys have salt in their wells."]]


def test_sentences_are_told_by_all_messages_or_by_none(composed: Composed) -> None:
    forms = {**RISK["forms"], "detail": [], "more": ["In one, it is gone."]}  # type: ignore[dict-item]
    risks = [{**RISK, "forms": forms}]
    found = printed(composed(BOX.format("sentences=true") + BODY, **{**WHOLE, "risks": risks}))
    assert found["box"] == [["Water is near."], ["Salt may rise."]]


@pytest.mark.parametrize(
    "forms", [{"headline": "Salt cost [#cost]"}, {"headline": "Salt is [>close] off"}]
)
def test_what_prose_prints_once_is_no_message(composed: Composed, forms: dict[str, str]) -> None:
    """With one message left there is no box: the section has nothing, and so no heading."""
    risks = [{**RISK, "forms": {**RISK["forms"], **forms}}]  # type: ignore[dict-item]
    found = printed(composed(BOX.format("most=3") + BODY, **{**WHOLE, "risks": risks}))
    assert found["box"] == []
    assert found["rationales"][0][0].startswith("Water is near. ")


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
        (BOX.format('sentences="yes"'), "flag-wrong"),
    ],
)
def test_what_a_box_cannot_be_asked_is_an_error(
    composed: Composed, template: str, code: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        composed(template)
    assert caught.value.codes == (code,)
