"""Every example runs from any folder and writes what it says."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples.shell import python
from samples.stand_in import ROOT

WRITES = {
    "01_one_page_pdf.py": {"mali.pdf"},
    "02_editable_word_brief.py": {"mali.docx", "mali-full.pdf"},
    "03_whole_set.py": {
        f"china-mali-{length}-{audience}.{kind}"
        for length in ("one-page", "two-page", "four-page", "full")
        for audience in ("decision-maker", "parliamentarian", "analyst", "journalist", "public")
        for kind in ("pdf", "docx")
    },
    "04_argument_in_python.py": {"night-buses.pdf"},
    "05_own_length_and_audience.py": {"submission.docx", "mali-letter.pdf"},
}


def test_every_example_is_tried() -> None:
    assert {path.name for path in (ROOT / "examples").glob("*.py")} == set(WRITES)


@pytest.mark.parametrize("name", sorted(WRITES))
def test_an_example_runs_from_any_folder(tmp_path: Path, name: str) -> None:
    done = python(ROOT / "examples" / name, "made here", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    folder = tmp_path / "made here"
    assert list(tmp_path.iterdir()) == [folder]
    assert {path.name for path in folder.iterdir()} >= WRITES[name]
    for path in folder.glob("*.pdf"):
        pages = len(PdfReader(path).pages)
        assert pages == 1 if "one-page" in path.name or path.name == "mali.pdf" else pages >= 1


@pytest.mark.parametrize("name", sorted(WRITES))
def test_an_example_says_how_it_is_run(name: str) -> None:
    said = ast.get_docstring(ast.parse((ROOT / "examples" / name).read_text(encoding="utf-8")))
    assert said
    assert f"python examples/{name} [FOLDER]" in said


def test_the_argument_in_python_is_a_clean_one(tmp_path: Path) -> None:
    said = python(ROOT / "examples" / "04_argument_in_python.py", cwd=tmp_path).stdout.decode()
    warnings = re.findall(r"warning: .*", said)
    assert [
        one for one in warnings if "neither an address" not in one and "are wanted" not in one
    ] == []
    assert (tmp_path / "out" / "night-buses.pdf").is_file()
