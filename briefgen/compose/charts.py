"""Charts of the series that facts have, with all that they say in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise
from math import gcd

from msgspec.structs import replace

from briefgen.compose.exhibit import ExhibitEntry, claim_on
from briefgen.compose.prose import ProseReader
from briefgen.compose.scale import round_values
from briefgen.compose.words import MINUS, capital, says
from briefgen.types.argument import Argument
from briefgen.types.block import Chart, Origin
from briefgen.types.fact import Fact, SeriesValue
from briefgen.types.plot import FEW, Plot, PlotKind, PlotValue, Tick
from briefgen.types.point import Point
from briefgen.types.prose import Prose, Text, text_of
from briefgen.types.selection import LEAST_PRIORITY
from briefgen.types.value import decimals

EVENLY = 1.16
"""By how much the longest step of even dates is longer than the shortest, as months are."""

MOST_BARS = FEW
"""Up to so many steps of time are bars, each with its number; more are a line."""


def charts(
    argument: Argument, points: Collection[Point], reader: ProseReader, at: Origin
) -> tuple[ExhibitEntry, ...]:
    """Return a chart of each fact that has a series, the most important first."""
    drawn = [fact for fact in argument.facts if fact.has_chart]
    entries = [chart_entry(fact, points, reader, at) for fact in drawn]
    return tuple(sorted(entries, key=lambda entry: entry.priority))


def chart_entry(
    fact: Fact, points: Collection[Point], reader: ProseReader, at: Origin
) -> ExhibitEntry:
    """Return the chart of a fact, which can be chosen or left out by the fact's id.

    It is as important as the most important of `points` that it proves, and printed with one of
    them only; where none refers to the fact, the chart stands for itself, and behind all others:
    a reader is shown what proves a claim first.
    """
    claims = {claim: point for point in points if (claim := claim_on(point, "#", fact.id))}
    own = fact.priority if claims and fact.priority else LEAST_PRIORITY
    priority = min([own, *(point.priority for point in claims.values())])
    drawn = replace(chart(fact, reader, at), wide=not claims)
    return ExhibitEntry(fact.id, priority, (drawn,), frozenset(claims))


def chart(fact: Fact, reader: ProseReader, at: Origin) -> Chart:
    """Return the chart of a fact's series: its values, in order of time, and nothing else."""
    fact = reader.words.in_scale(fact)
    series = sorted(fact.series, key=lambda held: (held.date.middle, held.date.first))
    plot = _plot(fact, series, reader)
    subject = _subject(fact, series, reader)
    marks = reader.cited(fact.cited) if fact.sources and reader.citing == "numbers" else ()
    return Chart(
        fact=fact.id,
        plot=plot,
        subject=text_of(subject),
        title=reader.read(fact.finding or capital(fact.measure), acronyms=False),
        caption=(*(subject if fact.finding else _below_measure(fact, series, reader)), *marks),
        note=_joined(_qualified(fact, series, reader), () if marks else _source(fact, reader)),
        alt=_alt(fact, series, plot, text_of(subject), reader),
        label=reader.words.labels.illustration,
        origin=at,
    )


def _plot(fact: Fact, series: Sequence[SeriesValue], reader: ProseReader) -> Plot:
    steps = _steps(series)
    kind: PlotKind = "bar" if steps and steps[-1] < MOST_BARS else "line"
    numbers = [held.value for held in series]
    return Plot(
        kind,
        tuple(
            PlotValue(
                held.date.middle,
                capital(reader.words.date(held.date)),
                _drawn(held.value),
                _figures(fact, held.value, reader),
                _number_format(fact, held.value, reader),
            )
            for held in series
        ),
        tuple(
            Tick(
                float(value),
                _figures(fact, value, reader),
                _number_format(fact, value, reader),
            )
            for value in round_values(numbers, from_zero=kind == "bar")
        ),
        _date_format(series),
        steps or _by_month(series),
        next((at for at, held in enumerate(series) if _is_own(fact, held)), len(series) - 1),
    )


def _steps(series: Sequence[SeriesValue]) -> tuple[int, ...] | None:
    """Return the places of values in equal steps of time, from 0; None where time has no such.

    Years, fiscal years, quarters and months are steps; of other dates, those about evenly apart.
    """
    periods = [held.date.period for held in series]
    units = {period[0] if period else "" for period in periods}
    if len(units) == 1 and all(periods):
        return _in_steps([period[1] for period in periods if period])
    days = [held.date.middle.toordinal() for held in series]
    apart = [later - earlier for earlier, later in pairwise(days)]
    if max(apart) <= min(apart) * EVENLY:
        return tuple(range(len(series)))
    return None


def _by_month(series: Sequence[SeriesValue]) -> tuple[int, ...]:
    """Return the places of values by their months; where two share one, one after the other."""
    months = [held.date.middle.year * 12 + held.date.middle.month for held in series]
    return _in_steps(months) or tuple(range(len(series)))


def _in_steps(numbers: Sequence[int]) -> tuple[int, ...] | None:
    """Return numbers, lowest first, in the largest steps that reach them all."""
    step = gcd(*(number - numbers[0] for number in numbers))
    distinct = len({*numbers}) == len(numbers)
    return tuple((number - numbers[0]) // step for number in numbers) if distinct else None


def _with(fact: Fact, value: Decimal) -> Fact:
    return fact.model_copy(update={"value": value})


def _drawn(value: Decimal) -> int | float:
    """Return a value as it is drawn, in binary: its digits travel in its text and its format."""
    return int(value) if value == value.to_integral_value() else float(value)


def _is_own(fact: Fact, held: SeriesValue) -> bool:
    """Whether a value of the series is the fact itself, whose qualifier is never lost."""
    return held.date == fact.as_of and held.value == fact.value


def _figures(fact: Fact, value: Decimal, reader: ProseReader) -> str:
    """Return a value as the chart prints it: the line above says currency, scale and noun once."""
    digits = reader.words.figures(_with(fact, value))
    text = reader.words.labels.percent.format(number=digits) if fact.unit == "%" else digits
    return f"{MINUS}{text}" if value < 0 else text


def _number_format(fact: Fact, value: Decimal, reader: ProseReader) -> str:
    """Return the pattern of a value for a spreadsheet, which writes the digits in its own way."""
    text = _figures(fact, abs(value), reader)
    figures = reader.words.figures(_with(fact, value))
    before, _, after = text.partition(figures)
    places = decimals(value) + (figures != reader.words.number(abs(value)))
    digits = "#,##0" + ("." + "0" * places if places > 0 else "")
    pattern = _literal(before) + digits + _literal(after)
    return f"{pattern};{_literal(MINUS)}{pattern}"


def _date_format(series: Sequence[SeriesValue]) -> str:
    """Return how a spreadsheet writes the dates: as exactly as the least exact of them is known.

    It has no dates that are quarters or fiscal years.
    """
    known = {held.date.precision for held in series}
    if known & {"quarter", "fiscal"}:
        return ""
    if known <= {"day"}:
        return "d mmm yyyy"
    return "mmm yyyy" if known <= {"day", "month"} else "yyyy"


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""


def _subject(fact: Fact, series: Sequence[SeriesValue], reader: ProseReader) -> Prose:
    """Return what is drawn: what is measured, of whom, in which unit and from when to when."""
    measure = reader.read(capital(fact.measure), acronyms=False)
    unit = _unit(fact, reader)
    scope = (Text(", "), *reader.read(fact.scope, acronyms=False)) if fact.scope else ()
    said = f" ({unit})" if unit else ""
    return (*measure, Text(said), *scope, Text(f", {_span(series, reader)}"))


def _below_measure(fact: Fact, series: Sequence[SeriesValue], reader: ProseReader) -> Prose:
    """Return the same but for what is measured, which stands above."""
    unit, span = _unit(fact, reader), _span(series, reader)
    if not fact.scope:
        return (Text(f"{capital(unit)}, {span}" if unit else span),)
    scope = reader.read(fact.scope if unit else capital(fact.scope), acronyms=False)
    return (*((Text(f"{capital(unit)}, "),) if unit else ()), *scope, Text(f", {span}"))


def _span(series: Sequence[SeriesValue], reader: ProseReader) -> str:
    first, last = (reader.words.date(held.date) for held in (series[0], series[-1]))
    return reader.words.labels.span.format(first=first, last=last)


def _joined(*sentences: Prose) -> Prose:
    """Return sentences one behind another, without those that say nothing."""
    spaced = [(Text(" "), *sentence) for sentence in sentences if sentence]
    return tuple(node for sentence in spaced for node in sentence)[1:]


def _unit(fact: Fact, reader: ProseReader) -> str:
    """Return in what the values are given, such as "€ million": what an amount adds to its digits.

    Of a percentage each value says it, and a noun that the measure has is not said again.
    """
    if fact.unit == "%":
        return ""
    amount = reader.words.amount(_with(fact, _SOME))
    phrase = " ".join(amount.replace(reader.words.number(_SOME), " ").split())
    noun = reader.words.belongs(fact) or says(fact.measure, fact.unit)
    return phrase if noun else f"{phrase} {fact.unit}".strip()


_SOME = Decimal(5)
"""Of so many, words of scale are plural in each language."""


def _qualified(fact: Fact, series: Sequence[SeriesValue], reader: ProseReader) -> Prose:
    """Return the fact's own value with the qualifier that must not be lost."""
    if not (fact.qualifier and any(_is_own(fact, held) for held in series) and fact.as_of):
        return ()
    when, words = capital(reader.words.date(fact.as_of)), reader.words
    return (Text(f"{when}{words.labels.colon}{fact.qualifier} {words.amount(fact)}."),)


def _source(fact: Fact, reader: ProseReader) -> Prose:
    """Return where the values come from: a chart always says so, whatever the reader cites.

    Without a source it is the place in the article.
    """
    labels = reader.words.labels
    named = reader.named(fact.cited, fact.locator) if fact.sources else ()
    if not (named or fact.locator):
        return ()
    place = labels.cited_place.format(place=reader.words.place(fact.locator or ""))
    before, _, after = labels.sourced.partition("{source}")
    return (Text(capital(before)), *(named or (Text(place),)), Text(f"{after}."))


def _alt(
    fact: Fact, series: Sequence[SeriesValue], plot: Plot, subject: str, reader: ProseReader
) -> str:
    """Return a chart in words: of few values every one, of others ends and extremes; and gaps."""
    labels = reader.words.labels

    def reported(held: SeriesValue) -> str:
        counted = reader.words.counted(
            _with(fact, held.value).model_copy(
                update={"qualifier": fact.qualifier if _is_own(fact, held) else None}
            )
        )
        return f"{counted} ({reader.words.date(held.date)})"

    text = labels.plot_alt.format(
        kind=labels.plots[plot.kind],
        subject=subject,
        count=reader.words.number(len(series)),
        first=reported(series[0]),
        last=reported(series[-1]),
        highest=reported(max(series, key=lambda held: held.value)),
        lowest=reported(min(series, key=lambda held: held.value)),
    )
    if len(series) <= FEW:
        every = "; ".join(reported(held) for held in series)
        text = f"{text} {labels.plot_values.format(values=every)}"
    gaps = _gaps(series, plot, reader) if _steps(series) else ""
    return f"{text} {labels.plot_gaps.format(gaps=gaps)}" if gaps else text


def _gaps(series: Sequence[SeriesValue], plot: Plot, reader: ProseReader) -> str:
    """Return between which dates there are steps of time without a value."""
    words = reader.words
    return "; ".join(
        words.labels.plot_gap.format(first=words.date(one.date), last=words.date(other.date))
        for (one, at), (other, then) in pairwise(zip(series, plot.slots, strict=True))
        if then - at > 1
    )
