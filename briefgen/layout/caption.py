"""Captions over tables, charts and pictures."""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.layout.paragraph import Breaker, styled_runs, text_rows
from briefgen.layout.setting import Setting, mpt
from briefgen.types.block_layout import Row
from briefgen.types.laid import Element
from briefgen.types.prose import Prose, runs
from briefgen.types.role import Role


def caption_rows(
    caption: Prose,
    label: str,
    width: int,
    setting: Setting,
    elements: list[Element],
    breaker: Breaker,
) -> list[Row]:
    """Set a caption, with the space below it. It belongs to the last of `elements`.

    `label` is the word with the number, such as "Table 2".
    """
    style = setting.style(Role.CAPTION)
    inks = styled_runs(runs(caption), style, setting, elements)
    inks.insert(0, (f"{label}. ", inks[0][1]))
    rows = text_rows(inks, style, 0, width, breaker=breaker)
    last = rows[-1]
    rows[-1] = replace(last, height_mpt=last.height_mpt + mpt(style.space_after_pt))
    return rows
