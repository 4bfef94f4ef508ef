"""Several series in one chart: which are drawn together, under which names, and in words."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from samples.charted import charted, in_group, reader_of

from briefgen.compose.charts import chart, charts
from briefgen.compose.longer import exhibits
from briefgen.types.block import Chart, Origin
from briefgen.types.block_prose import coverage_of
from briefgen.types.fact import Fact
from briefgen.types.prose import text_of

AT = Origin("x")
YEARS = {"2018": 4, "2019": 7, "2020": 5}
OTHER = {"2018": 3, "2020": 6}


def drawn(facts: list[Fact], language: str = "en-GB", **rest: Any) -> Chart:
    reader = replace(reader_of(charted(), language, **rest), facts={one.id: one for one in facts})
    return chart(facts[0], reader, AT)


def test_series_stand_at_the_dates_of_the_first() -> None:
    plot = drawn(in_group(YEARS, OTHER)).plot
    assert (plot.kind, plot.name) == ("bar", "Wells of the north")
    (other,) = plot.beside
    assert other.name == "Pumps of the north"
    assert [held and held.value for held in other.values] == [3, None, 6]
    assert plot.ticks[-1].value >= 7


def test_many_dates_are_lines_and_the_axis_holds_all_of_them() -> None:
    many = [{str(2000 + n): n * times for n in range(12)} for times in (1, -2, 5)]
    plot = drawn(in_group(*many)).plot
    assert plot.kind == "line"
    assert plot.ticks[0].value <= -22
    assert plot.ticks[-1].value >= 55


@pytest.mark.parametrize(
    ("changes", "names", "title", "caption"),
    [
        ({}, ["Wells of the north", "Pumps of the north"], "Wells dug", "2018 to 2020"),
        (
            {"drawn_as": "the north"},
            ["The north", "The north"],
            "Wells dug",
            "2018 to 2020",
        ),
        (
            {"unit": "USD", "scale": "million"},
            ["Wells of the north", "Pumps of the north"],
            "Wells dug",
            "US$ million, 2018 to 2020",
        ),
    ],
)
def test_a_series_has_the_name_of_what_tells_it_apart(
    changes: dict[str, Any], names: list[str], title: str, caption: str
) -> None:
    block = drawn(in_group(YEARS, OTHER, **changes))
    assert [one.name for one in block.plot.all_series] == names
    assert (text_of(block.title), text_of(block.caption)) == (title, caption)


def test_where_measures_differ_these_are_the_names_and_the_title_is_what_they_share() -> None:
    facts = in_group(YEARS, OTHER, scope="the north")
    facts[1] = facts[1].model_copy(update={"measure": "Pumps set"})
    block = drawn(facts)
    assert [one.name for one in block.plot.all_series] == ["Wells dug", "Pumps set"]
    assert text_of(block.title) == "The north"


def test_the_alternative_text_says_each_series() -> None:
    assert drawn(in_group(YEARS, OTHER, projected=2)).alt == (
        "Grouped bar chart: Wells dug, 2018 to 2020."
        " Wells of the north: 4 wells (2018); 7 wells (2019); 5 wells (2020, projected)."
        " Pumps of the north: 3 wells (2018); 6 wells (2020)."
        " Hatched bars are projections (2020)."
    )
    many = [{str(2000 + n): n * times for n in range(12)} for times in (1, 2)]
    said = drawn(in_group(*many)).alt
    assert said.startswith("Line chart of several series: Wells dug, 2000 to 2011. Wells of the")
    assert "Pumps of the north: 2000 to 2011. 12 values: first 0 wells (2000), last 22" in said


def test_intervals_of_several_are_on_the_axis_and_said_once() -> None:
    block = drawn(in_group(YEARS, OTHER, around=2.5, confidence=95))
    assert block.plot.ticks[-1].value >= 9.5
    assert text_of(block.note).startswith("Vertical lines show 95% confidence intervals.")
    assert "4 wells, range 1.5 to 6.5 (2018); 7 wells" in block.alt
    assert block.alt.endswith("Vertical lines show 95% confidence intervals.")


def test_parts_of_a_whole_stand_on_an_axis_for_all_of_them() -> None:
    both = {"2018": 6, "2019": 5, "2020": 4}
    block = drawn(in_group(YEARS, both, drawn_in="stack"))
    assert (block.plot.is_stack, block.plot.ticks[-1].value >= 12) == (True, True)
    assert block.alt.startswith("Stacked bar chart: Wells dug, 2018 to 2020. Wells of the north")
    many = [{str(2000 + n): n + times for n in range(12)} for times in (1, 2)]
    assert drawn(in_group(*many, drawn_in="stack")).plot.kind == "bar"


def test_panels_hold_all_values_side_by_side_and_the_words_tell_them_apart() -> None:
    block = drawn(in_group(YEARS, OTHER, {"2019": 2}, drawn_in="panels"))
    plot = block.plot
    assert [(one.name, one.begin, one.places) for one in plot.panels] == [
        ("Wells of the north", 0, 3),
        ("Pumps of the north", 4, 3),
        ("Tanks of the north", 8, 3),
    ]
    assert [one.value for one in plot.values] == [4, 7, 5, 3, 6, 2]
    assert plot.slots == (0, 1, 2, 4, 6, 9)
    assert [at for at in range(6) if plot.is_stressed(at)] == [2, 4, 5]
    assert "Pumps of the north: 3 wells (2018); 6 wells (2020)." in block.alt
    assert block.alt.startswith("Small charts side by side: Wells dug, 2018 to 2020.")


def test_one_source_of_all_is_said_once_and_several_one_after_another() -> None:
    facts = in_group(YEARS, OTHER)
    assert text_of(drawn(facts).note) == "Source: article, paragraph\u00a01."
    facts[1] = facts[1].model_copy(update={"locator": "paragraph 9"})
    assert text_of(drawn(facts).note).endswith(
        "paragraph\u00a01. Source: article, paragraph\u00a09."
    )


def test_what_is_drawn_with_another_has_no_chart_of_its_own_and_text_points_to_that_one() -> None:
    facts = in_group(YEARS, OTHER | {"2019": 5})
    argument = charted().model_copy(update={"facts": tuple(facts)})
    reader = reader_of(argument)
    (entry,) = charts(argument, (), reader, AT)
    assert entry.subject == "wells"
    found = exhibits(facts, {"charts"}, reader.words.labels)
    assert {key: pointer.exhibit for key, pointer in found.items()} == {
        "wells": "wells",
        "pumps": "wells",
    }
    assert coverage_of(entry.blocks).covers == {"#wells", "#pumps", "%wells"}


def test_facts_that_name_one_another_are_one_chart_of_the_first() -> None:
    facts = in_group(YEARS, YEARS)
    facts[1] = facts[1].model_copy(update={"drawn_with": ("wells",)})
    argument = charted().model_copy(update={"facts": tuple(facts)})
    assert [one.subject for one in charts(argument, (), reader_of(argument), AT)] == ["wells"]


def test_a_chart_that_proves_nothing_stands_behind_all_that_prove_something() -> None:
    facts = in_group(YEARS, OTHER)
    apart = [one.model_copy(update={"drawn_with": ()}) for one in facts]
    argument = charted().model_copy(update={"facts": tuple(apart)})
    reader = reader_of(argument)
    claim = argument.rationales[0].model_copy(update={"evidence": ("#pumps",)})
    first, last = charts(argument, (claim,), reader, AT)
    assert (first.subject, first.behind) == ("pumps", ())
    assert (last.subject, last.behind) == ("wells", (frozenset({"%pumps"}),))
    ((need,),) = (variant.coverage.needs for variant in last.choice(1).variants[:1])
    assert need <= coverage_of(first.blocks).covers
