"""Lists for styles that a template lacks: bullets, numbers, events."""

from __future__ import annotations

from lxml import etree

from briefgen.ooxml.names import W

_LEVELS = {
    "bullet": (("bullet", "•"),),
    "bullet 2": (("bullet", "–"),),
    "number": (("decimal", "%1."),),
    "number 2": (("lowerLetter", "%1."),),
    "event": (("bullet", "●"), ("bullet", "○")),
}
"""Number format and mark of each level. An event that is planned stands on the second one."""


def new_list(numbering: etree._Element, kind: str, left_pt: float, hanging_pt: float) -> str:
    """Add a list of a kind and return its number; text stands `hanging_pt` from its mark."""
    abstract = _free(numbering, "abstractNum", "abstractNumId")
    number = _free(numbering, "num", "numId")
    left, hanging = round(left_pt * 20), round(hanging_pt * 20)
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for at, (form, mark) in enumerate(_LEVELS[kind])
    )
    multi = "multilevel" if len(_LEVELS[kind]) > 1 else "singleLevel"
    made = etree.fromstring(
        f'<w:x xmlns:w="{W[1:-1]}"><w:abstractNum w:abstractNumId="{abstract}">'
        f'<w:multiLevelType w:val="{multi}"/>{levels}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num></w:x>'
    )
    definition, instance = made
    _after(numbering, definition, ("numPicBullet", "abstractNum"))
    _after(numbering, instance, ("numPicBullet", "abstractNum", "num"))
    return str(number)


def _free(numbering: etree._Element, name: str, key: str) -> int:
    taken = [one.get(W + key, "0") for one in numbering.findall(W + name)]
    return max((int(one) for one in taken if one.isdigit()), default=0) + 1


def _after(root: etree._Element, element: etree._Element, names: tuple[str, ...]) -> None:
    """Put an element after the last one of some names, or first."""
    held = [at for at, one in enumerate(root) if one.tag in [W + name for name in names]]
    root.insert(held[-1] + 1 if held else 0, element)
