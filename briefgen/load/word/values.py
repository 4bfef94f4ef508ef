"""Numbers and colours of a Word template: what says how large something is says a size."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from briefgen.ooxml.names import WP, A, W, points
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding, shown

_MEASURE = late_pattern(r"-?\d{1,9}(\.\d{1,9})?(pt|cm|mm|in|pc|pi|%)?|auto", re.ASCII)
_FRACTION = late_pattern(r"-?\d{1,9}(\.\d{1,30})?(pt|cm|mm|in|pc|pi)|-?\d{1,9}\.\d{1,30}", re.ASCII)
"""A measure with a unit, or one that is not whole."""

_WHOLE = late_pattern(r"-?\d{1,10}", re.ASCII)
_COLOUR = late_pattern(r"[0-9A-Fa-f]{6}|auto")
_SHARE = late_pattern(r"[0-9A-Fa-f]{1,2}")

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


_WIDEST_PT = 1584.0
"""22 inches, which is the most that Word can measure on a page."""

_AT_LEAST_NOTHING = (0.0, _WIDEST_PT)
_EITHER_WAY = (-_WIDEST_PT, _WIDEST_PT)
_RANGES: Mapping[tuple[str, str], tuple[float, float]] = {
    ("sz", "val"): (0.5, 1638.0),
    ("szCs", "val"): (0.5, 1638.0),
    ("kern", "val"): (0.0, 1638.0),
    ("spacing", "before"): _AT_LEAST_NOTHING,
    ("spacing", "after"): _AT_LEAST_NOTHING,
    ("spacing", "line"): _AT_LEAST_NOTHING,
    ("ind", "firstLine"): _AT_LEAST_NOTHING,
    ("ind", "hanging"): _AT_LEAST_NOTHING,
    **{("pgSz", name): (-math.inf, math.inf) for name in ("w", "h")},  # see load/look.py
    **{("pgMar", name): _AT_LEAST_NOTHING for name in ("gutter", "header", "footer")},
    **{("pgMar", name): _AT_LEAST_NOTHING for name in ("left", "right")},
    **{("framePr", name): _AT_LEAST_NOTHING for name in ("w", "h", "hSpace", "vSpace")},
    ("trHeight", "val"): _AT_LEAST_NOTHING,
    ("gridCol", "w"): _AT_LEAST_NOTHING,
    **{(side, "space"): _AT_LEAST_NOTHING for side in _SIDES},
    **{(side, "sz"): _AT_LEAST_NOTHING for side in _SIDES},
}
"""Points that a measure may have at least and at most; others may point either way."""

_PARTS_OF_A_POINT = {"sz": 2.0, "szCs": 2.0, "kern": 2.0, "position": 2.0}
"""Bare numbers that count otherwise than twentieths of a point, by their element."""


def value_findings(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    """Yield a finding for each number or colour that is none, or beyond what Word can measure."""
    for element in root.iter(etree.Element):
        tag = etree.QName(element)
        if tag.namespace not in _READ:
            continue
        for attributes, pattern, reported in _KINDS:
            for name in attributes.get(tag.localname, ()):
                value = element.get(f"{{{tag.namespace}}}{name}", element.get(name))
                if value is None:
                    continue
                wrong = "" if pattern.fullmatch(value) else f"which {reported}"
                if not wrong and pattern is _MEASURE:
                    wrong = _out_of_range(tag.localname, name, value)
                if wrong:
                    yield Finding(
                        "word-value",
                        f"has {tag.localname} with the {name} {shown(value)}, {wrong}",
                        "set it in Word, or save the template anew there",
                        path=(part,),
                        file=file,
                    )


def whole_values(root: etree._Element) -> bool:
    """Give measures in the whole units that Word counts them in, and say whether one was not.

    Google Docs writes `1440.0000000000002`, and Strict Open XML `12pt`.
    """
    found = False
    for element in root.iter(*(W + name for name in _MEASURES), WP + "extent"):
        tag = etree.QName(element)
        for name in (*_MEASURES.get(tag.localname, ()), *_NUMBERS.get(tag.localname, ())):
            key = W + name if tag.namespace == W[1:-1] else name
            value = element.get(key)
            if value is None or not _FRACTION.fullmatch(value):
                continue
            if _out_of_range(tag.localname, name, value):
                continue  # refused as it is written
            unit = 1.0 if tag.localname == "extent" else _unit(tag.localname, name)
            element.set(key, str(round((points(value, unit) or 0.0) * unit)))
            found = True
    return found


def _unit(element: str, name: str) -> float:
    """Return what a bare number counts to the point."""
    return {"sz": 8.0, "space": 1.0}.get(name, _PARTS_OF_A_POINT.get(element, 20.0))


def _out_of_range(element: str, name: str, value: str) -> str:
    """Return what is wrong with a measure that is too small or too large to be meant."""
    if value.endswith(("%", "auto")):
        return ""
    unit = _unit(element, name)
    least, most = _RANGES.get((element, name), _EITHER_WAY)
    measured = points(value, unit)
    if measured is None or least <= measured <= most:
        return ""
    return f"which is {measured:g} pt; {least:g} to {most:g} pt are possible"
