"""The mark of a house that stands on a sample's cover, where nothing else of it would stay.

A brief has no cover. With it would go the only logo of many reports, which stands at its foot.
"""

from __future__ import annotations

from copy import deepcopy

from briefgen.load.word.letterhead_text import is_styled
from briefgen.ooxml.build import put_in, w
from briefgen.ooxml.names import EMU_PER_POINT, WP, A, Element, W, attribute, child, emu, points
from briefgen.ooxml.text import held, own_text

_MOST_WORDS, _MOST_BLOCKS = 100, 60
"""What a cover says at most, and of how many paragraphs and tables it is."""

_HEIGHT_PT = (18.0, 130.0)
"""How high a logo is at least and at most; what is higher is a picture of the cover."""

_SHOWN_PT = 72.0
"""How high it is in a brief at most."""

_AFTER_TWIPS = 160


def mark_of_cover(body: Element) -> list[Element]:
    """Return a paragraph with the first logo of a cover, without words, if there is one.

    A cover ends with a page or a section, and says little.
    """
    words, found = 0, None
    for number, block in enumerate(held(body)):
        for one in block.iter(WP + "inline"):
            found = _logo_in(one) if found is None else found
        lines = [block] if block.tag == W + "p" else [*block.iter(W + "p")]
        words += sum(len(own_text(one).split()) for one in lines)
        if words > _MOST_WORDS or number > _MOST_BLOCKS:
            return []
        if _ends(block):
            return [] if found is None else [found]
    return []


def _ends(block: Element) -> bool:
    """Whether the page ends with a block."""
    breaks = (attribute(one, "type") == "page" for one in block.iter(W + "br"))
    return any(breaks) or child(block, "pPr", "sectPr") is not None


def _logo_in(inline: Element) -> Element | None:
    """Return a paragraph with a picture alone, aligned as it was; nothing for one amid words."""
    line, extent = next(inline.iterancestors(W + "p"), None), inline.find(WP + "extent")
    run = next(inline.iterancestors(W + "r"), None)
    if line is None or extent is None or run is None or own_text(line).strip() or is_styled(line):
        return None
    width, height = (points(extent.get(side), EMU_PER_POINT) or 0.0 for side in ("cx", "cy"))
    if not _HEIGHT_PT[0] <= height <= _HEIGHT_PT[1]:
        return None
    drawing = deepcopy(inline.getparent())
    assert drawing is not None
    share = min(1.0, _SHOWN_PT / height)
    for size in [*drawing.iter(WP + "extent", A + "ext")] if share < 1 else ():
        if size.get("cx") is not None:
            size.set("cx", str(emu(width * share)))
            size.set("cy", str(emu(height * share)))
    properties = w("pPr", w("spacing", before=0, after=_AFTER_TWIPS))
    align = child(line, "pPr", "jc")
    if align is not None:
        put_in(properties, deepcopy(align))
    return w("p", properties, w("r", drawing))
