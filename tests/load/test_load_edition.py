"""Marks of a brief's life: what an edition may say, and marks given for one brief."""

from __future__ import annotations

import pytest
from samples.small import SMALL

from briefgen.load.argument import with_edition
from briefgen.types.argument import Argument
from briefgen.types.article import Edition
from briefgen.types.date import PartialDate
from briefgen.types.finding import LoadError


def argument() -> Argument:
    return Argument.model_validate(SMALL)


def marked(**marks: str) -> Edition:
    return with_edition(argument(), marks).edition


def test_marks_stand_over_those_of_the_argument() -> None:
    first = with_edition(argument(), {"number": "1", "status": "draft"})
    edition = with_edition(first, {"number": "2"}).edition
    assert (edition.number, edition.status) == ("2", "draft")


def test_the_argument_itself_stays_as_it_is() -> None:
    held = argument()
    marked_one = with_edition(held, {"classification": "Official"})
    assert held.edition.classification is None
    assert marked_one.edition.classification == "Official"
    assert marked_one.places == held.places


def test_a_date_of_embargo_makes_an_embargo() -> None:
    edition = marked(embargo="2019-06-03")
    assert (edition.status, edition.embargo) == ("embargoed", PartialDate("2019-06-03"))


def test_another_status_ends_an_embargo() -> None:
    held = with_edition(argument(), {"embargo": "2019-06-03"})
    assert with_edition(held, {"status": "cleared"}).edition.embargo is None


@pytest.mark.parametrize(
    ("marks", "path"),
    [
        ({"date": "tomorrow"}, ("edition", "date")),
        ({"status": "done"}, ("edition", "status")),
        ({"colour": "red"}, ("edition", "colour")),
        ({"version": "x" * 41}, ("edition", "version")),
        ({"status": "embargoed"}, ("edition",)),
        ({"status": "draft", "embargo": "2019"}, ("edition",)),
    ],
)
def test_what_can_be_no_mark_is_named(marks: dict[str, str], path: tuple[str, ...]) -> None:
    with pytest.raises(LoadError) as caught:
        marked(**marks)
    (finding,) = caught.value.findings
    assert finding.path == path
    assert finding.hint


def test_an_embargo_has_a_date_and_a_date_an_embargo() -> None:
    for wrong in ({"status": "embargoed"}, {"embargo": PartialDate("2019")}):
        with pytest.raises(LoadError):
            Edition(**wrong)
