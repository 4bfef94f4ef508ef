"""What is checked for an audience, and for the lengths that ask for forms."""

from __future__ import annotations

from typing import Any

import pytest
from samples.sound import argument

from briefgen import build
from briefgen import check as check_all
from briefgen.check.checking import RULES, check, check_for
from briefgen.check.errors import errors, glyph_findings
from briefgen.check.rule import Asked, Scope
from briefgen.check.wording import _syllables
from briefgen.compose import asked_forms
from briefgen.load.labels import read_labels
from briefgen.load.profile import read_content_template, read_length
from briefgen.load.resources import names
from briefgen.select import select
from briefgen.types.argument import Part
from briefgen.types.finding import Finding
from briefgen.types.point import Form
from briefgen.types.selection import Audience
from briefgen.types.source_map import path_text

HEADLINE, SUMMARY, DETAIL = Form.HEADLINE, Form.SUMMARY, Form.DETAIL
SUMMARY_OF = "rationales__0__forms__summary"
WORDING = "rationales__0__wording"
HARD = (
    "Institutional accountability necessitates comprehensive organisational transparency regarding"
    " multilateral peacekeeping expenditure, notwithstanding considerable administrative"
    " complexity [#cost]."
)
EASY = "The UN pays for the troops. It pays [#cost] a year, and it pays late. Each man gets less."


def reader(**changes: Any) -> Audience:
    weights = dict.fromkeys(Part, 5)
    return Audience(**{"name": "public", "description": "All.", "weights": weights, **changes})


def found(audience: Audience | None, asked: Any = None, **changes: Any) -> list[Finding]:
    held = argument(**changes)
    return list(check_for(held, check(held), Scope(audience, asked or {}, longest=True)))


def said(findings: list[Finding], code: str) -> list[tuple[str, str]]:
    return [(path_text(each.path), each.message) for each in findings if each.code == code]


def test_a_sentence_is_measured_by_the_audience_s_limit() -> None:
    long = {SUMMARY_OF: f"It {'costs ' * 20}[#cost]."}
    assert said(found(None, **long), "long-sentence") == []
    assert said(found(reader(sentence_words=22), **long), "long-sentence") == []
    assert said(found(reader(sentence_words=21), **long), "long-sentence") == [
        (
            "rationales[0].forms.summary",
            "has a sentence of 22 words; 21 are the most for public",
        )
    ]


@pytest.mark.parametrize("form", ["summary", "detail"])
def test_what_is_written_for_another_audience_is_not_measured(form: str) -> None:
    text = f"It {'costs ' * 20}[#cost]."
    worded = {WORDING: {"public": {form: [text] if form == "detail" else text}}}
    assert said(found(reader(sentence_words=21), **worded), "long-sentence")
    assert said(found(reader(name="expert", sentence_words=21), **worded), "long-sentence") == []


def test_an_audience_with_a_higher_limit_is_not_held_to_the_general_one() -> None:
    long = {SUMMARY_OF: f"It {'costs ' * 28}[#cost]."}
    assert said(found(None, **long), "long-sentence")
    assert said(found(reader(sentence_words=30), **long), "long-sentence") == []


@pytest.mark.parametrize(
    ("changes", "audience", "heard"),
    [
        ({WORDING: {"public": {"summary": EASY}}}, {}, False),
        ({WORDING: {"public": {"headline": "It costs"}}}, {}, True),
        ({WORDING: {"young": {"summary": EASY}}}, {}, True),
        ({WORDING: {"young": {"summary": EASY}}}, {"wording": ("young", "public")}, False),
        ({}, {"weights": {Part.THESIS: 9}}, False),
        ({}, {"weights": {Part.RATIONALES: 0}}, False),
    ],
)
def test_only_what_the_audience_can_meet_is_measured(
    changes: dict[str, Any], audience: dict[str, Any], heard: bool
) -> None:
    long = {SUMMARY_OF: f"It {'costs ' * 28}[#cost]."}
    findings = found(reader(**audience), **long, **changes)
    assert bool(said(findings, "long-sentence")) == heard


def test_a_reading_level_is_measured_over_all_the_text_and_reported_at_the_hardest_form() -> None:
    ((path, message),) = said(found(reader(reading_level=9), **{SUMMARY_OF: HARD}), "hard-reading")
    assert path == "rationales[0].forms.summary"
    assert "for public" in message
    assert "; 9 are the most;" in message


@pytest.mark.parametrize(
    ("audience", "summary", "language"),
    [
        (reader(reading_level=9), EASY, "en-GB"),
        (reader(reading_level=None), HARD, "en-GB"),
        (reader(reading_level=9), HARD, "de"),
        (None, HARD, "en-GB"),
    ],
)
def test_text_within_the_level_or_without_a_level_passes(
    audience: Audience | None, summary: str, language: str
) -> None:
    changes = {SUMMARY_OF: summary, "article__language": language}
    assert said(found(audience, **changes), "hard-reading") == []


@pytest.mark.parametrize(
    ("text", "language", "least", "most"),
    [
        ("The cat sat on the mat. The dog ran off. We all had tea and cake.", "en", 1, 2),
        (HARD, "en", 21, 21),
        ("Le chat dort. Le chien court dans le pré. On boit du thé.", "fr", 1, 3),
        (
            "L’institutionnalisation progressive des responsabilités gouvernementales nécessite"
            " une transparence administrative considérable, notamment financière.",
            "fr",
            18,
            21,
        ),
    ],
)
def test_levels_are_years_of_schooling_in_both_languages(
    text: str, language: str, least: int, most: int
) -> None:
    changes = {
        "rationales__0__forms": {"headline": "A", "summary": text},
        "article__language": language,
    }
    level = next((n for n in range(1, 21) if not _is_hard(n, changes)), 21)
    assert least <= level <= most


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("ago", 2), ("city", 2), ("aria", 2), ("peacekeeping", 3), ("2019", 1), ("peace-keeping", 3)],
)
def test_syllables_are_counted_to_the_edges_of_a_word(word: str, syllables: int) -> None:
    assert _syllables("en")(word) == syllables


def _is_hard(level: int, changes: dict[str, Any]) -> bool:
    return bool(said(found(reader(reading_level=level), **changes), "hard-reading"))


ASKED: Asked = {
    "one-page": {"costs": frozenset({SUMMARY, HEADLINE}), "thesis": frozenset({SUMMARY})},
    "two-page": {"costs": frozenset({SUMMARY, HEADLINE}), "thesis": frozenset({SUMMARY})},
    "full": {"costs": frozenset(Form), "thesis": frozenset({DETAIL, SUMMARY, HEADLINE})},
}
THESIS = "thesis__forms"


def test_a_form_that_lengths_ask_for_and_the_argument_lacks_is_reported_once() -> None:
    findings = found(None, ASKED, **{THESIS: {"headline": "The price is paid late"}})
    assert said(findings, "missing-form") == [
        ("thesis.forms", "has no summary, which one-page and two-page would print"),
        ("thesis.forms", "has no detail, which full would print"),
    ]
    hints = [each.hint for each in findings if each.code == "missing-form"]
    assert hints[0] == "write its summary; until then it is left out there"


def test_a_wording_for_an_audience_that_does_not_come_along_is_told_once() -> None:
    held = argument(rationales__0__wording={"minister": {"headline": "The price is paid late"}})
    scope = Scope(audiences=("analyst", "public"))
    (finding,) = (each for each in check(held, scope) if each.code == "wording-unread")
    assert finding.path == ("rationales", 0, "wording", "minister")
    assert "known: analyst, public" in finding.hint
    for known in (Scope(), Scope(audiences=("minister",))):
        assert "wording-unread" not in {each.code for each in check(held, known)}


def test_what_stands_in_is_known() -> None:
    short: dict[str, Any] = {
        THESIS: {"headline": "The price is paid late", "summary": "It is paid late."}
    }
    (finding,) = (each for each in found(None, ASKED, **short) if each.code == "missing-form")
    assert (finding.severity, finding.hint) == ("warning", "write its detail")


def test_unless_the_longest_is_wanted_a_form_is_missing_where_nothing_stands_in() -> None:
    held = argument(**{THESIS: {"headline": "The price is paid late"}})
    findings = check_for(held, check(held), Scope(None, ASKED))
    assert said(list(findings), "missing-form") == [
        ("thesis.forms", "has no summary, which one-page and two-page would print")
    ]


def test_a_form_that_a_length_cannot_do_without_is_an_error() -> None:
    held = argument(**{THESIS: {"headline": "It is late", "detail": ["The price is late."]}})
    findings = list(
        check_for(held, check(held), Scope(None, ASKED, required={"one-page": ["thesis"]}))
    )
    assert said(findings, "required-form") == [
        ("thesis.forms", "has no summary, which one-page must print")
    ]
    assert said(findings, "missing-form") == [
        ("thesis.forms", "has no summary, which two-page would print")
    ]


def test_built_in_lengths_cannot_do_without_the_summary_of_a_thesis() -> None:
    held = argument(**{THESIS: {"headline": "It is late", "detail": ["The price is late."]}})
    assert said(list(check_all(held)), "required-form") == [
        ("thesis.forms", "has no summary, which four-page and one-page and two-page must print")
    ]
    assert said(list(check_all(held, lengths=["full"])), "required-form") == []


@pytest.mark.parametrize("length", names("lengths"))
def test_built_in_lengths_take_a_summary_where_a_point_has_no_detail(length: str) -> None:
    """So that none of them is read to check an argument whose points have summaries."""
    whole = argument()
    content = read_content_template(length, read_length(length))
    anybody = Audience(name="anybody", description="Any.", weights=dict.fromkeys(Part, 1))
    asked = asked_forms(whole, select(whole, anybody), content, read_labels("en"))
    assert any(Form.HEADLINE in forms for forms in asked.values())
    assert all(Form.SUMMARY in forms for forms in asked.values() if Form.DETAIL in forms)


def test_whole_points_and_points_that_nobody_asks_for_miss_nothing() -> None:
    whole: dict[str, Any] = {
        THESIS: {"headline": "It is late", "summary": "It is.", "detail": ["It is late."]}
    }
    assert said(found(None, ASKED, **whole), "missing-form") == []
    assert said(found(None, {"full": {}}), "missing-form") == []


def test_every_scoped_rule_says_nothing_of_a_sound_argument() -> None:
    severities = {rule.code: rule.severity for rule in RULES if rule.scoped}
    assert severities == {
        "long-sentence": "warning",
        "hard-reading": "warning",
        "missing-form": "warning",
        "required-form": "error",
        "glyph-missing": "error",
        "placeholder": "error",
        "wording-unread": "warning",
    }
    held = argument()
    for rule in (each for each in RULES if each.scoped):
        assert list(rule.remarks(held, Scope())) == []


def _latin(code: int) -> bool:
    return code < 0x250


def test_characters_that_no_font_prints_are_named_all_at_once_for_each_text() -> None:
    held = argument(title="Homes 中 and 国", rationales__0__forms__summary="A ﷼ of [#cost].")
    found = check(held, Scope(prints=_latin))
    assert said([*found], "glyph-missing") == [
        (
            "title",
            'holds "中" (U+4E2D CJK unified ideograph-4e2d), "国" (U+56FD CJK unified '
            "ideograph-56fd), which no available font can print",
        ),
        (
            "rationales[0].forms.summary",
            'holds "﷼" (U+FDFC rial sign), which no available font can print',
        ),
    ]


def test_of_many_characters_without_a_font_ten_are_named() -> None:
    (finding,) = said(
        [*check(argument(title="一二三四五六七八九十百千"), Scope(prints=_latin))], "glyph-missing"
    )
    assert finding[1].count("U+") == 10
    assert " and 2 more, which" in finding[1]


def test_what_is_refused_in_any_font_is_reported_once() -> None:
    found = check(argument(title="A क and a \ue000"), Scope(prints=_latin))
    codes = [each.code for each in found if each.path == ("title",)]
    assert codes.count("glyph-missing") == 0
    assert {"unset-script", "unsupported-character"} <= set(codes)


def test_a_word_file_is_not_refused_for_what_no_font_prints() -> None:
    """`errors` is what stops a build in either format."""
    assert errors(argument(title="Homes 中")) == ()


def test_where_missing_characters_stand_is_reported_of_those_alone() -> None:
    held = argument(title="Homes 中 and 国")
    (finding,) = glyph_findings(held, frozenset({ord("国")}))
    assert finding.path == ("title",)
    assert "U+56FD" in finding.message
    assert "U+4E2D" not in finding.message


LEFT = Scope(examples=("Say what is planned next, and by whom", "a few words", "the whole thing"))


def left(**changes: object) -> list[str]:
    found = check(argument(**changes), LEFT)
    return [where for where, _ in said([*found], "placeholder")]


@pytest.mark.parametrize(
    "text",
    [
        "Say what is planned next, and by whom",
        "Say what is planned next, and by whom.",
        "Troops go. Say what is planned  next, and by whom! They stay.",
        "The whole is TODO: find a figure.",
        "Lorem ipsum dolor sit amet.",
        "It costs XXXX a year.",
        "[insert date] is the day.",
    ],
)
def test_words_that_nobody_has_written_are_named_where_they_are(text: str) -> None:
    assert left(title=text, notes__0__text=text) == ["title", "notes[0].text"]


def test_a_build_warns_of_words_that_nobody_has_written() -> None:
    said = {"title": "TODO: find a title", "thesis__forms__summary": "Troops cost money."}
    brief = build(argument(images=[], issuer={}, **said))
    found = [one for one in brief.findings if one.code == "placeholder"]
    assert [(path_text(one.path), one.severity) for one in found] == [("title", "warning")]


def test_few_words_of_the_skeleton_are_named_where_they_are_all_there_is() -> None:
    assert left(quotations__0__text="a few words") == ["quotations[0].text"]
    assert left(quotations__0__text="said in a few words") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Olympiad XXX and TK Maxx",
        "TBC Bank of Georgia",
        "TODO ES POSIBLE",
        "Say what is planned",
        "A todo list of the [insertion] kind",
    ],
)
def test_real_words_are_not_taken_for_what_is_left(text: str) -> None:
    assert left(title=text) == []


def test_a_language_that_no_brief_is_printed_in_is_told_with_all_else() -> None:
    held = argument(article__language="zz", rationales__0__forms__headline="One ends so.")
    reported = {(one.code, one.path, one.severity) for one in check_all(held)}
    assert ("headline-stop", ("rationales", 0, "forms", "headline"), "warning") in reported
    assert any(path == ("article", "language") and how == "error" for _, path, how in reported)
