"""What is promised of a brief holds in every theme that comes along, not in the standard one only.

`test_formats`, `test_promises` and `test_accessibility` look at the standard look more closely.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import page
import pytest
from samples.pages import outside, overlapping, stranded_headings
from samples.read_aloud import letters, pdf_text, reported, word_pages, word_text

import briefgen
from briefgen.load.profile import read_length

DATA = Path(__file__).resolve().parent.parent / "data"
LOOKS = [name for name, _ in briefgen.templates() if name != "standard"]
LENGTHS = [name for name, _ in briefgen.lengths()]
AUDIENCES = [name for name, _ in briefgen.audiences()]

Briefs = Mapping[str, briefgen.Brief]
Files = Mapping[str, tuple[bytes, bytes]]


@pytest.fixture(scope="module", params=LOOKS)
def briefs(request: pytest.FixtureRequest) -> Briefs:
    """Every brief of both arguments in one theme."""
    return {
        f"{argument.id}-{length}-{audience}": briefgen.build(
            argument, length=length, audience=audience, template=request.param
        )
        for argument in map(briefgen.load, sorted(DATA.glob("*.yaml")))
        for length in LENGTHS
        for audience in AUDIENCES
    }


@pytest.fixture(scope="module")
def files(briefs: Briefs) -> Files:
    return {key: (brief.to_bytes("pdf"), brief.to_bytes("docx")) for key, brief in briefs.items()}


def test_there_are_looks_to_try(briefs: Briefs) -> None:
    assert len(LOOKS) == 2
    assert len(briefs) >= 2 * 4 * 5


def test_counted_lengths_have_their_pages_in_pdf_and_in_word(
    briefs: Briefs, files: Files, tmp_path: Path
) -> None:
    promised = {key: read_length(brief.length).pages for key, brief in briefs.items()}
    in_word = word_pages({key: files[key][1] for key in files if promised[key]}, tmp_path)
    pages = {key: (briefs[key].pages, in_word[key]) for key in in_word}
    assert pages == {key: (promised[key], promised[key]) for key in in_word}


def test_no_look_is_short_of_room_or_warned_of(briefs: Briefs) -> None:
    """No font is substituted, no search given up; a page may be less full than wanted."""
    codes = {finding.code for brief in briefs.values() for finding in brief.findings}
    assert codes <= {"page-underfull"}


def test_pdf_and_word_print_the_same_text(briefs: Briefs, files: Files) -> None:
    for key, brief in briefs.items():
        pdf, docx = files[key]
        assert letters(pdf_text(pdf)) == letters(" ".join(reported(brief, numbers=True))), key
        assert letters(word_text(docx)) == letters(" ".join(reported(brief, numbers=False))), key


@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A], ids=str
)
def test_every_pdf_conforms(files: Files, profile: page.ValidationProfile) -> None:
    for key, (pdf, _) in files.items():
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert report.rules.total > 100
        assert [failure.message for failure in report.failures] == [], key


def test_text_stays_in_its_column_and_off_other_text(briefs: Briefs) -> None:
    for key, brief in briefs.items():
        assert outside(brief) == [], key
        assert overlapping(brief) == [], key
        assert stranded_headings(brief) == [], key


def test_full_briefs_end_on_a_page_that_is_one_and_fill_those_before(briefs: Briefs) -> None:
    full = {key: brief for key, brief in briefs.items() if brief.length == "full"}
    fills = {
        key: [
            fill.used_mpt / fill.height_mpt
            for fill in brief._made.fitted.laid_out.fills
            if fill.frame == "main"
        ]
        for key, brief in full.items()
    }
    assert not {key: last for key, (*_, last) in fills.items() if last < 0.2}
    blank = {key: min(pages) for key, (*pages, _) in fills.items() if min(pages) < 0.65}
    assert not blank, "a heading or a table may move to the next page, not more than a third of one"
    theirs = [brief._made.theme.page_style.margin_bottom_pt for brief in full.values()]
    masters = [brief._made.master for brief in full.values()]
    moved = [
        own.margin_bottom_pt - its
        for own, its in zip(masters, theirs, strict=True)
        if own.margin_bottom_pt
    ]
    assert max(moved, default=0) <= 44
