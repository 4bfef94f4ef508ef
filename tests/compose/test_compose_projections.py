"""Projections of a series: said under the chart, and in the words that stand for it."""

from __future__ import annotations

import pytest
from samples.charted import charted, projected, reader_of

from briefgen.compose.charts import chart
from briefgen.types.block import Chart, Origin
from briefgen.types.fact import Fact
from briefgen.types.prose import text_of

BARS = projected(2, ("2018", 4), ("2019", 7), ("2020", 5), ("2021", 6))
LINE = projected(9, *((str(2010 + n), 9 + n) for n in range(10)))


def drawn(of: Fact, language: str = "en-GB") -> Chart:
    return chart(of, reader_of(charted(), language), Origin("x"))


@pytest.mark.parametrize(
    ("of", "language", "wanted"),
    [
        (BARS, "en-GB", "Outlined bars are projections (2020 to 2021). Source:"),
        (LINE, "en-GB", "The dashed line is a projection (2019). Source:"),
        (LINE, "de", "Die gestrichelte Linie ist eine Projektion (2019). Quelle:"),
    ],
)
def test_a_note_says_what_is_projected_and_how_it_is_drawn(
    of: Fact, language: str, wanted: str
) -> None:
    assert text_of(drawn(of, language).note).startswith(wanted)


def test_the_alternative_text_says_it_with_each_value_and_once_of_all() -> None:
    assert drawn(BARS).alt.endswith(
        " All values: 4 wells (2018); 7 wells (2019); 5 wells (2020, projected); 6 wells (2021,"
        " projected). Outlined bars are projections (2020 to 2021)."
    )
    assert "last 18 wells (2019, projected)" in drawn(LINE).alt


def test_the_title_says_of_its_last_value_that_it_is_projected() -> None:
    rising = projected(2, ("2018", 4), ("2019", 5), ("2020", 5), ("2021", 6))
    assert text_of(drawn(rising).title) == ("Wells dug: from 4 (2018) to 6 (2021,\u00a0projected)")


def test_the_title_says_the_extremes_where_a_value_lies_beyond_the_ends() -> None:
    assert text_of(drawn(BARS).title) == "Wells dug: lowest 4 (2018), highest 7 (2019)"
    german = text_of(drawn(BARS, "de").title)
    assert german.endswith(": am niedrigsten 4 (2018), am höchsten 7 (2019)")


def test_the_title_names_no_one_of_two_values_that_are_as_high() -> None:
    twice = projected(9, ("2018", 4), ("2019", 7), ("2020", 7), ("2021", 6))
    assert text_of(drawn(twice).title) == "Wells dug"


def test_values_are_measured_up_to_the_first_projection() -> None:
    plot = drawn(BARS).plot
    assert (plot.first_projected, [held.projected for held in plot.values]) == (
        2,
        [False, False, True, True],
    )
    assert drawn(projected(2, ("2018", 4), ("2019", 7))).plot.first_projected == 2


def test_the_lowest_value_of_a_line_has_room_below_it_above_the_dates() -> None:
    dip = projected(12, *((str(2010 + n), value) for n, value in enumerate((4, 5) * 5 + (-9.9, 3))))
    ticks = drawn(dip).plot.ticks
    assert ticks[0].value < -10
    above_zero = projected(12, *((str(2010 + n), n) for n in range(12)))
    assert drawn(above_zero).plot.ticks[0].value == 0
