"""Each reader gets what they need and nothing else: whole briefs of both built-in arguments.

The tables below say what a brief for each audience must hold and must not, whatever its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from samples.stand_in import ROOT

import briefgen
from briefgen import Argument, Brief
from briefgen.check.passage import sentences, words_of
from briefgen.types.argument import Part
from briefgen.types.block import Block, Contents, Heading, KeyFigures, Paragraph, Table, Timeline
from briefgen.types.brief import BriefSection
from briefgen.types.point import Point
from briefgen.types.prose import Run, runs, text_of

LENGTHS = ("one-page", "two-page", "four-page", "full")
AUDIENCES = ("decision-maker", "parliamentarian", "analyst", "journalist", "public")
ARGUMENTS = ("china-mali", "accessible-documents")
SETS = [(name, length) for name in ARGUMENTS for length in LENGTHS]
ALL = [(name, length, audience) for name, length in SETS for audience in AUDIENCES]

NEVER = {
    "decision-maker": {"claims", "uncertain", "contact"},
    "parliamentarian": {"claims", "contact"},
    "analyst": {"quotations", "contact"},
    "journalist": {"claims", "uncertain"},
    "public": {"claims", "uncertain", "sources", "contact"},
}
"""Sections that an audience gets at no length."""

ALWAYS = {
    "decision-maker": {"significance", "rationales", "risks", "outlook", "key-figures"},
    "parliamentarian": {"significance", "uncertain", "risks", "outlook"},
    "analyst": {"significance", "rationales", "risks", "outlook"},
    "journalist": {"significance", "rationales", "risks", "key-figures"},
    "public": {"significance", "rationales", "risks", "outlook", "key-figures"},
}
"""Sections that an audience gets at every length, of an argument that has them."""


@cache
def argument(name: str) -> Argument:
    return briefgen.load(ROOT / "data" / f"{name}.yaml")


@cache
def brief(name: str, length: str, audience: str) -> Brief:
    return briefgen.build(argument(name), length=length, audience=audience)


def sections(of: Brief) -> dict[str, BriefSection]:
    return {section.key: section for section in of._made.fitted.content.sections}


def texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield text_of(block.prose)
        case Table():
            yield from (text_of(cell.prose) for row in block.rows for cell in row)
        case Timeline():
            yield from (text_of(moment.prose) for moment in block.moments)
        case KeyFigures():
            yield from (text_of(figure.label) for figure in block.figures)
        case Contents():
            yield from (entry.title for entry in block.entries)
        case _:
            raise AssertionError(block)


def printed_points(of: Brief) -> dict[str, str]:
    """The text of each point of the argument that is printed, headings aside."""
    found: dict[str, str] = {}
    for section in of._made.fitted.content.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.origin.point and block.origin.form:
                key = block.origin.point
                found[key] = found.get(key, "") + text_of(block.prose)
    return found


@pytest.mark.parametrize(("name", "length", "audience"), ALL)
def test_no_section_is_empty_and_no_heading_stands_alone(
    name: str, length: str, audience: str
) -> None:
    for section in brief(name, length, audience)._made.fitted.content.sections:
        assert section.blocks
        assert all(any(text.strip() for text in texts(block)) for block in section.blocks)


@pytest.mark.parametrize(("name", "length", "audience"), ALL)
def test_an_audience_gets_its_sections_and_no_other_s(
    name: str, length: str, audience: str
) -> None:
    keys = sections(brief(name, length, audience)).keys()
    # On one page what is uncertain, or a strip of figures, may give way to a point in sentences.
    spared = {"uncertain", "key-figures"} if length == "one-page" else set()
    assert ALWAYS[audience] - keys <= spared
    assert NEVER[audience] & keys == set()


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize(
    ("length", "pages", "floor"), [("one-page", 1, 92), ("two-page", 2, 92), ("four-page", 4, 75)]
)
def test_the_pages_promised_are_there_and_filled(
    audience: str, length: str, pages: int, floor: int
) -> None:
    built = brief("china-mali", length, audience)
    assert built.pages == pages
    # Rules of content keep one sheet a line short of what is wanted, which it says.
    short = (audience, length) == ("parliamentarian", "two-page")
    assert built.fill_percent >= floor - short
    assert [finding.code for finding in built.findings] == ["page-underfull"] * short


@pytest.mark.parametrize(("name", "length"), SETS)
def test_the_first_lines_say_what_it_is_and_why_it_matters_now(name: str, length: str) -> None:
    main = [
        section
        for section in brief(name, length, "decision-maker")._made.fitted.content.sections
        if section.frame in ("head", "main")
        and section.key not in ("contents", "key-figures", "in-brief")
    ]
    assert [section.key for section in main[:3]] == ["title", "bottom-line", "significance"]
    reported = printed_points(brief(name, length, "decision-maker"))
    assert argument(name).thesis.id in reported
    assert argument(name).significance[0].id in reported


@pytest.mark.parametrize(("name", "length"), SETS)
def test_a_decision_maker_gets_the_ask_before_the_reasons(name: str, length: str) -> None:
    keys = list(sections(brief(name, length, "decision-maker")))
    if argument(name).recommendations:
        assert keys.index("recommendations") < keys.index("rationales")


@pytest.mark.parametrize(("name", "length", "audience"), ALL)
def test_recommendations_are_there_only_where_the_argument_has_them(
    name: str, length: str, audience: str
) -> None:
    keys = sections(brief(name, length, audience)).keys()
    held = argument(name)
    assert ("recommendations" in keys) == bool(held.recommendations)
    assert ("implications" in keys) == bool(held.implications)
    assert ("questions" in keys) <= bool(held.questions)


def named(source: str, text: str) -> bool:
    """Whether a text names a source, be it a paragraph among others: paras. 6–8, 13."""
    number = re.fullmatch(r"paragraph (\d+)", source)
    if number is None:
        return source in text
    lists = re.findall(r"para(?:graph)?s?\.?\s((?:\d+(?:–|, | and )?)+)", text)
    ends = [one for each in lists for one in re.findall(r"(\d+)(?:–(\d+))?", each)]
    return any(int(first) <= int(number[1]) <= int(last or first) for first, last in ends)


ENDS = ("foot", "about")
"""Sections that say where the bottom line is said."""


@pytest.mark.parametrize(("name", "length"), SETS)
def test_an_analyst_gets_the_source_of_each_claim(name: str, length: str) -> None:
    """By its number where the length lists the sources, else in brackets, or at the foot.

    What is but a place in the article is in brackets everywhere.
    """
    numbered = length in ("four-page", "full")
    words = {one.id: one.short or one.publisher or one.locator for one in argument(name).sources}
    rests_on = {
        point.id: [key[1:] for key in point.evidence if key[0] == "@"]
        for part in Part
        for point in argument(name).points(part)
    }
    reported = printed_points(brief(name, length, "analyst"))
    if not numbered or name == "china-mali":
        ends = [one for key, one in sections(brief(name, length, "analyst")).items() if key in ENDS]
        lines = " ".join(
            text for one in ends for block in one.blocks for text in texts(block)
        ).split(". ")
        reported["thesis"] = next(one for one in lines if "of the opening" in one)
    unsourced = [
        key
        for key, text in reported.items()
        if rests_on[key]
        and not (numbered and re.search(r"\[\d+\]", text))
        and not any(named(str(words[source]), text) for source in rests_on[key])
    ]
    assert len(reported) >= 5
    assert unsourced == []


@pytest.mark.parametrize("length", ["two-page", "four-page"])
def test_an_analyst_gets_a_table_of_claims(length: str) -> None:
    (table,) = sections(brief("china-mali", length, "analyst"))["claims"].blocks
    assert isinstance(table, Table)
    header = [text_of(cell.prose) for cell in table.header_rows[0]]
    assert header[:2] == ["Claim", "What it rests on"]
    assert "Who says so: the author" in text_of(table.caption)
    assert all(text_of(cell.prose) not in ("", "–") for row in table.rows for cell in row)


@pytest.mark.parametrize(("name", "length"), SETS)
def test_the_public_gets_no_sentence_over_25_words(name: str, length: str) -> None:
    built = brief(name, length, "public")
    long = [
        sentence
        for section in built._made.fitted.content.sections
        if section.frame != "foot" and section.key not in ("title", "about")
        for block in section.blocks
        for text in texts(block)
        for sentence in sentences(text, "en-GB")
        if len(words_of(sentence)) > 25
    ]
    assert long == []


@pytest.mark.parametrize(("name", "length"), SETS)
def test_the_public_gets_no_unexplained_acronym(name: str, length: str) -> None:
    reported = brief(name, length, "public").text
    rest = reported
    for term in sorted(argument(name).glossary, key=lambda term: -len(term.short)):
        word = re.compile(rf"(?<!\w){re.escape(term.short)}(?!\w)")
        if word.search(rest) and not term.plain:
            explained = (
                f"{term.long} ({term.short})" in reported
                or f"{term.short}: {term.long}" in reported
            )
            assert explained, term.short
        rest = word.sub("", rest)
    unknown = set(re.findall(r"(?<!\w)[A-Z][A-Z0-9]+(?!\w)", rest)) - NAMES
    assert unknown == set()


NAMES = {"II", "VI", "VII", "ORG", "MIT", "GOV"}
"""Numbers, and names of publishers and licences, which stand as they are written."""


@pytest.mark.parametrize(("name", "length"), SETS)
def test_the_public_and_nobody_else_is_spared_the_sources(name: str, length: str) -> None:
    numbers = {
        audience: any(run.note for run in _runs(brief(name, length, audience)))
        for audience in AUDIENCES
    }
    lists = length in ("four-page", "full")
    assert numbers == {
        "decision-maker": lists,
        "parliamentarian": lists,
        "analyst": lists,
        "journalist": False,
        "public": False,
    }


def _runs(of: Brief) -> Iterator[Run]:
    for section in of._made.fitted.content.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from runs(block.prose)


@pytest.mark.parametrize("length", LENGTHS)
def test_a_journalist_gets_no_fragment_of_a_sentence_as_a_quotation(length: str) -> None:
    """All quotations of the article about Mali are fragments, which text prints and no list."""
    assert "quotations" not in sections(brief("china-mali", length, "journalist"))
    assert "“tenuous, at best”" in brief("china-mali", "full", "journalist").text


@pytest.mark.parametrize("length", LENGTHS)
def test_a_journalist_gets_the_issuer_s_contact_if_one_is_given(length: str) -> None:
    held = argument("china-mali")
    issuer = held.issuer.model_copy(update={"contact": "Press desk, press@example.org"})
    given = held.model_copy(update={"issuer": issuer})
    (contact,) = sections(briefgen.build(given, length=length, audience="journalist"))[
        "contact"
    ].blocks
    assert [*texts(contact)] == ["Press desk, press@example.org"]
    assert "contact" not in sections(brief("china-mali", length, "journalist"))


@pytest.mark.parametrize("length", [one for one in LENGTHS if one != "one-page"])
def test_a_parliamentarian_gets_what_is_uncertain_in_words(length: str) -> None:
    reported = [
        text
        for block in sections(brief("china-mali", length, "parliamentarian"))["uncertain"].blocks
        for text in texts(block)
    ]
    assert "No decision on a larger Chinese role is reported." in reported
    assert "Neither size nor day of arrival of the seventh detachment is given." in reported


def test_a_parliamentarian_gets_questions_if_there_are_any() -> None:
    held = argument("china-mali")
    question = Point.model_validate(
        {
            "id": "ask-cost",
            "priority": 1,
            "attribution": "editor",
            "forms": {"headline": "What does the deployment cost, and who pays?"},
        }
    )
    asked = held.model_copy(update={"questions": (question,)})
    for length in LENGTHS:
        built = briefgen.build(asked, length=length, audience="parliamentarian")
        section = sections(built)["questions"]
        assert section.heading
        assert text_of(section.heading.prose) == "Questions still open in May 2019"
        assert "What does the deployment cost, and who pays?" in built.text
        unasked = briefgen.build(
            held.model_copy(update={"questions": ()}), length=length, audience="parliamentarian"
        )
        assert "questions" not in sections(unasked)


@pytest.mark.parametrize("name", ARGUMENTS)
def test_figures_are_the_same_figures_in_every_wording(name: str) -> None:
    """A fact is printed with one amount, whoever reads."""
    reported: dict[str, set[str]] = {}
    for audience in AUDIENCES:
        for run in _runs(brief(name, "full", audience)):
            if run.fact:
                reported.setdefault(run.fact, set()).add(run.text.lower())
    assert reported
    assert {fact: texts for fact, texts in reported.items() if len(texts) > 1} == {}


def test_no_two_audiences_get_the_same_brief() -> None:
    for name, length in SETS:
        assert len({brief(name, length, audience).text for audience in AUDIENCES}) == len(AUDIENCES)
