"""Headings, known when all is chosen, and the table of contents, known when pages are made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from briefgen.types.block import Block, Contents, ContentsEntry, Heading
from briefgen.types.brief import BriefSection, Content
from briefgen.types.draft import Choice, Draft, DraftSection, Enumeration
from briefgen.types.laid import LaidOut
from briefgen.types.prose import Text, text_of

MOST_NUMBERS = 6
"""More are not listed in a heading: how many there are will do."""

MOST_UNBROKEN = 30
"""A longer remark may break before its first number: a heading over a column is not much wider."""


def subjects(draft: Draft, chosen: Sequence[int | None]) -> frozenset[str]:
    """Return the points that a selection prints, in whatever form."""
    items = (item for section in draft.sections for item in section.items)
    choices = (item for item in items if isinstance(item, Choice))
    return frozenset(
        choice.subject
        for choice, taken in zip(choices, chosen, strict=True)
        if taken is not None and choice.part
    )


def heading_of(section: DraftSection, printed: Collection[str]) -> Heading | None:
    """Return the heading of a section, with what it must say of its enumerations.

    Each remark stays on one line: a break within it would leave a word of the heading behind.
    """
    remarks: set[str] = set()
    for one in section.enumerations:
        numbers = [n for n, member in enumerate(one.members, 1) if member in printed]
        if len(numbers) < len(one.members):
            remarks.add(_remark(one, numbers))
    return _remarking(section.heading, sorted(remarks))


def _remark(one: Enumeration, numbers: Sequence[int]) -> str:
    """Return what a heading says of the members that are printed, by their numbers.

    Numbers with a gap would look like an error in the list below, unless the heading has them, too.
    """
    total = len(one.members)
    follow_on = [*numbers] == [*range(1, len(numbers) + 1)]
    if follow_on or not one.numbered or not 1 < len(numbers) <= MOST_NUMBERS:
        return one.remark.format(printed=len(numbers), total=total)
    *first, last = (str(number) for number in numbers)
    return one.numbered.format(numbers=f"{', '.join(first)}{one.joint}{last}", total=total)


def widest_heading(section: DraftSection) -> Heading | None:
    """Return the longest heading that a section may have: what it is charged."""
    remarks: set[str] = set()
    for one in section.enumerations:
        every = range(1, len(one.members) + 1)
        gapped = every[1 : MOST_NUMBERS + 1]
        remarks.add(max((_remark(one, every), _remark(one, gapped)), key=len))
    return _remarking(section.heading, sorted(remarks))


def _remarking(heading: Heading | None, remarks: Sequence[str]) -> Heading | None:
    if heading is None or not remarks:
        return heading
    together = "; ".join(_on_one_line(remark) for remark in remarks)
    return replace(heading, prose=(*heading.prose, Text(f" ({together})")))


def _on_one_line(remark: str) -> str:
    at = next((at for at, one in enumerate(remark) if one.isdigit()), 0)
    kept = at if len(remark) > MOST_UNBROKEN else 0
    return remark[:kept] + remark[kept:].replace(" ", "\u00a0")


SECTION, POINT = 2, 3
"""Levels of the headings that contents list: 1 of the contents, and 2."""


def with_contents(sections: Sequence[BriefSection]) -> tuple[BriefSection, ...]:
    """Return sections with their contents filled, and with anchors on the headings listed.

    The title is not listed, nor the section that the contents stand in. Where they are of the
    argument alone, neither is what stands before them, prints no point, or stands in another
    frame: a side column goes its own way through the pages.
    """
    levels = max((block.levels for block in _contents(sections)), default=0)
    if not levels:
        return tuple(sections)
    entries: list[ContentsEntry] = []

    def named(block: Block) -> Block:
        if not isinstance(block, Heading) or not SECTION <= block.level <= levels + 1:
            return block
        entries.append(_entry(block, len(entries) + 1))
        return replace(block, anchor=entries[-1].anchor)

    listed, frame = [], None
    alone = all(block.of_argument for block in _contents(sections))
    for section in sections:
        if any(_contents([section])):
            frame = section.frame
            listed.append(section)
            continue
        in_turn = section.frame == frame and any(block.origin.point for block in section.blocks)
        if alone and not in_turn:
            listed.append(section)
            continue
        heading = named(section.heading) if section.heading else None
        assert heading is None or isinstance(heading, Heading)
        blocks = tuple(named(block) for block in section.blocks)
        listed.append(replace(section, heading=heading, blocks=blocks))
    filled = (_filled(section, entries) for section in listed)
    return tuple(section for section in filled if section.blocks)


def _contents(sections: Iterable[BriefSection]) -> Iterator[Contents]:
    return (
        block for section in sections for block in section.blocks if isinstance(block, Contents)
    )


def _entry(heading: Heading, number: int) -> ContentsEntry:
    level = 1 if heading.level == SECTION else 2
    return ContentsEntry(level, text_of(heading.prose), f"heading-{number}")  # type: ignore[arg-type]


def _filled(section: BriefSection, entries: Sequence[ContentsEntry]) -> BriefSection:
    """Return a section with its contents filled; without any entry they go."""
    blocks: list[Block] = []
    for block in section.blocks:
        if not isinstance(block, Contents):
            blocks.append(block)
        elif own := tuple(one for one in entries if one.level <= block.levels):
            blocks.append(replace(block, entries=own))
    return replace(section, blocks=tuple(blocks))


def unless_short(content: Content, pages: int) -> Content:
    """Return content without the contents that so few pages do without, and their anchors."""
    kept = [
        entries for section in content.sections if (entries := _long_enough(section, pages)).blocks
    ]
    if len(kept) == len(content.sections) and [*_contents(kept)] == [*_contents(content.sections)]:
        return content
    if not any(_contents(kept)):
        kept = [_unlisted(section) for section in kept]
    return replace(content, sections=tuple(kept))


def _long_enough(section: BriefSection, pages: int) -> BriefSection:
    blocks = tuple(
        block
        for block in section.blocks
        if not isinstance(block, Contents) or pages >= block.least_pages
    )
    return replace(section, blocks=blocks)


def _unlisted(section: BriefSection) -> BriefSection:
    """Return a section whose headings no contents lead to."""
    heading = replace(section.heading, anchor=None) if section.heading else None
    blocks = tuple(
        replace(block, anchor=None) if isinstance(block, Heading) else block
        for block in section.blocks
    )
    return replace(section, heading=heading, blocks=blocks)


def has_contents(content: Content) -> bool:
    """Whether there is a table of contents."""
    return any(_contents(content.sections))


def with_pages(content: Content, laid_out: LaidOut) -> Content:
    """Return content whose contents say on which page each heading stands."""
    if not has_contents(content):
        return content
    pages = {
        heading.anchor: mark.page
        for heading, mark in zip(_headings(content), laid_out.bookmarks, strict=True)
    }
    sections = (
        _filled(section, [replace(one, page=pages[one.anchor]) for one in block.entries])
        if (block := next(_contents([section]), None))
        else section
        for section in content.sections
    )
    return replace(content, sections=tuple(sections))


def without_entry(content: Content, anchor: str | None) -> Content:
    """Return content whose contents do not list a heading, which is not printed."""
    sections = (
        _filled(section, [one for one in block.entries if one.anchor != anchor])
        if (block := next(_contents([section]), None))
        else section
        for section in content.sections
    )
    return replace(content, sections=tuple(sections))


def _headings(content: Content) -> Iterator[Heading]:
    """Yield the headings in reading order, which is that of the outline."""
    for section in content.sections:
        if section.heading:
            yield section.heading
        yield from (block for block in section.blocks if isinstance(block, Heading))


def _lists(section: DraftSection) -> bool:
    return any(isinstance(item, Contents) for item in section.items)


def possible_entries(draft: Draft) -> tuple[ContentsEntry, ...]:
    """Return an entry for every heading that a draft may print: what contents are charged."""
    found: list[ContentsEntry] = []
    items = [item for section in draft.sections for item in section.items]
    alone = all(item.of_argument for item in items if isinstance(item, Contents))
    frames = {part.frame for part in draft.sections if _lists(part)}
    for section in draft.sections:
        points = any(isinstance(item, Choice) for item in section.items)
        if alone and not (points and section.frame in frames):
            continue
        if heading := widest_heading(section):
            found.append(_entry(heading, len(found)))
        for item in section.items:
            blocks = item.variants[0].blocks if isinstance(item, Choice) else (item,)
            found += [
                _entry(block, len(found))
                for block in blocks
                if isinstance(block, Heading) and block.level == POINT
            ]
    return tuple(found)
