"""The page of the document: margins, and headers and footers over the full width."""

from __future__ import annotations

from briefgen.ooxml.build import child_of, properties_of, put_in, w
from briefgen.ooxml.names import Element, W, is_on, twips, value
from briefgen.pattern import late_pattern
from briefgen.render.docx.frames import FrameGeometry
from briefgen.types.header_footer import AFTER_TABLE
from briefgen.types.page_style import PageStyle

_TOLERANCE_TWIPS = 20
_FARTHEST_PT = 31
"""How far a rule around a page may stand from its edge (17.18.68 as Word has it)."""

_NUMBER = late_pattern(r"-?\d+(\.\d+)?")


def paper_text_width_pt(section: Element) -> float:
    """Return the width of the text on the template's own paper, between its own margins."""
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    assert size is not None
    assert margins is not None
    return (_whole(size, "w") - _whole(margins, "left") - _whole(margins, "right")) / 20


def set_paper(section: Element, page_style: PageStyle) -> None:
    """Give a section the paper of the theme, which a length may have set."""
    size = section.find(W + "pgSz")
    assert size is not None
    wanted = {"w": page_style.page_width_pt, "h": page_style.page_height_pt}
    for side, length_pt in wanted.items():
        if _whole(size, side) != twips(length_pt):
            size.set(W + side, str(twips(length_pt)))
            if W + "code" in size.attrib:
                del size.attrib[W + "code"]  # the template's paper by its printer's number


def set_margins(section: Element, geometry: FrameGeometry, page_style: PageStyle) -> None:
    """Give a section the margins of the master, the side column's room included."""
    margins = section.find(W + "pgMar")
    assert margins is not None
    wanted = {
        "top": (geometry.top_pt, page_style.margin_top_pt),
        "right": (geometry.right_pt, page_style.margin_right_pt),
        "bottom": (geometry.bottom_pt, page_style.margin_bottom_pt),
        "left": (geometry.left_pt, page_style.margin_left_pt),
    }
    if any(wanted[side][0] != wanted[side][1] for side in ("left", "right")):
        _measure_borders_from_page(section, margins)
    for side, (own, inherited) in wanted.items():
        if own != inherited:
            margins.set(W + side, str(twips(own)))
            if side == "left":
                margins.set(W + "gutter", "0")


def _measure_borders_from_page(section: Element, margins: Element) -> None:
    """Keep the rules around a page where the template's own margins have them.

    Those measured from the text (17.6.10) would go through what stands beside the main column.
    """
    borders = section.find(W + "pgBorders")
    if borders is None or borders.get(W + "offsetFrom") == "page":
        return
    borders.set(W + "offsetFrom", "page")
    for side, running in {"top": "header", "bottom": "footer", "left": "", "right": ""}.items():
        border = borders.find(W + side)
        if border is None:
            continue
        is_around = section.find(f"{W}{running}Reference") is not None if running else False
        edge = _whole(margins, side)
        edge = min(edge, _whole(margins, running)) if is_around else edge
        away_pt = round(edge / 20) - _whole(border, "space")
        border.set(W + "space", str(min(_FARTHEST_PT, max(0, away_pt))))


def move_tabs(root: Element, old: float, geometry: FrameGeometry) -> None:
    """Move the tabs that stand at the right edge or in the middle of the template's text.

    They are what holds a header's two ends apart, so they follow the master's margins. `old` is
    the width of the template's text, in points.
    """
    new = geometry.text_width_pt
    for tab in root.iter(W + "tab"):
        place, kind = tab.get(W + "pos"), tab.get(W + "val")
        if place is None or not place.lstrip("-").isdigit():
            continue
        for share, kinds in ((1.0, ("right", "end")), (0.5, ("center",))):
            away = int(place) - twips(old * share)
            is_beyond = share == 1 and away > 0  # word processors stop at the edge, or off the page
            if kind in kinds and (is_beyond or abs(away) <= _TOLERANCE_TWIPS):
                tab.set(W + "pos", str(twips(new * share)))


def widen_tables(root: Element, old: float, geometry: FrameGeometry) -> None:
    """Make a template's own tables that were as wide as its text as wide as that of the page.

    Over a side column at the right they reach by their width alone; over one at the left they
    are moved out. `old` is the width of the template's text, in points.
    """
    new = geometry.text_width_pt
    for table in root.iter(W + "tbl"):
        width = table.find(f"{W}tblPr/{W}tblW")
        if width is None or abs(_whole(width, "w") - twips(old)) > _TOLERANCE_TWIPS:
            continue
        cells = (cell for name in ("tblW", "gridCol", "tcW") for cell in table.iter(W + name))
        for cell in cells:
            if cell.get(W + "type", "dxa") == "dxa":
                cell.set(W + "w", str(round(_whole(cell, "w") * new / old)))
        if geometry.reach_left_pt:
            _move_out(table, geometry.reach_left_pt)


def close_up(root: Element) -> None:
    """Remove such a paragraph where another one follows, so that nothing but that one stands there.

    Which lines a header prints is known only once it is filled.
    """
    for table in root.iter(W + "tbl"):
        after = table.getnext()
        if after is None or after.tag != W + "p" or next(after.iter(W + "r"), None) is not None:
            continue
        style, follower, parent = (
            after.find(f"{W}pPr/{W}pStyle"),
            after.getnext(),
            after.getparent(),
        )
        ends = style is not None and style.get(W + "val") == AFTER_TABLE
        if ends and parent is not None and follower is not None and follower.tag == W + "p":
            parent.remove(after)


def _move_out(table: Element, reach_pt: float) -> None:
    properties = table.find(W + "tblPr")
    assert properties is not None
    indent = properties.find(W + "tblInd")
    if indent is None:
        indent = put_in(properties, w("tblInd", w=0, type="dxa"))
    indent.set(W + "w", str(_whole(indent, "w") - twips(reach_pt)))


def _whole(element: Element, name: str) -> int:
    """Return an attribute in twentieths of a point; 0 where it is none or of another unit."""
    said = element.get(W + name) or ""
    return round(float(said)) if _NUMBER.fullmatch(said) else 0


_OTHER = {"left": "right", "right": "left"}


def reach(root: Element, geometry: FrameGeometry, page_style: PageStyle) -> None:
    """Let the paragraphs of a header or footer reach over the side column's margin.

    Where tabs part one, it reaches as far as the template's own margin: LibreOffice breaks the line
    at a stop that is outside both the margin and the indent. In one from right to left, what Word
    calls left is where it begins, at the right (17.3.1.12).
    """
    sides = [
        (side, pt)
        for side, pt in (("left", geometry.reach_left_pt), ("right", geometry.reach_right_pt))
        if pt
    ]
    if not sides:
        return
    styles = {role.value.lower(): style for role, style in page_style.styles.items()}
    for paragraph in root.iter(W + "p"):
        if next(paragraph.iterancestors(W + "tc", W + "txbxContent"), None) is not None:
            continue
        properties = properties_of(paragraph)
        name = value(properties.find(W + "pStyle")).lower()
        indent = child_of(properties, "ind")
        bidi = properties.find(W + "bidi")
        turned = bidi is not None and is_on(bidi)
        for edge, reach_pt in sides:
            side = _OTHER[edge] if turned else edge
            inherited = getattr(styles.get(name), f"indent_{side}_pt", 0.0)
            indented = _whole(indent, side) if indent.get(W + side) else twips(inherited)
            if side == "right" and _has_tab(paragraph):
                indented = min(indented, 0)
            indent.set(W + side, str(indented - twips(reach_pt)))


def _has_tab(paragraph: Element) -> bool:
    """Whether a tab stands in a paragraph, not only a stop for one."""
    return any(one.tag in (W + "tab", W + "ptab") for run in paragraph.iter(W + "r") for one in run)
