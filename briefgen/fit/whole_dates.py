"""Tables of dates on one page each: their course is looked over as a whole."""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.types.block import Block, Table
from briefgen.types.brief import Content
from briefgen.types.laid import LaidOut
from briefgen.types.measure import Measure
from briefgen.types.table_kind import LEAST_DIVIDED, MOST_DATES

LEAST_FILLED = 0.65
"""Share of each page but the last that is filled above dates that move on as a whole."""


def with_whole_dates(
    content: Content, laid_out: LaidOut, measure: Measure, pages: int | None = None
) -> tuple[Content, LaidOut]:
    """Return pages with each table of dates on one, where that leaves none of them half empty.

    There are no more of them than before; `pages` are those that are promised.
    """
    sections = tuple(
        replace(section, blocks=tuple(_whole(block) for block in section.blocks))
        for section in content.sections
    )
    if sections == content.sections:
        return content, laid_out
    whole = replace(content, sections=sections)
    found = measure.lay_out(whole, pages)
    main = [fill for fill in found.fills if fill.frame == "main"]
    full = all(fill.used_mpt >= LEAST_FILLED * fill.height_mpt for fill in main[:-1])
    more = len(found.pages) > len(laid_out.pages) or bool(found.overfull)
    return (whole, found) if full and not more else (content, laid_out)


def _whole(block: Block) -> Block:
    if not isinstance(block, Table) or block.kind != "dates":
        return block
    divided = LEAST_DIVIDED <= len(block.rows) <= MOST_DATES
    return replace(block, continued="") if divided else block
