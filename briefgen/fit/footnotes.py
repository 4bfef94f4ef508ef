"""Sources as the footnotes of a word processor, where its own numbers are sure to be ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from briefgen.fit.contents import without_entry
from briefgen.fit.rewriting import deferred, rewritten
from briefgen.types.block import Block, Paragraph
from briefgen.types.brief import BriefSection, Content
from briefgen.types.prose import Inline, LateBound, NoteMark, Prose, each_marked

NUMBERED_FRAMES = ("head", "main", "foot")
"""The order in which a word processor meets, and numbers, what is cited."""


def with_footnotes(content: Content) -> Content:
    """Return content whose sources are footnotes; as it is, where numbers could not stay the same.

    A word processor numbers footnotes as it meets them, and has none that nothing cites: so every
    source must be cited, in the order of the list. Text frames hold no footnotes, so that nothing
    may stand in a side column. A section that held nothing but sources goes with its heading, and
    each note of a run (1–5) has its own mark.
    """
    listed = [section for section in content.sections if any(_entries(section.blocks))]
    if len(listed) != 1 or any(
        section.frame not in NUMBERED_FRAMES for section in content.sections
    ):
        return content
    (sources,) = listed
    entries = tuple(_entries(sources.blocks))
    ordered = sorted(content.sections, key=lambda section: NUMBERED_FRAMES.index(section.frame))
    if list(dict.fromkeys(_cited(ordered))) != [*range(1, len(entries) + 1)]:
        return content
    left = tuple(block for block in sources.blocks if not _is_entry(block))
    sections = tuple(
        replace(section, blocks=left) if section is sources else _marked_apart(section)
        for section in content.sections
        if left or section is not sources
    )
    reported = replace(content, sections=sections, footnotes=entries)
    anchor = sources.heading.anchor if sources.heading else None
    return reported if left else without_entry(reported, anchor)


def _is_entry(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.anchor is not None


def _entries(blocks: Iterable[Block]) -> Iterator[Prose]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.anchor is not None:
            yield block.prose


def _cited(sections: Iterable[BriefSection]) -> Iterator[int]:
    """Yield the numbers of the notes in the order in which they are cited."""
    for section in sections:
        for block in section.blocks:
            for node in deferred(block):
                if isinstance(node, NoteMark):
                    yield from (mark.number for mark in each_marked(node))


def _marked_apart(section: BriefSection) -> BriefSection:
    """Return a section in which each source of a run has a mark, as a footnote needs one."""

    def apart(node: LateBound) -> Sequence[Inline]:
        return each_marked(node) if isinstance(node, NoteMark) else (node,)

    return replace(section, blocks=tuple(rewritten(block, apart) for block in section.blocks))
