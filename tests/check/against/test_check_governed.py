"""A paraphrase that shares few words with its article, and turns one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import check_against
from briefgen.load.article import read_article

ENGLISH = """\
# Wells and pumps

By Ada Moss, 3 May 2019

Ian Ford, an engineer at the office of Northam who did not build the station, told reporters that
the deep well really doesn’t suit a chain of small pumps. Dry summers could freeze the budget of the
valley, and villagers might struggle to fill the tanks. In some cases, the mayor is right about the
leaks. The council says it has no choice but to postpone some repairs.

Sandy soil is linked to broken pipes. Growth of the orchards has slowed to its lowest rate since
2008, and the dispute exacerbated uncertainty among growers. Firm forecasts are difficult to make.

Rose Hale, head of the college of Oldbridge, wrote in May that a levy on taps is fairer. While the
mayor canceled a rise in fees planned for autumn, she made no mention of meters. Millbrook, which
is heavily reliant on water from Stillwater, agreed.

If rains rise, the fee of the valley falls. Is it necessary to keep the dam? Clay pipes are less
prone to frost than iron. Leaks are judged over the course of 12 months, in streets of 12 to 17
houses. More than a year and a half of drought followed. Surveys were filled in by 505,796 people
aged between 18 to 25-years-old.
"""

FRENCH = """\
# Puits et pompes

Par Ada Moss, le 3 mai 2019

Une taxe sur les robinets contribuerait à réduire les fuites de la vallée, et son bilan serait
positif pour les communes. Le maire craint que le barrage ne dénature le village. Les ristournes de
2018 ont coûté 8 millions d’euros à la vallée d’ici 2030. Le texte n’autorise pas les forages.

Des bateaux passent le pont chaque matin. Le port vend du sel aux marchands de la plaine.

Les vergers donnent des pommes depuis longtemps. Une école ouvre en automne près de la gare.

Le marché a lieu deux fois par semaine. On y trouve du miel et des œufs.
"""

HEAD = """\
---
title: Wells and pumps
article: {{title: Wells and pumps, authors: [Ada Moss], date: 2019-05-03, language: {language}}}
---
{opening}

# Reasons {{.rationales}}

## {headline}
"""

OPENINGS = {"en": ("Wells are deep, the article says.", "Wells and pumps")}
OPENINGS["fr"] = ("Les puits sont profonds, dit l’article.", "Puits et pompes")


def _codes(folder: Path, sentence: str, language: str = "en") -> set[str]:
    article = folder / "article.md"
    article.write_text(FRENCH if language == "fr" else ENGLISH, "utf-8")
    opening, headline = OPENINGS[language]
    path = folder / "wells.md"
    head = HEAD.format(language=language, opening=opening, headline=headline)
    path.write_text(f"{head}{sentence}\n", "utf-8")
    found = check_against(briefgen.load(path), read_article(article))
    return {each.code for each in found} - {"copied-run"}


TURNED = [
    ("Ian Ford, who built the station, said a chain of small pumps is slow.", "polarity-differs"),
    ("Small pumps in a chain suit the deep well, Ian Ford said.", "polarity-differs"),
    ("Dry summers freeze the budget of the valley.", "stronger-verb"),
    ("The mayor is right about the leaks.", "stronger-verb"),
    ("The council postpones all repairs.", "claim-not-in-source"),
    ("Sandy soil causes broken pipes.", "cause-not-in-source"),
    ("Growth of the orchards is at its fastest since 2008.", "direction-differs"),
    ("The dispute reduced uncertainty among growers.", "direction-differs"),
    ("Firm forecasts are impossible to make.", "direction-differs"),
    ("Rose Hale wrote in March that a levy on taps is fairer.", "date-not-in-source"),
    ("Rose Hale of Northam wrote that a levy on taps is fairer.", "said-by-another"),
    ("Rose Hale said that a chain of small pumps is no fit for the deep well.", "said-by-another"),
    ("The mayor will cancel a rise in fees planned for autumn.", "stronger-verb"),
    ("Stillwater, which relies heavily on water from Millbrook, agreed.", "roles-exchanged"),
    ("If rains rise, the fee of the valley rises.", "direction-differs"),
    ("Clay pipes are more prone to frost than iron.", "polarity-differs"),
    ("Leaks are judged over 12 weeks.", "number-not-in-source"),
]


@pytest.mark.parametrize(("sentence", "code"), TURNED)
def test_a_turned_paraphrase_is_reported(tmp_path: Path, sentence: str, code: str) -> None:
    assert code in _codes(tmp_path, sentence)


SOUND = [
    "Ian Ford, who did not build the station, said small pumps suit the deep well badly.",
    "Ian Ford of Northam said that small pumps do not suit the deep well.",
    "Dry summers could freeze the budget of the valley.",
    "Villagers may find it hard to fill the tanks.",
    "In some cases the mayor is right about the leaks.",
    "The council says it must postpone some repairs.",
    "Sandy soil goes along with broken pipes.",
    "Growth of the orchards is at its slowest since 2008.",
    "In May, Rose Hale wrote that a levy on taps is fairer.",
    "The mayor canceled a rise in fees, but did not speak of meters.",
    "Millbrook, which relies heavily on water from Stillwater, agreed.",
    "When rains rise, the fee of the valley falls.",
    "The dam is not necessary to keep, the author thinks.",
    "Clay pipes are less prone to frost than iron.",
    "Leaks are judged over 12 months.",
    "Drought lasted for a year and a half.",
    "Half a million people filled in the surveys.",
    "People between 18 and 25 years filled in the surveys.",
]


@pytest.mark.parametrize("sentence", SOUND)
def test_an_honest_paraphrase_is_not(tmp_path: Path, sentence: str) -> None:
    assert _codes(tmp_path, sentence) == set()


FRENCH_TURNED = [
    ("Une taxe sur les robinets contribue à réduire les fuites de la vallée.", "stronger-verb"),
    ("Le bilan de la taxe est positif pour les communes.", "stronger-verb"),
    ("Le texte autorise les forages, dit le maire de la vallée.", "polarity-differs"),
]


@pytest.mark.parametrize(("sentence", "code"), FRENCH_TURNED)
def test_a_french_verb_keeps_its_mood(tmp_path: Path, sentence: str, code: str) -> None:
    assert code in _codes(tmp_path, sentence, "fr")


FRENCH_SOUND = [
    "Une taxe sur les robinets contribuerait à réduire les fuites.",
    "Le maire craint que le barrage change la nature du village.",
    "Les ristournes de 2018 ont coûté 8 millions d’euros d’ici 2030.",
    "Le texte n’autorise pas les forages.",
]


@pytest.mark.parametrize("sentence", FRENCH_SOUND)
def test_a_french_paraphrase_is_left_alone(tmp_path: Path, sentence: str) -> None:
    assert _codes(tmp_path, sentence, "fr") == set()


FIGURES = [
    ("Ann Moor sold 40 pumps, and Ben Hill 70.", "given-to-another"),
    ("Carla Fox offered $16 a share, but the mill of Ben Hill wanted $20.", None),
    ("Leo West, who invests, called the price “morally low.”", "quoted-words-not-in-source"),
    ("The old dam leaks twice as fast as the new one.", "direction-differs"),
    ("All of the pipes are lead.", "claim-not-in-source"),
    ("The mill can pay its debt of $9 million next year.", "polarity-differs"),
    ("The dam is perhaps dangerous.", None),
    ("On March 3, Eve Lund spoke. She said that pipes will rust.", None),
    ("Eve Lund spoke to the owners on March 8.", "date-not-in-source"),
    ("Iron pipes will burst in the frost, Eve Lund warned.", "stronger-verb"),
    ("The dam is dangerous.", "stronger-verb"),
]

MILLS = """\
# Mills and dams

By Ada Moss, 3 May 2019

The survey names Ann Moor (70 pumps) and Ben Hill (40 buckets) among those who sold anything.

Carla Fox bid $16 per share. Her offer fell short of the $20 that Ben Hill wanted.

Leo West, who invests, called the price “morally wrong” and left.

The old dam leaks half as fast as the new one. 60 percent of the pipes are lead. The old dam is
perhaps really dangerous.

Eve Lund, who inspects the mills, spoke to the owners on Mar. 3. She warned that iron pipes are
likely to burst in the frost, and that pipes will rust.

The owners said that the mill would not be able to pay its debt of $9 million next year.
"""


@pytest.mark.parametrize(("sentence", "code"), FIGURES)
def test_figures_and_quotations_stay_with_whom_they_are(
    tmp_path: Path, sentence: str, code: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "ENGLISH", MILLS)
    found = _codes(tmp_path, sentence)
    assert code in found if code else found == set()
