"""Room for a brief beside what its template draws: dark bands, logos that text keeps off.

A brief is set over no drawing that it could not be read on. What is drawn on every page moves the
margin of the text; what is drawn on the first page only, the text of that page. Both are written
into our copy of the template, so that PDF and Word follow from the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.background import clear_rows, is_dark, is_kept_off, is_ruled_or_worded
from briefgen.load.word.header_footer import is_place, read_header_footer
from briefgen.load.word.legibility import PAGE
from briefgen.load.word.main_section import empty_pt, height_pt
from briefgen.load.word.page_drawings import put_behind, shown_number, without_drawings
from briefgen.load.word.vml_drawing import SHAPES
from briefgen.ooxml.build import w
from briefgen.ooxml.names import VML, WP, WPS, A, Element, W, attribute, child, points, twips
from briefgen.ooxml.package import WordTemplate
from briefgen.ooxml.text import part_name
from briefgen.types.colour import contrast
from briefgen.types.finding import Finding
from briefgen.types.header_footer import (
    Anchor,
    Drawn,
    DrawnGroup,
    Floating,
    HeaderFooter,
    HeaderFooterPart,
    HeaderFooterPicture,
    HeaderFooterText,
    Kind,
    Lettering,
    Shape,
)

_MOST = 0.45
"""Share of the height of the text that a drawing may take; what is higher is a background."""

_LEAST = 0.55
"""Share of the room of the text that is left at least where it keeps off drawings."""

_LEAST_ACROSS = 0.6
"""Share of the width of the text that is left at least beside columns that are drawn."""

_FOOT = 0.85
"""Share of the height of a page below which rules and words are those of its foot."""

_APART_PT = 6.0
"""What text keeps off a drawing at least."""
_OF_PAGE = ("page", "paragraph", "column")
"""Origins from which a drawing's place does not follow the margins that are moved here."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class _Page(Struct, frozen=True):
    """A page: its size, its margins (left, top, right, bottom), where header and footer stand."""

    width_pt: float
    height_pt: float
    margins_pt: tuple[float, float, float, float]
    header_pt: float
    footer_pt: float

    @property
    def edges_pt(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the text."""
        left, top, right, bottom = self.margins_pt
        return left, top, self.width_pt - right, self.height_pt - bottom


def with_clear_pages(
    template: WordTemplate, *, is_sample: bool = False
) -> tuple[WordTemplate, tuple[Finding, ...]]:
    """Return a template whose text can be read beside its drawings, and a warning of what changed.

    Where text would lose too much room, the drawings behind it are made pale instead. Those in the
    body of a sample document are of its cover, and go.
    """
    body = child(template.package.root(template.package.main), "body")
    page = _page(child(body, "sectPr"))
    found, _ = read_header_footer(template)
    if page is None or not any(True for part in _parts(found) for _ in part.floating):
        return template, ()
    always, first = [*_on_each(found, page)], [*_on_first(found, page)]
    page, sides = _between(page, [*always, *first])
    every, once = _needed(always, page), _needed(first, page)
    begins = page.edges_pt[1] + height_pt(found.above)
    hangs = any(one.down.origin == "paragraph" for one in found.above.floating)
    is_clear = every[0] <= page.edges_pt[1] + empty_pt(found.above)
    top = 0.0 if hangs or is_clear or _stands_on_drawings(found) else every[0]
    down = max(once[0], every[0]) - max(begins, top)
    up = max(every[1], once[1])
    left, start, right, end = page.edges_pt
    room = page.height_pt - max(up, page.margins_pt[3]) - max(begins, top) - max(0.0, down)
    if room < _LEAST * (end - max(start, begins)):
        top, up, down = 0.0, 0.0, 0.0
    text = (left, max(start, top), right, min(end, page.height_pt - up))
    stands = max(begins, top) + max(0.0, down)
    pale = {one.number for one, box in (*always, *first) if _hides(one, box, text, stands)}
    own = [*_boxes(found.above, page, page.edges_pt[1], runs=False)] if is_sample else []
    if any(_hides(one, box, text, stands) for one, box in own):
        cover = {one.number for one, (*_, foot) in own if foot > stands + _APART_PT}
        return with_clear_pages(without_drawings(template, cover - {""}))
    over = {
        one.number
        for one, (x, _, end, foot) in first
        if isinstance(one.shown, HeaderFooterPicture) and foot > stands - 2 * _APART_PT
        if end > left and x < right  # a logo on a band beside the text stays in front of the band
    }
    return _changed(template, (top, up, *sides), down, pale - {""}, over - {""})


def _hides(one: Floating, box: Box, text: Box, begins: float) -> bool:
    """Whether text that stands on a drawing cannot be read."""
    x, y, end, foot = box
    left, _, right, bottom = text
    meets = end > left and x < right and foot > begins + _APART_PT and y < bottom - _APART_PT
    return meets and not isinstance(one.shown, Lettering) and is_dark(one)


def _changed(
    template: WordTemplate,
    moved: tuple[float, float, float, float],
    down: float,
    pale: set[str],
    over: set[str],
) -> tuple[WordTemplate, tuple[Finding, ...]]:
    """Return a template with margins and first page moved and drawings made pale, with warnings.

    Margins are those above, below, at left and at right; 0 where one stays. What reaches `over`
    text goes behind it.
    """
    package = template.package
    changed: dict[str, bytes | Element] = {}
    findings: list[Finding] = []
    root = package.copy(package.main)
    body = child(root, "body")
    blocks = [] if body is None else [*body]
    place, margins = next(filter(is_place, blocks), None), child(root, "body", "sectPr", "pgMar")
    if any(moved) or (down > 0 and place is not None):
        for side, width in zip(("top", "bottom", "left", "right"), moved, strict=True):
            if width and margins is not None:
                margins.set(W + side, str(twips(width)))
        if down > 0 and place is not None:
            place.addprevious(_space(down))
            _let_overlap(blocks[: blocks.index(place)])
        findings.append(_moved(template.file))
        changed[package.main] = root
    if place is not None and put_behind(blocks[: blocks.index(place)], over):
        changed[package.main] = root
    for name, _ in package.stories() if pale else ():
        own = root if name == package.main else package.copy(name)
        dark = [one for one in own.iter(WP + "anchor", *SHAPES) if shown_number(one) in pale]
        faded = [_fade(one) for one in dark]
        if any(faded):
            changed[name] = own
            findings.append(_faded(template.file, part_name(name)))
    if not changed:
        return template, ()
    return replace(template, package=package.replaced(changed)), tuple(dict.fromkeys(findings))


def _let_overlap(blocks: Iterable[Element]) -> None:
    """Let what is anchored in blocks push no text down, which a space below them does already."""
    for one in [each for block in blocks for each in block.iter(WP + "anchor")]:
        for wrap in [each for each in one if etree.QName(each).localname.startswith("wrap")]:
            one.replace(wrap, etree.Element(WP + "wrapNone"))


def _fade(drawing: Element) -> bool:
    """Make the pictures and fills of a drawing pale, as Word's washout does."""
    found = False
    for blip in drawing.iter(A + "blip"):
        for old in [*blip.iterchildren(A + "lum", A + "duotone")]:
            blip.remove(old)
        blip.insert(0, etree.Element(A + "lum", bright="70000", contrast="-70000"))
        found = True
    for image in drawing.iter(VML + "imagedata"):
        image.set("gain", "19661f")
        image.set("blacklevel", "22938f")
        found = True
    for fill in drawing.iter(A + "solidFill"):
        if fill.getparent().tag == WPS + "spPr" and len(fill):  # type: ignore[union-attr]
            for name, share in (("lumMod", "20000"), ("lumOff", "80000")):
                fill[0].append(etree.Element(A + name, val=share))
            found = True
    return found


def _moved(file: str) -> Finding:
    return Finding(
        "word-text-moved",
        "draws where its text stands; a brief keeps off what it could not be read on",
        "set the margins in Word (Layout, Margins) so that the text begins below the drawing",
        ("body",),
        "warning",
        file,
    )


def _faded(file: str, part: str) -> Finding:
    return Finding(
        "word-drawing-faded",
        "has a dark drawing behind the text, which is pale in a brief, so that it can be read",
        "give the drawing a place of its own in Word (Layout, Position), or make it pale (Shape "
        "Format, or Picture Format, Color)",
        (part,),
        "warning",
        file,
    )


def _space(height_pt: float) -> Element:
    """Return a paragraph without words that keeps the text so far down."""
    line = min(1.0, height_pt)
    spacing = w(
        "spacing", before=twips(height_pt - line), after=0, line=twips(line), lineRule="exact"
    )
    return w("p", w("pPr", spacing))


def _page(section: Element | None) -> _Page | None:
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    if size is None or margins is None:
        return None

    def own(element: Element, name: str) -> float:
        return abs(points(attribute(element, name)) or 0.0)

    sides = [own(margins, side) for side in ("left", "top", "right", "bottom")]
    left, top, right, bottom = sides
    return _Page(
        own(size, "w"),
        own(size, "h"),
        (left + own(margins, "gutter"), top, right, bottom),
        own(margins, "header"),
        own(margins, "footer"),
    )


def _parts(found: HeaderFooter) -> Iterator[HeaderFooterPart]:
    yield from (*found.headers.values(), *found.footers.values(), found.above)


def _on_each(found: HeaderFooter, page: _Page) -> Iterator[tuple[Floating, Box]]:
    kinds: tuple[Kind, ...] = ("default", "even") if found.even_differs else ("default",)
    for kind in kinds:
        yield from _boxes(found.headers.get(kind), page, page.header_pt)
        footer = found.footers.get(kind)
        yield from _boxes(footer, page, page.height_pt - page.footer_pt - height_pt(footer))


def _on_first(found: HeaderFooter, page: _Page) -> Iterator[tuple[Floating, Box]]:
    if found.first_differs:
        footer = found.footers.get("first")
        yield from _boxes(found.headers.get("first"), page, page.header_pt)
        yield from _boxes(footer, page, page.height_pt - page.footer_pt - height_pt(footer))
    yield from _boxes(found.above, page, page.edges_pt[1], runs=False)


def _boxes(
    part: HeaderFooterPart | None, page: _Page, top: float, *, runs: bool = True
) -> Iterator[tuple[Floating, Box]]:
    """Yield what floats in a part with its box, the heights of paragraphs being estimated.

    A pale area without words hides no text where it `runs` in a header, which is behind it.
    """
    for block in () if part is None else part.blocks:
        inner = HeaderFooterPart((block,))
        for one in inner.floating:
            is_plain = isinstance(one.shown, Shape) and one.shown.text is None
            is_pale = runs and one.apart_pt is None and is_plain and not is_dark(one)
            if is_pale and not _is_in_foot(one, page):
                continue
            for part_of_it in _parts_off_text(one.shown, _box(one, page, top), page):
                yield one, part_of_it
        top += height_pt(inner)


def _between(
    page: _Page, boxes: Iterable[tuple[Floating, Box]]
) -> tuple[_Page, tuple[float, float]]:
    """Return a page with its text between dark columns at its sides, and the margins that move."""
    left, top, right, bottom = page.edges_pt
    start, stop = left, right
    for one, (x, y, end, foot) in boxes:
        is_high = min(foot, bottom) - max(y, top) > _MOST * (bottom - top)
        if not is_high or end - x > page.width_pt / 2 or not is_kept_off(one):
            continue
        if (x + end) / 2 < page.width_pt / 2:
            start = max(start, end + 2 * _APART_PT)
        else:
            stop = min(stop, x - 2 * _APART_PT)
    if (start, stop) == (left, right) or stop - start < _LEAST_ACROSS * (right - left):
        return page, (0.0, 0.0)
    margins = page.margins_pt
    moved = replace(page, margins_pt=(start, margins[1], page.width_pt - stop, margins[3]))
    return moved, (
        start if start != left else 0.0,
        page.width_pt - stop if stop != right else 0.0,
    )


def _parts_off_text(shown: Drawn, box: Box, page: _Page) -> Iterator[Box]:
    """Yield the parts of a drawing that text keeps off: of a page that is one picture, its ends."""
    x, y, end, foot = box
    left, top, right, bottom = page.edges_pt
    width, height = end - x, foot - y
    if isinstance(shown, DrawnGroup) and height > _MOST * (bottom - top):
        for member in shown.members:
            at, down, drawing = x + member.x_pt, y + member.y_pt, member.shown
            inner = at, down, at + drawing.width_pt, down + drawing.height_pt
            yield from _parts_off_text(drawing, inner, page)
        return
    if height > _MOST * (bottom - top) and width > 0 and isinstance(shown, HeaderFooterPicture):
        across = (left - x) / width, (right - x) / width
        clear = clear_rows(shown.picture.data, shown.picture.mask, across)
        start, stop = (y + share * height for share in clear or (0, 0))
        if stop - start >= _LEAST * (bottom - top):
            ends = (x, y, end, start), (x, stop, end, foot)
            yield from (one for one in ends if one[3] - one[1] > 1)
            return
    yield box


def _box(one: Floating, page: _Page, top: float) -> Box:
    left, up, right, down = page.edges_pt
    width, height = one.shown.width_pt, one.shown.height_pt
    across = {"page": (0.0, page.width_pt), "margin-before": (0.0, left)}
    across |= {"margin-after": (right, page.width_pt)}
    below = {"page": (0.0, page.height_pt), "margin-before": (0.0, up)}
    below |= {"margin-after": (down, page.height_pt), "margin": (up, down)}
    x = _placed(one.across, width, across.get(one.across.origin, (left, right)))
    y = _placed(one.down, height, below.get(one.down.origin, (top, down)))
    hangs = y + height / 2 > page.height_pt and (y < page.height_pt or one.apart_pt)
    if hangs and one.down.origin not in below:
        y = page.height_pt - height  # as the PDF places it
    return x, y, x + width, y + height


def _placed(anchor: Anchor, size: float, edges: tuple[float, float]) -> float:
    start, end = edges
    if anchor.align is None:
        return start + anchor.offset_pt + (end - start) * anchor.share
    return start + {"start": 0.0, "center": 0.5, "end": 1.0}[anchor.align] * (end - start - size)


def _needed(boxes: Iterable[tuple[Floating, Box]], page: _Page) -> tuple[float, float]:
    """Return the margins that keep text off drawings, above and below; 0 where they may stay."""
    left, top, right, bottom = page.edges_pt
    above, below = 0.0, 0.0
    for one, (x, y, end, foot) in boxes:
        is_in_foot = _is_in_foot(one, page)
        if end <= left or x >= right or foot <= top or y >= bottom + _APART_PT * is_in_foot:
            continue
        # A part of a picture is one for the ink that it holds.
        is_part = isinstance(one.shown, HeaderFooterPicture) and foot - y < one.shown.height_pt - 1
        if not (is_part or is_in_foot or is_kept_off(one)):
            continue
        high = min(foot, bottom) - max(y, top) > _MOST * (bottom - top)
        if high or one.down.origin not in _OF_PAGE:
            continue
        apart = one.apart_pt or (0.0, 0.0, 0.0, 0.0)
        if (y + foot) / 2 <= (top + bottom) / 2:
            above = max(above, foot + max(_APART_PT, apart[3]))
        else:
            below = max(below, page.height_pt - y + max(_APART_PT, apart[1]))
    return above, below


def _is_in_foot(one: Floating, page: _Page) -> bool:
    """Whether something is a rule or words at the foot of a page, which no text is to run into."""
    down = one.down
    is_low = down.origin == "page" and down.align is None and not down.share
    return is_low and down.offset_pt > _FOOT * page.height_pt and is_ruled_or_worded(one.shown)


def _stands_on_drawings(found: HeaderFooter) -> bool:
    """Whether the template has pale words of its own above a brief, which its drawings are for."""
    for one in found.above.paragraphs:
        for part in one.parts:
            if isinstance(part, HeaderFooterText) and contrast(part.style.colour, PAGE) < 2:  # noqa: PLR2004
                return True
    return False
