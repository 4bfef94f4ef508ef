"""Tracked changes, taken out of a tree (ISO/IEC 29500-1, 17.13.5).

They are rejected: what was inserted goes, what was moved stands where it stood, properties are as
they were. Only what was deleted does not come back: somebody wanted nobody to read it.
"""

from __future__ import annotations

from copy import deepcopy

from briefgen.ooxml.build import removed, unwrapped
from briefgen.ooxml.names import Element, W

_ADDED, _DELETED, _MOVED = (W + "ins", W + "moveTo"), W + "del", W + "moveFrom"
_CHANGED = tuple(
    W + f"{name}Change"
    for name in ("rPr", "pPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "sectPr")
)
_MARKERS = tuple(
    W + name
    for name in (
        "numberingChange", "cellMerge", "cellDel",
        *(f"{kind}Range{end}" for kind in ("moveFrom", "moveTo") for end in ("Start", "End")),
        *(
            f"customXml{kind}Range{end}"
            for kind in ("Ins", "Del", "MoveFrom", "MoveTo")
            for end in ("Start", "End")
        ),
    )
)  # fmt: skip
_KINDS = (*_ADDED, _DELETED, _MOVED, *_CHANGED, *_MARKERS, W + "cellIns")
_KEPT = {W + "pPr": (W + "rPr", W + "sectPr")}
"""What properties hold that a change of theirs does not give the former state of."""

_PAGE = {W + name: place for place, name in enumerate(("pgSz", "pgMar"), 1)}
"""What each section has, so that it is as it was where its former state does not say it."""


def is_inserted(element: Element) -> bool:
    """Whether somebody has inserted an element, or moved it to where it stands."""
    for above in element.iterancestors(*_ADDED, W + "tr", W + "tc"):
        name = {W + "tr": "trPr/{}ins", W + "tc": "tcPr/{}cellIns"}.get(str(above.tag))
        if name is None or above.find(W + name.format(W)) is not None:
            return True
    return False


def has_changes(root: Element) -> bool:
    """Whether there is a tracked change below an element."""
    return any(element is not root for element in root.iter(*_KINDS))


def reject_changes(root: Element) -> bool:
    """Take every tracked change below an element out, and say whether there was one."""
    if not has_changes(root):
        return False
    for element in list(root.iter(*_CHANGED)):
        _take_back(element)
    for mark in [one for one in root.iter(*_ADDED, W + "cellIns") if _is_mark(one)]:
        _without_what_bears(mark)
    for element in [one for one in root.iter(*_ADDED, _DELETED) if not _is_mark(one)]:
        removed(element)
    for mark in list(root.iter(_DELETED)):
        _without_deleted(mark)
    for element in list(root.iter(_MOVED)):
        if _is_mark(element):
            removed(element)
        else:
            unwrapped(element)
    for element in list(root.iter(*_KINDS)):
        removed(element)  # marks, and what stands where no change can
    return True


def _is_mark(element: Element) -> bool:
    """Whether a change is marked in properties: of a paragraph's end, a row or a cell."""
    above = element.getparent()
    return above is not None and above.tag in (W + "rPr", W + "trPr", W + "tcPr")


def _without_what_bears(mark: Element) -> None:
    """Remove the row or cell that was inserted, or join a paragraph with the one after it."""
    properties = mark.getparent()
    if properties is None:
        return  # what bore it is gone already
    holder = properties.getparent()
    removed(mark)
    if holder is None:
        return
    if properties.tag != W + "rPr":
        removed(holder)
        return
    paragraph = holder.getparent()
    if holder.tag != W + "pPr" or paragraph is None:
        return
    follower = paragraph.getnext()
    content = [one for one in paragraph if one is not holder]
    if follower is None or follower.tag != W + "p":
        return
    at = 1 if len(follower) and follower[0].tag == W + "pPr" else 0
    follower[at:at] = content
    removed(paragraph)


def _without_deleted(mark: Element) -> None:
    """Remove the row that was deleted, or the paragraph of which nothing is left."""
    properties = mark.getparent()
    if properties is None:
        return  # what bore it is gone already
    holder = properties.getparent()
    removed(mark)
    if properties.tag == W + "trPr" and holder is not None:
        removed(holder)
    elif holder is not None and holder.tag == W + "pPr" and holder.find(W + "sectPr") is None:
        paragraph = holder.getparent()
        follower = None if paragraph is None else paragraph.getnext()
        if paragraph is not None and len(paragraph) == 1 and follower is not None:
            removed(paragraph)


def _take_back(change: Element) -> None:
    """Give properties their former state, which a change of theirs records."""
    properties = change.getparent()
    if properties is None:
        return
    removed(change)
    former = [] if len(change) == 0 else list(deepcopy(change[0]))
    if properties.tag == W + "sectPr":
        said = {one.tag for one in former}
        kept = [
            one
            for one in properties
            if str(one.tag).endswith("Reference") or (one.tag in _PAGE and one.tag not in said)
        ]
        properties[:] = sorted((*kept, *former), key=lambda one: _PAGE.get(str(one.tag), 0))
    else:
        kept = [one for one in properties if one.tag in _KEPT.get(str(properties.tag), ())]
        properties[:] = [*former, *kept]
