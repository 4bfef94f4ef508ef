"""The style and the tab stops of a paragraph of a template's own text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.style import StyleSheet, chain, resolve
from briefgen.load.word.table_style import formats
from briefgen.ooxml.names import W, attribute, child, is_default, points
from briefgen.types.header_footer import PAGE, PAGES, TabStop
from briefgen.types.page_style import (
    NOTE_RISE,
    SCRIPT_LEAST_PT,
    SCRIPT_SIZE,
    SUBSCRIPT_DROP,
    TextStyle,
)
from briefgen.types.role import Role

_ALIGNED: dict[str, Literal["left", "center", "right"]] = {
    "center": "center",
    "right": "right",
    "end": "right",
}
_LEADERS: dict[str, Literal["", ".", "-", "_", "·"]] = {
    "dot": ".",
    "hyphen": "-",
    "underscore": "_",
    "heavy": "_",
    "middleDot": "·",
}


class HeaderFooterStyles(Struct, frozen=True):
    """Resolves styles, upon no font yet."""

    sheet: StyleSheet

    def style(self, paragraph: etree._Element, run: etree._Element | None = None) -> TextStyle:
        """Return the style of a paragraph, or of a run in it."""
        style = self.sheet.ids.get(attribute(child(paragraph, "pPr", "pStyle"), "val") or "")
        if style is None:
            style = self.default()
        # A line without words is as high as its mark.
        runs: list[etree._Element | None] = [child(paragraph, "pPr", "rPr")]
        if run is not None or _says(paragraph):
            runs = []
        if run is not None:
            named = self.sheet.ids.get(attribute(child(run, "rPr", "rStyle"), "val") or "")
            styles = [] if named is None else chain(named, self.sheet)
            runs = [*(child(one, "rPr") for one in styles), child(run, "rPr")]
        family = self.sheet.colour_scheme.font("minor") or "Times New Roman"
        own = (child(paragraph, "pPr"), runs)
        shown = resolve(style, Role.HEADER, self.sheet, family, own, formats(paragraph, self.sheet))
        return _raised(shown, runs)

    def default(self) -> etree._Element:
        """Return the style of paragraphs that name none."""
        return next(
            one
            for one in self.sheet.root.iter(W + "style")
            if is_default(one) or attribute(child(one, "name"), "val") == "Normal"
        )

    def stops(self, paragraph: etree._Element) -> tuple[TabStop, ...]:
        """Return the tab stops of a paragraph, from the left."""
        properties = child(paragraph, "pPr")
        style = self.sheet.ids.get(attribute(child(properties, "pStyle"), "val") or "")
        inherited = [] if style is None else [child(one, "pPr") for one in chain(style, self.sheet)]
        found: dict[float, TabStop] = {}
        for one in (*inherited, properties):
            tabs = child(one, "tabs")
            for stop in () if tabs is None else tabs:
                at = points(attribute(stop, "pos")) or 0.0
                kind = attribute(stop, "val") or "left"
                found.pop(at, None)
                if kind not in ("clear", "bar", "num"):
                    leader = _LEADERS.get(attribute(stop, "leader") or "", "")
                    found[at] = TabStop(at, _ALIGNED.get(kind, "left"), leader)
        return tuple(found[at] for at in sorted(found))


def _says(paragraph: etree._Element) -> bool:
    """Whether a paragraph has words of its own, not only of a box that is anchored in it."""
    return any(
        next(one.iterancestors(W + "p"), None) is paragraph for one in paragraph.iter(W + "t")
    )


def _raised(style: TextStyle, properties: Iterable[etree._Element | None]) -> TextStyle:
    """Return the style of a run above or below its line: set there (17.3.2.24), or a script."""
    rise_pt, script = 0.0, "baseline"
    for one in properties:
        halves = attribute(child(one, "position"), "val")
        rise_pt = rise_pt if halves is None else points(halves, 2) or 0.0
        script = attribute(child(one, "vertAlign"), "val") or script
    size_pt = style.size_pt
    if script in ("superscript", "subscript"):
        share = NOTE_RISE if script == "superscript" else -SUBSCRIPT_DROP
        rise_pt += size_pt * share
        size_pt = min(size_pt, max(SCRIPT_LEAST_PT, size_pt * SCRIPT_SIZE))
    return replace(style, size_pt=size_pt, rise_pt=rise_pt) if rise_pt else style


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
            self._open.append(["", "instruction"])
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
        return not any(
            state == "instruction" or page_number(reported) for reported, state in self._open
        )
