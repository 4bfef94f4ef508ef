"""The fields of a template's own text that count pages, and the results of all others."""

from __future__ import annotations

from lxml import etree

from briefgen.ooxml.names import attribute
from briefgen.types.header_footer import PAGE, PAGES

_NUMBERS = {"PAGE": PAGE, "NUMPAGES": PAGES, "SECTIONPAGES": PAGES}


def page_number(instruction: str) -> str:
    """Return what stands for the number that a field counts; nothing for another field."""
    words = instruction.split()
    return _NUMBERS.get(words[0].upper(), "") if words else ""


class Fields:
    """The fields that are open while a part is read."""

    def __init__(self) -> None:
        self._open: list[list[str]] = []
        """Instruction and state of each: before or after its result begins."""

    def mark(self, mark: etree._Element) -> str:
        """Begin, separate or end a field; return the number that the one that ends counts."""
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._open.append(["", "told"])
        elif kind == "separate" and self._open:
            self._open[-1][1] = "result"
        elif kind == "end" and self._open:
            return page_number(self._open.pop()[0])
        return ""

    def instruct(self, words: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open:
            self._open[-1][0] += words

    @property
    def prints(self) -> bool:
        """Whether text is printed here: in no instruction, nor in the result of a page number."""
        return not any(state == "told" or page_number(reported) for reported, state in self._open)
