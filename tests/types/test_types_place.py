"""Where a value stands: its own line, or that of the nearest value around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.types.source_map import Path, SourceMap, path_of, path_text

PATHS = st.lists(st.sampled_from(["a", "b"]) | st.integers(0, 1), max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("title",), "title"),
        (("rationales", 2, "forms", "detail", 0), "rationales[2].forms.detail[0]"),
        ((0, "a"), "[0].a"),
    ],
)
def test_a_path_is_written_as_people_read_it(path: Path, text: str) -> None:
    assert path_text(path) == text


@given(lines=st.dictionaries(PATHS, st.integers(1, 99), max_size=6), path=PATHS)
def test_the_line_is_that_of_the_nearest_value_around(lines: dict[Path, int], path: Path) -> None:
    around = [path[:length] for length in range(len(path) + 1) if path[:length] in lines]
    expected = lines[max(around, key=len)] if around else None
    assert SourceMap("a.yaml", lines).line(path) == expected


@given(lines=st.dictionaries(PATHS, st.integers(1, 99), max_size=6), path=PATHS)
def test_a_value_that_is_not_there_has_the_line_of_its_holder(
    lines: dict[Path, int], path: Path
) -> None:
    places = SourceMap("a.yaml", lines)
    assert places.line((*path, "no such key")) == places.line(path)


def test_places_never_make_arguments_differ() -> None:
    assert SourceMap("a.yaml", {(): 1}) == SourceMap()
    assert hash(SourceMap("a.yaml", {(): 1})) == hash(SourceMap())
    assert SourceMap() != "places"


@given(st.lists(st.sampled_from(["a", "b2", "not_said", "x-y"]) | st.integers(0, 99), max_size=5))
def test_a_path_that_is_written_is_read_back(steps: list[str | int]) -> None:
    path = ("title", *steps)
    assert path_of(path_text(path)) == path


@pytest.mark.parametrize("text", ["", "Title", "a.", "a[", "a[x]", "a[-1]", "a..b", "[0].a", "a b"])
def test_what_no_path_is_written_as_is_none(text: str) -> None:
    assert path_of(text) is None
