"""The text policy, held by every model however it is built."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from briefgen.types.base import WORD_LIMIT, Address, Id, Language, Line, ProseText, printable
from briefgen.types.finding import InputError


@given(text=st.text(max_size=60))
def test_text_is_kept_or_refused_and_never_changed(text: str) -> None:
    try:
        assert printable(text) == text
    except InputError as input_error:
        assert input_error.code == "control-character"
        assert any(ord(c) < 0x20 or ord(c) == 0x7F or ord(c) >= 0xD800 for c in text)


@pytest.mark.parametrize("letter", ["\0", "\x0b", "\x1b", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_page_can_print(letter: str) -> None:
    with pytest.raises(InputError) as caught:
        printable(f"a{letter}b")
    assert caught.value.code == "control-character"
    assert f"U+{ord(letter):04X}" in str(caught.value)


def test_tabs_and_line_breaks_are_text() -> None:
    assert printable("a\tb\nc\r\n") == "a\tb\nc\r\n"


def test_which_characters_are_refused_to_the_last_one() -> None:
    refused = []
    for character in map(chr, range(0x110000)):
        try:
            printable(character)
        except InputError as input_error:
            assert input_error.hint
            refused.append(ord(character))
    controls = {*range(0x20), 0x7F} - {*b"\t\n\r"}
    assert {*refused} == controls | {*range(0xD800, 0xE000), 0xFFFE, 0xFFFF}


def test_a_word_that_no_line_can_hold() -> None:
    assert printable("x" * WORD_LIMIT)
    with pytest.raises(InputError) as caught:
        printable("a " + "x" * (WORD_LIMIT + 1))
    assert caught.value.code == "word-too-long"
    assert str(caught.value) == f"holds a word of {WORD_LIMIT + 1} characters; the limit is 200"
    assert caught.value.hint


ACCEPTED: list[tuple[Any, str]] = [
    (Id, "a"),
    (Id, "s39"),
    (Id, "un-abroad-2019"),
    (Id, "a" * 48),
    (Line, "One line."),
    (Address, "https://example.org/a?b=c#d"),
    (Address, "mailto:desk@example.org"),
    (Language, "en-GB"),
    (Language, "zh-Hans"),
    (Language, "es-419"),
]
REFUSED: list[tuple[Any, str]] = [
    (Id, "A"),
    (Id, "a_b"),
    (Id, "-a"),
    (Id, "a--b"),
    (Id, "é"),
    (Id, "a\n"),
    (Id, "a" * 49),
    (Id, ""),
    (Line, "  "),
    (Line, "two\nlines"),
    (Line, "x " * 300),
    (ProseText, ""),
    (ProseText, "ab " * 7000),
    (Address, "file:///etc/passwd"),
    (Address, "javascript:alert(1)"),
    (Address, "\\\\server\\share"),
    (Address, "https://a b"),
    (Address, "//example.org"),
    (Address, "mailto:nobody"),
    (Language, "English"),
    (Language, "EN"),
]


@pytest.mark.parametrize(("kind", "text"), ACCEPTED)
def test_what_a_kind_of_text_accepts(kind: Any, text: str) -> None:
    assert TypeAdapter(kind).validate_python(text) == text


@pytest.mark.parametrize(("kind", "text"), REFUSED)
def test_what_a_kind_of_text_refuses(kind: Any, text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(text)
