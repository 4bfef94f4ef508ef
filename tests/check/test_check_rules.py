"""Each rule with what it lets pass and what it remarks."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from briefgen.check import check, rules
from briefgen.check.long_sentences import sentences
from briefgen.check.unbacked_numbers import numbers_in
from briefgen.load.document import to_model
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding
from briefgen.types.place import Path, Places, path_text

SOUND: dict[str, Any] = {
    "id": "sound",
    "title": "Peacekeeping has a price",
    "article": {
        "title": "An article",
        "authors": [{"name": "A. Writer"}],
        "date": "2019-05-15",
        "cut_off": "2019-05-15",
        "citation": "Writer, A. (2019).",
    },
    "thesis": {"id": "thesis", "priority": 1, "forms": {"headline": "The price is paid late"}},
    "rationales": [
        {
            "id": "costs",
            "priority": 2,
            "attribution": {"by": "cited", "source": "s1"},
            "forms": {
                "headline": "Troops cost money",
                "summary": "They-sayers aside, troops cost [#cost] a year [@s1].",
                "detail": ["The UN pays.", "It pays late, a report says: [>late]."],
            },
            "evidence": ["@s1", "#cost", ">late"],
        }
    ],
    "timeline": [
        {"id": "e1", "date": "2013", "text": "A mission begins", "priority": 1, "sources": ["s1"]},
        {"id": "e2", "date": "2013-04", "text": "Troops arrive", "priority": 1},
    ],
    "facts": [
        {
            "id": "cost",
            "value": 405,
            "scale": "million",
            "measure": "cost of troops",
            "unit": "USD",
            "scope": "all missions",
            "as_of": "2017",
            "place": "paragraph 2",
        }
    ],
    "quotations": [{"id": "late", "text": "late again", "source": "s1", "place": "paragraph 3"}],
    "sources": [
        {"id": "s1", "status": "resolved", "title": "a report", "address": "https://a.example"}
    ],
    "glossary": [{"short": "UN", "long": "United Nations", "plain": True}],
    "notes": [{"id": "n1", "about": "a date", "text": "The article says last year."}],
    "images": [{"id": "logo", "file": "logo.png", "alt": "A logo", "permission": "our own"}],
    "issuer": {"logo": "logo"},
}


def argument(**changes: Any) -> Argument:
    """Return the sound argument with values replaced: `rationales__0__id="x"`."""
    data = copy.deepcopy(SOUND)
    for way, value in changes.items():
        *steps, last = (int(step) if step.isdigit() else step for step in way.split("__"))
        holder: Any = data
        for step in steps:
            holder = holder[step]
        if isinstance(holder, list) and last == len(holder):
            holder.append(value)
        else:
            holder[last] = value
    return to_model(data, Argument, Places())


def remarks(code: str, **changes: Any) -> tuple[Finding, ...]:
    return tuple(each for each in check(argument(**changes)) if each.code == code)


def test_a_sound_argument_has_no_findings() -> None:
    assert check(argument()) == ()


HEADLINE = "rationales__0__forms__headline"
SUMMARY = "rationales__0__forms__summary"
DETAIL = "rationales__0__forms__detail"
FORMS = "rationales[0].forms"
ONE = "rationales__0"
FACT = {**SOUND["facts"][0], "id": "more"}
SOURCE = {"id": "s2", "status": "unresolved", "title": "another"}
MAYBE = {
    "rationales__0__modality": "possible",
    SUMMARY: "Troops may cost [#cost] [@s1].",
    DETAIL: ["It could be more."],
}

REMARKED: list[tuple[str, dict[str, Any], str, str]] = [
    ("duplicate-id", {f"{ONE}__id": "thesis"}, "rationales[0].id", "thesis already"),
    ("duplicate-id", {"facts__0__id": "cost", "sources__1": SOURCE | {"id": "cost"}},
     "sources[1].id", "facts[0]"),
    ("duplicate-id", {"notes__0__id": "logo"}, "images[0].id", "notes[0]"),
    ("duplicate-term", {"glossary__1": SOUND["glossary"][0]}, "glossary[1].short", "glossary[0]"),
    ("unknown-reference", {SUMMARY: "It costs [#cost] [@s7]."}, f"{FORMS}.summary", '"s7"'),
    ("unknown-reference", {HEADLINE: "Costs of [#costs]"}, f"{FORMS}.headline", '"costs"'),
    ("unknown-reference", {DETAIL: ["A.", "B [>lat]."]}, f"{FORMS}.detail[1]", "quotations"),
    ("unknown-reference", {f"{ONE}__evidence": ["@s1", "#none"]}, "rationales[0].evidence[1]",
     '"none"'),
    ("unknown-reference", {f"{ONE}__attribution__source": "s9"},
     "rationales[0].attribution.source", "s9"),
    ("unknown-reference", {f"{ONE}__wording": {"public": {"summary": "A [#x]."}}},
     "rationales[0].wording.public.summary", '"x"'),
    ("unknown-reference", {"timeline__0__sources": ["s1", "s3"]}, "timeline[0].sources[1]", "s3"),
    ("unknown-reference", {"timeline__0__text": "It begins [@s3]"}, "timeline[0].text", "s3"),
    ("unknown-reference", {"timeline__0__detail": "It begins [@s3]"}, "timeline[0].detail", "s3"),
    ("unknown-reference", {"facts__0__sources": ["s3"]}, "facts[0].sources[0]", "s3"),
    ("unknown-reference", {"facts__0__comparable_with": ["f"]}, "facts[0].comparable_with[0]", "f"),
    ("unknown-reference", {"quotations__0__source": "s3"}, "quotations[0].source", "s3"),
    ("unknown-reference", {"issuer__logo": "mark"}, "issuer.logo", "images"),
    ("unknown-reference", {"glossary__0__note": "See [@s3]."}, "glossary[0].note", "s3"),
    ("unknown-reference", {"notes__0__text": "See [@s3]."}, "notes[0].text", "s3"),
    ("malformed-reference", {SUMMARY: "It costs [#Cost Two]."}, f"{FORMS}.summary", "[#Cost Two]"),
    ("malformed-reference", {SUMMARY: "It costs [@s1, @s2]."}, f"{FORMS}.summary", "[@s1, @s2]"),
    ("malformed-reference", {SUMMARY: "It costs [@s1"}, f"{FORMS}.summary", "[@s1"),
    ("uncarried-character", {SUMMARY: "An icon \ue000."}, f"{FORMS}.summary", "private"),
    ("uncarried-character", {"title": "A lost \ufffd letter"}, "title", "lost character"),
    ("uncarried-character", {"title": "An \ufffc object"}, "title", "lost object"),
    ("uncarried-character", {"sources__0__title": "a \x85 b"}, "sources[0].title", "control"),
    ("uncarried-character", {"title": "no \ufdd0 character"}, "title", "no character"),
    ("uncarried-character", {"title": "no \U0001fffe character"}, "title", "no character"),
    ("unheld-view", {f"{ONE}__attribution": "cited"}, "rationales[0].attribution", "its source"),
    ("unused-fact", {"facts__1": FACT}, "facts[1]", '"more"'),
    ("unused-fact", {"facts__1": FACT, "facts__0__comparable_with": ["more"]}, "facts[1]", "more"),
    ("unused-source", {"sources__1": SOURCE}, "sources[1]", '"s2"'),
    ("unresolved-sources", {"sources__1": SOURCE, "sources__2": SOURCE | {"id": "s3"}}, "sources",
     "2 of 3"),
    ("unbacked-number", {SUMMARY: "It costs 405 million."}, f"{FORMS}.summary", "405, million"),
    ("unbacked-number", {HEADLINE: "Three men died"}, f"{FORMS}.headline", "Three"),
    ("unbacked-number", {"timeline__0__text": "Some 2,513 leave"}, "timeline[0].text", "2,513"),
    ("headline-stop", {HEADLINE: "Troops cost money."}, f"{FORMS}.headline", "full stop"),
    ("headline-stop", {HEADLINE: "Troops cost **money.**"}, f"{FORMS}.headline", "full stop"),
    ("headline-stop", {f"{ONE}__wording": {"public": {"headline": "It costs."}}},
     "rationales[0].wording.public.headline", "full stop"),
    ("relative-date", {SUMMARY: "Costs rose last year."}, f"{FORMS}.summary", '"last year"'),
    ("relative-date", {SUMMARY: "Costs rose this March."}, f"{FORMS}.summary", '"this March"'),
    ("relative-date", {SUMMARY: "Costs rose two years ago."}, f"{FORMS}.summary", "years ago"),
    ("relative-date", {SUMMARY: "Recently, costs rose and now\nfall."}, f"{FORMS}.summary",
     '"Recently", "now"'),
    ("hanging-start", {HEADLINE: "However, it costs"}, f"{FORMS}.headline", '"However"'),
    ("hanging-start", {SUMMARY: "**They** cost money."}, f"{FORMS}.summary", '"They"'),
    ("hanging-start", {SUMMARY: "This costs money."}, f"{FORMS}.summary", '"This"'),
    ("hanging-start", {SUMMARY: "In addition, it costs."}, f"{FORMS}.summary", '"In addition"'),
    ("hanging-start", {DETAIL: ["Its price is high."]}, f"{FORMS}.detail[0]", '"Its"'),
    ("hanging-start", {DETAIL: ["That is a lot."]}, f"{FORMS}.detail[0]", '"That"'),
    ("unexplained-acronym", {SUMMARY: "NATO pays, and the UN."}, f"{FORMS}.summary", '"NATO"'),
    ("unexplained-acronym", {SUMMARY: "Many NGOs pay."}, f"{FORMS}.summary", '"NGO"'),
    ("long-quotation", {SUMMARY: f"He said: “{'well ' * 41}”."}, f"{FORMS}.summary", "41 words"),
    ("long-quotation", {"quotations__0__text": "a " * 41}, "quotations[0].text", "41 words"),
    ("long-sentence", {SUMMARY: f"It {'costs ' * 25}."}, f"{FORMS}.summary", "of 26 words"),
    ("long-sentence", {DETAIL: [f"It {'costs ' * 25}.", f"We {'pay ' * 29}."]}, f"{FORMS}.detail",
     "2 sentences, one of 30 words"),
    ("event-order", {"timeline__0__date": "2013-05"}, "timeline[1].date", "after 2013-05"),
    ("event-order", {"timeline__0__date": "2014"}, "timeline[1].date", "after 2014"),
    ("lost-hedge", MAYBE, f"{FORMS}.headline", "certain what is possible"),
    ("lost-hedge", MAYBE | {HEADLINE: "Troops might cost", SUMMARY: "Troops cost [#cost]."},
     f"{FORMS}.summary", "possible"),
    ("lost-hedge", {f"{ONE}__modality": "planned", SUMMARY: "It plans to pay.",
                    DETAIL: ["It plans to pay."]}, f"{FORMS}.headline", "planned"),
    ("lost-hedge", {f"{ONE}__modality": "reported", HEADLINE: "Troops reportedly cost money",
                    SUMMARY: "It is reported to cost.", DETAIL: ["It costs.", "It costs."]},
     f"{FORMS}.detail", "reported"),
    ("invisible-character", {"title": "right \u202eto left"}, "title", "U+202E"),
    ("invisible-character", {SUMMARY: "zero\u200bwidth"}, f"{FORMS}.summary", "U+200B"),
    ("invisible-character", {SUMMARY: "a\u200db\u200f"}, f"{FORMS}.summary", "U+200D, U+200F"),
]  # fmt: skip

PASSED: list[tuple[str, dict[str, Any]]] = [
    ("duplicate-id", {"id": "thesis"}),
    ("duplicate-term", {"glossary__1": {"short": "AU", "long": "African Union"}}),
    ("unknown-reference", {SUMMARY: "A [link](https://a.example), \\[@none] and [word]."}),
    ("malformed-reference", {SUMMARY: "It costs \\[#ever more] [sic] [@s1][#cost]."}),
    ("uncarried-character", {SUMMARY: "Tamasheq ⵜⴰⵎⴰⵛⴻⵇ, Touareg, 中国\tand 🕊."}),
    ("unheld-view", {f"{ONE}__attribution": {"by": "cited", "name": "a book"}}),
    ("unheld-view", {f"{ONE}__attribution": "unnamed"}),
    ("unused-fact", {"facts__1": FACT | {"priority": 1}}),
    ("unused-fact", {"facts__1": FACT, f"{ONE}__evidence": ["#more"]}),
    ("unused-source", {"sources__1": SOURCE, "facts__0__sources": ["s2"]}),
    ("unresolved-sources", {}),
    ("unbacked-number", {SUMMARY: "One of them costs [#cost]."}),
    ("headline-stop", {HEADLINE: "Do troops cost money?"}),
    ("headline-stop", {SUMMARY: "Troops cost."}),
    ("relative-date", {SUMMARY: "Known as of March 2019, this is the last of years."}),
    ("relative-date", {SUMMARY: "He said: “now or never”."}),
    ("relative-date", {SUMMARY: "Costs rose last year.", "article__language": "fr"}),
    ("hanging-start", {SUMMARY: "It was late that the UN paid."}),
    ("hanging-start", {SUMMARY: "That troops cost money is known."}),
    ("hanging-start", {SUMMARY: "Then-president Traoré paid. However, it cost."}),
    ("hanging-start", {DETAIL: ["The UN pays.", "However, it pays late."]}),
    ("hanging-start", {SUMMARY: "[#cost] is spent."}),
    ("unexplained-acronym", {SUMMARY: "The UN’s Chapter VII, US$ and A are known."}),
    ("long-quotation", {SUMMARY: f"He said: “{'well ' * 40}”."}),
    ("long-sentence", {SUMMARY: f"It {'costs ' * 24}. It costs."}),
    ("long-sentence", {SUMMARY: f"It {'costs ' * 15}. [#cost] {'more ' * 15}."}),
    ("event-order", {"timeline__0__date": "2013-04-01"}),
    ("event-order", {"timeline__0__date": "2013-04", "timeline__1__date": "2013"}),
    ("lost-hedge", MAYBE | {HEADLINE: "Troops might cost money"}),
    ("lost-hedge", {f"{ONE}__modality": "stated"}),
    ("lost-hedge", MAYBE | {"article__language": "de"}),
    ("invisible-character", {"title": "می\u200cکنم 👩\u200d🌾"}),
]


@pytest.mark.parametrize(("code", "changes", "path", "words"), REMARKED)
def test_a_rule_remarks(code: str, changes: dict[str, Any], path: str, words: str) -> None:
    found = remarks(code, **changes)
    finding = next(each for each in found if path_text(each.path) == path)
    assert len(found) == 1
    assert words in finding.message
    assert finding.hint


@pytest.mark.parametrize(("code", "changes"), PASSED)
def test_a_rule_lets_pass(code: str, changes: dict[str, Any]) -> None:
    assert remarks(code, **changes) == ()


def test_every_rule_has_both_cases_and_is_listed_once() -> None:
    codes = [code for code, _, _ in rules()]
    assert len(codes) == len(set(codes))
    assert {code for code, *_ in REMARKED} == set(codes)
    assert {code for code, _ in PASSED} == set(codes)


def test_what_stops_a_build() -> None:
    assert {code for code, severity, _ in rules() if severity == "error"} == {
        "duplicate-id",
        "duplicate-term",
        "unknown-reference",
        "malformed-reference",
        "uncarried-character",
        "unheld-view",
    }
    assert all(about.endswith(".") for _, _, about in rules())


@pytest.mark.parametrize(
    ("summary", "hint"),
    [
        ("It costs [#costs].", "did you mean cost?"),
        ("It costs [#s1].", "write @s1"),
        ("It costs [@nothing-like-it].", "add nothing-like-it under sources"),
    ],
)
def test_a_dangling_reference_gets_the_nearest_mend(summary: str, hint: str) -> None:
    (finding,) = remarks("unknown-reference", **{SUMMARY: summary})
    assert hint in finding.hint


def test_one_passage_names_a_missing_source_once() -> None:
    assert len(remarks("unknown-reference", **{SUMMARY: "It costs [@s7] and more [@s7]."})) == 1


@pytest.mark.parametrize(
    "exempt",
    [
        "on 15 May 2019",
        "on 3-5 May",
        "on May 15, in 2012",
        "in 2013–2015, 2013-15, 2013/14 and the 1990s",
        "2019-05-15 and 2019-05",
        "G5, the G20, COVID-19 and an F-16",
        "Chapter VII, Article 5 and Resolution 2100",
        "the 21st and the second",
        "at 12:30",
        "1. the one thing, (2) the other",
        "nobody, no one, one side",
    ],
)
def test_what_is_no_figure(exempt: str) -> None:
    assert numbers_in(exempt, in_words=True) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2,513 of 16,400 troops", ["2,513", "16,400"]),
        ("US$2019 and €405.5m", ["2019", "405.5"]),
        ("35%, -3 and 0.7 per cent.", ["35", "3", "0.7"]),
        ("twenty-one men, two women, dozens", ["twenty-one", "two", "dozens"]),
        ("on 15 May 2019, 395 left", ["395"]),
        ("May 395", ["395"]),
        ("1,990 and 19900", ["1,990", "19900"]),
    ],
)
def test_what_is_a_figure(text: str, numbers: list[str]) -> None:
    assert numbers_in(text, in_words=True) == numbers


def test_numbers_in_words_are_looked_for_in_english_only() -> None:
    assert numbers_in("six of 395", in_words=False) == ["395"]


def test_a_number_that_is_a_fact_gets_its_name_as_the_mend() -> None:
    (finding,) = remarks("unbacked-number", **{SUMMARY: "It costs 405 million."})
    assert finding.hint == "write [#cost]"


def test_abbreviations_end_no_sentence() -> None:
    text = "Dr. A. Writer said so. “It costs,” e.g. Gen. Diop added. 395 left."
    assert sentences(text) == [
        "Dr. A. Writer said so.",
        "“It costs,” e.g. Gen. Diop added.",
        "395 left.",
    ]


def test_errors_stand_first_and_findings_know_file_and_line() -> None:
    data = copy.deepcopy(SOUND)
    data["rationales"][0]["forms"] |= {"headline": "However, it costs.", "summary": "A [@s9]."}
    lines: dict[Path, int] = {
        ("rationales", 0, "forms", "headline"): 7,
        ("rationales", 0, "forms", "summary"): 8,
    }
    sound = to_model(data, Argument, Places())
    sound._places = Places("a.yaml", lines)
    found = check(sound)
    assert [(each.code, each.severity, each.file, each.line) for each in found] == [
        ("unknown-reference", "error", "a.yaml", 8),
        ("headline-stop", "warning", "a.yaml", 7),
        ("hanging-start", "warning", "a.yaml", 7),
    ]
