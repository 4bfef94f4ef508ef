"""Each rule with what it lets pass and what it remarks."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from samples.sound import SOUND, argument, remarks
from samples.together import TOGETHER_PASSED, TOGETHER_REMARKED

from briefgen.check.checking import RULES, check, input_errors, rules
from briefgen.check.errors import errors
from briefgen.load.document import to_model
from briefgen.types.argument import Argument
from briefgen.types.source_map import Path, SourceMap, path_text


def test_a_sound_argument_has_no_findings() -> None:
    assert check(argument()) == ()


SERIES = "facts__0__series"
HEADLINE = "rationales__0__forms__headline"
SUMMARY = "rationales__0__forms__summary"
DETAIL = "rationales__0__forms__detail"
FORMS = "rationales[0].forms"
ONE = "rationales__0"
FACT = {**SOUND["facts"][0], "id": "more"}
SOURCE = {"id": "s2", "status": "unresolved", "title": "another"}
OUTSIDE = {"id": "own", "about": "It", "text": "He left.", "outside": True, "sources": ["s2"]}
MAYBE = {
    "rationales__0__modality": "possible",
    SUMMARY: "Troops may cost [#cost] [@s1].",
    DETAIL: ["It could be more."],
}

OTHER = {**FACT, "value": 204, "scale": "billion", "scope": "all of Africa"}


def recommended(number: int) -> dict[str, Any]:
    return {"id": f"do-{number}", "priority": 1, "forms": {"headline": "Pay the troops on time"}}


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
    ("malformed-reference", {SUMMARY: "It costs more (@s1)."}, f"{FORMS}.summary", '"@s1", which'),
    ("malformed-reference", {SUMMARY: "It costs [cost]."}, f"{FORMS}.summary", '"[cost]", which'),
    ("malformed-reference", {SUMMARY: "It costs [@s1"}, f"{FORMS}.summary", "[@s1"),
    ("unsupported-markup", {SUMMARY: "A <b>bold</b> plan."}, f"{FORMS}.summary", "<b>"),
    ("wide-table", {DETAIL: ["|aaaa" * 15 + "|\n" + "|-" * 15]}, f"{FORMS}.detail[0]", "15 col"),
    ("vague-link", {SUMMARY: "A plan [here](https://x.org)."}, f"{FORMS}.summary", '"here"'),
    ("vague-link", {SUMMARY: "[Click here.](https://x.org)"}, f"{FORMS}.summary", "Click here"),
    ("vague-link", {SUMMARY: "A plan [](https://x.org)."}, f"{FORMS}.summary", "without a word"),
    ("unsupported-character", {SUMMARY: "An icon \ue000."}, f"{FORMS}.summary", "private"),
    ("unsupported-character", {"title": "A lost \ufffd letter"}, "title", "lost character"),
    ("unsupported-character", {"title": "An \ufffc object"}, "title", "lost object"),
    ("unsupported-character", {"sources__0__title": "a \x85 b"}, "sources[0].title", "control"),
    ("unsupported-character", {"title": "no \ufdd0 character"}, "title", "no character"),
    ("unsupported-character", {"title": "no \U0001fffe character"}, "title", "no character"),
    ("unnormalised-text", {"title": "A cafe\u0301 in Mali"}, "title", "writes é as U+0065 U+0301"),
    ("unnormalised-text", {"title": "At 5 \u212b"}, "title", "writes Å as U+212B"),
    ("unset-script", {SUMMARY: "The \u05e9\u05dc\u05d5\u05dd of [#cost]."}, f"{FORMS}.summary",
     "U+05E9 (hebrew letter shin), which is written from right to left"),
    ("unset-script", {"sources__0__title": "\u0645\u0627\u0644\u064a"}, "sources[0].title",
     "right to left"),
    ("unset-script", {"title": "\u0928\u092e\u0938\u094d\u0924"}, "title", "from its neighbours"),
    ("unset-script", {"title": "z\u0335 \u20dd"}, "title", "is a mark on a letter"),
    ("unsupported-character", {"title": "sent \U000e0041 unseen"}, "title", "U+E0041"),
    ("unattributed-view", {f"{ONE}__attribution": "cited"}, "rationales[0].attribution", "source"),
    ("unsafe-link", {SUMMARY: "A [link](javascript:alert(1)) [#cost]."}, f"{FORMS}.summary",
     '"javascript:alert"'),
    ("unsafe-link", {SUMMARY: "A [file](file:///etc/passwd) [#cost]."}, f"{FORMS}.summary", "file"),
    ("unsafe-link", {"notes__0__text": r"A [share](\\\\server\\x)."}, "notes[0].text", "server"),
    ("unsafe-link", {"timeline__0__detail": "A [page](page.html)."}, "timeline[0].detail", "page"),
    ("unsafe-link", {DETAIL: ["See <ftp://a.example> [#cost]."]}, f"{FORMS}.detail[0]", "ftp"),
    ("unused-fact", {"facts__1": FACT}, "facts[1]", '"more"'),
    ("unused-fact", {"facts__1": FACT, "facts__0__comparable_with": ["more"]}, "facts[1]", "more"),
    ("unused-source", {"sources__1": SOURCE}, "sources[1]", '"s2"'),
    ("unused-source", {f"sources__{n}": SOURCE | {"id": f"s{n + 1}"} for n in range(1, 6)},
     "sources[1]", "5 sources: s2, s3, s4 and 2 more"),
    ("unresolved-sources", {"sources__1": SOURCE, "sources__2": SOURCE | {"id": "s3"}}, "sources",
     "2 of 3"),
    ("outside-unresolved", {"sources__1": SOURCE, "notes__0": OUTSIDE}, "notes[0].sources",
     "none of its sources"),
    ("unbacked-number", {SUMMARY: "It costs 405 million."}, f"{FORMS}.summary", "405, million"),
    ("unbacked-number", {HEADLINE: "Three men died"}, f"{FORMS}.headline", "Three"),
    ("unbacked-number", {"timeline__0__text": "Some 2,513 leave"}, "timeline[0].text", "2,513"),
    ("missing-noun", {"facts__1": FACT | {"unit": "men"}, SUMMARY: "The UN sent [#more]."},
     f"{FORMS}.summary", "[#more] without a noun"),
    ("unsound-series", {SERIES: [{"date": "2016", "value": 3}, {"date": "2017", "value": 9999}]},
     "facts[0].series[1].value", "the fact itself"),
    ("unsound-series", {SERIES: [{"date": "2016", "value": 3}, {"date": "2016", "value": 3}]},
     "facts[0].series[1].value", "series[0] is 3"),
    ("unsound-interval", {SERIES: [{"date": "2016", "value": 3, "low": 4, "high": 5}]},
     "facts[0].series[0].low", "is 4, above the value of 3"),
    ("unsound-projection", {SERIES: [{"date": "2016", "value": 3, "projected": True},
     {"date": "2017", "value": 405}]}, "facts[0].series[0].projected", "2017 after it is measured"),
    ("unsound-group", {"facts__0__drawn_with": ["cost"]}, "facts[0].drawn_with[0]", "itself"),
    ("stale-fact", {"facts__0__shelf_life_months": 16}, "facts[0].as_of", "article is of 2019-05"),
    ("stale-fact", {"facts__0__shelf_life_months": 24, "edition": {"date": "2020-01"}},
     "facts[0].as_of", "brief is of 2020-01"),
    ("number-missing-in-detail", {DETAIL: ["The UN pays."]}, f"{FORMS}.summary", "[#cost]"),
    ("number-missing-in-detail", {SUMMARY: "Six pay [#cost].", DETAIL: ["It is [#cost]."]},
     f"{FORMS}.summary", "Six"),
    ("number-missing-in-detail", {f"{ONE}__wording": {"public": {"detail": ["The UN pays."]}}},
     "rationales[0].wording.public.detail", "[#cost]"),
    ("number-missing-in-detail", {"facts__1": FACT | {"value": 6, "priority": 1},
                       f"{ONE}__wording": {"public": {"summary": "It costs [#more]."}}},
     "rationales[0].wording.public.summary", "[#more]"),
    ("incomparable-facts", {"facts__1": OTHER, DETAIL: ["It costs [#cost] of [#more][@s1]."]},
     f"{FORMS}.detail[0]", '"cost" (USD, all missions) beside "more"'),
    ("incomparable-facts", {"facts__0__priority": 1, "facts__1": OTHER | {"priority": 2}},
     "facts[1].priority", 'next to "cost"'),
    ("many-recommendations", {"recommendations": [recommended(n) for n in range(6)]},
     "recommendations[5]", "6 recommendations"),
    ("future-date", {"timeline__1__date": "2019-06"}, "timeline[1].date", "2019-06, after"),
    ("future-date", {"facts__0__as_of": "2020"}, "facts[0].as_of", "holds as of 2020"),
    ("future-date", {SERIES: [{"date": "2019-05-16", "value": 1}]},
     "facts[0].series[0].date", "measured on 2019-05-16"),
    ("future-date", {"article__cut_off": "2019-06"}, "article.cut_off", "article's date"),
    ("headline-stop", {HEADLINE: "Troops cost money."}, f"{FORMS}.headline", "full stop"),
    ("headline-stop", {HEADLINE: "Troops cost **money.**"}, f"{FORMS}.headline", "full stop"),
    ("headline-stop", {HEADLINE: "Troops cost money. [@s1]"}, f"{FORMS}.headline", "full stop"),
    ("headline-stop", {f"{ONE}__wording": {"public": {"headline": "It costs."}}},
     "rationales[0].wording.public.headline", "full stop"),
    ("relative-date", {SUMMARY: "Costs rose last year."}, f"{FORMS}.summary", '"last year"'),
    ("relative-date", {SUMMARY: "Costs rose this March."}, f"{FORMS}.summary", '"this March"'),
    ("relative-date", {SUMMARY: "Costs rose two years ago."}, f"{FORMS}.summary", "years ago"),
    ("relative-date", {SUMMARY: "Recently, costs rose and now\nfall."}, f"{FORMS}.summary",
     '"Recently", "now"'),
    ("context-dependent-opening", {HEADLINE: "However, it costs"},
     f"{FORMS}.headline", '"However"'),
    ("context-dependent-opening", {SUMMARY: "**They** cost money."}, f"{FORMS}.summary", '"They"'),
    ("context-dependent-opening", {SUMMARY: "This costs money."}, f"{FORMS}.summary", '"This"'),
    ("context-dependent-opening", {SUMMARY: "In addition, it costs."},
     f"{FORMS}.summary", '"In addition"'),
    ("context-dependent-opening", {DETAIL: ["Its price is high."]}, f"{FORMS}.detail[0]", '"Its"'),
    ("context-dependent-opening", {DETAIL: ["That is a lot."]}, f"{FORMS}.detail[0]", '"That"'),
    ("unexplained-acronym", {SUMMARY: "NATO pays, and the UN."}, f"{FORMS}.summary", '"NATO"'),
    ("unexplained-acronym", {SUMMARY: "Many NGOs pay."}, f"{FORMS}.summary", '"NGO"'),
    ("long-quotation", {SUMMARY: f"He said: “{'well ' * 41}”."}, f"{FORMS}.summary", "41 words"),
    ("long-quotation", {"quotations__0__text": "a " * 41}, "quotations[0].text", "41 words"),
    ("long-sentence", {SUMMARY: f"It {'costs ' * 25}."}, f"{FORMS}.summary", "of 26 words"),
    ("long-sentence", {SUMMARY: f"It {'costs ' * 23}[>late]."}, f"{FORMS}.summary", "of 26 words"),
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
    ("unsupported-character", {"title": "right \u202eto left"}, "title", "U+202E"),
    ("invisible-character", {SUMMARY: "zero\u200bwidth"}, f"{FORMS}.summary", "U+200B"),
    ("invisible-character", {f"{ONE}__wording": {"public": {"summary": "zero\u200bwidth"}}},
     "rationales[0].wording.public.summary", "U+200B"),
    ("invisible-character", {SUMMARY: "a\u200db\u200f"}, f"{FORMS}.summary", "U+200D, U+200F"),
    *TOGETHER_REMARKED,
]  # fmt: skip

PASSED: list[tuple[str, dict[str, Any]]] = [
    *TOGETHER_PASSED,
    ("duplicate-id", {"id": "thesis"}),
    ("duplicate-term", {"glossary__1": {"short": "AU", "long": "African Union"}}),
    ("unknown-reference", {SUMMARY: "A [link](https://a.example), \\[@none] and [word]."}),
    ("malformed-reference", {SUMMARY: "It costs \\[#ever more] [sic] [@s1][#cost]."}),
    ("malformed-reference", {SUMMARY: "At @none, a@s1.org, \\[cost] and [cost](https://x.org)."}),
    ("unsupported-character", {SUMMARY: "Tamasheq ⵜⴰⵎⴰⵛⴻⵇ, Touareg, 中国\tand 🕊."}),
    ("unnormalised-text", {"title": "Un café à Göteborg, Việt Nam, 中国 한국"}),
    ("unset-script", {"title": "Un café in Αθήνα and Київ, 中国, 한국, ⵜⴰⵎⴰⵛⴻⵇ, 🕊\ufe0f and €"}),
    ("unattributed-view", {f"{ONE}__attribution": {"by": "cited", "name": "a book"}}),
    ("unattributed-view", {f"{ONE}__attribution": "unnamed"}),
    ("unsupported-markup", {SUMMARY: "**A** *b* of CO~2~, m^2^, a < b, R&D, #1, 5*6 and [sic]."}),
    ("unsupported-markup", {SUMMARY: "- 3 °C", HEADLINE: "* note"}),
    ("wide-table", {DETAIL: ["|a" * 9 + "|\n" + "|-" * 9]}),
    ("vague-link", {SUMMARY: "[The plan here](https://x.org), https://here.org, more."}),
    ("unsafe-link", {SUMMARY: "[a](https://a.example/(b)) [c](<mailto:d@e.example>) [#cost]"}),
    ("unsafe-link", {SUMMARY: r"No link\](x:y), a <b> and <https://a.example> [#cost]"}),
    ("unsound-series", {SERIES: [{"date": "2016", "value": 3}, {"date": "2017", "value": 405}]}),
    ("unsound-interval", {SERIES: [{"date": "2016", "value": 3, "low": 3, "high": 5.5}]}),
    ("unsound-projection", {SERIES: [{"date": "2030", "value": 3, "projected": True}]}),
    ("unsound-group", {SERIES: [{"date": "2016", "value": 3}]}),
    ("stale-fact", {"facts__0__shelf_life_months": 17}),
    (
        "stale-fact",
        {
            "facts__0__as_of": "2018-01-15",
            "facts__0__shelf_life_months": 24,
            "edition": {"date": "2020-01-15"},
        },
    ),
    ("stale-fact", {"facts__0__shelf_life_months": 1, "facts__0__as_of": "2019"}),
    ("number-missing-in-detail", {SUMMARY: "It costs [#cost].", DETAIL: ["UN: 405 a year."]}),
    ("number-missing-in-detail", {SUMMARY: "In 2019, G5 troops paid.", DETAIL: ["The UN pays."]}),
    (
        "number-missing-in-detail",
        {
            f"{ONE}__forms": {"headline": "A", "summary": "It costs [#cost]."},
            f"{ONE}__wording": {"public": {"summary": "We pay [#cost]."}},
        },
    ),
    ("incomparable-facts", {"facts__1": OTHER, SUMMARY: "It costs [#cost]. [#more] is more."}),
    (
        "incomparable-facts",
        {
            "facts__1": OTHER | {"comparable_with": ["cost"], "priority": 1},
            "facts__0__priority": 2,
            SUMMARY: "It costs [#cost] of [#more].",
        },
    ),
    ("incomparable-facts", {"facts__1": OTHER | {"unit": "EUR"}, SUMMARY: "[#cost] of [#more]."}),
    (
        "incomparable-facts",
        {
            "facts__1": OTHER | {"priority": 3},
            "facts__0__priority": 1,
            "facts__2": OTHER | {"id": "troops", "unit": "troops", "priority": 2},
        },
    ),
    ("many-recommendations", {"recommendations": [recommended(n) for n in range(5)]}),
    ("future-date", {"timeline__1__date": "2019"}),
    ("future-date", {"timeline__1": SOUND["timeline"][1] | {"date": "2020", "status": "planned"}}),
    ("future-date", {"facts__0__as_of": "mid-2019"}),
    ("unused-fact", {"facts__1": FACT | {"priority": 1}}),
    ("unused-fact", {"facts__1": FACT, f"{ONE}__evidence": ["#more"]}),
    ("unused-source", {"sources__1": SOURCE, "facts__0__sources": ["s2"]}),
    ("unresolved-sources", {}),
    ("outside-unresolved", {"notes__0": OUTSIDE | {"sources": ["s1"]}}),
    ("unbacked-number", {SUMMARY: "One of them costs [#cost]."}),
    ("missing-noun", {"facts__1": FACT | {"unit": "men"}, SUMMARY: "It sent [#more] men."}),
    ("headline-stop", {HEADLINE: "Do troops cost money?"}),
    ("headline-stop", {SUMMARY: "Troops cost."}),
    ("headline-stop", {HEADLINE: "Troops come from the U.S."}),
    ("headline-stop", {HEADLINE: "Troops, cars, etc."}),
    ("unexplained-acronym", {SUMMARY: "It costs 5 MW, and [#cost] TB, a GW."}),
    ("relative-date", {SUMMARY: "Costs rose in the last year of the count."}),
    ("unbacked-number", {SUMMARY: "Costs rose in the '90s."}),
    ("relative-date", {SUMMARY: "Known as of March 2019, this is the last of years."}),
    ("relative-date", {SUMMARY: "He said: “now or never”."}),
    ("relative-date", {SUMMARY: "Costs rose last year.", "article__language": "fr"}),
    ("context-dependent-opening", {SUMMARY: "It was late that the UN paid."}),
    ("context-dependent-opening", {SUMMARY: "That troops cost money is known."}),
    ("context-dependent-opening", {SUMMARY: "Then-president Traoré paid. However, it cost."}),
    ("context-dependent-opening", {DETAIL: ["The UN pays.", "However, it pays late."]}),
    ("context-dependent-opening", {SUMMARY: "[#cost] is spent."}),
    ("unexplained-acronym", {SUMMARY: "The UN’s Chapter VII, US$ and A are known."}),
    (
        "unexplained-acronym",
        {SUMMARY: "Jo XY sees it so.", "article__authors": [{"name": "Jo XY"}]},
    ),
    (
        "unexplained-acronym",
        {SUMMARY: "A PDF/UA file.", "glossary__1": {"short": "PDF/UA", "long": "x"}},
    ),
    ("long-quotation", {SUMMARY: f"He said: “{'well ' * 40}”."}),
    ("long-sentence", {SUMMARY: f"It {'costs ' * 24}. It costs."}),
    ("long-sentence", {SUMMARY: f"It {'costs ' * 15}. [#cost] {'more ' * 15}."}),
    ("event-order", {"timeline__0__date": "2013-04-01"}),
    ("event-order", {"timeline__0__date": "mid-2013", "timeline__1__date": "2013"}),
    ("event-order", {"timeline__0__date": "2013-04", "timeline__1__date": "2013"}),
    ("lost-hedge", MAYBE | {HEADLINE: "Troops might cost money"}),
    ("lost-hedge", {f"{ONE}__modality": "stated"}),
    ("lost-hedge", {"recommendations": [recommended(1) | {"modality": "possible"}]}),
    ("lost-hedge", MAYBE | {"article__language": "pt"}),
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


@pytest.mark.parametrize(("code", "changes", "path", "words"), REMARKED)
def test_the_errors_are_those_of_the_check(
    code: str, changes: dict[str, Any], path: str, words: str
) -> None:
    assert words and path and code
    changed = argument(**changes)
    assert errors(changed) == tuple(one for one in check(changed) if one.severity == "error")


def test_every_rule_has_both_cases_and_is_listed_once() -> None:
    codes = [code for code, _, _ in (*rules(), *input_errors())]
    assert len(codes) == len(set(codes))
    needing_a_scope = {rule.code for rule in RULES if rule.scoped} - {"long-sentence"}
    every = {code for code, _, _ in rules()} - needing_a_scope
    assert {code for code, *_ in REMARKED} == every
    assert {code for code, _ in PASSED} == every


def test_what_stops_a_build() -> None:
    expected = """
        duplicate-id duplicate-term unknown-reference malformed-reference unknown-companion
        together-cycle words-missing unknown-member unsupported-markup unsafe-link
        unsupported-character unnormalised-text unset-script unattributed-view unsound-series
        unsound-interval unsound-projection unsound-group glyph-missing placeholder
        outside-unresolved required-form
    """
    assert {code for code, severity, _ in rules() if severity == "error"} == {*expected.split()}
    assert {severity for _, severity, _ in input_errors()} == {"error"}
    assert all(about.endswith(".") for _, _, about in (*rules(), *input_errors()))


@pytest.mark.parametrize(
    ("summary", "hint"),
    [
        ("It costs [#costs].", "did you mean cost?"),
        ("It costs [#s1].", "write @s1"),
        ("It costs [@nothing-like-it].", "add nothing-like-it under sources"),
        ("It costs [#costings].", "add costings under facts"),
        ("It costs [@logo].", "add logo under sources"),
    ],
)
def test_a_dangling_reference_gets_the_nearest_fix(summary: str, hint: str) -> None:
    (finding,) = remarks("unknown-reference", **{SUMMARY: summary})
    assert hint in finding.hint


def test_one_passage_names_a_missing_source_once() -> None:
    assert len(remarks("unknown-reference", **{SUMMARY: "It costs [@s7] and more [@s7]."})) == 1


@pytest.mark.parametrize(
    ("code", "written", "shown"),
    [
        ("malformed-reference", f"[#{'X' * 37}]", f"has [#{'X' * 37}], which"),
        ("malformed-reference", f"[#{'X' * 38}]", f"has [#{'X' * 35}..., which"),
        ("unsafe-link", f"[a](ftp://{'x' * 34})", f'"ftp://{"x" * 34}"'),
        ("unsafe-link", f"[a](ftp://{'x' * 35})", f'"ftp://{"x" * 31}..."'),
    ],
)
def test_long_addresses_and_references_are_shown_shortened(
    code: str, written: str, shown: str
) -> None:
    (finding,) = remarks(code, **{SUMMARY: f"It costs {written}"})
    assert shown in finding.message


def test_the_nearest_id_is_looked_for_a_hundred_times() -> None:
    """Each look takes time that grows with the ids."""
    details = [f"It costs [#cost{number}]." for number in range(102)]
    hints = [one.hint for one in remarks("unknown-reference", **{DETAIL: details})]
    assert [hint.startswith("did you mean cost?") for hint in hints] == [True] * 100 + [False] * 2


def test_errors_stand_first_then_what_stands_first_in_the_file_and_findings_know_where() -> None:
    data = copy.deepcopy(SOUND)
    data["rationales"][0]["forms"] |= {"headline": "However, it costs.", "summary": "A [@s9]."}
    data["thesis"]["forms"]["headline"] = "However, it is late"
    own: Path = ("rationales", 0, "forms")
    lines = {("thesis", "forms", "headline"): 6, (*own, "headline"): 7, (*own, "summary"): 8}
    sound = to_model(data, Argument, SourceMap())
    sound._places = SourceMap("a.yaml", lines)
    assert [(each.code, each.severity, each.file, each.line) for each in check(sound)] == [
        ("unknown-reference", "error", "a.yaml", 8),
        ("context-dependent-opening", "warning", "a.yaml", 6),
        ("headline-stop", "warning", "a.yaml", 7),
        ("context-dependent-opening", "warning", "a.yaml", 7),
    ]
