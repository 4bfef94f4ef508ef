"""The places of a Word template that receive parts of a brief."""

from __future__ import annotations

from lxml import etree

from briefgen.ooxml.names import W, attribute
from briefgen.types.page import FRAMES


def is_place(element: etree._Element) -> bool:
    """Whether an element of the body receives a part of the brief, or holds one that does."""
    words = "".join(one.text or "" for one in element.iter(W + "t")).strip()
    if words.startswith("{{") and words[2:].strip().split("}}")[0].strip() in FRAMES:
        return True
    marks = (one for tag in ("tag", "alias") for one in element.iter(W + tag))
    return any((attribute(mark, "val") or "").lower().startswith("briefgen:") for mark in marks)
