"""Many briefs in a real shell: exit codes, what is told, and options that belong together."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.shell import briefgen
from samples.stand_in import MALI

from briefgen.cli import main

BUILD = ("build", MALI, "-d", "out", "--name", "{constituency}", "--each")


def test_a_brief_for_each_row_is_reported_in_a_line(rows: Path, tmp_path: Path) -> None:
    done = briefgen(*BUILD, rows.name, "--format", "pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    reported = done.stdout.decode().splitlines()
    assert [line.split(":")[0] for line in reported] == [
        f"out/{name}.pdf" for name in ("Ynys-Môn", "Hull-North", "York", "York-2")
    ]
    again = briefgen(*BUILD, rows.name, "--format", "pdf", cwd=tmp_path)
    assert again.stdout.decode().splitlines() == [
        *(f"{line}, unchanged" for line in reported),
        "4 of 4 files unchanged (--rebuild builds all)",
    ]


def test_a_bad_row_is_reported_by_line_and_nothing_is_built(rows: Path, tmp_path: Path) -> None:
    rows.write_text(rows.read_text("utf-8").replace("2502", "2 502"), encoding="utf-8")
    done = briefgen("build", MALI, "--each", rows.name, "-d", "out", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.decode().startswith('rows.csv:3: row 3, column "#un-abroad": "2 502" is')
    assert not (tmp_path / "out").exists()


def test_one_row_that_fails_stops_no_other_and_is_named(rows: Path, tmp_path: Path) -> None:
    long = "It is told at length what the mission costs and for every year of it. " * 40
    rows.write_text(f"constituency,thesis.forms.summary\nHull,{long}\nYork,\n", encoding="utf-8")
    done = briefgen(*BUILD, rows.name, "--format", "pdf", "--pin", "thesis=summary", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("out/York.pdf: 1 page")
    said = done.stderr.decode()
    assert "  not built: Hull.pdf (line 2)\n1 of 2 files not built\n" in said
    assert "one-page, decision-maker" in said
    assert [path.name for path in (tmp_path / "out").glob("*.pdf")] == ["York.pdf"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["--each", "rows.csv", "-o", "x.pdf"], "--each makes many files; give a folder"),
        (["--rebuild", "-o", "x.pdf"], "--rebuild goes with a folder"),
        (["--name", "{a}", "-d", "out"], "--name goes with --each"),
        (["--same-selection", "-d", "out"], "--same-selection goes with --each"),
    ],
)
def test_options_that_say_nothing_alone_are_wrong_usage(
    given: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "none.yaml", *given]) == 2
    assert words in capsys.readouterr().err
