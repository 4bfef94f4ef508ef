"""Causes turned round, lost conditions, other bases and doers, and all for nearly all."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import check_against
from briefgen.load.article import read_article

ENGLISH = """\
# Orchards and wells

By Ada Moss, 3 May 2019

The owners are heavily indebted, so they have to sell the lower orchards. Pickers do not read the
rules, meaning they struggle with the inspectors. Shops kept the cheap apples alive, because the
growers ripen them slowly in cold cellars, barns and sheds.

The Growers' League, if it wins the vote this spring, will build a press for the valley. Yields
of 12.5 tonnes per hectare were measured, and the wells lost 40 litres per quarter. Assuming the
buyer isn't borrowing as well, the gain becomes $8,500. Nobody can tell if the frost hurt the
cherries. Of the growers, 30 per cent of cider makers keep bees.

Parents and tutors can pay up to $1,300 into the funds which the council will double. The rules
prevent almost any kind of burning on the commons. One reason is that the wells are shallow. The
shire calls for the council to look at hedges. In 2013 the yield was 7 tonnes, down from 9 tonnes a
decade prior. How the growers plan to pay remains to be seen.

Gulls nest on the roof of the chapel. The bell rings at noon. Wells are deep in the hills.
"""

FRENCH = """\
# Vergers et puits

Par Ada Moss, le 3 mai 2019

Les propriétaires sont endettés, si bien qu’ils vendent les vergers du bas. L’arrêt des ventes
provoqué par le gel inquiète les cueilleurs. Les puits perdent 40 litres par trimestre.

Des mouettes nichent sur le toit de la chapelle.
"""

HEAD = """\
---
title: {title}
article:
  {{title: {title}, authors: [Ada Moss], date: 2019-05-03, language: {language}, currency: USD}}
---
{opening}

# Reasons {{.rationales}}

## {opening} {{at="{places}"}}
"""

TITLES = {"en": ("Orchards and wells", "Orchards are old."), "fr": ("Vergers", "Les vergers.")}


def _codes(folder: Path, sentence: str, language: str = "en") -> set[str]:
    article = folder / "article.md"
    article.write_text(FRENCH if language == "fr" else ENGLISH, "utf-8")
    title, opening = TITLES[language]
    path = folder / "orchards.md"
    places = "paragraphe 1" if language == "fr" else "paragraphs 1 to 3"
    head = HEAD.format(language=language, opening=opening, title=title, places=places)
    path.write_text(f"{head}{sentence}\n", "utf-8")
    found = check_against(briefgen.load(path), read_article(article))
    return {each.code for each in found} - {"copied-run"}


TURNED = [
    ("The owners are indebted because they have to sell the lower orchards.", "cause"),
    ("Pickers struggle with inspectors. They therefore do not read the rules.", "cause"),
    ("Growers ripen apples slowly in cold cellars, so shops kept cheap ones alive.", ""),
    ("Because shops kept cheap apples alive, growers ripen them slowly in cellars.", "cause"),
    ("The Growers' League will build a press.", "condition"),
    ("After the vote, if it is won, the Growers' League will build a press.", ""),
    ('The gain becomes [$8,500]{#gain of="gain of a buyer" at="paragraph 2"}.', "condition"),
    ('They have [12.5 tonnes]{#yield of="yields" at="paragraph 2"} per person.', "rate"),
    ('They have [12.5 tonnes]{#yield of="yields" at="paragraph 2"} per hectare.', ""),
    ('Wells lose [40 litres]{#lost of="loss of the wells" at="paragraph 2"} a month.', "rate"),
    ('Wells lose [40 litres]{#lost of="loss of the wells" at="paragraph 2"} a quarter.', ""),
    ('Wells lose [40 litres]{#lost of="loss per month" at="paragraph 2"}.', "rate"),
    ('[30 per cent]{#bees of="bee keepers" at="paragraph 2"} of chapels keep bees.', "whole"),
    ("The frost perhaps hurt the cherries.", ""),
]
TURNED += [
    ('The council can pay [$1,300]{#paid of="payments"} at most.', "doer"),
    ('Parents can pay [$1,300]{#paid of="payments"} at most.', ""),
    ("The rules prevent all burning on the commons.", "scope"),
    ("The rules prevent nearly all burning on the commons.", ""),
    ("The only reason is that the wells are shallow.", "scope"),
    ("A reason is that the wells are shallow.", ""),
    ("The shire also asks the council to look at hedges.", ""),
    ("How the growers will pay for it remains to be seen.", ""),
    ('In 2003 it was [9 tonnes]{#before of="yield" date=2003 at="paragraph 3"}.', ""),
    ('In 2004 it was [9 tonnes]{#before of="yield" date=2004 at="paragraph 3"}.', "date"),
]
CODES = {"doer": "roles-exchanged", "scope": "claim-not-in-source", "date": "figure-date"}
CODES |= {"cause": "cause-not-in-source", "condition": "condition-lost", "rate": "rate-differs"}
CODES |= {"whole": "whole-differs"}
WATCHED = {*CODES.values(), "stronger-verb"}


@pytest.mark.parametrize(("sentence", "kind"), TURNED)
def test_causes_conditions_bases_and_doers_are_those_of_the_article(
    sentence: str, kind: str, tmp_path: Path
) -> None:
    expected = {CODES[kind]} if kind else set()
    assert _codes(tmp_path, sentence) & WATCHED == expected


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Les propriétaires vendent les vergers et sont donc endettés.", "cause"),
        ("Les propriétaires endettés vendent donc les vergers du bas.", ""),
        ("Le gel causé par l’arrêt des ventes inquiète.", "cause"),
        ("L’arrêt des ventes, causé par le gel, inquiète.", ""),
        (
            'Les puits perdent [40 litres]{#perte of="perte" at="paragraphe 1"} par mois.',
            "rate",
        ),
    ],
)
def test_french_causes_and_rates(sentence: str, kind: str, tmp_path: Path) -> None:
    expected = {CODES[kind]} if kind else set()
    assert _codes(tmp_path, sentence, "fr") & WATCHED == expected
