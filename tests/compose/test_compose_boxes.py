"""Boxes and pull quotations that a content template places."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import SMALL, Composed

from briefgen.types.block import Block, Paragraph
from briefgen.types.draft import Choice, Draft
from briefgen.types.finding import TemplateError
from briefgen.types.prose import text_of
from briefgen.types.role import Role

SAID: dict[str, Any] = {
    "id": "said",
    "text": "no rain came to us in May",
    "speaker": "B. Farmer",
    "locator": "paragraph 2",
}


def section(inner: str, frame: str = "main") -> str:
    return f'{{% section "s", frame="{frame}" %}}{inner}{{% endsection %}}'


def texts(draft: Draft) -> list[tuple[Role, str]]:
    """Return role and text of each paragraph, of a choice in its longest form."""
    blocks: list[Block] = []
    for item in draft.sections[0].items:
        blocks += item.variants[0].blocks if isinstance(item, Choice) else (item,)
    return [(one.role, text_of(one.prose)) for one in blocks if isinstance(one, Paragraph)]


def test_text_and_points_between_stand_in_a_box(composed: Composed) -> None:
    inner = (
        "Before.\n{% callout %}\nIn the box.\n{% point points.risks[0] %}\n{% endcallout %}\nAfter."
    )
    assert texts(composed(section(inner))) == [
        (Role.BODY, "Before."),
        (Role.CALLOUT, "In the box."),
        (Role.CALLOUT, "Salt may rise."),
        (Role.BODY, "After."),
    ]


@pytest.mark.parametrize("tag", ["pull_quote", 'pull_quote "said"'])
def test_a_quotation_stands_large_over_its_speaker(composed: Composed, tag: str) -> None:
    short = {**SAID, "id": "short", "text": "no rain"}
    found = texts(composed(section(f"{{% {tag} %}}"), quotations=[short, SAID]))
    assert found == [
        (Role.PULL_QUOTE, "“no rain came to us in May”"),
        (Role.PULL_QUOTE_SOURCE, "B. Farmer, paragraph\u00a02"),
    ]


def test_fragments_and_nobody_s_words_are_never_large(composed: Composed) -> None:
    held = [{**SAID, "text": "no rain"}, {**SAID, "id": "two", "speaker": None}]
    assert texts(composed(section("{% pull_quote %}"), quotations=held)) == []


@pytest.mark.parametrize(
    ("template", "code"),
    [
        (section("{% callout %}{% callout %}"), "callout-open"),
        (section("{% callout %}"), "callout-open"),
        (section("{% endcallout %}"), "callout-closed"),
        (section("{% callout %}", "side"), "part-in-side"),
        (section("{% pull_quote %}", "side"), "part-in-side"),
        (section('{% pull_quote "close" %}'), "quotation-unknown"),
    ],
)
def test_what_cannot_be_is_an_error_of_its_line(
    composed: Composed, template: str, code: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        composed(template)
    assert caught.value.codes == (code,)


def test_a_quotation_stands_behind_the_point_that_it_is_of_and_with_it_only(
    composed: Composed,
) -> None:
    said = {**SAID, "id": "rain"}
    risk = {**SMALL["risks"][0], "evidence": [">rain"]}
    risks = '{% section "risks" %}{% for one in points.risks %}{% point one %}{% endfor %}'
    template = risks + "{% endsection %}" + section("{% pull_quote optional=true %}")
    draft = composed(template, quotations=[said], risks=[risk, *SMALL["risks"][1:]])
    choices = [one for one in draft.sections[0].items if isinstance(one, Choice)]
    at = [one.subject for one in choices].index("rain")
    assert choices[at - 1].subject == risk["id"]
    assert choices[at].variants[0].coverage.needs == (frozenset([risk["id"]]),)


def test_what_is_set_large_is_not_listed_again(composed: Composed) -> None:
    template = section("{% pull_quote %}{% quotations %}")
    other = {**SAID, "id": "other", "text": "the wells were dry by June"}
    found = [text for _, text in texts(composed(template, quotations=[SAID, other]))]
    assert [text.partition("”")[0] for text in found if "“" in text] == [
        "“no rain came to us in May",
        "“the wells were dry by June",
    ]
