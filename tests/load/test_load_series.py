"""Series in Markdown: values by their dates, with what each lies between."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.convert import markdown_of
from briefgen.load.argument import argument_in_text
from briefgen.types.argument import Argument
from briefgen.types.finding import LoadError

TEXT = """---
title: Wells pay
article: {{title: A report, authors: [Ada Moss], date: 2021-08-24}}
---
Wells pay off.

# Facts

- 5 wells {{#wells of="wells dug" series="{}"}}
"""


def argument(series: str) -> Argument:
    return argument_in_text(TEXT.format(series), ".md")


def test_a_value_may_have_an_interval_and_is_written_so_again() -> None:
    held = argument(
        "2016: 3; 2017-Q2: -1.2 (-2.5–0), 2018: 4 (3.5 to 6), 2019: 5 (4–), 2020: 6 (–7)"
    )
    (fact,) = held.facts
    assert [(str(one.date), one.value, one.low, one.high) for one in fact.series] == [
        ("2016", 3, None, None),
        ("2017-Q2", Decimal("-1.2"), Decimal("-2.5"), 0),
        ("2018", 4, Decimal("3.5"), 6),
        ("2019", 5, 4, None),
        ("2020", 6, None, 7),
    ]
    assert 'series="2016: 3, 2017-Q2: -1.2 (-2.5–0), 2018: 4 (3.5–6)' in markdown_of(held)
    assert argument_in_text(markdown_of(held), ".md") == held


def test_a_value_may_be_projected_and_is_written_so_again() -> None:
    held = argument("2016: 3, 2017: 4 projected, 2018: 5 (3–7) projected")
    (fact,) = held.facts
    assert [one.projected for one in fact.series] == [False, True, True]
    assert 'series="2016: 3, 2017: 4 projected, 2018: 5 (3–7) projected"' in markdown_of(held)
    assert argument_in_text(markdown_of(held), ".md") == held


@pytest.mark.parametrize(
    ("series", "path"),
    [
        ("2016: about 3, 2017: 4", ("series", 0, "value")),
        ("2016: 3, 2017", ("series", 1, "value")),
        ("2016: 1,2000", ("series", 1, "value")),
        ("2016: 3 planned", ("series", 0, "value")),
        ("2016: 3 (2-4)", ("series", 0, "value")),
        ("2016: 3 (2–x)", ("series", 0, "high")),
    ],
)
def test_an_entry_that_cannot_be_read_is_refused(series: str, path: tuple[str | int, ...]) -> None:
    with pytest.raises(LoadError) as caught:
        argument(series)
    assert [one.path for one in caught.value.findings] == [("facts", 0, *path)]
    assert [one.line for one in caught.value.findings] == [9]
