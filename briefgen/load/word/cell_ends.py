"""The white space that ends a cell of a header or footer, as a line of its height.

LibreOffice counts the space after the last paragraph of such a cell twice (seen in 7.4), which
moves all that follows; Word and the PDF count it once. A line of that height is the same to all.
"""

from __future__ import annotations

from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.ooxml.build import put_in, w
from briefgen.ooxml.names import Element, W, child, twips
from briefgen.ooxml.text import own_text

_LEAST_PT = 0.5
"""Space that is worth a line of its own."""


def close_cells(root: Element, styles: HeaderFooterStyles) -> bool:
    """End the cells of a header or footer with lines in place of space, and say whether it did."""
    if root.tag not in (W + "hdr", W + "ftr"):
        return False
    changed = [_close(cell[-1], styles) for cell in root.iter(W + "tc") if len(cell)]
    return any(changed)


def _close(last: Element, styles: HeaderFooterStyles) -> bool:
    if last.tag != W + "p" or own_text(last).lstrip().startswith("{{"):
        return False  # what a field leaves out goes with its space
    after_pt = styles.style(last).space_after_pt
    if after_pt < _LEAST_PT:
        return False
    properties = child(last, "pPr")
    if properties is None:
        properties = w("pPr")
        last.insert(0, properties)
    spacing = child(properties, "spacing")
    if spacing is None:
        spacing = put_in(properties, w("spacing"))
    for name in ("afterLines", "afterAutospacing"):
        if W + name in spacing.attrib:
            del spacing.attrib[W + name]
    spacing.set(W + "after", "0")
    line = w("spacing", before=0, after=0, line=twips(after_pt), lineRule="exact")
    last.addnext(w("p", w("pPr", line)))
    return True
