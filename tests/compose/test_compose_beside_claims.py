"""A chart stands behind the claim that it proves."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import SMALL, Composed

from briefgen.types.draft import Choice, Draft

SERIES = [{"date": str(2017 + n), "value": 1 + n} for n in range(3)]
FACTS: list[dict[str, Any]] = [
    SMALL["facts"][0],
    {**SMALL["facts"][1], "value": 3, "as_of": "2019", "qualifier": None, "series": SERIES},
]
CHARTS = '{% section "charts", heading="Charts" %}{% charts optional=true %}{% endsection %}'


def points(manner: str, frame: str = "main") -> str:
    return (
        f'{{% section "reasons", frame="{frame}" %}}{{% for p in points.rationales %}}'
        f'{{% point p, as="{manner}" %}}{{% endfor %}}{{% endsection %}}'
    )


def subjects(draft: Draft) -> dict[str, list[str]]:
    return {
        one.key: [item.subject for item in one.items if isinstance(item, Choice)]
        for one in draft.sections
    }


@pytest.mark.parametrize(
    ("manner", "order"),
    [
        ("run-in", ["cheap", "cost", "near"]),
        ("bullet", ["cheap", "near", "cost"]),
        ("numbered", ["cheap", "near", "cost"]),
    ],
)
def test_a_chart_stands_behind_its_claim_or_behind_the_list_that_holds_it(
    composed: Composed, manner: str, order: list[str]
) -> None:
    for template in (points(manner) + CHARTS, CHARTS + points(manner)):
        found = subjects(composed(template, facts=FACTS))
        assert found == {"reasons": order, "charts": []}


@pytest.mark.parametrize("template", [points("run-in", "side") + CHARTS, CHARTS])
def test_a_chart_whose_claim_is_not_in_the_main_column_stays(
    composed: Composed, template: str
) -> None:
    assert subjects(composed(template, facts=FACTS))["charts"] == ["cost"]
