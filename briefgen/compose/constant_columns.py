"""Columns of a table that say the same in almost every row: a sentence of its caption instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefgen.types.labels import Labels

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
