"""One brief, one selection: PDF and Word say the same, and have the pages that were promised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from samples.read_aloud import letters, pdf_text, reported, word_pages, word_text

import briefgen
from briefgen.types.finding import CheckError

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS = sorted((ROOT / "data").glob("*.yaml"))
LENGTHS = [name for name, _ in briefgen.lengths()]
AUDIENCES = [name for name, _ in briefgen.audiences()]
CHARTED = ROOT / "tests" / "arguments" / "series.yaml"


@pytest.fixture(scope="module")
def briefs() -> dict[tuple[str, str, str], briefgen.Brief]:
    """Every brief of both arguments, and one argument with charts: argument, length, audience."""
    found = {}
    charted = briefgen.load(CHARTED)
    for length in LENGTHS:
        brief = briefgen.build(charted, length=length, audience="analyst")
        found[charted.id, length, "analyst"] = brief
    for file in ARGUMENTS:
        argument = briefgen.load(file)
        for length in LENGTHS:
            for audience in AUDIENCES:
                brief = briefgen.build(argument, length=length, audience=audience)
                found[argument.id, length, audience] = brief
    return found


@pytest.fixture(scope="module")
def files(
    briefs: dict[tuple[str, str, str], briefgen.Brief],
) -> dict[tuple[str, str, str], tuple[bytes, bytes]]:
    return {key: (brief.to_bytes("pdf"), brief.to_bytes("docx")) for key, brief in briefs.items()}


def test_there_is_something_to_compare() -> None:
    assert len(ARGUMENTS) >= 1
    assert len(LENGTHS) >= 2
    assert "decision-maker" in AUDIENCES


def test_charts_are_among_what_is_compared(
    briefs: dict[tuple[str, str, str], briefgen.Brief],
) -> None:
    """None is drawn of an argument without a series."""
    drawn = {key for key, brief in briefs.items() if "chart: " in brief.text}
    assert drawn == {("series", length, "analyst") for length in LENGTHS}


def test_pdf_and_word_print_the_same_text_and_nothing_else(
    briefs: dict[tuple[str, str, str], briefgen.Brief],
    files: dict[tuple[str, str, str], tuple[bytes, bytes]],
) -> None:
    for key, brief in briefs.items():
        pdf, docx = files[key]
        assert letters(pdf_text(pdf)) == letters(" ".join(reported(brief, numbers=True))), key
        assert letters(word_text(docx)) == letters(" ".join(reported(brief, numbers=False))), key


def test_every_line_stands_whole_in_both(
    briefs: dict[tuple[str, str, str], briefgen.Brief],
    files: dict[tuple[str, str, str], tuple[bytes, bytes]],
) -> None:
    def bare(text: str) -> str:
        return re.sub(r"[\W_]+", "", text)

    for key, brief in briefs.items():
        in_pdf, in_word = (
            bare(found(data)) for found, data in zip((pdf_text, word_text), files[key], strict=True)
        )
        for line in reported(brief, numbers=False):
            for part in line.split(" | "):
                for piece in RUN_OF_MARKS.split(part):
                    assert bare(piece) in in_pdf, (key, part)
                    assert bare(piece) in in_word, (key, part)


RUN_OF_MARKS = re.compile(r"(?:\[\d+\]){3,}")
"""Three marks and more: a run on the page, where Word has a footnote each."""


def test_a_validator_finds_nothing_in_any_word_file(
    files: dict[tuple[str, str, str], tuple[bytes, bytes]], tmp_path: Path
) -> None:
    """Links lead outside, and nothing else does.

    Each file has a validator of its own: one that is kept takes a new file, now and then, for one
    that it has seen, as it knows them by their place in memory.
    """
    assert len(files) >= 40
    for key, (_, docx) in files.items():
        path = tmp_path / "brief.docx"
        path.write_bytes(docx)
        validator = OpenXmlValidator(security_validation=True)
        found = [str(error.description) for error in validator.validate(path).errors]
        assert [one for one in found if not LINK.match(one)] == [], key


LINK = re.compile(r"External relationship target: (https?://|mailto:)")


def test_counted_lengths_have_their_pages_in_pdf_and_in_word(
    briefs: dict[tuple[str, str, str], briefgen.Brief],
    files: dict[tuple[str, str, str], tuple[bytes, bytes]],
    tmp_path: Path,
) -> None:
    """Word's pages are counted as LibreOffice lays them out, all in one run."""
    pages = word_pages({"_".join(key): docx for key, (_, docx) in files.items()}, tmp_path)
    wrong = {}
    for key, brief in briefs.items():
        in_word = pages["_".join(key)]
        promised = PAGES.get(key[1])
        if promised is None:
            continue
        short = any(finding.code == "pages-missing" for finding in brief.findings)
        if not (brief.pages == in_word == promised or (short and brief.pages == in_word)):
            wrong[key] = (promised, brief.pages, in_word)
    assert wrong == {}


PAGES = {"one-page": 1, "two-page": 2, "four-page": 4}


def test_a_length_that_requires_what_there_is_not_is_refused(tmp_path: Path) -> None:
    length = tmp_path / "submission.yaml"
    length.write_text(
        "name: submission\ndescription: Asks.\npages: 1\ncontent: one-page.md.j2\n"
        "master: one-page\nrequires: [recommendations]\n"
    )
    argument = briefgen.load(ROOT / "data" / "china-mali.yaml")
    with pytest.raises(CheckError) as caught:
        briefgen.build(argument, length=length)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("part-required", ("recommendations",))
    assert finding.hint
