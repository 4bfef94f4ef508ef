"""Charts of the series that facts have, with all that they say in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import gcd

from msgspec.structs import replace

from briefgen.compose.chart_words import (
    alt,
    alt_of_several,
    below_measure,
    drawn_figures,
    intervals_shown,
    is_own,
    joined,
    projections_shown,
    qualified,
    series_names,
    source,
    subject,
    title,
    with_value,
)
from briefgen.compose.exhibit import ExhibitEntry, claim_on
from briefgen.compose.prose import ProseReader
from briefgen.compose.scale import round_values
from briefgen.compose.words import MINUS, capital
from briefgen.types.argument import Argument
from briefgen.types.block import Chart, Origin
from briefgen.types.fact import Fact, SeriesValue, chart_holders, shared
from briefgen.types.plot import (
    FEW,
    PANEL_GAP,
    PLACES_OF_GAP,
    Heads,
    Panel,
    Plot,
    PlotKind,
    PlotSeries,
    PlotValue,
    Tick,
)
from briefgen.types.point import Point
from briefgen.types.prose import Prose, text_of
from briefgen.types.selection import LEAST_PRIORITY
from briefgen.types.value import decimals

EVENLY = 1.16
"""By how much the longest step of even dates is longer than the shortest, as months are."""

BELOW = Decimal("0.12")
"""Share of the axis that the words below the lowest value of a line take."""

MOST_BARS = FEW
"""Up to so many steps of time are bars, each with its number; more are a line."""


def charts(
    argument: Argument, points: Collection[Point], reader: ProseReader, at: Origin
) -> tuple[ExhibitEntry, ...]:
    """Return a chart of each fact that has a series, the most important first.

    One that proves nothing stands behind all that prove something, even where it fills a page that
    these leave open: a reader who is shown one chart takes it for what the brief rests on.
    """
    holders = chart_holders(argument.facts)
    drawn = [fact for fact in argument.facts if holders.get(fact.id) == fact.id]
    entries = [chart_entry(fact, points, reader, at) for fact in drawn]
    proving = tuple(frozenset({f"%{one.subject}"}) for one in entries if one.explains)
    entries = [one if one.explains else replace(one, behind=proving) for one in entries]
    return tuple(sorted(entries, key=lambda entry: entry.priority))


def chart_entry(
    fact: Fact, points: Collection[Point], reader: ProseReader, at: Origin
) -> ExhibitEntry:
    """Return the chart of a fact, which can be chosen or left out by the fact's id.

    It is as important as the most important of `points` that it proves, and printed with one of
    them only; where none refers to the fact, the chart stands for itself, and behind all others:
    a reader is shown what proves a claim first.
    """
    claims = {
        claim: point
        for key in (fact.id, *fact.drawn_with)
        for point in points
        if (claim := claim_on(point, "#", key))
    }
    own = fact.priority if claims and fact.priority else LEAST_PRIORITY
    priority = min([own, *(point.priority for point in claims.values())])
    drawn = replace(chart(fact, reader, at), wide=not claims)
    lower = replace(drawn, plot=replace(drawn.plot, low=True))
    return ExhibitEntry(fact.id, priority, (drawn,), frozenset(claims), (lower,))


def chart(fact: Fact, reader: ProseReader, at: Origin) -> Chart:
    """Return the chart of a fact's series: its values, in order of time, and nothing else."""
    fact = reader.words.in_scale(fact)
    group = [reader.words.in_scale(reader.facts[key]) for key in fact.drawn_with]
    series = sorted(fact.series, key=lambda holders: (holders.date.middle, holders.date.first))
    steps = _steps(series)
    plot = _plot(fact, series, steps, reader)
    if group:
        plot = _with_group(plot, fact, group, series, reader)
    described = plot
    if group and fact.drawn_in == "panels":
        plot = _in_panels(plot)
    headed = shared(fact, group)
    drawn = subject(headed, series, reader)
    marks = _cited([fact, *group], reader) if reader.citing == "numbers" else ()
    return Chart(
        fact=fact.id,
        plot=plot,
        subject=text_of(drawn),
        title=title(fact, group, series, plot, reader),
        caption=(*(drawn if fact.finding else below_measure(headed, series, reader)), *marks),
        note=joined(
            projections_shown(series, plot, reader),
            intervals_shown([fact, *group], reader),
            *(qualified(each, each.series, reader) for each in (fact, *group)),
            *(() if marks else _sources([fact, *group], reader)),
        ),
        alt=alt_of_several([fact, *group], series, described, reader)
        if group
        else alt(fact, series, plot, reader, stepped=bool(steps)),
        label=reader.words.labels.illustration,
        origin=at,
        others=fact.drawn_with,
    )


def _cited(facts: Sequence[Fact], reader: ProseReader) -> Prose:
    """Return the sources of all facts of a chart as one citation, each once."""
    cited = dict.fromkeys(one for fact in facts for one in fact.cited)
    return reader.cited([*cited]) if cited else ()


def _sources(facts: Sequence[Fact], reader: ProseReader) -> Iterable[Prose]:
    """Return where the values of all facts come from, each place once."""
    return {text_of(said): said for fact in facts if (said := source(fact, reader))}.values()


def _with_group(
    plot: Plot,
    fact: Fact,
    group: Sequence[Fact],
    series: Sequence[SeriesValue],
    reader: ProseReader,
) -> Plot:
    """Return a plot with the series of other facts beside its own, at the same dates."""
    names = series_names([fact, *group], reader)
    beside = []
    for other, name in zip(group, names[1:], strict=True):
        by_date = {each.date: each for each in other.series}
        values = (by_date.get(each.date) for each in series)
        shown = tuple(_plotted(other, one, reader) if one else None for one in values)
        beside.append(PlotSeries(name, shown))
    manner = fact.drawn_in
    kind: PlotKind = "line" if plot.kind == "line" and manner != "stack" else "bar"
    numbers = [one for each in (fact, *group) for one in _numbers(each.series)]
    if manner == "stack":
        numbers = [*_wholes([fact, *group])]
    ticks = _ticks(fact, round_values(numbers, from_zero=kind == "bar"), reader)
    named = replace(plot, kind=kind, name=names[0], beside=tuple(beside), ticks=ticks)
    return replace(named, is_stack=manner == "stack")


def _in_panels(plot: Plot) -> Plot:
    """Return a plot of several series with each in a panel, one behind another."""
    step = plot.places + PANEL_GAP + plot.places // PLACES_OF_GAP
    placed = [
        (at * step + slot, one)
        for at, each in enumerate(plot.all_series)
        for slot, one in zip(plot.slots, each.values, strict=True)
        if one
    ]
    named = enumerate(plot.all_series)
    panels = tuple(Panel(each.name, at * step, plot.places) for at, each in named)
    slots, values = zip(*placed, strict=True)
    return replace(plot, values=values, slots=slots, panels=panels, beside=(), name="")


def _wholes(facts: Sequence[Fact]) -> Iterator[Decimal]:
    """Yield what the values of facts come to at each date, which no chart says in words."""
    for value in facts[0].series:
        parts = (one.value for fact in facts for one in fact.series if one.date == value.date)
        yield sum(parts, Decimal(0))


def _ticks(fact: Fact, values: Iterable[Decimal], reader: ProseReader) -> tuple[Tick, ...]:
    return tuple(
        Tick(float(value), drawn_figures(fact, value, reader), _number_format(fact, value, reader))
        for value in values
    )


def _plot(
    fact: Fact, series: Sequence[SeriesValue], steps: Sequence[int] | None, reader: ProseReader
) -> Plot:
    kind, labels = _kind(series, steps), reader.words.labels
    return Plot(
        kind,
        tuple(_plotted(fact, value, reader) for value in series),
        _ticks(fact, _axis(_numbers(series), kind), reader),
        _date_format(series),
        tuple(steps) if steps else _by_month(series),
        next((at for at, value in enumerate(series) if is_own(fact, value)), len(series) - 1),
        Heads(labels.plot_ends["low"], labels.plot_ends["high"], labels.plot_projections),
    )


def _numbers(series: Sequence[SeriesValue]) -> list[Decimal]:
    """Return the values of a series, and the ends of their intervals."""
    ends = [one for value in series if value.interval for one in (value.low, value.high)]
    return [one for one in (*(value.value for value in series), *ends) if one is not None]


def _axis(numbers: Sequence[Decimal], kind: PlotKind) -> tuple[Decimal, ...]:
    """Return the round values of the axis, with room for the words below the lowest of a line.

    An axis that begins at zero stays there.
    """
    rounded = round_values(numbers, from_zero=kind == "bar")
    step, room = rounded[1] - rounded[0], (rounded[-1] - rounded[0]) * BELOW
    lower = rounded[0] - step
    if kind == "line" and min(numbers[:-1]) - rounded[0] < room and (rounded[0] < 0 or lower >= 0):
        return (lower, *rounded)
    return rounded


def _kind(series: Sequence[SeriesValue], steps: Sequence[int] | None) -> PlotKind:
    """Return how a series is drawn: few values apart, with their intervals as dots."""
    if not steps or steps[-1] >= MOST_BARS:
        return "line"
    return "dot" if any(value.interval for value in series) else "bar"


def _plotted(fact: Fact, value: SeriesValue, reader: ProseReader) -> PlotValue:
    ends = value.interval
    return PlotValue(
        value.date.middle,
        capital(reader.words.date(value.date)),
        _drawn(value.value),
        drawn_figures(fact, value.value, reader),
        _number_format(fact, value.value, reader),
        (_drawn(ends.low), _drawn(ends.high)) if ends else None,
        value.projected,
    )


def _steps(series: Sequence[SeriesValue]) -> tuple[int, ...] | None:
    """Return the places of values in equal steps of time, from 0; None where time has no such.

    Years, fiscal years, quarters and months are steps; of other dates, those about evenly apart.
    """
    periods = [value.date.period for value in series]
    units = {period[0] if period else "" for period in periods}
    if len(units) == 1 and all(periods):
        return _in_steps([period[1] for period in periods if period])
    days = [value.date.middle.toordinal() for value in series]
    apart = [later - earlier for earlier, later in pairwise(days)]
    if max(apart) <= min(apart) * EVENLY:
        return tuple(range(len(series)))
    return None


def _by_month(series: Sequence[SeriesValue]) -> tuple[int, ...]:
    """Return the places of values by their months; where two share one, one after the other."""
    months = [value.date.middle.year * 12 + value.date.middle.month for value in series]
    return _in_steps(months) or tuple(range(len(series)))


def _in_steps(numbers: Sequence[int]) -> tuple[int, ...] | None:
    """Return numbers, lowest first, in the largest steps that reach them all."""
    step = gcd(*(number - numbers[0] for number in numbers))
    distinct = len({*numbers}) == len(numbers)
    return tuple((number - numbers[0]) // step for number in numbers) if distinct else None


def _drawn(value: Decimal) -> int | float:
    """Return a value as it is drawn, in binary: its digits travel in its text and its format."""
    return int(value) if value == value.to_integral_value() else float(value)


def _number_format(fact: Fact, value: Decimal, reader: ProseReader) -> str:
    """Return the pattern of a value for a spreadsheet, which writes the digits in its own way."""
    text = drawn_figures(fact, abs(value), reader)
    digits_only = reader.words.figures(with_value(fact, value))
    before, _, after = text.partition(digits_only)
    places = decimals(value) + (digits_only != reader.words.number(abs(value)))
    digits = "#,##0" + ("." + "0" * places if places > 0 else "")
    pattern = _literal(before) + digits + _literal(after)
    return f"{pattern};{_literal(MINUS)}{pattern}"


def _date_format(series: Sequence[SeriesValue]) -> str:
    """Return how a spreadsheet writes the dates: as exactly as the least exact of them is known.

    It has no dates that are quarters or fiscal years.
    """
    known = {value.date.precision for value in series}
    if known & {"quarter", "fiscal"}:
        return ""
    if known <= {"day"}:
        return "d mmm yyyy"
    return "mmm yyyy" if known <= {"day", "month"} else "yyyy"


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""
