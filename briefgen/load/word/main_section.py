"""The section of a Word template that a brief stands in: columns of its own, and its margins.

A letterhead of one letter may have no margins, where its words stand in boxes, or a header that
ends where the text begins, whose first lines were left empty. A brief stands apart from both.

How high headers, footers and a template's own text are, about, before they are set.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.ooxml.build import removed
from briefgen.ooxml.names import MC, WP, Element, W, attribute, child, emu, points, twips
from briefgen.ooxml.package import WordTemplate
from briefgen.ooxml.text import own_text
from briefgen.types.finding import Finding
from briefgen.types.header_footer import (
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterPicture,
    HeaderFooterRow,
    HeaderFooterTable,
)


def height_pt(part: HeaderFooterPart | None) -> float:
    """Return about how high a part is; what loops and conditions hold is not counted."""
    return 0.0 if part is None else sum(map(_block_height, part.blocks))


def _block_height(block: object) -> float:
    if isinstance(block, HeaderFooterParagraph):
        style = block.style
        own = [one.height_pt for one in block.parts if isinstance(one, HeaderFooterPicture)]
        return style.space_before_pt + max([style.leading_pt, *own]) + style.space_after_pt
    if isinstance(block, HeaderFooterTable):
        rows = [one for one in block.rows if isinstance(one, HeaderFooterRow)]
        return sum(
            max([one.least_pt, *(sum(map(_block_height, cell.paragraphs)) for cell in one.cells)])
            for one in rows
        )
    return 0.0


def empty_pt(part: HeaderFooterPart) -> float:
    """Return how high the empty lines are that a part begins with."""
    held = [not is_empty(one) for one in part.blocks]
    first = held.index(True) if any(held) else 0
    return height_pt(HeaderFooterPart(part.blocks[:first]))


def is_empty(block: object) -> bool:
    """Whether a block is a paragraph without words and pictures in its lines."""
    if not isinstance(block, HeaderFooterParagraph) or block.source or block.text.strip():
        return False
    return not any(isinstance(one, HeaderFooterPicture) for one in block.parts)


_ITS_OWN = ("cols", "bidi", "textDirection")
"""What a section says of the flow of its text (ISO/IEC 29500-1, 17.6)."""

_LEAST_PT, _USUAL_PT = 20.0, 56.7
"""A margin that nobody gives a page of text (7 mm), and the one that it has instead (2 cm)."""

_APART_PT = 9.0
"""What text keeps off the words of a header or footer at least."""

_MOST_MORE_PT = 30.0
"""How much higher a margin is made at most for headers that the first page has not."""

_NEARLY_PT = 1.0
_INDENTS = frozenset({"left", "right", "start", "end", "firstLine", "hanging"})

_BOX = W + "txbxContent"
_OF_LINES = frozenset({"paragraph", "line"})
_AXES = {
    "H": frozenset({"margin", "column", "character"}),
    "V": frozenset({"margin", "paragraph", "line"}),
}
"""What drawings of the body are placed by that moves with the margins (ISO/IEC 29500-1, 20.4.3)."""


def with_margins(template: WordTemplate) -> WordTemplate:
    """Return a template whose text has margins, and stands apart from headers and footers."""
    # What comes along needs neither, and is not made to wait for them.
    from briefgen.load.word.header_footer import read_header_footer, text_width_pt  # noqa: PLC0415

    root = template.package.root(template.package.main)
    page_margins = child(root, "body", "sectPr", "pgMar")
    if page_margins is None:
        return template
    found, _ = read_header_footer(template)
    wanted = dict(_at_least(page_margins, template))
    for kind, side, edge in (("headers", "top", "header"), ("footers", "bottom", "footer")):
        said = points(attribute(page_margins, side)) or 0.0
        part = getattr(found, kind).get("default")
        if part is None or said < 0:
            continue
        edge_pt = points(attribute(page_margins, edge)) or 0.0
        words = edge_pt + height_pt(_to_last_words(part) if side == "top" else _from_first(part))
        begins = max(said, edge_pt + height_pt(part))
        if found.first_differs and words + _APART_PT > said + _MOST_MORE_PT:
            continue
        if words > edge_pt and begins < words + _APART_PT:
            wanted[side] = words + _APART_PT
    if not wanted:
        return template
    old_pt = text_width_pt(child(root, "body", "sectPr"))
    root = template.package.copy(template.package.main)
    margins = child(root, "body", "sectPr", "pgMar")
    assert margins is not None
    left, top = (points(attribute(margins, side)) or 0.0 for side in ("left", "top"))
    moved = wanted.get("left", left) - left, wanted.get("top", top) - top
    for side, width_pt in wanted.items():
        margins.set(W + side, str(twips(width_pt)))
    _hold_drawings(root, moved, beside_words=_opens_with_words(root))
    _narrow_tables(root, old_pt)
    changed = {template.package.main: root}
    for name, _ in template.package.stories() if moved[0] else ():
        if name != template.package.main:
            changed[name] = template.package.copy(name)
            _hold_drawings(changed[name], (moved[0], 0.0))
    package = template.package.replaced(changed)
    return replace(template, package=package)


def _at_least(margins: Element, template: WordTemplate) -> Iterator[tuple[str, float]]:
    """Yield the margins of a page that has none, unless drawings in the old form hang on them."""
    stories = (root for _, root in template.package.stories())
    if any(_hangs_on_text(one) for root in stories for one in root.iter(W + "pict")):
        return
    for side in ("top", "right", "bottom", "left"):
        if 0 <= (points(attribute(margins, side)) or 0.0) < _LEAST_PT:
            yield side, _USUAL_PT


def _hangs_on_text(drawing: Element) -> bool:
    if next(drawing.iterancestors(MC + "Fallback"), None) is not None:
        return False
    styles = [one.get("style") or "" for one in drawing]
    return any(
        "position:absolute" in one and one.count("-relative:page") < len(_AXES) for one in styles
    )


def _opens_with_words(document: Element) -> bool:
    """Whether a letterhead with words stands above the place of a brief, and not in boxes alone."""
    body = child(document, "body")
    for block in () if body is None else body:
        lines = (one for one in block.iter(W + "p") if next(one.iterancestors(_BOX), None) is None)
        said = "".join(map(own_text, lines))
        if said.strip():
            return "{{" not in said
    return False


def _hold_drawings(
    root: Element, moved: tuple[float, float], *, beside_words: bool = False
) -> None:
    """Leave drawings where they stood before the text moved so far to the right and down.

    Those that hang on lines of a letterhead move with its words.
    """
    for (axis, origins), move_pt in zip(_AXES.items(), moved, strict=True):
        if beside_words and axis == "V":
            origins = origins - _OF_LINES  # noqa: PLW2901
        for position in root.iter(f"{WP}position{axis}"):
            offset = position.find(WP + "posOffset")
            if offset is not None and position.get("relativeFrom") in origins:
                offset.text = str(int(offset.text or 0) - emu(move_pt))


def _narrow_tables(root: Element, old_pt: float) -> None:
    """Let tables of the body that were as wide as its text be no wider than that is now.

    All that is across in them is less by the same share.
    """
    from briefgen.load.word.header_footer import text_width_pt  # noqa: PLC0415 - as above

    share = text_width_pt(child(root, "body", "sectPr")) / old_pt if old_pt > 0 else 1.0
    body = child(root, "body")
    for table in body.iterchildren(W + "tbl") if body is not None and 0 < share < 1 else ():
        own_pt = points(attribute(child(table, "tblPr", "tblW"), "w")) or 0.0
        if abs(own_pt - old_pt) > _NEARLY_PT:
            continue
        margins = (one for each in table.iter(W + "tcMar", W + "tblCellMar") for one in each)
        for one in (*table.iter(W + "tblW", W + "gridCol", W + "tcW"), *margins):
            if (one.get(W + "type") or "dxa") == "dxa":
                one.set(W + "w", str(twips((points(attribute(one, "w")) or 0.0) * share)))
        for indent in table.iter(W + "ind"):
            for side in _INDENTS & {str(name).removeprefix(W) for name in indent.attrib}:
                said_pt = points(attribute(indent, side)) or 0.0
                indent.set(W + side, str(twips(said_pt * share)))


def _to_last_words(part: HeaderFooterPart) -> HeaderFooterPart:
    """Return a part without empty lines at its end."""
    blocks = list(part.blocks)
    while blocks and is_empty(blocks[-1]):
        blocks.pop()
    return replace(part, blocks=tuple(blocks))


def _from_first(part: HeaderFooterPart) -> HeaderFooterPart:
    """Return a part without empty lines at its beginning."""
    blocks = list(part.blocks)
    while blocks and is_empty(blocks[0]):
        blocks.pop(0)
    return replace(part, blocks=tuple(blocks))


def make_plain(place: Element, file: str) -> Iterator[Finding]:
    """Let the section of a place have one column, and lines from left to right, with a warning."""
    section = next((one for one in _sections(place)), None)
    if section is None:
        return
    columns = attribute(child(section, "cols"), "num") or "1"
    flows = [one for name in _ITS_OWN if (one := child(section, name)) is not None]
    for one in flows:
        removed(one)
    if columns.isdigit() and int(columns) > 1:
        yield Finding(
            "word-columns",
            f"sets its text in {columns} columns; a brief stands in columns of its own",
            "nothing needs to be done; to see the template as a brief has it, choose one column "
            "(Layout, Columns)",
            ("body",),
            "warning",
            file,
        )


def _sections(place: Element) -> Iterator[Element]:
    """Yield the ends of sections at or after a place."""
    at = place
    while (parent := at.getparent()) is not None and parent.tag != W + "body":
        at = parent
    for block in (at, *at.itersiblings()):
        section = block if block.tag == W + "sectPr" else child(block, "pPr", "sectPr")
        if section is not None:
            yield section
