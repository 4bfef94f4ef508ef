"""Where a sentence ends, whatever stands at the end of a headline, and text that is none."""

from __future__ import annotations

import pytest
from samples.small import EVERYBODY, SMALL, Composed

from briefgen.types.block import Paragraph
from briefgen.types.draft import Choice, Draft
from briefgen.types.prose import text_of

TEMPLATE = """
{% section "risks" %}
{% for point in points.risks %}{% point point, as="run-in", forms=["headline"] %}{% endfor %}
{% endsection %}
{% section "uncertain" %}
{% uncertain optional=true %}
{% endsection %}
{% section "sources" %}{% sources %}{% endsection %}
"""


def reported(draft: Draft) -> list[str]:
    blocks = [
        block
        for section in draft.sections[:2]
        for item in section.items
        if isinstance(item, Choice)
        for block in item.variants[0].blocks
    ]
    return [text_of(block.prose) for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("headline", "printed"),
    [
        ("Salt may rise", "Salt may rise."),
        ("May salt rise?", "May salt rise?"),
        ("Salt may rise[@s1]", "Salt may rise."),
        ("Salt may rise.[@s1]", "Salt may rise."),
        ("May *salt rise?*", "May salt rise?"),
        ("Salt may rise:", "Salt may rise:"),
        ("Salt may rise…", "Salt may rise…"),
        ("Salt may rise etc.", "Salt may rise etc."),
        ("It may be ‘salt.’", "It may be ‘salt.’"),
        ("It may be “salt”", "It may be “salt”."),
    ],
)
def test_a_headline_ends_in_one_stop_also_before_a_citation(
    composed: Composed, headline: str, printed: str
) -> None:
    risk = {**SMALL["risks"][0], "modality": "possible", "forms": {"headline": headline}}
    risk["uncertainty"] = headline
    alone, listed = reported(composed(TEMPLATE, risks=[risk]))
    assert alone == printed
    assert listed == printed


@pytest.mark.parametrize("said", ["Salt may rise", "Salt may rise."])
def test_what_cites_a_message_stands_before_its_stop(composed: Composed, said: str) -> None:
    risk = {**SMALL["risks"][0], "modality": "possible", "forms": {"headline": said}}
    risk |= {"uncertainty": said, "evidence": ["@s1"], "locator": "page 3"}
    audience = EVERYBODY.model_copy(update={"evidence": "inline"})
    (alone,) = reported(composed(TEMPLATE, audience=audience, risks=[risk]))[:1]
    assert alone.startswith("Salt may rise (")
    assert alone.endswith(").")


@pytest.mark.parametrize(
    "text", ["#", "# {{ subtitle }}", "- {{ subtitle }}", "-", "{{ subtitle }}"]
)
def test_text_of_a_template_that_comes_to_nothing_is_no_block(
    composed: Composed, text: str
) -> None:
    section = composed(f'{{% section "a" %}}\n{text}\n{{% endsection %}}').sections[0]
    assert section.items == ()
