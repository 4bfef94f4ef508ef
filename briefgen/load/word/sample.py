"""A sample document as a template: its words are left out, what is printed around them stays."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from itertools import takewhile
from textwrap import shorten

from briefgen.load.word.letterhead import letterhead
from briefgen.load.word.letterhead_columns import set_columns_as_table
from briefgen.load.word.letterhead_text import is_styled, mark_of_cover, said_by
from briefgen.load.word.page_drawings import is_placed_by_page, is_text
from briefgen.load.word.sample_around import Around
from briefgen.load.word.sample_drawings import first_drawings
from briefgen.load.word.sample_fonts import hold_fonts
from briefgen.ooxml.build import put_in, text_content, w
from briefgen.ooxml.names import (
    EMU_PER_POINT,
    WP,
    Element,
    R,
    W,
    attribute,
    child,
    is_on,
    points,
)
from briefgen.ooxml.text import held, own_text

_DRAWN = (W + "drawing", W + "pict")
_RUNNING = (W + "headerReference", W + "footerReference")
_MUCH_WORDS = 25
"""What boxes say at least that are a letter and no address."""

_HEAD_PT = 72.0
"""Down to where headers stand at least."""

_COVER = 1 / 3, 0.9
"""Shares of the height of the page between which a picture of a header is a cover's: what is higher
is a ground of the page."""

_SENTENCE = 6
"""Words of a paragraph of text at least."""

_TOLD = 120
"""Characters of a letterhead that are told at most."""

_BELOW_RULE_TWIPS = 120
"""Space between a rule below a letterhead and a title that has none above it."""

_PAGE_PT = 792.0
"""Height of a page that a section says nothing of."""


_NOTHING = Around()


def empty(body: Element, around: Around = _NOTHING) -> str:
    """Take the words out of a body, and write the place of a brief in their stead.

    Returns what the letterhead says that stays, as far as a line holds it.

    Its letterhead, one section and what is of the first page stay. Boxes and pictures in the
    middle of the page are the sample's text. The section is the one with most of the text, with
    the headers and footers that it inherits (17.10.1), so that neither a cover nor an appendix
    across the page decides. Where the cover's header alone draws something, as it has the logo, it
    is that of the first page; and where the cover's is empty, and the others have the logo, theirs
    is, unless the body has one of its own there. A letterhead whose logo that header has, too, is
    a cover's, and goes.
    """
    draws = around.draws
    set_columns_as_table(body)
    section = _section(body, draws)
    styles = around.styles
    head = letterhead(body, _height_pt(section), styles)
    has_logo = any(next(one.iter(*_DRAWN), None) is not None for one in head)
    if section is not None and not has_logo:
        _without_cover_first(section, around, is_bare=not head)
    first = None if section is None else _of_first_page(section, _RUNNING[0])
    if first is not None and around.repeats(_key(first), head):
        head = []
    drawings = first_drawings(body, section, len(head), styles)
    cover = next(body.iter(W + "sectPr"), None)
    if section is not None and cover is not None and any(map(_is_at_the_head, drawings)):
        _with_head_of(section, cover, around)
    if not has_logo and not drawings and not _has_drawing(section, around):
        head = [*mark_of_cover(body), *head]
    if styles is not None:
        hold_fonts([*head, *drawings], styles)
    del body[:]  # one by one, each element below takes its namespaces along: a minute for a report
    body.extend(head)
    # Rules of paragraphs in one style that follow one another would be drawn around both.
    has_rule = any(map(_ends_in_rule, head[-1:]))
    if drawings or has_rule or any(is_styled(one) and said_by(one).strip() for one in head[-1:]):
        gap = _BELOW_RULE_TWIPS if has_rule else 20
        line = w("spacing", before=0, after=0, line=gap, lineRule="exact")
        body.append(w("p", w("pPr", line), *drawings))
    body.append(w("p", w("r", *text_content("{{ main }}"))))
    if section is not None:
        for kind in section.findall(W + "type"):
            section.remove(kind)  # none is before it; LibreOffice drops the space above its text
        numbers = child(section, "pgNumType")
        if numbers is not None and numbers.get(W + "start") is not None:
            del numbers.attrib[W + "start"]  # as no cover is counted
        body.append(section)
    return shorten(" ".join(map(said_by, head)), _TOLD, placeholder="…")


def _ends_in_rule(block: Element) -> bool:
    """Whether a paragraph or a table has a rule along its foot."""
    last = next(reversed([*block.iter(W + "tr")]), block)
    rules = [
        child(block, "pPr", "pBdr", "bottom"),
        child(block, "tblPr", "tblBorders", "bottom"),
        *(child(cell, "tcPr", "tcBorders", "bottom") for cell in last.iter(W + "tc")),
    ]
    return any((attribute(one, "val") or "none") not in ("none", "nil") for one in rules)


def without_letterhead(body: Element, around: Around = _NOTHING) -> Element:
    """Return a copy of a body without the words of its letterhead, or itself if it has no others.

    A name in large letters is neither a title nor a heading, on no page.
    """
    section = next(body.iterchildren(W + "sectPr"), None)
    head = letterhead(body, _height_pt(section), around.styles)
    names = {words for one in head if (words := said_by(one).strip())}
    said = [said_by(one).strip() for one in body]
    if not names or not any(len(one.split()) >= _SENTENCE for one in said if one not in names):
        return body
    copy = deepcopy(body)
    for block in [one for one, own in zip(copy, said, strict=True) if own in names]:
        copy.remove(block)
    return copy


def _section(body: Element, draws: Callable[..., bool]) -> Element | None:
    """Return the section that holds most text, with what it inherits."""
    inherited: dict[tuple[str, str], Element] = {}
    best: tuple[int, Element, Element] | None = None
    said = 0
    for one in held(body):
        said += sum(len(own_text(each)) for each in one.iter(W + "p"))
        section = one if one.tag == W + "sectPr" else child(one, "pPr", "sectPr")
        if section is None:
            continue
        whole = deepcopy(section)
        for reference in [each for each in whole if each.tag in _RUNNING]:
            key = str(reference.tag), attribute(reference, "type") or "default"
            inherited[key] = deepcopy(reference)
            whole.remove(reference)
        for reference in reversed(inherited.values()):
            whole.insert(0, deepcopy(reference))
        if best is None or said > best[0]:
            best = said, whole, section
        said = 0
    return _beginning(best[1], best[2], body, draws) if best else None


def _beginning(
    section: Element, own: Element, body: Element, draws: Callable[..., bool]
) -> Element:
    """Return the copy of a section with what the first page has, if its own begins there, too.

    Sections of one page have the headers, footers and margins of that which begins it (17.6.22).
    """
    sections = [
        one if one.tag == W + "sectPr" else child(one, "pPr", "sectPr")
        for one in held(body)
        if one.tag in (W + "sectPr", W + "p")
    ]
    first, *others = [one for one in sections if one is not None]
    goes_on = takewhile(lambda one: attribute(child(one, "type"), "val") == "continuous", others)
    if own not in [*goes_on]:
        return section if own is first else _with_logo(section, first, draws)
    if child(first, "titlePg") is None:
        return section
    for old in [one for one in section if _is_of_first_page(one)]:
        section.remove(old)
    opening = [deepcopy(one) for one in first if _is_of_first_page(one)]
    for one in reversed([one for one in opening if one.tag in _RUNNING]):
        section.insert(0, one)
    for one in (one for one in opening if one.tag not in _RUNNING):
        put_in(section, one)
    return section


def _has_drawing(section: Element | None, around: Around) -> bool:
    """Whether headers or footers of a section draw something."""
    running = [] if section is None else [one for one in section if one.tag in _RUNNING]
    return any(around.draws(_key(one)) for one in running)


def _is_at_the_head(run: Element) -> bool:
    """Whether what a run draws stands, by its place on the page, where headers do."""
    for position in run.iter(WP + "positionV"):
        at = points(position.findtext(WP + "posOffset"), EMU_PER_POINT)
        if position.get("relativeFrom") == "page" and at is not None and at < _HEAD_PT:
            return True
    return False


def _with_head_of(section: Element, cover: Element, around: Around) -> None:
    """Give the first page the head of a cover, as that of later pages says something over a logo.

    What the cover draws was made to stand alone there.
    """
    own, other = (_of_first_page(one, _RUNNING[0]) for one in (section, cover))
    if own is None or not around.draws(_key(own), or_says=True):
        return
    if other is not None and (_key(other) == _key(own) or around.draws(_key(other), or_says=True)):
        return
    foot = _of_first_page(section, _RUNNING[1])
    _open_with(section, [one for one in (foot, other) if one is not None])


def _open_with(section: Element, running: list[Element]) -> None:
    """Let the first page have its own headers and footers, copies of these."""
    for old in [one for one in section if _is_of_first_page(one) and one.tag in _RUNNING]:
        section.remove(old)
    for one in running:
        opening = deepcopy(one)
        opening.set(W + "type", "first")
        section.insert(0, opening)
    if child(section, "titlePg") is None:
        put_in(section, w("titlePg"))


def _with_logo(section: Element, cover: Element, draws: Callable[..., bool]) -> Element:
    """Give a section the header of a cover on its first page, if that alone draws something.

    So is its footer, if that draws or says something and the section's own does neither.
    """
    own = [_key(one) for one in section if one.tag == _RUNNING[0]]
    logo = _of_first_page(cover, _RUNNING[0])
    if logo is None or not draws(_key(logo)) or any(draws(key) for key in own):
        return section
    foot, other = (_of_first_page(one, _RUNNING[1]) for one in (section, cover))
    says = foot is not None and draws(_key(foot), or_says=True)
    if other is not None and draws(_key(other), or_says=True) and not says:
        foot = other  # a second logo or the name of the house, over no page number
    _open_with(section, [one for one in (foot, logo) if one is not None])
    return section


def _without_cover_first(section: Element, around: Around, *, is_bare: bool) -> None:
    """Let the first page have what the others have, where its own is a cover's.

    Their header draws something, and that of the first page is empty, or has a picture over much
    of the page, which leaves no room for text; or the first page has nothing around it at all, and
    the others have a logo in their footer, or, where the body `is_bare`, the name of the house.
    """
    differs = child(section, "titlePg")
    if differs is None or not is_on(differs):
        return
    header, footer = (_of_kind(section, "default", tag) for tag in _RUNNING)
    first, foot = (_of_kind(section, "first", tag) for tag in _RUNNING)
    is_empty = not any(_draws(one, around, or_says=True) for one in (first, foot))
    if _draws(header, around):
        if first is not None and _draws(first, around, or_says=True):
            share = around.pictures_pt(_key(first)) / _height_pt(section)
            if not _COVER[0] < share < _COVER[1]:
                return
    elif not is_empty or not (
        _draws(footer, around)
        or (is_bare and any(_names_house(one, around) for one in (header, footer)))
    ):
        return
    for old in [one for one in section if one.tag in _RUNNING or one is differs]:
        if old is differs or attribute(old, "type") == "first":
            section.remove(old)


def _draws(reference: Element | None, around: Around, *, or_says: bool = False) -> bool:
    return reference is not None and around.draws(_key(reference), or_says=or_says)


def _names_house(reference: Element | None, around: Around) -> bool:
    return reference is not None and around.names_house(_key(reference))


def _of_kind(section: Element, kind: str, tag: str) -> Element | None:
    found = (one for one in section.iterchildren(tag) if attribute(one, "type") == kind)
    return next(found, None)


def _of_first_page(section: Element, tag: str) -> Element | None:
    """Return what a section refers to as header or footer of its first page."""
    kind = "default" if child(section, "titlePg") is None else "first"
    found = (one for one in section.iterchildren(tag) if attribute(one, "type") == kind)
    return next(found, None)


def _key(reference: Element) -> str:
    return reference.get(R + "id", "")


def _is_of_first_page(one: Element) -> bool:
    """Whether something of a section is what the first page has."""
    running = one.tag in _RUNNING and attribute(one, "type") == "first"
    return running or one.tag in (W + "titlePg", W + "pgMar")


def _height_pt(section: Element | None) -> float:
    return points(attribute(child(section, "pgSz"), "h")) or _PAGE_PT


def says_much(body: Element) -> bool:
    """Whether boxes in the middle of the first page say so much that they are its text."""
    page_pt = _height_pt(child(body, "sectPr"))
    own = (
        one for one in body.iter(WP + "anchor") if is_placed_by_page(one) and is_text(one, page_pt)
    )
    said = (len((text.text or "").split()) for one in own for text in one.iter(W + "t"))
    return sum(said) >= _MUCH_WORDS
