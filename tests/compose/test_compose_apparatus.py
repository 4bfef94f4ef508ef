"""Apparatus is offered as the template and the audience want it: in sizes, by entries, or not."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import EVERYBODY, SMALL, Composed

from briefgen.types.block import Block, Cell, KeyFigures, Paragraph, Table, Timeline
from briefgen.types.draft import Choice, Draft
from briefgen.types.finding import TemplateError
from briefgen.types.prose import Citation, Text, text_of
from briefgen.types.reference import Cited
from briefgen.types.selection import Audience, Supplement

EVENTS: list[dict[str, Any]] = [
    {"id": f"e{number}", "date": f"201{number}", "text": f"Event {number}", "priority": priority}
    for number, priority in enumerate((3, 1, 2, 5))
]
NOTES = [{"id": f"n{number}", "about": f"Note {number}", "text": "Told."} for number in (1, 2)]

LONG = "it was so very dry, all year"
"""Words enough to be quoted by themselves."""


def _plain(cell: Cell) -> str:
    return text_of(cell.prose).replace("\u00a0", " ")


def tagged(tag: str) -> str:
    return f'{{% section "s" %}}{{% {tag} %}}{{% endsection %}}'


def items(draft: Draft) -> tuple[Block | Choice, ...]:
    (section,) = draft.sections
    return section.items


def only_choice(draft: Draft) -> Choice:
    (choice,) = items(draft)
    assert isinstance(choice, Choice)
    return choice


def for_reader(**changed: Any) -> Audience:
    return EVERYBODY.model_copy(update=changed)


def test_one_size_is_printed_as_it_is(composed: Composed) -> None:
    ((timeline),) = items(composed(tagged("timeline most=2"), timeline=EVENTS))
    assert isinstance(timeline, Timeline)
    assert [moment.event for moment in timeline.moments] == ["e1", "e2"]


def test_sizes_are_a_choice_of_the_most_important_entries(composed: Composed) -> None:
    choice = only_choice(composed(tagged("timeline most=[1, 9, 3]"), timeline=EVENTS))
    assert (choice.subject, choice.part, choice.required) == ("timeline", None, True)
    shown = {}
    for variant in choice.variants:
        (timeline,) = variant.blocks
        assert isinstance(timeline, Timeline)
        assert variant.form is None
        shown[variant.entries] = [moment.event for moment in timeline.moments]
    assert shown == {4: ["e0", "e1", "e2", "e3"], 3: ["e0", "e1", "e2"], 1: ["e1"]}


def test_each_further_entry_is_worth_less(composed: Composed) -> None:
    choice = only_choice(composed(tagged("timeline most=[1, 2, 3, 4]"), timeline=EVENTS))
    values = [variant.value for variant in reversed(choice.variants)]
    gains = [b - a for a, b in zip([0, *values], values, strict=False)]
    assert gains == sorted(gains, reverse=True)
    assert gains[-1] > 0


def test_what_is_optional_need_not_be_printed(composed: Composed) -> None:
    choice = only_choice(composed(tagged("evidence optional=true")))
    assert not choice.required
    assert [variant.entries for variant in choice.variants] == [1]


def test_a_number_that_is_no_figure_is_not_listed(composed: Composed) -> None:
    facts = [{**fact, "listed": fact["id"] == "cost"} for fact in SMALL["facts"]]
    (table,) = items(composed(tagged("evidence"), facts=facts))
    assert isinstance(table, Table)
    assert len(table.rows) == 1


def test_a_count_that_prose_writes_as_a_word_is_no_figure_to_look_up(
    composed: Composed,
) -> None:
    """The sample has three years and US$1.2 million."""
    (table,) = items(composed(tagged("evidence")))
    assert isinstance(table, Table)
    assert [_plain(row[1]) for row in table.rows] == ["US$1.2 million+"]


def test_a_figure_has_its_date_and_qualifier_with_what_it_counts(composed: Composed) -> None:
    """No column says what holds of one row, or of all of them."""
    cost = {**SMALL["facts"][1], "qualifier": "reportedly", "measure": "Cost", "scope": None}
    facts = [{**cost, "id": f"f{n}", "as_of": f"200{n}"} for n in range(4)]
    (table,) = items(composed(tagged("evidence"), facts=facts))
    assert isinstance(table, Table)
    assert [text_of(cell.prose) for cell in table.header_rows[0]] == ["What it counts", "Figure"]
    assert [_plain(cell) for cell in table.rows[1]] == ["Cost, as reported, 2001", "US$1.2 million"]


def test_figures_that_points_tell_are_left_out_and_few_others_are_sentences(
    composed: Composed,
) -> None:
    forms = {"headline": "Salt may rise", "summary": "It costs [#f0]."}
    told = {**SMALL["risks"][0], "forms": forms}
    facts = [{**SMALL["facts"][1], "id": f"f{n}", "measure": "Cost"} for n in range(5)]
    template = tagged("evidence untold=true") + (
        '{% section "r" %}{% for p in points.risks %}{% point p %}{% endfor %}{% endsection %}'
    )
    for count, kinds in ((1, []), (3, [Paragraph] * 2), (5, [Table])):
        first = composed(template, facts=facts[:count], risks=[told], rationales=[]).sections[0]
        assert [type(one) for one in first.items] == kinds


def test_dates_are_a_strip_or_a_table_of_more_of_them_that_is_worth_a_little_more(
    composed: Composed,
) -> None:
    events = [{**EVENTS[0], "id": f"e{year}", "date": f"20{year}"} for year in range(10, 20)]
    choice = only_choice(composed(tagged("chronology most=[9, 5], strip=true"), timeline=events))
    kinds = [(one.entries, type(one.blocks[0])) for one in choice.variants]
    assert kinds == [(6, Timeline), (5, Timeline), (4, Timeline), (9, Table)]
    strips, table = choice.variants[:-1], choice.variants[-1]
    best = max(one.value for one in strips)
    assert best < table.value <= best + len(choice.variants)


def test_entries_of_a_list_are_chosen_one_by_one(composed: Composed) -> None:
    choices = items(composed(tagged("notes optional=true"), notes=NOTES))
    assert [choice.subject for choice in choices if isinstance(choice, Choice)] == ["n1", "n2"]
    fixed = items(composed(tagged("notes"), notes=NOTES))
    assert [text_of(block.prose) for block in fixed if isinstance(block, Paragraph)] == [
        "Note 1. Told.",
        "Note 2. Told.",
    ]


@pytest.mark.parametrize("kind", list(Supplement))
def test_what_the_audience_gives_no_weight_is_left_out(
    composed: Composed, kind: Supplement
) -> None:
    others = {one: 3 for one in Supplement if one is not kind}
    reader = for_reader(supplements=others)
    assert items(composed(tagged(kind.value), audience=reader, notes=NOTES)) == ()


def test_the_audience_limits_figures_and_events(composed: Composed) -> None:
    reader = for_reader(figures=0, events=2)
    assert items(composed(tagged("key_figures"), audience=reader)) == ()
    for tag in ("timeline most=[3, 1]", "chronology most=[3, 1]"):
        choice = only_choice(composed(tagged(tag), audience=reader, timeline=EVENTS))
        assert [variant.entries for variant in choice.variants] == [2, 1]


@pytest.mark.parametrize("most", ['"many"', "[]", "-1", "[7, 0.5]", "true", "[1,2,3,4,5,6,7]"])
def test_sizes_that_are_none_are_an_error(composed: Composed, most: str) -> None:
    with pytest.raises(TemplateError) as caught:
        composed(tagged(f"timeline most={most}"))
    assert caught.value.codes == ("sizes-wrong",)


def test_a_key_figure_without_facts_variants_nothing(composed: Composed) -> None:
    facts = [{**fact, "priority": None} for fact in SMALL["facts"]]
    assert items(composed(tagged("key_figures most=[3, 2]"), facts=facts)) == ()
    ((figures),) = items(composed(tagged("key_figures most=3")))
    assert isinstance(figures, KeyFigures)


POINTS = [
    {
        "id": "cheap",
        "priority": 1,
        "attribution": {"by": "cited", "source": "s1", "name": "A book"},
        "modality": "possible",
        "evidence": ["#cost", "#years", "@s1"],
        "forms": {"headline": "Wells may be cheap"},
    },
    {"id": "bare", "priority": 1, "forms": {"headline": "Nothing stands behind this"}},
    {
        "id": "dug",
        "priority": 2,
        "evidence": [">close"],
        "forms": {"headline": "Wells have been dug"},
    },
]


def claims_of(draft: Draft) -> tuple[str, list[list[str]]]:
    """Return caption and rows, the header first, of a table of claims."""
    table = draft.sections[0].items[0]
    assert isinstance(table, Table)
    rows = (*table.header_rows, *table.rows)
    return text_of(table.caption), [[text_of(cell.prose) for cell in row] for row in rows]


def test_a_claim_has_a_row_with_the_place_of_all_that_it_rests_on(composed: Composed) -> None:
    """Evidence that no point names is what its forms refer to."""
    draft = composed(tagged("claims"), rationales=POINTS, audience=for_reader())
    assert claims_of(draft)[1] == [
        ["Claim", "What it rests on", "Who says so", "Status"],
        ["Wells pay", "Para.\u00a02; 3 years, 2020 (para.\u00a01)", "The author", "Stated"],
        [
            "Wells may be cheap",
            "Para.\u00a02; just over US$1.2\u00a0million, 2019; 3 years, 2020 (para.\u00a01)",
            "A cited work",
            "Possible",
        ],
        ["Wells have been dug", "No place is given", "The author", "Stated"],
    ]


def test_what_all_claims_share_is_said_once(composed: Composed) -> None:
    points = [{**POINTS[0], "id": f"p{n}", "attribution": "author"} for n in range(9)]
    alike = [{**one, "modality": "stated"} for one in points]
    unlike = [*alike[:-1], {**points[-1]}]
    draft = composed(tagged("claims"), rationales=alike, audience=for_reader())
    caption, rows = claims_of(draft)
    assert caption.endswith(". Who says so: the author. Status: stated")
    assert {len(row) for row in rows} == {2}
    caption, rows = claims_of(composed(tagged("claims"), rationales=unlike, audience=for_reader()))
    assert caption.endswith(" Status: stated, unless a row says otherwise")
    assert [row[1].endswith(". Status: possible") for row in rows].count(True) == 1


@pytest.mark.parametrize("template", [tagged("claims"), tagged("claims") + tagged("sources")])
def test_a_claim_s_place_is_its_own_and_never_that_of_its_evidence(
    composed: Composed, template: str
) -> None:
    placed = [{**POINTS[0], "locator": "paragraph 9"}]
    _, rows = claims_of(composed(template, rationales=placed, audience=for_reader()))
    own, *figures = rows[2][1].split("; ")
    assert own.startswith("Para.\u00a09")
    assert not any("para.\u00a09" in one for one in figures)


def test_a_claim_gives_the_number_of_its_source_where_a_list_is(composed: Composed) -> None:
    known = {"id": "s1", "status": "resolved", "title": "Costs", "address": "https://a.example"}
    template = tagged("claims") + tagged("sources")
    draft = composed(template, rationales=POINTS[:1], sources=[known])
    (table,) = draft.sections[0].items
    assert isinstance(table, Table)
    opening, numbers, *figures = table.rows[0][1].prose
    assert (opening, numbers) == (Text("["), Citation((Cited("s1"),), alone=True))
    assert text_of(tuple(figures)).endswith("; 3 years, 2020 (para.\u00a01)")


def test_a_link_without_an_address_is_no_more_than_its_place(composed: Composed) -> None:
    _, rows = claims_of(composed(tagged("claims") + tagged("sources"), rationales=POINTS[:1]))
    assert rows[1][1].startswith("Para.\u00a02; ")


def test_what_is_not_certain_opens_with_how_sure_it_is_and_who_says_so(composed: Composed) -> None:
    reported = items(composed(tagged("uncertain"), rationales=POINTS))
    assert [text_of(block.prose) for block in reported if isinstance(block, Paragraph)] == [
        "Possible, A book: Wells may be cheap."
    ]


def test_what_is_not_certain_says_what_that_is(composed: Composed) -> None:
    """Where the argument says it, and with the point only."""
    doubted = [{**POINTS[0], "uncertainty": "Nobody has dug one since 2019"}, *POINTS[1:]]
    place = (
        '{% section "r" %}{% for p in points.rationales %}{% point p %}{% endfor %}{% endsection %}'
    )
    for template in (tagged("uncertain"), tagged("uncertain") + place, place + tagged("uncertain")):
        draft = composed(template, rationales=doubted)
        (section,) = (one for one in draft.sections if one.key == "s")
        (reported,) = section.items
        assert isinstance(reported, Choice)
        ((paragraph,),) = (variant.blocks for variant in reported.variants)
        assert isinstance(paragraph, Paragraph)
        assert text_of(paragraph.prose) == "Nobody has dug one since 2019."
        assert reported.variants[0].coverage.needs == (frozenset({"cheap"}),)


def test_of_what_is_not_certain_the_most_important_is_kept_in_its_order(composed: Composed) -> None:
    points = [
        {
            "id": f"p{number}",
            "priority": priority,
            "modality": "possible",
            "forms": {"headline": f"Well {number} may be dry"},
        }
        for number, priority in enumerate((3, 1, 2, 1))
    ]
    reported = items(composed(tagged("uncertain most=3"), rationales=points))
    assert [text_of(block.prose)[-18:] for block in reported if isinstance(block, Paragraph)] == [
        f"Well {number} may be dry." for number in (1, 2, 3)
    ]


def test_a_point_that_is_placed_is_not_named_again_by_its_headline(composed: Composed) -> None:
    """Its forms say how sure it is. The order of the sections does not matter."""
    place = (
        '{% section "r" %}{% for p in points.rationales %}{% point p %}{% endfor %}{% endsection %}'
    )
    for template in (tagged("uncertain") + place, place + tagged("uncertain")):
        (section,) = (
            one for one in composed(template, rationales=POINTS).sections if one.key == "s"
        )
        assert section.items == ()


def test_a_quotation_cites_its_source(composed: Composed) -> None:
    """In brackets only what is more than the place in the article, which is said anyhow."""
    quotation = {"id": "q1", "text": LONG, "locator": "paragraph 1", "source": "s1"}
    resolved = {"id": "s1", "status": "resolved", "title": "Rain", "reference": "Rain, 2019"}
    listed = composed(
        tagged("quotations") + tagged("sources"), quotations=[quotation], timeline=[], facts=[]
    )
    assert isinstance(listed.sections[0].items[0], Paragraph)
    assert listed.sections[0].items[0].prose[-1] == Citation((Cited("s1"),))
    (bare,) = items(composed(tagged("quotations"), quotations=[quotation], audience=for_reader()))
    assert isinstance(bare, Paragraph)
    assert text_of(bare.prose).endswith("paragraph\u00a01.")
    (reported,) = items(
        composed(
            tagged("quotations"),
            quotations=[quotation],
            sources=[resolved],
            audience=for_reader(evidence="inline"),
        )
    )
    assert isinstance(reported, Paragraph)
    assert text_of(reported.prose).endswith("paragraph\u00a01. (Rain)")


def test_quotations_come_with_the_author_s_own_first(composed: Composed) -> None:
    """Neither words of nobody in particular are shown, nor a fragment of a sentence."""
    fell = "no rain came to us in May"
    quotations = [
        {"id": "q1", "text": LONG, "locator": "paragraph 1", "unnamed": True},
        {"id": "q2", "text": fell, "speaker": "B. Farmer", "locator": "paragraph 2"},
        {
            "id": "q3",
            "text": "wells do pay in the end",
            "speaker": "A. Writer",
            "about": "the north",
            "locator": "paragraph 3",
        },
        {"id": "q4", "text": "dry as a bone", "speaker": "B. Farmer", "locator": "paragraph 2"},
        {**SMALL["quotations"][0], "text": LONG},
    ]
    reported = items(composed(tagged("quotations"), quotations=quotations))
    assert [text_of(block.prose) for block in reported if isinstance(block, Paragraph)] == [
        "“wells do pay in the end” on the north. A. Writer, paragraph\u00a03.",
        "“no rain came to us in May”. B. Farmer, paragraph\u00a02.",
        f"“{LONG}”. Article, paragraph\u00a03.",
    ]


def test_the_contact_is_printed_if_the_issuer_gives_one(composed: Composed) -> None:
    assert items(composed(tagged("contact"))) == ()
    (reported,) = items(composed(tagged("contact"), issuer={"contact": "Press desk, 12345"}))
    assert isinstance(reported, Paragraph)
    assert text_of(reported.prose) == "Press desk, 12345"


def test_the_sources_are_listed_once(composed: Composed) -> None:
    text = '{% section "s" %}\n{% sources %}\n{% sources cited=true %}\n{% endsection %}'
    with pytest.raises(TemplateError) as caught:
        composed(text)
    (finding,) = caught.value.findings
    assert (finding.code, finding.line) == ("sources-twice", 3)
    assert "after line 2" in finding.message


@pytest.mark.parametrize(
    ("unit", "measure", "shown"),
    [
        ("m", "measured depth", "30 m"),
        ("t", "salt that was taken", "30 t"),
        ("homes", "homes lost", "30"),
        ("people", "Number of people", "30"),
    ],
)
def test_a_unit_is_left_out_only_where_the_words_beside_it_are_its_own(
    composed: Composed, unit: str, measure: str, shown: str
) -> None:
    fact = {"id": "f", "value": 30, "unit": unit, "measure": measure, "priority": 1}
    facts = [*SMALL["facts"], fact]
    (table,) = items(composed(tagged("evidence"), facts=facts))
    assert isinstance(table, Table)
    assert text_of(table.rows[-1][1].prose) == shown
    facts = [SMALL["facts"][0], {**fact, "priority": 1}]
    held = composed(tagged("key_figures most=1"), facts=facts, rationales=[])
    (figures,) = items(held)
    assert isinstance(figures, KeyFigures)
    assert figures.figures[0].value == shown
