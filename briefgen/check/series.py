"""Rules about series: what a chart draws is what the article gives, and may be drawn together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.check.rule import OWN, Remark, rule
from briefgen.types.argument import Argument
from briefgen.types.fact import LONGEST_NAME, MOST_BESIDE, Fact, SeriesValue, names_of_series


# With two numbers for one date, a chart would show one and the prose another.
@rule(
    "unsound-series",
    "error",
    "A series has one value for each date, and the fact's own.",
    rests_on=(OWN,),
)
def unsound_series(argument: Argument) -> Iterator[Remark]:
    """Report each value of a series that another one, or the fact itself, contradicts.

    A fact need not be part of its own series; where the series has its date, it has its value.
    """
    for number, fact in enumerate(argument.facts):
        reported = {fact.as_of: (fact.value, "the fact itself")} if fact.as_of else {}
        for index, each in enumerate(fact.series):
            value, where = reported.setdefault(each.date, (each.value, f"series[{index}]"))
            twice = where.startswith("series") and where != f"series[{index}]"
            if value != each.value or twice:
                message = f"is {each.value} at {each.date}; {where} is {value} at that date"
                hint = "keep one value for each date, the one that the article gives"
                yield Remark(("facts", number, "series", index, "value"), message, hint)


# Half an interval, or one that leaves its value out, would be drawn as what nobody said.
@rule(
    "unsound-interval",
    "error",
    "The ends of an interval lie on either side of its value, and are the fact's own.",
    rests_on=(OWN,),
)
def unsound_intervals(argument: Argument) -> Iterator[Remark]:
    """Report each interval of a series with one end, without its value, or other than the fact's.

    An end may be the value itself.
    """
    for number, fact in enumerate(argument.facts):
        for index, value in enumerate(fact.series):
            for name, message, hint in _unsound_ends(fact, value):
                yield Remark(("facts", number, "series", index, name), message, hint)


def _unsound_ends(fact: Fact, value: SeriesValue) -> Iterator[tuple[str, str, str]]:
    if value.low is None and value.high is None:
        return
    ends = "write low and high as the article gives them, on either side of the value"
    if value.low is None:
        yield "high", f"is {value.high}, and there is no low", ends
    elif value.high is None:
        yield "low", f"is {value.low}, and there is no high", ends
    elif value.low >= value.high:
        yield "low", f"is {value.low}, which is not below the high of {value.high}", ends
    elif not value.low <= value.value <= value.high:
        name = "low" if value.value < value.low else "high"
        side = "above" if name == "low" else "below"
        yield name, f"is {getattr(value, name)}, {side} the value of {value.value}", ends
    elif fact.interval and value.date == fact.as_of:
        own = fact.interval
        if (own.low, own.high) != (value.low, value.high):
            message = (
                f"is {value.low}, up to {value.high}; the interval of the fact itself is {own}"
            )
            yield "low", message, "keep one interval for each date, the one that the article gives"


# The line of a chart goes over into its projection once, and is read from there on as one.
@rule(
    "unsound-projection",
    "error",
    "What is projected comes after all that was measured.",
    rests_on=(OWN,),
)
def unsound_projections(argument: Argument) -> Iterator[Remark]:
    """Report each projection of a series before a value that was measured."""
    for number, fact in enumerate(argument.facts):
        measured = [value.date for value in fact.series if not value.projected]
        for index, value in enumerate(fact.series):
            later = [date for date in measured if date.middle > value.date.middle]
            if value.projected and later:
                message = f"is projected at {value.date}, and {later[0]} after it is measured"
                hint = "leave the projection out, or write projected: true on the later value, too"
                yield Remark(("facts", number, "series", index, "projected"), message, hint)


_APART = "draw it in a chart of its own"


# Bars side by side say that they may be compared, each with the others of its date.
@rule(
    "unsound-group",
    "error",
    "Series that are drawn together are comparable, and have the same dates.",
    rests_on=("facts",),
)
def unsound_groups(argument: Argument) -> Iterator[Remark]:
    """Report each fact that cannot be drawn in the chart of another.

    They have one unit and scale and may be compared; each date is one of the chart's, measured or
    projected in all; their intervals are of one level; and their names tell them apart.
    """
    facts = {fact.id: fact for fact in argument.facts}
    for number, fact in enumerate(argument.facts):
        for place, key in enumerate(fact.drawn_with):
            other = facts.get(key)
            for message, hint in _kept_apart(fact, other) if other else ():
                yield Remark(("facts", number, "drawn_with", place), message, hint)
        if len(fact.drawn_with) > MOST_BESIDE and fact.drawn_in != "panels":
            message = f"draws {len(fact.drawn_with) + 1} series in one {fact.drawn_in}"
            hint = f"draw at most {MOST_BESIDE + 1}, or write drawn_in: panels"
            yield Remark(("facts", number, "drawn_with"), message, hint)
        group = [fact, *(facts[key] for key in fact.drawn_with if key in facts and key != fact.id)]
        if len(group) > 1 and (message := _unnamed(names_of_series(group))):
            hint = f"give each a drawn_as of at most {LONGEST_NAME} characters"
            yield Remark(("facts", number, "drawn_with"), message, hint)


def _unnamed(names: Sequence[str]) -> str:
    """Return what is wrong with the names of series in a legend, if something is."""
    longest = max(names, key=len)
    if len(longest) > LONGEST_NAME:
        return f'names a series by {len(longest)} characters, "{longest[:LONGEST_NAME]}…"'
    twice = next((name for name in names if names.count(name) > 1), "")
    return f'draws two series under the name "{twice}"' if twice else ""


def _no_part(fact: Fact, other: Fact) -> str:
    """Return why series are no parts of a whole that may stand on one another, if they are not."""
    for one in (fact, other):
        if below := [value for value in one.series if value.value < 0]:
            return f'stacks "{one.id}", which is {below[0].value} at {below[0].date}'
        if _has_intervals(one):
            return f'stacks "{one.id}", which has intervals'
    known = {value.date for value in other.series}
    lacks = next((value.date for value in fact.series if value.date not in known), None)
    return f'stacks "{other.id}", which has no value at {lacks}' if lacks else ""


def _has_intervals(fact: Fact) -> bool:
    return any(value.interval for value in fact.series)


def _kept_apart(fact: Fact, other: Fact) -> Iterator[tuple[str, str]]:
    if other.id == fact.id:
        yield "is the fact itself", "name another one"
    elif not (fact.has_chart and other.series):
        yield f'draws "{other.id}" with "{fact.id}", and one has no series', _APART
    elif (fact.unit, fact.scale) != (other.unit, other.scale):
        units = " and ".join(f"{one.scale or ''} {one.unit}".strip() for one in (fact, other))
        yield f'draws "{other.id}" in another unit or scale: {units}', _APART
    elif fact.id not in other.comparable_with and other.id not in fact.comparable_with:
        message = f'draws "{other.id}" beside "{fact.id}", which may not be compared'
        yield message, f"name one under comparable_with of the other, or {_APART}"
    elif len(levels := {one.confidence for one in (fact, other) if _has_intervals(one)}) > 1:
        said = " and ".join(f"{one} %" if one else "no level" for one in sorted(levels, key=str))
        message = f'draws "{other.id}" beside "{fact.id}", with intervals of {said}'
        yield message, f"give both one confidence, leave low and high out, or {_APART}"
    elif fact.drawn_in == "stack" and (message := _no_part(fact, other)):
        yield message, "write drawn_in: group, or leave it out"
    else:
        dates = {value.date: value.projected for value in fact.series}
        odd = [value for value in other.series if dates.get(value.date) != value.projected]
        if odd:
            known = "projected in one only" if odd[0].date in dates else "no date of the other"
            message = f'draws "{other.id}" beside "{fact.id}": {odd[0].date} is {known}'
            yield message, f"give both the same dates, or {_APART}"
