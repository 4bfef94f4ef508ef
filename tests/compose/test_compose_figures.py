"""Figures and dates that content templates place: key figures, strips, time lines."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from samples.small import SMALL, Composed

from briefgen.types.block import KeyFigures, Table, Timeline
from briefgen.types.draft import Choice
from briefgen.types.finding import TemplateError
from briefgen.types.prose import text_of


def test_key_figures_show_only_facts_with_a_priority(composed: Composed) -> None:
    ((figures,),) = (
        section.items
        for section in composed(
            '{% section "k" %}{% key_figures most=4 %}{% endsection %}'
        ).sections
    )
    assert isinstance(figures, KeyFigures)
    (figure,) = figures.figures
    assert figure.value == "US$1.2\u00a0million+"
    assert text_of(figure.label) == "Cost of a well, the north, 2019"


@pytest.mark.parametrize(
    ("language", "qualifier", "value", "label"),
    [
        ("en", "more than", "US$5+", "Cost, 2019"),
        ("en", "slightly over", "US$5+", "Cost, 2019"),
        ("en", "Reportedly", "US$5", "Cost, as reported, 2019"),
        ("en", "up to", "US$5", "Cost (up to), 2019"),
        ("de", "mindestens", "5\u00a0US-Dollar", "Cost (mindestens), 2019"),
        ("fr", "environ", "≈\u00a05\u00a0$US", "Cost, 2019"),
        ("es", "menos de", "<\u00a05\u00a0dólares estadounidenses", "Cost, 2019"),
        ("it", "oltre", ">\u00a05\u00a0dollari statunitensi", "Cost, 2019"),
    ],
)
def test_a_qualifier_of_a_key_figure_is_a_sign_at_it_or_stands_below(
    composed: Composed, language: str, qualifier: str, value: str, label: str
) -> None:
    """Small words before a large figure would push it off its line."""
    fact = {"id": "f", "value": "5", "unit": "USD", "priority": 1, "measure": "cost"}
    held = [
        {**fact, "qualifier": qualifier, "as_of": "2019"},
        *({**one, "priority": None} for one in SMALL["facts"]),
    ]
    article = {**SMALL["article"], "language": language}
    text = '{% section "k" %}{% key_figures most=4 %}{% endsection %}'
    ((figures,),) = (
        section.items for section in composed(text, facts=held, article=article).sections
    )
    assert isinstance(figures, KeyFigures)
    assert [(one.value, text_of(one.label)) for one in figures.figures] == [(value, label)]


STATS = '{% section "k", frame="head" %}{% stats most=[4, 3] %}{% endsection %}'


def stats(composed: Composed, *facts: Mapping[str, object]) -> list[tuple[str, str, str]]:
    """Return value, label and date of each figure of the strip made of some facts."""
    shared = {"unit": "USD", "priority": 1, "measure": "cost of a well"}
    held = [{"id": f"f{n}", "value": "5", **shared, **fact} for n, fact in enumerate(facts)]
    held += [{**fact, "priority": None} for fact in SMALL["facts"]]
    ((choice,),) = (section.items for section in composed(STATS, facts=held).sections)
    assert isinstance(choice, Choice)
    (strip,) = choice.variants[0].blocks
    assert isinstance(strip, KeyFigures)
    assert strip.strip
    return [(one.value, text_of(one.label), one.when) for one in strip.figures]


def test_a_strip_sets_dates_apart_and_writes_scales_short(composed: Composed) -> None:
    assert stats(
        composed,
        {
            "value": "1.2",
            "scale": "million",
            "label": "Cost of a well, June 2019",
            "as_of": "2019-06",
        },
        {"value": "1.2", "label": "Cost of a well, from June 2019", "as_of": "2019-06"},
        {"scope": "the north", "as_of": "2019"},
        {"label": "Cost of a well, 2019, in the north", "as_of": "2019"},
    ) == [
        ("US$1.2m", "Cost of a well", "June 2019"),
        ("US$1.20", "Cost of a well", "From June 2019"),
        ("US$5", "Cost of a well, the north", "2019"),
        ("US$5", "Cost of a well, 2019, in the north", ""),
    ]


def test_a_qualifier_of_a_strip_is_a_sign_that_says_as_much_or_stays_in_words(
    composed: Composed,
) -> None:
    qualified = ({"qualifier": one} for one in ("over", "about", "reportedly"))
    assert [(value, label) for value, label, _ in stats(composed, *qualified)] == [
        ("US$5+", "Cost of a well"),
        ("≈\u00a0US$5", "Cost of a well"),
        ("US$5", "Cost of a well, as reported"),
    ]


def test_one_figure_is_no_strip(composed: Composed) -> None:
    assert all(not section.items for section in composed(STATS).sections)


def strips(composed: Composed, options: str, *dates: str) -> list[list[str]]:
    """Return the dates of each strip that is offered, made of events on some dates."""
    events = [
        {"id": f"e{n}", "date": date, "text": "A well was dug", "priority": 1}
        for n, date in enumerate(dates)
    ]
    text = f'{{% section "t" %}}{{% timeline {options}, strip=true %}}{{% endsection %}}'
    (items,) = (section.items for section in composed(text, timeline=events).sections)
    blocks = [
        block
        for item in items
        for block in (
            (one for variant in item.variants for one in variant.blocks)
            if isinstance(item, Choice)
            else (item,)
        )
    ]
    return [
        [moment.when for moment in block.moments] for block in blocks if isinstance(block, Timeline)
    ]


def test_a_strip_of_dates_may_go_where_they_stand_in_clusters(composed: Composed) -> None:
    """Their labels would lie far from the places on the bar."""
    even, clusters = ("2010", "2013", "2016", "2019"), ("2010-03", "2019-01", "2019-02", "2019-03")
    assert strips(composed, "most=[4], optional=true", *even) == [[*even]]
    assert strips(composed, "most=[4], optional=true", *clusters) == []
    assert len(strips(composed, "most=4", *clusters)) == 1


def test_a_timeline_is_in_order_of_time_and_says_what_is_planned(composed: Composed) -> None:
    ((timeline,),) = (
        section.items
        for section in composed('{% section "t" %}{% timeline most=7 %}{% endsection %}').sections
    )
    assert isinstance(timeline, Timeline)
    assert [(m.when, m.planned) for m in timeline.moments] == [
        ("July 2018", False),
        ("Mid-2020, planned", True),
    ]


def test_the_next_planned_event_is_in_every_time_line(composed: Composed) -> None:
    events = [{**event, "priority": 5 - n} for n, event in enumerate(SMALL["timeline"])]
    later = {"id": "later", "date": "2024", "status": "planned", "text": "Dams", "priority": 1}
    for tag in ("timeline", "chronology"):
        held = composed(
            f'{{% section "t" %}}{{% {tag} most=1 %}}{{% endsection %}}', timeline=[*events, later]
        )
        (block,) = held.sections[0].items
        assert isinstance(block, Timeline | Table)
        shown = block.moments[0].event if isinstance(block, Timeline) else block.reports[0]
        assert shown == "plan"


def test_a_figure_that_leads_is_in_no_list_of_figures_below_it(composed: Composed) -> None:
    text = (
        '{% section "lead", frame="head" %}{% lead_figure %}{% endsection %}'
        '{% section "s", frame="side" %}{% key_figures %}{% endsection %}'
    )
    facts = [{**fact, "priority": n} for n, fact in enumerate(SMALL["facts"], 1)]
    lead, others = (one.items for one in composed(text, facts=facts).sections)
    (first,), (rest,) = lead, others
    assert isinstance(first, KeyFigures)
    assert isinstance(rest, KeyFigures)
    assert (first.beside, [one.fact for one in first.figures]) == (True, [facts[0]["id"]])
    shown = [figure.fact for figure in rest.figures]
    assert shown == [fact["id"] for fact in facts[1:]]


def test_a_figure_leads_in_no_side_column(composed: Composed) -> None:
    text = '{% section "s", frame="side" %}{% lead_figure %}{% endsection %}'
    with pytest.raises(TemplateError, match="side column"):
        composed(text)
