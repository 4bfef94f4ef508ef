"""What a block is charged before it is known what else is printed: its upper height.

An acronym is charged expanded once in each variant, a citation with the widest note mark there can
be, a table with the widest number. What is printed in the end can then only be shorter.

A second pass knows what the first one printed: an acronym is then charged expanded where that
selection expands it, and bare elsewhere; a glossary lists what it listed, and a list of what is
cited likewise, while a variant that cites more pays for that. Whether the selection found so does
fit, layout has to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.fit.contents import possible_entries, subjects
from briefgen.fit.rewriting import PLACES, deferred, only_item, rewritten, unlisted
from briefgen.types.block import (
    Block,
    Chart,
    Contents,
    ContentsEntry,
    Glossary,
    Heading,
    Illustration,
    KeyFigures,
    Origin,
    Paragraph,
    SourceEntry,
    SourceList,
    Table,
    Timeline,
)
from briefgen.types.draft import Choice, Draft
from briefgen.types.prose import (
    Acronym,
    Citation,
    Inline,
    LateBound,
    NoteMark,
    PlaceCited,
    Pointer,
    Text,
    note_marks,
)
from briefgen.types.role import Role

_WIDEST_DIGIT = "8"
_WIDEST_NUMBER = 88
"""Number of a table or figure as it is measured: no brief has a hundred of either."""


class Charge(Struct, frozen=True):
    """How the blocks of one draft are charged.

    `widest_note` is 0 where no sources are listed; `read` is what an earlier selection prints;
    `entries` are those that a table of contents may have; `sources` those that are listed only if
    they are cited.
    """

    widest_note: int
    read: Read | None = None
    entries: tuple[ContentsEntry, ...] = ()
    sources: Mapping[str, Block] = field(default_factory=dict)

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Return the blocks of one variant as they are measured.

        Once it is known what is cited, a variant that cites more is charged the entries, too.
        """
        expanded: set[str] = set()
        charged = [charged for block in blocks for charged in self._block(block, expanded)]
        if self.read and self.sources:
            new = _cited(blocks) - self.read.cited
            charged += [self.sources[source] for source in sorted(new)]
        return tuple(charged)

    def _block(self, block: Block, expanded: set[str]) -> tuple[Block, ...]:
        match block:
            case SourceList():
                entries = [
                    entry
                    for entry in block.entries
                    if not (block.cited and self.read) or entry.source in self.read.cited
                ]
                return tuple(_entry(block, entry) for entry in entries)
            case Glossary():
                return tuple(
                    Paragraph(block.role, entry.prose, block.origin)
                    for entry in block.entries
                    if self.read is None or entry.term in self.read.terms(block)
                )
            case Contents():
                listed = tuple(entry for entry in self.entries if entry.level <= block.levels)
                return (replace(block, entries=listed),)
            case Table() | Chart():
                return (self._rewritten(replace(block, number=_WIDEST_NUMBER), block, expanded),)
            case Heading() | Paragraph() | KeyFigures() | Timeline() | Illustration():
                return (self._rewritten(block, block, expanded),)
            case _:
                assert_never(block)

    def _rewritten(self, block: Block, own: Block, expanded: set[str]) -> Block:
        """Return a block with its acronyms and citations charged; `own` is the draft's own one."""
        elsewhere = self.read.elsewhere(own) if self.read else frozenset()
        known = expanded | elsewhere
        charged = rewritten(block, lambda node: self._node(node, known))
        if self.read and id(own) in self.read.alone:
            charged = unlisted(charged)
        expanded |= known - elsewhere
        return charged

    def _node(self, node: LateBound, expanded: set[str]) -> Sequence[Inline]:
        match node:
            case Acronym():
                if not node.bare and node.short in expanded:
                    return (Text(node.unexpanded),)
                if not node.bare:
                    expanded.add(node.short)
                return (node,)
            case Citation():
                if not self.widest_note or node.silent:
                    return (node,)
                widest = dict.fromkeys((one.id for one in node.cited), self.widest_note)
                return note_marks(node.cited, widest, alone=node.alone)
            case PlaceCited():
                is_first = PLACES not in expanded
                expanded.add(PLACES)
                return (Text(node.widest if is_first else node.later),)
            case NoteMark() | Pointer():
                return (node,)
            case _:
                assert_never(node)


def _entry(block: SourceList, entry: SourceEntry) -> Paragraph:
    at = Origin(block.origin.section)
    return Paragraph(Role.SOURCE, entry.prose, at, "number" if block.numbered else None)


def _cited(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the sources that some blocks cite."""
    nodes = (node for block in blocks for node in deferred(block))
    return frozenset(one.id for node in nodes if isinstance(node, Citation) for one in node.cited)


class Read(Struct, frozen=True):
    """What a selection prints: where each acronym is expanded, which stand bare, what is cited.

    Blocks are known by their identity: they are the draft's own. `points` are those printed, and
    `alone` the blocks that are the only item of their section.
    """

    expanded: Mapping[str, int]
    bare: frozenset[str]
    cited: frozenset[str]
    points: frozenset[str] = frozenset()
    alone: frozenset[int] = frozenset()

    def elsewhere(self, block: Block) -> frozenset[str]:
        """Return the acronyms that are expanded in another block than this."""
        return frozenset(short for short, at in self.expanded.items() if at != id(block))

    def terms(self, glossary: Glossary) -> frozenset[str]:
        """Return the terms that a glossary lists."""
        expanded = frozenset(self.expanded)
        return self.bare - expanded if glossary.unexplained else self.bare | expanded


def read(draft: Draft, chosen: Sequence[int | None]) -> Read:
    """Return what a selection of a draft prints, in reading order."""
    expanded: dict[str, int] = {}
    bare: set[str] = set()
    sections = [*_printed(draft, chosen)]
    printed = [block for blocks in sections for block in blocks]
    alone = frozenset(id(one) for blocks in sections if (one := only_item(blocks)) is not None)
    for block in printed:
        for node in deferred(block):
            if isinstance(node, PlaceCited):
                expanded.setdefault(PLACES, id(block))
            elif isinstance(node, Acronym) and node.bare:
                bare.add(node.short)
            elif isinstance(node, Acronym):
                expanded.setdefault(node.short, id(block))
    return Read(expanded, frozenset(bare), _cited(printed), subjects(draft, chosen), alone)


def _printed(draft: Draft, chosen: Sequence[int | None]) -> Iterator[list[Block]]:
    """Yield the blocks that a selection prints of each section."""
    taken = iter(chosen)
    for section in draft.sections:
        blocks: list[Block] = []
        for item in section.items:
            if not isinstance(item, Choice):
                blocks.append(item)
            elif (variant := next(taken)) is not None:
                blocks += item.variants[variant].blocks
        yield blocks


def charge(draft: Draft, known: Read | None = None) -> Charge:
    """Return how the blocks of a draft are charged, at first or when it is known what is read."""
    fixed = [
        item for section in draft.sections for item in section.items if not isinstance(item, Choice)
    ]
    most = max((len(item.entries) for item in fixed if isinstance(item, SourceList)), default=0)
    widest = int(_WIDEST_DIGIT * len(str(most))) if most else 0
    sources = {
        entry.source: _entry(item, entry)
        for item in fixed
        if isinstance(item, SourceList) and item.cited
        for entry in item.entries
    }
    contents = any(isinstance(item, Contents) for item in fixed)
    entries = possible_entries(draft) if contents else ()
    return Charge(widest, known, entries, sources)
