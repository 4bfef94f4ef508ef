"""Outside knowledge: typed, with a source that can be found, and printed as the editor's."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.rivers import Compared

import briefgen
from briefgen.types.finding import BriefgenError

SOURCES = """\
sources:
  - {id: council, status: resolved, title: A resolution, address: "https://www.example.org/2100"}
  - {id: linked, status: unresolved, link_text: a link}
"""
NOTE = """\
notes:
  - {id: own, about: The board, text: It was founded under another name., outside: true,
     sources: [council]}
"""


@pytest.fixture
def rivers(tmp_path: Path) -> Compared:
    return Compared(tmp_path)


def _load(rivers: Compared, text: str) -> briefgen.Argument:
    return briefgen.load(rivers.argument("timeline:", f"{text}timeline:"))


def _codes(rivers: Compared, text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(BriefgenError) as caught:
        _load(rivers, text)
    return [(one.code, one.line) for one in caught.value.findings]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_it_is_printed_as_the_editor_s_with_its_source(rivers: Compared, kind: str) -> None:
    brief = briefgen.build(_load(rivers, SOURCES + NOTE), length="full", audience="analyst")
    text = brief.text_in(kind)
    said = "It was founded under another name."
    (line,) = [one for one in text.splitlines() if said in one]
    assert line.endswith("[1] The editor’s knowledge, not said in the article.")
    assert "A resolution" in text


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_an_error_of_the_article_is_said_of_it_and_never_printed_alone(
    rivers: Compared, kind: str
) -> None:
    said = "says: that it was founded in 1920, text: it was founded under another name."
    note = NOTE.replace("text: It was founded under another name.", said)
    brief = briefgen.build(_load(rivers, SOURCES + note), length="full", audience="analyst")
    (line,) = [one for one in brief.text_in(kind).splitlines() if "1920" in one]
    opening = "The board. The article says that it was founded in 1920; in fact, it was founded"
    assert line.removeprefix("- ").startswith(opening)


def test_without_a_source_it_is_refused(rivers: Compared) -> None:
    codes = _codes(rivers, SOURCES + NOTE.replace("[council]", "[]"))
    assert [code for code, _ in codes] == ["outside-unsourced"]


@pytest.mark.parametrize(
    ("name", "code"), [("linked", "outside-unresolved"), ("other", "unknown-reference")]
)
def test_a_source_that_cannot_be_found_is_none(rivers: Compared, name: str, code: str) -> None:
    codes = _codes(rivers, SOURCES + NOTE.replace("[council]", f"[{name}]"))
    assert code in [each for each, _ in codes]
    assert all(line for _, line in codes)


def test_what_the_editor_states_as_a_point_needs_a_source_too(rivers: Compared) -> None:
    point = """\
outlook:
  - {id: own-view, priority: 1, attribution: editor, forms: {headline: The board was renamed later}}
"""
    assert "outside-unresolved" in [code for code, _ in _codes(rivers, SOURCES + point)]
    sourced = point.replace("editor,", 'editor, evidence: ["@council"],')
    assert _load(rivers, SOURCES + sourced).outlook
    assert _load(rivers, SOURCES + point.replace("editor,", "editor, modality: inferred,")).outlook


def test_markdown_and_yaml_say_it_alike(rivers: Compared) -> None:
    argument = _load(rivers, SOURCES + NOTE)
    written = briefgen.save_argument(argument, rivers.folder / "rivers.md")
    assert ".outside by=council" in Path(written).read_text("utf-8")
    assert briefgen.load(written).notes == argument.notes


def test_the_sheet_gives_it_a_class_of_its_own(rivers: Compared) -> None:
    made = briefgen.signoff(
        _load(rivers, SOURCES + NOTE),
        rivers.folder / "sheet.html",
        against=rivers.folder / "article.md",
        lengths=["full"],
        audiences=["analyst"],
        formats=[],
    )
    kinds = {row.kind for row in made.rows if row.sentence.startswith("It was founded")}
    assert kinds == {"outside"}
