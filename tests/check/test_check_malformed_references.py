"""What is no reference is told with the reference that was meant, where there is such a one."""

from __future__ import annotations

import pytest
from samples.sound import remarks

SUMMARY = "rationales__0__forms__summary"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("[#Cost]", "did you mean [#cost]? ids are lower-case words with hyphens"),
        ("[# cost ]", "did you mean [#cost]?"),
        ("[@s1", "did you mean [@s1]?"),
        ("[#more_cost]", "write one id: "),
        ("[@s1 p. 3]", "did you mean [@s1, p. 3]?"),
        ("[@s1, @s2]", "part sources by semicolons"),
        ("[see @s1]", "write the words before the bracket"),
    ],
)
def test_a_reference_written_in_another_manner_is_reported_with_what_was_meant(
    written: str, hint: str
) -> None:
    (finding,) = remarks("malformed-reference", **{SUMMARY: f"It costs {written}"})
    assert finding.hint.startswith(hint)


def test_hyphens_are_reported_to_who_writes_underscores() -> None:
    changes = {"facts__0__id": "cost-now", SUMMARY: "It costs [#cost_now]."}
    (finding,) = remarks("malformed-reference", **changes)
    assert finding.hint.startswith("did you mean [#cost-now]?")
