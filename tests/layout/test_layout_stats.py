"""A strip of figures: one row across the page, as far as its values fit."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefgen.layout import BlockFormatter
from briefgen.layout.setting import Setting
from briefgen.types.block import KeyFigure, KeyFigures, Origin
from briefgen.types.laid import TextMark
from briefgen.types.prose import plain
from briefgen.types.role import Role


def strip(*values: str) -> KeyFigures:
    """Return a strip of values."""
    figures = (KeyFigure(str(n), one, plain("men"), "2019") for n, one in enumerate(values))
    return KeyFigures(tuple(figures), Origin("s"), strip=True)


def rows(formatter: BlockFormatter, block: KeyFigures, width_pt: int = 480) -> list[list[str]]:
    """Return what stands in each row, in reading order."""
    layout = formatter.set(block, width_pt * 1000)
    return [[m.text for m in row.marks if isinstance(m, TextMark)] for row in layout.rows]


def test_figures_stand_in_one_row_with_their_dates(formatter: BlockFormatter) -> None:
    (row,) = rows(formatter, strip("395", "170", "135"))
    assert row == ["395", "men", "2019", "170", "men", "2019", "135", "men", "2019"]


def test_values_that_are_too_wide_stand_in_two_rows(formatter: BlockFormatter) -> None:
    assert len(rows(formatter, strip("395", "170", "135", "2" * 30))) == 2


@pytest.mark.parametrize(
    "value", ["US$405m", "88.8%", "2,513", "DKK 12m", "£1.2bn", "≈ 40,000", "AUD 1.6m", "MWh 44m"]
)
def test_no_value_is_broken_whatever_the_width(setting: Setting, value: str) -> None:
    page = setting.page_style
    large = replace(page.styles[Role.STAT_FIGURE], size_pt=28, leading_pt=32)
    styles = {**page.styles, Role.STAT_FIGURE: large}
    formatter = BlockFormatter(Setting(replace(page, styles=styles), setting.fonts), "Table")
    for width_pt in range(260, 540, 4):
        found = rows(formatter, strip("395", "170", "135", value), width_pt)
        assert value in [text for row in found for text in row], width_pt


def test_in_a_narrow_column_they_stand_one_under_another(formatter: BlockFormatter) -> None:
    stacked = [row for row in rows(formatter, strip("395", "170"), 120) if row]
    assert stacked == [["395"], ["men"], ["2019"], ["170"], ["men"], ["2019"]]


def test_it_is_a_list_for_assistive_technology(formatter: BlockFormatter) -> None:
    tags = [element.tag for element in formatter.set(strip("395", "170"), 480_000).elements]
    assert tags == ["L", *["LI", "LBody", "P", "P", "P"] * 2]


def test_a_figure_that_leads_has_what_it_counts_beside_it_at_its_middle(
    formatter: BlockFormatter,
) -> None:
    block = KeyFigures((KeyFigure("f", "395", plain("men in the detachment")),), Origin("s"))
    (row,) = formatter.set(replace(block, beside=True), 480_000).rows
    value, *label = [mark for mark in row.marks if isinstance(mark, TextMark)]
    assert value.text == "395"
    assert all(mark.x_mpt > value.x_mpt + value.width_mpt for mark in label)
    stacked = formatter.set(replace(block, beside=True), 40_000).rows
    assert len(stacked) > 1
