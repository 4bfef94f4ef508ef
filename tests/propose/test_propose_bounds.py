"""An article is anybody's: what it offers is found in time linear in it, and said in few words."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.clock import LINEAR, power

from briefgen.load.article import read_article
from briefgen.propose import proposals_of


@pytest.mark.parametrize(
    "piece",
    ["405 towns in 2019 and ", 'Moss said "so {}" and ', "1 1/2 of 3/4 in {}-01-02 and "],
)
def test_time_grows_with_a_sentence_that_never_ends_and_no_faster(
    tmp_path: Path, piece: str
) -> None:
    path = tmp_path / "article.txt"

    def lengthen(times: int) -> None:
        said = "".join(piece.format(1800 + number % 200) for number in range(times))
        path.write_text(f"Some words of a text stand here, and {said}", "utf-8")
        proposals_of(read_article(path))

    assert power(lengthen, 500, 4_000) < LINEAR


def test_a_date_of_a_long_sentence_is_shown_with_the_words_around_it(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    dates = " and ".join(f"on {day} May 2019 the walls held" for day in range(1, 31))
    path.write_text(f"Some words of a text stand here, and {dates}.\n", "utf-8")
    offered = proposals_of(read_article(path))
    assert len(offered.events) == 30
    assert all(each.words in each.sentence for each in offered.events)
    assert max(len(each.sentence) for each in offered.events) < 700
