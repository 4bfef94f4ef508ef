"""An argument written in Python in few words, and written to a file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest

import briefgen
from briefgen import LoadError, SaveError
from briefgen.load.argument import argument_in_text
from briefgen.types.value import Range

ARTICLE: Any = {"title": "Night buses", "authors": ["Ada Example"], "date": "2024-03-01"}

MARKDOWN = """---
title: Night buses keep people in work
article: {title: Night buses, authors: [Ada Example], date: 2024-03-01}
---
[about 1,200 riders]{#riders of="riders a night"}[@count] ride each night.

# Risks

## Money is secured for one year only {at="paragraph 3"}
The council votes each October.

It may not.

## A second risk {priority=1}

# Timeline
- 2021-09: The first line runs

# Sources
- January count {#count}
"""


def written(**more: Any) -> briefgen.Argument:
    return briefgen.argument(
        "Night buses keep people in work",
        article=briefgen.Article(**ARTICLE),
        thesis="[#riders] riders[@count] ride each night.",
        risks=[
            briefgen.point(
                "Money is secured for one year only",
                "The council votes each October.",
                "It may not.",
                at="paragraph 3",
            ),
            briefgen.point("A second risk", priority=1),
        ],
        facts=[briefgen.fact("about 1,200 riders", of="riders a night", id="riders", by="count")],
        timeline=[briefgen.event("2021-09", "The first line runs")],
        sources=[briefgen.source("January count", id="count")],
        **more,
    )


def test_defaults_are_those_of_markdown() -> None:
    assert written() == argument_in_text(MARKDOWN, ".md")


def test_a_figure_is_read_from_words_and_what_is_given_comes_first() -> None:
    months = briefgen.fact("12 to 18 months", of="time to train a driver", at="paragraph 4")
    assert (months.value, months.unit, months.id) == (
        Range(Decimal(12), Decimal(18)),
        "months",
        "time-to-train-a-driver",
    )
    assert briefgen.fact("$405 million", of="trade", unit="USD").unit == "USD"


@pytest.mark.parametrize(
    ("words", "code"), [("$405", "quantity-ambiguous"), ("many", "quantity-unread")]
)
def test_words_that_say_no_figure_are_told(words: str, code: str) -> None:
    with pytest.raises(LoadError) as caught:
        briefgen.fact(words, of="trade")
    (finding,) = caught.value.findings
    assert (finding.code, finding.where, finding.path) == (code, "Fact", ("value",))
    assert finding.hint


def test_what_is_wrong_is_an_error_of_ours_with_a_hint() -> None:
    with pytest.raises(LoadError) as caught:
        briefgen.point("Money is short", modalty="possible")
    (finding,) = caught.value.findings
    assert (finding.code, finding.hint) == ("unknown-key", "did you mean modality?")
    with pytest.raises(LoadError) as caught:
        written(titel="x")
    assert caught.value.codes == ("unknown-key",)


def test_points_may_be_headlines_and_slips_say_what_to_write() -> None:
    assert written(outlook=["It may go on"]).outlook[0].id == "it-may-go-on"
    with pytest.raises(LoadError, match=r"outlook: is one point; a list is wanted"):
        written(outlook=briefgen.point("It may go on"))
    with pytest.raises(LoadError, match=r"write Term\(short=\.\.\., long=\.\.\.\)"):
        cast("Any", briefgen.Term)("EU", "European Union")
    with pytest.raises(LoadError, match=r'say which by unit="USD"'):
        briefgen.fact("$405", of="cost")
    with pytest.raises(AttributeError, match="Argument cannot change; make another"):
        setattr(written(), "title", "Another")  # noqa: B010 - type checkers know that it is none


@pytest.mark.parametrize("name", ["a.md", "a.yaml", "a.json"])
def test_an_argument_is_saved_in_the_format_of_the_name(tmp_path: Path, name: str) -> None:
    assert written().save(tmp_path / name) == tmp_path / name
    assert briefgen.load(tmp_path / name) == written()
    written().save(tmp_path / name)  # it says the same


def test_another_file_is_written_over_by_force_only(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("my notes", "utf-8")
    with pytest.raises(SaveError) as caught:
        written().save(target)
    assert caught.value.codes == ("target-foreign",)
    assert target.read_text("utf-8") == "my notes"
    written().save(target, force=True)
    assert briefgen.load(target) == written()
    with pytest.raises(SaveError) as caught:
        written().save(tmp_path / "a.txt")
    assert caught.value.codes == ("file-suffix",)


def test_short_names_are_those_of_markdown_and_numbers_keep_their_digits() -> None:
    held = briefgen.event("2024-10", "The council votes", planned=True, at="page 2", by="count")
    assert (held.status, held.locator, held.sources) == ("planned", "page 2", ("count",))
    assert briefgen.source("A count", at="page 2", by="The town").authors == "The town"
    assert briefgen.fact(1200, of="riders", date="2024").as_of == "2024"
    assert str(briefgen.fact(Decimal("4.0"), of="a share", unit="%").value) == "4.0"
    with pytest.raises(briefgen.LoadError, match=r'float 3\.5.*\n.*"3\.5", or a Decimal'):
        briefgen.fact(3.5, of="wells")  # type: ignore[arg-type]
