"""Read what a Word template holds around a brief, which PDF and Word print alike.

The places of a Word template that receive parts of a brief.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.load.word.header_footer_groups import GroupError
from briefgen.load.word.header_footer_table import hangs_out, rule_of
from briefgen.load.word.header_footer_text import Reader
from briefgen.load.word.sheet import sheet_of
from briefgen.load.word.style import StyleSheet
from briefgen.ooxml.names import R, W, attribute, child, is_on, points
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.ooxml.text import part_name
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.header_footer import HeaderFooter, HeaderFooterPart, Kind, PageBorders
from briefgen.types.page import FIELDS, FRAMES, LISTS
from briefgen.types.page_style import Border

CONTROL = "briefgen:"
"""How the tag or title of a content control begins that is a place: `briefgen:main`."""


def is_place(element: etree._Element) -> bool:
    """Whether an element of the body receives a part of the brief, or holds one that does."""
    words = "".join(one.text or "" for one in element.iter(W + "t")).strip()
    if words.startswith("{{") and words[2:].strip().split("}}")[0].strip() in FRAMES:
        return True
    marks = (one for tag in ("tag", "alias") for one in element.iter(W + tag))
    return any((attribute(mark, "val") or "").lower().startswith(CONTROL) for mark in marks)


def control_name(element: etree._Element) -> str:
    """Return the name of the place that a content control is by tag or title, if it is one.

    `briefgen:` may stand before any name, and need not before that of the main place.
    """
    for kind in ("tag", "alias"):
        marks = element.iterfind(f"{W}sdtPr/{W}{kind}")
        name = next(((attribute(mark, "val") or "").strip().lower() for mark in marks), "")
        if name.startswith(CONTROL):
            return name.removeprefix(CONTROL).strip()
        if name == "main":
            return name
    return ""


_KINDS: tuple[Kind, ...] = ("first", "even", "default")
_OF_PAGES = {"first": " of the first page", "even": " of even pages", "default": ""}


def read_header_footer(template: WordTemplate) -> tuple[HeaderFooter, tuple[Finding, ...]]:
    """Return a template's headers, footers and own text, and a warning for what no PDF can have.

    Raises:
        TemplateError: a loop or condition that is not closed where it was opened.
    """
    return _Reading(template, template.package).read()


class _Reading(Struct):
    """A template being read."""

    template: WordTemplate
    package: Package
    width_pt: float = 0.0
    hangs_out: bool = False
    findings: list[Finding] = field(default_factory=list)

    def read(self) -> tuple[HeaderFooter, tuple[Finding, ...]]:
        main = self.package.main
        body = child(self.package.root(main), "body")
        section = child(body, "sectPr")
        related = self.package.targets(main)
        above, below = _around_places(body)
        self.width_pt = text_width_pt(section)
        facing = self.package.document_part("settings")
        self.hangs_out = hangs_out(facing)
        found = HeaderFooter(
            self.width_pt,
            self._running("header", section, related),
            self._running("footer", section, related),
            self._part(above, main),
            self._part(below, main),
            first_differs=_says(section, "titlePg"),
            even_differs=_says(facing, "evenAndOddHeaders"),
            borders=page_borders(section, sheet_of(self.template)),
        )
        return found, tuple(dict.fromkeys(self.findings))

    def _running(
        self, name: str, section: etree._Element | None, related: Mapping[str, str]
    ) -> dict[Kind, HeaderFooterPart]:
        found: dict[Kind, HeaderFooterPart] = {}
        for reference in () if section is None else section.iterchildren(f"{W}{name}Reference"):
            part = related.get(reference.get(R + "id", ""), "")
            kind = next((one for one in _KINDS if one == attribute(reference, "type")), None)
            if kind and part:
                place = f"the {name}{_OF_PAGES[kind]}"
                found[kind] = self._part(self.package.root(part), part, place)
        return found

    def _part(
        self, elements: Iterable[etree._Element], part: str, place: str = "the text"
    ) -> HeaderFooterPart:
        sheet, pictures = sheet_of(self.template), self._pictures(part)
        reader = Reader(sheet, pictures, self.width_pt, part, hangs_out=self.hangs_out)
        try:
            read = reader.part(elements)
        except GroupError as error:
            known = f"known names: {', '.join(sorted({*FIELDS, *LISTS}))}"
            where = (error.where or part_name(part),)
            raise TemplateError(
                [
                    Finding(
                        "word-field-unfilled",
                        error.message,
                        known,
                        where,
                        "error",
                        self.template.file,
                    )
                ]
            ) from error
        hint = (
            "put it there in Word as text, as a shape (Insert, Shapes), or as a PNG or JPEG "
            "picture (Insert, Pictures)"
        )
        self.findings += [
            Finding(
                "header-not-in-pdf",
                f"has {what} in {place}, which the PDF does not print",
                hint,
                (part_name(part),),
                "warning",
                self.template.file,
            )
            for what in reader.left_out
        ]
        return read

    def _pictures(self, part: str) -> Mapping[str, bytes]:
        return {key: self.package[name] for key, name in self.package.targets(part).items()}


def _says(element: etree._Element | None, name: str) -> bool:
    found = child(element, name)
    return found is not None and is_on(found)


_BORDERED: dict[str, Literal["all", "first", "not-first"]] = {
    "firstPage": "first",
    "notFirstPage": "not-first",
}


def page_borders(section: etree._Element | None, sheet: StyleSheet) -> PageBorders | None:
    """Return the rules around a page (17.6.10), if there are any.

    Those that are measured from the text stand around header and footer, too.
    """
    said = child(section, "pgBorders")
    rules = {side: rule_of(child(said, side), sheet) for side in ("left", "top", "right", "bottom")}
    if not any(rules.values()):
        return None
    if attribute(said, "offsetFrom") != "page":
        rules = {side: rule and _from_page(rule, side, section) for side, rule in rules.items()}
    left, top, right, bottom = rules.values()
    shown = _BORDERED.get(attribute(said, "display") or "", "all")
    return PageBorders((left, top, right, bottom), True, shown)


def _from_page(rule: Border, side: str, section: etree._Element | None) -> Border:
    """Return a rule with its distance from the edge of the page in place of that from the text."""
    margins = child(section, "pgMar")
    edge_pt = points(attribute(margins, side)) or 0.0
    running = {"top": "header", "bottom": "footer"}.get(side)
    if running and child(section, f"{running}Reference") is not None:
        edge_pt = min(edge_pt, points(attribute(margins, running)) or 0.0)
    return replace(rule, distance_pt=max(0.0, edge_pt - rule.distance_pt))


def text_width_pt(section: etree._Element | None) -> float:
    """Return the width between the margins of a section."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    width = points(attribute(size, "w")) or 0.0
    return width - sum(points(attribute(margins, side)) or 0.0 for side in ("left", "right"))


def _around_places(
    body: etree._Element | None,
) -> tuple[list[etree._Element], list[etree._Element]]:
    """Return what the body holds above the last place of a brief, and below it."""
    blocks = [] if body is None else [one for one in body if one.tag != W + "sectPr"]
    at = max((number for number, one in enumerate(blocks) if is_place(one)), default=None)
    if at is None:
        return [], []
    return list(_without_places(blocks[:at])), blocks[at + 1 :]


def _without_places(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return (one for one in elements if not is_place(one))
