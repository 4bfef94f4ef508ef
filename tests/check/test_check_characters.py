"""Which characters are remarked, to the last one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.sound import argument, remarks

import briefgen
from briefgen.check.characters import _SHAPED, unset_script, unsupported_character

PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))


def test_which_characters_are_not_carried() -> None:
    reported: dict[str, set[int]] = {}
    for code in range(0x110000):
        if reason := unsupported_character(chr(code)):
            reported.setdefault(reason, set()).add(code)
    assert reported == {
        "is a control character": {*range(0x20), *range(0x7F, 0xA0)} - {*b"\t\n\r"},
        "is for private use: its shape depends on one font": {
            *(code for block in PRIVATE for code in block)
        },
        "is half a character": {*range(0xD800, 0xE000)},
        "turns the direction of the words after it": {
            *range(0x202A, 0x202F),
            *range(0x2066, 0x206A),
        },
        "is a tag that nobody sees": {*range(0xE0000, 0xE0080)},
        "ends a line only in some programs": {0x2028},
        "ends a paragraph only in some programs": {0x2029},
        "is no character": {*range(0xFDD0, 0xFDF0)}
        | {plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)},
        "stands for a lost object": {0xFFFC},
        "stands for a lost character": {0xFFFD},
    }


def test_one_text_names_each_of_its_characters_once() -> None:
    found = remarks("unsupported-character", title="\ue000 and \ue001, \ue000 again")
    assert [finding.message.split(",")[0] for finding in found] == ["holds U+E000", "holds U+E001"]


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u2028", "\u2029", "\U000e0041"])
def test_what_would_make_the_formats_differ_is_refused_whatever_the_format(character: str) -> None:
    reported = argument(title=f"Wells {character}pay")
    with pytest.raises(briefgen.CheckError) as caught:
        briefgen.build(reported)
    assert [(one.code, one.path) for one in caught.value.findings] == [
        ("unsupported-character", ("title",))
    ]


@pytest.mark.parametrize("mark", ["\u0335", "\u302e", "\u20dd"])
def test_each_kind_of_mark_on_a_letter_is_remarked(mark: str) -> None:
    (finding,) = remarks("unset-script", title=f"A z{mark} and another z{mark}")
    assert "is a mark on a letter" in finding.message


@pytest.mark.parametrize("letter", ["\u05d0", "\u0627", "\U0001e900"])
def test_letters_from_right_to_left_are_remarked(letter: str) -> None:
    (finding,) = remarks("unset-script", title=f"A {letter}{letter}")
    assert "from right to left" in finding.message


@pytest.mark.parametrize("block", _SHAPED)
def test_a_block_is_remarked_from_its_first_letter_to_its_last(block: range) -> None:
    assert unset_script(chr(block[0])) == "takes its shape from its neighbours"
    assert unset_script(chr(block[-1])) == "takes its shape from its neighbours"


def test_the_kinds_of_a_text_are_each_reported_once_with_the_first_character_of_a_kind() -> None:
    found = remarks("unset-script", title="A \u05d0\u05d1, a \u0915\u0916 and a z\u0335")
    assert [finding.message.split(", ")[0] for finding in found] == [
        "holds U+05D0 (hebrew letter alef)",
        "holds U+0915 (devanagari letter ka)",
        "holds U+0335 (combining short stroke overlay)",
    ]


def test_a_character_without_a_name_is_remarked_all_the_same() -> None:
    (finding,) = remarks("unset-script", title="A \u0984")
    assert "U+0984 (no name)" in finding.message


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("A cafe\u0301 in Mali", "writes é as U+0065 U+0301"),
        ("At 5 \u212b", "writes Å as U+212B"),
        ("A \u0928\u093c", "writes ऩ as U+0928 U+093C"),
        ("An a\u0301\u0323", "writes ạ as U+0061 U+0301"),
        ("A \u0958", "writes क as U+0958"),
    ],
)
def test_the_first_letter_that_another_form_would_write_otherwise_is_named(
    title: str, message: str
) -> None:
    (finding,) = remarks("unnormalised-text", title=title)
    assert finding.message == message


@given(text=st.text(min_size=1))
def test_no_text_is_the_beginning_of_its_other_form(text: str) -> None:
    """So there is always a first letter to name."""
    whole = unicodedata.normalize("NFC", text)
    assert whole == text or any(one != other for one, other in zip(text, whole, strict=False))
