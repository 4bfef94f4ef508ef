"""A Word template looked at alone: what it gives a brief, what to fix, and a specimen of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from samples.foreign import FOREIGN, p
from samples.read_aloud import letters, pdf_text, word_text
from samples.word import W, style, tree

import briefgen
from briefgen.cli import main
from briefgen.load.resources import resources_folder
from briefgen.template_check import check_template, specimen
from briefgen.types.role import Role
from briefgen.types.table_kind import OPENING

ORGANISATION = FOREIGN["ministere"]
OF_THE_TEMPLATE = {Role.MASTHEAD, Role.MARKING, Role.HEADER, Role.FOOTER}
"""Roles of headers and footers, which hold what the template puts there."""


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    file = tmp_path / "foreign.docx"
    file.write_bytes(ORGANISATION.package())
    return file


def test_a_built_in_theme_has_all_and_nothing_is_to_be_said() -> None:
    report = check_template("standard")
    assert report.findings == ()
    assert [one.role for one in report.styles] == list(Role)
    assert not [one for one in report.styles if one.made_from or one.adjusted]
    assert {one.widths for one in report.fonts} == {"same"}
    assert {one.printed for one in report.fonts} == {"Carlito", "Caladea"}
    assert report.paper_mm == (210, 297)


def test_the_room_is_what_a_page_of_each_length_holds() -> None:
    room = {one.length: one for one in check_template("standard").room}
    assert room.keys() == {name for name, _ in briefgen.lengths()}
    assert {name for name, one in room.items() if one.side_column} == {"one-page"}
    for one in room.values():
        columns = 1 if one.side_column else 2
        assert 40 * columns < one.lines < 70 * columns
        assert 45 < one.characters < 110


def test_behind_a_cover_the_room_is_that_of_the_page_on_which_the_brief_begins(
    tmp_path: Path,
) -> None:
    file = tmp_path / "foreign.docx"
    cover = p("Cover") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    file.write_bytes(replace(ORGANISATION, body=cover + p("{{ main }}")).package())
    for one in check_template(file).room:
        assert one.page == 2
        assert one.lines > 30


def test_what_is_made_is_told_with_what_it_is_made_from(foreign: Path) -> None:
    report = check_template(foreign)
    made = {one.role: one.made_from for one in report.styles if one.made_from}
    assert made[Role.BYLINE] == Role.BODY
    assert Role.HEADING_1 not in made
    (derived,) = (one for one in report.findings if one.code == "word-style-derived")
    assert "Home, Styles" in derived.hint


def test_of_a_template_with_an_error_all_errors_are_told(tmp_path: Path) -> None:
    file = tmp_path / "foreign.docx"
    body = p("{{ main }}") + p("{{ main }}") + p("{{ titel }}")
    file.write_bytes(replace(ORGANISATION, body=body).package())
    report = check_template(file)
    assert {one.code for one in report.errors} == {"word-place-twice", "word-field-unfilled"}
    assert report.styles == ()


def test_the_specimen_prints_every_role_in_both_formats(foreign: Path) -> None:
    for template in ("standard", foreign):
        brief = specimen(template)
        assert not brief.omitted
        docx, pdf = brief.to_bytes("docx"), brief.to_bytes("pdf")
        assert {*letters(pdf_text(pdf))} == {*letters(word_text(docx))}
        used = {style(one) for one in tree(docx).iter(W + "p")}
        # What opens rows of tables is shown by no specimen: it has no tables of claims and dates.
        assert len(used) >= len({*Role} - OF_THE_TEMPLATE - {*OPENING.values()}) - 1, used


def test_its_argument_is_sound() -> None:
    argument = briefgen.load(resources_folder("templates") / "specimen" / "argument.yaml")
    errors = [one for one in briefgen.check(argument) if one.severity == "error"]
    assert errors == []


def test_people_read_it_at_eighty_columns(
    foreign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--template", str(foreign)]) == 0
    first, *lines = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{foreign}: can be used, ")
    assert [one for one in lines if len(one) > 80] == []
    for head in ("PAGE", "STYLES: ", "FONTS"):
        assert [one for one in lines if one.startswith(head)]
    assert any("made from Body Text" in one for one in lines)


def test_programs_read_it_as_json(foreign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--template", str(foreign), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["role"] for one in found["styles"]} == {role.value for role in Role}
    assert found["findings"][0].keys() >= {"code", "message", "hint"}


def test_an_error_is_one_for_the_shell_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "foreign.docx"
    file.write_bytes(replace(ORGANISATION, body=p("Dear reader")).package())
    assert main(["check", "--template", str(file)]) == 1
    said = capsys.readouterr().out
    assert "cannot be used yet, 1 error" in said
    assert main(["check", "--template", str(file), "--replace-body"]) == 0


def test_warnings_are_errors_where_that_is_asked(
    foreign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--template", str(foreign), "--strict", "--quiet"]) == 1
    assert "lacks styles" in capsys.readouterr().out


def test_specimens_are_written(
    foreign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, docx = tmp_path / "out.pdf", tmp_path / "out.docx"
    given = ["--specimen", str(pdf), "--specimen", str(docx)]
    assert main(["check", "--template", str(foreign), *given]) == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert docx.read_bytes().startswith(b"PK")
    assert capsys.readouterr().out.endswith(f"{docx}: specimen of each role\n")


@pytest.mark.parametrize(
    "given",
    [
        ["--template", "standard", "--audience", "public"],
        ["--template", "standard", "--length", "full"],
        ["data/china-mali.yaml", "--template", "standard", "--specimen", "x.pdf"],
    ],
)
def test_options_that_do_not_go_together_are_refused(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *given]) == 2
    assert "go" in capsys.readouterr().err
