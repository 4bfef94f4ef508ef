"""The letterhead that a sample document has in its body: what stands there down to its logo.

Word's own place for a letterhead is the header, and yet many have it as the first lines of the
text: a logo, the name of the office beside it, a rule below. It is no sample text, so it stays
where a brief stands in place of the sample.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.letterhead_lines import contact_lines, lines_below_logo
from briefgen.load.word.letterhead_text import (
    ADDRESS,
    TITLED,
    begins_text,
    ends_letterhead,
    is_placeholder,
    is_prompt,
    is_styled,
    paragraphs,
    said_by,
)
from briefgen.load.word.page_drawings import is_label, is_letter, is_placed_by_page, is_text
from briefgen.load.word.sample_heights import Flow
from briefgen.ooxml.build import put_in, removed, w
from briefgen.ooxml.names import (
    EMU_PER_POINT,
    MC,
    PIC,
    VML,
    WP,
    Element,
    W,
    attribute,
    child,
    points,
    value,
)
from briefgen.ooxml.text import own_pieces, own_text

_MOST_BLOCKS, _MOST_WORDS = 12, 60
"""How far down a letterhead reaches at most; what is longer is the text itself."""

_MOST_PT = 200.0
"""What is higher is a cover, or has a figure."""

_MOST_ACROSS = 4
"""How many times as high as wide what floats is at least that is a band along a page."""

_LINE_PT, _LEADING = 14.0, 1.2

_RULE_PT, _RULE_LENGTH_PT = 4.0, 150.0
"""What is no higher and no shorter is a rule."""

_MOST_OF_PAGE, _WIDTH_PT = 0.3, 450.0
"""Share of a page that a letterhead with an address below it takes at most, on lines as long."""

_MOST_OF_LINE = 12
"""Words of a line of an address or of a motto at most."""

_PICTURES = (WP + "inline", WP + "anchor", W + "pict", W + "object")


def letterhead(
    body: Element, page_pt: float, styles: HeaderFooterStyles | None = None
) -> list[Element]:
    """Return copies of the blocks down to the last logo or rule of a letterhead, if there is one.

    It ends where a title, a placeholder or a page begins, and has a picture. Centred lines that
    begin beside a logo, and go on without an empty one, are the office's name. An address below it
    is of the letterhead where nothing else follows, and room is left on the page. What is placed
    by the page of `page_pt` points stays for itself, and is not copied.
    """
    kept: list[Element] = []
    last, words, blocks = 0, 0, 0
    height_pt = reached_pt = 0.0
    has_logo = is_name = has_heading = False
    for block in body:
        said = said_by(block)
        blocks += child(block, "pPr", "framePr") is None
        if any(is_text(one, page_pt) or is_letter(one) for one in block.iter(WP + "anchor")):
            break
        sizes = [*_sizes(block, is_first=words == 0)]
        words += len(said.split())
        floats = any(True for _ in block.iter(WP + "anchor"))
        reached_pt = max([reached_pt, *(height_pt + own for _, own in sizes)])
        height_pt += _height_pt(block, [] if floats else sizes)
        too_low = max(height_pt, reached_pt) > _MOST_PT
        if words > _MOST_WORDS or too_low or blocks > _MOST_BLOCKS or ends_letterhead(block):
            break
        is_headed = not kept and floats and _is_centred(block) and is_styled(block)
        has_heading = has_heading or is_headed
        if said.strip() and begins_text(block, said, has_style=is_headed):
            if sizes and next(block.iter(PIC + "pic", VML + "imagedata"), None) is not None:
                kept.append(_without_words(block))
                last, has_logo = len(kept), True
            break
        kept.append(block)
        rules = [size for size in sizes if size[1] <= _RULE_PT]
        has_logo = has_logo or len(sizes) > len(rules)
        is_name = said.strip() != "" and _is_centred(block) and (floats or is_name)
        if sizes or is_name:
            last = len(kept)
        ruled = any(width >= _RULE_LENGTH_PT for width, _ in rules)
        if has_logo and (ruled or _has_rule_below(block)):
            last = len(kept)
            break
    own_blocks = [one for one in body if one.tag != W + "sectPr"]
    if not has_logo:
        return _address(own_blocks) or _contact(own_blocks, page_pt, styles)
    if has_heading and not ADDRESS.search(" ".join(map(said_by, kept[:last]))):
        return [_without_words(kept[0])]  # a title that a picture hangs on
    last = max(last, lines_below_logo(own_blocks, last, styles))
    kept += own_blocks[len(kept) : last]
    head = [_copy(one) for one in kept[:last]]
    for one in head[-1:]:
        _without_rule_of_title(one)
    below = own_blocks[last:]
    flow = Flow(styles, _WIDTH_PT, 0.0)
    for one in own_blocks:
        flow.take(one)
    too_high = flow.y_pt > _MOST_OF_PAGE * page_pt
    return head if too_high or any(map(_is_of_letter, below)) else head + _address(below)


def _is_of_letter(block: Element) -> bool:
    """Whether a block below a logo is of a letter, and no line of an address or a motto."""
    said = own_text(block)
    return block.tag != W + "p" or said.rstrip().endswith(",") or len(said.split()) > _MOST_OF_LINE


def _address(blocks: list[Element]) -> list[Element]:
    """Return copies of all of some paragraphs that hold an address and nothing else.

    A letterhead of words alone, for letters that somebody writes below it, has one of the web.
    """
    said = [own_text(one) for one in blocks]
    words = " ".join(said)
    is_short = len(blocks) <= _MOST_BLOCKS and len(words.split()) <= _MOST_WORDS
    if not is_short or not ADDRESS.search(words):
        return []
    if any(
        ends_letterhead(one) or begins_text(one, own) for one, own in zip(blocks, said, strict=True)
    ):
        return []
    last = max(number for number, own in enumerate(said) if own.strip())
    return [_copy(one) for one in blocks[: last + 1]]


def _contact(
    blocks: list[Element], page_pt: float, styles: HeaderFooterStyles | None
) -> list[Element]:
    """Return copies of first blocks that say whose letter it is, without what is filled in."""
    flow = Flow(styles, _WIDTH_PT, 0.0)
    head = [_copy(one) for one in blocks[: contact_lines(blocks)]]
    for one in head:
        flow.take(one)
    if flow.y_pt > _MOST_OF_PAGE * page_pt:
        return []
    for one in (each for block in head for each in paragraphs(block)):
        for text in own_pieces(one) if is_placeholder(own_text(one)) else ():
            removed(text)
    return head


def _without_rule_of_title(block: Element) -> None:
    """Let a logo in the style of a title have no rule of it: the brief's title below has it."""
    properties, style = child(block, "pPr"), value(child(block, "pPr", "pStyle")).lower()
    if properties is None or child(properties, "pBdr") is not None:
        return
    if own_text(block).strip() or not any(name in style for name in TITLED):
        return
    sides = ("top", "left", "bottom", "right")
    none = (w(side, val="none", sz=0, space=0, color="auto") for side in sides)
    put_in(properties, w("pBdr", *none))


def _has_rule_below(block: Element) -> bool:
    """Whether a paragraph has a rule below it, and not one that stands below the next.

    Paragraphs with the same borders and indents have them around all of them (17.3.1.24).
    """
    if value(child(block, "pPr", "pBdr", "bottom")) in ("", "none", "nil"):
        return False
    after = block.getnext()
    return after is None or any(
        _written(block, name) != _written(after, name) for name in ("pBdr", "ind")
    )


def _written(block: Element, name: str) -> bytes:
    said = child(block, "pPr", name)
    return b"" if said is None else etree.tostring(said, method="c14n", with_tail=False)


def _is_centred(block: Element) -> bool:
    return value(child(block, "pPr", "jc")) == "center"


def _without_words(block: Element) -> Element:
    copy = _copy(block)
    for one in list(copy.iter(W + "t")):
        removed(one)
    return copy


def _height_pt(block: Element, sizes: list[tuple[float, float]]) -> float:
    """Return about how high a block is."""
    lines = max(1, sum(1 for _ in block.iter(W + "tr")))
    spacing = child(block, "pPr", "spacing")
    around = sum(points(attribute(spacing, side)) or 0.0 for side in ("before", "after"))
    mark = points(attribute(child(block, "pPr", "rPr", "sz"), "val"), 2)
    line = _LINE_PT if mark is None else min(_LINE_PT, mark * _LEADING)
    rows = (child(row, "trPr", "trHeight") for row in block.iter(W + "tr"))
    said = sum(points(attribute(one, "val")) or 0.0 for one in rows)
    return around + max([lines * line, said, *(height for _, height in sizes)])


def _sizes(block: Element, *, is_first: bool) -> Iterator[tuple[float, float]]:
    """Yield width and height of what is drawn in a block without words, in points.

    What is placed by the page counts only where it is first: it may belong to no line.
    """
    for one in block.iter(*_PICTURES):
        says = any((text.text or "").strip() for text in one.iter(W + "t"))
        if says or any(each.tag == MC + "Fallback" for each in one.iterancestors()):
            continue
        if one.tag == WP + "anchor" and is_placed_by_page(one) and not is_first:
            continue
        extent = one.find(WP + "extent")
        if extent is not None:
            if one.get("behindDoc") == "1" and _length(extent.get("cy"), EMU_PER_POINT) > _MOST_PT:
                continue  # a ground of the page, which no line is as high as
            yield _length(extent.get("cx"), EMU_PER_POINT), _length(extent.get("cy"), EMU_PER_POINT)
        for shape in one:
            if shape.tag.startswith(VML) and (style := shape.get("style")):
                sizes = dict(part.split(":", 1) for part in style.split(";") if ":" in part)
                width, height = (_length(sizes.get(side)) for side in ("width", "height"))
                floats = sizes.get("position") == "absolute"
                if floats and height > max(_MOST_PT, _MOST_ACROSS * width):
                    continue  # a band along the side of the page
                yield width, height


def _length(text: str | None, unit: float = 1) -> float:
    return points(text, unit) or 0.0


def _copy(block: Element) -> Element:
    copy = deepcopy(block)
    copy.tail = None
    for text in [text for one in paragraphs(copy) if is_prompt(one) for text in own_pieces(one)]:
        removed(text)
    anchors = copy.iter(WP + "anchor")
    placed = [one for one in anchors if is_placed_by_page(one) or is_label(one)]
    runs = [next(one.iterancestors(W + "r"), None) for one in placed]
    for one in (*copy.iter(W + "lastRenderedPageBreak"), *runs):
        if one is not None:
            removed(one)
    return copy
