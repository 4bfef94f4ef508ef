"""What is printed of prose: every visible character, or a finding names the text that holds it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from samples.read_aloud import pdf_text, word_text
from samples.small import SMALL
from samples.stand_in import ROOT

import briefgen
from briefgen.check.checking import check
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


WILD = st.characters(min_codepoint=0x80, categories=["L", "M", "N", "P", "Sc", "Sk"])
"""Any letter, mark, digit or sign of Unicode beyond the keyboard's."""

PLACES: dict[str, Path] = {
    "Qa": FORM,
    "Qb": ("rationales", 0, "forms", "headline"),
    "Qc": ("rationales", 0, "forms", "detail", 0),
    "Qd": ("rationales", 0, "forms", "detail", 1),
    "Qe": ("rationales", 0, "forms", "detail", 2),
}
"""Where texts stand, by the word that they begin with."""


def formed(texts: list[str]) -> Argument:
    """Return an argument with a text in each kind of form: in a sentence, an item, a cell."""
    summary, headline, detail, item, cell = (
        f"{word}{text}qQ" for word, text in zip(PLACES, texts, strict=True)
    )
    point = {
        "id": "cheap",
        "priority": 1,
        "forms": {
            "headline": headline,
            "detail": [detail, f"- First.\n- {item}", f"| A | B |\n|---|---|\n| C | {cell} |"],
        },
    }
    forms = {"headline": "Wells pay", "summary": summary}
    thesis = {"id": "thesis", "priority": 1, "forms": forms}
    return Argument.model_validate({**SMALL, "thesis": thesis, "rationales": [point]})


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_character_of_any_form_is_on_the_page_or_named_in_a_finding(data: st.DataObject) -> None:
    known = [each for each in printable() if each.isalnum() and normalize("NFC", each) == each]
    text = st.text(st.sampled_from(known), max_size=9)
    drawn = [data.draw(text) for _ in PLACES]
    odd, wild = data.draw(st.sampled_from(range(len(drawn)))), data.draw(WILD)
    drawn[odd] += wild
    made = formed(drawn)
    named = {each.path for each in briefgen.check(made) if each.severity == "error"}
    assert named <= {[*PLACES.values()][odd]}
    if named:
        return
    brief = briefgen.build(made, length="full", audience="analyst")
    for printed in (pdf_text(brief.to_bytes("pdf")), word_text(brief.to_bytes("docx"))):
        for word, one in zip(PLACES, drawn, strict=True):
            assert f"{word}{visible(one)}qQ" in visible(printed)
