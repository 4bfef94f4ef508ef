"""Sources in brackets: once for a paragraph, and none where a reader begins."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import EVERYBODY, SMALL, Composed

from briefgen.fit.resolve import resolve
from briefgen.types.block import Paragraph
from briefgen.types.draft import Choice, Draft
from briefgen.types.prose import text_of

INLINE = EVERYBODY.model_copy(update={"evidence": "inline"})
PLACES = [
    {**SMALL["sources"][0], "id": f"p{number}", "locator": f"paragraph {number}"}
    for number in (2, 9)
]
RAIN = {
    "id": "rain",
    "status": "resolved",
    "title": "Rain",
    "publisher": "Met Office",
    "date": 2018,
    "address": "https://example.org/rain",
}
POINT = '{% section "s" %}{% point points.risks[0], as="text", forms=["summary"] %}{% endsection %}'
OPENING = (
    '{% section "t", frame="head", role="Bottom Line" %}'
    '{% point points.thesis[0], as="text", forms=["summary"] %}{% endsection %}'
    '{% section "f", frame="foot" %}{{ about.opening }}{% endsection %}'
)
BOX = (
    '{% section "box", frame="head", heading="In brief" %}{% in_brief %}{% endsection %}'
    '{% for part in ("rationales", "risks") %}{% section part, heading="H" %}'
    "{% for point in points[part] %}{% point point %}{% endfor %}{% endsection %}{% endfor %}"
)


def printed(draft: Draft) -> list[str]:
    choices = sum(isinstance(item, Choice) for one in draft.sections for item in one.items)
    content = resolve(draft, (0,) * choices)
    blocks = [block for section in content.sections for block in section.blocks]
    return [text_of(block.prose) for block in blocks if isinstance(block, Paragraph)]


def risk(summary: str) -> list[dict[str, Any]]:
    forms = {"headline": "The land is dry", "takeaway": "Rain falls less.", "summary": summary}
    return [{"id": "dry", "priority": 1, "forms": forms}]


@pytest.mark.parametrize(
    ("summary", "wanted"),
    [
        (
            "Wells fell [@p9], then rose [@p2]. It rained.",
            "Wells fell, then rose. It rained (article, paragraphs\u00a02 and 9).",
        ),
        (
            "Wells fell [@p2]. It rained [@rain] again.",
            "Wells fell. It rained (Met Office, 2018) again (article, paragraph\u00a02).",
        ),
        (
            "Wells fell [@p2]. It rained [@rain].",
            "Wells fell. It rained (Met Office, 2018; article, paragraph\u00a02).",
        ),
    ],
)
def test_a_paragraph_names_its_places_in_the_article_once_at_its_end(
    composed: Composed, summary: str, wanted: str
) -> None:
    draft = composed(POINT, audience=INLINE, risks=risk(summary), sources=[*PLACES, RAIN])
    assert printed(draft) == [wanted]


@pytest.mark.parametrize(
    ("evidence", "wanted"),
    [
        (
            "inline",
            ["Wells pay within three years.", "Source of the opening: paragraph\u00a02."],
        ),
        ("none", ["Wells pay within three years."]),
    ],
)
def test_the_bottom_line_has_no_brackets_and_the_foot_says_where_it_is_said(
    composed: Composed, evidence: str, wanted: list[str]
) -> None:
    reader = EVERYBODY.model_copy(update={"evidence": evidence})
    assert printed(composed(OPENING, audience=reader)) == wanted


def test_messages_in_brief_have_no_brackets_and_their_points_do(composed: Composed) -> None:
    near = {"headline": "Water is near", "takeaway": "Wells will do [@p2].", "summary": "It is."}
    reasons = [{"id": "near", "priority": 1, "forms": near, "evidence": ["@p2"]}]
    salt = risk("Salt rises [@p9].")
    sources = [*PLACES, RAIN]
    draft = composed(BOX, audience=INLINE, rationales=reasons, risks=salt, sources=sources)
    first, second, *told = printed(draft)
    assert (first, second) == ("Wells will do.", "Rain falls less.")
    assert "(article, paragraph" in told[0]
    assert told[1:] and all("(para." in one for one in told[1:])


def test_that_it_is_the_article_is_said_once_a_brief(composed: Composed) -> None:
    """The first place is in full, those after it in short: every paragraph has one."""
    reasons = [
        {
            "id": f"r{number}",
            "priority": 1,
            "evidence": [f"@p{number}"],
            "forms": {"headline": f"Water {number} is near", "summary": "It is."},
        }
        for number in (2, 9)
    ]
    template = (
        '{% section "s" %}{% for one in points.rationales %}{% point one %}{% endfor %}'
        "{% endsection %}"
    )
    draft = composed(template, audience=INLINE, rationales=reasons, sources=PLACES)
    assert [one.partition(" (")[2].rstrip(").") for one in printed(draft)] == [
        "article, paragraph\u00a02",
        "para.\u00a09",
    ]


@pytest.mark.parametrize("tag", ["{% sources %}", "{%- sources %}", "{%  sources %}"])
def test_numbers_that_lead_into_a_list_need_no_source_of_the_opening(
    composed: Composed, tag: str
) -> None:
    reader = EVERYBODY.model_copy(update={"evidence": "footnotes"})
    listed = f'{{% section "sources" %}}{tag}{{% endsection %}}'
    told = printed(composed(OPENING + listed, audience=reader))
    assert not any(one.startswith("Source of the opening") for one in told)
    assert any(
        one.startswith("Source of the opening")
        for one in printed(composed(OPENING, audience=reader))
    )
