"""Intervals of a series: drawn as dots or upright lines, and said in words."""

from __future__ import annotations

import pytest
from samples.charted import charted, fact, ranged, reader_of

from briefgen.compose.charts import chart
from briefgen.types.block import Chart, Origin
from briefgen.types.fact import Fact
from briefgen.types.prose import text_of

THREE = ranged(("2018", 40, 37, 43), ("2019", 44.5, 41.2, 47.8), ("2020", 49, 46, 52), unit="%")
MANY = ranged(*((str(2000 + n), 10 + n, 9 + n, 12 + n) for n in range(12)))


def drawn(of: Fact, language: str = "en-GB") -> Chart:
    return chart(of, reader_of(charted(), language), Origin("x"))


def test_few_values_with_intervals_are_dots_and_many_a_line() -> None:
    assert [drawn(one).plot.kind for one in (THREE, MANY)] == ["dot", "line"]
    mixed = fact(("2018", 4), ("2019", 5), series=[
        {"date": "2018", "value": 4}, {"date": "2019", "value": 5, "low": 4, "high": 7},
    ])  # fmt: skip
    assert [held.ends for held in drawn(mixed).plot.values] == [None, (4, 7)]


def test_the_axis_reaches_to_the_ends_and_need_not_start_at_zero() -> None:
    ticks = drawn(THREE).plot.ticks
    assert (ticks[0].value, ticks[-1].value) == (35, 55)


@pytest.mark.parametrize(
    ("confidence", "language", "wanted"),
    [
        (95, "en-GB", "Vertical lines show 95% confidence intervals. Source:"),
        (None, "en-GB", "Vertical lines show the range given around a value. Source:"),
        (90, "fr", "Les traits verticaux indiquent l’intervalle de confiance à 90\u00a0%."),
    ],
)
def test_a_note_says_what_the_lines_are_and_never_a_level_that_is_not_given(
    confidence: int | None, language: str, wanted: str
) -> None:
    held = drawn(THREE.model_copy(update={"confidence": confidence}), language)
    assert text_of(held.note).startswith(wanted)


def test_the_alternative_text_says_each_interval() -> None:
    held = drawn(THREE)
    assert held.alt.startswith(
        "Dot plot: Wells dug, the north, 2018 to 2020. 3 values: first 40%, r"
    )
    assert held.alt.endswith(
        " All values: 40%, range 37% to 43% (2018); 44.5%, range 41.2% to 47.8% (2019);"
        " 49%, range 46% to 52% (2020). Vertical lines show the range given around a value."
    )


def test_the_interval_of_a_fact_is_not_that_of_other_values() -> None:
    held = fact(("2019", 12), ("2020", 15), unit="%", interval="13–17", confidence=95)
    assert "CI" not in drawn(held).alt


def test_a_scale_that_a_language_has_not_is_written_out_in_intervals_too() -> None:
    held = ranged(("2019", 1.5, 1, 2), ("2020", 3, 2, 4), scale="lakh", interval="2–4")
    scaled = reader_of(charted(), "fr").words.in_scale(held)
    assert str(scaled.series[0].interval) == "100000–200000"
    assert str(scaled.interval) == "200000–400000"
