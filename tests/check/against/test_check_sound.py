"""What an argument may say in other words than its article: no fault, where that is meant."""

from __future__ import annotations

import pytest
from samples.rivers import Compared

import briefgen
from briefgen.check.against import check_against
from briefgen.load.article import read_article

COUNT = ("count-not-in-source", "facts[5].value")
"""The article does not say how many towns prepare to leave: the argument counts them."""

SOUND = [
    ("The board spends more on dams", "River Board of the Oldbridge (RBO) spends more on dams"),
    ("Ben Reed spoke of [>promise].", 'A member called the plan "a promise to the valley".'),
    ("The ministry is unlikely", "British Dam Agency staff say that it is unlikely"),
    ("Ben Reed spoke of [>promise].", "Second, Ben Reed spoke."),
    ("unit: people, measure: People killed", "unit: times, measure: How often people were killed"),
    ("Ben Reed spoke of [>promise].", "The Ministry's staff agree."),
    ("Not every flood is held back by the dams", "Floods may be held back by the dams"),
    ("[#killed] people died", "[#killed] times people died in April 2009"),
]
"""What the article says in other words: another form of a name, its own words quoted."""


@pytest.mark.parametrize(("old", "new"), SOUND)
def test_what_the_article_says_in_another_form_is_no_fault(
    compared: Compared, old: str, new: str
) -> None:
    article = compared.folder / "article.md"
    more = "The BDA, a UK agency of the RBO, agrees (www.example.org/2009/04/flood/ has it)."
    article.write_text(f"{article.read_text('utf-8').rstrip()} {more}\n", encoding="utf-8")
    assert set(compared.codes(old, new)) <= {COUNT}


def test_a_recommendation_asks_and_is_no_surer_for_it(compared: Compared) -> None:
    asked = (
        "recommendations:\n  - id: say\n    priority: 1\n    locator: paragraph 3\n    forms:\n"
        "      headline: Say when walls will be paid\n"
        "      summary: The ministry should say when walls are paid.\ntimeline:"
    )
    assert "stronger-verb" not in {code for code, _ in compared.codes("timeline:", asked)}
    risks = asked.replace("recommendations:", "risks:")
    assert "stronger-verb" in {code for code, _ in compared.codes("timeline:", risks)}


def test_each_end_of_a_change_is_a_figure_of_its_own(compared: Compared) -> None:
    article = compared.folder / "article.md"
    said = "Walls grew from 12 metres to 19 metres, and stood for 24 to 29 weeks."
    article.write_text(f"{article.read_text('utf-8').rstrip()} {said}\n", encoding="utf-8")
    missing = ("figure-not-in-source", "facts[2].value")
    for value, unit, found in ((19, "metres", True), (18, "metres", False), (29, "weeks", False)):
        codes = compared.codes("value: 3, unit: people", f"value: {value}, unit: {unit}")
        assert (missing not in codes) == found


SOUND_BESIDE = [
    (
        "Money was [#budget], and [#killed] people died.",
        "The budget was [#budget]. The ministry gave grants of [#grants].",
    ),
    ("Ben Reed spoke of [>promise].", "At Kingsham, the mill got some aid and was rebuilt."),
    (
        "The ministry is unlikely",
        "Mining the gravel could earn millions of dollars. The ministry is unlikely",
    ),
    ("Ben Reed spoke of [>promise].", "A report showed gravel and sand under many farms."),
    ("Ben Reed spoke of [>promise].", "Getting the gravel out is harder."),
    ("Ben Reed spoke of [>promise].", "Some farms can no longer afford the fees for water."),
    ("Ben Reed spoke of [>promise].", "The ministry would pay for new mills alone."),
    ("Ben Reed spoke of [>promise].", "The board had wished for more patience among critics."),
    (
        "flood, date: 2016-06, text: A flood kills people at Oldbridge",
        "mill, date: 2019-05-01, text: The mill opened",
    ),
]
"""Figures that nobody compares; what the sentences around say, and what it is no opposite of."""


@pytest.mark.parametrize(("old", "new"), SOUND_BESIDE)
def test_what_stands_around_a_sentence_says_it_as_well(
    compared: Compared, old: str, new: str
) -> None:
    article = compared.folder / "article.md"
    more = (
        "The board bought a mill at Kingsham. (The reason? Its wheel was old.) It has been rebuilt,"
        " and got some aid, but is dwarfed by the mills of Westover. A new report highlighting the"
        " gravel and sand under many farms is out, and there is a huge potential for the valley to"
        " earn millions, if not billions of dollars. But getting the gravel out is easier said than"
        " done. Farms leave water unused where fees for water are unaffordable. Could the ministry"
        " pay for new mills alone? The board does wish for a little more patience among critics."
        " The mill opened on Wednesday.\n"
    )
    text = article.read_text("utf-8").rstrip()
    article.write_text(f"{text} {more}", encoding="utf-8")
    assert set(compared.codes(old, new)) <= {COUNT}


@pytest.mark.parametrize(
    ("heading", "found"), [("7M", True), ("8M", False), ("\u201cIf 7m\u201d", False)]
)
def test_the_number_of_a_heading_counts_what_the_paragraph_below_names(
    compared: Compared, heading: str, found: bool
) -> None:
    article = compared.folder / "article.md"
    more = f"## {heading}\n\nThe gravel reserve, in tons, lies under the farms.\n"
    article.write_text(f"{article.read_text('utf-8')}\n{more}", encoding="utf-8")
    old = (
        "value: 3, unit: people, measure: People killed, scope: at Oldbridge,\n     as_of: 2016-06"
    )
    new = "value: 7, scale: million, unit: tons, measure: Gravel"
    path = compared.argument(old + ", locator: paragraph 3", new + ", locator: paragraph 4")
    codes = {one.code for one in check_against(briefgen.load(path), read_article(article))}
    assert ("figure-not-in-source" not in codes) == found


@pytest.mark.parametrize(
    ("name", "found"), [("EN 301 549", False), ("EN 301-549", False), ("EN 301 594", True)]
)
def test_a_name_with_a_number_has_that_of_the_article(
    compared: Compared, name: str, found: bool
) -> None:
    article = compared.folder / "article.md"
    said = "The standard EN 301 549 covers reports, the board of RBO 5 says in 2019."
    article.write_text(f"{article.read_text('utf-8').rstrip()} {said}\n", encoding="utf-8")
    codes = compared.codes("Ben Reed spoke of [>promise].", f"Reports are covered by {name}.")
    assert ("name-not-in-source" in {code for code, _ in codes}) == found
