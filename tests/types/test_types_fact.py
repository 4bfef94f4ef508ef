"""A figure keeps the digits that it was written with, wherever it comes from."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from briefgen.types.fact import Fact
from briefgen.types.finding import LoadError


def fact(value: object) -> Fact:
    data: dict[str, Any] = {"id": "a", "unit": "%", "measure": "m", "scope": "s", "locator": "p"}
    return Fact.model_validate({**data, "as_of": "2023", "value": value})


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (4, "4"),
        (4.5, "4.5"),
        (0.1, "0.1"),
        ("4.0", "4.0"),
        ("-1.50", "-1.50"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+3"), "1000"),
    ],
)
def test_a_value_keeps_its_written_digits(given: object, kept: str) -> None:
    made = fact(given)
    assert isinstance(made.value, Decimal)
    assert str(made.value) == kept
    assert str(Fact.model_validate_json(made.model_dump_json()).value) == kept
    assert str(Fact.model_validate(made.model_dump(mode="json")).value) == kept


@pytest.mark.parametrize(
    "given",
    [
        *(
            True,
            None,
            [],
            (0, (4,), 0),
            "many",
            "1,200",
            "4_05",
            " 4",
            "4\n",
            "04",
            "1e3",
            "\u0664",
        ),
        *(float("nan"), Decimal("Infinity")),
    ],
)
def test_what_is_no_number_is_refused(given: object) -> None:
    with pytest.raises(LoadError) as caught:
        fact(given)
    assert [finding.path for finding in caught.value.findings] == [("value",)]


@pytest.mark.parametrize("given", [10**15, "0.1234567890123", 5e-13])
def test_a_number_has_an_end(given: object) -> None:
    with pytest.raises(LoadError, match="the limit is"):
        fact(given)


def test_the_schema_takes_a_number_or_one_in_quotes() -> None:
    shape = Fact.model_json_schema()["properties"]["value"]
    assert [each["type"] for each in shape["anyOf"]] == ["number", "string"]
