"""YAML: the core schema of YAML 1.2, one line for each value, and faults told in plain words."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.clock import least_seconds

from briefgen.load import yaml as load_yaml
from briefgen.load.tree import DEPTH_LIMIT, NODE_LIMIT
from briefgen.load.yaml import parse_yaml
from briefgen.types.finding import FAULT_LIMIT, Finding, LoadError


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test holds with libyaml and without it."""
    chosen = yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader
    monkeypatch.setattr(load_yaml, "_LOADER", chosen)


def input_errors(text: str) -> tuple[Finding, ...]:
    with pytest.raises(LoadError) as caught:
        parse_yaml(text, "a.yaml")
    assert all(each.file == "a.yaml" and each.hint for each in caught.value.findings)
    return caught.value.findings


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("0123", "0123"),
        ("0o14", "0o14"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("2,513", "2,513"),
        ("2019-05-15", "2019-05-15"),
        ("2019-05", "2019-05"),
        (".nan", ".nan"),
        ("-.inf", "-.inf"),
        ("1.", "1."),
        ("<<", "<<"),
        ("=", "="),
        ("2513", 2513),
        ("-3", -3),
        ("0", 0),
        ("2.50", Decimal("2.50")),
        ("1e3", Decimal(1000)),
        (".5", Decimal("0.5")),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('"2513"', "2513"),
        ("'true'", "true"),
        ('""', ""),
        ("|\n  a\n  b\n", "a\nb\n"),
        (">-\n  a\n  b\n", "a b"),
        (">-\n  12\n", "12"),
    ],
)
def test_what_a_scalar_means(written: str, value: object) -> None:
    data, _ = parse_yaml(f"a: {written}", "a.yaml")
    assert data["a"] == value
    assert type(data["a"]) is type(value)


def test_each_value_has_the_line_of_its_key_or_item() -> None:
    text = (
        "a: 1\nb:\n  - c: x\n    d: >-\n      long\n      text\n  -\n    - y\ne: {f: 1,\n  g: 2}\n"
    )
    data, places = parse_yaml(text, "a.yaml")
    assert data == {"a": 1, "b": [{"c": "x", "d": "long text"}, ["y"]], "e": {"f": 1, "g": 2}}
    assert places.file == "a.yaml"
    assert places.lines == {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 0, "c"): 3,
        ("b", 0, "d"): 4,
        ("b", 1): 8,
        ("b", 1, 0): 8,
        ("e",): 9,
        ("e", "f"): 9,
        ("e", "g"): 10,
    }


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("a:\n\tb: c", "yaml-tab", 2, "tab"),
        ("a: b\n\tc: d", "yaml-tab", 2, "tab"),
        ("a: |\n\tb", "yaml-tab", 2, "tab"),
        ("a: 1\nb: Why: now", "yaml-syntax", 2, "colon and a space"),
        ("a: b\n c: d", "yaml-syntax", 2, "key where none can stand"),
        ("x: 1\na: @source", "yaml-syntax", 2, 'begins with "@"'),
        ("a: [@x]", "yaml-syntax", 1, 'begins with "@"'),
        ("a: `x", "yaml-syntax", 1, 'begins with "`"'),
        ("a: ]", "yaml-syntax", 1, 'begins with "]"'),
        ("a: ? b", "yaml-syntax", 1, 'begins with "?"'),
        ("a: [b]]", "yaml-syntax", 1, '"]" too many'),
        ("a: 'x' y", "yaml-syntax", 1, "after a closing quotation mark"),
        ('b: 1\na: "x\n\nc: d', "yaml-syntax", 2, "never closed"),
        ('a: "\\q"', "yaml-syntax", 1, "backslash"),
        ('a: "\\xz"', "yaml-syntax", 1, "backslash"),
        ("b: 1\na: [b\n", "yaml-syntax", 2, 'opens "["'),
        ("a: [", "yaml-syntax", 1, 'opens "["'),
        ("b: 1\na: {", "yaml-syntax", 2, 'opens "{"'),
        ("a: {b: c", "yaml-syntax", 1, 'opens "{"'),
        ("a: >quote\n", "yaml-syntax", 1, 'same line as ">"'),
        ("a: - b", "yaml-syntax", 1, "list item"),
        ("? a\nb", "yaml-syntax", None, "without a colon"),
        ("- a\nb: c", "yaml-syntax", 2, "line up"),
        ("a:\n  b: c\n d: e", "yaml-syntax", 3, "line up"),
        ("a: !<x y", "yaml-syntax", 1, '"!"'),
        ("a: & b", "yaml-syntax", 1, '"&"'),
        ("%YAML 3.0\n---\na: b", "yaml-syntax", 1, '"%"'),
        ("a: b\n...\nfoo", "yaml-documents", 3, "after"),
        ("a: b\n---\nc: d", "yaml-documents", 2, "second document"),
        ("a: &x y", "yaml-anchor", 1, '"x"'),
        ("a: *x", "yaml-alias", 1, '"x"'),
        ("a: !!python/object:os.system ls", "yaml-tag", 1, "tag"),
        ("a: !x [1]", "yaml-tag", 1, "tag"),
        ("1: a", "key-not-text", 1, "1"),
        ("true: a", "key-not-text", 1, "true"),
        ("~: a", "key-not-text", 1, "nothing"),
        ("? [a]\n: b", "key-not-text", 1, "list"),
        ('"\\0": a', "key-impossible", 1, "cannot be a key"),
        ("a: b\n" + "x" * 101 + ": c", "key-impossible", 2, "cannot be a key"),
        ("a: 1e999", "number-impossible", 1, "too large"),
        ("a: " + "9" * 5000, "number-impossible", 1, "5000 characters"),
        ("é: 1\na: It costs #cost a year\nb: c", "yaml-comment", 2, "cut off"),
        ("a: [b #c\n]", "yaml-comment", 1, "cut off"),
        ("a:\n  - b\n    c #d\n", "yaml-comment", 2, "cut off"),
        ("# nothing\n", "file-empty", None, "comments"),
    ],
)
def test_a_fault_names_line_and_fix(text: str, code: str, line: int | None, words: str) -> None:
    (finding,) = input_errors(text)
    assert finding.code == code
    assert words in finding.message
    assert line is None or finding.line == line


def test_a_comment_has_a_space_and_numbers_may_do_without() -> None:
    text = "#!x\na: b # c\nd: 1 #e\nf: #g\n  - 'h' #i\n  - j#k\nl: >-\n  m #n\n"
    data, _ = parse_yaml(text, "a.yaml")
    assert data == {"a": "b", "d": 1, "f": ["h", "j#k"], "l": "m #n"}


def test_a_key_given_twice_names_both_lines_and_the_path() -> None:
    (finding,) = input_errors("a:\n  b: 1\n  c: 2\n  b: 3\n")
    assert (finding.code, finding.path, finding.line) == ("duplicate-key", ("a", "b"), 4)
    assert "line 2" in finding.message


def test_faults_that_are_not_of_syntax_are_collected() -> None:
    codes = [each.code for each in input_errors("a: &x 1\nb: *x\na: !t 2\nc: [\n")]
    assert codes == ["yaml-anchor", "yaml-alias", "duplicate-key", "yaml-tag", "yaml-syntax"]


def test_faults_without_end_are_cut_short_and_stay_short() -> None:
    assert len(input_errors("{" + "a: 1, " * 5000 + "}")) == FAULT_LIMIT
    assert len(input_errors("a: !" + "x" * 100_000)[0].message) < 120


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)
    )
    assert input_errors(bomb)[0].code == "yaml-anchor"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: ", "? "])
@pytest.mark.parametrize("levels", [DEPTH_LIMIT + 1, 100_000])
def test_deep_nesting_is_refused_before_it_hurts(opening: str, levels: int) -> None:
    began = time.process_time()
    assert input_errors(opening * levels)[-1].code in ("too-deep", "key-not-text")
    assert time.process_time() - began < 8


def test_depth_up_to_the_limit_is_read() -> None:
    parse_yaml("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT, "a.yaml")


@pytest.mark.slow
def test_too_many_values_are_refused() -> None:
    assert input_errors(f"[{'a,' * NODE_LIMIT}a]")[-1].code == "too-many-values"


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.sampled_from("ab: -[]{}#'\"\n\t&*!|>%@`,?\\01.~"), max_size=40))
def test_any_text_is_data_or_refused(text: str) -> None:
    try:
        _, places = parse_yaml(text, "a.yaml")
    except LoadError as error:
        assert all(finding.message for finding in error.findings)
    else:
        assert places.line(()) is not None


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text("aé :#-'\"[1", max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner),
    max_leaves=12,
)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(data=PLAIN)
def test_what_a_yaml_writer_writes_is_read_back(data: Any) -> None:
    text = yaml.safe_dump({"a": data}, allow_unicode=True)
    if "&id" not in text:
        assert parse_yaml(text, "a.yaml")[0] == {"a": data}


def test_two_thousand_lines_are_read_in_a_blink() -> None:
    if load_yaml._LOADER is yaml.SafeLoader:
        return
    item = (
        "  - id: p{}\n    forms:\n      headline: >-\n        Some words\n      summary: [a, b]\n"
    )
    text = "items:\n" + "".join(item.format(number) for number in range(400))
    assert least_seconds(lambda: parse_yaml(text, "a.yaml"), runs=3) < 0.25


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("detail:\n  - >\n    Two:\n    - walls\n    - roofs\n", 4),
        ("detail: >-\n    Two:\n    1. walls\n    2. roofs\n", 3),
        ("detail:\n  - Two\n    - walls\n    - roofs\n", 3),
        ('detail: "Two:\n  | walls |\n  |---|\n  | roofs |"\n', 2),
        ("- >\n  She said:\n  > walls\n  > roofs\n", 3),
    ],
)
def test_a_list_that_yaml_would_join_into_one_line_is_an_error(text: str, line: int) -> None:
    (finding,) = input_errors(text)
    assert (finding.code, finding.line) == ("yaml-joined-lines", line)


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  Two:\n  - walls\n  - roofs\n",
        "a: >\n  Two:\n\n  - walls\n\n  - roofs\n",
        "a: >\n  It fell by\n  - 3 degrees\n  in May\n",
        "a: >\n  One line\n  and another\n",
    ],
)
def test_lines_that_are_kept_or_that_are_no_list_are_none(text: str) -> None:
    parse_yaml(text, "a.yaml")
