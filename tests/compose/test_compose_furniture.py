"""What a brief says of itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.furniture import SHORT_TITLE, SHORT_TITLE_WORDS, short_title


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Wells pay", "Wells pay"),
        ("x" * SHORT_TITLE, "x" * SHORT_TITLE),
        ("x" * (SHORT_TITLE + 1), "x" * (SHORT_TITLE - 1) + "…"),
        ("Wells pay, and water does not", "Wells pay, and water does not"),
        ("Wells pay, and water does not, ever", "Wells pay, and water does not…"),
        (f"{'boreholes-and-wells ' * 5}dry", f"{('boreholes-and-wells ' * 4).rstrip()}…"),
    ],
)
def test_a_running_head_has_a_long_title_cut_between_words(title: str, short: str) -> None:
    assert short_title(title) == short


@given(st.text(min_size=1, max_size=400).map(str.strip).filter(bool))
def test_a_running_head_is_never_longer_than_its_limit_nor_empty(title: str) -> None:
    short = short_title(title)
    assert 0 < len(short) <= SHORT_TITLE
    assert len(short.split(" ")) <= SHORT_TITLE_WORDS
