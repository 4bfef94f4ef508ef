"""How much of the page a template's own text takes: footers, and what stands in the body.

An estimate from above, in points: characters are taken to be half as wide as they are high, and
what conditions may leave out is counted. The page contract in Word rests on it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.header_footer import is_place
from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.header_footer_table import is_continued, rows_below
from briefgen.load.word.sheet import sheet_of
from briefgen.load.word.style import StyleSheet, resolve
from briefgen.load.word.text_frames import frame_of
from briefgen.ooxml.names import (
    EMU_PER_POINT,
    WP,
    R,
    W,
    attribute,
    child,
    is_default,
    is_on,
    points,
)
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.ooxml.text import own_pieces, own_text
from briefgen.pattern import late_pattern
from briefgen.sandbox.fields import GROUP_ENDS, tag_alone
from briefgen.types.finding import Finding
from briefgen.types.page_style import PageStyle, TextStyle
from briefgen.types.role import Role

_WIDTH_SHARE = 0.5
"""Mean width of a character as a share of the size: above that of any text face."""

_MARGIN_PT, _RULE_PT = 5.4, 0.5
"""Word's own margin at the sides of a cell, and the rule below a row."""

_LOGO = late_pattern(r"\s*\{\{\s*logo\s*\}\}\s*")
"""A paragraph or row for the logo alone takes no room without one; what one takes is known later,
when it is set with all that is filled."""

_FIELD = "x" * 40
"""What a field is taken to print: as much as a line of a header holds."""

_SHORT = {
    "number": 12,
    "version": 12,
    "kind": 16,
    "folio": 16,
    "status": 20,
    "classification": 16,
    "position": 32,
}
"""Characters of fields that are mostly shorter than that: where one is not, the header as it is
filled takes the room that it needs."""


class TemplateTextHeights(Struct, frozen=True):
    """Heights of a template's own text: tallest footer, body above and below places."""

    footer_pt: float
    above_pt: float
    below_pt: float
    loops: bool


def around_own_text(
    page_style: PageStyle, template: WordTemplate
) -> tuple[PageStyle, tuple[Finding, ...]]:
    """Return a theme that keeps clear of a template's own text, and what cannot be kept clear of.

    Headers are left out: how high one is as it is filled, pages are laid out by.
    """
    own = measured_text(template, page_style)
    kept = replace(
        page_style,
        margin_bottom_pt=max(
            page_style.margin_bottom_pt, _beyond(page_style.footer_distance_pt, own.footer_pt)
        ),
        above_pt=own.above_pt,
        below_pt=own.below_pt,
    )
    return kept, (_loop_finding(template.file),) if own.loops else ()


def _beyond(distance_pt: float, height_pt: float) -> float:
    return distance_pt + height_pt if height_pt else 0.0


def measured_text(template: WordTemplate, page_style: PageStyle) -> TemplateTextHeights:
    """Return how much room the own text of a template takes."""
    roots = dict(template.package.stories())
    ruler = _Ruler(sheet_of(template))
    width = page_style.page_width_pt - page_style.margin_left_pt - page_style.margin_right_pt

    def tallest(found: Iterable[etree._Element]) -> float:
        return max((ruler.height_pt(root, width) for root in found), default=0.0)

    body = roots[template.package.main].find(W + "body")
    printed = {name: roots[name] for name in _running(body, template.package) if name in roots}
    children = [] if body is None else [one for one in body if one.tag != W + "sectPr"]
    places = [at for at, one in enumerate(children) if is_place(one)]
    above = children[: places[-1]] if places else []
    below = children[places[-1] + 1 :] if places else []
    return TemplateTextHeights(
        tallest(root for root in printed.values() if root.tag == W + "ftr"),
        ruler.stacked_pt((one for one in above if not is_place(one)), width),
        ruler.stacked_pt(below, width),
        any(_loops(_text(one)) for one in children),
    )


def _running(body: etree._Element | None, package: Package) -> Iterator[str]:
    """Yield the headers and footers that are printed: those of even pages only where these differ.

    Word keeps those of a first page or of even pages that no page has any more.
    """
    facing = child(package.document_part("settings"), "evenAndOddHeaders")
    sections = [] if body is None else [*body.iter(W + "sectPr")]
    first = [child(one, "titlePg") for one in sections]
    kinds = {"default": True, "even": facing is not None and is_on(facing)}
    kinds["first"] = any(one is not None and is_on(one) for one in first)
    related = package.targets(package.main)
    for section in sections:
        for one in section.iterchildren(W + "headerReference", W + "footerReference"):
            if kinds.get(attribute(one, "type") or "default"):
                yield related.get(one.get(R + "id", ""), "")


def _loop_finding(file: str) -> Finding:
    """Return the warning about a loop in the body, whose length nobody knows beforehand."""
    return Finding(
        "word-loop-unmeasured",
        "has a loop in its body, whose length is not measured: the number of pages in Word may "
        "differ",
        "put it into a length's content template instead, where it is measured",
        ("body",),
        "warning",
        file,
    )


def _loops(words: str) -> bool:
    return any(tag.lstrip("-+ ").startswith("for ") for tag in words.split("{%")[1:])


def _text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t"))


class _Ruler:
    """Measures paragraphs and tables by their styles."""

    def __init__(self, sheet: StyleSheet) -> None:
        self.sheet = sheet
        self.known: dict[str, TextStyle] = {}

    def height_pt(self, container: etree._Element, width_pt: float) -> float:
        """Return the height of a header, footer or cell."""
        return self.stacked_pt(container, width_pt)

    def stacked_pt(self, elements: Iterable[etree._Element], width_pt: float) -> float:
        """Return the height of paragraphs and tables one under another."""
        return _of_branches((one, self._one_pt(one, width_pt)) for one in elements)

    def _one_pt(self, element: etree._Element, width_pt: float) -> float:
        if element.tag == W + "p":
            return self._paragraph_pt(element, width_pt)
        if element.tag == W + "tbl":
            return _of_branches(self._rows_pt(element))
        if element.tag == W + "sdt":
            content = child(element, "sdtContent")
            return 0.0 if content is None else self.stacked_pt(content, width_pt)
        return 0.0

    def _rows_pt(self, table: etree._Element) -> list[tuple[etree._Element, float]]:
        """Return the rows of a table with their heights: cells over several ask the last."""
        rows = [*table.iterchildren(W + "tr")]
        below = rows_below([*row.iterchildren(W + "tc")] for row in rows)
        heights = [self._row_pt(row, below) for row in rows]
        for cell, more in below.items():
            first = next(at for at, row in enumerate(rows) if row is cell.getparent())
            missing = self._cell_pt(cell) + _RULE_PT - sum(heights[first : first + more + 1])
            heights[first + more] += max(0.0, missing)
        return [*zip(rows, heights, strict=True)]

    def _row_pt(self, row: etree._Element, below: Collection[etree._Element]) -> float:
        if _LOGO.fullmatch("".join(map(own_text, row.iter(W + "p")))) and not _draws(row):
            return 0.0
        least = points(attribute(child(row, "trPr", "trHeight"), "val")) or 0.0
        cells = [
            self._cell_pt(cell)
            for cell in row.iterchildren(W + "tc")
            if cell not in below and not is_continued(cell)
        ]
        return max([least, *cells]) + _RULE_PT

    def _cell_pt(self, cell: etree._Element) -> float:
        width = points(attribute(child(cell, "tcPr", "tcW"), "w")) or 200.0
        return self.stacked_pt(cell, max(20.0, width - 2 * _MARGIN_PT))

    def _paragraph_pt(self, paragraph: etree._Element, width_pt: float) -> float:
        if _LOGO.fullmatch(own_text(paragraph)) and not _draws(paragraph):
            return 0.0
        style = self._style(paragraph)
        size = max([style.size_pt, *_sizes(paragraph)])
        spacing = child(paragraph, "pPr", "spacing")
        exact = points(attribute(spacing, "line")) if _is_exact(spacing) else None
        if exact is not None:
            leading = exact
        else:
            leading = style.leading_pt * (size / style.size_pt if style.lines else 1)
            lines = points(attribute(spacing, "line"), 240)
            if lines and style.lines and attribute(spacing, "lineRule") in (None, "auto"):
                leading *= lines / style.lines
        if frame_of(paragraph) is not None:
            return 0.0
        words = _printed(own_text(paragraph))
        lines = max(1, math.ceil(len(words) * size * _WIDTH_SHARE / width_pt))
        pictures = [
            int(extent.get("cy", "0")) / EMU_PER_POINT
            for inline in paragraph.iter(WP + "inline")
            for extent in inline.iterchildren(WP + "extent")
        ]
        before, after = points(attribute(spacing, "before")), points(attribute(spacing, "after"))
        return (
            (style.space_before_pt if before is None else before)
            + max([lines * leading, *pictures])
            + (style.space_after_pt if after is None else after)
        )

    def _style(self, paragraph: etree._Element) -> TextStyle:
        if next(paragraph.iterancestors(W + "tbl"), None) is not None:
            return HeaderFooterStyles(self.sheet).style(paragraph)
        key = attribute(child(paragraph, "pPr", "pStyle"), "val") or ""
        if key not in self.known:
            style = self.sheet.ids.get(key)
            if style is None:
                style = next(
                    one
                    for one in self.sheet.root.iter(W + "style")
                    if is_default(one) or attribute(child(one, "name"), "val") == "Normal"
                )
            self.known[key] = resolve(style, Role.BODY, self.sheet, "")
        return self.known[key]


def _of_branches(heights: Iterable[tuple[etree._Element, float]]) -> float:
    """Return the height of paragraphs or rows of which conditions leave some out.

    Tags that stand alone take none, and of an `if` with an `else` the higher branch is counted.
    """
    whole: list[float] = [0.0]
    branches: list[list[float]] = []
    for element, height in heights:
        tag = tag_alone("".join(map(own_text, element.iter(W + "p"))).strip())
        word = tag.split(" ", 1)[0]
        if word in ("if", "for"):
            branches.append([])
            whole.append(0.0)
        elif word == "else" and branches:
            branches[-1].append(whole[-1])
            whole[-1] = 0.0
        elif word in GROUP_ENDS and branches:
            highest = max([*branches.pop(), whole.pop()])
            whole[-1] += highest
        else:
            whole[-1] += height
    return sum(whole)


def _is_exact(spacing: etree._Element | None) -> bool:
    """Whether lines are as high as they say, whatever they hold (17.18.48)."""
    return attribute(spacing, "lineRule") == "exact"


def _draws(element: etree._Element) -> bool:
    return next(element.iter(W + "drawing", W + "pict"), None) is not None


def _sizes(paragraph: etree._Element) -> Iterator[float]:
    for size in own_pieces(paragraph, "sz"):
        yield points(attribute(size, "val"), 2) or 0.0


def _printed(words: str) -> str:
    """Return about what a text prints: fields as long as a line of a header, tags as nothing."""
    first, *others = words.split("{{")
    fields = (piece.partition("}}") for piece in others)
    first, *others = (first + "".join(_field(name) + rest for name, _, rest in fields)).split("{%")
    return first + "".join(piece.partition("%}")[2] for piece in others)


def _field(name: str) -> str:
    """Return as much as a field prints, the longest of those that may stand there."""
    longest = max(_SHORT.get(one.strip(), len(_FIELD)) for one in name.split(" or "))
    return _FIELD[:longest]
