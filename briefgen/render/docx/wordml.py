"""WordprocessingML: names, and elements made of them."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element  # noqa: SLF001 (lxml names the type of its elements nowhere else)

_NSMAP = {"w": W[1:-1], "r": R[1:-1]}

Value = str | int | None


def w(name: str, /, *children: etree._Element, **attributes: Value) -> etree._Element:
    """Return an element; attributes that are None are left out."""
    element = etree.Element(W + name, nsmap=_NSMAP)
    for key, value in attributes.items():
        if value is not None:
            element.set(W + key, str(value))
    element.extend(children)
    return element


def twips(points: float) -> int:
    """Return points as twentieths of a point, which Word counts in."""
    return round(points * 20)


def text_content(text: str) -> list[etree._Element]:
    """Return text as the content of a run; tabs and line feeds become Word's own."""
    content: list[etree._Element] = []
    for at, line in enumerate(text.split("\n")):
        if at:
            content.append(w("br"))
        for number, part in enumerate(line.split("\t")):
            if number:
                content.append(w("tab"))
            if part:
                element = w("t")
                element.text = part
                element.set(XML_SPACE, "preserve")
                content.append(element)
    return content


def field_opening(instruction: str) -> list[list[etree._Element]]:
    """Return the content of the runs with which a field begins, up to what it shows."""
    told = w("instrText")
    told.text = instruction
    told.set(XML_SPACE, "preserve")
    return [[w("fldChar", fldCharType="begin")], [told], [w("fldChar", fldCharType="separate")]]


def field_runs(instruction: str, shown: str) -> list[list[etree._Element]]:
    """Return the content of the runs of a field that shows a text until it is counted anew."""
    return [*field_opening(instruction), text_content(shown), [w("fldChar", fldCharType="end")]]
