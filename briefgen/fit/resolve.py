"""What can only be said once it is known what is printed: notes, expansions, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeGuard, assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.fit.contents import heading_of, subjects, with_contents
from briefgen.fit.rewriting import PLACES, cited_once, only_item, rewritten, unlisted
from briefgen.fit.rewriting import deferred as late_bound
from briefgen.types.block import (
    Block,
    Chart,
    Glossary,
    KeyFigures,
    Origin,
    Paragraph,
    SourceEntry,
    SourceList,
    Table,
)
from briefgen.types.brief import BriefSection, Content
from briefgen.types.draft import Choice, Draft
from briefgen.types.prose import (
    Acronym,
    Citation,
    Inline,
    LateBound,
    NoteMark,
    PlaceCited,
    Pointer,
    Strong,
    Text,
    note_marks,
)
from briefgen.types.reference import Cited
from briefgen.types.role import Role


def resolve(draft: Draft, chosen: Sequence[int | None]) -> Content:
    """Return what is printed when the n-th choice of the draft takes the variant `chosen[n]`.

    In reading order: an acronym is expanded at its first use and bare afterwards; sources are
    numbered as they are first cited, if the draft lists sources at all; tables and figures are
    numbered, and text points to each once. Then glossaries and contents list what was printed. A
    section without a block disappears with its heading.
    """
    printed = _printed(draft, chosen)
    lists = any(isinstance(block, SourceList) for section in printed for block in section.blocks)
    deferred = _Deferred(lists_sources=lists, exhibits=dict(_exhibits(printed)))
    bound = [deferred.section(section) for section in printed]
    sections = [part for section in bound for part in deferred.with_lists(section)]
    headed = _headed_once([section for section in sections if section.blocks])
    headed = _notes_named_once(headed)
    return Content(draft.metadata, with_contents(headed), draft.header_footer)


def _headed_once(sections: Sequence[BriefSection]) -> list[BriefSection]:
    """Return sections, of those of the side column with one name only the first with a heading."""
    met: set[str] = set()
    found: list[BriefSection] = []
    for section in sections:
        goes_on = section.frame == "side" and section.key in met
        found.append(replace(section, heading=None) if goes_on else section)
        met.add(section.key)
    return found


def _notes_named_once(sections: Sequence[BriefSection]) -> list[BriefSection]:
    """Return sections in which notes that follow one another say once whose they are.

    In the side column these are such as begin beside one point, with no figure between them.
    """
    blocks = (block for section in sections if section.frame == "main" for block in section.blocks)
    order = [*dict.fromkeys(block.origin.point for block in blocks if block.origin.point)]

    def first_point(section: BriefSection) -> str | None:
        if section.heading or any(one.startswith("#") for one in section.beside):
            return None
        return next((point for point in order if point in section.beside), None)

    found: list[BriefSection] = []
    for section in sections:
        point, before = first_point(section), found[-1] if found else None
        named = before is not None and before.key == section.key and bool(point)
        named = named and before is not None and first_point(before) == point
        set_: list[Block] = []
        for block in section.blocks:
            follows = _is_small(set_[-1]) if set_ else named
            set_.append(_unnamed(block) if follows else block)
        found.append(replace(section, blocks=tuple(set_)))
    return found


def _is_small(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.SIDE_TEXT


def _unnamed(block: Block) -> Block:
    """Return a note without the strong words that say that it is one; all else as it is."""
    if not isinstance(block, Paragraph) or block.note is None or block.role is not Role.SIDE_TEXT:
        return block
    begins = tuple(type(one) for one in block.prose[:2])
    return replace(block, prose=block.prose[2:]) if begins == (Strong, Text) else block


def _printed(draft: Draft, chosen: Sequence[int | None]) -> list[BriefSection]:
    taken = iter(chosen)
    printed = subjects(draft, chosen)
    sections: list[BriefSection] = []
    for section in draft.sections:
        blocks: list[Block] = []
        for item in section.items:
            if not isinstance(item, Choice):
                blocks.append(item)
            elif (variant := next(taken)) is not None:
                blocks += item.variants[variant].blocks
        if blocks:
            sections.append(
                BriefSection(
                    section.key,
                    section.frame,
                    heading_of(section, printed),
                    _let_go(blocks),
                    section.beside,
                )
            )
    return sections


def _let_go(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with the last paragraph of each box not kept with what follows the box."""
    return tuple(
        replace(block, keep_with_next=False)
        if _is_boxed(block) and not _is_boxed(following)
        else block
        for block, following in zip(blocks, (*blocks[1:], None), strict=True)
    )


def _is_boxed(block: Block | None) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.role is Role.CALLOUT


def _exhibits(printed: Sequence[BriefSection]) -> Iterator[tuple[str, Table | Chart]]:
    """Yield charts, and tables that set facts side by side, numbered, by the first fact of each."""
    blocks = [block for section in printed for block in section.blocks]
    tables = (one for one in blocks if isinstance(one, Table) and one.caption)
    for number, table in enumerate(tables, 1):
        if table.facts:
            yield table.facts[0], replace(table, number=number)
    for number, chart in enumerate((one for one in blocks if isinstance(one, Chart)), 1):
        yield chart.fact, replace(chart, number=number)


class _Deferred(Struct):
    """What has been printed so far. It lives for one resolution."""

    lists_sources: bool
    exhibits: dict[str, Table | Chart]
    expanded: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)
    printing: dict[str, set[str]] = field(default_factory=dict)
    """The points of the main column that print each acronym, in the order of reading."""
    points: int = 0
    leads: bool = False
    tables: int = 0
    figures: int = 0

    def section(self, section: BriefSection) -> BriefSection:
        for block in section.blocks if section.frame == "main" else ():
            for node in late_bound(block):
                if isinstance(node, Acronym) and block.origin.point:
                    self.printing.setdefault(node.short, set()).add(block.origin.point)
        blocks = [self._block(block) for block in section.blocks]
        only = only_item(blocks)
        blocks = [unlisted(block) if block is only else block for block in blocks]
        return replace(section, blocks=tuple(self._counted(blocks)))

    def _counted(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Yield blocks, numbered what counts through the brief."""
        goes_on, last = False, 0
        for block in blocks:
            item = block if isinstance(block, Paragraph) and block.item else None
            if item and item.through and not item.continues:
                self.points += 1
                yield replace(item, number=self.points, begins=not goes_on)
            elif item and item.fixed and not item.continues:
                yield replace(item, begins=not (goes_on and item.number == last + 1))
                last = item.number
            else:
                yield block
            goes_on = item is not None and (
                item.through or item.fixed or (goes_on and item.level > 1)
            )

    def _block(self, block: Block) -> Block:
        resolved = rewritten(block, self._node)
        if isinstance(resolved, Paragraph):
            once = cited_once(resolved.prose)
            resolved = resolved if once is resolved.prose else replace(resolved, prose=once)
        if isinstance(resolved, KeyFigures) and not resolved.strip:
            resolved = replace(resolved, quiet=self.leads)
            self.leads = True
        if isinstance(resolved, Table) and resolved.caption:
            self.tables += 1
            return replace(resolved, number=self.tables)
        if isinstance(resolved, Chart):
            self.figures += 1
            return replace(resolved, number=self.figures)
        return resolved

    def _node(self, node: LateBound) -> Sequence[Inline]:
        match node:
            case Acronym(short, bare=bare):
                if bare:
                    self.bare.add(short)
                if bare or short in self.expanded:
                    return (Text(node.unexpanded),)
                self.expanded.add(short)
                return (Text(node.expanded),)
            case Pointer(exhibit):
                shown = self.exhibits.pop(exhibit, None)
                if shown is None or shown.number is None:
                    return ()
                return (replace(node, number=shown.number, anchor=shown.anchor),)
            case Citation(cited, alone, silent):
                marks = self._marks(cited, alone=alone)
                return [] if silent else marks
            case PlaceCited(first, later):
                is_first = PLACES not in self.expanded
                self.expanded.add(PLACES)
                return (Text(first if is_first else later),)
            case NoteMark():
                return (node,)
            case _:
                assert_never(node)

    def with_lists(self, section: BriefSection) -> list[BriefSection]:
        """Return a section with its glossary and sources listed, once all else has been printed.

        Terms that stand beside the points that print them are sections of their own.
        """
        if not any(isinstance(block, (Glossary, SourceList)) for block in section.blocks):
            return [section]
        first = section.blocks[0]
        if section.frame == "side" and isinstance(first, Glossary) and first.beside:
            terms = dict(zip(self._wanted(first), self._terms(first), strict=True))
            order = [*(term for term in self.printing if term in terms), *terms]
            return [
                replace(
                    section, blocks=(terms[term],), beside=frozenset(self.printing.get(term, ()))
                )
                for term in dict.fromkeys(order)
            ]
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, Glossary):
                blocks += self._terms(block)
            elif isinstance(block, SourceList):
                blocks += self._sources(block)
            else:
                blocks.append(block)
        return [replace(section, blocks=tuple(blocks))]

    def _wanted(self, block: Glossary) -> list[str]:
        wanted = self.bare - self.expanded if block.unexplained else self.bare | self.expanded
        return [entry.term for entry in block.entries if entry.term in wanted]

    def _terms(self, block: Glossary) -> list[Block]:
        wanted = self._wanted(block)
        return [
            Paragraph(block.role, entry.prose, block.origin)
            for entry in block.entries
            if entry.term in wanted
        ]

    def _marks(self, cited: Sequence[Cited], *, alone: bool) -> list[Inline]:
        if not self.lists_sources:
            return []
        for one in cited:
            self.numbers.setdefault(one.id, len(self.numbers) + 1)
        return note_marks(cited, self.numbers, alone=alone)

    def _sources(self, block: SourceList) -> list[Block]:
        """Number the sources: those cited as they were cited, then the others in their order."""
        if not block.cited:
            for entry in block.entries:
                self.numbers.setdefault(entry.source, len(self.numbers) + 1)
        listed_entries = [entry for entry in block.entries if entry.source in self.numbers]
        at = Origin(block.origin.section, template_line=block.origin.template_line)
        if not block.numbered:
            return [Paragraph(Role.SOURCE, entry.prose, at) for entry in listed_entries]
        entries: list[SourceEntry] = sorted(
            listed_entries, key=lambda entry: self.numbers[entry.source]
        )
        return [
            Paragraph(Role.SOURCE, one.prose, at, "number", f"note-{self.numbers[one.source]}")
            for one in entries
        ]
