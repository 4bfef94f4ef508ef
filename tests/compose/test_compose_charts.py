"""Charts say what they draw, and only what is a series is drawn."""

from __future__ import annotations

import itertools
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from samples.charted import charted, fact, reader_of
from samples.small import Composed

from briefgen.compose.charts import chart, charts
from briefgen.compose.comparison import comparisons, groups
from briefgen.compose.scale import round_values
from briefgen.load.argument import read_argument
from briefgen.types.argument import Part
from briefgen.types.block import Chart, Origin, Table
from briefgen.types.fact import Fact
from briefgen.types.finding import TemplateError
from briefgen.types.page import spanning
from briefgen.types.prose import text_of

AT = Origin("charts")
DATA = Path(__file__).resolve().parents[2] / "data"

THREE = fact(("2018", 4), ("2019", 7), ("2020", 5))


def drawn(of: Fact, language: str = "en-GB") -> Chart:
    return chart(of, reader_of(charted(), language), AT)


def reported(block: Chart) -> list[str]:
    return [f"{held.when}: {held.text}" for held in block.plot.values]


def test_few_values_are_bars_and_many_are_a_line() -> None:
    many = fact(*((str(2000 + n), n) for n in range(9)))
    assert drawn(THREE).plot.kind == "bar"
    assert drawn(many).plot.kind == "line"


@pytest.mark.parametrize(
    ("dates", "kind", "slots"),
    [
        (("2015", "2016", "2018"), "bar", (0, 1, 3)),
        (("2000", "2005", "2015"), "bar", (0, 1, 3)),
        (("1990", "2020"), "bar", (0, 1)),
        (("2001", "2002", "2010", "2018", "2019"), "line", (0, 1, 9, 17, 18)),
        (("2021/22", "2022/23", "2023/24"), "bar", (0, 1, 2)),
        (("FY2019", "FY2021", "FY2022"), "bar", (0, 2, 3)),
        (("2022-Q4", "2023-Q1", "2023-Q3"), "bar", (0, 1, 3)),
        (("2022-11", "2023-01", "2023-04"), "bar", (0, 2, 5)),
        (("2022-01-31", "2022-02-28", "2022-03-31"), "bar", (0, 1, 2)),
        (("2022-01-03", "2022-01-10", "2022-03-14"), "line", (0, 1, 2)),
        (("2018", "2019-02", "2020"), "line", (0, 7, 24)),
    ],
)
def test_values_stand_at_steps_of_equal_time_and_where_there_are_many_on_a_line(
    dates: tuple[str, ...], kind: str, slots: tuple[int, ...]
) -> None:
    plot = drawn(fact(*((date, n) for n, date in enumerate(dates)))).plot
    assert (plot.kind, plot.slots) == (kind, slots)


def test_the_alternative_text_says_where_values_are_missing() -> None:
    block = drawn(fact(("2015/16", 4), ("2018/19", 7), ("2019/20", 5)))
    assert block.alt.endswith(
        "All values: 4 wells (2015/16); 7 wells (2018/19); 5 wells (2019/20)."
        " Drawn true to time, without values between 2015/16 and 2018/19."
    )
    french = drawn(fact(("2015-Q1", 4), ("2015-Q4", 7), ("2016-Q1", 5)), "fr")
    assert french.alt.endswith("À l’échelle du temps, sans valeur entre T1 2015 et T4 2015.")


def test_values_stand_in_order_of_time_however_they_were_written() -> None:
    mixed = fact(("2020", 3), ("mid-2018", 1), ("2019-02", 2))
    assert reported(drawn(mixed)) == ["Mid-2018: 1", "February 2019: 2", "2020: 3"]


def test_the_article_about_mali_has_no_chart_for_it_gives_no_series() -> None:
    """135, 170 and 395 are no trend."""
    for path in DATA.glob("*.yaml"):
        argument = read_argument(path)
        assert charts(argument, (), reader_of(argument), AT) == ()


@pytest.mark.parametrize(
    "values", [[("2020", 1)], [("2020", 1), ("2020", 2)]], ids=["one value", "one date"]
)
def test_what_is_no_series_has_no_chart(values: list[tuple[str, float]]) -> None:
    assert not fact(*values).has_chart


def test_the_caption_says_of_whom_and_from_when_to_when_and_a_note_by_whose_account() -> None:
    def caption(**rest: object) -> str:
        return drawn(fact(("2018-05", 1), ("2019", 2), **rest)).subject

    plain = drawn(fact(("2018-05", 1), ("2019", 2)))
    assert caption() == "Wells dug, the north, May 2018 to 2019"
    assert [text_of(prose) for prose in (plain.title, plain.caption, plain.note)] == [
        "Wells dug: from 1 (May\u00a02018) to 2 (2019)",
        "The north, May 2018 to 2019",
        "Source: article, paragraph\u00a01.",
    ]
    money = drawn(fact(("2018-05", 1), ("2019", 2), unit="USD"))
    assert text_of(money.caption) == "US$, the north, May 2018 to 2019"
    assert caption(unit="USD").startswith("Wells dug (US$), the north,")
    assert caption(unit="USD", scale="billion").startswith("Wells dug (US$ billion), the north,")
    assert caption(unit="holes", scale="million").startswith("Wells dug (million holes), the")
    assert caption(unit="wells", scale="million").startswith("Wells dug (million), the north,")
    assert caption(unit="holes").startswith("Wells dug (holes), the north,")
    assert caption(unit="%").startswith("Wells dug (%), the north,")


def test_what_the_series_shows_is_its_title_and_else_its_ends_where_they_lose_nothing() -> None:
    said = drawn(fact(("2018", 1), ("2019", 2), finding="Twice as many wells were dug"))
    assert text_of(said.caption) == "Wells dug, the north, 2018 to 2019"
    assert text_of(said.title) == "Twice as many wells were dug"
    assert text_of(drawn(fact(("2018", 1), ("2019", 2))).title) == (
        "Wells dug: from 1 (2018) to 2 (2019)"
    )
    cited = fact(("2018", 1), ("2019", 9), ("2020", 4), value=9, as_of="2019")
    assert text_of(drawn(cited).title) == "Wells dug: from 1 (2018) to 9 (2019)"
    first = fact(("2018", 1), ("2019", 9), value=1, as_of="2018")
    assert text_of(drawn(first).title) == "Wells dug: from 1 (2018) to 9 (2019)"
    about = fact(("2018", 1), ("2019", 9), qualifier="slightly over")
    long = fact(("2018", 1), ("2019", 9), measure="Wells dug by hand " * 5)
    assert text_of(drawn(about).title) == "Wells dug"
    assert text_of(drawn(long).title).endswith("by hand")


def test_a_chart_that_belongs_to_no_point_goes_over_all_columns_and_one_that_does_not() -> None:
    argument = read_argument(DATA.parent / "tests" / "arguments" / "series.yaml")
    points = [point for part in Part for point in argument.points(part)]
    blocks = [entry.blocks[0] for entry in charts(argument, points, reader_of(argument), AT)]
    wide = {block.fact: block.wide for block in blocks if isinstance(block, Chart)}
    assert wide == {"riders": False, "result": False, "level": True}
    spans = spanning([block for block in blocks if isinstance(block, Chart)])
    assert [*spans] == [block.wide for block in blocks if isinstance(block, Chart)]


def test_a_chart_may_be_lower_which_is_worth_less_and_says_the_same() -> None:
    entry = charts(charted(), (), reader_of(charted()), AT)[0]
    usual, lower = entry.choice(3).variants
    assert lower.value == usual.value - 1
    (high, low) = (one.blocks[0] for one in (usual, lower))
    assert isinstance(high, Chart)
    assert isinstance(low, Chart)
    heights = [one.plot.height_pt(350, 8.5, 11) for one in (high, low)]
    assert heights[1] < heights[0]
    assert replace(low, plot=high.plot) == high


def test_the_fact_s_own_value_is_stressed_or_the_last() -> None:
    values = ("2018", 4), ("2019", 7), ("2020", 5)
    assert drawn(fact(*values, value=7, as_of="2019")).plot.stressed == 1
    assert drawn(fact(*values, value=9, as_of="2021")).plot.stressed == 2


@pytest.mark.parametrize(
    ("citing", "wanted"),
    [
        ("brackets", "Source: Alder County, 2021."),
        ("none", "Source: Alder County, 2021."),
        ("numbers", ""),
    ],
)
def test_a_chart_names_its_source_whatever_the_reader_cites(citing: str, wanted: str) -> None:
    reader = reader_of(charted(), citing=citing)
    block = chart(THREE.model_copy(update={"sources": ("counts",)}), reader, AT)
    assert text_of(block.note) == wanted
    cites = any(type(node).__name__ == "Citation" for node in block.caption)
    assert cites == (citing == "numbers")


def test_the_alternative_text_of_bars_says_every_value() -> None:
    assert drawn(THREE).alt == (
        "Bar chart: Wells dug, the north, 2018 to 2020. 3 values: first 4 wells (2018), last"
        " 5 wells (2020), highest 7 wells (2019), lowest 4 wells (2018)."
        " All values: 4 wells (2018); 7 wells (2019); 5 wells (2020)."
    )


def test_the_alternative_text_of_a_line_says_its_ends_and_extremes() -> None:
    level = next(held for held in charted().facts if held.id == "level")
    assert drawn(level).alt == (
        "Line chart: Water level (metres), landing stage, July 2019 to December 2020. 18 values:"
        " first 1.6 metres (July 2019), last 2.4 metres (December 2020),"
        " highest 3.3 metres (January 2020), lowest 1.2 metres (August 2020)."
    )


def test_charts_are_reported_in_the_language_of_the_argument() -> None:
    money = fact(("2018", -1.5), ("2019-04", 2.25), unit="EUR", scale="million")
    french = drawn(money, "fr")
    assert reported(french) == [
        "2018: −1,5",
        "Avril 2019: 2,25",
    ]
    assert text_of(french.caption).startswith("Millions d’euros, the north")
    assert french.alt.startswith(
        "Diagramme à barres\u00a0: Wells dug (millions d’euros), the north, 2018 – avril 2019."
    )
    assert french.label == "Figure"


def test_the_qualifier_stays_with_the_value_that_it_qualifies() -> None:
    block = drawn(fact(("2019", 7), ("2020", 5), qualifier="slightly over"))
    assert reported(block) == ["2019: 7", "2020: 5"]
    assert text_of(block.note).startswith("2020: slightly over 5. Source:")
    assert "last slightly over 5 wells (2020)" in block.alt


@pytest.mark.parametrize(
    ("value", "rest", "wanted"),
    [
        (1200, {}, "#,##0"),
        (7.25, {"unit": "%"}, "#,##0.00"),
        (1.5, {"unit": "EUR"}, "#,##0.00"),
        (-2, {"unit": "USD", "scale": "billion"}, "#,##0"),
    ],
)
def test_a_workbook_s_format_prints_as_many_digits_as_were_given(
    value: float, rest: dict[str, str], wanted: str
) -> None:
    first, last = drawn(fact(("2018", value), ("2019", 0.5), **rest)).plot.values
    wanted = wanted.replace(" ", "\u00a0")
    assert first.number_format == f'{wanted};"−"{wanted}'
    assert ".0" in last.number_format


numbers = st.one_of(
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 4)),
)


@given(st.lists(numbers, min_size=1, max_size=20), st.booleans())
def test_an_axis_holds_every_value_between_few_round_ones(
    values: list[float], from_zero: bool
) -> None:
    found = round_values(values, from_zero=from_zero)
    assert 2 <= len(found) <= 8
    steps = {after - before for before, after in itertools.pairwise(found)}
    assert len(steps) == 1
    assert steps.pop().normalize().as_tuple().digits in ((1,), (2,), (5,))
    assert found[0] <= min(Decimal(str(value)) for value in values)
    assert found[-1] >= max(Decimal(str(value)) for value in values)
    if from_zero:
        assert 0 in found


def test_a_line_far_from_zero_need_not_reach_it() -> None:
    assert [*map(int, round_values([96, 104], from_zero=False))] == [96, 98, 100, 102, 104]
    assert round_values([20, 104], from_zero=False)[0] == 0
    assert round_values([-104, -96], from_zero=False)[-1] == -96


def test_facts_that_list_one_another_are_compared_and_no_others() -> None:
    def named(key: str, unit: str, *others: str) -> Fact:
        return THREE.model_copy(
            update={"id": key, "unit": unit, "comparable_with": others, "series": ()}
        )

    facts = (
        named("a", "wells", "b", "c"),
        named("b", "wells", "a", "e"),
        named("c", "holes", "a"),
        named("d", "wells", "a"),
        named("e", "wells", "b"),
    )
    assert [[held.id for held in group] for group in groups(facts)] == [["a", "b"]]
    ends = tuple(one.model_copy(update={"listed": False}) for one in facts)
    assert groups(ends) == []


def test_an_argument_without_comparable_facts_has_no_comparison(composed: Composed) -> None:
    (section,) = composed('{% section "c" %}{% comparison %}{% endsection %}').sections
    assert section.items == ()


def test_a_chart_that_there_is_not_is_an_error_that_names_the_line(composed: Composed) -> None:
    with pytest.raises(TemplateError) as caught:
        composed('{% section "c" %}\n{% chart "cost" %}{% endsection %}')
    (finding,) = caught.value.findings
    assert (finding.code, finding.line) == ("chart-unknown", 2)
    assert finding.hint == "no fact has a series"


def test_each_table_of_comparable_facts_has_a_row_a_fact() -> None:
    (entry,) = comparisons(charted(), reader_of(charted()), AT)
    (table,) = entry.blocks
    assert isinstance(table, Table)
    assert [[text_of(cell.prose) for cell in row] for row in table.rows] == [
        ["Single fare", "2020", "€1.50"],
        ["Single fare", "2016", "€2.80"],
    ]
    assert text_of(table.caption).startswith(
        "Single fare, Alder ferry, foot passengers: figures that may be compared, information as"
        " of "
    )


@pytest.mark.parametrize(
    ("changed", "caption", "first"),
    [
        ({"measure": "Return fare"}, "Alder ferry, foot passengers: figures", "Single fare"),
        ({"scope": "the bridge"}, "Single fare: figures", "Alder ferry, foot passengers"),
        (
            {"measure": "Toll", "scope": "the bridge"},
            "Figures that may be compared",
            "Single fare, Alder ferry, foot passengers",
        ),
    ],
)
def test_a_caption_says_what_figures_have_in_common_and_rows_what_they_have_not(
    changed: dict[str, str], caption: str, first: str
) -> None:
    held = charted()
    facts = tuple(
        fact.model_copy(update=changed) if fact.id == "old-fare" else fact for fact in held.facts
    )
    argument = held.model_copy(update={"facts": facts})
    (entry,) = comparisons(argument, reader_of(held), AT)
    (table,) = entry.blocks
    assert isinstance(table, Table)
    assert text_of(table.caption).startswith(caption)
    assert text_of(table.rows[0][0].prose) == first
