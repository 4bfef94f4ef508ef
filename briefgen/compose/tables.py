"""Tables made from an argument's typed data: figures, and what all tables are made with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.exhibit import Exhibit
from briefgen.compose.figures import counted, counted_of, qualified
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import MINUS, NO_BREAK_SPACE, capital, says
from briefgen.languages.files import is_decrease
from briefgen.types.argument import Argument
from briefgen.types.block import Block, Cell, Origin, Paragraph, Table
from briefgen.types.fact import Fact
from briefgen.types.labels import Labels
from briefgen.types.prose import Citation, Prose, Text, plain, text_of
from briefgen.types.role import Role
from briefgen.types.selection import LEAST_PRIORITY
from briefgen.types.table_kind import most_ems

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


_COUNTS_SHARE, _FIGURE_SHARE = 74, 26
"""Relative widths of the columns: what a figure counts, and the figure."""

_TYPE_PT, _MARKS_EM = 8.5, 1.0
"""Size of the type in tables of the built-in themes, and room for the marks of sources."""

BETWEEN_PT = 32.0
"""White space between what a figure counts and the figure."""

LEAST_ROWS = 3
"""Fewer figures than these are sentences: two rows under a head and a caption are no table."""

_NOTHING = Cell(plain("–"))
"""What a cell says for which there is nothing, as tables of statistics do."""


def natural_ems(
    header: Sequence[Cell], rows: Sequence[Sequence[Cell]], between_pt: float
) -> tuple[float, ...]:
    """Return how wide each column is where no cell takes a second line, in sizes of its type.

    It is computed from characters, as Word measures nothing, and never too little. `between_pt` is
    the white space between the texts of two columns.
    """
    between = between_pt / _TYPE_PT
    return tuple(
        max(
            most_ems(text_of(row[column].prose)) + _mark_ems(row[column]) for row in (header, *rows)
        )
        + between / (2 if column in (0, len(header) - 1) else 1)
        for column in range(len(header))
    )


def _mark_ems(cell: Cell) -> float:
    """Return room for the marks of sources, which have no numbers yet."""
    return _MARKS_EM * any(isinstance(one, Citation) for one in cell.prose)


def evidence(
    argument: Argument,
    reader: ProseReader,
    at: Origin,
    *,
    without: Collection[str] = (),
    untold: bool = False,
) -> Exhibit:
    """Return the facts to list as rows: what each counts, of whom and when, and the figure.

    Those that are shown elsewhere are left out: it goes `without` them, and where all that the
    text says are among these, it lists the `untold`. One or two of them are sentences. A count that
    prose writes as a word, such as three, is no figure to look up.
    """
    order = {fact.id: number for number, fact in enumerate(argument.facts)}
    listed = [fact for fact in argument.facts if fact.listed and _is_looked_up(fact, reader)]
    listed = [fact for fact in listed if fact.id not in without]
    facts = sorted(listed, key=lambda fact: fact.priority or LEAST_PRIORITY)
    made = {fact.id: _figure(fact, argument, reader) for fact in facts}
    labels = reader.words.labels
    header = header_of(labels.measure, labels.figure)
    header = (header[0], replace(header[1], align="right"))
    shares = (_COUNTS_SHARE, _FIGURE_SHARE)

    def show(count: int) -> tuple[Block, ...]:
        chosen = sorted((fact.id for fact in facts[:count]), key=lambda key: order[key])
        if untold and count < LEAST_ROWS:
            by_id = {fact.id: fact for fact in facts}
            return tuple(told(by_id[key], argument, reader, at) for key in chosen)
        rows = tuple(
            (Cell(counts), Cell(plain(figure), align="right"))
            for counts, figure in (made[key] for key in chosen)
        )
        said = plain(labels.untold_figures if untold else labels.evidence)
        table = Table(said, shares, (header,), rows, at, reports=tuple(chosen), each=True)
        ems = natural_ems(header, rows, BETWEEN_PT)
        return (replace(table, ems=ems, continued=labels.continued),)

    return Exhibit([fact.priority for fact in facts], show)


def told(fact: Fact, argument: Argument, reader: ProseReader, at: Origin) -> Paragraph:
    """Return a figure with what it counts as an item of a list, in place of a row of a table.

    It says its date, and the noun of what is counted, where the words before it do not.
    """
    words = reader.words
    opening = (*_dated(counted_of(fact, reader), fact, argument, reader), Text(words.labels.colon))
    figure = reader.read(f"[#{fact.id}]", acronyms=False)
    if not (says(counted(fact), fact.unit) or words.stands_alone(fact)):
        figure = (*figure, Text(f"{NO_BREAK_SPACE}{fact.unit}"))
    cited = reader.cited(fact.cited, fact.locator)
    return Paragraph(Role.BULLET, (*opening, *figure, *cited), at, "bullet")


def _is_looked_up(fact: Fact, reader: ProseReader) -> bool:
    return bool(fact.interval) or reader.words.spelt(fact) is None


def _figure(fact: Fact, argument: Argument, reader: ProseReader) -> tuple[Prose, str]:
    """Return what a fact counts, with its date and sources, and the figure.

    A qualifier is a sign at the figure or words of what it counts.
    """
    words = reader.words
    bare = fact.model_copy(update={"qualifier": None})
    figure = words.stated(bare) if says(counted(fact), fact.unit) else words.counted(bare)
    if is_decrease(fact.qualifier or "", words.language):
        figure = figure.removeprefix(MINUS)
    figure, counts = qualified(fact, figure, counted_of(fact, reader), words.labels)
    counts = _dated(counts, fact, argument, reader)
    return (*counts, *reader.cited(reader.beyond_place(fact.cited))), figure


def _dated(counts: Prose, fact: Fact, argument: Argument, reader: ProseReader) -> Prose:
    """Return what a fact counts with its date, where it does not say it.

    A date of the time that the whole brief is of says nothing.
    """
    cut_off = argument.article.cut_off
    dated = fact.as_of and not fact.as_of.first <= cut_off.first <= fact.as_of.last
    when = reader.words.date(fact.as_of) if fact.as_of and dated else ""
    return (*counts, Text(f", {when}")) if when and when not in text_of(counts) else counts


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
