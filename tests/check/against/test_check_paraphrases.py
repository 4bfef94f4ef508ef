"""What is said in other words: a base, a place or a doer of another, and what is none of these."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """\
# Tolls on the ferries of Norland

The Lorne Council raised the toll on March 20th, and will vote on it again next month. Tolls make
40% of its income. The yards hold 24% of Norland's fuel market. Several pilots asked the council
for refunds.

The council had scrapped some of the fees by then. It asked the Harbour Board for advice. The
Board copied many rules from Westmark's old Toll Office. Each day, 900 people travel by ferry in
Oldham. It sought not shorter lines, but safer lines at its piers.

The risk is that the yards have promised ships which they cannot build. If the council sells, the
new pier will threaten the older mills along the river. Critics warn that other towns may stop
paying their shares. The new mill is not as dangerous as the old one.

The province has less scope to raise its spending on bridges, having built so many of them. Its
mayor, Mr Stone, says that a ferry serves nobody without a pier. Westmark declined to pay, as
there was growing pressure to save. Passengers may need a week or more to be refunded, says Ben
Reed, who serves on a court in Oldham. Pilots must choose a route, and may pick a day.

South Norland gets half of its electricity from wind. Mills are lit by lamps.

## Carl Stone

Carl Stone has been mayor since 2009.
"""

HEAD = """---
title: Tolls on ferries
article: {title: Tolls on the ferries of Norland, authors: [Ada Moss], date: 2019-04-02}
---
Ferries have tolls, the article says.

# Reasons {.rationales}

"""

FACTS = """
# Facts

- 40 % {#tolls of="share of tolls" at="paragraph 1"}
- 24 % {#fuel of="share of the yards" at="paragraph 1"}
- 900 people {#travel of="people on ferries" at="paragraph 2"}
"""

TOLD = [
    ("1", "Tolls make [#tolls] of its spending on bridges.", "whole-differs"),
    ("1", "The yards hold [#fuel] of the Westmark fuel market.", "whole-differs"),
    ("5", "Norland gets half of its electricity from wind.", "name-elsewhere"),
    ("5", "South Norland gets half of its bridges from wind.", "share-of-another"),
    ("2", "Some [#travel] travel by ferry in Norland each day.", "name-elsewhere"),
    ("1", "Pilots asked the council for refunds.", "claim-not-in-source"),
    ("2", "The council had scrapped the fees by then.", "claim-not-in-source"),
    ("2", "The Harbour Board asked the council for advice.", "roles-exchanged"),
    ("2", "Many rules of Westmark come from the Board.", "roles-exchanged"),
    ("2", "At its piers, shorter lines were sought, not safer ones.", "polarity-differs"),
    ("3", "The yards have promised ships which they cannot build.", "stronger-verb"),
    ("3", "Critics warn that other towns stop paying their shares.", "stronger-verb"),
    ("3", "The new pier of the council will threaten the mills along the river.", "condition-lost"),
    ("3", "The new mill is more dangerous than the old one.", "polarity-differs"),
    ("4", "The province has more room to raise spending on bridges.", "polarity-differs"),
    ("5", "The mills of Norland are lit by lamps in Krakow.", "name-not-in-source"),
    ("1", "The toll was raised on 21 March.", "date-not-in-source"),
]
"""What turns the article in other words, with the paragraph that it is taken from."""


def _found(folder: Path, paragraph: str, sentence: str) -> set[str]:
    text = f'{HEAD}## Ferries have tolls {{at="paragraph {paragraph}"}}\n{sentence}\n{FACTS}'
    found = found_in(folder / "tolls.md", text, ARTICLE, "", "")
    return {each.code for each in found} - {"copied-run", "missing-noun", "relative-date"}


@pytest.mark.parametrize(("paragraph", "sentence", "code"), TOLD)
def test_what_turns_the_article_in_other_words_is_told(
    tmp_path: Path, paragraph: str, sentence: str, code: str
) -> None:
    assert code in _found(tmp_path, paragraph, sentence)


SAID = [
    ("1", "The council raised the toll on 20 March, and is to vote in April."),
    ("1", "Tolls make [#tolls] of the income of the council."),
    ("1", "The yards hold [#fuel] of the fuel market in Norland."),
    ("1", "Several pilots asked for refunds. The pilots asked the council."),
    ("2", "Many rules of the Board come from Westmark."),
    ("2", "Some [#travel] take a ferry in Oldham each day."),
    ("2", "The council sought safer lines, not shorter ones."),
    ("3", "The yards may have promised ships that they cannot build."),
    ("3", "Critics warn that towns may no longer pay their shares."),
    ("3", "If the council sells, the pier will threaten mills along the river."),
    ("3", "The new mill is less dangerous than the old one."),
    ("4", "There is less room for spending on bridges."),
    ("4", "Ferries serve somebody where there is a pier, says Carl Stone."),
    ("4", "Pressure to save increased, and Westmark did not pay."),
    ("4", "Ben Reed, a judge in Oldham, says that refunds may take a week."),
    ("4", "Pilots must pick a route, and may choose a day."),
]
"""What says the same in other words."""


@pytest.mark.parametrize(("paragraph", "sentence"), SAID)
def test_what_says_the_same_in_other_words_is_left_alone(
    tmp_path: Path, paragraph: str, sentence: str
) -> None:
    assert _found(tmp_path, paragraph, sentence) == set()
