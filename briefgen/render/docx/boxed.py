"""Lines of a header or footer with tabs, boxed in a cell as wide as the text and the side column.

LibreOffice compares a right tab with the edge of the main column, on the page, and lets none lead
farther, whatever the indent; in a cell it does.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.ooxml.build import w
from briefgen.ooxml.names import MC, WP, Element, W, twips
from briefgen.render.docx.frames import FrameGeometry, FramePosition, moved_out

_HELD = (WP + "anchor", W + "pict", W + "object", W + "framePr", W + "sectPr", W + "txbxContent")


def box_tabbed(root: Element, geometry: FrameGeometry) -> None:
    """Box paragraphs with tabs that stand in no table, each run of them in a cell.

    What holds a floating drawing stays: its place would count from the cell.
    """
    if not geometry.reach_right_pt:
        return
    for run in [*_runs_of(root)]:
        first, last = run[0], run[-1]
        before, after = first.getprevious(), last.getnext()
        if before is not None and before.tag == W + "tbl":
            continue  # two tables side by side are one
        box = _box(geometry)
        first.addprevious(box)
        box[-1][-1].extend(run)
        if after is None or after.tag != W + "p":
            box.addnext(_end())


def _runs_of(root: Element) -> Iterator[list[Element]]:
    pending: list[Element] = []
    for block in root:
        if block.tag == W + "p" and _is_tabbed(block):
            pending.append(block)
            continue
        if pending:
            yield pending
        pending = []
    if pending:
        yield pending


def _is_tabbed(paragraph: Element) -> bool:
    if next(paragraph.iter(*_HELD, MC + "AlternateContent"), None) is not None:
        return False
    tabs = (one for run in paragraph.iter(W + "r") for one in run if one.tag == W + "tab")
    return next(tabs, None) is not None


def _box(geometry: FrameGeometry) -> Element:
    width = twips(geometry.text_width_pt)
    place = FramePosition(geometry.text_width_pt, geometry.reach_left_pt, geometry.reach_right_pt)
    none = (w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    properties = w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        *moved_out(place),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *none),
    )
    cell = w("tc", w("tcPr", w("tcW", w=width, type="dxa")))
    return w("tbl", properties, w("tblGrid", w("gridCol", w=width)), w("tr", cell))


def _end() -> Element:
    """Return the paragraph that Word wants behind a table, as low as it may be."""
    spacing = w("spacing", before=0, after=0, line=20, lineRule="exact")
    return w("p", w("pPr", spacing))
