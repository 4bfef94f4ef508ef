"""A running head has the beginning of a title, cut where somebody would cut it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.imprint import LONGEST, MOST_WORDS, running_title
from briefgen.load.labels import read_labels

ENGLISH, FRENCH = (frozenset(read_labels(code).weak_words) for code in ("en", "fr"))


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Wells run dry in May", "Wells run dry in May"),
        ("Why small states should invest in early warning", "Why small states should invest…"),
        ("Wells in the north of the country run dry in May", "Wells in the north…"),
        ("Mali sees an army’s first mission with its allies", "Mali sees an army’s first mission…"),
        ("A town that shares wells with the river’s other side", "A town that shares wells…"),
        ("Peace reform after 2019: what is asked of countries", "Peace reform after 2019"),
        ("Rain – and what a town makes of it all year", "Rain – and what a town…"),
        ("Wells of the town – and what is to be done", "Wells of the town"),
        ("Council asks for “Action for Water” from all its members",
         "Council asks for “Action for Water”…"),
        ("Council now asks for “Action for Water” from all its members", "Council now asks…"),
        ("Wells run dry in May (and again in early autumn)", "Wells run dry…"),
        ("The economy recovers, and debt goes on rising", "The economy recovers"),
        ("Fish, meat, and milk prices rise in all towns", "Fish, meat, and milk prices rise…"),
        ("The of in on at by and to", "The of in on at by…"),
    ],
)  # fmt: skip
def test_it_ends_where_nothing_is_left_hanging(title: str, head: str) -> None:
    assert running_title(title, ENGLISH) == head


def test_another_language_has_other_words_that_lean() -> None:
    title = "Pourquoi la Chine est allée au Mali et y est restée"
    assert running_title(title, FRENCH) == "Pourquoi la Chine est allée…"
    assert running_title(title) == "Pourquoi la Chine est allée au…"
    colon = "Eau et climat\u00a0: ce que les villes peuvent faire"
    assert running_title(colon, FRENCH) == "Eau et climat"


def test_a_word_that_is_longer_than_the_line_is_cut() -> None:
    assert running_title("w" * 99) == "w" * (LONGEST - 1) + "…"
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk versorgt die Donau"
    assert running_title(long) == "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk…"


@given(st.text("aB ’s“”:–(é", min_size=1, max_size=150).map(lambda text: " ".join(text.split())))
def test_it_is_the_beginning_and_fits_the_line(title: str) -> None:
    head = running_title(title, {"a", "bab"})
    assert len(head) <= LONGEST
    assert len(head.split(" ")) <= MOST_WORDS
    if head != title:
        assert head.endswith("…") or title[len(head) :].lstrip()[:1] in ":–,"
        assert title.startswith(head.removesuffix("…"))
