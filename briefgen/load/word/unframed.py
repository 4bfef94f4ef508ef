"""Page numbers in frames as text of their line.

Word used to insert them so: a paragraph with a frame of its own at an edge of the text, beside the
one that follows (17.3.1.11). Where it stands depends on margins, which a brief's side column moves.
"""

from __future__ import annotations

from briefgen.load.word.legibility import set_property
from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W, attribute, child
from briefgen.ooxml.text import own_text

_ALIGNED = {"left": "left", "inside": "left", "center": "center", "right": "right",
            "outside": "right"}  # fmt: skip
_DRAWN = (W + "drawing", W + "pict", W + "object", W + "tab", W + "ptab")


def unframe(root: Element) -> None:
    """Set what stands in frames of a header or footer into the paragraph beside it."""
    if root.tag not in (W + "hdr", W + "ftr"):
        return
    for frame in list(root.iter(W + "framePr")):
        framed = next(frame.iterancestors(W + "p"), None)
        beside = None if framed is None else framed.getnext()
        align = _ALIGNED.get(attribute(frame, "xAlign") or "")
        if framed is None or beside is None or beside.tag != W + "p" or align is None:
            continue
        if child(beside, "pPr", "framePr") is None and _is_of_words(framed):
            _join(framed, beside, align)


def _is_of_words(paragraph: Element) -> bool:
    return next(paragraph.iter(*_DRAWN), None) is None


def _join(framed: Element, beside: Element, align: str) -> None:
    """Move runs of a frame to the paragraph beside it: aligned, or behind a tab to that edge."""
    runs = [one for one in framed if one.tag != W + "pPr"]
    if not own_text(beside).strip() and _is_of_words(beside):
        set_property(beside, "pPr", w("jc", val=align))
        set_property(beside, "pPr", w("ind", left=0, right=0, firstLine=0))
    elif align == "left" or not _is_of_words(beside):
        return
    else:
        tab = w("ptab", relativeTo="margin", alignment=align, leader="none")
        beside.append(w("r", tab))
    beside.extend(runs)
    parent = framed.getparent()
    assert parent is not None
    parent.remove(framed)
