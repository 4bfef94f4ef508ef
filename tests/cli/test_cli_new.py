"""`briefgen new`: a theme, a length or an audience to change, from the built-in ones."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples.stand_in import MALI

import briefgen
from briefgen.cli import main
from briefgen.load.resources import names, resources_folder
from briefgen.load.theme import read_theme


@pytest.mark.parametrize("name", names("themes"))
def test_every_look_can_be_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = tmp_path / "My Look"
    assert main(["new", str(folder), "--template", name]) == 0
    assert f"--template {folder}/ -o brief.pdf" in capsys.readouterr().out
    word = (resources_folder("themes") / name / "template.docx").read_bytes()
    assert (folder / "template.docx").read_bytes() == word
    theme = read_theme(folder)
    assert theme.page.name == "my-look"
    assert theme.page.masters == read_theme(name).page.masters
    assert "# " in (folder / "page.yaml").read_text(encoding="utf-8")


def test_a_copied_look_makes_the_same_page_until_it_is_changed(tmp_path: Path) -> None:
    folder, made = tmp_path / "foreign", tmp_path / "made.pdf"
    assert main(["new", "-q", f"{folder}/", "--template", "press"]) == 0

    def built(template: str) -> bytes:
        assert main(["build", "-q", str(MALI), "--template", template, "-o", str(made)]) == 0
        return made.read_bytes()

    assert built(f"{folder}/") == built("press")
    page = folder / "page.yaml"
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r"gap_pt: \d+", "gap_pt: 60", text))
    assert built(f"{folder}/") != built("press")
    assert len(PdfReader(io.BytesIO(made.read_bytes())).pages) == 1


def test_no_file_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "foreign"
    folder.mkdir()
    (folder / "page.yaml").write_text("mine", encoding="utf-8")
    assert main(["new", str(folder), "--template", "press"]) == 1
    assert f"{folder / 'page.yaml'}: is there already" in capsys.readouterr().err
    assert [file.name for file in folder.iterdir()] == ["page.yaml"]
    assert (folder / "page.yaml").read_text(encoding="utf-8") == "mine"


def test_a_file_in_place_of_the_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "foreign").write_bytes(b"")
    assert main(["new", str(tmp_path / "foreign"), "--template", "press"]) == 1
    assert "is a file, not a folder" in capsys.readouterr().err


def test_an_unknown_look_is_reported_with_those_that_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "foreign"), "--template", "pres"]) == 1
    said = capsys.readouterr().err
    assert "did you mean press? there are: parliament, press, standard" in said
    assert not (tmp_path / "foreign").exists()


def test_a_copied_length_and_audience_make_the_same_page_until_they_are_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    length, reader, made = (tmp_path / name for name in ("short.yaml", "desk.yaml", "made.pdf"))
    assert main(["new", str(length), "--length", "one-page"]) == 0
    assert f"build ARGUMENT --length {length} -o brief.pdf" in capsys.readouterr().out
    assert main(["new", str(reader), "--audience", "analyst"]) == 0
    assert f"build ARGUMENT --audience {reader} -o brief.pdf" in capsys.readouterr().out
    assert {each.name for each in tmp_path.iterdir()} == {"short.yaml", "short.md.j2", "desk.yaml"}

    def built(length: object, audience: object) -> bytes:
        asked = ["--length", str(length), "--audience", str(audience)]
        assert main(["build", "-q", str(MALI), *asked, "-o", str(made)]) == 0
        return made.read_bytes()

    first = built("one-page", "analyst")
    assert built(length, reader) == first
    content = tmp_path / "short.md.j2"
    order = content.read_text(encoding="utf-8").replace('as="bullet"', 'as="text"')
    content.write_text(order, encoding="utf-8")
    second = built(length, reader)
    assert second != first
    reader.write_text(reader.read_text("utf-8").replace("risks: 7", "risks: 0"), encoding="utf-8")
    assert built(length, reader) != second


def test_messages_name_the_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    length = tmp_path / "three-page.yaml"
    assert main(["new", "-q", str(length), "--length", "one-page"]) == 0
    text = length.read_text("utf-8").replace(
        "# requires: [recommendations]", "requires: [questions]"
    )
    length.write_text(text, encoding="utf-8")
    made = tmp_path / "made.pdf"
    assert main(["build", str(MALI), "--length", str(length), "-o", str(made)]) == 1
    said = capsys.readouterr().err
    assert "three-page" in said
    assert "one-page" not in said


@pytest.mark.parametrize("taken", ["mine.yaml", "mine.md.j2"])
def test_neither_a_length_nor_its_content_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], taken: str
) -> None:
    (tmp_path / taken).write_text("mine", encoding="utf-8")
    assert main(["new", str(tmp_path / "mine.yaml"), "--length", "full"]) == 1
    assert f"{tmp_path / taken}: is there already" in capsys.readouterr().err
    assert [file.read_text("utf-8") for file in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("option", "name", "said"),
    [
        ("--length", "one-pag", "did you mean one-page? there are: four-page, full,"),
        ("--audience", "analist", "did you mean analyst? there are: analyst,"),
    ],
)
def test_an_unknown_length_or_audience_is_reported_with_those_that_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, name: str, said: str
) -> None:
    assert main(["new", str(tmp_path / "mine.yaml"), option, name]) == 1
    assert said in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]


def test_a_length_without_a_suffix_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "mine"), "--length", "full"]) == 1
    assert "name it .yaml or .yml" in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]


def test_one_copy_is_made_at_a_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.yaml"
    assert main(["new", str(path), "--length", "full", "--audience", "public"]) == 2
    assert "give one of --template, --length and --audience" in capsys.readouterr().err
    with pytest.raises(briefgen.LoadError) as caught:
        briefgen.new(path, length="full", audience="public")
    assert caught.value.codes == ("several-copies",)
    assert not path.exists()


def test_an_article_outside_the_folder_is_named_where_the_skeleton_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.md"
    article.write_text("# Buses\n\nBuses help people to work.\n", encoding="utf-8")
    (tmp_path / "briefs").mkdir()
    for file, ending in ((tmp_path / "a.md", ""), (tmp_path / "briefs" / "b.md", "--against ")):
        assert main(["new", str(file), "--from", str(article)]) == 0
        told = f" {ending}{article}" if ending else ""
        assert capsys.readouterr().out.endswith(f"briefgen check {file}{told}\n")


def test_python_makes_the_same_copies(tmp_path: Path) -> None:
    assert briefgen.new(tmp_path / "a.yaml", length="two-page") == tmp_path / "a.yaml"
    assert briefgen.new(tmp_path / "b.yaml", audience="public") == tmp_path / "b.yaml"
    brief = briefgen.build(
        briefgen.load(MALI), length=tmp_path / "a.yaml", audience=tmp_path / "b.yaml"
    )
    assert brief.pages == 2
