"""The arguments that come with briefgen say nothing against themselves."""

from __future__ import annotations

import pytest

from briefgen.check import check
from briefgen.load.argument import read_argument
from briefgen.load.shelf import names, shelf_file


@pytest.mark.parametrize("name", names("data"))
def test_a_built_in_argument_has_no_errors(name: str) -> None:
    argument = read_argument(shelf_file("data", name))
    assert argument.id == name
    assert [str(each) for each in check(argument) if each.severity == "error"] == []


def test_the_reference_argument_is_there() -> None:
    assert "china-mali" in names("data")
