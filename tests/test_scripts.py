"""Sub- and superscripts: small beside the line in PDF, native in Word, and text in both."""

from __future__ import annotations

from functools import cache
from typing import Any

from samples.read_aloud import pdf_text, word_text
from samples.small import SMALL
from samples.word import W, tree

import briefgen
from briefgen.types.argument import Argument
from briefgen.types.laid import TextMark

SUMMARY = "Wells emit CO~2~ over 90 m^2^, says H~2~O."
PLAIN = "Wells emit CO2 over 90 m2, says H2O."


@cache
def brief(summary: str) -> briefgen.Brief:
    thesis = SMALL["thesis"] | {"forms": {"headline": "Wells pay", "summary": summary}}
    changed: dict[str, Any] = SMALL | {"thesis": thesis}
    return briefgen.build(Argument.model_validate(changed), length="one-page")


def test_both_formats_read_as_text() -> None:
    for text in (
        pdf_text(brief(SUMMARY).to_bytes("pdf")),
        word_text(brief(SUMMARY).to_bytes("docx")),
    ):
        assert PLAIN in text.replace("\u00a0", " ")  # figure and unit stay on one line


def test_word_has_them_as_its_own() -> None:
    body = tree(brief(SUMMARY).to_bytes("docx"))
    found = [
        (run.findtext(f"{W}t"), mark.get(f"{W}val"))
        for run in body.iter(f"{W}r")
        for mark in run.iter(f"{W}vertAlign")
        if run.findtext(f"{W}t")
    ]
    assert found[:3] == [("2", "subscript"), ("2", "superscript"), ("2", "subscript")]


def test_they_are_small_and_off_the_line_and_no_line_is_higher() -> None:
    marks = drawn(brief(SUMMARY))
    [line] = [mark for mark in marks if mark.text.startswith("Wells emit CO")]
    low, high = [mark for mark in marks if mark.text == "2"][:2]
    assert low.baseline_mpt > line.baseline_mpt > high.baseline_mpt
    assert 5_500 <= low.size_mpt == high.size_mpt < line.size_mpt
    [plain] = [mark for mark in drawn(brief(PLAIN)) if mark.text.startswith("Wells emit CO2")]
    assert plain.baseline_mpt == line.baseline_mpt
    below = [
        [
            (mark.text, mark.baseline_mpt)
            for mark in each
            if mark.baseline_mpt > high.baseline_mpt + 20_000
        ]
        for each in (marks, drawn(brief(PLAIN)))
    ]
    assert below[0] == below[1]


def drawn(built: briefgen.Brief) -> list[TextMark]:
    pages = built._made.fitted.laid_out.pages
    return [mark for page in pages for mark in page.marks if isinstance(mark, TextMark)]
