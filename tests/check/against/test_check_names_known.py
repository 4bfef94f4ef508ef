"""Names that a passage has as an acronym, as a noun, or as whose a person of it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """\
# Ferries cost more than they bring

By Ada Moss, 3 May 2019

The Lorne Audit Office (LAO) looked at the ferries. The LAO counts six of them. Vera Lind, who
chairs the Harbour Commission, read the report in spring 2013.

Fares might fall, and the LAO warned of debts. The watchdog said 'at this rate the ferries sink'.

The Department for Water owns a mill. Carl Stone leads a Mill Agency. Boats
of the Coast Agency joined the DfW piers, as the LAO says.

Ms Lind said: 'The piers are old. Nobody repairs them.

'The council must pay for the piers.'

When I got the tickets, a clerk told me that the sale would save me money. Check if there are any
rebates beside the 30% rebate of the town, which might help.
"""

ARGUMENT = """---
title: Ferries cost more than they bring
article: {title: Ferries cost more than they bring, authors: [Ada Moss], date: 2019-05-03}
---
Ferries cost more than they bring.

# Reasons {.rationales}

"""
QUOTED = '\n# Quotations\n\n- {} {{#said speaker="{}" at="paragraph {}"}}\n'


def _codes(folder: Path, paragraph: int, sentence: str, quoted: str = "") -> set[str]:
    text = f'{ARGUMENT}## Ferries cost much {{at="paragraph {paragraph}"}}\n{sentence}\n{quoted}'
    found = found_in(folder / "ferries.md", text, ARTICLE, "", "")
    return {each.code for each in found}


NAMES = {"name-elsewhere", "said-by-another", "roles-exchanged"}


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        (2, "The Lorne Audit Office warned of debts."),
        (3, "Boats of the Coast Agency joined the piers of the Department for Water."),
        (4, "Vera Lind, chair of the Harbour Commission, finds the piers old."),
        (4, "Nobody repairs the piers, nor the boats."),
    ],
)
def test_a_name_known_in_another_form_is_left_alone(
    tmp_path: Path, paragraph: int, sentence: str
) -> None:
    assert not _codes(tmp_path, paragraph, sentence) & NAMES


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        (2, "The Harbour Commission warned of debts of the ferries."),
        (4, "Carl Stone finds the piers old, and that nobody repairs them."),
    ],
)
def test_a_name_for_another_is_told(tmp_path: Path, paragraph: int, sentence: str) -> None:
    assert _codes(tmp_path, paragraph, sentence) & NAMES


@pytest.mark.parametrize(
    ("words", "speaker", "paragraph", "told"),
    [
        ("at this rate the ferries sink", "Lorne Audit Office", 2, False),
        ("at this rate the ferries sink", "Carl Stone", 2, True),
        ("The council must pay for the piers", "Vera Lind", 5, False),
        ("The council must pay for the piers", "Carl Stone", 5, True),
    ],
)
def test_a_noun_and_a_quotation_over_two_paragraphs_have_their_speaker(
    tmp_path: Path, words: str, speaker: str, paragraph: int, told: bool
) -> None:
    found = _codes(tmp_path, 2, "Debts are old.", QUOTED.format(words, speaker, paragraph))
    assert ("speaker-differs" in found) is told


def test_a_year_holds_until_the_next_one(tmp_path: Path) -> None:
    assert "date-not-in-source" not in _codes(tmp_path, 2, "In 2013, fares might fall.")
    assert "date-not-in-source" in _codes(tmp_path, 2, "In 2012, fares might fall.")


def test_what_was_then_is_no_condition(tmp_path: Path) -> None:
    sentence = "A clerk spoke of a sale that would save me money."
    assert "condition-lost" not in _codes(tmp_path, 6, sentence)
