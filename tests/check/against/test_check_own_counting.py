"""What an analyst counts and calculates: from figures of the passage, or from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import check_against
from briefgen.load.article import read_article

ARTICLE = """\
# Ferries of Lorne

Of the 31 piers, four are open all year. At most 45 boats a week may sail until the inquiry ends; at
present there are about 60. The council opened 30 kilometres of cycle lanes beside the harbour.
Harbour pilots say that the tunnel is close to its limit. Longer queues at the gates may come.

The crews of the Board went on strike, as the yard often pays late. Experts hold the repairs to be
overdue. "I expect the tunnel to be cited in every inquiry," said Mira Dorn. Of those invited, 46
per cent answered, after 58 per cent in the round before. Young crews are least likely to answer.

"I would be more concerned about the locks of the harbour," said Eve Lund.
"""

GERMAN = """\
# Fähren in Lorne

Von den 412 Anlegern haben 236 Fähranleger im Winter offen. Sie kosten statt 480 Millionen Euro nun
voraussichtlich 650 Millionen Euro. Bildungsministerin Karla Weiß nannte als Grund den Mangel an
Schiffen. Ein Versuch an zwölf Anlegern zeigt, dass Busse reichen.
"""

ARGUMENT = """\
---
title: Ferries of Lorne
article: {title: Ferries of Lorne, authors: [Ada Moss], date: 2025-06-02, language: LANGUAGE}
edition: {status: draft}
---
Ferries are few.

# Reasons {.rationales}

## Of piers and ferries {at="PLACE"}
SENTENCE
"""


def _codes(folder: Path, article: str, language: str, sentence: str) -> set[str]:
    """Return the codes of what is found in one sentence beside an article."""
    source, brief = folder / "article.md", folder / "brief.md"
    source.write_text(article, encoding="utf-8")
    place = "paragraphs 1 to 3" if language == "en" else "Absatz 1"
    text = ARGUMENT.replace("LANGUAGE", language).replace("PLACE", place)
    brief.write_text(text.replace("SENTENCE", sentence), encoding="utf-8")
    found = check_against(briefgen.load(brief), read_article(source))
    return {each.code for each in found if each.path[0] in ("rationales", "facts")}


ENGLISH = [
    ("In winter, 27 of 31 piers are closed.", None),
    ("In winter, 26 of 31 piers are closed.", "number-not-in-source"),
    ("About 15 fewer boats than now may sail each week.", None),
    ("About 25 fewer boats than now may sail each week.", "number-not-in-source"),
    ("The council opened 30 km of cycle lanes.", None),
    ("The council opened 30 miles of cycle lanes.", "number-not-in-source"),
    ("Experts hold that repairs are overdue.", None),
    ("Three experts hold that repairs are overdue.", "count-not-in-source"),
    (
        "Three experts from Lorne, who know the boats, hold repairs to be late.",
        "count-not-in-source",
    ),
    ("Three bodies, experts, pilots and crews, find fault with repairs or pay.", None),
    ("The council opened lanes for three more years.", None),
    ("Pilots see the tunnel near its limit, and all four piers in use.", None),
    ("Longer queues may form at the gates.", None),
    ("Longer queues form at the gates.", "stronger-verb"),
    ("Mira Dorn believes that the tunnel will be cited in each inquiry.", None),
    ("Because the yard often pays late, crews went on strike.", None),
    ("Young crews answer least.", None),
    ("Eve Lund is more concerned about the harbour’s locks.", None),
    ("Until then, [45 boats]{#boats of=boats} at most may sail each week.", None),
    ("Until then, [45 boats]{#boats of=boats} may sail each week.", "figure-qualifier"),
]


@pytest.mark.parametrize(("sentence", "code"), ENGLISH)
def test_what_is_calculated_is_told_from_what_is_invented(
    tmp_path: Path, sentence: str, code: str | None
) -> None:
    found = _codes(tmp_path, ARTICLE, "en", sentence)
    assert code in found if code else found == set()


IN_GERMAN = [
    ("Im Winter sind [236 Anleger]{#offen of=Anleger} offen.", None),
    ("Das sind wohl 170 Millionen Euro mehr als angenommen.", None),
    ("Das sind 180 Millionen Euro mehr als angenommen.", "number-not-in-source"),
    ("Ministerin Karla Weiß begründet das mit fehlenden Schiffen.", None),
    ("Zwölf Anleger zeigen, dass Busse reichen.", None),
    ("Sie kosten nun wohl 650 Millionen Euro.", None),
    ("Neun Minister nannten als Grund den Mangel an Schiffen.", "count-not-in-source"),
]


@pytest.mark.parametrize(("sentence", "code"), IN_GERMAN)
def test_compounds_and_sums_are_read_in_german(
    tmp_path: Path, sentence: str, code: str | None
) -> None:
    found = _codes(tmp_path, GERMAN, "de", sentence)
    assert code in found if code else found == set()
