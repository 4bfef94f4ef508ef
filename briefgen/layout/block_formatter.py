"""Any block laid out, set once for each width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from briefgen.layout.figures import set_key_figures, set_stats
from briefgen.layout.paragraph import set_paragraph
from briefgen.layout.setting import Setting, mpt
from briefgen.layout.timeline import set_timeline
from briefgen.types.block import (
    Block,
    Chart,
    Contents,
    Glossary,
    Heading,
    Illustration,
    KeyFigures,
    Paragraph,
    SourceList,
    Table,
    Timeline,
)
from briefgen.types.finding import Bug
from briefgen.types.listing import LIST_ROLES, item_label, item_numbers
from briefgen.types.measure import BlockLayout
from briefgen.types.page import spanning

Joins = tuple[bool, bool]
"""Whether a block shares its rules with the one above, and with the one below."""

Neighbours = tuple[Block | None, Block | None]
"""What stands above and below blocks."""

Rules = tuple[object, ...]
"""Borders, tint and edges of a paragraph."""

KEPT = 2_000
"""Layouts that a formatter keeps: those of some ten one-page briefs, or of sixty pages."""


class BlockFormatter(Struct, frozen=True, dict=True):
    """Sets blocks with one theme and its fonts, and keeps what it has set last.

    What is kept only saves time: a block set to a width has always the same layout. `table_label`
    is the word before a table's number, in the brief's language.
    """

    setting: Setting
    table_label: str

    def set(
        self,
        block: Block,
        width_mpt: int,
        label: str = "",
        joins: Joins = (False, False),
        *,
        drawn: bool = True,
    ) -> BlockLayout:
        """Return the layout of a block.

        `label` is the number or bullet of a list item; `joins` says whether the block's rules join
        those of the block above and below; without `drawn` rows have their height and
        no marks, which is quick and enough to measure.
        """
        return self._kept(block, width_mpt, label, joins, drawn)

    def set_all(
        self,
        blocks: Sequence[Block],
        width_mpt: int,
        given: Sequence[str] = (),
        beside: Neighbours = (None, None),
        *,
        drawn: bool = True,
        wide_mpt: int | None = None,
        over_side: bool = False,
    ) -> tuple[BlockLayout, ...]:
        """Return the galleys of blocks that stand under one another, lists numbered.

        What is `given` stands before each heading; without it, the widest number that a heading
        may have. `beside` stand above and below them, set elsewhere. What goes over all columns,
        where there are several, or `over_side`, is set to `wide_mpt`.

        Neighbours with the same rules and edges share them, as Word joins the borders of such
        paragraphs: the rule above stands over the first, the rule below under the last, and a tint
        goes on over the space between.
        """
        above, below = beside
        rules = [self._rules(block) for block in (above, *blocks, below)]
        numbers = item_numbers(blocks)
        wide = (False,) * len(blocks) if wide_mpt is None else spanning(blocks, over_side=over_side)
        found: list[BlockLayout] = []
        for at, (block, number) in enumerate(zip(blocks, numbers, strict=True)):
            label = given[at] if given and given[at] else self._label(block, number)
            own = rules[at + 1]
            joins = own is not None and rules[at] == own, own is not None and rules[at + 2] == own
            is_wide = wide_mpt is not None and wide[at]
            own_mpt = wide_mpt if wide_mpt is not None and wide[at] else width_mpt
            layout = self.set(block, own_mpt, label, joins, drawn=drawn)
            if layout.panel and layout.panel.fill and any(joins):
                following = blocks[at + 1] if at + 1 < len(blocks) else below
                layout = self._in_panel(layout, joins, following)
            found.append(replace(layout, spans=True) if is_wide else layout)
        return tuple(found)

    def _in_panel(self, layout: BlockLayout, joins: Joins, following: Block | None) -> BlockLayout:
        """Return the layout of a panel that goes on, the space between inside its own tint."""
        is_joined_above, is_joined_below = joins
        if is_joined_above:
            layout = replace(layout, space_before_mpt=0)
        if not is_joined_below or not isinstance(following, Paragraph | Heading):
            return layout
        style = self.setting.style(following.role)
        alike = layout.contextual_spacing and layout.role is following.role
        between = 0 if alike else max(layout.space_after_mpt, mpt(style.space_before_pt))
        *rows, last = layout.rows
        last = replace(last, height_mpt=last.height_mpt + between)
        return replace(layout, rows=(*rows, last), space_after_mpt=0)

    def _label(self, block: Block, number: int) -> str:
        """Return what stands before a block: the mark of an item, or a heading's widest number."""
        if isinstance(block, Heading):
            mark = self.setting.style(block.role).mark
            return mark.widest if mark else ""
        if isinstance(block, Paragraph) and block.item:
            own = self.setting.style(block.role)
            if own.mark is None or own.first_line_pt >= 0:
                own = self.setting.style(LIST_ROLES[block.item, block.level])
            return item_label(block, number, own.mark)
        return ""

    def _rules(self, block: Block | None) -> Rules | None:
        """Return the rules and edges of a paragraph that neighbours alike share with it."""
        if not isinstance(block, Paragraph | Heading):
            return None
        style = self.setting.style(block.role)
        if not (style.border_top or style.border_bottom):
            return None
        if isinstance(block, Heading) and not style.shading:
            return None
        left = style.indent_left_pt + min(style.first_line_pt, 0)
        borders = style.border_top, style.border_left, style.border_bottom, style.border_right
        return (*borders, style.shading, left, style.indent_right_pt)

    @cached_property
    def _kept(self) -> Callable[[Block, int, str, Joins, bool], BlockLayout]:
        return lru_cache(maxsize=KEPT)(self._set)

    def _set(self, block: Block, width: int, label: str, joins: Joins, drawn: bool) -> BlockLayout:
        """Set a block of any kind; what sets the rarer ones is imported for the first of them."""
        match block:
            case Heading() | Paragraph():
                return set_paragraph(block, width, self.setting, label, joins, drawn=drawn)
            case KeyFigures(strip=True):
                return set_stats(block, width, self.setting, drawn=drawn)
            case KeyFigures():
                return set_key_figures(block, width, self.setting, drawn=drawn)
            case Contents():
                from briefgen.layout.contents import set_contents  # noqa: PLC0415

                return set_contents(block, width, self.setting, drawn=drawn)
            case Timeline(strip=True):
                from briefgen.layout.time_strip import set_strip  # noqa: PLC0415

                return set_strip(block, width, self.setting, drawn=drawn)
            case Timeline():
                return set_timeline(block, width, self.setting, drawn=drawn)
            case Chart():
                from briefgen.layout.chart import set_chart  # noqa: PLC0415

                return set_chart(block, width, self.setting, drawn=drawn)
            case Illustration():
                from briefgen.layout.illustration import set_illustration  # noqa: PLC0415

                return set_illustration(block, width, self.setting, drawn=drawn)
            case Table():
                from briefgen.layout.table import set_table  # noqa: PLC0415

                caption = f"{self.table_label} {block.number}"
                return set_table(block, width, self.setting, caption, drawn=drawn)
            case SourceList() | Glossary():
                raise Bug(f"{type(block).__name__} was not resolved before layout")
            case _:
                assert_never(block)
