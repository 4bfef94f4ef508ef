"""Where in a source something stands is printed with its citation, as the language has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.compose.prose import ProseReader
from briefgen.fit.rewriting import rewritten
from briefgen.languages.files import languages_with_files
from briefgen.languages.locators import in_short, printed, read_locator
from briefgen.types.block import Origin, Paragraph
from briefgen.types.prose import Citation, note_marks, text_of
from briefgen.types.reference import Cited, references
from briefgen.types.role import Role
from briefgen.types.supplements import Source


@pytest.mark.parametrize(
    ("places", "language", "short"),
    [
        (("standfirst, paragraphs 1 and 2",), "en", "standfirst, paras.~1–2"),
        (("paragraphs 4, 5 and 6", "paragraph 9"), "en", "paras.~4–6, 9"),
        (("paragraphs 3-5; page 7",), "en", "p.~7, paras.~3–5"),
        (("section 3.2",), "en", "section 3.2"),
        (("Absätze 2 und 3",), "de", "Abs.~2–3"),
        (("paragraphes 6 et 10",), "fr", "par.~6, 10"),
        (("whole article", "whole article"), "en", "whole article"),
    ],
)
def test_places_of_one_source_are_joined_in_a_narrow_cell(
    places: tuple[str, ...], language: str, short: str
) -> None:
    assert in_short(places, language) == short.replace("~", "\u00a0")


@given(st.sets(st.integers(1, 60), min_size=1))
def test_no_number_of_a_list_is_lost(numbers: set[int]) -> None:
    listed = in_short(tuple(f"paragraph {one}" for one in numbers), "en").partition("\u00a0")[2]
    ends = [[int(end) for end in one.split("–")] for one in listed.split(", ")]
    assert numbers == {one for pair in ends for one in range(pair[0], pair[-1] + 1)}


@pytest.mark.parametrize(
    ("written", "english", "french", "german", "spanish"),
    [
        ("p. 36", "p.~36", "p.~36", "S.~36", "p.~36"),
        ("36", "p.~36", "p.~36", "S.~36", "p.~36"),
        ("pp. 36-38", "pp.~36–38", "p.~36–38", "S.~36–38", "pp.~36–38"),
        ("page xii", "p.~xii", "p.~xii", "S.~xii", "p.~xii"),
        ("para. 12", "para.~12", "par.~12", "Abs.~12", "párr.~12"),
        ("§4", "§~4", "§~4", "§~4", "§~4"),
        ("§§ 4, 5", "§§~4, 5", "§§~4, 5", "§§~4, 5", "§§~4, 5"),
        ("chap. 3", "chap.~3", "chap.~3", "Kap.~3", "cap.~3"),
        ("Annex B", "annex~B", "annexe~B", "Anlage~B", "anexo~B"),
        ("at the end", "at the end", "at the end", "at the end", "at the end"),
        ("part of it", "part of it", "part of it", "part of it", "part of it"),
    ],
)
def test_terms_are_those_of_the_language(
    written: str, english: str, french: str, german: str, spanish: str
) -> None:
    languages = ("en-GB", "fr", "de-AT", "es")
    told = [printed(written, language).replace("\u00a0", "~") for language in languages]
    assert told == [english, french, german, spanish]


def test_each_language_reads_its_own_words_and_those_of_english() -> None:
    for language, page in (
        ("de", "Seite 7"),
        ("fr", "pages 7"),
        ("es", "págs. 7"),
        ("it", "pagg. 7"),
    ):
        assert read_locator(page, language) == ("page", "7")
        assert read_locator("p. 7", language) == ("page", "7")
    kinds = {read_locator("chap. 7", language).kind for language in languages_with_files()}
    assert kinds == {"chapter"}


@given(st.sampled_from(languages_with_files()), st.integers(1, 999))
def test_what_is_printed_is_read_as_the_same(language: str, number: int) -> None:
    for kind in ("page", "paragraph", "section", "chapter", "table", "note"):
        term = {"page": "p.", "section": "§", "note": "note"}.get(kind, kind)
        once = printed(f"{term} {number}", language)
        assert printed(once, language) == once
        assert read_locator(once, language) == (kind, str(number))


def test_a_citation_names_several_sources_each_with_its_place(reader: ProseReader) -> None:
    prose = reader.read("dry[@s1, p. 3-5; @s2].")
    assert prose[-1] == Citation((Cited("s1", "pp.\u00a03–5"), Cited("s2")))


def test_a_source_that_is_cited_twice_at_once_is_named_once(reader: ProseReader) -> None:
    prose = reader.read("dry[@s1, p. 3][@s1, p. 9].")
    assert prose[-1] == Citation((Cited("s1", "p.\u00a03; p.\u00a09"),))


def test_beside_a_number_the_place_stands_as_high_as_it(reader: ProseReader) -> None:
    prose = reader.read("dry[@s2; @s1, p. 3].")
    block = Paragraph(Role.BODY, prose, Origin("s"))
    numbers = {"s1": 1, "s2": 2}

    def marks(*, alone: bool) -> str:
        node = prose[-1]
        assert isinstance(node, Citation)
        told = rewritten(block, lambda _: note_marks(node.cited, numbers, alone=alone))
        assert isinstance(told, Paragraph)
        return text_of(told.prose)

    assert marks(alone=False) == "dry.[1](p.\u00a03)[2]"
    assert marks(alone=True) == "dry.[1], p.\u00a03[2]"


def test_in_brackets_it_follows_the_name(reader: ProseReader) -> None:
    report = Source(id="s1", status="unresolved", title="A report", locator="paragraph 2")
    inline = replace(reader, sources={"s1": report}, citing="brackets", _kept={})
    assert text_of(inline.read("dry[@s1, p. 3].")) == "dry (A report, p.\u00a03)."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[@Smith2019]", ["@Smith2019"]),
        ("[@DBLP:conf/nips/Ab17, p. 3]", ["@DBLP:conf/nips/Ab17, p. 3"]),
        ("[@müller_2019;@b,\n  pp. 1 ]", ["@müller_2019", "@b, pp. 1"]),
        ("[#a] and [>b]", ["#a", ">b"]),
        (r"\\[@a]", []),
        ("[@a b]", []),
        ("[@a; b]", []),
        ("[@a, p. 3; see @b]", []),
        ("[@]", []),
    ],
)
def test_what_a_text_refers_to(text: str, found: list[str]) -> None:
    assert [one.evidence for one in references(text)] == found


def test_references_are_found_in_linear_time() -> None:
    for piece in ("[@a;", "[@a, ", "[@a;@a", "[@" + "a:" * 50, "[@a, " + "x " * 55, "[#a", "[@a  "):
        assert not list(references(piece * 20_000))


def test_links_whose_addresses_are_not_known_are_named_by_their_places(reader: ProseReader) -> None:
    """Of them a reader can only look the place up; what has a reference has a number."""
    links = [
        Source(id=key, status="unresolved", link_text=f"words {key}", locator=place)
        for key, place in (("s1", "paragraph 2"), ("s2", "paragraph 2"), ("s3", "paragraph 4"))
    ]
    known = Source(
        id="s4", status="resolved", title="A book", reference="A book", locator="paragraph 2"
    )
    held = replace(reader, sources={one.id: one for one in (*links, known)}, _kept={})
    read = held.read("Dry[@s1; @s2; @s3; @s4].")
    assert [one for one in read if isinstance(one, Citation)] == [Citation((Cited("s4"),))]
    assert text_of(read) == "Dry (article, paragraphs\u00a02 and 4)."
    assert text_of(held.quietly.read("Dry[@s1].")) == "Dry."
