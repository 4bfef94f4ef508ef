"""Tables made from an argument's typed data: events and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.exhibit import Exhibit
from briefgen.compose.figures import by_weight, counted, counted_of, in_time, when
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import capital, says
from briefgen.types.argument import Argument
from briefgen.types.block import Block, Cell, Origin, Table
from briefgen.types.fact import Fact
from briefgen.types.labels import Labels
from briefgen.types.prose import Prose, plain
from briefgen.types.selection import LEAST_PRIORITY

CONSTANT_SHARE = 0.85
"""Share of rows that say the same, from which on a column is a sentence of the caption."""


class ConstantColumns(Struct, frozen=True):
    """What the rows of one table say by column, and what of it is the same in almost all.

    `usual` is what a column says throughout or almost so; None where it has to stay a column.
    """

    rows: Sequence[Mapping[str, str]]
    usual: Mapping[str, str | None]
    labels: Labels

    @property
    def left(self) -> list[str]:
        """The columns that stay."""
        return [name for name, value in self.usual.items() if value is None]

    def caption(self, opening: str) -> str:
        """Return the caption with a sentence for each column that is none; not for an empty one."""
        sentences = [opening]
        for name, value in self.usual.items():
            if value:
                whole = all(row[name] == value for row in self.rows)
                pattern = self.labels.constant_column if whole else self.labels.usual_column
                sentences.append(pattern.format(column=name, value=value))
        return ". ".join(sentences)

    def unusual(self, row: Mapping[str, str]) -> str:
        """Return what a row says of columns that are none and say something else of it."""
        said = [
            f"{name}{self.labels.colon}{row[name]}"
            for name, value in self.usual.items()
            if value is not None and row[name] not in ("", value)
        ]
        return "".join(f". {one}" for one in said)


def constant_columns(rows: Sequence[Mapping[str, str]], labels: Labels) -> ConstantColumns:
    """Return which columns of some rows say the same almost throughout."""
    usual = {name: _usual([row[name] for row in rows]) for name in rows[0]}
    return ConstantColumns(rows, usual, labels)


def _usual(values: Sequence[str]) -> str | None:
    value, count = Counter(values).most_common(1)[0]
    # A sentence that holds unless a row says otherwise would be false of a row that says nothing.
    if value and "" in values:
        return None
    return value if count >= CONSTANT_SHARE * len(values) else None


_FIGURE_SHARE, _COUNTS_SHARE, _COLUMN_SHARE = 24, 42, 17
"""Relative widths of the columns: figure, what it counts, and any that is left after them."""

_NOTHING = Cell(plain("–"))
"""What a cell says for which there is nothing, as tables of statistics do."""


def chronology(argument: Argument, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the events as rows of date and event, in detail where the event has one.

    A date is no header cell: with one cell of data beside each, half the table would be headers.
    """
    events = by_weight(argument.timeline)
    rows = {
        event.id: (
            Cell(plain(when(event, reader)), align="right"),
            Cell(
                (
                    *reader.read(event.detail or event.text),
                    *reader.cited(event.cited, event.locator),
                )
            ),
        )
        for event in events
    }
    labels = reader.words.labels
    date, event = header_of(labels.date, labels.event)
    header = (replace(date, align="right"), event)

    def show(count: int) -> tuple[Block, ...]:
        shown = sorted(events[:count], key=in_time)
        chosen = tuple(rows[event.id] for event in shown)
        reports = tuple(event.id for event in shown)
        caption = plain(caption_of(argument, reader))
        table = Table(caption, (22, 78), (header,), chosen, at, reports=reports, each=True)
        return (replace(table, kind="dates"),)

    return Exhibit([event.priority for event in events], show)


class _Figure(Struct, frozen=True):
    """A figure in a row: as it is written, what it counts, and what is said of it by column."""

    written: str
    counts: Prose
    said: Mapping[str, str]


def evidence(
    argument: Argument, reader: ProseReader, at: Origin, *, without: Collection[str] = ()
) -> Exhibit:
    """Return the facts to list as rows: figure, what it counts and of whom, as of, and place.

    Those that another table shows are left out: it goes `without` them.

    A count that prose writes as a word, such as three, is no figure to look up. Columns that say
    the same almost throughout are sentences of the caption.
    """
    order = {fact.id: number for number, fact in enumerate(argument.facts)}
    listed = [fact for fact in argument.facts if fact.listed and _is_looked_up(fact, reader)]
    listed = [fact for fact in listed if fact.id not in without]
    facts = sorted(listed, key=lambda fact: fact.priority or LEAST_PRIORITY)
    made = {fact.id: _figure(fact, reader) for fact in facts}
    caption = caption_of(argument, reader)

    def show(count: int) -> tuple[Block, ...]:
        chosen = sorted((fact.id for fact in facts[:count]), key=lambda key: order[key])
        table = _figures([made[key] for key in chosen], caption, reader, at)
        return (replace(table, reports=tuple(chosen), each=True),)

    return Exhibit([fact.priority for fact in facts], show)


def _is_looked_up(fact: Fact, reader: ProseReader) -> bool:
    return bool(fact.interval) or reader.words.spelt(fact) is None


def _figures(shown: Sequence[_Figure], caption: str, reader: ProseReader, at: Origin) -> Table:
    labels = reader.words.labels
    columns = constant_columns([one.said for one in shown], labels)
    rows = tuple(
        (
            Cell(plain(one.written), header=True, align="right"),
            Cell((*one.counts, *plain(columns.unusual(one.said)))),
            *(Cell(plain(one.said[name])) if one.said[name] else _NOTHING for name in columns.left),
        )
        for one in shown
    )
    figure, *others = header_of(labels.figure, labels.measure, *columns.left)
    header = (replace(figure, align="right"), *others)
    shares = (_FIGURE_SHARE, _COUNTS_SHARE, *(_COLUMN_SHARE for _ in columns.left))
    said = plain(columns.caption(caption))
    return Table(said, shares, (header,), rows, at, kind="figures")


def _figure(fact: Fact, reader: ProseReader) -> _Figure:
    words, labels = reader.words, reader.words.labels
    written = words.stated(fact) if says(counted(fact), fact.unit) else words.counted(fact)
    named = reader.cited(reader.beyond_place(fact.cited))
    said = {
        labels.as_of: capital(words.date(fact.as_of)) if fact.as_of else "",
        labels.place: fact.locator or "",
    }
    return _Figure(written, (*counted_of(fact, reader), *named), said)


def caption_of(argument: Argument, reader: ProseReader) -> str:
    """Return what a table says besides the heading over it: how old its information is."""
    date = reader.words.date(argument.article.cut_off)
    return reader.words.labels.position.format(date=date)


def as_of_cell(fact: Fact, reader: ProseReader) -> Cell:
    """Return the date at which a figure holds, where the article gives one."""
    return Cell(plain(capital(reader.words.date(fact.as_of)))) if fact.as_of else _NOTHING


def header_of(*titles: str) -> tuple[Cell, ...]:
    """Return a header row."""
    return tuple(Cell(plain(title), header=True) for title in titles)
