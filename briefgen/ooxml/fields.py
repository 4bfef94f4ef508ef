"""Fields of a Word file: found, and frozen at what they show (ISO/IEC 29500-1, 17.16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from briefgen.ooxml.names import Element, W, attribute
from briefgen.ooxml.tree import removed, unwrapped

_PIECES = (W + "fldSimple", W + "fldChar", W + "instrText", W + "t")


@dataclass(slots=True)
class Field:
    """A field of one element, or between marks: what it asks for, and its pieces.

    `asking` are the pieces that are not shown: marks and instructions.
    """

    instruction: str = ""
    asking: list[Element] = field(default_factory=list)
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
            text = "".join(one.text or "" for one in element.iter(W + "t"))
            reported = attribute(element, "instr") or ""
            yield Field(reported, [element], text, _is_asked(under_way))
        elif element.tag == W + "instrText":
            if under_way:
                under_way[-1][0].instruction += element.text or ""
                under_way[-1][0].asking.append(element)
        elif element.tag == W + "t":
            if under_way and under_way[-1][1]:
                under_way[-1][0].shown += element.text or ""
        elif (kind := attribute(element, "fldCharType")) == "begin":
            under_way.append((Field(asking=[element], within=_is_asked(under_way)), False))
        elif under_way:
            held, _ = under_way.pop()
            held.asking.append(element)
            if kind == "separate":
                under_way.append((held, True))
            else:
                yield held


def _is_asked(under_way: list[tuple[Field, bool]]) -> bool:
    return any(not shows for _, shows in under_way)


def freeze(root: Element, wanted: Callable[[Field], bool]) -> list[Field]:
    """Leave of some fields what they show, as plain text, and return them."""
    frozen = [one for one in whole_fields(root) if not one.within and wanted(one)]
    for one in frozen:
        for piece in one.asking:
            if piece.tag == W + "fldSimple":
                unwrapped(piece)
                continue
            run = piece.getparent()
            removed(piece)
            if run is not None and run.tag == W + "r" and all(c.tag == W + "rPr" for c in run):
                removed(run)
    return frozen
