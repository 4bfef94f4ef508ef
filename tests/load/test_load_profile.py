"""Audiences, lengths and page templates: built in by name, a user's own by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen import cache
from briefgen.load import resources
from briefgen.load.page import read_page_template
from briefgen.load.profile import content_file, read_audience, read_length
from briefgen.load.resources import names, resources_file, resources_folder
from briefgen.load.theme import read_theme
from briefgen.types.argument import Part
from briefgen.types.finding import Bug, LoadError


def codes(error: pytest.ExceptionInfo[LoadError]) -> tuple[str, ...]:
    return error.value.codes


@pytest.mark.parametrize("name", names("audiences"))
def test_every_built_in_audience_is_read(name: str) -> None:
    audience = read_audience(name)
    assert audience.name == name
    assert audience.weights[Part.THESIS] == max(audience.weights.values())


@pytest.mark.parametrize("name", names("lengths"))
def test_every_built_in_length_is_read(name: str) -> None:
    length = read_length(name)
    assert length.name == name
    assert (length.pages is None) == (length.fill_floor_percent == 0)


def test_the_lengths_and_audience_of_the_readme_are_there() -> None:
    assert {"one-page", "full"} <= set(names("lengths"))
    assert "decision-maker" in names("audiences")
    assert read_length("one-page").pages == 1
    assert read_length("full").pages is None


def test_a_length_of_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("name: mine\ndescription: d\npages: 3\ncontent: c.md.j2\nmaster: m\n")
    assert read_length(str(path)).pages == 3
    assert read_length(path).pages == 3


@pytest.mark.parametrize(
    ("line", "code", "where"),
    [
        ("pages: 0", "out-of-range", ("pages",)),
        ("pages: many", "wrong-type", ("pages",)),
        ("pages: 1\npags: 2", "unknown-key", ("pags",)),
        ("requires: [recomendations]", "not-a-choice", ("requires", 0)),
        ("fill_floor_percent: 101", "out-of-range", ("fill_floor_percent",)),
    ],
)
def test_a_wrong_length_names_line_and_path(
    tmp_path: Path, line: str, code: str, where: tuple[str | int, ...]
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"name: mine\ndescription: d\ncontent: full.md.j2\nmaster: m\n{line}\n")
    with pytest.raises(LoadError) as caught:
        read_length(path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == (code, where)
    assert finding.line in (5, 6)


@pytest.mark.parametrize(
    ("weights", "code", "where"),
    [
        ("{thesis: 10}", "out-of-range", ("weights", "thesis")),
        ("{thesis: high}", "wrong-type", ("weights", "thesis")),
        ("{riskz: 3}", "not-a-choice", ("weights", "riskz")),
        ("[thesis]", "wrong-type", ("weights",)),
    ],
)
def test_a_wrong_audience_names_line_and_path(
    tmp_path: Path, weights: str, code: str, where: tuple[str | int, ...]
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"name: mine\ndescription: d\nweights: {weights}\n")
    with pytest.raises(LoadError) as caught:
        read_audience(path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path, finding.line) == (code, where, 3)


@pytest.mark.parametrize("name", ["one-pge", "ONE-PAGE", "nothing-like-it", "", ".."])
def test_an_unknown_name_lists_the_known_ones(name: str) -> None:
    with pytest.raises(LoadError) as caught:
        read_length(name)
    assert codes(caught) == ("unknown-name",)
    assert "full, " in caught.value.findings[0].hint
    if name in ("one-pge", "ONE-PAGE"):
        assert "did you mean one-page?" in caught.value.findings[0].hint


@pytest.mark.parametrize("name", ["../lengths/full", "/etc/passwd", "a/b"])
def test_no_name_leaves_the_resources(name: str) -> None:
    with pytest.raises(LoadError) as caught:
        resources_file("audiences", name)
    assert codes(caught) == ("unknown-name",)


def test_a_resources_file_is_found_with_and_without_suffix() -> None:
    assert resources_file("fonts", "Carlito-Regular") == resources_file(
        "fonts", "Carlito-Regular.ttf"
    )
    assert resources_file("lengths", "full").is_file()
    assert resources_folder("templates") == resources_folder("fonts").parent


def test_an_installed_wheel_has_its_own_resources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths = tmp_path / "briefgen" / "_resources" / "templates" / "lengths"
    lengths.mkdir(parents=True)
    (lengths / "short.yaml").write_text("name: short\n")
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "briefgen" / "load" / "shelf.py"))
    assert names("lengths") == ("short",)
    assert resources_folder("data") == tmp_path / "briefgen" / "_resources" / "data"


def test_a_broken_installation_is_no_fault_of_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "briefgen" / "load" / "shelf.py"))
    with pytest.raises(Bug):
        names("lengths")


def test_content_stands_beside_a_users_length_or_on_the_resources(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("name: mine\ndescription: d\ncontent: own.md.j2\nmaster: m\n")
    own = tmp_path / "own.md.j2"
    with pytest.raises(LoadError) as caught:
        content_file(path, read_length(path))
    assert codes(caught) == ("unknown-name",)
    own.write_text("text")
    assert content_file(path, read_length(path)) == own


def test_content_is_a_name_and_no_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("name: mine\ndescription: d\ncontent: ../own.md.j2\nmaster: m\n")
    with pytest.raises(LoadError) as caught:
        content_file(path, read_length(path))
    assert codes(caught) == ("content-path",)


def test_a_page_template_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"
    text = "name: plain\ndescription: d\nword: plain.docx\nmasters:\n  full: {margin_top_pt: 60}\n"
    path.write_text(text)
    page, places = read_page_template(path)
    assert places.line(("masters", "full")) == 5
    assert page.masters["full"].margin_top_pt == 60


def test_a_wrong_page_template_names_line_and_path(tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"
    text = "name: plain\ndescription: d\nword: plain.docx\nmasters:\n  full: {side: {width: 60}}\n"
    path.write_text(text)
    with pytest.raises(LoadError) as caught:
        read_page_template(path)
    missing, unknown = caught.value.findings
    assert (missing.code, missing.path[-1], missing.line) == ("missing", "gap_pt", 5)
    assert (unknown.code, unknown.path[-1], unknown.line) == ("unknown-key", "width", 5)
    assert "width_pt" in unknown.hint


def test_a_file_that_has_changed_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.yaml"
    text = "name: brief\ndescription: One page.\npages: 1\ncontent: full.md.j2\nmaster: one-page\n"
    path.write_text(text)
    assert read_length(path).pages == 1
    path.write_text(text.replace("pages: 1", "pages: 2"))
    assert read_length(path).pages == 2
    monkeypatch.setattr(cache, "SETTLED_NS", -(10**18))  # as if it had been written long ago
    assert read_length(path) is read_length(path)
    path.write_text(text)
    assert read_length(path).pages == 1


def test_structure_and_sense_of_a_length_are_told_together(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("name: mine\ndescription: d\npags: 1\ncontent: ../c\nmaster: m\n")
    with pytest.raises(LoadError) as caught:
        read_length(path)
    assert codes(caught) == ("unknown-key", "content-path")


def test_syntax_and_values_of_an_audience_are_told_together(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("name: mine\ndescription: d\nweights: {thesis: high}\nwording: [plain\n")
    with pytest.raises(LoadError) as caught:
        read_audience(path)
    assert "wrong-type" in codes(caught)
    assert len(codes(caught)) == 2


def test_a_page_template_and_the_word_template_it_names_are_told_together(tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"
    path.write_text(
        "name: p\ndescription: d\nword: gone.docx\nmasters:\n  a: {side: {gap_pt: 9}}\n"
    )
    with pytest.raises(LoadError) as caught:
        read_theme(tmp_path)
    assert codes(caught) == ("missing", "word-template-missing")
