"""Fields frozen at what they show, and tracked changes taken out of a tree.

Fields are those of ISO/IEC 29500-1, 17.16; changes (17.13.5) are rejected: what was inserted goes,
what was moved stands where it stood, properties are as they were. Only what was deleted does not
come back: somebody wanted nobody to read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy

from msgspec import Struct, field

from briefgen.ooxml.build import removed, unwrapped, w
from briefgen.ooxml.names import XML_SPACE, Element, W, attribute

_PIECES = (W + "fldSimple", W + "fldChar", W + "instrText", W + "t")


class Field(Struct):
    """A field of one element, or between marks: what it asks for, and its pieces.

    `asking` are the pieces that are not shown: marks and instructions. `results` are the texts that
    are.
    """

    instruction: str = ""
    asking: list[Element] = field(default_factory=list)
    results: list[Element] = field(default_factory=list)
    shown: str = ""
    within: bool = False

    @property
    def name(self) -> str:
        """The first word of the instruction in capitals."""
        words = self.instruction.split(None, 1)
        return words[0].upper() if words else ""


def whole_fields(root: Element) -> Iterator[Field]:
    """Yield the fields below an element that begin and end there, inner ones first.

    `within` says that a field stands in another's instruction, so that it is needed there.
    """
    under_way: list[tuple[Field, bool]] = []
    for element in list(root.iter(*_PIECES)):
        if element.tag == W + "fldSimple":
            texts = list(element.iter(W + "t"))
            text = "".join(one.text or "" for one in texts)
            reported = attribute(element, "instr") or ""
            yield Field(reported, [element], texts, text, _is_asked(under_way))
        elif element.tag == W + "instrText":
            if under_way:
                under_way[-1][0].instruction += element.text or ""
                under_way[-1][0].asking.append(element)
        elif element.tag == W + "t":
            if under_way and under_way[-1][1]:
                under_way[-1][0].shown += element.text or ""
                under_way[-1][0].results.append(element)
        elif (kind := attribute(element, "fldCharType")) == "begin":
            under_way.append((Field(asking=[element], within=_is_asked(under_way)), False))
        elif under_way:
            begun, _ = under_way.pop()
            begun.asking.append(element)
            if kind == "separate":
                under_way.append((begun, True))
            else:
                yield begun


def _is_asked(under_way: list[tuple[Field, bool]]) -> bool:
    return any(not shows for _, shows in under_way)


def freeze(root: Element, wanted: Callable[[Field], bool]) -> list[Field]:
    """Leave of some fields what they show, as plain text, and return them."""
    frozen = [one for one in whole_fields(root) if not one.within and wanted(one)]
    for one in frozen:
        _leave_result(one)
    return frozen


def replace_fields(root: Element, text_of: Callable[[Field], str]) -> None:
    """Put text in the place of fields, in the formatting of what they showed.

    `text_of` returns nothing for a field that stays.
    """
    for one in list(whole_fields(root)):
        text = "" if one.within else text_of(one)
        if not text:
            continue
        if not one.results:
            _add_result(one)
        first, *others = one.results
        first.text = text
        first.set(XML_SPACE, "preserve")
        for other in others:
            _remove_piece(other)
        _leave_result(one)


def _add_result(field: Field) -> None:
    """Give a field that shows nothing a text to show."""
    last = field.asking[-1]
    if last.tag == W + "fldSimple":
        last.append(w("r", w("t")))
        field.results += last.iter(W + "t")
    else:
        field.results.append(w("t"))
        last.addnext(field.results[0])


def _leave_result(field: Field) -> None:
    for piece in field.asking:
        if piece.tag == W + "fldSimple":
            unwrapped(piece)
        else:
            _remove_piece(piece)


def _remove_piece(piece: Element) -> None:
    """Remove a piece of a field, and its run where nothing else is in it."""
    run = piece.getparent()
    removed(piece)
    if run is not None and run.tag == W + "r" and all(one.tag == W + "rPr" for one in run):
        removed(run)


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
