"""`briefgen build`: what is asked of the pipeline, what is written and what is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import pytest
from samples.stand_in import StandIn

from briefgen import pipeline
from briefgen.batch import building
from briefgen.batch.manifest import Result
from briefgen.cli import main
from briefgen.types.argument import Part
from briefgen.types.brief import Omission
from briefgen.types.finding import CheckError, Finding, FitError

LINE = "1 page, 1,455 words, main column 95 % full, 2 points shortened or left out\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


# One brief


def test_a_brief_is_written_and_reported_in_one_line(
    stand_in: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "mali.yaml", "-o", "mali.pdf"]) == 0
    assert Path("mali.pdf").read_bytes() == b"pdf file\n"
    said = capsys.readouterr()
    assert said.out == f"mali.pdf: {LINE}"
    assert said.err == "warning: Calibri is set in Carlito\n"
    assert stand_in.asked == {
        "argument": "mali.yaml",
        "length": "one-page",
        "audience": "decision-maker",
        "template": "standard",
        "fonts": None,
        "pin": {},
        "exclude": (),
        "replace_body": False,
        "require_signoff": False,
        "against": None,
        "brand": True,
        "paper": None,
        "large_print": False,
    }


def test_a_point_without_a_place_is_reported_apart_from_one_without_room(
    stand_in: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = Omission("ask", Part.QUESTIONS, 1, "Who pays for it", (), None)
    stand_in.omitted = (*stand_in.omitted, asked)
    assert main(["build", "mali.yaml", "-o", "mali.pdf", "-v"]) == 0
    said = capsys.readouterr().out
    assert f"{LINE.rstrip()}, 1 point without a place here\n" in said
    assert "  no place      questions, priority 1: Who pays for it\n" in said


def test_what_is_no_point_and_not_printed_is_counted_by_its_kind(
    stand_in: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    events = [
        Omission(key, None, 2, "Banks burst", (), None, "event") for key in ("flood", "frost")
    ]
    chart = Omission("fares", None, 5, "Fares", (), None, "chart")
    stand_in.omitted = (*stand_in.omitted, *events, chart)
    assert main(["build", "mali.yaml", "-o", "mali.pdf", "-v"]) == 0
    said = capsys.readouterr().out
    assert f"{LINE.rstrip()}; 1 chart, 2 events not printed\n" in said
    assert "  not printed   event, priority 2: Banks burst\n" in said


def test_the_options_reach_the_pipeline(stand_in: StandIn) -> None:
    options = ["--length", "full", "--audience", "analyst", "--template", "ours.docx"]
    assert main(["build", "mali.yaml", *options, "-o", "mali.docx"]) == 0
    assert Path("mali.docx").read_bytes() == b"docx file\n"
    reached = {name: stand_in.asked[name] for name in ("length", "audience", "template")}
    assert reached == {"length": "full", "audience": "analyst", "template": "ours.docx"}


def test_marks_of_the_edition_are_given_to_the_argument(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "mark", lambda argument, **marks: (argument, marks))
    options = ["--status", "draft", "--number", "2019/7", "--brief-version", "1.1"]
    assert main(["build", "mali.yaml", *options, "-o", "mali.pdf"]) == 0
    marks = {"status": "draft", "number": "2019/7", "version": "1.1"}
    assert stand_in.asked["argument"] == ("mali.yaml", marks)


def test_a_status_is_one_that_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "mali.yaml", "--status", "done", "-o", "mali.pdf"]) == 2
    assert "draft" in capsys.readouterr().err


def test_a_brief_without_omissions_says_nothing_of_them(
    stand_in: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in.omitted, stand_in.pages = (), 12
    assert main(["build", "mali.yaml", "-o", "mali.pdf"]) == 0
    said = capsys.readouterr().out
    assert said == "mali.pdf: 12 pages, 1,455 words, main column of the last page 95 % full\n"


@pytest.mark.usefixtures("stand_in")
def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "mali.yaml", "-o", "mali.pdf", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("stand_in")
def test_verbose_lists_what_was_given_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "mali.yaml", "-o", "mali.pdf", "-v"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  headline only risks, priority 2: Soldiers may die",
        "  left out      rationales, priority 4: Taiwan plays a part",
    ]


@pytest.mark.usefixtures("stand_in")
def test_standard_output_gets_the_bytes_and_nothing_else(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert main(["build", "mali.yaml", "--format", "docx", "-o", "-"]) == 0
    said = capfdbinary.readouterr()
    assert said.out == b"docx file\n"
    assert said.err.splitlines()[-1] == f"standard output: {LINE}".strip().encode()
    assert list(Path().iterdir()) == []


@pytest.mark.usefixtures("stand_in")
def test_a_terminal_gets_no_bytes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["build", "mali.yaml", "--format", "pdf", "-o", "-"]) == 2
    assert "send it to a pipe" in capsys.readouterr().err


@pytest.mark.usefixtures("stand_in")
def test_a_file_that_cannot_be_written_is_reported_with_a_hint(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["build", "mali.yaml", "-o", "none/mali.pdf"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("none/mali.pdf: its folder does not exist\n  hint: ")


def test_all_findings_of_an_error_are_reported_and_the_old_file_stands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def validate(_: object) -> NoReturn:
        first = Finding("id-unknown", 'cites "s7"', "add s7", ("risks", 2), file="a", line=41)
        raise CheckError([first, Finding("fit", "needs 318 pt", where="one-page")])

    monkeypatch.setattr(pipeline, "load", validate)
    Path("mali.pdf").write_bytes(b"old")
    assert main(["build", "mali.yaml", "-o", "mali.pdf"]) == 1
    assert capsys.readouterr() == (
        "",
        'a:41: risks[2]: cites "s7"\n  hint: add s7\none-page: needs 318 pt\n',
    )
    assert Path("mali.pdf").read_bytes() == b"old"


# Several briefs


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, stand_in: StandIn) -> dict[str, Any]:
    """Build two files, the second of which fails if the length is `tight`."""
    asked: dict[str, Any] = {}

    def build_all(argument: object, directory: str, **given: Any) -> list[Result]:
        asked.update(given, argument=argument, directory=directory)
        brief = stand_in.summary
        folder = Path(directory)
        results = [Result(folder / "a.pdf", "one-page", "public", brief, None)]
        if given["lengths"] == ("tight",):
            error = FitError([Finding("no-room", "needs 318 pt", where="tight")])
            results += [
                Result(folder / f"b.{kind}", "tight", "public", None, error)
                for kind in ("pdf", "docx")
            ]
        return results

    monkeypatch.setattr(building, "build_all", build_all)
    return asked


def test_a_set_goes_to_its_folder(
    asked: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "mali.yaml", "--all", "-d", "new/out"]) == 0
    assert asked["directory"] == "new/out"
    assert (asked["lengths"], asked["audiences"]) == (None, None)
    assert asked["formats"] == ("pdf", "docx")
    assert (asked["executor"], asked["force"]) == ("processes", False)
    assert asked["progress"] is None, "no bar where there is no terminal"
    said = capsys.readouterr()
    assert said.out == f"new/out/a.pdf: {LINE}"
    assert said.err == "warning: Calibri is set in Carlito\n"


@pytest.mark.usefixtures("asked")
def test_what_fails_is_reported_once_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "mali.yaml", "--length", "tight", "-d", "out"]) == 1
    said = capsys.readouterr()
    assert said.out == f"out/a.pdf: {LINE}"
    assert said.err.endswith(
        "tight: needs 318 pt\n  not built: b.pdf, b.docx\n2 of 3 files not built\n"
    )
    assert said.err.count("318") == 1


@pytest.mark.usefixtures("asked")
def test_quiet_still_reports_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "mali.yaml", "--length", "tight", "-d", "out", "-q"]) == 1
    assert capsys.readouterr() == (
        "",
        "tight: needs 318 pt\n  not built: b.pdf, b.docx\n2 of 3 files not built\n",
    )
