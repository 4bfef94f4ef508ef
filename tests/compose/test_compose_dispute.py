"""A contested point says who disputes it, and who holds it unless that is the author."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import SMALL, Composed

from briefgen.types.block import Paragraph
from briefgen.types.draft import Choice
from briefgen.types.prose import text_of

TEMPLATE = """{% section "contested" %}
{% for point in points.contested %}
{% point point, as="run-in", forms=["summary", "headline"] %}
{% endfor %}
{% endsection %}"""


def reported(composed: Composed, held_by: str, **changed: Any) -> tuple[str, str]:
    """Return the summary and the headline of a contested point, as they are printed."""
    contested = {
        "id": "price",
        "priority": 1,
        "held_by": held_by,
        "disputed_by": "the carriers' guild",
        "counter_position": "wells cost [#cost].",
        "forms": {"headline": "Wells pay", "summary": "They pay soon."},
    }
    (choice,) = composed(TEMPLATE, contested=[contested], **changed).sections[0].items
    assert isinstance(choice, Choice)
    summary, headline = (variant.blocks[0] for variant in choice.variants)
    assert isinstance(summary, Paragraph)
    assert isinstance(headline, Paragraph)
    return text_of(summary.prose), text_of(headline.prose)


def test_who_holds_and_who_disputes_is_said_after_what_is_held(composed: Composed) -> None:
    assert reported(composed, "the ministry") == (
        "Wells pay. They pay soon. Held by the ministry. Disputed by the carriers’ guild:"
        " wells cost just over US$1.2\u00a0million.",
        "Wells pay.",
    )


@pytest.mark.parametrize("author", ["A. Writer", "a. writer", "the author", "The author"])
def test_that_the_author_holds_it_goes_without_saying(composed: Composed, author: str) -> None:
    summary, _ = reported(composed, author)
    assert summary.startswith("Wells pay. They pay soon. Disputed by the carriers’ guild: wells")


def test_each_author_of_several_and_an_organisation_is_one(composed: Composed) -> None:
    article = {
        **SMALL["article"],
        "authors": [{"name": "A. Writer"}, {"organisation": "the Wells Board"}],
    }
    assert "Held by" not in reported(composed, "The Wells Board", article=article)[0]
    assert "Held by" in reported(composed, "one member of the Wells Board", article=article)[0]
