"""Reading an argument: every fault at once, each with its path, its line and a fix."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples.clock import least_seconds

from briefgen.load.argument import read_argument
from briefgen.load.document import to_model
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, LoadError
from briefgen.types.source_map import SourceMap, path_text

SOUND = """\
id: a-test
title: Peacekeeping has a price
article:
  title: An article
  authors:
    - name: A. Writer
  date: 2019-05-15
  cut_off: 2019-05
  citation: Writer, A. (2019).
thesis:
  id: thesis
  priority: 1
  forms:
    headline: The price is paid late
rationales:
  - id: first
    priority: 2
    attribution: cited
    modality: possible
    forms:
      headline: Troops cost money
      summary: They cost [#cost] a year [@s1].
    evidence: ["@s1", "#cost"]
facts:
  - id: cost
    value: 405
    measure: cost of the troops
    unit: USD
    scale: million
    scope: all missions
    as_of: 2017
    locator: second paragraph
sources:
  - id: s1
    status: unresolved
    title: a report
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "argument.yaml"


def findings(path: Path, text: str) -> tuple[Finding, ...]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        read_argument(path)
    assert all(each.file == str(path) and each.hint for each in caught.value.findings)
    return caught.value.findings


def changed(old: str, new: str) -> str:
    assert SOUND.count(old) == 1, old
    return SOUND.replace(old, new)


def test_a_sound_argument_knows_its_lines(path: Path) -> None:
    path.write_text(SOUND, encoding="utf-8")
    argument = read_argument(path)
    assert argument.rationales[0].attribution.by == "cited"
    assert argument.places.file == str(path)
    assert argument.places.line(("rationales", 0, "forms", "summary")) == 22
    assert argument.places.line(("rationales", 0, "locator")) == 16


def test_yaml_and_json_say_the_same(path: Path) -> None:
    path.write_text(SOUND, encoding="utf-8")
    twin = path.with_suffix(".json")
    data = yaml.load(SOUND, yaml.BaseLoader)
    data["thesis"]["priority"] = 1
    data["rationales"][0]["priority"] = 2
    data["facts"][0]["value"] = 405
    twin.write_text(json.dumps(data, indent="\t"), encoding="utf-8")
    assert read_argument(twin) == read_argument(path)
    assert read_argument(twin).places.line(("title",)) == 3


@pytest.mark.parametrize("name", ["argument.txt", "argument", "argument.docx"])
def test_another_suffix(tmp_path: Path, name: str) -> None:
    with pytest.raises(LoadError) as caught:
        read_argument(tmp_path / name)
    assert caught.value.codes == ("file-suffix",)


@pytest.mark.parametrize(
    ("old", "new", "code", "where", "line", "words"),
    [
        ("title: Peacekeeping", "titel: Peacekeeping", "unknown-key", "titel", 2, "mean title"),
        ("  forms:\n    head", "  head", "unknown-key", "thesis.headline", 13, "under forms"),
        ("scope: all", "scoop: all", "unknown-key", "facts[0].scoop", 30, "mean scope"),
        ("id: a-test", "id: A Test", "not-an-id", "id", 1, "write a-test"),
        ("id: a-test", "id: 7", "wrong-type", "id", 1, '"7"'),
        ("id: a-test", "id: " + "a" * 49, "too-long", "id", 1, "shorten"),
        ("title: Peace", "title:\n  - Peace", "wrong-type", "title", 2, "instead"),
        ("title: Peacekeeping has a price", "title:", "wrong-type", "title", 2, "give it a value"),
        ("title: Peacekeeping has a price", 'title: ""', "too-short", "title", 2, "write it"),
        ("Peacekeeping has a price", '"a\\nb"', "not-one-line", "title", 2, "one line"),
        ("Peacekeeping has a price", '"a\\tb"', "not-one-line", "title", 2, "for tabs"),
        ("title: P", f"title: {'x' * 201} P", "word-too-long", "title", 2, "pasted"),
        ("has a price", "x " * 300, "too-long", "title", 2, "shorten"),
        ("Peacekeeping has a price", '"a\\0b"', "control-character", "title", 2, "delete"),
        ("date: 2019-05-15", "date: 2019-02-30", "not-a-date", "article.date", 7, "2019-05"),
        ("date: 2019-05-15", "date: 2019-13", "not-a-date", "article.date", 7, "2019-05"),
        ("date: 2019-05-15", "date: last year", "not-a-date", "article.date", 7, "2019-05"),
        ("date: 2019-05-15", "date: [2019]", "not-a-date", "article.date", 7, "2019-05"),
        ("date: 2019-05-15", "date: true", "not-a-date", "article.date", 7, "2019-05"),
        ("priority: 1", "priority: 6", "out-of-range", "thesis.priority", 12, "limit"),
        ("priority: 1", "priority: 0", "out-of-range", "thesis.priority", 12, "limit"),
        ("priority: 1", 'priority: "1"', "wrong-type", "thesis.priority", 12, "digits"),
        ("priority: 1", "priority: true", "wrong-type", "thesis.priority", 12, "instead"),
        ("priority: 1", "priority: 1.5", "wrong-type", "thesis.priority", 12, "instead"),
        ("priority: 2", "", "missing", "rationales[0].priority", 16, "add it: 1 is"),
        (
            "    headline: The",
            "    detail: [The]\n    summary: The",
            "missing",
            "thesis.forms.headline",
            13,
            "12 words",
        ),
        (
            "The price is paid late",
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "headline-too-long",
            "thesis.forms.headline",
            14,
            "summary",
        ),
        (
            "attribution: cited",
            "attribution: cite",
            "not-a-choice",
            "rationales[0].attribution",
            18,
            "mean cited",
        ),
        (
            "modality: possible",
            "modality: likely",
            "not-a-choice",
            "rationales[0].modality",
            19,
            "inferred",
        ),
        (
            "modality: possible",
            "modality: 1",
            "not-a-choice",
            "rationales[0].modality",
            19,
            "inferred",
        ),
        ('"#cost"]', "cost]", "not-a-reference", "rationales[0].evidence[1]", 23, "quotes"),
        (
            '["@s1", "#cost"]',
            "\n      - #cost",
            "wrong-type",
            "rationales[0].evidence[0]",
            24,
            "comment",
        ),
        ('["@s1", "#cost"]', '"@s1"', "wrong-type", "rationales[0].evidence", 23, '["@s1"]'),
        ("value: 405", 'value: "1,405"', "wrong-type", "facts[0].value", 26, "digits"),
        ("value: 405", "value: 1e15", "number-too-long", "facts[0].value", 26, "scale"),
        ("value: 405", "value: 5e-13", "number-too-long", "facts[0].value", 26, "round"),
        ("value: 405", "value: 4_05", "wrong-type", "facts[0].value", 26, "digits"),
        ("status: unresolved", "status: resolved", "source-status", "sources[0]", 34, "where it"),
        ("status: unresolved", "status: no", "not-a-choice", "sources[0].status", 35, "unresolved"),
        (
            "a report",
            "a report\n    address: ftp://x",
            "not-an-address",
            "sources[0].address",
            37,
            "https",
        ),
        (
            "  cut_off",
            "  language: English\n  cut_off",
            "not-a-language",
            "article.language",
            8,
            "en-GB",
        ),
        (
            "  authors:\n    - name: A. Writer",
            "  authors: []",
            "too-few",
            "article.authors",
            5,
            "add",
        ),
        ("    - name: A. Writer", "    - [A. W.]", "wrong-type", "article.authors[0]", 6, "name"),
        (
            "    - name: A.",
            "    - nme: A.",
            "unknown-key",
            "article.authors[0].nme",
            6,
            "mean name",
        ),
        (
            "    - name: A. Writer",
            "    - organisation: O\n      role: R",
            "unknown-key",
            "article.authors[0].role",
            7,
            "organisation",
        ),
        ("thesis:", "thesis: a\nrisks:", "wrong-type", "thesis", 10, "id, priority"),
        (
            "    evidence",
            "    wording:\n      The Public: {}\n    evidence",
            "not-an-id",
            "rationales[0].wording.The Public",
            24,
            "the-public",
        ),
        ("id: a-test", "briefgen: 2\nid: a-test", "not-a-choice", "briefgen", 1, "write 1"),
        (
            "id: a-test",
            "edition: {reviewed_by_author: yes}\nid: a-test",
            "wrong-type",
            "edition.reviewed_by_author",
            1,
            "true or false",
        ),
    ],
)
def test_a_fault_names_path_line_and_fix(
    path: Path, old: str, new: str, code: str, where: str, line: int, words: str
) -> None:
    found = findings(path, changed(old, new))
    finding = next(each for each in found if each.code == code)
    assert (path_text(finding.path), finding.line) == (where, line)
    assert words in finding.hint
    spurious = [each for each in found if each is not finding]
    assert all(each.code in ("missing", "wrong-type") for each in spurious)


def test_one_mistake_is_one_finding(path: Path) -> None:
    for old, new in [
        ("title: Peacekeeping", "titel: Peacekeeping"),
        ("value: 405", "value: many"),
        ("    - name: A.", "    - nme: A."),
        ("    - name: A. Writer", "    - organisation: O\n      role: R"),
    ]:
        assert len(findings(path, changed(old, new))) == 1


def test_all_faults_are_reported_at_once_in_the_order_of_the_file(path: Path) -> None:
    text = changed("value: 405", "value: many").replace("priority: 1", "priority: 9")
    text = text.replace("title: Peacekeeping has a price\n", "")
    lines = [each.line for each in findings(path, text)]
    assert lines == [1, 11, 25]


def test_an_argument_is_a_group_of_keys(path: Path) -> None:
    (finding,) = findings(path, "- a\n- b\n")
    assert (finding.code, finding.path, finding.line) == ("wrong-type", (), 1)
    assert "thesis" in finding.hint


def test_faults_without_end_are_cut_short(path: Path) -> None:
    found = findings(path, SOUND + "".join(f"k{number}: 1\n" for number in range(300)))
    assert len(found) == 201
    assert found[-1].code == "too-many-faults"
    assert "100 more" in found[-1].message


def test_half_a_character_in_json(path: Path) -> None:
    twin = path.with_suffix(".json")
    found = findings(twin, '{"id": "a", "title": "x \\ud800"}')
    assert "control-character" in [each.code for each in found]


WORDS = st.sampled_from(
    ["id", "title", "article", "authors", "name", "thesis", "forms", "headline", "facts", "value",
     "wording", "attribution", "by", "Person", "[key]", "int", "evidence", "date", "x"]
)  # fmt: skip
DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=6),
    max_leaves=25,
)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(data=st.dictionaries(WORDS, DATA, max_size=8) | DATA)
def test_any_data_is_an_argument_or_refused(data: Any) -> None:
    with pytest.raises(LoadError) as caught:
        to_model(data, Argument, SourceMap("a.yaml", {(): 1}))
    assert all(each.line == 1 and str(each) for each in caught.value.findings)
    assert "not-possible" not in caught.value.codes


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.integers(0, len(SOUND)), noise=st.binary(max_size=6), cut=st.integers(0, 9))
def test_a_damaged_file_is_an_argument_or_refused(
    path: Path, place: int, noise: bytes, cut: int
) -> None:
    data = SOUND.encode()
    path.write_bytes(data[:place] + noise + data[place + cut :])
    try:
        assert isinstance(read_argument(path), Argument)
    except LoadError as error:
        assert error.findings


def test_two_thousand_lines_are_read_in_a_blink(path: Path) -> None:
    item = SOUND[SOUND.index("  - id: first") : SOUND.index("facts:")]
    more = "".join(item.replace("first", f"r{number}") for number in range(250))
    path.write_text(SOUND.replace(item, item + more), encoding="utf-8")
    assert least_seconds(lambda: read_argument(path), runs=3) < 0.25
