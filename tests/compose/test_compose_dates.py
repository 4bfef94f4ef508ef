"""Tables of dates and figures: by year, what is planned plain to see, named once."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import SMALL, Composed

from briefgen.compose.words import Words
from briefgen.load.labels import read_labels
from briefgen.types.block import Paragraph, Table, Timeline
from briefgen.types.date import PartialDate
from briefgen.types.draft import Choice
from briefgen.types.prose import Emphasis, Strong, text_of

DATES = ("2012-03", "2012-11", "2013", "2020-05")


def events() -> list[dict[str, Any]]:
    made = [
        {"id": f"e{n}", "date": date, "text": "A well is dug", "priority": 1}
        for n, date in enumerate(DATES)
    ]
    made[-1]["status"] = "planned"
    return made


def table(composed: Composed, tag: str, heading: str = "", **changed: Any) -> Table:
    named = f', heading="{heading}"' if heading else ""
    text = f'{{% section "s"{named} %}}{{% {tag} %}}{{% endsection %}}'
    (item,) = composed(text, **changed).sections[0].items
    block = item.variants[0].blocks[0] if isinstance(item, Choice) else item
    assert isinstance(block, Table)
    return block


def test_what_is_planned_is_in_italics_and_a_year_opens_a_group(composed: Composed) -> None:
    rows = table(composed, "chronology", timeline=events()).rows
    assert [row[0].goes_on for row in rows] == [False, True, False, False]
    italic = [any(isinstance(node, Emphasis) for node in row[-1].prose) for row in rows]
    assert italic == [False, False, False, True]


def test_a_year_of_several_dates_is_said_once_with_the_dates_within_it(composed: Composed) -> None:
    dates = ["2012-03-05", "mid-2012", "2012-10", "2013", "2020-05"]
    timeline = [
        {"id": f"e{n}", "date": date, "text": "A well is dug", "priority": 1}
        for n, date in enumerate(dates)
    ]
    timeline[-1]["status"] = "planned"
    made = table(composed, "chronology", timeline=timeline)
    assert [[text_of(cell.prose) for cell in row[:2]] for row in made.rows] == [
        ["2012", "5\u00a0March"],
        ["", "Mid-year"],
        ["", "October"],
        ["2013", ""],
        ["2020", "May"],
    ]
    assert text_of(made.rows[-1][2].prose) == "A well is dug, planned"
    assert [cell.column_span for cell in made.header_rows[0]] == [2, 1]


def test_dates_of_different_years_stand_whole_in_one_column(composed: Composed) -> None:
    made = table(composed, "chronology", timeline=events()[1:])
    assert [text_of(row[0].prose) for row in made.rows] == [
        "November 2012",
        "2013",
        "May 2020",
    ]
    assert text_of(made.rows[-1][1].prose).endswith(", planned")


@pytest.mark.parametrize(
    ("language", "date", "written"),
    [
        ("de", "2012-03-05", "5.\u00a0März"),
        ("es", "2012-03-05", "5\u00a0de\u00a0marzo"),
        ("es", "2012-03", "marzo"),
        ("fr", "2012-03-01", "1er\u00a0mars"),
        ("en-US", "2012-03-05", "March\u00a05"),
        ("it", "early-2012", "inizio anno"),
        ("en", "2012-Q2", "Q2"),
        ("en", "2012/13", "2012/13"),
        ("en", "2012", ""),
        ("ja", "2012-03-05", "2012年3月5日"),
    ],
)
def test_a_date_in_its_year_leaves_the_year_out_where_the_language_can(
    language: str, date: str, written: str
) -> None:
    words = Words(language, read_labels("en" if language == "ja" else language))
    assert words.date_in_year(PartialDate(date)) == written


def test_a_heading_is_the_only_name_of_a_list_of_dates_or_figures(composed: Composed) -> None:
    facts = [{**SMALL["facts"][1], "id": f"f{n}", "measure": f"Cost {n}"} for n in range(4)]
    for tag, changed in (("chronology", {"timeline": events()}), ("evidence", {"facts": facts})):
        changed |= {"risks": [], "rationales": []}
        assert table(composed, tag, **changed).caption
        assert table(composed, tag, "Named", **changed).caption == ()


def test_a_figure_in_a_sentence_says_its_date_and_what_is_counted(composed: Composed) -> None:
    depth = {"measure": "Depth", "scope": None, "scale": None, "value": 30, "qualifier": None}
    facts = [
        {**SMALL["facts"][1], **depth, "id": f"f{n}", "unit": unit, "as_of": f"200{n}"}
        for n, unit in enumerate(("metres", "USD"))
    ]
    template = '{% section "s" %}{% evidence untold=true %}{% endsection %}'
    items = composed(template, facts=facts).sections[0].items
    said = [text_of(one.prose) for one in items if isinstance(one, Paragraph)]
    assert said == ["Depth, 2000: 30\u00a0metres", "Depth, 2001: US$30"]


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ({"date": "2019-11-04"}, ["May 2018", "Next: May 2020", "2021, planned"]),
        ({"date": "2020-05"}, ["May 2018", "May 2020, planned", "Next: 2021"]),
        ({}, ["May 2018", "May 2020, planned", "2021, planned"]),
    ],
)
def test_what_is_planned_next_after_the_date_of_the_brief_stands_out(
    composed: Composed, edition: dict[str, str], said: list[str]
) -> None:
    """A brief without a date of its own cannot know what is still to come."""
    made = [
        {"id": f"e{n}", "date": date, "text": "A well is dug", "priority": 1, "status": status}
        for n, (date, status) in enumerate(
            [("2018-05", "past"), ("2020-05", "planned"), ("2021", "planned")]
        )
    ]
    text = '{% section "s", frame="side" %}{% timeline %}{% endsection %}'
    (item,) = composed(text, timeline=made, edition=edition).sections[0].items
    block = item.variants[0].blocks[0] if isinstance(item, Choice) else item
    assert isinstance(block, Timeline)
    found = [(one.when.replace("\u00a0", " "), one.next) for one in block.moments]
    assert found == [(date, date.startswith("Next")) for date in said]
    # The date stands out; a whole line of bold beside it would outweigh the text.
    assert not any(isinstance(one.prose[0], Strong) for one in block.moments)
