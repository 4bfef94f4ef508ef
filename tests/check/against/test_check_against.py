"""An argument beside its article: what it says otherwise is found, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from samples.clock import LINEAR, power
from samples.rivers import ARGUMENT, ARTICLE, COUNT, Compared

import briefgen
from briefgen import checking
from briefgen.check.against import check_against, proposed_anchors, source_rules
from briefgen.load.article import read_article
from briefgen.types.source_map import path_text
from briefgen.types.source_text import SourceText


def test_of_a_faithful_argument_the_editor_s_count_alone_is_told(compared: Compared) -> None:
    assert compared.codes() == [COUNT]


FAULTS = [
    ("value: 16400", "value: 14600", "figure-not-in-source", "facts[0].value"),
    ("scale: million", "scale: billion", "figure-not-in-source", "facts[1].value"),
    ("unit: USD", "unit: EUR", "figure-unit", "facts[1].unit"),
    ("unit: members", "unit: litres", "figure-unit", "facts[0].unit"),
    ("qualifier: slightly over, ", "", "figure-qualifier", "facts[0].qualifier"),
    ("qualifier: reportedly", "qualifier: almost", "figure-qualifier", "facts[1].qualifier"),
    ("as_of: 2017", "as_of: 2016", "figure-date", "facts[1].as_of"),
    ("as_of: 2019-03", "as_of: 2019-03-14", "figure-date", "facts[0].as_of"),
    ("flood, date: 2016-06", "flood, date: 2016-07", "event-date", "timeline[0].date"),
    ("to the valley", "to this valley", "quotation-not-in-source", "quotations[0].text"),
    (
        "Ben Reed, locator: paragraph 2",
        "Ben Reed, locator: paragraph 3",
        "quotation-elsewhere",
        "quotations[0].locator",
    ),
    ("speaker: Ben Reed", "speaker: Carl Stone", "speaker-differs", "quotations[0].speaker"),
    (
        "as_of: 2017, locator: paragraph 1",
        "as_of: 2017, locator: paragraph 9",
        "locator-not-in-source",
        "facts[1].locator",
    ),
    (
        "The lower walls may be raised in 2020",
        "The lower walls are raised in 2020",
        "certain-in-form",
        "context[1].forms.headline",
    ),
    ("id: leavers, value: 2", "id: leavers, value: 4", "count-of-names", "facts[5].value"),
    (
        "Not every flood is held back by the dams",
        "Every flood is held back by the dams",
        "polarity-differs",
        "context[0].forms.headline",
    ),
    ("is unlikely to pay", "is likely to pay", "polarity-differs", "context[2].forms.summary"),
    (
        "According to its report, higher walls could help the towns.",
        "Its report proves that higher walls help the towns.",
        "stronger-verb",
        "context[0].forms.summary",
    ),
    (
        "Not every flood is held back by the dams",
        "New dams protect the lower towns",
        "stronger-verb",
        "context[0].forms.headline",
    ),
    (
        "According to its report",
        "Its report suggests that higher walls would help the towns. According to its report",
        "copied-run",
        "context[0].forms.summary",
    ),
    (
        "headline: Northam and Stillwater, [#leavers] towns, prepared to leave",
        "headline: Soon, [#leavers] towns will leave",
        "count-without-names",
        "context[2].forms.headline",
    ),
    (
        "Northam and Stillwater, [#leavers] towns, prepared",
        "Northam and Stilwater, [#leavers] towns, prepared",
        "name-not-in-source",
        "context[2].forms.headline",
    ),
    (
        "title: A river board spends more",
        "title: A river board now spends more",
        "relative-heading",
        "title",
    ),
    (
        "Money was [#budget], and [#killed] people died.",
        "Money was [#budget]. Compared with that it was [#grants] later.",
        "neighbours-compared",
        "context[2].forms.summary",
    ),
    (
        "possible\n    locator: paragraph 2\n    forms:\n      headline: The lower walls may be",
        "planned\n    locator: paragraph 2\n    forms:\n      headline: The lower walls will be",
        "expired-plan",
        "context[1].forms.headline",
    ),
    (
        "Ben Reed spoke of",
        "In June 2015, Ben Reed spoke of",
        "date-not-in-source",
        "context[2].forms.summary",
    ),
    (
        "and [#killed] people died",
        "and 14 people died",
        "number-not-in-source",
        "context[2].forms.summary",
    ),
    (
        "Not every flood is held back by the dams",
        "Not every flood at Oldbridge is held back by the dams",
        "name-elsewhere",
        "context[0].forms.headline",
    ),
    (
        "measure: People killed",
        "measure: People killed in 2015",
        "date-not-in-source",
        "facts[2].measure",
    ),
    (
        "Ben Reed spoke of [>promise].",
        'Ben Reed called it "a promise to this valley".',
        "quoted-words-not-in-source",
        "context[2].forms.summary",
    ),
    (
        "Ben Reed spoke of [>promise].",
        "Northam leaves because of the flood.",
        "cause-not-in-source",
        "context[2].forms.summary",
    ),
    (
        "The ministry is unlikely to pay for all walls, and the board had [#members] members.",
        "The ministry is likely to pay for all of the walls, but the board had [#members] members.",
        "polarity-differs",
        "context[2].forms.summary",
    ),
    (
        "Ben Reed spoke of [>promise].",
        "Ben Reed spoke for Budget Plans.",
        "name-not-in-source",
        "context[2].forms.summary",
    ),
    ("title: A river board", "title: The Rover Board", "name-not-in-source", "title"),
    (
        "title: A river board spends",
        "title: In 2015, a river board spends",
        "date-not-in-source",
        "title",
    ),
    ("interval: 35–49", "interval: 35–94", "figure-interval", "facts[4].interval"),
    (
        "Not every flood is held back by the dams",
        "The only dams do not hold back every flood",
        "claim-not-in-source",
        "context[0].forms.headline",
    ),
    (
        "Ben Reed spoke of [>promise].",
        "In June 2016, President Ben Reed spoke.",
        "title-not-in-source",
        "context[2].forms.summary",
    ),
    (
        "timeline:",
        "notes:\n  - {id: own, about: The board, text: Tom Miller leads it since 1999.}\ntimeline:",
        "outside-untyped",
        "notes[0].text",
    ),
]


@pytest.mark.parametrize(("old", "new", "code", "path"), FAULTS)
def test_a_planted_fault_is_found_where_it_stands(
    compared: Compared, old: str, new: str, code: str, path: str
) -> None:
    assert (code, path) in compared.codes(old, new)


def test_every_rule_about_the_source_has_a_fault_here() -> None:
    anchored = {"anchor-drifted", "anchors-too-long", "locator-differs"}
    known = {code for _, _, code, _ in FAULTS} | {COUNT[0], *anchored}
    known |= {"qualifier-not-in-source", "noun-not-in-source"}  # test_check_around_figures.py
    known |= {"contrary-sense", "base-differs", "period-differs"}  # test_check_free_paraphrases.py
    known.add("source-misspelt")  # test_check_same_names.py
    known.add("given-to-another")  # takes a sentence with two figures: test_check_claims.py
    known |= {  # test_check_roles.py
        "direction-differs",
        "date-of-another",
        "roles-exchanged",
        "whole-differs",
        "said-by-another",
        "attribution-lost",
        "passage-not-found",
    }
    known |= {
        "number-elsewhere",
        "exception-lost",
        "share-of-another",
        "vague-number",
        "qualifier-lost",
    }  # test_check_unplaced.py
    known.add("condition-lost")  # test_check_conditions.py
    known.add("rate-differs")  # test_check_causes_and_bases.py
    known |= {"version-not-in-source", "built-comparison"}  # test_check_said_alike.py
    assert {code for code, _, _ in source_rules()} == known


def test_a_locator_that_is_not_that_of_the_anchor_is_told(compared: Compared) -> None:
    argument = briefgen.load(compared.argument())
    made = proposed_anchors(argument, read_article(compared.folder / "article.md"), None)
    found = compared.findings(
        "as_of: 2017, locator: paragraph 1", "as_of: 2017, locator: paragraph 2", made
    )
    fault = next(each for each in found if each.code == "locator-differs")
    assert (path_text(fault.path), fault.severity) == ("facts[1].locator", "error")
    assert "paragraph 1" in fault.hint


def test_what_a_note_says_as_outside_knowledge_is_not_told(compared: Compared) -> None:
    note = (
        "sources:\n  - {id: press, status: resolved, title: A, address: 'https://www.example.org'}\n"
        "notes:\n  - {id: own, about: The board, text: Tom Miller leads it since 1999.,"
        " outside: true, sources: [press]}\ntimeline:"
    )
    assert compared.codes("timeline:", note) == [COUNT]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("unit: days", "unit: weeks", "figure-unit"),
        ("speaker: Ben Reed", "speaker: Ada Moss", None),
        ("text: a promise to the valley", "text: slightly over 16", "speaker-differs"),
        (
            "Money was [#budget], and",
            "Money was [#budget]. That compares with [#members] members. Also,",
            "neighbours-compared",
        ),
        (
            "Not every flood is held back by the dams",
            "New dams protect the lower towns, which want help",
            "stronger-verb",
        ),
        (
            "Ben Reed spoke of [>promise].",
            "Towns leave because of cheaper insurance abroad, which the flood does not explain.",
            "cause-not-in-source",
        ),
        ("unit: members, measure", "unit: years, measure", "figure-unit"),
    ],
)
def test_a_fault_in_another_guise_is_found(
    compared: Compared, old: str, new: str, code: str | None
) -> None:
    found = {each for each, _ in compared.codes(old, new)} - {COUNT[0]}
    assert code in found if code else not found


def test_a_plan_told_as_present_is_found_where_the_brief_has_no_date(compared: Compared) -> None:
    article = compared.folder / "article.md"
    plan = "A new wall is planned for the upper towns next year."
    article.write_text(f"{article.read_text('utf-8')}{plan}\n", encoding="utf-8")
    text = compared.argument().read_text("utf-8").replace("edition: {date: 2021-02-01}\n", "")
    text = text.replace("Ben Reed spoke", "A wall is planned for the upper towns. Ben Reed spoke")
    file = compared.folder / "rivers.yaml"
    file.write_text(text, encoding="utf-8")
    found = check_against(briefgen.load(file), read_article(article))
    assert "expired-plan" in {each.code for each in found}
    file.write_text(text.replace("A wall is planned", "A wall was planned"), encoding="utf-8")
    found = check_against(briefgen.load(file), read_article(article))
    assert "expired-plan" not in {each.code for each in found}


def test_a_month_is_no_hedge(compared: Compared) -> None:
    found = compared.codes("may be raised in 2020", "are raised in May 2020")
    assert ("certain-in-form", "context[1].forms.headline") in found


def test_an_elision_parts_a_word_from_the_name_after_it(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text(
        "# Le fleuve\n\nL’Union du fleuve n’a pas payé les digues d’Oldbridge en 2017.\n",
        encoding="utf-8",
    )
    text = ARGUMENT.partition("context:")[0].replace("cut_off", "language: fr-FR\n  cut_off")
    text = text.replace("standfirst, paragraph 1", "paragraphe 1")
    text = text.replace("Since the flood, the board has had other plans.", "Il s’agit du fleuve.")

    def codes(headline: str) -> list[str]:
        path = tmp_path / "fleuve.yaml"
        old = "The board spends more on dams than before"
        path.write_text(text.replace(old, headline), encoding="utf-8")
        compared = check_against(briefgen.load(path), read_article(article))
        return [each.code for each in compared]

    assert codes("Les digues d’Oldbridge n’ont pas été payées par l’Union") == []
    assert codes("L’Union a payé les digues d’Oldbridge") == ["polarity-differs"]
    assert codes("Les digues d’Oldbrigde n’ont pas été payées") == ["name-not-in-source"]


def test_a_hint_names_no_figure_of_another_noun(compared: Compared) -> None:
    (finding,) = [
        each
        for each in compared.findings("value: 16400", "value: 14600")
        if each.severity == "error"
    ]
    assert "US$405" not in finding.hint
    assert "16,400 members" in finding.hint


def test_an_argument_may_name_its_article(compared: Compared) -> None:
    path = compared.argument("  authors:", "  source: article.md\n  authors:")
    assert COUNT[0] in {each.code for each in checking.check_file(path)}
    path = compared.argument("  authors:", "  source: ../article.md\n  authors:")
    assert "outside-folder" in {each.code for each in checking.check_file(path)}


def test_an_article_that_cannot_be_read_hides_no_other_finding(compared: Compared) -> None:
    path = compared.argument('evidence: ["#leavers"', 'evidence: ["#gone"')
    codes = {each.code for each in checking.check_file(path, against=compared.folder / "no.pdf")}
    assert {"file-missing", "unknown-reference"} <= codes


def test_time_grows_with_the_article_and_no_faster(compared: Compared, tmp_path: Path) -> None:
    argument = briefgen.load(compared.argument())

    @cache
    def article(times: int) -> SourceText:
        path = tmp_path / "long.md"
        path.write_text("\n\n".join([ARTICLE] * times), encoding="utf-8")
        return read_article(path)

    assert power(lambda times: check_against(argument, article(times)), 10, 80) < LINEAR
