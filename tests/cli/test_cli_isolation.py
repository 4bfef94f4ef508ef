"""`briefgen build --untrusted`: the same file, told in the same words, or plain wrong usage."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from samples.shell import briefgen
from samples.stand_in import ROOT

from briefgen.cli import main

MALI = ROOT / "data" / "china-mali.yaml"


def test_it_builds_the_same_file_and_says_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(MALI, tmp_path)
    monkeypatch.chdir(tmp_path)
    given = ["build", "china-mali.yaml", "-o", "a.pdf", "--status", "draft", "-v"]
    said, made = [], []
    for more in ([], ["--untrusted"], ["--untrusted", "--root", "."]):
        assert main([*given, *more]) == 0
        said.append(capsys.readouterr())
        made.append(Path("a.pdf").read_bytes())
    assert said[0] == said[1] == said[2]
    assert made[0] == made[1] == made[2]
    assert "left out" in said[0].out


def test_to_standard_output(tmp_path: Path) -> None:
    done = briefgen("build", MALI, "--untrusted", "--format", "docx", "-o", "-", cwd=tmp_path)
    assert (done.returncode, done.stdout[:2]) == (0, b"PK")
    assert done.stderr.startswith(b"standard output: 1 page")


def test_what_is_wrong_is_reported_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, target = tmp_path / "upload", tmp_path / "a.pdf"
    root.mkdir()
    (root / "a.yaml").write_text("id: [1", encoding="utf-8")
    assert main(["build", str(root / "a.yaml"), "--untrusted", "-o", str(target)]) == 1
    assert f"{root / 'a.yaml'}:1: " in capsys.readouterr().err
    given = ["build", str(MALI), "--untrusted", "--root", str(root), "-o", str(target)]
    assert main(given) == 1
    assert f"lies outside the root {root}" in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--root", ".", "-o", "a.pdf"], "--root goes with --untrusted"),
        (["--untrusted", "-d", "out"], "one brief at a time"),
        (["--untrusted", "--all", "-d", "out"], "one brief at a time"),
        (["--untrusted", "--explain"], "does not go with --untrusted"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    options: list[str],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build", str(MALI), *options]) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
