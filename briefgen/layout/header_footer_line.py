"""Paragraphs of a template's own text set into lines: words, tabs and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.layout.label import DEFAULT_TAB_PT
from briefgen.layout.lines import LinePiece, rule_below
from briefgen.layout.moving import moved
from briefgen.layout.paragraph import baseline_mpt, line_marks, text_rows
from briefgen.layout.setting import Setting, cased, mpt
from briefgen.layout.units import RunStyle, width_mpt
from briefgen.types.draft import LOGO, Logo
from briefgen.types.finding import Bug
from briefgen.types.header_footer import (
    PAGE,
    PAGES,
    Break,
    Drawn,
    Floating,
    HeaderFooterParagraph,
    HeaderFooterPicture,
    HeaderFooterText,
    Tab,
    TabStop,
)
from briefgen.types.laid import ImageMark, Mark
from briefgen.types.measure import Row
from briefgen.types.page_style import TextStyle

_NEAR_PT = 1.0

_BEFORE = {"left": 0.0, "justify": 0.0, "center": 0.5, "right": 1.0}
"""Share of the width that a line leaves free which stands before it, by its alignment."""

Atom = tuple[str, RunStyle] | Drawn


class Leaf(Struct, frozen=True):
    """The page that a part is set for: its number, of how many, and the width of its text.

    `own_pt` is the width of the text that the template itself has: what reaches to its edge or
    middle reaches to those of the page.
    """

    page: int
    pages: int
    width_mpt: int
    own_pt: float
    setting: Setting
    logo: Logo | None

    def place_mpt(self, at_pt: float) -> int:
        """Return where a place of the template stands on the page."""
        for share in (1.0, 0.5):
            if abs(at_pt - self.own_pt * share) <= _NEAR_PT:
                return round(self.width_mpt * share)
        return mpt(at_pt)


Draw = Callable[[Drawn, int, int, Leaf], list[Mark]]
"""Returns the marks of what is drawn, its top left corner at a place."""


def paragraph_rows(
    paragraph: HeaderFooterParagraph, leaf: Leaf, left: int, right: int, draw: Draw
) -> Iterable[Row]:
    """Return the lines of a paragraph between two edges. `draw` is for what stands in its lines."""
    parts = [
        one
        for part in paragraph.parts
        if not isinstance(part, Floating)
        for one in _reported(part, leaf)
    ]
    texts = [part for part in paragraph.parts if isinstance(part, HeaderFooterText)]
    style = paragraph.style
    # A line is as high as its largest words, and these stand on its base, not those of the style.
    largest = max((text.style for text in texts), key=lambda one: one.leading_pt, default=style)
    leading = largest.leading_pt
    style = replace(
        style, leading_pt=leading, family=largest.family, size_pt=largest.size_pt,
        bold=largest.bold, italic=largest.italic,
    )  # fmt: skip
    left, right = left + mpt(style.indent_left_pt), right - mpt(style.indent_right_pt)
    if all(isinstance(part, tuple) for part in parts):
        words = [part for part in parts if isinstance(part, tuple)]
        if not words:
            return [Row(mpt(leading), ())]
        return text_rows(words, style, left, right, mpt(style.first_line_pt))
    set_in = paragraph.stops, leaf, (left, right), draw
    if any(isinstance(part, Tab) for part in parts):
        lines = _tabbed(parts, left + mpt(style.first_line_pt), right, paragraph.stops, leaf)
    else:
        lines = _wrapped(parts, right - left)
    return [_line(line, style, *set_in) for line in lines]


def _tabbed(
    parts: Sequence[Atom | Tab], x: int, right: int, stops: Sequence[TabStop], leaf: Leaf
) -> Iterator[list[Atom | Tab]]:
    """Yield the lines of what has tabs.

    A tab that leads past the edge, by none of the stops that the paragraph names, begins a line.
    """
    last = max(
        number for number, part in enumerate(parts) if not isinstance(part, Tab) or not number
    )
    line: list[Atom | Tab] = []
    for number, part in enumerate(parts):
        if isinstance(part, Tab):
            stop = _next_stop(stops, x, leaf)
            is_past = stop not in stops and mpt(stop.at_pt) > right + mpt(_NEAR_PT)
            if is_past and line and number < last:
                yield line
                line, x = [], 0
                stop = _next_stop(stops, x, leaf)
            x = leaf.place_mpt(stop.at_pt)
        else:
            x += _width_mpt(part)
        line.append(part)
    yield line


def _wrapped(parts: Sequence[Atom | Tab], width: int) -> Iterator[list[Atom | Tab]]:
    """Yield pictures and words as lines of a width."""
    line: list[Atom | Tab] = []
    used = 0
    for word in _unbroken([part for part in parts if not isinstance(part, Tab)]):
        own = sum(map(_width_mpt, word))
        is_seen = any(not isinstance(part, tuple) or part[0].strip() for part in word)
        if line and used + own > width + mpt(_NEAR_PT) and is_seen:
            yield line
            line, used = [], 0
        line += word
        used += own
    yield line


def _unbroken(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    """Yield pictures, and words that no space parts."""
    pending: list[Atom] = []
    for atom in atoms:
        if pending and not _joins(pending[-1], atom):
            yield pending
            pending = []
        pending.append(atom)
    if pending:
        yield pending


def _joins(last: Atom, atom: Atom) -> bool:
    """Whether no line ends between two."""
    if not isinstance(last, tuple) or not isinstance(atom, tuple):
        return False
    return not last[0].endswith(" ") and not atom[0].startswith(" ")


def _reported(part: HeaderFooterText | Drawn | Tab | Break, leaf: Leaf) -> Iterator[Atom | Tab]:
    """Yield what a part prints on a page: numbers counted, the logo in its place."""
    if isinstance(part, Break):
        raise Bug("a line was not divided before layout")
    if not isinstance(part, HeaderFooterText):
        yield part
        return
    style = part.style
    run_style = RunStyle(
        leaf.setting.face(style),
        style.size_pt,
        style.colour,
        None,
        rise_mpt=mpt(style.rise_pt),
        tracking_pt=style.tracking_pt,
        underlined=style.underlined,
        language=leaf.setting.language,
        behind=style.highlight,
    )
    text = part.text.replace(PAGE, str(leaf.page)).replace(PAGES, str(leaf.pages))
    before, logo, after = text.partition(LOGO)
    for words, shown in ((before, logo), (after, "")):
        if words:
            for shown_words, share in cased(words, style):
                yield shown_words, run_style._replace(size_pt=style.size_pt * share)
        if shown and leaf.logo:
            yield HeaderFooterPicture(leaf.logo.picture, leaf.logo.width_pt, leaf.logo.height_pt)


def _line(
    parts: Sequence[Atom | Tab],
    style: TextStyle,
    stops: Sequence[TabStop],
    leaf: Leaf,
    edges: tuple[int, int],
    draw: Draw,
) -> Row:
    """Set a single line: what stands between tabs at its stop, pictures on the base of the text."""
    left, right = edges
    pictures = [mpt(part.height_pt) for part in parts if not isinstance(part, tuple | Tab)]
    height = max([mpt(style.leading_pt), *pictures])
    base = height - mpt(style.leading_pt) + baseline_mpt(style, leaf.setting.face(style))
    marks: list[Mark] = []
    x = left + mpt(style.first_line_pt)
    stop: TabStop | None = None
    if not any(isinstance(part, Tab) for part in parts) and style.align in ("center", "right"):
        stop = TabStop(
            (right if style.align == "right" else (left + right) // 2) / 1000, style.align
        )
    tabs = [Tab(), *(part for part in parts if isinstance(part, Tab))]
    for number, segment in enumerate(_segments(parts)):
        start = x
        if number:
            stop = _next_stop(stops, x, leaf)
        width = sum(_width_mpt(atom) for atom in segment)
        if stop:
            at = mpt(stop.at_pt) if number == 0 else leaf.place_mpt(stop.at_pt)
            share = {"left": 0.0, "center": 0.5, "right": 1.0}[stop.align]
            if number and stop.align == "left":
                at = min(at, max(x, right - width))  # Word goes on in the next line: none is lost
            elif number:
                at = min(at, max(right, x))  # a stop beyond the edge is one at it
            x = max(x, round(at - width * share))
            if number:
                marks += _way(tabs[number], stop, (start, x), base, style, leaf)
        for atom in segment:
            if isinstance(atom, tuple):
                piece = LinePiece(*atom, width_mpt(*atom))
                marks += line_marks((piece,), x, base)
            else:
                marks += draw(atom, x, height - mpt(atom.height_pt), leaf)
            x += _width_mpt(atom)
    # Word aligns a line with tabs as a whole: what is left of its width stands before it.
    by = round((right - x) * _BEFORE[style.align]) if len(tabs) > 1 else 0
    if by > 0:
        marks = [moved(mark, by, 0) for mark in marks]
    return Row(height, tuple(marks))


def _way(
    tab: Tab, stop: TabStop, ends: tuple[int, int], base: int, style: TextStyle, leaf: Leaf
) -> Iterator[Mark]:
    """Yield what the way of a tab is filled with: its underline, or the leader of its stop."""
    start, end = ends
    if tab.underline or stop.leader == "_":
        yield rule_below(ends, base, style.size_pt, tab.underline or style.colour)
    elif stop.leader:
        run_style = RunStyle(leaf.setting.face(style), style.size_pt, style.colour, None)
        one = width_mpt(stop.leader, run_style)
        count = (end - start) // max(1, one)
        piece = LinePiece(stop.leader * count, run_style, one * count)
        yield from line_marks((piece,), end - one * count, base)


def _segments(parts: Sequence[Atom | Tab]) -> Iterator[list[Atom]]:
    segment: list[Atom] = []
    for part in parts:
        if isinstance(part, Tab):
            yield segment
            segment = []
        else:
            segment.append(part)
    yield segment


def _next_stop(stops: Sequence[TabStop], x: int, leaf: Leaf) -> TabStop:
    """Return the first stop behind a place."""
    for stop in stops:
        if leaf.place_mpt(stop.at_pt) > x:
            return stop
    return TabStop((x // mpt(DEFAULT_TAB_PT) + 1) * DEFAULT_TAB_PT, "left")


def _width_mpt(atom: Atom) -> int:
    return width_mpt(*atom) if isinstance(atom, tuple) else mpt(atom.width_pt)


def image_mark(shown: HeaderFooterPicture, x: int, y: int) -> ImageMark:
    """Return a picture at its place."""
    return ImageMark(
        x,
        y,
        mpt(shown.width_pt),
        mpt(shown.height_pt),
        shown.picture.data,
        mask=shown.picture.mask,
        turn_deg=shown.turn_deg,
    )
