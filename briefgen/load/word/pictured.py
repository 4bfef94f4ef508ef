"""Embedded objects as the pictures that they show: a logo that was once pasted from a program."""

from __future__ import annotations

from briefgen.ooxml.names import VML, Element, W
from briefgen.ooxml.tree import removed

_OFFICE = "{urn:schemas-microsoft-com:office:office}"


def picture_objects(root: Element) -> bool:
    """Turn embedded objects with a picture into that (17.3.3.19, 17.3.3.21), and say if any was.

    What is linked, has no picture or is a control stays, and is refused by the guard.
    """
    found = [one for one in root.iter(W + "object") if _is_picture(one)]
    for one in found:
        for held in list(one.iter(_OFFICE + "OLEObject")):
            removed(held)
        one.tag = W + "pict"
        for name in ("dxaOrig", "dyaOrig"):
            one.attrib.pop(W + name, "")
    return bool(found)


def _is_picture(held: Element) -> bool:
    objects = list(held.iter(_OFFICE + "OLEObject"))
    shown = held.find(f".//{VML}imagedata") is not None
    embedded = all(one.get("Type") == "Embed" for one in objects)
    return bool(objects) and shown and embedded and held.find(W + "control") is None
