"""An argument is the same in Markdown, YAML and JSON, whatever it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from samples.any_argument import argument_data

import briefgen
from briefgen.cli import main
from briefgen.conversion import argument_text
from briefgen.convert import markdown_of
from briefgen.load.argument import argument_in_text
from briefgen.types.argument import Argument
from briefgen.types.finding import LoadError

DATA = Path(__file__).parents[1] / "data"
ARGUMENTS = ("china-mali", "accessible-documents")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(argument_data())
def test_an_argument_reads_as_the_same_in_each_format(data: dict[str, object]) -> None:
    try:
        argument = Argument.model_validate(data)
    except LoadError:
        return
    for suffix in (".md", ".yaml", ".json"):
        assert argument_in_text(argument_text(argument, suffix), suffix) == argument


@pytest.mark.parametrize("name", ARGUMENTS)
def test_all_of_an_argument_that_comes_along_has_a_form_in_markdown(name: str) -> None:
    argument = briefgen.load(DATA / f"{name}.yaml")
    assert argument_in_text(markdown_of(argument), ".md") == argument


@pytest.mark.parametrize("name", ARGUMENTS)
def test_both_ways_give_the_same_brief(name: str, tmp_path: Path) -> None:
    there, back = tmp_path / "a.md", tmp_path / "a.yaml"
    assert briefgen.convert(DATA / f"{name}.yaml", there) > 0
    briefgen.convert(there, back)
    briefs = [briefgen.build(briefgen.load(file)) for file in (DATA / f"{name}.yaml", there, back)]
    for number, brief in enumerate(briefs):
        brief.save(tmp_path / f"{number}.pdf")
    assert len({(tmp_path / f"{number}.pdf").read_bytes() for number in range(3)}) == 1


def test_comments_are_counted_and_no_file_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "a.md")
    assert main(["convert", str(DATA / "china-mali.yaml"), target]) == 0
    assert "6 lines with comments not carried over" in capsys.readouterr().out
    assert main(["convert", str(DATA / "china-mali.yaml"), target]) == 1
    assert "is there already" in capsys.readouterr().err


def test_what_has_no_form_in_markdown_stands_in_the_front_matter() -> None:
    argument = briefgen.load(DATA / "china-mali.yaml")
    odd = argument.risks[0].model_copy(update={"locator": 'a "quoted" {place}'})
    changed = argument.model_copy(update={"risks": (odd, *argument.risks[1:])})
    text = argument_text(changed, ".md")
    assert "\nrisks:\n" in text.split("\n---\n")[0]
    assert "# Why China went, despite the many dangers {.rationales}" in text
    assert argument_in_text(text, ".md") == changed
