"""Sound statements in the words of an analyst, each with the fault that its rule is for."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """\
# Salt and ferries

By Ada Moss, 3 May 2019

The salt trade appeared to have contracted in spring following robust growth in winter. Norland is
the second-largest producer of salt after Westmark. The yards agreed to forgo a forecast in order
to capture the tariffs in place. The council asked for advice on the tariffs.

Some 3,500 tons of coal would be needed as fuel for the pans. A boat carries a 10 ton cargo. The
board will build a wharf. A pilot said that storms hit the pans often, but never at this rate.
Storms never hit the wharf.

Of the mills, 900 million euros were spent and 800 million on salt. Jars were lent to help them
salt fish in English towns. The beetle is responsible for the death of many pines. Almost 1.6
billion pines are counted. The
mayor said that the salt may harm the wells.
"""

FRENCH = """\
# Le sel

Par Ada Moss, 3 mai 2019

Le stock de sel ne cesse d’augmenter. Même si les feux ont reculé au nord, la moitié des puits
pourraient être touchés. On soupçonne surtout le gel. Près de 1,6 milliard de pins sont comptés.
"""

HEAD = """---
title: {}
article: {{title: {}, authors: [Ada Moss], date: 2019-05-03, language: {}}}
---
{}.

# {} {{.rationales}}

## {} {{{}at="{} {}"}}
"""

QUOTED = '\n# Quotations\n\n- may harm the wells {#harm speaker="the mayor" at="paragraph 3"}\n'


def _codes(folder: Path, sentence: str, paragraph: int = 1, kind: str = "") -> set[str]:
    names = ("Salt is dug", "Salt and ferries", "en", "Salt is dug", "Reasons", "Salt may be dug")
    text = HEAD.format(*names, kind, "paragraph", paragraph) + sentence
    found = found_in(folder / "salt.md", text, ARTICLE, "", "")
    return {one.code for one in found} - {"copied-run", "context-dependent-opening"}


SAID = [
    (1, "After robust growth in winter, the salt trade seems to have shrunk in spring."),
    (1, "Only Westmark produces more salt than Norland."),
    (1, "The tariffs were those in place or agreed by 27 June, and a forecast of the yards."),
    (2, "Some 3,500 tons of coal were needed to fuel the pans."),
    (2, "A boat carries [10 tons]{#cargo of=cargo scope=boats}."),
    (2, "A pilot is alarmed at the rate at which storms hit the pans."),
    (3, "The beetle caused the death of many pines."),
    (3, "More than a billion pines are counted."),
    (3, "Most of it, 800 million euros, was spent on salt."),
    (3, "In England, jars were lent."),
]


@pytest.mark.parametrize(("paragraph", "sentence"), SAID)
def test_a_sound_statement_is_left_alone(tmp_path: Path, paragraph: int, sentence: str) -> None:
    assert _codes(tmp_path, sentence, paragraph) <= {"date-not-in-source"}


TOLD = [
    (1, "After robust growth in winter, the salt trade grew in spring.", "stronger-verb"),
    (2, "Only the board will build a wharf.", "claim-not-in-source"),
    (2, "The board has built a wharf.", "stronger-verb"),
    (2, "A boat carries [10 crates]{#cargo of=cargo scope=boats}.", "figure-unit"),
    (2, "Storms hit the wharf.", "polarity-differs"),
    (2, "Storms hit the pans because of coal.", "cause-not-in-source"),
    (1, "Most of the yards asked for advice.", "claim-not-in-source"),
    (3, "More than two billion pines are counted.", "number-not-in-source"),
]


@pytest.mark.parametrize(("paragraph", "sentence", "code"), TOLD)
def test_the_fault_beside_it_is_told(
    tmp_path: Path, paragraph: int, sentence: str, code: str
) -> None:
    assert code in _codes(tmp_path, sentence, paragraph)


def test_a_quotation_may_hold_the_hedge(tmp_path: Path) -> None:
    hedges = {"lost-hedge", "certain-in-form"}
    quoted = f"The mayor said in spring that salt [>harm].\n{QUOTED}"
    assert not _codes(tmp_path, quoted, 3, ".possible ") & hedges
    assert _codes(tmp_path, "Salt harms the wells.", 3, ".possible ") & hedges


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Le stock de sel augmente.", set()),
        ("Les feux ont reculé au nord.", set()),
        ("On soupçonne avant tout le gel.", set()),
        ("On compte plus d’un milliard de pins.", set()),
        ("Tout le gel est soupçonné.", {"claim-not-in-source"}),
        ("Les feux n’ont pas reculé au nord.", {"polarity-differs"}),
    ],
)
def test_the_same_in_french(tmp_path: Path, sentence: str, codes: set[str]) -> None:
    names = ("Le sel", "Le sel", "fr", "Le sel", "Raisons", "Du sel")
    text = HEAD.format(*names, "", "paragraphe", 1) + sentence
    found = found_in(tmp_path / "sel.md", text, FRENCH, "", "")
    kinds = {"polarity-differs", "stronger-verb", "claim-not-in-source", "number-not-in-source"}
    assert {one.code for one in found} & kinds == codes
