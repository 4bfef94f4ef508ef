"""Bibliographies may come from strangers: what is hostile ends soon, with an error."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from samples.cited import citing

import briefgen
from briefgen.load.bibliography.bibtex import read_bibtex
from briefgen.load.bibliography.csl_json import read_csl_json
from briefgen.load.bibliography.entry import EntryError
from briefgen.load.bibliography.ris import read_ris
from briefgen.types.finding import LoadError

BOMB = "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(40))


@pytest.mark.parametrize(
    "value",
    [
        "{" * 100_000,
        "{" * 50_000 + "}" * 50_000,
        '"' * 30_000,
        "\\" * 30_000,
        "{" + "$x$" * 10_000 + "}",
        "{" + "\\'" * 10_000 + "}",
        "{" + "\\'" * 900 + "}",
        " # ".join(['"x"'] * 5_000),
        "a # " * 5_000 + "a",
        "{" + "\n@x " * 5_000 + "}",
        "{" + "{a} and " * 5_000 + "}",
    ],
)
@pytest.mark.parametrize("field", ["title", "author", "url"])
def test_a_hostile_value_is_an_error_or_nothing(value: str, field: str) -> None:
    text = f"@string{{a = {{x}}}}\n@book{{k, title={{A}}, {field} = {value} }}"
    begun = time.perf_counter()
    for entry in read_bibtex(text, "a.bib").entries.values():
        try:
            entry.read()
        except EntryError:
            continue
    assert time.perf_counter() - begun < 10


def test_a_million_braces_end_soon() -> None:
    text = "@book{k, title = {" + "{" * 1_000_000 + "}" * 1_000_000 + "}}"
    with pytest.raises(EntryError, match="an entry has at most 200,000"):
        read_bibtex(text, "a.bib").entries["k"].read()


@pytest.mark.parametrize(
    "text",
    [
        "@" * 1_000_000,
        "@article{" * 100_000,
        "@article{a,\n" * 50_000,
        "@book{k" + " " * 1_000_000,
        "}" * 1_000_000,
        "@string{" * 100_000,
        "@string{a = b # " * 50_000,
    ],
)
def test_hostile_files_are_found_through_in_little_time(text: str) -> None:
    begun = time.perf_counter()
    read_bibtex(text, "a.bib")
    assert time.perf_counter() - begun < 10


def test_strings_that_double_end_at_the_limit(tmp_path: Path) -> None:
    text = f"@string{{a0 = {{xxxxxxxxxx}}}}\n{BOMB}@book{{smith2019, title = a40}}"
    with pytest.raises(LoadError, match="has more than 100000 characters"):
        briefgen.load(citing(tmp_path, text))


def test_strings_within_strings_end_at_a_depth(tmp_path: Path) -> None:
    chain = "".join(f"@string{{a{n} = a{n + 1}}}\n" for n in range(2000))
    with pytest.raises(LoadError, match="stands for itself"):
        briefgen.load(citing(tmp_path, f"{chain}@book{{smith2019, title = a0}}"))


def test_a_bibliography_has_a_size(tmp_path: Path) -> None:
    file = citing(tmp_path, "x")
    with (tmp_path / "evidence.bib").open("wb") as stream:
        stream.truncate(9_000_000)
    with pytest.raises(LoadError) as caught:
        briefgen.load(file)
    assert "file-too-large" in caught.value.codes


@pytest.mark.parametrize("text", ["[" * 100_000, '{"items": 3}', "3", '[{"id": "a"', '"a"'])
def test_what_is_no_csl_json_is_told(text: str) -> None:
    with pytest.raises(LoadError):
        read_csl_json(text, "a.json")


@pytest.mark.parametrize(
    "item",
    [
        {"author": "Smith"},
        {"author": [["Smith"]]},
        {"issued": {"date-parts": "2019"}},
        {"issued": [2019]},
        {"title": {"a": 1}},
        {"type": ["book"]},
        {"issued": {"date-parts": [[99999]]}},
        {"title": "<" * 20_000},
        {"author": [{"family": {"a": 1}}]},
        {"author": 3},
    ],
)
def test_odd_items_are_read_or_told(item: dict[str, object]) -> None:
    held = read_csl_json(json.dumps([{"id": "a", **item}]), "a.json")
    try:
        held.entries["a"].read()
    except EntryError as error:
        assert error.message


@pytest.mark.parametrize(
    "text",
    [
        "TY  - JOUR\n" * 50_000,
        "TY  - JOUR\nID  - a\n" + "AU  - x\n" * 100_000 + "ER  - \n",
        "TY  - JOUR\nID  - a\nTI  - " + "x" * 1_000_000 + "\nER  - \n",
        "TY  - JOUR\nID  - a\nER  - \nER  - \n",
        "ER  - \n" * 1000,
    ],
)
def test_odd_records_are_read_or_told(text: str) -> None:
    for entry in read_ris(text, "a.ris").entries.values():
        try:
            entry.read()
        except EntryError as error:
            assert error.message
