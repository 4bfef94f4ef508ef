"""What may stand within what in a Word template, and how much of it there may be.

Word and LibreOffice each guess in their own way at a paragraph within a paragraph, and all that
reads the tree here counts on there being none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from briefgen.ooxml.names import W
from briefgen.ooxml.package import Package
from briefgen.types.finding import Finding

STYLE_LIMIT = 4_079
"""Styles of a template, as many as Word itself can keep."""

_BLOCKS = frozenset(
    "body tc txbxContent hdr ftr footnote endnote comment docPartBody".split()  # noqa: SIM905
)
_LINES = frozenset(
    # One name a word, as the schema's group EG_PContent has them.
    """
    p hyperlink fldSimple ins del moveFrom moveTo dir bdo rt rubyBase oMath num den e sub sup deg
    fName lim ctrlPr
    """.split()  # noqa: SIM905
)
_HOLDERS = {
    "p": _BLOCKS,
    "tbl": _BLOCKS,
    "tr": frozenset({"tbl"}),
    "tc": frozenset({"tr"}),
    "r": _LINES,
    "body": frozenset({"document"}),
    "style": frozenset({"styles", "docPartPr"}),
    "sectPr": frozenset({"body", "pPr", "sectPrChange"}),
}
"""Elements by what may hold them (ISO/IEC 29500-1, annex A)."""

_CLEAR = frozenset(
    "sdt sdtContent customXml smartTag AlternateContent Choice Fallback".split()  # noqa: SIM905
)
"""What may stand around anything: what holds it counts instead."""

_ONCE = ("body", "pPr", "rPr", "tcPr", "trPr", "tblPr", "sdtContent", "sdtPr")
"""Elements of which one has at most one."""


def style_findings(package: Package, file: str) -> list[Finding]:
    """Return a finding where there are too many styles, which nothing else needs to look at."""
    root = package.document_part("styles")
    count = 0 if root is None else len(root.findall(f"{W}style"))
    if count <= STYLE_LIMIT:
        return []
    message = f"has {count:,} styles; the limit is {STYLE_LIMIT:,}"
    hint = "delete what is not used in Word (Home, Styles, the arrow in the corner, Manage Styles)"
    part = package.related(package.main, "styles")
    return [Finding("word-styles", message, hint, path=(part,), file=file)]


def nesting_findings(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    """Yield a finding for each kind of element that stands where none can, or twice."""
    wrong: Counter[str] = Counter()
    for element in root.iter(*(f"{W}{name}" for name in _HOLDERS)):
        name = etree.QName(element).localname
        holder = _holder(element)
        if holder is not None and holder not in _HOLDERS[name]:
            wrong[f"<w:{name}> within <w:{holder}>, where none can stand"] += 1
    for name in _ONCE:
        for element in root.iter(f"{W}{name}"):
            if next(element.itersiblings(f"{W}{name}"), None) is not None:
                wrong[f"<w:{name}> twice in one element"] += 1
    for what, times in wrong.items():
        often = f", {times} times" if times > 1 else ""
        yield Finding(
            "word-nesting",
            f"has {what}{often}",
            "open it in Word, let Word repair it, and save it anew",
            path=(part,),
            file=file,
        )


def _holder(element: etree._Element) -> str | None:
    """Return the name of what holds an element; None at the root."""
    for above in element.iterancestors(etree.Element):
        name = etree.QName(above).localname
        if name not in _CLEAR:
            return name
    return None
