"""What the command line teaches, lists and prints apart from briefs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import briefgen
from briefgen.cli import main

COMMANDS = ("build", "check", "recover", "new", "convert", "list", "schema", "completion")


def _said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code
    said = capsys.readouterr()
    assert not (said.err if code == 0 else said.out)
    return said.err if code else said.out


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    assert _said(capsys, "--version") == f"briefgen {briefgen.__version__}\n"


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_lists_every_command_and_says_where_to_start(
    capsys: pytest.CaptureFixture[str], flag: str
) -> None:
    said = _said(capsys, flag)
    assert "briefgen new my-argument.md" in said
    for command in COMMANDS:
        assert re.search(rf"^  {command} +[A-Z].+\.$", said, re.MULTILINE), command
    assert "..." not in said.replace("[ARGS]...", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_examples(capsys: pytest.CaptureFixture[str], command: str) -> None:
    said = _said(capsys, command, "--help")
    assert f"  briefgen {command}" in said.split("Example")[1]


def test_the_options_of_build_stand_under_headings(capsys: pytest.CaptureFixture[str]) -> None:
    said = _said(capsys, "build", "--help").split("Examples:")[0]
    headings = re.split(r"^(\S.+):$", said, flags=re.MULTILINE)
    held = {
        heading: re.findall(r"^  (?:-\w, )?(--[a-z-]+)", reported, re.MULTILINE)
        for heading, reported in zip(headings[1::2], headings[2::2], strict=True)
    }
    assert held == {
        "Length, reader and theme": [
            "--length",
            "--audience",
            "--template",
            "--fonts",
            "--brand",
            "--paper",
            "--large-print",
            "--replace-body",
        ],
        "Sign-off": ["--require-signoff", "--against"],
        "What is printed": ["--pin", "--exclude", "--explain"],
        "Output": ["--output", "--directory", "--format", "--force"],
        "Many briefs": ["--all", "--each", "--name", "--same-selection", "--rebuild"],
        "Edition": [
            "--status",
            "--embargo",
            "--number",
            "--date",
            "--brief-version",
            "--classification",
            "--updates",
        ],
        "Untrusted files": ["--untrusted", "--root"],
        "Other options": ["--input-format", "--verbose", "--quiet", "--debug", "--help"],
    }
    reported = re.findall(r"^  -.{29}  (\S)", said, re.MULTILINE)
    assert len(reported) == sum(map(len, held.values())) - 1, (
        "told in one column; --status is too wide"
    )


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    said = capsys.readouterr()
    assert "Start here:" in said.out + said.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["biuld"], 'there is no command "biuld"; did you mean "build"?'),
        (["x"], 'there is no command "x"; there are: build, check'),
        (["build"], "Missing argument 'ARGUMENT'"),
        (["check"], "Missing argument 'ARGUMENT...'"),
        (["build", "a.yaml", "--lenght", "full"], "--length"),
        (["build", "a.yaml"], "say where the brief goes"),
        (["build", "a.yaml", "-o", "a.pdf", "--format", "odt"], "'odt'"),
        (["list", "fonts"], "'fonts'"),
    ],
)
def test_wrong_usage_is_exit_code_2_with_a_way_out(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    said = _said(capsys, *arguments, code=2)
    assert message in said
    assert "Usage: briefgen" in said


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("lengths", "one-page"),
        ("lengths", "full"),
        ("audiences", "decision-maker"),
        ("templates", "standard"),
    ],
)
def test_names_are_listed_with_what_they_are_for(
    capsys: pytest.CaptureFixture[str], kind: str, name: str
) -> None:
    said = _said(capsys, "list", kind)
    assert re.search(rf"^{name} +\S.+ .+", said, re.MULTILINE)
    columns = {re.match(r"\S+ +", line)[0].__len__() for line in said.splitlines()}  # type: ignore[index]
    assert len(columns) == 1, "the descriptions stand in one column"


def test_the_schema_describes_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    said = _said(capsys, "schema")
    assert said.isascii()
    schema = json.loads(said)
    assert schema == briefgen.schema()
    assert schema["properties"]["thesis"]["description"]


def test_a_new_argument_is_a_skeleton_that_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.yaml"
    assert f"briefgen check {path}" in _said(capsys, "new", str(path))
    text = path.read_text(encoding="utf-8")
    assert "#" in text
    path.write_text("mine", encoding="utf-8")
    assert "is there already" in _said(capsys, "new", str(path), code=1)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_new_argument_in_markdown_is_read_at_a_glance(tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    assert main(["new", "-q", str(path)]) == 0
    assert sum(bool(line.strip()) for line in path.read_text(encoding="utf-8").splitlines()) <= 30


def test_a_new_argument_can_be_built_and_is_not_yet_ready(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.yaml"
    assert main(["new", "-q", str(path)]) == 0
    assert main(["build", "-q", str(path), "-o", str(tmp_path / "mine.pdf")]) == 0
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr()
    assert 'title: still says "Say the message' in said.out + said.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_is_printed(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    said = _said(capsys, "completion", shell)
    assert f"_BRIEFGEN_COMPLETE={shell}_complete" in said
    assert "briefgen" in said
