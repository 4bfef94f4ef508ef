"""What charts say in words: above them, below them, and to those who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from briefgen.compose.prose import ProseReader
from briefgen.compose.words import MINUS, NO_BREAK_SPACE, capital, says
from briefgen.types.fact import Fact, SeriesValue, names_of_series, shared
from briefgen.types.plot import FEW, Plot
from briefgen.types.prose import Prose, Text, text_of

MOST_TITLE = 90
"""Characters of a title that is made of figures: a longer one is no title."""


def with_value(fact: Fact, value: Decimal) -> Fact:
    """Return a fact with another value."""
    return fact.model_copy(update={"value": value})


def is_own(fact: Fact, value: SeriesValue) -> bool:
    """Whether a value of the series is the fact itself, whose qualifier is never lost."""
    return value.date == fact.as_of and value.value == fact.value


def figures(fact: Fact, value: Decimal, reader: ProseReader) -> str:
    """Return a value as words about the chart print it, without currency, scale and noun."""
    text = drawn_figures(fact, abs(value), reader)
    text = reader.words.labels.percent.format(number=text) if fact.unit == "%" else text
    return f"{MINUS}{text}" if value < 0 else text


def drawn_figures(fact: Fact, value: Decimal, reader: ProseReader) -> str:
    """Return a value as the plot prints it: the line above says its unit once."""
    text = reader.words.figures(with_value(fact, value))
    return f"{MINUS}{text}" if value < 0 else text


def subject(
    fact: Fact, series: Sequence[SeriesValue], reader: ProseReader, *, in_words: bool = False
) -> Prose:
    """Return what is drawn: what is measured, of whom, in which unit and from when to when.

    `in_words` each value has its percent sign.
    """
    measure = reader.read(capital(fact.measure), acronyms=False)
    unit = "" if in_words and fact.unit == "%" else _unit(fact, reader)
    scope = (Text(", "), *reader.read(fact.scope, acronyms=False)) if fact.scope else ()
    said = f" ({unit})" if unit else ""
    return (*measure, Text(said), *scope, Text(f", {_span(series, reader)}"))


def series_names(facts: Sequence[Fact], reader: ProseReader) -> list[str]:
    """Return the names of several series, as a legend prints them."""
    return [capital(text_of(reader.read(name, acronyms=False))) for name in names_of_series(facts)]


def title(fact: Fact, group: Sequence[Fact], series: Sequence[SeriesValue], plot: Plot,
          reader: ProseReader) -> Prose:  # fmt: skip
    """Return what a chart shows: what the author found, or else its ends in figures.

    That is how the cited value, or the last one, stands to the first; where a value lies beyond
    both, it is the lowest and the highest. It is not said where it would pass over something: a
    qualifier, an interval, other series, or a second value as low or as high.
    """
    if fact.finding:
        return reader.read(fact.finding, acronyms=False)
    measure = reader.read(capital(shared(fact, group).measure), acronyms=False)
    if group or fact.qualifier or plot.has_intervals:
        return measure
    labels, ends = reader.words.labels, (series[0], series[plot.stressed or -1])
    held = sorted(value.value for value in series)
    if {held[0], held[-1]} <= {value.value for value in ends}:
        pattern = labels.plot_title
    elif held[0] == held[1] or held[-2] == held[-1]:
        return measure
    else:
        pattern, ends = (
            labels.plot_extremes,
            (
                min(series, key=lambda value: value.value),
                max(series, key=lambda value: value.value),
            ),
        )
    first, last = ends
    said = pattern.format(
        measure=text_of(measure),
        first=figures(fact, first.value, reader),
        first_date=_dated(first, reader).replace(" ", NO_BREAK_SPACE),
        last=figures(fact, last.value, reader),
        last_date=_dated(last, reader).replace(" ", NO_BREAK_SPACE),
    )
    return (Text(said),) if len(said) <= MOST_TITLE else measure


def _dated(value: SeriesValue, reader: ProseReader) -> str:
    date = reader.words.date(value.date)
    if value.projected:
        return reader.words.labels.plot_projected["value"].format(dates=date)
    return date


def below_measure(fact: Fact, series: Sequence[SeriesValue], reader: ProseReader) -> Prose:
    """Return the same but for what is measured, which stands above."""
    unit, span = _unit(fact, reader), _span(series, reader)
    if not fact.scope:
        return (Text(f"{capital(unit)}, {span}" if unit else span),)
    scope = reader.read(fact.scope if unit else capital(fact.scope), acronyms=False)
    return (*((Text(f"{capital(unit)}, "),) if unit else ()), *scope, Text(f", {span}"))


def _span(series: Sequence[SeriesValue], reader: ProseReader) -> str:
    first, last = (reader.words.date(value.date) for value in (series[0], series[-1]))
    return reader.words.labels.span.format(first=first, last=last)


def joined(*sentences: Prose) -> Prose:
    """Return sentences one behind another, without those that say nothing."""
    spaced = [(Text(" "), *sentence) for sentence in sentences if sentence]
    return tuple(node for sentence in spaced for node in sentence)[1:]


def _unit(fact: Fact, reader: ProseReader) -> str:
    """Return in what the values are given, such as "€ million": what an amount adds to its digits.

    A noun that the measure has is not said again.
    """
    if fact.unit == "%":
        return fact.unit
    amount = reader.words.amount(with_value(fact, _SOME))
    phrase = " ".join(amount.replace(reader.words.number(_SOME), " ").split())
    noun = reader.words.belongs(fact) or says(fact.measure, fact.unit)
    return phrase if noun else f"{phrase} {fact.unit}".strip()


_SOME = Decimal(5)
"""Of so many, words of scale are plural in each language."""


def qualified(fact: Fact, series: Sequence[SeriesValue], reader: ProseReader) -> Prose:
    """Return the fact's own value with the qualifier that must not be lost."""
    if not (fact.qualifier and any(is_own(fact, value) for value in series) and fact.as_of):
        return ()
    when, words = capital(reader.words.date(fact.as_of)), reader.words
    return (Text(f"{when}{words.labels.colon}{fact.qualifier} {words.amount(fact)}."),)


def source(fact: Fact, reader: ProseReader) -> Prose:
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


def intervals_shown(facts: Sequence[Fact], reader: ProseReader) -> Prose:
    """Return what the lines through the values mean, if some have one; the level as it is given.

    It is the same for all series of a chart.
    """
    ranged = (fact for fact in facts if any(value.interval for value in fact.series))
    if (fact := next(ranged, None)) is None:
        return ()
    labels = reader.words.labels
    if fact.confidence is None:
        return (Text(labels.plot_intervals_alone),)
    return (Text(labels.plot_intervals.format(level=reader.words.number(fact.confidence))),)


def projections_shown(series: Sequence[SeriesValue], plot: Plot, reader: ProseReader) -> Prose:
    """Return which values are projections, and how these are drawn, if some are."""
    projected = [value for value in series if value.projected]
    if not projected:
        return ()
    date = reader.words.date(projected[0].date)
    dates = date if len(projected) == 1 else _span(projected, reader)
    several = plot.beside or plot.panels
    kind: str = "lines" if plot.kind == "line" and several else plot.kind
    kind = "bars" if kind == "bar" and plot.beside else kind
    return (Text(reader.words.labels.plot_projected[kind].format(dates=dates)),)


def alt(
    fact: Fact,
    series: Sequence[SeriesValue],
    plot: Plot,
    reader: ProseReader,
    *,
    stepped: bool,
) -> str:
    """Return a chart in words: of few values every one, of others ends and extremes; and gaps.

    Gaps are said of what stands at steps of time.
    """
    labels = reader.words.labels

    def said(value: SeriesValue) -> str:
        return _said(fact, value, reader)

    drawn = text_of(subject(fact, series, reader, in_words=True))
    text = _extremes(fact, series, labels.plots[plot.kind], drawn, reader)
    more = [labels.plot_values] if len(series) <= FEW else []
    text = " ".join([text, *(one.format(values="; ".join(map(said, series))) for one in more)])
    marks = joined(projections_shown(series, plot, reader), intervals_shown([fact], reader))
    text = f"{text} {text_of(marks)}".rstrip()
    gaps = _gaps(series, plot, reader) if stepped else ""
    return f"{text} {labels.plot_gaps.format(gaps=gaps)}" if gaps else text


def alt_of_several(
    facts: Sequence[Fact], series: Sequence[SeriesValue], plot: Plot, reader: ProseReader
) -> str:
    """Return a chart of several series in words, one after another."""
    labels = reader.words.labels
    name = f"{plot.kind}s" if facts[0].drawn_in == "group" else facts[0].drawn_in
    said = [f"{labels.plots[name]}{labels.colon}"]
    drawn = subject(shared(facts[0], facts[1:]), series, reader, in_words=True)
    said[0] += f"{text_of(drawn)}."
    for fact, each in zip(facts, plot.all_series, strict=True):
        by_date = {one.date: one for one in fact.series}
        values = [by_date[one.date] for one in series if one.date in by_date]
        if len(values) <= FEW:
            every = "; ".join(_said(fact, one, reader) for one in values)
            said.append(f"{each.name}{labels.colon}{every}.")
        else:
            said.append(_extremes(fact, values, each.name, _span(values, reader), reader))
    said.append(text_of(projections_shown(series, plot, reader)))
    said.append(text_of(intervals_shown(facts, reader)))
    return " ".join(filter(None, said))


def _extremes(
    fact: Fact, series: Sequence[SeriesValue], kind: str, drawn: str, reader: ProseReader
) -> str:
    """Return the ends and the extremes of a series in words."""
    ends = {
        "first": series[0],
        "last": series[-1],
        "highest": max(series, key=lambda value: value.value),
        "lowest": min(series, key=lambda value: value.value),
    }
    return reader.words.labels.plot_alt.format(
        kind=kind,
        subject=drawn,
        count=reader.words.number(len(series)),
        **{name: _said(fact, value, reader) for name, value in ends.items()},
    )


def _said(fact: Fact, value: SeriesValue, reader: ProseReader) -> str:
    """Return one value in words, with its interval and its date."""
    own = {"qualifier": fact.qualifier if is_own(fact, value) else None, "interval": None}
    text = reader.words.counted(with_value(fact, value.value).model_copy(update=own))
    if value.interval:
        low, high = (
            figures(fact, end, reader) for end in (value.interval.low, value.interval.high)
        )
        text = reader.words.labels.plot_range.format(figure=text, low=low, high=high)
    return f"{text} ({_dated(value, reader)})"


def _gaps(series: Sequence[SeriesValue], plot: Plot, reader: ProseReader) -> str:
    """Return between which dates there are steps of time without a value."""
    words = reader.words
    return "; ".join(
        words.labels.plot_gap.format(first=words.date(one.date), last=words.date(other.date))
        for (one, at), (other, then) in pairwise(zip(series, plot.slots, strict=True))
        if then - at > 1
    )
