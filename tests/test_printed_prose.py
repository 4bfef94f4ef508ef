"""What is printed of prose: every visible character, or a finding names the text that holds it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from samples.small import SMALL
from samples.stand_in import ROOT
from samples.told import pdf_text, word_text

import briefgen
from briefgen.check import check
from briefgen.load.fonts import read_fonts
from briefgen.types.argument import Argument
from briefgen.types.source_map import Path

FORM: Path = ("thesis", "forms", "summary")

DRAWN = "\u2010\u2011"
"""Hyphens that Word has as elements and fonts as the common hyphen: other tests look for them."""

SPACES = " " * 4

STRAIGHT = {ord(mark): '"' for mark in "“”"} | {ord(mark): "'" for mark in "‘’"}

MARKS = set("*_~^")
"""What emphasis, sub- and superscript are written with: it is printed unless it is read as such."""


@cache
def printable() -> list[str]:
    """Every letter, mark, digit and sign that all faces have which are carried along."""
    library, _ = read_fonts(ROOT / "templates" / "fonts", frozenset({"Carlito", "Caladea"}))
    assert len(library.faces) == 8
    shared = set.intersection(*({*face.advances} for face in library.faces.values()))
    letters = sorted(chr(code) for code in shared)
    return [
        each for each in letters if unicodedata.category(each)[0] in "LMNPS" and each not in DRAWN
    ]


def visible(text: str) -> str:
    """Return text without spaces and format characters, with quotation marks made straight."""
    seen = (each for each in text if not (each.isspace() or unicodedata.category(each) == "Cf"))
    return "".join(seen).translate(STRAIGHT)


def argument(summary: str) -> Argument:
    changed: dict[str, Any] = {
        **SMALL,
        "thesis": {
            "id": "thesis",
            "priority": 1,
            "forms": {"headline": "Wells pay", "summary": f"Qq{summary}qQ"},
        },
    }
    return Argument.model_validate(changed)


def reported(made: Argument) -> bool:
    """Whether the check names the text as one that is not printed as it stands."""
    errors = [each for each in check(made) if each.severity == "error"]
    assert all(each.path == FORM for each in errors)
    return bool(errors)


def between(text: str) -> str:
    """Return what stands between the two ends that the text was given."""
    found = re.search("Qq(.*)qQ", visible(text), re.DOTALL)
    assert found
    return found[1]


def texts(letters: list[str]) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from([*letters, *SPACES]), max_size=40)


@pytest.mark.parametrize("marked", [False, True], ids=["without marks", "with marks"])
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_visible_character_is_on_the_page(marked: bool, data: st.DataObject) -> None:
    plain = [each for each in printable() if each not in MARKS]
    ascii_marks = [each for each in "<>`=!#[](){}$|-+\\&.:/@\"'" if not marked or each != "\\"]
    summary = data.draw(texts([*plain, *ascii_marks * 20, *(sorted(MARKS) * 40 if marked else [])]))
    assume("\\\\" not in summary)  # two are one, or two at the beginning of a network path
    made = argument(summary)
    if reported(made):
        return
    brief = briefgen.build(made, length="one-page")
    wanted = visible(unescaped(summary))
    for text in (pdf_text(brief.to_bytes("pdf")), word_text(brief.to_bytes("docx"))):
        found = between(text)
        if marked:
            found, wanted = without_marks(found), without_marks(wanted)
        assert found == wanted


def unescaped(text: str) -> str:
    """Return text as it is printed where a backslash tells that the sign after it is no markup."""
    return re.sub(r"""(?<!\\)\\([\\`*_\[\]{}()<>#+\-.!|~&^$=@'"])""", r"\1", text)


def without_marks(text: str) -> str:
    return "".join(each for each in text if each not in MARKS)


@settings(deadline=None)
@given(text=texts(["a", "1", "é", "Ж", *MARKS, *MARKS]))
def test_a_mark_between_two_letters_is_printed_or_lowers_or_raises(text: str) -> None:
    made = argument(text)
    if reported(made):
        return
    printed = between(briefgen.build(made, length="one-page").text)
    within = re.findall(r"(?<=[^\W_])\*+(?=[^\W_])", f"q{text}q")
    assert printed.count("*") >= sum(map(len, within))


def test_the_letters_that_are_tried_are_those_of_many_languages() -> None:
    letters = printable()
    assert len(letters) > 300
    assert {"é", "ß", "ő", "“", "€", "5", "½"} <= {*letters}
