"""The README is short, and its picture shows what the code makes. What it runs: see below.

`test_documentation.py` runs its commands and its script, with those of all other pages.
"""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from samples.documentation import blocks
from samples.stand_in import ROOT

from briefgen.cli import main

README = ROOT / "README.md"
LINES = 150


def command(mark: str) -> str:
    (found,) = (block.text.strip() for block in blocks(README) if block.mark == mark)
    return found


def test_it_is_read_in_a_few_minutes() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= LINES


def test_there_are_two_marked_commands_and_some_recipes() -> None:
    assert [block.mark for block in blocks(README) if block.mark] == [
        "make",
        "file: buses.md",
        "test",
        "prints",
    ]
    recipes = [block for block in blocks(README) if block.language == "sh" and not block.mark]
    assert len(recipes) >= 5


def test_the_first_command_makes_the_one_page_brief_of_the_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another poppler may draw edges otherwise; another page differs by far more."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(ROOT / "data")
    install, build = command("make").split(" && ")
    assert install == "pip install ."
    assert main(shlex.split(build.removeprefix("briefgen "))) == 0
    subprocess.run(["pdftoppm", "-png", "-r", "110", "-singlefile", "mali.pdf", "mali"], check=True)
    made = Image.open(tmp_path / "mali.png").convert("L")
    shown = Image.open(ROOT / "examples" / "one-page.png").convert("L")
    assert made.size == shown.size
    assert ImageStat.Stat(ImageChops.difference(made, shown)).mean[0] < 1.5


def test_the_second_one_sets_up_a_fresh_machine_and_runs_every_test() -> None:
    assert command("test") == 'pip install -e ".[test]" && .ci/setup && pytest'


def test_the_first_argument_that_it_shows_is_markdown() -> None:
    shown = [block.language for block in blocks(README) if block.language in ("markdown", "yaml")]
    assert shown[:1] == ["markdown"]
