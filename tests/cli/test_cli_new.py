"""`briefgen new --template`: a look to change, from the built-in ones."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples.stand_in import MALI

from briefgen.cli import main
from briefgen.load.design import read_design
from briefgen.load.shelf import names, shelf_folder


@pytest.mark.parametrize("name", names("looks"))
def test_every_look_can_be_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = tmp_path / "My Look"
    assert main(["new", str(folder), "--template", name]) == 0
    assert f"--template {folder}/ -o brief.pdf" in capsys.readouterr().out
    word = (shelf_folder("looks") / name / "template.docx").read_bytes()
    assert (folder / "template.docx").read_bytes() == word
    design = read_design(folder)
    assert design.page.name == "my-look"
    assert design.page.masters == read_design(name).page.masters
    assert "# " in (folder / "page.yaml").read_text(encoding="utf-8")


def test_a_copied_look_makes_the_same_page_until_it_is_changed(tmp_path: Path) -> None:
    folder, made = tmp_path / "house", tmp_path / "made.pdf"
    assert main(["new", "-q", f"{folder}/", "--template", "press"]) == 0

    def built(template: str) -> bytes:
        assert main(["build", "-q", str(MALI), "--template", template, "-o", str(made)]) == 0
        return made.read_bytes()

    assert built(f"{folder}/") == built("press")
    page = folder / "page.yaml"
    page.write_text(page.read_text(encoding="utf-8").replace("gap_pt: 26", "gap_pt: 60"))
    assert built(f"{folder}/") != built("press")
    assert len(PdfReader(io.BytesIO(made.read_bytes())).pages) == 1


def test_no_file_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "page.yaml").write_text("mine", encoding="utf-8")
    assert main(["new", str(folder), "--template", "press"]) == 1
    assert f"{folder / 'page.yaml'}: is there already" in capsys.readouterr().err
    assert [file.name for file in folder.iterdir()] == ["page.yaml"]
    assert (folder / "page.yaml").read_text(encoding="utf-8") == "mine"


def test_a_file_in_place_of_the_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "house").write_bytes(b"")
    assert main(["new", str(tmp_path / "house"), "--template", "press"]) == 1
    assert "is a file, not a folder" in capsys.readouterr().err


def test_an_unknown_look_is_told_with_those_that_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "house"), "--template", "pres"]) == 1
    said = capsys.readouterr().err
    assert "did you mean press? there are: parliament, press, standard" in said
    assert not (tmp_path / "house").exists()
