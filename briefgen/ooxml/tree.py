"""Taking elements out of a tree so that the text around them stays."""

from __future__ import annotations

from briefgen.ooxml.names import Element


def removed(element: Element) -> None:
    """Take an element out of its tree, with all that it holds."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrapped(element: Element) -> None:
    """Take an element out of its tree, and leave in its place what it holds; a root stays."""
    if element.getparent() is None:
        return
    for child in list(element):
        element.addprevious(child)
    removed(element)
