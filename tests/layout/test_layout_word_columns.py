"""Where LibreOffice breaks pages otherwise than Word, the document is told how both shall."""

from __future__ import annotations

from briefgen.layout.columns import Column, flow
from briefgen.layout.first_guess import FirstGuess
from briefgen.layout.footnotes import Foot, Footnotes
from briefgen.layout.word_columns import WordFlow, word_flow
from briefgen.types.galley import Galley, Row
from briefgen.types.role import Role

LINE, HEIGHT = 10, 400
MOST = 20


def galley(lines: int, after: int = 0, *, heading: bool = False) -> Galley:
    rows = [
        Row(LINE, (), break_after=n == lines - 1 or (not heading and 0 < n < lines - 2))
        for n in range(lines)
    ]
    return Galley(Role.BODY, tuple(rows), (), 0, after, keep_with_next=heading)


def column(number: int) -> Column:
    return Column(number + 1, 0, 0, 100, HEIGHT)


def told(*galleys: Galley) -> WordFlow:
    frames = [(None,)] * len(galleys)
    return word_flow(galleys, frames, column, FirstGuess(MOST), Footnotes(), Foot())


def pages(found: WordFlow) -> list[int]:
    """Return the page on which each galley begins."""
    begins: dict[int, int] = {}
    for spot in found.flow.placed:
        begins.setdefault(spot.galley, spot.page)
    return [begins[number] for number in sorted(begins)]


def lead(height: int, count: int) -> list[Galley]:
    """Return so many paragraphs that are so high together."""
    return [galley(1) for _ in range(count - 1)] + [galley((height // LINE) - count + 1)]


HEAD = galley(1, 3, heading=True)


def test_without_any_of_this_it_is_the_flow_of_any_column() -> None:
    galleys = [*lead(300, 5), HEAD, galley(12), HEAD, galley(30), galley(4)]
    assert told(*galleys) == WordFlow(flow(galleys, column), frozenset(), frozenset())


def test_a_heading_at_the_end_of_a_guessed_page_begins_the_next_where_its_text_cannot_follow() -> (
    None
):
    galleys = [*lead(370, MOST - 1), HEAD, galley(3)]
    found = told(*galleys)
    assert pages(found)[-2:] == [2, 2]
    assert found.turned == {MOST - 1}


def test_a_heading_whose_text_follows_stays() -> None:
    found = told(*lead(360, MOST - 1), HEAD, galley(2))
    assert pages(found)[-2:] == [1, 1]
    assert not found.turned


def test_a_heading_within_a_guessed_page_needs_no_break_to_go() -> None:
    found = told(*lead(370, MOST - 2), HEAD, galley(3))
    assert pages(found)[-2:] == [2, 2]
    assert not found.turned


def test_a_heading_that_was_turned_to_keeps_the_space_above_it() -> None:
    head = Galley(Role.BODY, HEAD.rows, (), 7, 3, keep_with_next=True)
    found = told(*lead(370, MOST - 1), head, galley(3))
    assert found.flow.placed[-2].y_mpt == 7


def test_a_heading_that_comes_back_does_not_where_only_the_space_below_it_is_too_much() -> None:
    """340 + 10 + 50 = 400 fit exactly, were it not for the 3 between."""
    galleys = [*lead(340, MOST), HEAD, galley(5)]
    found = told(*galleys)
    assert pages(found)[-2:] == [2, 2]
    assert found.whole == {MOST + 1}


def test_so_it_does_where_the_paragraph_is_higher_than_that() -> None:
    found = told(*lead(340, MOST), HEAD, galley(6))
    assert pages(found)[-2:] == [1, 1]
    assert not found.whole


def test_a_heading_that_was_there_from_the_first_stays_with_a_part_of_its_paragraph() -> None:
    found = told(*lead(340, MOST - 2), HEAD, galley(5))
    assert pages(found)[-2:] == [1, 1]
    assert not found.whole
