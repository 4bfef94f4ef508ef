"""Light Markdown becomes a tree in which facts, quotations and acronyms are nodes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.compose.prose import ProseReader
from briefgen.compose.words import Words
from briefgen.markup import escaped
from briefgen.types.date import PartialDate
from briefgen.types.fact import Fact
from briefgen.types.prose import (
    Acronym,
    Citation,
    Emphasis,
    FactRef,
    Foreign,
    Link,
    Prose,
    Quoted,
    Strong,
    Text,
    text_of,
)
from briefgen.types.reference import Cited
from briefgen.types.supplements import Term

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("**dry** land", (Strong((Text("dry"),)), Text(" land"))),
        ("*dry* land", (Emphasis((Text("dry"),)), Text(" land"))),
        ("[dry](https://x.org/a)", (Link("https://x.org/a", (Text("dry"),)),)),
        ("[puits]{lang=fr}", (Foreign("fr", (Text("puits"),)),)),
        ("dry[@s1].", (Text("dry"), Text("."), Citation((Cited("s1"),)))),
        ("dry[@s1], too", (Text("dry"), Text(","), Citation((Cited("s1"),)), Text(" too"))),
        ("dry[@s1] too", (Text("dry"), Citation((Cited("s1"),)), Text(" too"))),
        ("[>close]", (Quoted("close", "“", "a stone’s throw", "”"),)),
        ("the WSP's", (Text("the "), Acronym("WSP", "Water Supply Programme", "’s"))),
        (
            "the Water Supply Programme (WSP)",
            (
                Text("the Water Supply Programme ("),
                Acronym("WSP", "Water Supply Programme", "", True),
                Text(")"),
            ),
        ),
        ("WSPX, pre-WSP", (Text("WSPX, pre-"), Acronym("WSP", "Water Supply Programme", "", True))),
        ("in [#years] years", (Text("in "), FactRef("years", "three"), Text(" years"))),
        ("[#years] years", (FactRef("years", "Three"), Text(" years"))),
        ("Dry. [#years]", (Text("Dry. "), FactRef("years", "Three"))),
        ("[#cost]", (FactRef("cost", f"Just over US$1.2{NBSP}million"),)),
        ("a\nb", (Text("a"), Text(" "), Text("b"))),
        ("a.   b", (Text("a. b"),)),
    ],
)
def test_markup_becomes_nodes(reader: ProseReader, markdown: str, wanted: Prose) -> None:
    assert reader.read(markdown) == wanted


def test_where_the_language_has_it_so_a_mark_stands_before_the_stop(reader: ProseReader) -> None:
    labels = replace(reader.words.labels, marks_follow_stops=False)
    french = replace(reader, words=Words("fr", labels), _kept={})
    assert french.read("sec[@s1].") == (Text("sec"), Citation((Cited("s1"),)), Text("."))


@pytest.mark.parametrize(
    "text",
    [
        "<b>see</b> <fund> & AT&T",
        "![x](/etc/passwd)",
        "`code` ~~no~~",
        "[go](javascript:alert(1))",
        "[go](file:///etc/passwd)",
        "# no heading",
    ],
)
def test_everything_else_is_text_and_stays_whole(reader: ProseReader, text: str) -> None:
    assert text_of(reader.read(text)) == text


def test_straight_quotation_marks_become_the_languages_own(reader: ProseReader) -> None:
    assert text_of(reader.read('"It\'s dry", she said')) == "“It’s dry”, she said"


@pytest.mark.parametrize(
    ("sentence", "expanded"),
    [
        (
            "WBD dug, and WBD paid",
            ["The Water Board of Dale (WBD)", "the Water Board of Dale (WBD)"],
        ),
        ("former WBD staff paid WBD staff", ["Water Board of Dale (WBD)"] * 2),
        ("a town that the WBD left", ["Water Board of Dale (WBD)"]),
        ("WBD", ["Water Board of Dale (WBD)"]),
        ("[#years] WBD posts", ["Water Board of Dale (WBD)"]),
    ],
)
def test_a_name_has_the_article_that_its_acronym_does_without(
    reader: ProseReader, sentence: str, expanded: list[str]
) -> None:
    terms = (Term(short="WBD", long="Water Board of Dale"),)
    read = replace(reader, glossary=terms, _kept={}).read(sentence)
    assert [each.expanded for each in read if isinstance(each, Acronym)] == expanded


@pytest.mark.parametrize(
    ("sentence", "expanded"),
    [
        ("paid to WBD", "the Water Board of Dale (WBD)"),
        ("paid to the WBD", "Water Board of Dale (WBD)"),
    ],
)
def test_an_article_of_the_glossary_is_printed_once(
    reader: ProseReader, sentence: str, expanded: str
) -> None:
    terms = (Term(short="WBD", long="the Water Board of Dale"),)
    read = replace(reader, glossary=terms, _kept={}).read(sentence)
    assert [each.expanded for each in read if isinstance(each, Acronym)] == [expanded]


def test_brackets_behind_what_an_acronym_stands_for_are_not_expanded(reader: ProseReader) -> None:
    terms = (Term(short="PTC", long="premium tax credit"),)
    read = replace(reader, glossary=terms, _kept={}).read("higher tax credits (PTC) end")
    assert text_of(read) == "higher tax credits (PTC) end"
    assert [each.bare for each in read if isinstance(each, Acronym)] == [True]


def test_headlines_never_expand_an_acronym(reader: ProseReader) -> None:
    assert text_of(reader.read("WSP digs", acronyms=False)) == "WSP digs"


PRINTABLE = st.text(
    st.characters(
        min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cc", "Zs", "Zl", "Zp")
    ),
    min_size=1,
    max_size=60,
)


@given(text=PRINTABLE)
def test_escaped_text_is_printed_as_it_stands(reader: ProseReader, text: str) -> None:
    printed = text_of(reader.read(escaped(text), acronyms=False))
    straight = printed.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})
    assert straight == text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        ("2019-05-15", "15\u00a0May 2019"),
        ("2019-05", "May 2019"),
        ("2019", "2019"),
        ("mid-2019", "mid-2019"),
        ("early-2019", "early 2019"),
        ("2019-Q2", "Q2 2019"),
        ("2019/20", "2019/20"),
        ("2019/2020", "2019/20"),
        ("1999/00", "1999/00"),
        ("FY2019", "FY2019"),
    ],
)
def test_dates_are_written_as_exactly_as_they_are_known(
    words: Words, date: str, wanted: str
) -> None:
    assert words.date(PartialDate(date)) == wanted


@pytest.mark.parametrize(
    ("value", "unit", "scale", "wanted"),
    [
        (2513, "people", None, "2,513"),
        (204, "USD", "billion", f"US$204{NBSP}billion"),
        (34, "%", None, "34%"),
        (0.52, "points", None, "0.52"),
        (9, "people", None, "nine"),
        (10, "people", None, "10"),
        (3, "USD", "million", f"US$3{NBSP}million"),
        (-3, "degrees", None, "−3"),
    ],
)
def test_figures_are_written_with_unit_and_scale(
    words: Words, value: float, unit: str, scale: str | None, wanted: str
) -> None:
    fact = Fact.model_validate(
        {
            "id": "x",
            "value": value,
            "unit": unit,
            "scale": scale,
            "measure": "m",
            "scope": "s",
            "as_of": 2020,
            "locator": "p",
        }
    )
    assert words.in_prose(fact, sentence_start=False) == wanted


@pytest.mark.parametrize(
    ("places", "wanted"),
    [
        (["paragraph 7"], "paragraph\u00a07"),
        (["paragraph 13", "paragraph 7"], "paragraphs\u00a07 and 13"),
        (["paragraph 7", "table 2", "paragraph 3"], "table 2; paragraphs\u00a03 and 7"),
        (["paragraph 7", "page 3"], "paragraph\u00a07; page 3"),
        (["paragraph 7a", "paragraph 8"], "paragraph 7a; paragraph\u00a08"),
        (["paragraph 1", "paragraph 2", "paragraph 3"], "paragraphs\u00a01, 2 and 3"),
    ],
)
def test_paragraphs_are_named_at_once(words: Words, places: list[str], wanted: str) -> None:
    assert words.places(places) == wanted


def test_a_catalogue_without_paragraphs_names_each_place(words: Words) -> None:
    labels = replace(words.labels, paragraph=None, paragraphs=None)
    assert Words("en-GB", labels).places(["paragraph 7", "9"]) == "paragraph 7; 9"
