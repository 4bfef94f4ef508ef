"""Columns of a page master in Word: sections of their own, between what stands above and below.

Their breaks are continuous, so that head, foot and what goes over all columns have the full width
of the page. Word processors level the columns of a section that another one follows. Where they end
level between paragraphs, a break says so: LibreOffice keeps it, and levels some columns badly. No
other break is written, as text that somebody adds would push what stands after one further on.
Where breaks level all columns, word processors are asked not to (`noColumnBalance`, 17.15.3):
LibreOffice 7.4 empties columns of the pages before a break otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from briefgen.ooxml.build import child_of, properties_of, put_in, w
from briefgen.ooxml.names import Element, W, twips
from briefgen.render.docx.frames import FrameGeometry

_OF_THE_FIRST = ("headerReference", "footerReference", "titlePg", "pgNumType", "footnotePr")
"""What a section says for all that follow it, or of its first page: later ones inherit it."""

_AHEAD = frozenset(
    W + name
    for name in (
        "useSingleBorderforContiguousCells",
        "wpJustification",
        "noTabHangInd",
        "noLeading",
        "spaceForUL",
    )
)
"""What a schema wants before `noColumnBalance` (CT_Compat, ISO/IEC 29500-1, annex A.1)."""

ENDING_PT = 1.0
"""Height of a paragraph that only ends a section: after a table, which cannot, and at the end of
the document, as the columns of its last section would not be levelled."""


def end_band(last: Element, *, spans: bool, broken: bool, geometry: FrameGeometry) -> None:
    """Let a section end in the last paragraph of a band, which says how many columns it has.

    Lines of a paragraph that ends columns may stand alone: LibreOffice 7.4, which raises a section
    until its columns hold, raises it by two lines too many where it keeps them together. Nor does
    one behind a break of columns keep with what spans the page below, as that moves it to the next
    page, be there room or not.
    """
    columns = w("cols", space=twips(geometry.column_gap_pt))
    if not spans:
        columns.attrib.update({W + "num": str(geometry.columns), W + "equalWidth": "1"})
        if geometry.column_rule:
            columns.set(W + "sep", "1")
        put_in(properties_of(last), w("widowControl", val="0"))
        if broken:
            part_from_last(last, keeps=False)
    put_in(properties_of(last), w("sectPr", columns))


def break_column(block: Element) -> None:
    """Let a paragraph begin the next column."""
    properties_of(block).addnext(w("r", w("br", type="column")))


def part_from_last(block: Element, *, keeps: bool) -> None:
    """Let a heading not keep with the last paragraph of a band, below which it stands anyway.

    LibreOffice 7.4 then levels no columns, and sets what follows on a page of its own.
    """
    if block.tag != W + "p":
        return
    properties = properties_of(block)
    if keeps or properties.find(W + "keepNext") is not None:
        child_of(properties, "keepNext").set(W + "val", "0")


def white_space(height_pt: float) -> Element:
    """Return a paragraph that says nothing and has a height."""
    exact = w("spacing", before=0, after=0, line=twips(height_pt), lineRule="exact")
    return w("p", w("pPr", exact))


def set_in_columns(main: Sequence[Element], settings: Element) -> None:
    """Complete the sections that end within the main frame, and part them from what is above.

    Each has the paper and the margins of the template's section that it stands in. What stands
    above the first has that one's header and footer, which all others inherit.
    """
    own = [end for one in main if (end := _own_section(one)) is not None]
    if not own:
        return
    is_level = _level_by_breaks_alone(main, settings)
    after = _section_of(main[-1].getnext())
    whole = deepcopy(after)
    _continue(after)
    if main[-1].getnext() is after:
        if is_level and _has_notes(main) and (columns := _columns(own[-1])) is not None:
            _end_in_columns(main[-1], own.pop(), after, columns)
        else:
            main[-1].addnext(white_space(ENDING_PT))
    above = main[0].getprevious()
    if above is not None and _own_section(above) is None:
        if above.tag != W + "p":
            above.addnext(above := white_space(ENDING_PT))
        put_in(properties_of(above), whole)
        whole = after
    for section in own:
        completed = deepcopy(whole)
        for columns in completed.findall(W + "cols"):
            completed.remove(columns)
        put_in(completed, section[0])
        parent = section.getparent()
        assert parent is not None
        parent.replace(section, completed)
        whole = after


def _is_broken(band: Sequence[Element]) -> bool:
    return any(block.find(f".//{W}br[@{W}type='column']") is not None for block in band)


def _is_one_box(band: Sequence[Element]) -> bool:
    """Whether a band is a heading over paragraphs that stay together, and so has nothing to level.

    Those of a box say so themselves. Columns that LibreOffice levels part them all the same.
    """
    inner = band[1:-1]
    return bool(inner) and all(one.find(f"{W}pPr/{W}keepNext") is not None for one in inner)


def _has_notes(main: Sequence[Element]) -> bool:
    return any(block.find(f".//{W}footnoteReference") is not None for block in main)


def _columns(section: Element) -> Element | None:
    return section.find(f"{W}cols[@{W}num]")


def _end_in_columns(last: Element, own: Element, after: Element, columns: Element) -> None:
    """Let the last section of the document be the one in columns, which breaks level.

    The footnotes of such a section take the foot of its page in LibreOffice, and a paragraph below
    it would stand on a page of its own.
    """
    properties_of(last).remove(own)
    for usual in after.findall(W + "cols"):
        after.remove(usual)
    put_in(after, columns)


def _level_by_breaks_alone(main: Sequence[Element], settings: Element) -> bool:
    """Let no columns be levelled but by breaks, where each band of columns has one.

    Return whether that is so.
    """
    band: list[Element] = []
    for block in main:
        band.append(block)
        if (section := _own_section(block)) is not None:
            if _columns(section) is not None and not (_is_broken(band) or _is_one_box(band)):
                return False
            band = []
    compat = child_of(settings, "compat")
    if compat.find(W + "noColumnBalance") is None:
        compat.insert(sum(one.tag in _AHEAD for one in compat), w("noColumnBalance"))
    return True


def _section_of(block: Element | None) -> Element:
    """Return the properties of the section that a block of the body stands in."""
    while block is not None:
        if block.tag == W + "sectPr":
            return block
        if (own := _own_section(block)) is not None:
            return own
        block = block.getnext()
    raise AssertionError("a body ends in the properties of its last section")


def _own_section(block: Element) -> Element | None:
    """Return the properties of the section that a paragraph ends, if it does."""
    return block.find(f"{W}pPr/{W}sectPr") if block.tag == W + "p" else None


def _continue(section: Element) -> None:
    """Let a section go on where the one before it ends, with what that says of all pages."""
    for name in _OF_THE_FIRST:
        for child in section.findall(W + name):
            section.remove(child)
    child_of(section, "type").set(W + "val", "continuous")
