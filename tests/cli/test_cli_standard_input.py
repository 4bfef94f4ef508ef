"""`briefgen build -` and `check -` read the argument from standard input."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.cli import main

MALI = Path(__file__).parents[2] / "data" / "china-mali.yaml"

Given = Callable[[bytes], None]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    """Return what gives standard input some bytes."""
    return lambda data: monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_the_brief_is_the_one_of_the_file(given: Given, tmp_path: Path) -> None:
    given(MALI.read_bytes())
    assert main(["build", "-", "--root", str(MALI.parent), "-o", str(tmp_path / "a.pdf")]) == 0
    assert main(["build", str(MALI), "-o", str(tmp_path / "b.pdf")]) == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_pictures_are_sought_in_the_root_and_nowhere_above_it(
    given: Given, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = "{id: p, file: ../above.png, alternative_text: A well, credit: A}"
    given(MALI.read_bytes() + f"images: [{picture}]\n".encode())
    asked = ["build", "-", "--root", str(tmp_path), "--length", "full", "-o", str(tmp_path / "a")]
    assert main([*asked, "--format", "pdf"]) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path}/-:")


def test_a_finding_says_its_line_and_calls_the_file_a_dash(
    given: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    given(b'{\n"id": "a",\n}')
    assert main(["check", "-", "--input-format", "json", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert ("-", 2, "json-syntax") in [(one["file"], one["line"], one["code"]) for one in found]


def test_markdown_is_read_where_it_is_said_to_be(
    given: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    given(b"---\ntitle: A\n---\nText.\n\n# Riks\n")
    assert main(["check", "-", "--input-format", "markdown", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert ("-", 6, "unknown-part") in [(one["file"], one["line"], one["code"]) for one in found]


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "file-empty"), (b"\xff\xfea", "file-encoding")], ids=["empty", "utf16"]
)
def test_what_is_no_text_is_refused(
    given: Given, capsys: pytest.CaptureFixture[str], data: bytes, code: str
) -> None:
    given(data)
    assert main(["check", "-", "--format", "json"]) == 1
    assert [each["code"] for each in json.loads(capsys.readouterr().out)] == [code]


@pytest.mark.parametrize(
    "command",
    [
        ["check", "-", "-"],
        ["check", "a.yaml", "--input-format", "json"],
        ["check", "a.yaml", "--root", "."],
        ["build", "a.yaml", "--input-format", "json", "-o", "a.pdf"],
        ["build", "a.yaml", "--root", ".", "-o", "a.pdf"],
        ["build", "-", "--untrusted", "-o", "a.pdf"],
    ],
)
def test_what_cannot_be_meant_is_a_wrong_command(command: list[str]) -> None:
    assert main(command) == 2
