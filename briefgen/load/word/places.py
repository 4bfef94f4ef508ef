"""The places of a Word template that receive parts of a brief."""

from __future__ import annotations

from lxml import etree

from briefgen.ooxml.names import W, attribute
from briefgen.types.page import FRAMES

CONTROL = "briefgen:"
"""How the tag or title of a content control begins that is a place: `briefgen:main`."""


def is_place(element: etree._Element) -> bool:
    """Whether an element of the body receives a part of the brief, or holds one that does."""
    words = "".join(one.text or "" for one in element.iter(W + "t")).strip()
    if words.startswith("{{") and words[2:].strip().split("}}")[0].strip() in FRAMES:
        return True
    marks = (one for tag in ("tag", "alias") for one in element.iter(W + tag))
    return any((attribute(mark, "val") or "").lower().startswith(CONTROL) for mark in marks)


def control_name(element: etree._Element) -> str:
    """Return the name of the place that a content control is by tag or title, if it is one.

    `briefgen:` may stand before any name, and need not before that of the main place.
    """
    for kind in ("tag", "alias"):
        marks = element.iterfind(f"{W}sdtPr/{W}{kind}")
        name = next(((attribute(mark, "val") or "").strip().lower() for mark in marks), "")
        if name.startswith(CONTROL):
            return name.removeprefix(CONTROL).strip()
        if name == "main":
            return name
    return ""
