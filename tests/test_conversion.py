"""An argument is the same in Markdown, YAML and JSON, whatever it says."""

from __future__ import annotations

import json
from itertools import pairwise
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
    assert briefgen.convert(DATA / f"{name}.yaml", there) == 0
    briefgen.convert(there, back)
    briefs = [briefgen.build(briefgen.load(file)) for file in (DATA / f"{name}.yaml", there, back)]
    for number, brief in enumerate(briefs):
        brief.save(tmp_path / f"{number}.pdf")
    assert len({(tmp_path / f"{number}.pdf").read_bytes() for number in range(3)}) == 1


def test_no_file_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = str(tmp_path / "a.md")
    assert main(["convert", str(DATA / "china-mali.yaml"), target]) == 0
    assert capsys.readouterr().out.endswith("written, the same argument\n")
    assert main(["convert", str(DATA / "china-mali.yaml"), target]) == 1
    assert "is there already" in capsys.readouterr().err


COMMENTED = """\
# An argument about wells.
# Kept by the river desk.
id: wells
title: Wells pay
# The article is ours.
article: {title: A report, authors: [Ada Moss], date: 2016-08-24}
thesis:
  id: thesis
  priority: 1
  # a comment within
  forms: {headline: Wells pay, summary: Wells pay off.}
# Risks stand in several places --> here.
# They are two.
risks:
- {id: dry, priority: 1, forms: {headline: Dry years come, summary: Dry years may come.}}
"""


def test_comments_above_keys_and_parts_are_kept_both_ways(tmp_path: Path) -> None:
    first, there, back = (tmp_path / name for name in ("a.yaml", "b.md", "c.yaml"))
    first.write_text(COMMENTED, encoding="utf-8")
    assert briefgen.convert(first, there) == 1
    text = there.read_text("utf-8")
    assert text.startswith(
        "---\n# An argument about wells.\n# Kept by the river desk.\nid: wells\n"
    )
    assert "# The article is ours.\narticle:" in text
    assert "<!-- Risks stand in several places -- > here.\nThey are two. -->\n# Risks" in text
    assert briefgen.convert(there, back) == 0
    again = back.read_text("utf-8")
    assert again.startswith("# An argument about wells.\n# Kept by the river desk.\n")
    assert "# They are two.\nrisks:" in again
    assert briefgen.load(back) == briefgen.load(first)


def test_what_is_printed_together_is_so_in_each_format() -> None:
    held = briefgen.load(DATA / "china-mali.yaml").model_dump_json(exclude_defaults=True)
    data = json.loads(held)
    data["risks"][0]["together"] = ["thesis", f"{data['risks'][1]['id']}.summary"]
    data["facts"][0]["together"] = ["thesis", '"rather more, it is said"']
    data["notes"][0]["explains"] = ["thesis", f"#{data['facts'][0]['id']}"]
    argument = Argument.model_validate(data)
    assert argument.facts[0].together == ("thesis", "“rather more, it is said”")
    for suffix in (".md", ".yaml", ".json"):
        assert argument_in_text(argument_text(argument, suffix), suffix) == argument


def test_what_has_no_form_in_markdown_stands_in_the_front_matter() -> None:
    argument = briefgen.load(DATA / "china-mali.yaml")
    odd = argument.risks[0].model_copy(update={"locator": 'a "quoted" {place}'})
    changed = argument.model_copy(update={"risks": (odd, *argument.risks[1:])})
    text = argument_text(changed, ".md")
    assert "\nrisks:\n" in text.split("\n---\n")[0]
    assert "# Why China went {.rationales" in text
    assert argument_in_text(text, ".md") == changed


MOST = 0.425
"""Of the lines of YAML that are not blank, Markdown has so many, wrapped at 100 characters."""


@pytest.mark.parametrize("name", ARGUMENTS)
def test_markdown_has_less_than_half_the_lines(name: str) -> None:
    argument = briefgen.load(DATA / f"{name}.yaml")
    markdown = [line for line in argument_text(argument, ".md").splitlines() if line.strip()]
    yaml = [line for line in (DATA / f"{name}.yaml").read_text("utf-8").splitlines() if line]
    assert len(markdown) / len(yaml) < MOST
    terms = {line for line, after in pairwise(markdown) if after.startswith(": ")}  # of one line
    prose = [
        line
        for line in markdown
        if not line.startswith("#") and "](http" not in line and line not in terms
    ]
    assert [line for line in prose if len(line) > 100 and not line.startswith(" ")] == []


BEADS = """---
title: Ban microbeads
article: {title: Microplastics, authors: [The committee], date: 2016-08-24}
---
A ban[@letter] is asked for.

# Risks {.possible at="paragraph 3"}

## Firms need time {priority=2}
Firms may need [12 to 18 months to reformulate]{#months of="time to reformulate"}[@letter].

## Prices may rise {priority=1}
They may rise by [some 4 %]{#rise of="rise in prices" unit=% at="table 2"}, or more.

# Timeline
- 2014: One firm stops {by=letter}
- 2015, planned: Another one stops {by=letter at=""}

# Facts
[#rise]

- 680 tonnes {#tonnes of="beads a year"}

# Sources
- A letter {#letter at="paragraph 5"}

# Notes
- The months: They are those of one firm.
- The rise: It is a guess.
"""


def test_what_is_said_once_is_not_written_again() -> None:
    argument = argument_in_text(BEADS, ".md")
    assert [fact.id for fact in argument.facts] == ["rise", "months", "tonnes"]
    rise, months, tonnes = argument.facts
    assert (rise.locator, months.locator, tonnes.locator) == ("table 2", "paragraph 5", None)
    assert [event.locator for event in argument.timeline] == ["paragraph 5", None]
    assert {risk.modality.value for risk in argument.risks} == {"possible"}
    text = argument_text(argument, ".md")
    assert argument_in_text(text, ".md") == argument
    for line in (
        '# Risks {.possible at="paragraph 3"}',
        '[12 to 18 months to reformulate]{#months of="time to reformulate"}[@letter]',
        '- 2015, planned: Another one stops {at=""}',
        "[#rise]",
        "- The rise: It is a guess.",
    ):
        assert line in text


def test_ids_that_headlines_make_and_the_title_are_not_written_again() -> None:
    text = argument_text(argument_in_text(BEADS, ".md"), ".md")
    assert "\nid:" not in text
    assert "{.thesis" not in text
    assert "{#" not in "".join(line for line in text.split("\n") if line.startswith("#"))
    own = BEADS.replace("title:", "issuer: The Desk\nid: own\ntitle:", 1)
    argument = argument_in_text(own, ".md")
    text = argument_text(argument, ".md")
    assert "\nid: own\n" in text
    assert "\nissuer: The Desk\n" in text
    assert argument_in_text(text, ".md") == argument


LINKS = """- paragraph 5: [a letter]() {#letter}, [its
  answer]() {#answer}
- [one (2016)](https://example.org/a_(b)) {#one}, [two]() {#two at="page 2"}
- paragraph 6: [three]() {#three}
"""


def test_sources_of_one_place_may_stand_in_one_entry() -> None:
    text = BEADS.replace('- A letter {#letter at="paragraph 5"}\n', LINKS)
    argument = argument_in_text(text, ".md")
    assert [(each.id, each.title or each.link_text, each.locator) for each in argument.sources] == [
        ("letter", "a letter", "paragraph 5"),
        ("answer", "its answer", "paragraph 5"),
        ("one", "one (2016)", None),
        ("two", "two", "page 2"),
        ("three", "three", "paragraph 6"),
    ]
    written = argument_text(argument, ".md")
    assert "- paragraph 5: [a letter]() {#letter}, [its answer]() {#answer}" in written
    assert argument_in_text(written, ".md") == argument


def test_an_order_that_names_what_is_not_there_is_told() -> None:
    with pytest.raises(LoadError) as caught:
        argument_in_text(BEADS.replace("[#rise]\n", "[#rise] [#falls]\n"), ".md")
    (finding,) = caught.value.findings
    assert (finding.code, finding.line, finding.column) == ("unknown-reference", 20, 9)


def test_long_notes_stay_a_list_of_definitions_where_a_list_is_no_shorter() -> None:
    long = "It is a guess of the editor, who has asked nobody, and it may well be wrong in the end."
    text = argument_text(argument_in_text(BEADS.replace("It is a guess.", long), ".md"), ".md")
    assert argument_in_text(text, ".md").notes[1].text == long
