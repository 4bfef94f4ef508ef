"""A letterhead that a sample has in columns of its text, as a table: a brief's text has none there.

It is a section of its own that the text follows on the same page, and breaks of columns part what
stands side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from briefgen.load.word.letterhead_text import said_by
from briefgen.ooxml.build import put_in, removed, w
from briefgen.ooxml.names import Element, W, attribute, child

_DRAWN = (W + "drawing", W + "pict", W + "object")
_RUNNING = (W + "headerReference", W + "footerReference")
_MOST_WORDS, _MOST_COLUMNS = 60, 4
_WHOLE = 5000
"""The width of the text, in fiftieths of a percent (17.18.90)."""


def set_columns_as_table(body: Element) -> None:
    """Make the first section of a body a table, if it is a letterhead in columns."""
    blocks: list[Element] = []
    for block in body:
        blocks.append(block)
        if block.tag != W + "p" or child(block, "pPr", "sectPr") is not None:
            break
    section = child(blocks[-1], "pPr", "sectPr") if blocks else None
    if section is None or not _is_letterhead(blocks):
        return
    after = next(islice(body.iter(W + "sectPr"), 1, None), None)
    widths, cells = _widths(section), _columns(blocks)
    if after is None or not cells or len(cells) != len(widths) or not _goes_on(after):
        return
    _begin_with(after, section)
    removed(section)
    body.insert(0, _table(cells, widths))


def _is_letterhead(blocks: list[Element]) -> bool:
    """Whether blocks have a picture and few words."""
    drawn = any(next(one.iter(*_DRAWN), None) is not None for one in blocks)
    return drawn and sum(len(said_by(one).split()) for one in blocks) <= _MOST_WORDS


def _goes_on(section: Element) -> bool:
    """Whether a section follows on the same page, in one column."""
    goes_on = attribute(child(section, "type"), "val") == "continuous"
    return goes_on and (attribute(child(section, "cols"), "num") or "1") == "1"


def _widths(section: Element) -> list[tuple[int, int]]:
    """Return the columns of a section that says how wide each is, with the space behind each."""
    columns = child(section, "cols")
    found = [] if columns is None else [*columns.iterchildren(W + "col")]
    said = [(attribute(one, "w") or "", attribute(one, "space") or "0") for one in found]
    if not all(number.isdigit() for one in said for number in one) or len(said) > _MOST_COLUMNS:
        return []
    return [(int(width), int(space)) for width, space in said]


def _columns(blocks: list[Element]) -> list[list[Element]]:
    """Return what stands in each column; nothing where a break parts the words of a paragraph."""
    columns: list[list[Element]] = [[]]
    for block in blocks:
        breaks = [one for one in block.iter(W + "br") if attribute(one, "type") == "column"]
        if len(breaks) > 1:
            return []
        for one in breaks:
            before, behind = (any(_shown(block, one, first=first)) for first in (True, False))
            if before and behind:
                return []
            if before:
                columns[-1].append(block)
            columns.append([] if before else [block])
            removed(one)
        if not breaks:
            columns[-1].append(block)
    return columns


def _shown(block: Element, parting: Element, *, first: bool) -> Iterator[bool]:
    """Yield for what stands before or behind an element whether it is seen."""
    is_behind = False
    for one in block.iter():
        is_behind = is_behind or one is parting
        if is_behind != first and one is not parting:
            yield one.tag in _DRAWN or (one.tag == W + "t" and bool((one.text or "").strip()))


def _begin_with(section: Element, first: Element) -> None:
    """Let a section begin the page as another did, whose headers and footers it inherits."""
    own = {(one.tag, attribute(one, "type")) for one in section if one.tag in _RUNNING}
    for one in reversed([one for one in first if one.tag in _RUNNING]):
        if (one.tag, attribute(one, "type")) not in own:
            section.insert(0, one)
    for name in ("type", "titlePg", "pgMar", "pgSz"):
        for old in section.findall(W + name):
            section.remove(old)
        if (opening := child(first, name)) is not None:
            put_in(section, opening)


def _table(cells: list[list[Element]], widths: list[tuple[int, int]]) -> Element:
    """Return a table without borders of these cells, each with half of the space at its sides."""
    spaces = [0, *(space for _, space in widths[:-1]), 0]
    sides = [(spaces[at] // 2, spaces[at + 1] // 2) for at in range(len(widths))]
    whole = [left + width + right for (width, _), (left, right) in zip(widths, sides, strict=True)]
    row = w("tr")
    for blocks, (left, right), width in zip(cells, sides, whole, strict=True):
        shown = _without_end(blocks) or [w("p")]
        margins = w("tcMar", w("left", w=left, type="dxa"), w("right", w=right, type="dxa"))
        share = w("tcW", w=round(_WHOLE * width / sum(whole)), type="pct")
        row.append(w("tc", w("tcPr", share, margins), *shown))
    properties = w(
        "tblPr",
        w("tblW", w=_WHOLE, type="pct"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=one) for one in whole)), row)


def _without_end(blocks: list[Element]) -> list[Element]:
    """Return blocks without empty ones at their end, which are taken away."""
    left = list(blocks)
    while left and not said_by(left[-1]).strip() and next(left[-1].iter(*_DRAWN), None) is None:
        removed(left.pop())
    return left
