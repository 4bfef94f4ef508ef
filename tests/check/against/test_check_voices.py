"""Who says a quotation, and when: the article itself, a speaker named further up, its title."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """\
# Minutes of the Harbour Council: Meeting of July 30, 2025

Port of Lorne, 13 August 2025

The council kept the toll. Ferries are no longer full. Tolls had risen in spring.

Vera Lind, a pilot, sees no need for it. "The piers are good," Vera says. "They also cost us. We no
longer live as we did."

Carl Stone owns a mill, and wants a bridge. "The tunnel will come," he says.
"""

ARGUMENT = """---
title: The toll was kept
article: {title: "Minutes of the Harbour Council: Meeting of July 30, 2025",
  authors: [{organisation: Port of Lorne}], date: 2025-08-13}
---
The toll was kept in July 2025.

# Reasons {.rationales}

## The toll was kept {at="paragraph 1"}
In July 2025, the council kept it.

# Quotations

"""


def _codes(folder: Path, quotation: str, old: str = "", new: str = "") -> set[str]:
    text = f"{ARGUMENT}- {quotation}\n"
    return {each.code for each in found_in(folder / "toll.md", text, ARTICLE, old, new)}


OWN = 'Ferries are no longer full {{#full speaker="{}" at="paragraph 1"}}'
VERA = 'We no longer live as we did {{#live speaker="{}" at="paragraph 2"}}'


@pytest.mark.parametrize(
    ("quotation", "speaker"),
    [
        (OWN, "Port of Lorne"),
        (OWN, "the Harbour Council"),
        (VERA, "Vera Lind"),
        (VERA, "Vera Anna Lind"),
    ],
)
def test_who_says_it_may_be_named_further_up(tmp_path: Path, quotation: str, speaker: str) -> None:
    assert "speaker-differs" not in _codes(tmp_path, quotation.format(speaker))


@pytest.mark.parametrize(
    ("quotation", "speaker"), [(OWN, "Vera Lind"), (VERA, "Carl Stone"), (OWN, "Lorne Mills")]
)
def test_another_speaker_is_still_told(tmp_path: Path, quotation: str, speaker: str) -> None:
    assert "speaker-differs" in _codes(tmp_path, quotation.format(speaker))


def test_a_date_of_the_title_holds_for_all_of_the_article(tmp_path: Path) -> None:
    dates = {"date-not-in-source", "number-elsewhere"}
    said = OWN.format("Port of Lorne")
    assert not _codes(tmp_path, said) & dates
    assert _codes(tmp_path, said, "In July 2025", "In June 2025") & dates
