"""JSON: strict, with a line for each value."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.load.json import parse_json, parse_json_in_part
from briefgen.types.finding import Finding, LoadError


def input_error(text: str) -> Finding:
    with pytest.raises(LoadError) as caught:
        parse_json(text, "a.json")
    (finding,) = caught.value.findings
    assert finding.file == "a.json"
    assert finding.hint
    return finding


def test_each_value_has_a_line() -> None:
    data, places = parse_json(
        '{\n\t"a": 1,\n\t"b": [\n\t\t"x:\\n, {",\n\t\t{"c": null}\n]}', "a.json"
    )
    assert data == {"a": 1, "b": ["x:\n, {", {"c": None}]}
    assert places.lines == {
        (): 1,
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 1): 5,
        ("b", 1, "c"): 5,
    }


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ('{"a": 1,\n"a": 2}', "duplicate-key", 2, "line 1"),
        ('{"a":\nNaN}', "number-impossible", 2, "NaN"),
        ('{"a": "NaN",\n"b": -Infinity}', "number-impossible", 2, "-Infinity"),
        ('{"a": 1e999}', "number-impossible", 1, "too large"),
        ('{"a": ' + "9" * 5000 + "}", "number-impossible", 1, "5000"),
        ('{"a": 1,\n}', "json-syntax", None, "after the last value"),
        ("[1,]", "json-syntax", 1, "after the last value"),
        ('{"a": 1\n"b": 2}', "json-syntax", 2, "lacks a comma"),
        ("{'a': 1}", "json-syntax", 1, "double quotes"),
        ('{"a" 1}', "json-syntax", 1, "colon"),
        ('{"a": "b\nc"}', "json-syntax", 1, "line break"),
        ('{"a": "\\q"}', "json-syntax", 1, "backslash"),
        ('{"a": "b', "json-syntax", 1, "never closed"),
        ('{"a": , "b": 1}', "json-syntax", 1, "lacks a value"),
        ("{} {}", "json-syntax", 1, "goes on"),
        ('{"\\u0000": 1}', "key-impossible", 1, "cannot be a key"),
        ('{"\\ud800": 1}', "key-impossible", 1, "cannot be a key"),
        ("[" * 33 + "]" * 33, "too-deep", 1, "levels"),
        ("[" * 200_000, "too-deep", None, "levels"),
    ],
)
def test_a_fault_names_line_and_fix(text: str, code: str, line: int | None, words: str) -> None:
    finding = input_error(text)
    assert finding.code == code
    assert words in finding.message
    assert line is None or finding.line == line


def test_a_constant_with_a_letter_too_many_is_found_where_it_stands() -> None:
    findings = parse_json_in_part("[0,\n-InfinityX]", "a.json")[2]
    assert [(finding.code, finding.line) for finding in findings] == [
        ("number-impossible", 2),
        ("json-syntax", 2),
        ("json-syntax", 2),
    ]


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.sampled_from('ab:-[]{}"\n\t,\\01.eEnulltrufasN '), max_size=40))
def test_any_text_is_what_the_standard_library_reads_or_refused(text: str) -> None:
    try:
        data, _ = parse_json(text, "a.json")
    except LoadError as error:
        assert error.findings
    else:
        assert data == json.loads(text, parse_float=Decimal)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text() | st.floats(-1e9, 1e9),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abcé", min_size=1), inner),
    max_leaves=20,
)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(data=JSON, indent=st.sampled_from([None, 1, "\t"]), ascii_only=st.booleans())
def test_json_is_read_back(data: Any, indent: int | str | None, ascii_only: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    assert parse_json(text, "a.json")[0] == json.loads(text, parse_float=Decimal)


def test_faults_of_one_character_are_found_at_once_and_the_data_is_read_all_the_same() -> None:
    text = '{"a": [1, 2,],\n"b": NaN "c": "x\\q",\n}'
    data, _, findings = parse_json_in_part(text, "a.json")
    assert data == {"a": [1, 2], "b": 0, "c": "x q"}
    assert [(one.line, one.message.partition(" ")[2]) for one in findings] == [
        (1, "12 has a comma after the last value"),
        (2, "NaN, which is no number in JSON"),
        (2, "10 lacks a comma"),
        (2, "17 has a backslash that means nothing in JSON"),
        (2, "20 has a comma after the last value"),
    ]


@pytest.mark.parametrize("text", ['{"a": }', '{"a": 1, 2}', '["\\uZZZZ"]', "[" + "1 " * 1000 + "]"])
def test_no_data_is_made_up_where_it_is_open_what_was_meant(text: str) -> None:
    data, _, findings = parse_json_in_part(text, "a.json")
    assert data is None
    assert 1 <= len(findings) <= 20
