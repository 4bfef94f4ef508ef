"""An argument in Markdown takes every way that one in YAML takes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from samples.word import packed, parts

import briefgen
from briefgen.cli import main

BUSES = """---
title: Night buses carry the shift workers
article: {title: Night buses, authors: [Ada Example], date: 2024-03-01}
facts: facts.csv
---
Each night, [#riders] riders reach their work, Ada Example argues.

# Risks

## Money is secured for one year only
The council votes the money each October.
"""


@pytest.fixture
def buses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("facts.csv").write_text('id,figure,of\nriders,"about 1,200 riders",riders\n', "utf-8")
    Path("buses.md").write_text(BUSES, "utf-8")
    return Path("buses.md")


def test_a_whole_set_and_a_brief_a_row(buses: Path) -> None:
    assert main(["build", str(buses), "--all", "-d", "out", "--format", "pdf", "-q"]) == 0
    assert len([*Path("out").glob("*.pdf")]) == 20
    Path("rows.csv").write_text("town,#riders\nA,900\nB,1100\n", "utf-8")
    rows = ["--each", "rows.csv", "-d", "rows", "--name", "{town}", "--format", "docx", "-q"]
    assert main(["build", str(buses), *rows]) == 0
    assert sorted(path.name for path in Path("rows").glob("*.docx")) == ["A.docx", "B.docx"]


def test_strangers_files(buses: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(buses), "--untrusted", "-o", "u.pdf"]) == 0
    assert main(["build", str(buses), "-o", "t.pdf"]) == 0
    assert Path("u.pdf").read_bytes() == Path("t.pdf").read_bytes()
    outside = BUSES.replace("facts.csv", "../facts.csv")
    buses.write_text(outside, "utf-8")
    capsys.readouterr()
    assert main(["build", str(buses), "--untrusted", "-o", "v.pdf"]) == 1
    assert "leads out of the folder" in capsys.readouterr().err


def test_an_edit_in_word_finds_its_line(buses: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(buses), "-o", "b.docx", "-q"]) == 0
    held = parts(Path("b.docx").read_bytes())
    body = held["word/document.xml"]
    assert b"each October" in body
    held["word/document.xml"] = body.replace(b"each October", b"each May")
    Path("b.docx").write_bytes(packed(held))
    capsys.readouterr()
    main(["recover", "b.docx", "--argument", str(buses), "--changed"])
    said = capsys.readouterr().out
    assert "buses.md:10" in said
    assert "each May" in said


def test_standard_input(buses: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with buses.open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert main(["build", "-", "--input-format", "markdown", "-o", "s.pdf", "-q"]) == 0
    assert main(["build", str(buses), "-o", "t.pdf", "-q"]) == 0
    assert Path("s.pdf").read_bytes() == Path("t.pdf").read_bytes()


def test_marks_of_an_edition_and_pins(buses: Path) -> None:
    options = ["--status", "draft", "--pin", "money-is-secured-for-one-year-only=summary"]
    assert main(["build", str(buses), *options, "-o", "m.pdf", "-q"]) == 0
    assert briefgen.load(buses).facts[0].id == "riders"
