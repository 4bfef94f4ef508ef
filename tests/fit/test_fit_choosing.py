"""Of all heads the best is taken, though most of them are only proven to be worse."""

from __future__ import annotations

import pytest

import briefgen
from briefgen.fit import fitting
from briefgen.fit.choosing import Choosing, best, heads, under
from briefgen.fit.problem_builder import ProblemBuilder

pytestmark = pytest.mark.slow


def best_of_each(statement: ProblemBuilder) -> tuple[bool, int, int] | None:
    """Solve under each head, whatever was found before."""
    found = [
        (one.reaches_floor, head.value + one.value, head.value)
        for head in heads(statement)
        if (one := under(head, statement))
    ]
    return max(found, default=None)


@pytest.mark.parametrize("audience", ["analyst", "journalist", "parliamentarian"])
@pytest.mark.parametrize("name", ["china-mali", "accessible-documents"])
def test_heads_that_are_not_looked_at_are_worse(
    name: str, audience: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def both(statement: ProblemBuilder, known: int | None = None) -> Choosing | None:
        found, expected = best(statement), best_of_each(statement)
        assert (found and found.value) == (expected and expected[1])
        beaten = best(statement, known)
        if expected and expected[0]:
            assert beaten == (found if expected[1] >= (known or 0) else None)
        compared.append(len([*heads(statement)]))
        return beaten

    monkeypatch.setattr(fitting, "best", both)
    briefgen.build(briefgen.load(f"data/{name}.yaml"), length="one-page", audience=audience)
    assert max(compared) > 1
