"""Dates as sources give them: exactly what is known, and no more."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from briefgen.types.date import PartialDate
from briefgen.types.finding import InputError

DAYS = st.dates().map(datetime.date.isoformat)
WRITTEN = (
    DAYS
    | DAYS.map(lambda day: day[:7])
    | DAYS.map(lambda day: day[:4])
    | st.tuples(st.sampled_from(["early", "mid", "late"]), DAYS).map(
        lambda pair: f"{pair[0]}-{pair[1][:4]}"
    )
)


@pytest.mark.parametrize(
    ("written", "precision", "first", "middle", "last"),
    [
        ("2019-05-15", "day", "2019-05-15", "2019-05-15", "2019-05-15"),
        ("2020-02", "month", "2020-02-01", "2020-02-15", "2020-02-29"),
        ("2019", "year", "2019-01-01", "2019-07-01", "2019-12-31"),
        ("early-2019", "part", "2019-01-01", "2019-02-15", "2019-04-30"),
        ("mid-2019", "part", "2019-05-01", "2019-07-01", "2019-08-31"),
        ("late-2019", "part", "2019-09-01", "2019-11-01", "2019-12-31"),
        ("2019-Q1", "quarter", "2019-01-01", "2019-02-15", "2019-03-31"),
        ("2019-Q4", "quarter", "2019-10-01", "2019-11-15", "2019-12-31"),
        ("2019/20", "fiscal", "2019-01-01", "2020-01-01", "2020-12-31"),
        ("2019/2020", "fiscal", "2019-01-01", "2020-01-01", "2020-12-31"),
        ("1999/00", "fiscal", "1999-01-01", "2000-01-01", "2000-12-31"),
        ("FY2019", "fiscal", "2018-01-01", "2019-07-01", "2020-12-31"),
    ],
)
def test_what_a_date_means(
    written: str, precision: str, first: str, middle: str, last: str
) -> None:
    date = PartialDate(written)
    assert date.precision == precision
    meant = (date.first, date.middle, date.last)
    assert tuple(day.isoformat() for day in meant) == (first, middle, last)


@given(written=WRITTEN)
def test_what_was_written_is_what_is_kept(written: str) -> None:
    date = PartialDate(written)
    assert date == written
    assert PartialDate(str(date)) == date
    assert date.year == int(written.removeprefix(f"{date.part}-")[:4])


@given(written=WRITTEN)
def test_a_date_has_its_middle_between_its_ends_and_all_of_them_in_its_year(written: str) -> None:
    date = PartialDate(written)
    assert date.first <= date.middle <= date.last
    assert date.first.year == date.middle.year == date.last.year == date.year


@given(one=WRITTEN, other=WRITTEN)
def test_a_later_year_is_later_however_it_is_written(one: str, other: str) -> None:
    first, second = PartialDate(one), PartialDate(other)
    if first.year < second.year:
        assert first.middle < second.first


@given(day=st.dates())
def test_less_precision_never_begins_later(day: datetime.date) -> None:
    written = day.isoformat()
    starts = [PartialDate(written[:length]).first for length in (4, 7, 10)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "written",
    [
        "2019-02-30",
        "2019-13",
        "2019-00",
        "2019-5-1",
        "19",
        "0000",
        "mid-2019-05",
        "middle-2019",
        "15 May 2019",
        "2019-05-15T00:00",
        "2019\n",
        "٢٠١٩",
        "",
        "x" * 10_000,
    ],
)
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(InputError) as caught:
        PartialDate(written)
    assert caught.value.code == "not-a-date"
    assert "2019-05-15" in caught.value.hint
    assert len(str(caught.value)) < 120


@given(text=st.text(max_size=12))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        assert PartialDate(text).first <= PartialDate(text).middle
    except InputError as input_error:
        assert input_error.code == "not-a-date"


def test_a_field_takes_text_a_year_and_a_date() -> None:
    field = TypeAdapter(PartialDate)
    assert field.validate_python(2019) == "2019"
    assert field.validate_python(datetime.date(2019, 5, 15)) == "2019-05-15"
    assert field.dump_python(PartialDate("2019-05")) == "2019-05"
    for wrong in (True, 2019.0, None, ["2019"], -5):
        with pytest.raises(ValidationError):
            field.validate_python(wrong)
