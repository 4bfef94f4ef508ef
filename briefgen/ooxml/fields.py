"""Fields of a Word file: found, and frozen at what they show (ISO/IEC 29500-1, 17.16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
