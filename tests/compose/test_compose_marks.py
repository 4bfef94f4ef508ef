"""Quotation marks, apostrophes, emphasis, citations and addresses in the printed words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from samples.small import SMALL

from briefgen.compose.citing import Citing
from briefgen.compose.marks import with_marks
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import Words
from briefgen.load.labels import read_labels
from briefgen.types.argument import Argument
from briefgen.types.prose import Emphasis, Link, Quoted, Strong, Subscript, Superscript, text_of
from briefgen.types.supplements import Term

NGO = Term(short="NGO", long="non-governmental organisation")
UN = Term(short="UN", long="United Nations")


def printed(reader: ProseReader, markdown: str) -> str:
    return text_of(reader.read(markdown, acronyms=False))


@pytest.mark.parametrize(
    "text",
    [
        "Offers are A*AA or A*A*A*.",
        "About 5*6 homes, 2*3*4 flats.",
        "Values: 3.1*, 2.0** and 1.2*** (* p<0.05, ** p<0.01).",
        "The *-marked homes and the other*-marked homes.",
        "E*TRADE, M*A*S*H and Sign*A*Rama.",
        "The names __all__, snake_case_name and _private.",
        "From ~5%/~7% to 2^3^4 and 5~6~7, ^ alone.",
        "a < b, x > 3, R&D, #1, [sic], [1], 1. a year, - 3 °C.",
        r"In C:\temp\new and \\server\share, either\or.",
        "US$405 million and $3 million.",
        "Άρθρο 5* και Статья 7*",
    ],
)
def test_what_is_no_markup_is_printed_as_written(reader: ProseReader, text: str) -> None:
    assert printed(reader, text).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    "text", ["(*Title*)", "*Title*, too", "the *de facto*-held", "_Title_.", "“*Title*”"]
)
def test_emphasis_stands_at_the_bounds_of_words(reader: ProseReader, text: str) -> None:
    prose = reader.read(text, acronyms=False)
    assert any(isinstance(node, Emphasis) for node in prose)
    assert text_of(prose) == text.replace("*", "").replace("_", "")


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("Rents rose in the '90s.", "Rents rose in the ’90s."),
        ("""He's 5'10" tall.""", """He’s 5'10" tall."""),
        ("The class of '99 and of '05.", "The class of ’99 and of ’05."),
        ("They fought 'em in '45.", "They fought ’em in ’45."),
        ("A 'warm' home in the '60s.", "A ‘warm’ home in the ’60s."),
        ("The '80s' rents and the '90s' rents.", "The ’80s’ rents and the ’90s’ rents."),
        ("Rock 'n' roll; 'tis O'Brien's.", "Rock ’n’ roll; ’tis O’Brien’s."),
        ("The top '50 per cent' won.", "The top ‘50 per cent’ won."),
        ("In '98 the ministers' homes.", "In ’98 the ministers’ homes."),
        ("Ministers' 'own' homes.", "Ministers’ ‘own’ homes."),
        ("Its \"'90s look\" and 'the '90s look'.", "Its “’90s look” and ‘the ’90s look’."),
        ("\"It's 'dry'\", she said.", "“It’s ‘dry’”, she said."),
        ("*Title*'s and \"Mali\"'s rents.", "Title’s and “Mali”’s rents."),
        ('"*dry* land" and "[dry](https://x.org)"', "“dry land” and “dry”"),
        ('*"dry* land"', "“dry land”"),
        ('"[#years] years"', "“Three years”"),
        ('so "[>close]" is', "so ““a stone’s throw”” is"),
        ('("[#years]")', "(“Three”)"),
        ('"dry"[@s1].', "“dry”."),
        ("a 6\" pipe, 5' long", "a 6\" pipe, 5' long"),
    ],
)
def test_marks_pair_and_apostrophes_stand_for_what_is_left_out(
    reader: ProseReader, markdown: str, wanted: str
) -> None:
    assert printed(reader, markdown) == wanted


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ('dit "sec"[@s1]', "dit «\u202fsec\u202f»"),
        ("\"le puits 'sec'\"", "«\u202fle puits “sec”\u202f»"),
        ('dit "l\'"État" est"', "dit «\u202fl’«\u202fÉtat\u202f» est\u202f»"),
        ("l'eau d'aujourd'hui, en '68", "l’eau d’aujourd’hui, en ’68"),
    ],
)
def test_french_marks(reader: ProseReader, markdown: str, wanted: str) -> None:
    french = replace(reader, words=Words("fr", read_labels("fr")), _kept={})
    assert printed(french, markdown) == wanted


def test_a_quotation_has_inner_marks_within(reader: ProseReader) -> None:
    held = reader.quotations["close"].model_copy(update={"text": 'a "stone\'s" throw'})
    reader = replace(reader, quotations={"close": held}, _kept={})
    assert reader.read("[>close]") == (Quoted("close", "“", "a ‘stone’s’ throw", "”"),)


@pytest.mark.parametrize(
    ("quoted", "markdown", "wanted"),
    [
        ("It is near.", "He says: [>close]. So it is.", "He says: “It is near.” So it is."),
        ("Is it near?", "He asks: [>close].", "He asks: “Is it near?”"),
        ("It is near.", "He says: [>close][@s1].", "He says: “It is near.”"),
        ("It is near.", "[>close], he says.", "“It is near.”, he says."),
        ("it is near", "He says: [>close].", "He says: “it is near”."),
        ("It is near.", "He says: [>close]...", "He says: “It is near.”..."),
    ],
)
def test_a_sentence_has_no_second_stop_behind_a_quotation_that_ends_with_one(
    reader: ProseReader, quoted: str, markdown: str, wanted: str
) -> None:
    held = reader.quotations["close"].model_copy(update={"text": quoted})
    reader = replace(reader, quotations={"close": held}, _kept={})
    assert printed(reader, markdown) == wanted


@settings(deadline=None)
@given(text=st.text(st.sampled_from("ab5 .,'\"()-*"), max_size=40))
def test_marks_change_nothing_but_themselves(reader: ProseReader, text: str) -> None:
    text = text.replace("*", "\\*")
    straight = printed(reader, text).translate({ord(c): '"' for c in "“”"})
    straight = straight.translate({ord(c): "'" for c in "‘’"})
    wanted = " ".join(text.replace("\\*", "*").split(" "))
    assert straight.split() == wanted.split()


@settings(deadline=None)
@given(text=st.text(st.sampled_from("ab5 .,'\"()-"), max_size=40))
def test_marks_pair_as_often_as_they_open(reader: ProseReader, text: str) -> None:
    reported = printed(reader, text)
    assert reported.count("“") == reported.count("”")
    assert reported.count("‘") <= reported.count("’")


CITING: dict[Citing, dict[str, str]] = {
    "none": {
        "fell [@s1].": "fell.",
        "fell [@s1], and": "fell, and",
        "fell [@s1] and": "fell and",
        "fell [@s1]*and*": "fell and",
        "(fell [@s1])": "(fell)",
        "fell ([@s1]; [@s1]).": "fell.",
        "*fell* [@s1] [@s1].": "fell.",
        "it\tfell \t[@s1].": "it fell.",
        "fell (see [@s1]).": "fell.",
        "fell (cf. [@s1], [@s1]) and": "fell and",
        "fell (foresee [@s1]).": "fell (foresee).",
        "**fell [@s1]**.": "fell.",
        "fell. [@s1] Next": "fell. Next",
        "[@s1] fell": "fell",
    },
    "numbers": {
        "fell [@s1].": "fell.",
        "fell [@s1] and": "fell and",
        "fell ([@s1]).": "fell.",
        "fell [@s1], [@s1].": "fell.",
        "fell. [@s1] Next": "fell. Next",
    },
    "brackets": {
        "fell [@s1].": "fell (article, paragraph\u00a02).",
        "fell ([@s1]).": "fell (article, paragraph\u00a02).",
        "fell (see also [@s1]).": "fell (article, paragraph\u00a02).",
        "[@s1] fell": "fell (article, paragraph\u00a02)",
        "fell [@s1], and rose [@s1].": "fell, and rose (article, paragraph\u00a02).",
        "fell [@s1]. It *rose*": "fell. It rose (article, paragraph\u00a02)",
    },
}


@pytest.mark.parametrize(
    ("citing", "markdown", "wanted"),
    [(citing, *case) for citing, cases in CITING.items() for case in cases.items()],
)
def test_no_space_is_left_where_a_citation_prints_a_mark_or_nothing(
    reader: ProseReader, argument: Argument, citing: Citing, markdown: str, wanted: str
) -> None:
    sources = {source.id: source for source in argument.sources}
    reader = replace(reader, citing=citing, sources=sources, _kept={})
    assert printed(reader, markdown) == wanted


def test_sub_and_superscript_follow_a_letter_or_digit(reader: ProseReader) -> None:
    prose = reader.read("H~2~O and 10^−3^ m^2^.", acronyms=False)
    assert text_of(prose) == "H2O and 10−3 m2."
    assert [node for node in prose if isinstance(node, (Subscript, Superscript))] == [
        Subscript("2"),
        Superscript("−3"),
        Superscript("2"),
    ]


@pytest.mark.parametrize(
    ("markdown", "address", "shown"),
    [
        ("see https://x.org/a_b_c.", "https://x.org/a_b_c", "https://x.org/a_b_c"),
        ("(https://x.org/M_(c))", "https://x.org/M_(c)", "https://x.org/M_(c)"),
        ("**https://x.org/a**", "https://x.org/a", "https://x.org/a"),
        ("<https://x.org/a?b==c>", "https://x.org/a?b==c", "https://x.org/a?b==c"),
        ("ask a.b@x.org, please", "mailto:a.b@x.org", "a.b@x.org"),
        ("<a@x.org>", "mailto:a@x.org", "a@x.org"),
        ("<mailto:a@x.org>", "mailto:a@x.org", "a@x.org"),
    ],
)
def test_addresses_are_links_without_the_stops_after_them(
    reader: ProseReader, markdown: str, address: str, shown: str
) -> None:
    nodes = [*reader.read(markdown)]
    for node in reader.read(markdown):
        if isinstance(node, Strong):
            nodes += node.children
    [link] = [node for node in nodes if isinstance(node, Link)]
    assert (link.address, text_of((link,))) == (address, shown)
    assert printed(reader, markdown) == re.sub("[<>*]", "", markdown).replace("mailto:", "")


@pytest.mark.parametrize("text", ["@handle", "a@b", "https:// is", "www.x.org", "10:30", "f@"])
def test_other_words_are_no_addresses(reader: ProseReader, text: str) -> None:
    prose = reader.read(text)
    assert text_of(prose) == text
    assert not any(isinstance(node, Link) for node in prose)


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("NGOs' work", "non-governmental organisations’ (NGOs’) work"),
        ("an NGO's work", "a non-governmental organisation’s (NGO’s) work"),
        ("the 'NGOs' here", "the ‘non-governmental organisations (NGOs)’ here"),
        ("the UN's plan", "the United Nations’ (UN’s) plan"),
        ("NGOs work", "non-governmental organisations (NGOs) work"),
        ("An NGO works", "A non-governmental organisation (NGO) works"),
        ("a UN plan", "a United Nations (UN) plan"),
        ("than NGOs", "than non-governmental organisations (NGOs)"),
    ],
)
def test_a_possessive_stands_on_the_long_form(
    reader: ProseReader, markdown: str, wanted: str
) -> None:
    reader = replace(reader, glossary=(NGO, UN), _kept={})
    assert text_of(reader.read(markdown)) == wanted


@pytest.mark.parametrize(
    ("short", "long", "markdown", "wanted"),
    [
        ("EA", "Environment Agency", "a EA plan", "an Environment Agency (EA) plan"),
        ("FO", "Foreign Office", "an FO plan", "a Foreign Office (FO) plan"),
        ("EU", "European Union", "an EU plan", "a European Union (EU) plan"),
        ("MU", "university of medicine", "an MU plan", "a university of medicine (MU) plan"),
        ("RU", "unintended result", "an RU", "an unintended result (RU)"),
        ("HR", "honours register", "a HR", "an honours register (HR)"),
    ],
)
def test_an_article_fits_what_is_printed_behind_it(
    reader: ProseReader, short: str, long: str, markdown: str, wanted: str
) -> None:
    reader = replace(reader, glossary=(Term(short=short, long=long),), _kept={})
    assert text_of(reader.read(markdown)) == wanted
    assert text_of(reader.read(markdown, acronyms=False)) == markdown


@pytest.mark.parametrize("text", ["UN-led talks", "a non-UN plan", "l’UN"])
def test_a_term_within_a_compound_is_printed_as_it_is_and_explained_in_lists(
    reader: ProseReader, text: str
) -> None:
    reader = replace(reader, glossary=(UN,), _kept={}, met_bare=set())
    assert text_of(reader.read(text)) == text
    assert reader.met_bare == {"UN"}


@pytest.mark.parametrize("short", ["CO₂", "CO~2~"])
@pytest.mark.parametrize("written", ["CO₂", "CO~2~"])
def test_a_term_with_a_lowered_figure_is_found_as_it_is_written(
    reader: ProseReader, short: str, written: str
) -> None:
    glossary = (Term(short=short, long="carbon dioxide"),)
    reader = replace(reader, glossary=glossary, _kept={}, met_bare=set())
    assert (
        text_of(reader.read(f"Less {written} and H~2~O.")) == "Less carbon dioxide (CO₂) and H2O."
    )
    assert text_of(reader.read(f"A {written}-free home.")) == "A CO₂-free home."


def test_names_and_titles_have_the_marks_of_the_language() -> None:
    changed = {
        **SMALL,
        "title": "The town's wells",
        "issuer": {"organisation": "St John's"},
        "glossary": [{"short": "PLA", "long": "People's Liberation Army"}],
        "sources": [
            {"id": "a", "status": "unresolved", "title": 'On "wells"', "authors": "O'Hara"}
        ],
    }
    marked = with_marks(Argument.model_validate(changed), ("“", "”", "‘", "’"))
    assert (marked.title, marked.issuer.organisation) == ("The town’s wells", "St John’s")
    assert marked.glossary[0].long == "People’s Liberation Army"
    assert (marked.sources[0].name, marked.sources[0].authors) == ("On “wells”", "O’Hara")
