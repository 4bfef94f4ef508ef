"""What an article says in another form: rounded, by a purpose, by a lack, further up."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """\
# The ports of the coast

Port of Lorne, 13 August 2025

A survey counts 612,000 boats on the coast. In 2024, 97 harbours of the coast lacked a pilot.

The council sets the need at an annual 1,000 cubic metres per person. Yards bought bonds to help
finance a canal in 2011.

The mill diverted grain that was meant for Oldbridge in order to satisfy demand in Northam.

She has tried three times at the pharmacy now. There are never pills available, though.

"It has come too late," explains David Stone, who owns a yard at the pier.

"All of our yards have had six weeks without any sales. We still need cash."

"And I think it is quite telling that storms rarely close a harbour."

Ferries stand idle. The repair is hoped to end within a week, and storms could return in autumn.

Foreign boats may not land here, as the pier has been reserved for yards. Yards borrowed from banks.
That calm is probably owed to the pilots rather than to the weather.

There had been fewer than 9,000 pilots of the coast in 2015, and 9,500 at the end of 2023. Pilots
must be under 21. Many courses for pilots end with a degree.
"""

ARGUMENT = """\
---
title: Ports are short of much
article: {title: The ports of the coast, authors: [{organisation: Port of Lorne}], date: 2025-08-13}
---
Ports are short of pilots and cash.

# Reasons {.rationales}

## Ports lack pilots {#ports at="PLACE"}
SENTENCE
"""


def _codes(folder: Path, sentence: str, number: int, extra: str = "") -> set[str]:
    text = ARGUMENT.replace("SENTENCE", sentence).replace("PLACE", f"paragraph {number}")
    return {one.code for one in found_in(folder / "ports.md", text + extra, ARTICLE, "", "")}


BOATS = '[{} boats]{{#boats of="boats on the coast"}} lie on the coast.'


@pytest.mark.parametrize(
    ("figure", "is_right"),
    [
        ("about 610,000", True),
        ("some 610,000", True),
        ("over 610,000", True),
        ("almost 610,000", False),  # it is more
        ("610,000", False),  # nothing says that it is rounded
        ("about 620,000", False),
        ("about 500,000", False),
    ],
)
def test_a_figure_may_be_rounded_if_it_says_so(tmp_path: Path, figure: str, is_right: bool) -> None:
    codes = _codes(tmp_path, BOATS.format(figure), 1)
    assert ("figure-not-in-source" in codes) is not is_right
    assert "figure-qualifier" not in codes


@pytest.mark.parametrize(
    ("said", "is_right"),
    [
        ("Close to a hundred harbours lacked a pilot in 2024.", True),
        ("About 600,000 boats lie on the coast.", True),
        ("Close to 120 harbours lacked a pilot in 2024.", False),
        ("About 640,000 boats lie on the coast.", False),
    ],
)
def test_so_may_one_in_prose(tmp_path: Path, said: str, is_right: bool) -> None:
    assert ("number-not-in-source" in _codes(tmp_path, said, 1)) is not is_right


NEED = 'The need is [1,000 cubic metres]{{#need of="water that is needed" unit="cubic metres"}} {}.'


@pytest.mark.parametrize(
    ("rate", "is_right"), [("a year", True), ("per person", True), ("a month", False)]
)
def test_a_figure_may_be_counted_by_two_things(tmp_path: Path, rate: str, is_right: bool) -> None:
    assert ("rate-differs" in _codes(tmp_path, NEED.format(rate), 2)) is not is_right


@pytest.mark.parametrize(
    ("sentence", "number", "code"),
    [
        ("In 2011, yards bought bonds to finance a canal.", 2, "stronger-verb"),
        (
            "The mill diverted grain from Oldbridge, so that demand in Northam was satisfied.",
            3,
            "cause-not-in-source",
        ),
        ("She tried three times at the pharmacy, and found no pills.", 4, "polarity-differs"),
        ("He finds it telling that storms rarely close a harbour.", 7, "stronger-verb"),
        ("Ferries were due to resume within a week.", 8, "cause-not-in-source"),
    ],
)
def test_another_form_of_the_same_is_right(
    tmp_path: Path, sentence: str, number: int, code: str
) -> None:
    assert code not in _codes(tmp_path, sentence, number)


@pytest.mark.parametrize(
    ("sentence", "number", "code"),
    [
        ("In 2011, yards bought bonds, which finance a canal.", 2, "stronger-verb"),
        ("Ferries stand idle due to a storm.", 8, "cause-not-in-source"),
        ("There are pills available, though.", 4, "polarity-differs"),
    ],
)
def test_another_meaning_is_still_reported(
    tmp_path: Path, sentence: str, number: int, code: str
) -> None:
    assert code in _codes(tmp_path, sentence, number)


CASH = '\n# Quotations\n\n- We still need cash {{#cash at="paragraph 6" speaker="{}"}}\n'


@pytest.mark.parametrize(("speaker", "is_right"), [("David Stone", True), ("Ann Reed", False)])
def test_a_quotation_that_goes_on_is_its_first_speakers(
    tmp_path: Path, speaker: str, is_right: bool
) -> None:
    codes = _codes(tmp_path, "Ports need pilots.", 1, CASH.format(speaker))
    assert ("speaker-differs" in codes) is not is_right


@pytest.mark.parametrize(
    "said",
    [
        "Foreign boats are kept out of landing here.",
        "Banks were the lenders of the yards.",
        "Yards took loans from banks.",
        "It is calm, probably thanks to the pilots.",
    ],
)
def test_a_rule_a_loan_and_a_cause_may_be_said_from_their_other_side(
    tmp_path: Path, said: str
) -> None:
    codes = _codes(tmp_path, said, 9)
    assert not codes & {"polarity-differs", "direction-differs", "cause-not-in-source"}


@pytest.mark.parametrize(
    "said",
    [
        "There had not been 9,000 pilots of the coast in 2015.",
        "Pilots are not yet 21.",
        "Many courses for pilots lead to a degree.",
        'There were [9,500 pilots]{#pilots of="pilots of the coast" as_of=2023-12} then.',
    ],
)
def test_a_bound_a_degree_and_the_end_of_a_year_are_said_in_other_words(
    tmp_path: Path, said: str
) -> None:
    assert not _codes(tmp_path, said, 10)


def test_a_month_before_the_last_of_a_year_is_not_its_end(tmp_path: Path) -> None:
    said = 'There were [9,500 pilots]{#pilots of="pilots of the coast" as_of=2023-11} then.'
    assert "figure-date" in _codes(tmp_path, said, 10)
