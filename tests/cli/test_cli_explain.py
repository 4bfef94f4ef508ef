"""`briefgen build` with the author's hand, and with every decision explained."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from samples.ordered import ordered
from samples.stand_in import MALI, StandIn

from briefgen import pipeline
from briefgen.batch import building
from briefgen.cli import main
from briefgen.cli.order import One, pins
from briefgen.options import BuildOptions

LINES = [
    "risks",
    "  casualties  headline    best selection  detail 1,750 in 81.0 pt; headline 875 in 13.5 pt",
    "  taiwan      -           excluded        ",
    "timeline",
    "  timeline    7 entries   only form       7 entries 41 in 172.0 pt",
]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("stand_in")
def test_decisions_are_reported_before_the_line_about_the_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["build", "mali.yaml", "-o", "mali.pdf", "--explain"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:-1] == LINES
    assert said[-1].startswith("mali.pdf: 1 page")


@pytest.mark.usefixtures("stand_in")
def test_without_a_file_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "mali.yaml", "--explain"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("one-page, decision-maker: 1 page")
    assert list(Path().iterdir()) == []


@pytest.mark.usefixtures("stand_in")
def test_standard_output_keeps_the_file_to_itself(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "mali.yaml", "--format", "pdf", "-o", "-", "--explain"]) == 0
    said = capfd.readouterr()
    assert said.out == "pdf file\n"
    assert LINES[1] in said.err


@pytest.mark.usefixtures("stand_in")
def test_a_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys, "stdout", screen)
    assert main(["build", "mali.yaml", "--explain", "-q"]) == 0
    table = screen.getvalue()
    for words in ("Printed", "casualties", "headline", "1,750", "81.0 pt", "7 entries", "excluded"):
        assert words in table


def test_a_set_of_briefs_is_not_explained() -> None:
    with pytest.raises(click.UsageError, match="--explain describes one brief"):
        ordered(folder="out", explain=True)


def test_an_explanation_alone_needs_no_output() -> None:
    assert ordered(explain=True) == One((), BuildOptions(), explained=True)


def test_pins_and_exclusions_reach_the_pipeline(stand_in: StandIn) -> None:
    overrides = ["--pin", "war", "--pin", "debt=headline", "--exclude", "g5", "--exclude", "us"]
    assert main(["build", "mali.yaml", "-o", "mali.pdf", *overrides]) == 0
    assert stand_in.asked["pin"] == {"war": "any", "debt": "headline"}
    assert stand_in.asked["exclude"] == ("g5", "us")


def test_pins_and_exclusions_reach_every_brief_of_a_set(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def build_all(_: object, __: object, **options: object) -> list[object]:
        asked.update(options)
        return []

    monkeypatch.setattr(pipeline, "load", str)
    monkeypatch.setattr(building, "build_all", build_all)
    assert main(["build", "mali.yaml", "-d", "out", "--pin", "war", "--exclude", "us"]) == 0
    options: Any = asked["options"]
    assert (options.pin, options.exclude) == ({"war": "any"}, ("us",))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("war=long",), '"long" is no form; headline, summary, detail, any are'),
        (("war=detail", "war=summary"), "is given as detail and as summary"),
        (("war=detail", "war"), "is given as detail and as any"),
    ],
)
def test_a_pin_that_is_none_is_refused(given: tuple[str, ...], words: str) -> None:
    with pytest.raises(click.UsageError, match=words):
        pins(given)


def test_a_pin_twice_is_a_pin_once() -> None:
    assert pins(("war", "war=any")) == {"war": "any"}


# The real thing


def test_a_real_brief_prints_what_is_pinned_and_not_what_is_excluded() -> None:
    argument = pipeline.load(MALI)
    free = pipeline.build(argument)
    held = pipeline.build(argument, pin={"risk-state": "summary"}, exclude=["why-power"])
    why = {one.subject: one.why for one in held.decisions}
    assert (why["risk-state"], why["why-power"]) == ("pinned", "excluded")
    summary = next(point for point in argument.risks if point.id == "risk-state").forms.summary
    assert summary is not None
    opening = summary.split("[")[0].split("MINUSMA")[0].strip()[:20]
    assert opening in held.text
    assert opening not in free.text
    assert held.pages == 1
    assert {"risk-state", "why-power"}.isdisjoint(one.point for one in held.omitted)


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--pin", "risk-stat"], 1, "hint: did you mean risk-state?"),
        (["--pin", "risk-state", "--exclude", "risk-state"], 1, "pinned and excluded at once"),
        (["--pin", "risk-state=detail"], 1, "here it is offered as summary and headline"),
        (["--exclude", "thesis"], 1, "this length requires it"),
        (["--pin", "risk-state=whole"], 2, "is no form"),
    ],
)
def test_a_hand_that_cannot_be_followed_is_a_calm_error(
    options: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(MALI), "-o", "mali.pdf", *options]) == code
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said
    assert not Path("mali.pdf").exists()


def test_more_pins_than_a_page_holds_name_the_section_and_the_space(
    capsys: pytest.CaptureFixture[str],
) -> None:
    argument = pipeline.load(MALI)
    every = [*argument.rationales, *argument.risks, *argument.context]
    pinned = [word for point in every for word in ("--pin", f"{point.id}=summary")]
    assert main(["build", str(MALI), "-o", "mali.pdf", *pinned]) == 1
    said = capsys.readouterr().err
    assert said.startswith('one-page, decision-maker: "')
    assert "pt at least;" in said
    assert "are left in the main column\n  hint: unpin " in said
