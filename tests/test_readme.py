"""Everything in the README runs, and its picture shows what the code makes."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from briefgen.cli import main
from briefgen.load.argument import read_argument
from briefgen.load.yaml import parse_yaml
from briefgen.pipeline import audiences, lengths, rules
from briefgen.types.point import Point

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

BLOCK = re.compile(r"(?:<!-- (\w+) -->\n)?```(\w+)\n(.*?)```", re.DOTALL)
BLOCKS = BLOCK.findall(README)
COMMANDS = [
    line
    for mark, language, text in BLOCKS
    if language == "sh" and not mark
    for line in text.splitlines()
]


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the data of the repository, to run commands in."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_there_are_two_marked_commands_and_some_recipes() -> None:
    assert [mark for mark, _, _ in BLOCKS if mark] == ["make", "test"]
    assert len(COMMANDS) >= 8


def test_the_first_command_makes_the_one_page_brief(clone: Path) -> None:
    (make,) = (text.strip() for mark, _, text in BLOCKS if mark == "make")
    install, build = make.split(" && ")
    assert install == "pip install ."
    assert _run(build) == 0
    assert (clone / "mali.pdf").read_bytes().startswith(b"%PDF")


def test_every_command_runs(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        assert _run(command) == 0, command
    assert (clone / "mali.docx").exists()
    assert len(list((clone / "out").iterdir())) >= 4
    assert '"$defs"' in capsys.readouterr().out


def _run(command: str) -> int:
    name, *arguments = shlex.split(command.split(" > ", maxsplit=1)[0])
    assert name == "briefgen"
    return main(arguments)


def test_the_python_snippet_runs(clone: Path) -> None:
    (snippet,) = (text for _, language, text in BLOCKS if language == "python")
    done = subprocess.run(
        [sys.executable, "-c", snippet], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (clone / "mali.pdf").exists()
    assert "context-libya left out" in done.stdout


def test_the_point_in_the_readme_is_the_arguments_own() -> None:
    (text,) = (text for _, language, text in BLOCKS if language == "yaml")
    (data,), _ = parse_yaml(text, "README.md")
    shown = Point.model_validate(data)
    argument = read_argument(ROOT / "data" / "china-mali.yaml")
    (held,) = (point for point in argument.risks if point.id == shown.id)
    without_detail = held.forms.model_copy(update={"detail": ()})
    assert shown == held.model_copy(update={"forms": without_detail, "wording": {}})


def test_the_table_of_rules_is_that_of_the_code() -> None:
    shown = re.findall(r"^\| `([\w-]+)` \| (error|warning) \| (.*) \|$", README, re.MULTILINE)
    assert [*rules()] == shown


@pytest.mark.parametrize("name", [name for name, _ in (*lengths(), *audiences())])
def test_every_length_and_audience_is_in_the_readme(name: str) -> None:
    assert re.search(rf"^\| `{name}` \|", README, re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!http)[^)#]+)\)", README))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_picture_shows_what_the_code_makes(clone: Path) -> None:
    """Another poppler may draw edges otherwise; another page differs by far more."""
    assert _run("briefgen build data/china-mali.yaml --length one-page -o mali.pdf") == 0
    subprocess.run(
        ["pdftoppm", "-png", "-r", "110", "-singlefile", "mali.pdf", "mali"],
        check=True,
    )
    made = Image.open(clone / "mali.png").convert("L")
    shown = Image.open(ROOT / "examples" / "one-page.png").convert("L")
    assert made.size == shown.size
    assert ImageStat.Stat(ImageChops.difference(made, shown)).mean[0] < 1.5
