"""Where nothing would stand in a side column but figures, the text has two columns instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.side_theme import side_theme

import briefgen
from briefgen.types.block import KeyFigures, Table, Timeline

SERIES = Path(__file__).resolve().parent / "arguments" / "series.yaml"


@pytest.mark.parametrize("template", ["standard", "parliament", "press"])
def test_figures_go_across_and_the_text_into_columns(template: str) -> None:
    argument = briefgen.load(SERIES)
    plain = argument.model_copy(
        update={"timeline": (), "notes": (), "glossary": (), "not_said": ()}
    )
    master = briefgen.build(plain, length="one-page", template=template)._made.master
    assert master.side is None and master.columns and master.columns.count == 2
    frames = {
        section.frame
        for section in briefgen.build(plain, template=template)._made.fitted.content.sections
        if any(isinstance(block, KeyFigures) for block in section.blocks)
    }
    assert frames <= {"head"}


def test_dates_keep_the_side_column() -> None:
    mali = briefgen.load(SERIES.parent.parent.parent / "data" / "china-mali.yaml")
    assert briefgen.build(mali, length="one-page")._made.master.side


@pytest.mark.parametrize("template", ["parliament", "press"])
def test_a_side_column_that_little_stands_in_makes_way_for_columns_of_text(
    template: str, tmp_path: Path
) -> None:
    theme = side_theme(tmp_path, template)
    mali = briefgen.load(SERIES.parent.parent.parent / "data" / "china-mali.yaml")
    bare = mali.model_copy(update={"timeline": (), "notes": (), "glossary": ()})
    for length in ("four-page", "full"):
        made = briefgen.build(bare, length=length, template=theme)._made
        assert made.master.side is None and made.master.columns, length
        assert {one.frame for one in made.fitted.content.sections} <= {"head", "main", "foot"}
        assert briefgen.build(mali, length=length, template=theme)._made.master.side


@pytest.mark.parametrize("length", ["one-page", "two-page"])
@pytest.mark.parametrize("template", ["standard", "parliament", "press"])
def test_no_side_column_stands_blank_throughout(template: str, length: str) -> None:
    argument = briefgen.load(SERIES.with_name("blocks.yaml"))
    made = briefgen.build(argument, length=length, template=template)._made
    beside = [one.set_mpt for one in made.fitted.laid_out.fills if one.frame == "side"]
    assert any(beside) == bool(made.master.side)


@pytest.mark.parametrize("template", ["parliament", "press"])
def test_a_sheet_with_nothing_beside_its_second_page_has_columns(template: str) -> None:
    made = briefgen.build(briefgen.load(SERIES), length="two-page", template=template)._made
    assert made.master.side is None and made.master.columns
    assert len(made.fitted.laid_out.pages) == 2


@pytest.mark.parametrize("dates", ["even", "uneven"])
def test_dates_go_across_as_a_strip_or_where_they_are_uneven_as_a_table(dates: str) -> None:
    mali = briefgen.load(SERIES.parent.parent.parent / "data" / "china-mali.yaml")
    plain = {"sources": (), "detail": "", "text": "Something happens", "priority": 1}
    events = [one.model_copy(update=plain) for one in mali.timeline if one.status != "planned"]
    chosen = events[1::5] if dates == "even" else [events[0], *events[-5:]]
    series = briefgen.load(SERIES).model_copy(update={"timeline": tuple(chosen)})
    brief = briefgen.build(series, length="two-page", template="standard")
    (section,) = (one for one in brief._made.fitted.content.sections if one.key == "chronology")
    (block,) = section.blocks
    assert isinstance(block, Timeline if dates == "even" else Table)
