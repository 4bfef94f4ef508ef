"""Where a header of a sample's cover stands, in the section of the text that takes it over."""

from __future__ import annotations

from briefgen.ooxml.names import (
    EMU_PER_POINT,
    WP,
    Element,
    R,
    W,
    attribute,
    child,
    points,
)

_OF_HEADER = ("paragraph", "line")
"""Origins of drawings that stand where their header does."""


def keep_places(header: Element, key: str, sample: Element, brief: Element) -> None:
    """Move what hangs on a header to where it stood, if the section of a brief has it elsewhere.

    `key` is what the bodies of the sample and of the brief refer to the header by. Drawings of a
    cover may hang far above a header that stands deep in its page.
    """
    own = _distances(brief).get(key)
    others = _distances(sample).get(key)
    if not own or not others or own[0] in others:
        return
    by = round((others[0] - own[0]) * EMU_PER_POINT)
    for position in header.iter(WP + "positionV"):
        offset = position.find(WP + "posOffset")
        if offset is None or position.get("relativeFrom") not in _OF_HEADER:
            continue
        at = points(offset.text, EMU_PER_POINT)
        if at is not None:
            offset.text = str(round(at * EMU_PER_POINT) + by)


def _distances(body: Element) -> dict[str, list[float]]:
    """Return how far from the edge each header stands in the sections that have it (17.10.1)."""
    inherited: dict[str, str] = {}
    found: dict[str, list[float]] = {}
    for section in body.iter(W + "sectPr"):
        holder = section.getparent()
        if holder is not None and holder.tag == W + "sectPrChange":
            continue
        for one in section.iterchildren(W + "headerReference"):
            inherited[attribute(one, "type") or "default"] = one.get(R + "id", "")
        at = points(attribute(child(section, "pgMar"), "header"))
        for key in inherited.values() if at is not None else ():
            found.setdefault(key, []).append(at or 0.0)
    return found
