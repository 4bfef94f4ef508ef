"""What other programs write against the schemas, where one reading is meant."""

from __future__ import annotations

from briefgen.ooxml.build import removed
from briefgen.ooxml.names import Element, W
from briefgen.ooxml.order import is_known
from briefgen.pattern import late_pattern

_LONG_NUMBERS = (W + "nsid", W + "tmpl")
_SHORT = late_pattern(r"[0-9A-Fa-f]{1,7}")
_TRACKED = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
"""What else properties of a run hold, where changes are tracked (17.13.5)."""

_UNKNOWN = "{urn:schemas-microsoft-com:mac:vml}"
"""Attributes that Word for Mac notes for itself, which no schema knows."""


def repaired(root: Element) -> bool:
    """Bring a part in line with the schemas, and say whether anything was not."""
    found = _lengthen_numbers(root) | _drop_unknown(root) | _drop_no_size(root)
    found |= _drop_rule_alone(root) | _drop_second_styles(root)
    return _drop_misspelt(root) | found


def _lengthen_numbers(root: Element) -> bool:
    """Write marks of lists with eight digits (ST_LongHexNumber, ISO/IEC 29500-1, 17.18.50)."""
    found = False
    for one in root.iter(*_LONG_NUMBERS):
        number = one.get(W + "val") or ""
        if _SHORT.fullmatch(number):
            one.set(W + "val", number.zfill(8))
            found = True
    return found


def _drop_unknown(root: Element) -> bool:
    unknown = [
        (one, name)
        for one in root.iter()
        if isinstance(one.tag, str)
        for name in one.attrib
        if str(name).startswith(_UNKNOWN)
    ]
    for one, name in unknown:
        del one.attrib[name]
    return bool(unknown)


def _drop_misspelt(root: Element) -> bool:
    """Drop properties of paragraphs and runs that no schema knows, such as `szC`."""
    found = [
        one
        for name in ("pPr", "rPr")
        for parent in root.iter(W + name)
        for one in parent
        if str(one.tag).startswith(W)
        and one.tag not in _TRACKED
        and not is_known(name, str(one.tag))
    ]
    for one in found:
        removed(one)
    return bool(found)


def _drop_no_size(root: Element) -> bool:
    """Drop sizes of nothing for complex scripts, which some programs write where there is none."""
    found = [one for one in root.iter(W + "szCs") if one.get(W + "val") == "0"]
    for one in found:
        removed(one)
    return bool(found)


def _drop_rule_alone(root: Element) -> bool:
    """Drop a rule of lines that says no height, beside which LibreOffice forgets the inherited one.

    Google Docs writes it to each heading.
    """
    found = False
    for one in root.iter(W + "spacing"):
        if one.get(W + "lineRule") == "auto" and one.get(W + "line") is None:
            del one.attrib[W + "lineRule"]
            found = True
    return found


def _drop_second_styles(root: Element) -> bool:
    """Drop styles of an id that another one has: which of them counts differs by program."""
    known: set[tuple[str | None, str | None]] = set()
    found = []
    for one in root.iterchildren(W + "style"):
        key = one.get(W + "type"), one.get(W + "styleId")
        if key in known:
            found.append(one)
        known.add(key)
    for one in found:
        root.remove(one)
    return bool(found)
