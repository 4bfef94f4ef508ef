"""A picture laid out, with its credit line; captions over tables, charts and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Literal

from msgspec.structs import replace

from briefgen.layout.paragraph import Breaker, breaker_of, kept_together, text_rows
from briefgen.layout.runs import styled_runs
from briefgen.layout.setting import Setting, mpt
from briefgen.layout.units import EM
from briefgen.types.block import Illustration
from briefgen.types.laid import Element, ImageMark, Mark, PathMark
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.prose import Prose, runs
from briefgen.types.role import Role


def set_illustration(
    block: Illustration, width: int, setting: Setting, *, drawn: bool = True
) -> BlockLayout:
    """Set a picture to a width, its credit line below it. Both stay together.

    In the tags it is a figure with alternative text, and the credit line a paragraph after it.
    Unless it is `drawn`, it is only measured.
    """
    across, down = (mpt(points) for points in block.size_pt(width / EM))
    style, own = setting.style(Role.PICTURE), setting.style(Role.CREDIT)
    figure = Element("Figure", None, alt=block.alt, box_mpt=(0, 0, across, down))
    elements, credit = [figure], list[Row]()
    if block.credit:
        elements = [Element("Div", None), replace(figure, parent=0), Element("P", 0)]
        text = styled_runs(runs(block.credit), own, setting, elements)
        breaker = breaker_of(drawn=drawn, even=True)
        credit = text_rows(text, own, 0, width, breaker=breaker)
    place = 1 if credit else 0
    picture: Mark = ImageMark(0, 0, across, down, block.picture.data, place)
    if block.picture.squares:
        picture = _squares(block.picture.squares, across, place)
    below = max(mpt(style.space_after_pt), mpt(own.space_before_pt)) if credit else 0
    rows = [Row(down + below, (picture,) if drawn else ()), *credit]
    return BlockLayout(
        role=Role.PICTURE,
        rows=kept_together(rows),
        elements=tuple(elements),
        space_before_mpt=mpt(style.space_before_pt),
        space_after_mpt=mpt((own if block.credit else style).space_after_pt),
    )


def _squares(rows: Sequence[bytes], width: int, element: int) -> Mark:
    """Return the dark squares of a code as one path: no reader then shows seams between them."""
    edges = [width * at // len(rows) for at in range(len(rows) + 1)]
    steps: list[tuple[Literal["m", "l", "c", "h"], tuple[int, ...]]] = []
    for row, (top, bottom) in zip(rows, pairwise(edges), strict=True):
        at = 0
        for dark, group in groupby(row):
            left, at = edges[at], at + len([*group])
            if dark:
                right = edges[at]
                corners = (right, top), (right, bottom), (left, bottom)
                steps += [("m", (left, top)), *(("l", one) for one in corners), ("h", ())]
    return PathMark(tuple(steps), "#000000", element=element)


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
