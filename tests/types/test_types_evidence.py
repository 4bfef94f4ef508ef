"""A point rests on what its text refers to, unless it says what it rests on."""

from __future__ import annotations

from typing import Any

import pytest
from samples.sound import SOUND

from briefgen.conversion import argument_text
from briefgen.load.argument import argument_in_text
from briefgen.types.argument import Argument
from briefgen.types.point import Forms, Point

SAYS = {"headline": "Troops cost money", "summary": "They cost [#cost][@s1, p. 3], a report says."}


def point(**changed: Any) -> Point:
    return Point(id="a", priority=1, **{"forms": SAYS, **changed})


def test_evidence_follows_from_the_text_with_its_places() -> None:
    assert point().evidence == ("#cost", "@s1, p. 3")
    assert point(forms=Forms(**SAYS)).evidence == ("#cost", "@s1, p. 3")
    assert [one.named for one in point().cited] == ["s1, p. 3"]


@pytest.mark.parametrize("given", [(), ("@s1",)])
def test_what_is_given_stands_and_nothing_too(given: tuple[str, ...]) -> None:
    assert point(evidence=given).evidence == given


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".md"])
@pytest.mark.parametrize("given", [{}, {"evidence": []}, {"evidence": ["@s1"]}])
def test_each_format_keeps_it(suffix: str, given: dict[str, Any]) -> None:
    held = {"id": "costs", "priority": 2, "forms": SAYS, **given}
    argument = Argument.model_validate({**SOUND, "rationales": [held]})
    text = argument_text(argument, suffix)
    assert argument_in_text(text, suffix) == argument
    assert ("evidence" in text.split("rationales", 1)[-1]) is bool(given)
