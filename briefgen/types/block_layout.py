"""Galleys: blocks set to a width, not yet placed on a page."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefgen.types.laid import Element, Mark
from briefgen.types.role import Role


class Row(Struct, frozen=True):
    """What stays together: a line of text, a row of a table.

    Marks are placed from the row's top left corner; their `element` is an index into the
    block's own elements. A column may end after the row if `break_after` says so.
    """

    height_mpt: int
    marks: tuple[Mark, ...]
    break_after: bool = False


class Panel(Struct, frozen=True):
    """Tint and rules around a block, drawn once for the rows that stand in one column.

    `left_mpt` and `right_mpt` are where the tint ends, from the left of the column. Each rule is
    width, colour and whether it is double; the rule at the left stands inside the tint.
    """

    left_mpt: int
    right_mpt: int
    fill: str | None
    rule_top: tuple[int, str, bool] | None = None
    rule_bottom: tuple[int, str, bool] | None = None
    rule_left: tuple[int, str, bool] | None = None


class Membership(Struct, frozen=True):
    """What a paragraph is part of: a list with bullets or numbers, or a block quotation.

    `level` counts from 1. What `begins` is the first of its kind, whatever stands above; what
    `continues` is a further paragraph of the item above.
    """

    kind: Literal["bullet", "number", "quotation"]
    level: int = 1
    begins: bool = False
    continues: bool = False


class BlockLayout(Struct, frozen=True):
    """A block set to a width: its rows, its structure elements and its spacing.

    The element with parent None is the root of the block. `repeat` is set again, as an artifact,
    at the head of each column that the block continues in. `narrowed_mpt` is how much further from
    the left and right edge than its style says a word processor must keep its lines for them to
    end as these do. What `spans` goes over all columns of its page.
    """

    role: Role
    rows: tuple[Row, ...]
    elements: tuple[Element, ...]
    space_before_mpt: int
    space_after_mpt: int
    contextual_spacing: bool = False
    keep_with_next: bool = False
    member: Membership | None = None
    panel: Panel | None = None
    repeat: tuple[Row, ...] = ()
    bookmark: tuple[int, str] | None = None
    narrowed_mpt: tuple[int, int] = (0, 0)
    spans: bool = False

    @property
    def height_mpt(self) -> int:
        """Height of all rows, without the space around the block."""
        return sum(row.height_mpt for row in self.rows)
