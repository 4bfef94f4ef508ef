"""Numbers and colours of a Word template: what says how large something is says a size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from briefgen.load.tree import shown
from briefgen.ooxml.names import WP, A, W
from briefgen.types.finding import Finding

_MEASURE = re.compile(r"-?\d{1,9}(\.\d{1,9})?(pt|cm|mm|in|pc|pi|%)?|auto", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,10}", re.ASCII)
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}|auto")
_SHARE = re.compile(r"[0-9A-Fa-f]{1,2}")

_SIDES = ("left", "right", "start", "end", "top", "bottom")

_MEASURES: Mapping[str, tuple[str, ...]] = {
    "pgSz": ("w", "h"),
    "pgMar": (*_SIDES, "gutter", "header", "footer"),
    "spacing": ("before", "after", "line", "val"),
    "ind": (*_SIDES, "firstLine", "hanging"),
    "tab": ("pos",),
    "framePr": ("w", "h", "x", "y", "hSpace", "vSpace"),
    "trHeight": ("val",),
    **dict.fromkeys(("sz", "szCs", "kern", "position"), ("val",)),
    **dict.fromkeys(("tblW", "tcW", "tblInd", "gridCol", *_SIDES), ("w", "sz", "space")),
}
_NUMBERS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("numId", "abstractNumId", "ilvl", "outlineLvl", "id"), ("val",)),
    **dict.fromkeys(("bookmarkStart", "bookmarkEnd", "footnote", "endnote"), ("id",)),
    "num": ("numId",),
    "abstractNum": ("abstractNumId",),
    "lvl": ("ilvl",),
    "extent": ("cx", "cy"),
    "docPr": ("id",),
}
_COLOURS: Mapping[str, tuple[str, ...]] = {
    "color": ("val",),
    "shd": ("fill", "color"),
    "srgbClr": ("val",),
    "sysClr": ("lastClr",),
    **dict.fromkeys((*_SIDES, "between", "insideH", "insideV"), ("color",)),
}
_SHARES: Mapping[str, tuple[str, ...]] = dict.fromkeys(
    ("color", "shd", *_SIDES, "between", "insideH", "insideV"),
    ("themeTint", "themeShade", "themeFillTint", "themeFillShade"),
)
_KINDS = (
    (_MEASURES, _MEASURE, "is no measure"),
    (_NUMBERS, _WHOLE, "is no whole number"),
    (_COLOURS, _COLOUR, "is no colour"),
    (_SHARES, _SHARE, "is no share of a colour"),
)
"""Attributes by their element (ISO/IEC 29500-1, 17 and 20), what each looks like, and what is said
of one that does not."""

_READ = frozenset(name[1:-1] for name in (W, WP, A))


def value_findings(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    """Yield a finding for each number or colour that is none, as `nan` or a word."""
    for element in root.iter(etree.Element):
        tag = etree.QName(element)
        if tag.namespace not in _READ:
            continue
        for attributes, pattern, told in _KINDS:
            for name in attributes.get(tag.localname, ()):
                value = element.get(f"{{{tag.namespace}}}{name}", element.get(name))
                if value is not None and not pattern.fullmatch(value):
                    yield Finding(
                        "word-value",
                        f"has {tag.localname} with the {name} {shown(value)}, which {told}",
                        "save the template anew in Word",
                        path=(part,),
                        file=file,
                    )
