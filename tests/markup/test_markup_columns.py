"""The widths of a table's columns: those of their cells, or such that rows are low."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.markup import LINE, column_shares, least_width

SENTENCE = "a sentence of many words that goes on and on " * 3


def test_columns_that_fit_on_a_line_are_as_wide_as_their_cells() -> None:
    name, year, other = column_shares(["Region", "2019", "2020"], [["Northern district", "1", "2"]])
    assert year == other
    assert name > 2 * year


def test_long_text_gets_the_room_that_short_words_leave() -> None:
    word, text, year = column_shares(["Well", "Said", "2019"], [["deep", SENTENCE, "1200"]])
    assert text > 5 * word > 0
    assert word > year / 2


def test_text_beside_an_address_keeps_its_room() -> None:
    address = "example.org/a-long-way/down-to-the/page-that-holds-it/" + "x" * 60
    text, link = column_shares(["Fact", "Source"], [[SENTENCE, address]])
    assert text > link / 2


def test_a_word_is_not_parted_where_there_is_room() -> None:
    word, text = column_shares(["A", "B"], [["constitutionally", SENTENCE]])
    assert word / (word + text) * LINE > 13 + 1  # about as wide as 13 digits


def test_a_table_of_too_many_words_needs_more_than_a_line() -> None:
    assert least_width(["wording"] * 8, [["1"] * 8]) < LINE < least_width(["wording"] * 12, [])


CELLS = st.text(max_size=60)


@given(st.integers(1, 12).flatmap(
    lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=2, max_size=6)
))  # fmt: skip
def test_every_column_has_some_width(rows: list[list[str]]) -> None:
    head, *body = rows
    shares = column_shares(head, body)
    assert len(shares) == len(head)
    assert min(shares) > 0
