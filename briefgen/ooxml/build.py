"""Elements of Office Open XML: one builder for each vocabulary that is written; taken out again."""

from __future__ import annotations

from lxml import etree

from briefgen.ooxml.names import XML_SPACE, A, C, Element, R, W
from briefgen.pattern import late_pattern

Value = str | int | float | None

_TEXT = {"w": W[1:-1], "r": R[1:-1]}
_CHART = {"a": A[1:-1], "c": C[1:-1], "r": R[1:-1]}


def element(name: str, /, *children: Element, **attributes: Value) -> Element:
    """Return an element of a full name; attributes that are None are left out."""
    made = etree.Element(name, nsmap=_CHART if name[: len(C)] == C else None)
    for key, value in attributes.items():
        if value is not None:
            made.set(key, str(value))
    made.extend(children)
    return made


def w(name: str, /, *children: Element, **attributes: Value) -> Element:
    """Return an element of WordprocessingML; attributes that are None are left out."""
    made = etree.Element(W + name, nsmap=_TEXT)
    for key, value in attributes.items():
        if value is not None:
            made.set(W + key, str(value))
    made.extend(children)
    return made


def a(name: str, /, *children: Element, **attributes: Value) -> Element:
    """Return an element of DrawingML."""
    return element(A + name, *children, **attributes)


def c(name: str, /, *children: Element, **attributes: Value) -> Element:
    """Return an element of a chart."""
    return element(C + name, *children, **attributes)


def text_element(name: str, text: str) -> Element:
    """Return an element of a chart that holds text."""
    made = c(name)
    made.text = text
    return made


_SPECIAL = {"\n": "br", "\t": "tab", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
"""Characters that have elements of their own (ISO/IEC 29500-1, 17.3.3)."""

_APART = late_pattern(f"([{''.join(_SPECIAL)}])")


def text_content(text: str) -> list[Element]:
    """Return text as the content of a run; tabs, line feeds and hyphens become Word's own."""
    content: list[Element] = []
    for part in _APART.split(text):
        if part in _SPECIAL:
            content.append(w(_SPECIAL[part]))
        elif part:
            written = w("t")
            written.text = part
            written.set(XML_SPACE, "preserve")
            content.append(written)
    return content


def field_opening(instruction: str) -> list[list[Element]]:
    """Return the content of the runs with which a field begins, up to what it shows."""
    reported = w("instrText")
    reported.text = instruction
    reported.set(XML_SPACE, "preserve")
    return [[w("fldChar", fldCharType="begin")], [reported], [w("fldChar", fldCharType="separate")]]


def field_runs(instruction: str, shown: str) -> list[list[Element]]:
    """Return the content of the runs of a field that shows a text until it is counted anew."""
    return [*field_opening(instruction), text_content(shown), [w("fldChar", fldCharType="end")]]


# Taking elements out of a tree so that the text around them stays.


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
