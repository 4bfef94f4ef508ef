"""The lines of words in a letterhead: names of an institution, and how it is reached.

They stand below a logo, or are all the letterhead that the body has, where the logo is in a header.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.letterhead_text import (
    begins_text,
    ends_letterhead,
    is_filler,
    is_of_address,
    is_placeholder,
    is_reached_by,
    is_styled,
    names_institution,
    paragraphs,
    said_by,
)
from briefgen.ooxml.names import Element, W, child, value
from briefgen.ooxml.text import own_text

_MOST_OF_LINE, _MOST_BETWEEN = 12, 6
"""Words of a line at most, and of one between others that says neither."""

_MOST_LINES, _MOST_WORDS = 12, 60
_LEAST_REACHED = 2
"""Lines of an address that tell a letterhead, where no institution is named."""


def lines_below_logo(
    blocks: Sequence[Element], last: int, styles: HeaderFooterStyles | None = None
) -> int:
    """Return up to which block the lines directly below a logo are of its letterhead.

    One in capitals goes on with a name; an address may stand apart from it by an empty line. A
    name in the style of a title is one where the title itself follows. Lines in the style of
    headers are of it, whatever they say.
    """
    has_name, end = False, last
    for number, block in enumerate(blocks[last:], last):
        said = said_by(block).strip()
        if not said and has_name:
            continue
        if block.tag != W + "p" or ends_letterhead(block) or not said:
            break
        goes_on = number == end and _aligned(block) == _aligned(blocks[max(0, end - 1)])
        is_header = goes_on and _has_style_of_headers(block, styles)
        is_named = (is_header or names_institution(said)) and goes_on
        is_more = has_name and (is_of_address(said) or (said.isupper() and goes_on))
        is_short = len(said.split()) <= _MOST_OF_LINE
        titled = is_styled(block) and not (is_named and _title_follows(blocks, number))
        if not is_short or not (is_named or is_more) or titled or is_placeholder(said):
            break
        has_name, end = True, number + 1
    return end


def _has_style_of_headers(block: Element, styles: HeaderFooterStyles | None) -> bool:
    key = value(child(block, "pPr", "pStyle"))
    found = None if styles is None else styles.sheet.ids.get(key)
    return found is not None and value(child(found, "name")).lower() == "header"


def _aligned(block: Element) -> str:
    """Return the alignment that the last paragraph of a block says."""
    return value(child([*paragraphs(block)][-1], "pPr", "jc"))


def _title_follows(blocks: Sequence[Element], number: int) -> bool:
    below = (one for one in blocks[number + 1 :] if said_by(one).strip())
    return is_styled(next(below, blocks[number])) and any(
        said_by(one).strip() for one in blocks[number + 1 :]
    )


def contact_lines(blocks: Sequence[Element]) -> int:
    """Return up to which block a body begins with the letterhead of an institution.

    It names one, or has lines of an address, and says how it is reached. A short line between
    these is of it, too.
    """
    named = reached = of_address = words = end = 0
    for number, block in enumerate(blocks):
        lines = [said for one in paragraphs(block) if (said := own_text(one).strip())]
        if not lines:
            continue
        words += sum(len(one.split()) for one in lines)
        too_much = number > end + _MOST_LINES or words > _MOST_WORDS
        if too_much or ends_letterhead(block) or any(map(is_filler, lines)):
            break
        is_table = block.tag == W + "tbl"
        if (is_table and _is_form(block)) or (not is_table and begins_text(block, lines[0])):
            break
        found = [names_institution(one) or is_of_address(one) for one in lines]
        is_between = end > 0 and not is_table and len(lines[0].split()) <= _MOST_BETWEEN
        if not any(found) and not is_between:
            break
        named += sum(map(names_institution, lines))
        of_address += sum(map(is_of_address, lines))
        reached += sum(map(is_reached_by, lines))
        end = number + 1 if any(found) else end
    is_letterhead = reached > 0 and (named > 0 or of_address >= _LEAST_REACHED)
    return end if is_letterhead else 0


def _is_form(table: Element) -> bool:
    """Whether lines of a table say what is to be filled in beside them."""
    said = [own_text(one).strip() for one in paragraphs(table)]
    return sum(one.endswith(":") for one in said) > 1
