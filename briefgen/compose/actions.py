"""Recommendations as a table: what to do, who, by when, at what cost, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.compose.claims import basis_of
from briefgen.compose.exhibit import ExhibitEntry
from briefgen.compose.prose import ProseReader
from briefgen.compose.tables import caption_of, header_of
from briefgen.compose.words import capital
from briefgen.types.argument import Argument, Part
from briefgen.types.block import Cell, Origin, Table
from briefgen.types.point import Recommendation
from briefgen.types.prose import Prose, Strong, Text, plain
from briefgen.types.selection import Selection

_ACTION_SHARE, _COLUMN_SHARE, _BASIS_SHARE = 34, 17, 28
"""Relative widths of the columns: of what to do, of each of the terms, and of what it rests on."""

_NOTHING = plain("–")


def actions(
    argument: Argument, selection: Selection, reader: ProseReader, at: Origin
) -> tuple[ExhibitEntry, ...]:
    """Return the table of what this reader is recommended, with the columns that say something.

    There is none where nothing says who should act, by when or at what cost.
    """
    recommended = [one.point for one in selection.parts.get(Part.RECOMMENDATIONS, ())]
    points = [point for point in recommended if isinstance(point, Recommendation)]
    if not any(point.has_terms for point in points):
        return ()
    columns = _columns(points, argument, reader)
    rows = tuple(
        (
            Cell((Strong((Text(f"{number}. "), *_headline(point, reader))),), header=True),
            *(Cell(said[point.id] or _NOTHING) for said in columns.values()),
        )
        for point in points
        if (number := argument.recommendation_number(point.id))
    )
    labels = reader.words.labels
    shares = [_BASIS_SHARE if name == labels.rests_on else _COLUMN_SHARE for name in columns]
    header = header_of(labels.action, *columns)
    caption = plain(caption_of(argument, reader))
    table = Table(caption, (_ACTION_SHARE, *shares), (header,), rows, at)
    return (ExhibitEntry("actions", min(point.priority for point in points), (table,)),)


def _headline(point: Recommendation, reader: ProseReader) -> Prose:
    return reader.read(point.forms.headline, acronyms=False)


def _columns(
    points: Sequence[Recommendation], argument: Argument, reader: ProseReader
) -> dict[str, Mapping[str, Prose]]:
    """Return what is said of the recommendations, by column and id, without empty columns."""
    words, labels = reader.words, reader.words.labels
    made: dict[str, Mapping[str, Prose]] = {
        labels.who: {one.id: plain(capital(one.owner)) if one.owner else () for one in points},
        labels.by_when: {
            one.id: plain(capital(words.date(one.deadline))) if one.deadline else ()
            for one in points
        },
        labels.at_cost: {one.id: reader.read(one.cost) if one.cost else () for one in points},
        labels.rests_on: {one.id: basis_of(one, argument, reader) for one in points},
    }
    return {name: said for name, said in made.items() if any(said.values())}
