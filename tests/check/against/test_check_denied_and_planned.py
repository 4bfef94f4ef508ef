"""What is denied, planned, or said by somebody else, in words that are mostly the article's."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """\
# A council and its trains

The council made formal plans to modernize the tram depot in the coming years. The study doesn't
count pupils who gave up after their first term and those who went on to night school. In schools,
the priority will be repairs rather than new buildings.

“The fight for seats is over,” Ann Reed said. Of 3 people out of 100 on the trams, nothing is known.
The trams are used by 17% of Norland adults, and have spread across Norland and Ulvia. The
wait has grown to near 20,000 hours.

Growth was slow in the summer of 2021, and all projects came to nothing. The board compared 50
trams in two depots. They were set against more than 70 buses. The first timetable is to be made
later this week. An inquiry disrupted by public concern over fares ended at once, said Carl Stone.

People who were not insured paid for it themselves. The speech gave no details of how lines would
be paid for. Most drivers are mostly older men, says a report.
"""

HEAD = """---
title: Trams of a council
article: {title: A council and its trains, authors: [Ada Moss], date: 2024-05-08}
---
A council has trams, the article says.

# Reasons {.rationales}

"""

MORE = """
# Timeline
- mid-2021: Growth is slow {at="paragraph 3"}
- 2024-05, planned: The first timetable is made {at="paragraph 3"}

# Facts

- 3 in 100 {#known of="share of people of whom nothing is known" at="paragraph 2"}
- 17 % {#voters of="share of voters" at="paragraph 2"}
- nearly 20,000 hours {#wait of="wait" at="paragraph 2"}
- 50 trams {#trams of="trams in two depots" at="paragraph 3"}
- more than 70 buses {#buses of="buses of the board" at="paragraph 3"}

# Quotations

- The fight for seats is over {#fight speaker="Ann Reed" at="paragraph 2"}
"""

NOT_MEANT = {
    "copied-run",
    "unbacked-number",
    "unused-fact",
    "future-date",
    "lost-hedge",
    "missing-noun",
}


def _found(folder: Path, point: str, old: str = "", new: str = "") -> set[str]:
    text = f"{HEAD}{point}\n{MORE}"
    assert old in text
    text = text.replace(old, new) if old else text
    found = found_in(folder / "trams.md", text, ARTICLE, "", "")
    return {each.code for each in found} - NOT_MEANT


PLANNED = '## The depot is planned to change {.planned at="paragraph 1"}\n'
FIRST, SECOND, THIRD, FOURTH = (
    f'## Trams are used in towns {{at="paragraph {number}"}}\n' for number in (1, 2, 3, 4)
)

TOLD = [
    (f"{PLANNED}The tram depot has been modernised, as is planned.", "stronger-verb"),
    (
        f"{FIRST}The study counts pupils who gave up after a first term and went on to school.",
        "polarity-differs",
    ),
    (f"{FIRST}In schools, the priority will be repairs and new buildings.", "polarity-differs"),
    (f"{SECOND}The trams have spread across the world.", "claim-not-in-source"),
    (f"{SECOND}The trams are used by [#voters] of Norland.", "whole-differs"),
    (f"{THIRD}The inquiry had caused public concern over fares.", "cause-not-in-source"),
]


@pytest.mark.parametrize(("point", "code"), TOLD)
def test_what_is_denied_or_planned_is_not_told_as_so(tmp_path: Path, point: str, code: str) -> None:
    assert code in _found(tmp_path, point)


def test_words_are_those_of_whom_the_sentence_names(tmp_path: Path) -> None:
    point = f"{SECOND}Of seats, she says: [>fight]."
    assert "speaker-differs" not in _found(tmp_path, point)
    other = _found(tmp_path, point, 'speaker="Ann Reed"', 'speaker="Carl Stone"')
    assert "speaker-differs" in other


SAID = [
    f"{FIRST}In schools, the priority will be repairs and not new buildings.",
    f"{FIRST}The study ignores pupils who gave up after a first term or went on to night school.",
    f"{SECOND}Of [#known] people on the trams, nobody knows anything.",
    f"{SECOND}The wait has grown to [#wait]. Trams are used by [#voters] of adults.",
    f"{THIRD}Projects were given up. The board compared [#trams]. Against that, it set [#buses].",
    f"{FOURTH}Whoever was insured did not pay.",
    f"{FOURTH}Most drivers are older men.",
    f"{PLANNED}The tram depot is to be modernised, as is planned.",
]


@pytest.mark.parametrize("point", SAID)
def test_what_the_article_says_in_other_words_is_no_denial(tmp_path: Path, point: str) -> None:
    assert _found(tmp_path, point) == set()
