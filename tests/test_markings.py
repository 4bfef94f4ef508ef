"""A marking, such as "Draft", is seen at first sight, and takes its room alike in PDF and Word."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import page
import pytest
from samples.read_aloud import word_pages
from samples.word import lines
from samples.word_lines import PlacedWord, placed_words

import briefgen
from briefgen.types.laid import TextMark
from briefgen.types.role import Role

DATA = Path(__file__).resolve().parent.parent / "data" / "china-mali.yaml"
LOOKS = [name for name, _ in briefgen.templates()]

DRAFT = {"status": "draft", "version": "2", "updates": "2019-05", "number": "2019/7"}
EDITIONS = {
    "none": {},
    "draft": {**DRAFT, "classification": "Official", "date": "2019-06-03"},
    "embargoed": {"status": "embargoed", "embargo": "2019-06-10"},
    "long": {
        "classification": "Official, for members of the committee",
        "status": "embargoed",
        "embargo": "2019-09-30",
    },
}
SEEN = {
    "draft": "OFFICIAL · DRAFT",
    "embargoed": "EMBARGOED UNTIL 10\u00a0JUNE 2019",
    "long": "OFFICIAL, FOR MEMBERS OF THE COMMITTEE · EMBARGOED UNTIL 30\u00a0SEPTEMBER 2019",
}
KINDS = [(edition, length) for edition in EDITIONS for length in ("one-page", "full")]

Made = Mapping[tuple[str, str], briefgen.Brief]


@pytest.fixture(scope="module", params=LOOKS)
def made(request: pytest.FixtureRequest) -> Made:
    argument = briefgen.load(DATA)
    return {
        (edition, length): briefgen.build(
            briefgen.mark(argument, **EDITIONS[edition]), length=length, template=request.param
        )
        for edition, length in KINDS
    }


def first(words: list[PlacedWord], wanted: str) -> PlacedWord:
    return next(word for word in words if word.text == wanted)


def test_it_stands_bold_and_in_colour_right_above_the_title(made: Made) -> None:
    for (edition, length), brief in made.items():
        if edition not in SEEN:
            continue
        marks = [m for m in brief._made.fitted.laid_out.pages[0].marks if isinstance(m, TextMark)]
        style = brief._made.theme.page_style.styles[Role.MARKING]
        shown = [
            m
            for m in marks
            if m.element is None and m.colour == style.colour and m.size_mpt == style.size_pt * 1000
        ]
        assert "".join(m.text for m in shown) == SEEN[edition], (edition, length)
        assert all("Bold" in m.face for m in shown)
        title = min(m.baseline_mpt for m in marks if m.element is not None)
        assert max(m.baseline_mpt for m in shown) < title
        between = [m for m in marks if m not in shown and m.element is None]
        assert not any(shown[-1].baseline_mpt < m.baseline_mpt < title for m in between)


def test_word_has_it_in_a_style_of_its_own(made: Made) -> None:
    for (edition, _), brief in made.items():
        header = lines(brief.to_bytes("docx"), "word/header1.xml")
        held = [line.partition(" | ")[2].upper() for line in header if line.startswith("Marking |")]
        assert held == ([SEEN[edition]] if edition in SEEN else [])


def test_word_has_as_many_pages_and_the_body_where_the_pdf_has_it(
    made: Made, tmp_path: Path
) -> None:
    """As LibreOffice lays it out. What a word lacks to the line it stands in is always alike."""
    names = {f"{edition}-{length}": brief for (edition, length), brief in made.items()}
    pages = word_pages({name: one.to_bytes("docx") for name, one in names.items()}, tmp_path)
    for name, brief in names.items():
        # Only a counted length promises its pages: a full brief keeps other tables whole in Word.
        most_apart = 1 if name.endswith("-full") else 0
        assert abs(pages[name] - brief.pages) <= most_apart, name
    for name, brief in names.items():
        own = brief.save(tmp_path / f"own-{name}.pdf")
        ours, words = placed_words(own), placed_words(tmp_path / f"{name}.pdf")
        # Boxes of words hang on what a font says of itself, which the two files say differently.
        byline = [first(found, "From").top_pt for found in (ours, words)]
        assert byline[1] == pytest.approx(byline[0], abs=3), name
        if name.partition("-")[0] in SEEN:
            word = SEEN[name.partition("-")[0]].split()[0]
            assert first(words, word).top_pt == pytest.approx(first(ours, word).top_pt, abs=3), name


def test_only_a_brief_that_is_marked_gives_room_to_it(made: Made) -> None:
    for length in ("one-page", "full"):
        tops = {
            edition: min(
                mark.baseline_mpt
                for mark in made[edition, length]._made.fitted.laid_out.pages[0].marks
                if isinstance(mark, TextMark) and mark.element is not None
            )
            for edition in EDITIONS
        }
        assert tops["none"] < tops["embargoed"] == tops["draft"] <= tops["long"]


@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A], ids=str
)
def test_the_pdf_conforms_with_it(made: Made, profile: page.ValidationProfile) -> None:
    for key, brief in made.items():
        report = page.validate_pdf_bytes(brief.to_bytes("pdf"), profile=profile)
        assert [failure.message for failure in report.failures] == [], key
