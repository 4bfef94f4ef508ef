"""Figures one by one in the side column, each beside the points that it belongs to."""

from __future__ import annotations

import pytest
from samples.small import SMALL, Composed

from briefgen.types.block import KeyFigures, Paragraph
from briefgen.types.draft import Choice
from briefgen.types.finding import TemplateError
from briefgen.types.prose import runs
from briefgen.types.role import Role

POINTS = (
    '{% section "reasons" %}{% for p in points.rationales %}'
    '{% point p, as="run-in" %}{% endfor %}{% endsection %}'
)
FIGURES = (
    '{% section "figures", frame="side" %}{% key_figures most=9, optional=true, beside=true %}'
    "{% endsection %}"
)


def test_each_figure_is_a_section_of_its_own_in_the_order_of_its_points(
    composed: Composed,
) -> None:
    years, cost = SMALL["facts"]
    facts = [{**years, "priority": 1}, {**cost, "priority": 2}]
    draft = composed(POINTS + FIGURES, facts=facts)
    figures = [section for section in draft.sections if section.key == "figures"]
    shown = [
        [figure.fact for figure in block.figures]
        for section in figures
        for item in section.items
        if isinstance(item, Choice)
        for block in item.variants[0].blocks
        if isinstance(block, KeyFigures)
    ]
    assert shown == [["cost"], ["years"]]
    assert [sorted(section.beside) for section in figures] == [["cheap"], ["thesis"]]
    assert all(section.heading is None and section.frame == "side" for section in figures)


def test_figures_of_the_main_column_stand_behind_what_prints_them_but_for_those_of_a_strip(
    composed: Composed,
) -> None:
    years, cost = SMALL["facts"]
    third = {**cost, "id": "third", "priority": 3}
    facts = [{**years, "priority": 1}, {**cost, "priority": 2}, third]
    strip = '{% section "strip", frame="head" %}{% stats most=2 %}{% endsection %}'
    within = POINTS + FIGURES.replace('"side"', '"main"')
    draft = composed(within, facts=facts)
    reasons, left = draft.sections
    choices = [item for item in reasons.items if isinstance(item, Choice)]
    at = [item.subject for item in choices].index("cheap")
    figure = choices[at + 1]
    assert figure.subject == "cost" and not left.items
    (variant,) = figure.variants
    (block,) = variant.blocks
    assert isinstance(block, KeyFigures) and block.strip and len(block.figures) == 1
    assert variant.coverage.needs, "it is printed with what prints it only"
    _, reasons, left = composed(strip + within, facts=facts).sections
    assert "cost" not in [one.subject for one in reasons.items if isinstance(one, Choice)]
    assert not left.items, "what no point prints is in a strip only"


def test_figures_stand_beside_points_in_columns_only(composed: Composed) -> None:
    with pytest.raises(TemplateError) as caught:
        composed(POINTS + FIGURES.replace('"side"', '"head"'))
    assert caught.value.codes == ("figures-beside",)


NOTES = '{% section "notes", frame="side" %}{% notes beside=true %}{% endsection %}'


def test_each_note_is_a_section_beside_the_points_that_it_explains(composed: Composed) -> None:
    about = {"about": "Something", "text": "The article says so."}
    notes = [
        {"id": "of-figure", **about, "explains": ["#years"]},
        {"id": "of-form", **about, "explains": ["cheap.summary"]},
        {"id": "of-none", **about},
    ]
    draft = composed(POINTS + NOTES, notes=notes)
    beside = [sorted(one.beside) for one in draft.sections if one.key == "notes"]
    assert beside == [["cheap"], ["#years", "thesis"], []]
    texts = [
        "".join(run.text for run in runs(block.prose))
        for one in draft.sections
        for item in (one.items if one.key == "notes" else ())
        for block in (item.variants[0].blocks if isinstance(item, Choice) else (item,))
        if isinstance(block, Paragraph)
    ]
    assert all(text.startswith("Editor’s note. Something.") for text in texts) and len(texts) == 3


def test_notes_of_the_main_column_stand_in_small_type_behind_their_points(
    composed: Composed,
) -> None:
    about = {"about": "Something", "text": "The article says so."}
    notes = [
        {"id": "of-none", **about},
        {"id": "of-form", **about, "explains": ["cheap.summary"]},
        {"id": "of-other", **about, "explains": ["cheap.summary"]},
        {"id": "of-absent", **about, "explains": ["thesis.summary"]},
    ]
    draft = composed(POINTS + NOTES.replace('"side"', '"main", heading="Notes"'), notes=notes)
    reasons, left = draft.sections
    choices = [item for item in reasons.items if isinstance(item, Choice)]
    cheap = [item.subject for item in choices].index("cheap")
    boxes = choices[cheap + 1 : cheap + 3]
    assert [item.subject for item in boxes] == ["of-form", "of-other"]
    blocks = [block for item in boxes for block in item.variants[0].blocks]
    for one in blocks:
        assert isinstance(one, Paragraph) and one.role is Role.SIDE_TEXT
        assert "".join(run.text for run in runs(one.prose)).startswith("Editor’s note. Something.")
    assert len(left.items) == 2


@pytest.mark.parametrize(("of", "found"), [("brief", ["n2"]), ("points", ["n1"])])
def test_notes_of_the_brief_as_a_whole_are_told_from_those_of_points(
    composed: Composed, of: str, found: list[str]
) -> None:
    about = {"about": "Something", "text": "The article says so."}
    notes = [{"id": "n1", **about, "explains": ["#years"]}, {"id": "n2", **about}]
    tag = f'{{% section "n" %}}{{% notes of="{of}", optional=true %}}{{% endsection %}}'
    (section,) = composed(tag, notes=notes).sections
    assert [one.subject for one in section.items if isinstance(one, Choice)] == found


def test_notes_of_something_else_are_an_error(composed: Composed) -> None:
    with pytest.raises(TemplateError) as caught:
        composed('{% section "n" %}{% notes of="nobody" %}{% endsection %}', notes=[])
    assert caught.value.codes == ("notes-of",)


def test_notes_stand_beside_points_in_columns_only(composed: Composed) -> None:
    with pytest.raises(TemplateError) as caught:
        composed(POINTS + NOTES.replace('"side"', '"head"'), notes=[])
    assert caught.value.codes == ("notes-beside",)
