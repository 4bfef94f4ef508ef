"""However saving or reading ends, it ends in an error of the user's files, with its hint."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any, NoReturn

import pytest
from samples.stand_in import MALI

import briefgen
from briefgen.cli import main
from briefgen.held_folder import HeldFolder
from briefgen.save import save
from briefgen.types.finding import SaveError

LONG = "n" * 300


def said_by(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    assert main([*command]) == 1
    said = capsys.readouterr().err
    assert "fault of briefgen" not in said
    assert "hint: " in said
    return said


@pytest.mark.parametrize(
    "command",
    [
        ("build", f"{LONG}.yaml", "-o", "a.pdf"),
        ("build", str(MALI), "-o", f"{LONG}.pdf"),
        ("build", str(MALI), "-d", LONG),
        ("build", str(MALI), "--length", f"{LONG}.yaml", "-o", "a.pdf"),
        ("build", str(MALI), "--length", LONG, "-o", "a.pdf"),
        ("build", str(MALI), "--audience", f"{LONG}.yaml", "-o", "a.pdf"),
        ("build", str(MALI), "--template", LONG, "-o", "a.pdf"),
        ("build", str(MALI), "--template", f"{LONG}.docx", "-o", "a.pdf"),
        ("build", str(MALI), "--template", f"x/{LONG}", "-o", "a.pdf"),
        ("build", str(MALI), "--fonts", LONG, "-o", "a.pdf"),
        ("build", str(MALI), "--each", f"{LONG}.csv", "-d", "out"),
        ("build", str(MALI), "--untrusted", "-o", f"{LONG}.pdf"),
        ("build", f"{LONG}.yaml", "--untrusted", "-o", "a.pdf"),
        ("check", f"{LONG}.yaml"),
        ("recover", f"{LONG}.docx"),
        ("new", f"{LONG}.yaml"),
    ],
    ids=lambda command: " ".join(command).replace(LONG, "n…"),
)
def test_a_name_that_is_too_long_is_reported(
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said = main([*command]), capsys.readouterr()
    assert code == 1
    assert "fault of briefgen" not in said.err
    assert "hint: " in said.err + said.out


def test_isolation_needs_no_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile  # noqa: PLC0415

    def none() -> NoReturn:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "_get_default_tempdir", none)
    monkeypatch.setattr(tempfile, "tempdir", None)
    brief = briefgen.build_untrusted(MALI)
    assert brief.save(tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_a_target_that_another_program_holds_is_reported(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: Any) -> NoReturn:
        raise PermissionError(errno.EACCES, "used by another process")

    before = target.read_bytes()
    monkeypatch.setattr(HeldFolder, "replace", held)
    with pytest.raises(SaveError) as caught:
        save(target, b"new")
    (finding,) = caught.value.findings
    assert finding.code == "target-in-use"
    assert "close it" in finding.hint
    assert target.read_bytes() == before
    assert [*target.parent.iterdir()] == [target]


def test_a_folder_that_is_a_file_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").touch()
    assert "is a file, not a folder" in said_by(
        capsys, "build", str(MALI), "-d", str(tmp_path / "out")
    )
    said = said_by(capsys, "build", str(MALI), "-o", str(tmp_path / "out" / "a.pdf"))
    assert "a part of the path is a file" in said


def test_a_full_disk_is_reported_once_for_many_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: Any) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("briefgen.save._write", full)
    options = ["--length", "one-page", "--audience", "public", "--audience", "analyst"]
    said = said_by(capsys, "build", str(MALI), *options, "-d", str(tmp_path))
    assert said.count("the disk is full") == 1
