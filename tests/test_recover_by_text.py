"""A Word brief that has lost its bookmarks, as in Google Docs, is known by what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from samples.word import W, packed, parts, text

import briefgen
from briefgen.cli import main
from briefgen.load.word.beside import likeness, shingles
from briefgen.load.word.by_text import (
    WrittenParagraph,
    found_by_text,
    without_note_numbers,
)
from briefgen.ooxml.text import Story
from briefgen.types.identity import text_digest

ARGUMENT = Path(__file__).parent / "arguments" / "blocks.yaml"
OTHER = Path(__file__).resolve().parent.parent / "data" / "china-mali.yaml"
BODY = "word/document.xml"
_LOST = ("bookmarkStart", "bookmarkEnd", "instrText", "fldChar")


@pytest.fixture(scope="module")
def written() -> bytes:
    argument = briefgen.load(ARGUMENT)
    return briefgen.build(argument, length="four-page", audience="public").to_bytes("docx")


def left(
    data: bytes, change: Callable[[etree._Element], None] | None = None, *, whole: bool = True
) -> bytes:
    """Return what Google Docs leaves of a file: plain text for fields, no bookmark; no custom XML
    either, if it is not the `whole` one.
    """
    held = parts(data)
    body = etree.fromstring(held[BODY])
    if change:
        change(body)
    for one in [*body.iter(*(W + name for name in _LOST))]:
        one.getparent().remove(one)  # type: ignore[union-attr]
    for link in [*body.iter(W + "hyperlink")]:
        for child in list(link):
            link.addprevious(child)
        link.getparent().remove(link)  # type: ignore[union-attr]
    held[BODY] = etree.tostring(body)
    if not whole:
        held = {name: one for name, one in held.items() if not name.startswith("customXml")}
        for name, tag in (("word/_rels/document.xml.rels", b"Relationship"),
                          ("[Content_Types].xml", b"Override")):  # fmt: skip
            held[name] = re.sub(rb"<" + tag + rb" [^>]*customXml[^>]*/>", b"", held[name])
    return packed(held)


def found(body: etree._Element, words: str) -> etree._Element:
    return next(one for one in body.iter(W + "p") if words in text(one))


def edit(body: etree._Element) -> None:
    """Change a sentence of one point, delete another, and add a paragraph below it."""
    last = [*found(body, "Makers have promised to go without microbeads. Large").iter(W + "t")][-1]
    last.text = f"{last.text} Few keep to it."
    gone = {found(body, start) for start in ("Small makers may pay", "A ban could cost")}
    new = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>Brand new.</w:t></w:r></w:p>')
    found(body, "A ban stops what is added").addnext(new)
    for one in gone:
        one.getparent().remove(one)  # type: ignore[union-attr]


@pytest.mark.parametrize("whole", [True, False], ids=["custom XML left", "nothing left"])
def test_what_nobody_changed_is_untouched(written: bytes, whole: bool, tmp_path: Path) -> None:
    file = tmp_path / "left.docx"
    file.write_bytes(left(written, whole=whole))
    edits = briefgen.recover(file, briefgen.load(ARGUMENT))
    assert edits.by_text
    assert edits.like == "four-page, public"
    assert len(edits.points) >= 5
    assert {one.state for one in edits.points} == {"untouched"}
    assert edits.outside == briefgen.OutsideText((), 0)
    assert all(one.place for one in edits.points)


def test_edits_are_told_by_their_points(written: bytes, tmp_path: Path) -> None:
    file = tmp_path / "left.docx"
    file.write_bytes(left(written, edit, whole=False))
    edits = briefgen.recover(file, briefgen.load(ARGUMENT))
    by_point = {one.point: one for one in edits.points}
    assert next(one.text for one in by_point["promises"].edits).endswith(" Few keep to it.")
    assert [one.text for one in by_point["sea"].edits] == ["Brand new."]
    assert edits.in_state("gone") == ("price",)
    assert {*edits.in_state("edited")} == {"promises", "sea"}
    assert edits.outside == briefgen.OutsideText((), 0)


def test_without_the_argument_what_the_file_says_of_itself_is_enough(
    written: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "left.docx"
    file.write_bytes(left(written, edit))
    edits = briefgen.recover(file)
    assert (edits.by_text, edits.like) == (True, "")
    states = {one.point: one.state for one in edits.points}
    assert (states["promises"], states["price"], states["ban"]) == ("edited", "gone", "untouched")


def test_people_read_how_it_was_found(
    written: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "left.docx"
    file.write_bytes(left(written, whole=False))
    assert main(["recover", str(file), "--argument", str(ARGUMENT)]) == 0
    assert "found by its text, as its bookmarks are lost; it reads like four-page, public" in (
        capsys.readouterr().out
    )
    assert main(["recover", str(file)]) == 1
    assert "--argument FILE" in capsys.readouterr().err


def test_what_reads_like_no_brief_of_the_argument_is_refused(
    written: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "left.docx"
    file.write_bytes(left(written, whole=False))
    with pytest.raises(briefgen.LoadError) as caught:
        briefgen.recover(file, briefgen.load(OTHER))
    assert caught.value.codes == ("word-no-identity",)
    assert 'reads like none of "china-mali"' in str(caught.value)


@pytest.mark.parametrize(
    ("said", "without"),
    [
        ("greater strain.1 Canada", "greater strain. Canada"),
        ("in Gao2,3–5 and G5", "in Gao and G5"),
        ("said “so”.14", "said “so”."),
        ("16,400 in 2019, Covid-19, 3.14", "16,400 in 2019, Covid-19, 3.14"),
        ("in 201526 and 20194,5 (2015–16)", "in 2015 and 2019 (2015–16)"),
    ],
)
def test_numbers_of_notes_that_became_text_are_none(said: str, without: str) -> None:
    assert without_note_numbers(said) == without


@pytest.mark.parametrize("said", ["It fell to 1,3544 in 201526.", "It fell to 1,3544,5 in 2015.26"])
@pytest.mark.parametrize("known", [True, False], ids=["words known", "digest only"])
def test_the_number_of_a_note_may_have_run_into_a_number(said: str, known: bool) -> None:
    was = "It fell to 1,354 in 2015."
    one = WrittenParagraph("_bg_a", text_digest(was), was if known else "")
    story = Story([said], [said])
    assert found_by_text([one], story) == {"_bg_a": [0]}
    assert story.paragraphs == [was]


def test_an_edited_paragraph_shows_no_number_of_a_note() -> None:
    was = "It fell to 1,354 in 2015 at last."
    story = Story([said := "It fell to 1,3544 in 201526 at long last."], [said])
    found_by_text([WrittenParagraph("_bg_a", text_digest(was), was)], story)
    assert story.paragraphs == ["It fell to 1,354 in 2015 at long last."]


def test_likeness_is_of_words_in_a_row() -> None:
    one = shingles(["the cat sat on the mat today"])
    assert likeness(one, one) == 1
    assert likeness(one, shingles(["mat the on sat cat the today"])) == 0
    assert 0 < likeness(one, shingles(["yesterday the cat sat on the mat"])) < 1
    assert likeness(frozenset(), frozenset()) == 0
