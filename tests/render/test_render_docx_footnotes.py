"""Native footnotes: numbered by Word, one for each source, styled, and kept by LibreOffice."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace
from samples.brief import WIDE, content, paragraph, section
from samples.read_aloud import word_text
from samples.word import R, W, audit, changed, packed, parts, style, template, text, tree

import briefgen
from briefgen.load.page_style import read_page_style
from briefgen.load.word.edits import recover
from briefgen.render.docx import render_docx
from briefgen.types.prose import Link, NoteMark, Text, plain

DATA = Path(__file__).parents[2] / "data"

NOTES = (
    plain("A report, 2018"),
    (Text("A book. "), Link("https://example.org/b", plain("https://example.org/b"))),
)


def written(data: bytes | None = None) -> bytes:
    word = template(data)
    prose = (Text("So"), NoteMark(1, "a"), NoteMark(2, "b", follows=","), Text("."))
    again = (Text("And so"), NoteMark(2, "b"))
    base = content(section("x", paragraph(prose), paragraph(again)))
    kept = tuple(
        held for held in base.sections if held.key in ("title", "x") and held.frame != "side"
    )
    brief = replace(base, sections=kept, footnotes=NOTES)
    return render_docx(brief, word, read_page_style(word), WIDE)


def xml(element: etree._Element) -> str:
    space = ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    reported = etree.tostring(element).decode()
    other = ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return reported.replace(space, "").replace(other, "")


def notes(data: bytes) -> list[etree._Element]:
    return [
        note
        for note in tree(data, "word/footnotes.xml").iter(W + "footnote")
        if note.get(W + "type") is None
    ]


def test_each_source_is_one_footnote_with_its_number_and_text() -> None:
    data = written()
    assert [note.get(W + "id") for note in notes(data)] == ["1", "2"]
    assert [text(note) for note in notes(data)] == [
        "\tA report, 2018",
        "\tA book. https://example.org/b",
    ]
    for note in notes(data):
        (own,) = note.iter(W + "footnoteRef")
        assert own.getparent() is next(note.iter(W + "r"))


def test_footnotes_have_word_s_own_styles() -> None:
    data = written()
    (first, _) = notes(data)
    assert style(next(first.iter(W + "p"))) == "FootnoteText"
    size = '<w:sz w:val="19"/><w:szCs w:val="19"/>'
    assert f'<w:rStyle w:val="FootnoteReference"/>{size}</w:rPr><w:footnoteRef/>' in xml(first)


def test_a_template_whose_footnotes_look_otherwise_has_them_look_as_sources() -> None:
    other = changed(
        "word/styles.xml",
        lambda styles: styles.replace(
            '<w:name w:val="footnote text"/><w:basedOn w:val="Source"/>',
            '<w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>',
        ),
    )
    assert style(next(notes(written(other))[0].iter(W + "p"))) == "Source"


def test_the_first_reference_is_word_s_and_every_other_one_repeats_its_number() -> None:
    body = tree(written())
    assert [one.get(W + "id") for one in body.iter(W + "footnoteReference")] == ["1", "2"]
    (again,) = (p for p in body.iter(W + "p") if text(p) == "And so2")
    (instruction,) = again.iter(W + "instrText")
    assert instruction.text == " NOTEREF _note_2 \\h "
    (mark,) = (m for m in body.iter(W + "bookmarkStart") if m.get(W + "name") == "_note_2")
    following = mark.getnext()
    assert following is not None
    assert next(following.iter(W + "footnoteReference")).get(W + "id") == "2"


def test_neighbouring_numbers_are_set_apart() -> None:
    (first,) = (p for p in tree(written()).iter(W + "p") if text(p) == "So,.")
    assert [text(run) for run in first.iter(W + "r")] == ["So", "", ",", "", "."]


def test_links_in_footnotes_are_relationships_of_their_part() -> None:
    data = written()
    (link,) = tree(data, "word/footnotes.xml").iter(W + "hyperlink")
    targets = {
        one.get("Id"): one.get("Target") for one in tree(data, "word/_rels/footnotes.xml.rels")
    }
    assert targets[link.get(R + "id")] == "https://example.org/b"


def test_the_settings_name_the_rules_above_footnotes_in_their_place() -> None:
    settings = [str(one.tag).removeprefix(W) for one in tree(written(), "word/settings.xml")]
    assert settings[settings.index("footnotePr") + 1] == "compat"


def test_what_a_template_has_of_its_own_stays() -> None:
    held = parts()
    held["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:type="separator" w:id="0"><w:p/>'
        '</w:footnote><w:footnote w:id="7"><w:p><w:r><w:t>Own</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    ).encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    held["[Content_Types].xml"] = held["[Content_Types].xml"].replace(
        b"</Types>",
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode(),
    )
    held["word/_rels/document.xml.rels"] = held["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdNotes" Type="{R[1:-1]}/footnotes" Target="footnotes.xml"/>'
        "</Relationships>".encode(),
    )
    data = written(packed(held))
    assert [note.get(W + "id") for note in notes(data)] == ["7", "8", "9"]
    assert len([name for name in parts(data) if name.endswith("footnotes.xml")]) == 1
    references = [one.get(W + "id") for one in tree(data).iter(W + "footnoteReference")]
    assert references == ["8", "9"]


def test_the_same_brief_is_the_same_bytes() -> None:
    assert written() == written()


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A full brief for an analyst, and the same as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("notes")
    argument = briefgen.load(DATA / "accessible-documents.yaml")
    brief = briefgen.build(argument, length="full", audience="analyst")
    file = folder / "full.docx"
    file.write_bytes(brief.to_bytes("docx"))
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    subprocess.run(
        [*command, "--convert-to", "docx", "--outdir", folder / "out", file],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return file, folder / "out" / "full.docx"


def test_a_full_brief_for_who_wants_footnotes_has_them_and_no_list(
    full: tuple[Path, Path],
) -> None:
    data = full[0].read_bytes()
    assert len(notes(data)) == 15
    assert "Sources" not in word_text(data)
    assert all(one.startswith("External relationship target: http") for one in audit(full[0]))


@pytest.mark.parametrize(
    ("length", "audience"),
    [("four-page", "analyst"), ("full", "decision-maker"), ("full", "journalist")],
)
def test_others_have_a_list_or_brackets(length: str, audience: str) -> None:
    argument = briefgen.load(DATA / "china-mali.yaml")
    brief = briefgen.build(argument, length=length, audience=audience)
    assert "word/footnotes.xml" not in parts(brief.to_bytes("docx"))


def test_libreoffice_keeps_footnotes_and_the_identity_of_points(full: tuple[Path, Path]) -> None:
    before, after = (file.read_bytes() for file in full)
    assert [text(note).strip() for note in notes(after)] == [
        text(note).strip() for note in notes(before)
    ]
    states = {one.state for one in recover(after).points}
    assert states == {"untouched"}


def test_pdf_and_word_of_one_brief_say_the_same_but_for_where_sources_stand() -> None:
    """Pages in the contents are those of each; the heading over the list goes with the list."""
    argument = briefgen.load(DATA / "china-mali.yaml")
    brief = briefgen.build(argument, length="full", audience="analyst")

    def lines(text_: str) -> list[str]:
        bare = (line.rsplit(" | ", 1)[0] if line.rsplit(" | ", 1)[-1].isdigit() else line
                for line in text_.splitlines())  # fmt: skip
        return sorted(line for line in bare if line not in ("## Sources", "Sources"))

    assert lines(brief.text_in("docx")) == lines(brief.text_in("pdf")) == lines(brief.text)
