"""A chart that does not print all of its values has them in a table, where a template asks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from samples.charted import charted, fact, in_group, ranged, reader_of

from briefgen.compose.chart_values import MOST_COLUMNS, values
from briefgen.types.block import Origin, Table
from briefgen.types.fact import Fact
from briefgen.types.prose import text_of

AT = Origin("values")


def tables(*facts: Fact) -> list[Table]:
    argument = charted().model_copy(update={"facts": facts})
    reader = replace(reader_of(charted()), facts={one.id: one for one in facts})
    found = values(argument, reader, AT)
    assert all(entry.explains == {f"#{entry.subject.removeprefix('values-')}"} for entry in found)
    return [block for entry in found for block in entry.blocks if isinstance(block, Table)]


def told(table: Table) -> list[list[str]]:
    return [[text_of(cell.prose) for cell in row] for row in (*table.header_rows, *table.rows)]


def test_a_chart_that_prints_each_value_needs_no_table() -> None:
    assert tables(fact(("2019", 4), ("2020", 7))) == []


def test_series_stand_in_columns_by_date_with_their_intervals() -> None:
    (table,) = tables(*in_group({"2018": 4, "2019": 7}, {"2018": 3}, around=1.5, projected=1))
    assert text_of(table.caption) == "Wells dug, 2018 to 2019"
    assert told(table) == [
        ["Date", "Wells of the north", "Pumps of the north"],
        ["2018", "4 (2.5–5.5)", "3 (1.5–4.5)"],
        ["2019, projected", "7 (5.5–8.5)", "–"],
    ]


def test_intervals_of_one_series_are_told_too() -> None:
    (table,) = tables(ranged(("2019", 44.5, 41.2, 47.8), ("2020", 49, 46, 52), unit="%"))
    assert told(table)[1:] == [["2019", "44.5% (41.2%–47.8%)"], ["2020", "49% (46%–52%)"]]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(0, 9_999), min_size=9, max_size=40), st.integers(1, 6), st.booleans())
def test_a_table_tells_each_value_once_in_order_of_time(
    numbers: list[int], count: int, is_many: bool
) -> None:
    used = numbers if is_many else numbers[:3]
    held = [{str(1980 + at): n for at, n in enumerate(used)} for _ in range(count)]
    facts = in_group(*held, drawn_in="panels") if count > 1 else [fact(*held[0].items())]
    for table in tables(*facts):
        step = count + 1
        rows = told(table)[1:]
        assert len(table.shares) == len(table.header_rows[0]) <= max(MOST_COLUMNS, step)
        groups = [row[at : at + step] for at in range(0, len(rows[0]), step) for row in rows]
        found = [one for one in groups if one[0]]
        assert [one[0] for one in found] == [*held[0]]
        assert [int(one[1].replace(",", "")) for one in found] == used
        assert all(not any(one) for one in groups if not one[0])
