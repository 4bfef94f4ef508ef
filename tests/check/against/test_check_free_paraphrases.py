"""Sentences that keep few words of the article: sound ones are left alone, faults are found."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """---
title: Tolls on the canal
author: Ada Moss
date: 2024-05-02
---
The canal board of Norrland tightened its rules in 2015 after two locks failed. Boats may pass the
upper lock by night, provided a pilot is on board, and pay a double toll. Barges pay nothing if
they have carried coal that week and the water is low. Residents moor free of charge, except in the
old basin.

Of the 40 pilots, 12 work for the board and 28 for themselves. In 2002 a passage took nine hours; by
2014 it took six. The old offices of the board lie at Harlow. One in forty boats is inspected each
year. Dozens of moorings were given up, and delays are more often caused by wind than they were.
Savings are smaller than expected. The rules of Norrland on oil go beyond those of the valley.
Fumes of barges are linked to coughs. Speed is as big a worry for the crews as their pay. The board
refused a plan to move engines back to the norms under which they were certified, and because the
answers of makers led it to think that it would wait for years.

Few skippers opposed the higher toll, because they had been asked first. Owners resisted the plan at
first, but most dropped their opposition. In towns without a quay traffic has risen by 9 percent,
and in the others it has fallen by 4 percent. A lock keeper who passes the test is hired for good.
The court rejected the view that the first boat to arrive has the right to a berth. Skippers with a
licence were more willing than those without one to accept a second pilot. Weeds lose more ground
than reeds in dry years. In town, people may load at the quays as they like, except where a yard has
its own rules. Anglers fish free only if their club keeps the banks and they have a permit. Some
towns carve out exemptions from the toll for vessels like canoes. Small yards may close in a dry
summer, whereas large ones keep their crews. The board does not claim that the higher toll caused
the decline.

Clerks say that thousands of eels a day pass the weir. For each skipper who retires, one is trained.
The valley wants a system that brings much larger numbers of barges to the mills. The town denies
the islanders the same access to its quays as other boatmen. Norrland stops refusing coal barges.
Only six of the towns repair their quays, and the aims of many of them are merely to keep them as
they are. Guards may board a barge only with the consent of its owner. In February 2019, 310 crews
waited for a berth; in March, it was 327. Crews without a berth are unlikely to get one soon.
"""

ARGUMENT = """---
title: Tolls keep the canal open
article: {title: Tolls on the canal, authors: [Ada Moss], date: 2024-05-02}
edition: {status: draft}
---
The canal is kept open by its tolls, Ada Moss writes.

# Why it matters {.significance}

## Tolls differ from boat to boat {at="paragraph PLACE"}
SENTENCE
"""
_FORM = frozenset({"unbacked-number", "relative-date", "long-sentence", "hard-reading"})


def _found(folder: Path, place: int, sentence: str) -> set[str]:
    text = ARGUMENT.replace("PLACE", str(place)).replace("SENTENCE", sentence)
    found = found_in(folder / "canal.md", text, ARTICLE, "", "", _FORM | {"missing-form"})
    return {each.code for each in found}


SOUND = [
    (1, "With a pilot, vessels can go through the upper lock after dark, at twice the toll."),
    (1, "Barges go free if their load was coal that week, provided that the water is low."),
    (1, "Apart from the old basin, people who live there pay nothing to moor."),
    (
        2,
        "Less than a third of the pilots are on a payroll. In twelve years, passages got quicker.",
    ),
    (2, "Officers of the board see 2.5% of boats in a year."),
    (1, "After a failure of two locks, the board made its rules stricter in 2015."),
    (2, "On oil, Norrland has rules that exceed those of the valley."),
    (2, "Fumes are associated with coughs."),
    (2, "Crews worry no less about speed than about their pay."),
    (2, "The engines had been certified under norms."),
    (2, "A plan was refused, and because what makers answered suggests a wait of years."),
    (3, "Most skippers did not fight the higher toll, and they had been consulted."),
    (3, "Most skippers supported the higher toll."),
    (3, "Resistance of the owners to the plan mostly faded."),
    (3, "Without a quay, traffic is up 9 percent; elsewhere it is down by 4 percent."),
    (3, "Judges did not accept that the boat which comes first gets a berth."),
    (3, "Skippers without a licence were less ready to accept a second pilot than those with one."),
    (3, "In dry years, reeds lose less ground than weeds."),
    (3, "Vessels such as canoes have exceptions from the toll in some towns."),
    (3, "Small yards might shut, whereas big ones retain their crews."),
    (3, "The board leaves open whether the decline came of the higher toll."),
    (4, "Thousands of eels a day get past the weir, clerks say."),
    (4, "One is trained for every skipper who retires."),
    (4, "The valley wants a system by which far more barges reach the mills."),
    (4, "Islanders lack the same access to the quays as other boatmen."),
    (4, "Norrland no longer refuses barges with coal."),
    (4, "No more than six towns repair quays. Many of them aim no higher than to keep them."),
    (4, "Boarding a barge needs the consent of its owner."),
    (4, "To board a barge, guards need the consent of its owner."),
    (
        4,
        "By March 2019, more crews waited. Those without a berth will probably wait long.",
    ),
    (2, "Tens of moorings went, and wind is to blame for a delay more often now."),
]


@pytest.mark.parametrize(("place", "sentence"), SOUND)
def test_free_paraphrases_are_left_alone(tmp_path: Path, place: int, sentence: str) -> None:
    assert _found(tmp_path, place, sentence) == set()


FAULTS = [
    (2, "Speed is a bigger worry for the crews than their pay.", "contrary-sense"),
    (2, "Fumes cause coughs.", "cause-not-in-source"),
    (2, "On oil, Norrland has rules that stay below those of the valley.", "contrary-sense"),
    (1, "Vessels can go through the upper lock by night, at twice the toll.", "condition-lost"),
    (1, "Barges go free if they have carried coal that week.", "condition-lost"),
    (1, "People who live there moor free of charge.", "exception-lost"),
    (4, "Skippers say that thousands of eels a day get past the weir.", "said-by-another"),
    (4, "Thousands of eels a week get past the weir, clerks say.", "period-differs"),
    (4, "One is trained for each pilot who retires.", "base-differs"),
    (4, "The valley wants a system by which far fewer barges reach the mills.", "contrary-sense"),
    (4, "Islanders lack the same access to the quays as the pilots.", "base-differs"),
    (4, "Norrland goes on; it keeps refusing barges with coal.", "contrary-sense"),
    (
        3,
        "Vessels such as canoes have exceptions from the toll in every town.",
        "claim-not-in-source",
    ),
    (3, "Big yards might shut, whereas small ones retain their crews.", "roles-exchanged"),
    (3, "The board puts the decline down to the higher toll.", "cause-not-in-source"),
    (3, "On quays in the town, anybody can load.", "condition-lost exception-lost"),
    (3, "Fishing is free for anglers with a permit.", "condition-lost"),
    (1, "After a failure of two locks, the board made its rules laxer in 2015.", "contrary-sense"),
    (3, "Most skippers fought the higher toll, although they had been asked.", "contrary-sense"),
    (3, "Resistance of the owners to the plan mostly grew.", "contrary-sense polarity-differs"),
    (
        3,
        "Without a quay, traffic is down 9 percent; elsewhere it is up 4 percent.",
        "contrary-sense",
    ),
    (3, "Judges accepted that the boat which comes first gets a berth.", "contrary-sense"),
    (
        3,
        "Skippers without a licence were readier to accept a second pilot than those with one.",
        "contrary-sense",
    ),
    (3, "In dry years, reeds lose more ground than weeds.", "contrary-sense"),
    (3, "A lock keeper who fails the test is hired for good.", "contrary-sense"),
]


@pytest.mark.parametrize(("place", "sentence", "code"), FAULTS)
def test_what_free_paraphrases_change_is_found(
    tmp_path: Path, place: int, sentence: str, code: str
) -> None:
    assert _found(tmp_path, place, sentence) & {*code.split()}
