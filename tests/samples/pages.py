"""What stands on the pages of a brief: where its text is, and what is wrong with that."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator

from pypdf import PdfReader

from briefgen.layout.setting import ColumnGeometry, divide
from briefgen.pipeline import Brief
from briefgen.types.block import Block, Chart, Heading, KeyFigures, Paragraph, Table, Timeline
from briefgen.types.laid import TextMark
from briefgen.types.prose import Prose, runs

BLOCKS = frozenset({"P", "H1", "H2", "H3", "LI", "TD", "TH", "Caption"})

TOLERANCE_MPT = 500
"""Half a point: nobody sees it, and rounding never adds up to it."""

RISE, FALL = 0.62, 0.12
"""How far lower-case letters reach above and below the base line, as shares of the size."""

Box = tuple[int, int, int, int]


def squeezed(text: str) -> str:
    """Return text without any white space: where lines end does not matter here."""
    return "".join(text.split())


def printed(block: Block) -> Iterator[str]:
    """Return the texts of a block, each as it stands in one place."""

    def reported(prose: Prose) -> str:
        return squeezed("".join(run.text for run in runs(prose)))

    match block:
        case Heading(_, _, prose) | Paragraph(_, prose):
            yield reported(prose)
        case KeyFigures(figures):
            for figure in figures:
                value = squeezed(figure.value)
                yield value + reported(figure.label) + squeezed(figure.when)
        case Timeline(moments):
            for moment in moments:
                yield squeezed(moment.when) + reported(moment.prose)
        case Chart():
            yield from map(reported, (block.title, block.caption, block.note))
        case Table():
            yield reported(block.caption)
            for row in (*block.header_rows, *block.rows):
                yield from (reported(cell.prose) for cell in row)


def texts(brief: Brief, *frames: str) -> list[str]:
    """Return every text that a brief's content prints, in reading order; of some frames only."""
    return [
        text
        for section in brief._made.fitted.content.sections
        if not frames or section.frame in frames
        for block in (*([section.heading] if section.heading else []), *section.blocks)
        for text in printed(block)
    ]


def points(brief: Brief) -> set[str]:
    """Return the ids of the points that are printed, in whatever form."""
    return {
        block.origin.point
        for section in brief._made.fitted.content.sections
        for block in section.blocks
        if block.origin.point
    }


def marks(brief: Brief) -> Iterator[tuple[int, TextMark]]:
    """Return the text marks of a brief with the number of their page."""
    for number, page in enumerate(brief._made.fitted.laid_out.pages, 1):
        yield from ((number, mark) for mark in page.marks if isinstance(mark, TextMark))


def laid_text(brief: Brief) -> str:
    """Return the text of all pages in the order of the tags, headers_footers and repeats left out.

    A block that goes on in the next column is one text, as it is for a screen reader.
    """
    blocks: dict[int, str] = defaultdict(str)
    for _, mark in marks(brief):
        if mark.element is not None:
            blocks[_owner(brief, mark) or 0] += squeezed(mark.text)
    return "".join(blocks[owner] for owner in sorted(blocks))


def unlike_pages(brief: Brief, pdf: bytes) -> list[int]:
    """Return the pages of which another reader does not extract what was laid out."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    laid: dict[int, str] = defaultdict(str)
    for number, mark in marks(brief):
        laid[number] += squeezed(mark.text)
    return [
        number
        for number, page in enumerate(pages, 1)
        if squeezed(page.extract_text()) != laid[number]
    ]


def outside(brief: Brief) -> list[str]:
    """Return the texts that reach out of their column, or out of the text area."""
    area = divide(brief._made.theme.page_style, brief._made.master)
    head_and_foot = "".join(texts(brief, "head", "foot"))
    found = []
    for (page, owner), boxes in _boxes(brief).items():
        text, (left, top, right, bottom) = boxes
        own = squeezed(text).lstrip("0123456789.")  # items of a list in the head
        wide = owner is None or own in head_and_foot or _reaches_over_side(brief, owner)
        rooms = _rooms(area, wide=wide)
        if not any(a - TOLERANCE_MPT <= left and right <= b + TOLERANCE_MPT for a, b in rooms):
            found.append(f"page {page}: {text[:60]!r} from {left} to {right}")
        if top < 0 or bottom > (area.height_mpt if owner is None else area.bottom_mpt):
            found.append(f"page {page}: {text[:60]!r} from {top} down to {bottom}")
    return found


def _reaches_over_side(brief: Brief, owner: int) -> bool:
    """Whether a text is of a table or heads one, where tables go over the side column."""
    elements = brief._made.fitted.laid_out.elements
    held: int | None = owner
    while held is not None and elements[held].tag not in ("Table", "Caption", "H2"):
        held = elements[held].parent
    return brief._made.master.wide_tables and held is not None


def _rooms(area: ColumnGeometry, *, wide: bool) -> list[tuple[int, int]]:
    whole = (area.left_mpt, area.right_mpt)
    if wide or not area.side_mpt:
        return [whole]
    return [
        (area.main_left_mpt, area.main_left_mpt + area.main_mpt),
        (area.side_left_mpt, area.side_left_mpt + area.side_mpt),
    ]


def _boxes(brief: Brief) -> dict[tuple[int, int | None], tuple[str, Box]]:
    """Return the text and the box of each block on each page; headers_footers under None."""
    found: dict[tuple[int, int | None], tuple[str, Box]] = {}
    for page, mark in marks(brief):
        key = page, _owner(brief, mark)
        box = _box(brief, mark)
        if key in found:
            text, before = found[key]
            found[key] = text + mark.text, _around(before, box)
        else:
            found[key] = mark.text, box
    return found


def _around(one: Box, other: Box) -> Box:
    left, top = min(one[0], other[0]), min(one[1], other[1])
    return left, top, max(one[2], other[2]), max(one[3], other[3])


def _owner(brief: Brief, mark: TextMark) -> int | None:
    elements = brief._made.fitted.laid_out.elements
    owner = mark.element
    while owner is not None and elements[owner].tag not in BLOCKS:
        owner = elements[owner].parent
    return mark.element if owner is None else owner


def _box(brief: Brief, mark: TextMark) -> Box:
    faces = {face.name: face for face in brief._made.theme.fonts.faces.values()}
    spaces = len(mark.text) - len(mark.text.rstrip(" "))
    width = mark.width_mpt - round(
        spaces * (faces[mark.face].advances[ord(" ")] * mark.size_mpt / 1000 + mark.tracking_mpt)
    )
    rise, fall = round(RISE * mark.size_mpt), round(FALL * mark.size_mpt)
    return mark.x_mpt, mark.baseline_mpt - rise, mark.x_mpt + width, mark.baseline_mpt + fall


def overlapping(brief: Brief) -> list[str]:
    """Return pairs of texts that are printed over one another."""
    pages: dict[int, list[tuple[Box, str]]] = defaultdict(list)
    for page, mark in marks(brief):
        if mark.text.strip():
            pages[page].append((_box(brief, mark), mark.text))
    found = []
    for page, boxes in pages.items():
        boxes.sort(key=lambda box: box[0][1])
        for number, (box, text) in enumerate(boxes):
            for other, words in boxes[number + 1 :]:
                if other[1] >= box[3] - TOLERANCE_MPT:
                    break
                if min(box[2], other[2]) - max(box[0], other[0]) > TOLERANCE_MPT:
                    found.append(f"page {page}: {text!r} under {words!r}")
    return found


def stranded_headings(brief: Brief) -> list[str]:
    """Return the headings that are the last thing in their column of a page."""
    elements = brief._made.fitted.laid_out.elements
    area = divide(brief._made.theme.page_style, brief._made.master)
    head_and_foot = "".join(texts(brief, "head", "foot"))
    last: dict[tuple[int, bool], tuple[str, str]] = {}
    for (page, owner), (text, (left, *_)) in _boxes(brief).items():
        if owner is not None and squeezed(text) not in head_and_foot:
            side = 0 <= left - area.side_left_mpt < area.side_mpt
            last[page, side] = elements[owner].tag, text
    return [
        f"page {page}: {text!r}" for (page, _), (tag, text) in last.items() if tag in ("H2", "H3")
    ]
