"""What an article says in other signs or shorter: 250mph, a 49-minute trip, in April."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import check_against, with_comparable
from briefgen.check.against.index import SourceIndex
from briefgen.load.article import read_article
from briefgen.types.finding import Finding

ARTICLE = """\
# The valley line

By Ada Moss, 20 July 2025

The trains of the line reach 250mph on 135km of new track, and take 40MW of power.
A 49-minute trip from Northam leaves passengers a view of the river for nine. The depot has 30ha.

In April, the council looked at a farm track. In October, it is to vote again on the tunnel.

The vote on the line was won in 2013. In March, the works began at Oldbridge.

Over budget by millions and late, the line is a casebook example of how not to run a big project.

Nobody knows what the line might cost, once it is done. A six-week closure is meant to end soon.

| Work   | Cost (£bn) | Share (%) | Jobs |
|--------|------------|-----------|------|
| Tunnel | 4.2        | 12.5      | 860  |
"""

ARGUMENT = """\
---
title: {title}
article: {{title: The valley line, authors: [Ada Moss], date: 2025-07-20}}
---
The line is late.

# Reasons {{.rationales}}

## The line is a fast one {{at="paragraphs 1 to 5"}}
{sentence}

# Timeline
- {date}: The {event} {{at="{place}"}}
"""


def _found(
    folder: Path,
    sentence: str = "It is fast.",
    *,
    title: str = "The line is late",
    event: tuple[str, str, str] = ("2013", "vote on the line is won", "paragraph 3"),
) -> list[Finding]:
    (folder / "article.md").write_text(ARTICLE, "utf-8")
    date, words, place = event
    text = ARGUMENT.format(title=title, sentence=sentence, date=date, event=words, place=place)
    (folder / "line.md").write_text(text, "utf-8")
    argument = briefgen.load(folder / "line.md")
    return [*check_against(argument, read_article(folder / "article.md"))]


@pytest.mark.parametrize(
    "figure",
    [
        '[250 miles per hour]{#a of="speed of the trains"}',
        '[250 mph]{#a of="speed of the trains" unit="mph"}',
        '[135 kilometres]{#a of="length of the track"}',
        '[40 megawatts]{#a of="power that trains take"}',
        '[49 minutes]{#a of="time of a trip"}',
        '[nine minutes]{#a of="time with a view"}',
        '[nine]{#a of="time with a view" unit="minutes"}',
        '[30 hectares]{#a of="land of the depot"}',
        '[six weeks]{#a of="length of the closure"}',
        '[£4.2 billion]{#a of="cost of the tunnel"}',
        '[12.5 %]{#a of="share of the tunnel"}',
        '[860 jobs]{#a of="jobs of the tunnel"}',
    ],
)
def test_a_unit_is_the_same_glued_to_its_number_or_written_out(tmp_path: Path, figure: str) -> None:
    assert not _found(tmp_path, f"It has {figure}.")


@pytest.mark.parametrize(
    "figure",
    [
        '[250 kilometres per hour]{#a of="speed of the trains"}',
        '[135 miles]{#a of="length of the track"}',
        '[49 hours]{#a of="time of a trip"}',
    ],
)
def test_another_unit_is_not(tmp_path: Path, figure: str) -> None:
    assert "figure-unit" in {one.code for one in _found(tmp_path, f"It has {figure}.")}


@pytest.mark.parametrize("figure", ["£4.2 million", "€4.2 billion", "12.5 billion"])
def test_a_column_has_the_scale_and_the_unit_of_its_head(tmp_path: Path, figure: str) -> None:
    found = _found(tmp_path, f'It has [{figure}]{{#a of="cost of the tunnel"}}.')
    assert {one.code for one in found} & {"figure-not-in-source", "figure-unit"}


def test_what_is_meant_for_something_is_planned(tmp_path: Path) -> None:
    assert not _found(tmp_path, "Land is meant for a depot.")


def test_a_typed_number_may_have_its_unit_written_out(tmp_path: Path) -> None:
    assert not _found(tmp_path, "It reaches 250 miles per hour.")
    assert _found(tmp_path, "It reaches 250 kilometres per hour.")


@pytest.mark.parametrize(
    ("event", "codes"),
    [
        (("2025-04", "council looks at a farm track", "paragraph 2"), []),
        (("2025-10", "council is to vote again", "paragraph 2"), []),
        (("2013-03", "works begin", "paragraph 3"), []),
        (("2025-05", "council looks at a farm track", "paragraph 2"), ["event-date"]),
        (("2023-04", "council looks at a farm track", "paragraph 2"), ["event-date"]),
    ],
)
def test_a_month_is_of_the_year_that_follows_from_the_article(
    tmp_path: Path, event: tuple[str, str, str], codes: list[str]
) -> None:
    assert [one.code for one in _found(tmp_path, event=event)] == codes


def test_what_one_sentence_denies_another_may_say_of_something_else(tmp_path: Path) -> None:
    said = "A big project should not be run so. Over budget by millions, the line runs late."
    assert "polarity-differs" not in {one.code for one in _found(tmp_path, said)}
    turned = "The line is an example of how to run a big project."
    assert "polarity-differs" in {one.code for one in _found(tmp_path, turned)}


def test_what_is_not_known_is_not_said_for_sure(tmp_path: Path) -> None:
    asked = "Nobody knows what the line will cost"
    assert not _found(tmp_path, title=asked)
    assert not _found(tmp_path, title=f"{asked}, or when it will end")
    (found,) = _found(tmp_path, title="The line will cost much, once it is done")
    assert found.code == "stronger-verb"


def test_figures_of_one_sentence_may_be_compared(tmp_path: Path) -> None:
    trip, view = '[49 minutes]{#a of="a trip"}', '[nine]{#b of="a view" unit="minutes"}'
    _found(tmp_path, f"A trip takes {trip}, with a view for {view}.")
    argument = briefgen.load(tmp_path / "line.md")
    index = SourceIndex(read_article(tmp_path / "article.md"))
    assert with_comparable(argument, index).facts[0].comparable_with == ("b",)


NUMBERED = """

The rules name version 2.1 of the WCAG and Article 5. Version 3.0 is only a draft, says Ada Moss.

The first line had 120 carriages. The second line, years later, has 300 wagons.

Tolls rose from 40 cents to 60 cents, and a ticket costs 90 cents.
"""


def _codes_of_numbers(folder: Path, sentence: str) -> set[str]:
    (folder / "article.md").write_text(ARTICLE + NUMBERED, "utf-8")
    text = ARGUMENT.replace("paragraphs 1 to 5", "paragraphs 6 to 8")
    said = text.format(
        title="The line is late",
        sentence=sentence,
        date="2013",
        event="vote is won",
        place="paragraph 3",
    )
    (folder / "line.md").write_text(said, "utf-8")
    argument = briefgen.load(folder / "line.md")
    return {one.code for one in check_against(argument, read_article(folder / "article.md"))}


@pytest.mark.parametrize(
    ("sentence", "differs"),
    [
        ("The rules ask for version 2.1 of the WCAG.", False),
        ("The rules ask for WCAG 2.1 and Article 5.", False),
        ("The rules ask for version 2.2 of the WCAG.", True),
        ("The rules ask for WCAG 2.2.", True),
        ("The rules rest on Article 6.", True),
    ],
)
def test_a_version_has_the_number_of_its_passage(
    tmp_path: Path, sentence: str, differs: bool
) -> None:
    assert ("version-not-in-source" in _codes_of_numbers(tmp_path, sentence)) == differs


_FIRST, _SECOND = '[120 carriages]{#a of="the first line"}', '[300 wagons]{#b of="the second"}'


@pytest.mark.parametrize(
    ("sentence", "differs"),
    [
        (f"The line grew from {_FIRST} to {_SECOND}.", False),
        (f"The second line has {_SECOND}. The first one had {_FIRST}.", False),
        ('Tolls rose from [40 cents]{#a of="old tolls"} to [60 cents]{#b of="new tolls"}.', False),
        (f'The line grew from {_FIRST} to [90 cents]{{#b of="price of a ticket"}}.', True),
        (f'A ticket costs [90 cents]{{#b of="price"}}, up from {_FIRST}.', True),
    ],
)
def test_no_change_is_made_of_two_figures_that_the_article_has_apart(
    tmp_path: Path, sentence: str, differs: bool
) -> None:
    assert ("built-comparison" in _codes_of_numbers(tmp_path, sentence)) == differs
