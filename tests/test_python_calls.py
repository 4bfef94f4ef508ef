"""Calls from Python that give what is not asked for: an error of one line that says what is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from samples.stand_in import MALI

import briefgen

PATH: Any = str(MALI)
READS_ONE = r"takes an Argument, not str: briefgen\.load\(path\) reads one"


def test_the_path_of_an_argument_is_to_be_loaded(tmp_path: Path) -> None:
    for call in (
        briefgen.build,
        briefgen.check,
        lambda path: briefgen.mark(path, status="draft"),
        lambda path: briefgen.save_argument(path, tmp_path / "a.md"),
        lambda path: briefgen.signoff(path, tmp_path / "a.html"),
        lambda path: briefgen.build_all(path, tmp_path),
        lambda path: briefgen.build_each(path, tmp_path / "rows.csv", tmp_path),
    ):
        with pytest.raises(TypeError, match=READS_ONE):
            call(PATH)
    assert not [*tmp_path.iterdir()]


def test_what_is_nothing_like_an_argument_is_named() -> None:
    with pytest.raises(TypeError, match=r"takes an Argument, not dict: briefgen\.argument\(…\)"):
        briefgen.build({"thesis": "One"})  # type: ignore[arg-type]


def test_an_option_that_there_is_not_gets_the_nearest_name() -> None:
    argument = briefgen.load(MALI)
    with pytest.raises(TypeError, match=r"there is no option lenght: did you mean length\?"):
        briefgen.build(argument, lenght="two-page")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"no option zzz: help\(briefgen\.build\) lists them"):
        briefgen.build(argument, zzz=1)  # type: ignore[call-arg]


def test_a_length_is_given_by_name() -> None:
    with pytest.raises(TypeError, match=r'are BuildOptions, not str: .* as in length="two-page"'):
        briefgen.build(briefgen.load(MALI), "two-page")  # type: ignore[arg-type]


def test_a_text_in_place_of_a_record_gets_a_hint_in_no_format_s_terms() -> None:
    with pytest.raises(briefgen.LoadError) as caught:
        briefgen.Argument(title="Nets", facts=["4 %"])  # type: ignore
    hint = next(each.hint for each in caught.value.findings if "4 %" in each.message)
    assert hint == "give it as keys, each with its value"
