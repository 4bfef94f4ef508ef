"""The text of a longer form into blocks: paragraphs, lists, block quotations and tables.

What text may point to: charts, and tables that set facts side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Protocol, TypeGuard

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.prose import ProseReader
from briefgen.languages import conventions
from briefgen.markup import Align, BlockText, CellText, TableText, blocks, column_shares
from briefgen.types.block import Cell, Heading, Origin, Paragraph, Table
from briefgen.types.fact import Fact, chart_holders
from briefgen.types.labels import Labels
from briefgen.types.listing import LIST_ROLES
from briefgen.types.prose import Citation, FactRef, Inline, Pointer, Prose, Quoted, Text, text_of
from briefgen.types.role import Role
from briefgen.types.selection import Supplement


def exhibits(facts: Sequence[Fact], tags: Collection[str], labels: Labels) -> dict[str, Pointer]:
    """Return what a template with these tags may show, by each fact that is shown in it.

    A chart goes before a table. The list of all figures is none: everything is in it.
    """
    found: dict[str, Pointer] = {}
    if Supplement.COMPARISON in tags:
        from briefgen.compose.comparison import groups  # noqa: PLC0415 - few templates ask for it

        for group in groups(tuple(facts)):
            found |= dict.fromkeys((fact.id for fact in group), Pointer(group[0].id, labels.table))
    if Supplement.CHARTS in tags or "chart" in tags:
        drawn = chart_holders(facts)
        found |= {key: Pointer(holder, labels.illustration) for key, holder in drawn.items()}
    return found


def pointing(prose: Prose, exhibits: Mapping[str, Pointer], language: str) -> Prose:
    """Return a paragraph that points to each chart or table once, at the end of a sentence.

    It is that of the last figure that is shown there.
    """
    last = {
        exhibits[node.fact]: at
        for at, node in enumerate(prose)
        if isinstance(node, FactRef) and node.fact in exhibits
    }
    nodes = list(prose)
    stops = [start for start, _ in conventions(language).sentence_stops(text_of(prose))]
    for pointer, at in sorted(last.items(), key=lambda one: -one[1]):
        _point(nodes, pointer, at + 1, stops)
    return tuple(nodes)


def _point(nodes: list[Inline], pointer: Pointer, start: int, stops: Sequence[int]) -> None:
    """Put a pointer before the next stop in plain text, or where it starts if there is none."""
    offset = len(text_of(tuple(nodes[:start])))
    for at in range(start, len(nodes)):
        node = nodes[at]
        length = 0 if isinstance(node, Pointer) else len(text_of((node,)))
        within = [stop - offset for stop in stops if offset <= stop < offset + length]
        if isinstance(node, Text) and within:
            before, after = node.text[: within[0]], node.text[within[0] :]
            nodes[at : at + 1] = [*([Text(before)] if before else []), pointer, Text(after)]
            return
        offset += length
    nodes.insert(start, pointer)


TextBlock = Paragraph | Table


_LEAST_COLUMNS = 3
"""A table of so many columns may have one that heads the rows."""


class Read(Protocol):
    """Reads the prose of one paragraph or cell."""

    def __call__(self, text: str, /, *, acronyms: bool) -> Prose:
        """Return its tree."""


POINTING = frozenset({Role.BODY, *LIST_ROLES.values()})
"""Text that points to charts and tables. A bottom line and somebody's words do not."""


class LongerText(Struct, frozen=True):
    """How the text of a longer form is composed: in which role, from where, and for whom.

    Items in text of the role `BODY` have styles of their own; elsewhere, and in their further
    paragraphs, they keep the style of the text. `acronyms` says whether these may be expanded.
    """

    role: Role
    origin: Origin
    reader: ProseReader
    acronyms: bool = True

    def blocks(self, texts: Iterable[str]) -> list[TextBlock]:
        """Return the blocks of some texts, each of which begins a new paragraph.

        Items in texts that follow one another are of one list.
        """
        read = blocks("\n\n".join(texts))
        return kept_together([self._block(one, self.reader.read) for one in read])

    def with_title(self, text: str) -> list[Heading | TextBlock]:
        """Return the blocks of what a content template writes, a heading as the brief's title.

        What comes out empty is not printed: `# {{ subtitle }}` of an argument without one.
        """
        titles: list[Heading | TextBlock] = []
        made: list[TextBlock] = []
        for block in blocks(text, literal=True):
            if isinstance(block, BlockText) and block.kind == "heading":
                prose = self.reader.read_once(block.text, acronyms=False)
                titles += [*kept_together(made), Heading(1, _title_role(prose), prose, self.origin)]
                made = []
            else:
                made.append(self._block(block, self.reader.read_once))
        printed = [*titles, *kept_together(made)]
        return [one for one in printed if isinstance(one, Table) or one.prose]

    def _block(self, block: BlockText | TableText, read: Read) -> TextBlock:
        if isinstance(block, TableText):
            return self._table(block, read)
        prose = read(block.text, acronyms=self.acronyms)
        if self.role in POINTING and block.kind != "quotation":
            prose = pointing(prose, self.reader.exhibits, self.reader.words.language)
        match block.kind:
            case "bullet" | "number":
                styled = self.role is Role.BODY and not block.continues
                return Paragraph(
                    LIST_ROLES[block.kind, block.level] if styled else self.role,
                    prose,
                    self.origin,
                    block.kind,
                    level=block.level,
                    begins=block.begins,
                    number=block.number,
                    continues=block.continues,
                )
            case "quotation":
                prose = tuple(map(_unmarked, prose)) if len(prose) == 1 else prose
                return Paragraph(Role.QUOTE, prose, self.origin, begins=block.begins)
            case _:
                return Paragraph(self.role, prose, self.origin)

    def _table(self, table: TableText, read: Read) -> Table:
        """Return a table. Where the head of the first column is empty, that column heads the rows.

        That is how tables are typed whose rows are the cases and whose columns the years. With one
        column of data, half the table would be heads. An empty cell heads nothing.
        """
        heads_rows = not table.header[0].text and len(table.header) >= _LEAST_COLUMNS
        rows = tuple(
            tuple(
                self._cell(cell, table.aligns[at], header=heads_rows and not at)
                for at, cell in enumerate(row)
            )
            for row in table.rows
        )
        header = tuple(
            self._cell(cell, table.aligns[at], header=bool(cell.text))
            for at, cell in enumerate(table.header)
        )
        caption = read(table.caption.text, acronyms=self.acronyms) if table.caption else ()
        head, *body = [[text_of(cell.prose) for cell in row] for row in (header, *rows)]
        return Table(caption, column_shares(head, body), (header,), rows, self.origin)

    def _cell(self, cell: CellText, align: Align, *, header: bool) -> Cell:
        prose = self.reader.cell(cell.text, acronyms=self.acronyms) if cell.text else ()
        if len(prose) == 1 and isinstance(prose[0], Citation):
            prose = (replace(prose[0], alone=True),)
        return Cell(prose, header, align=align)


def _unmarked(node: Inline) -> Inline:
    """Return a quotation without its marks, as one that is a block of its own has none."""
    return replace(node, opening="", closing="") if isinstance(node, Quoted) else node


LONG_TITLE = 80
"""Characters from which a title has the style of long ones: those of a theme with the largest
titles, 32 points, take three lines with fewer. Counted, not measured: Word and PDF must agree."""


def _title_role(prose: Prose) -> Role:
    return Role.TITLE_LONG if len(text_of(prose)) > LONG_TITLE else Role.TITLE


def kept_together(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Keep with the next block what introduces it, the first item of a list, and a last quotation.

    So no list stands at the foot of a page with one item, or without the sentence before it. Below
    the last item or quotation text stands apart from it as from other text.
    """
    kept: list[TextBlock] = []
    for block, following in pairwise([*blocks, None]):
        if isinstance(block, Paragraph):
            keeps = following is not None and _keeps(block, following)
            closes = _closes(block, following)
            kept.append(replace(block, keep_with_next=keeps, closes=closes))
        elif block is not None:
            kept.append(block)
    return kept


def _closes(block: Paragraph, following: TextBlock | None) -> bool:
    if is_plain(block):
        return False
    if following is None or isinstance(following, Table):
        return True
    return is_plain(following) or (following.begins and following.level == 1)


def _keeps(block: Paragraph, following: TextBlock) -> bool:
    if isinstance(following, Table):
        return is_plain(block)
    if following.begins:
        return is_plain(block) or following.level > block.level
    if block.role is Role.QUOTE:
        return following.role is Role.QUOTE and text_of(following.prose).startswith("— ")
    return bool(block.item and following.item and block.begins and block.level == 1)


def is_plain(block: TextBlock) -> TypeGuard[Paragraph]:
    """Whether a block is a paragraph of text: no item, no quotation, no table."""
    return isinstance(block, Paragraph) and not block.item and block.role is not Role.QUOTE


def with_opening(
    blocks: Sequence[TextBlock], opening: Prose, role: Role
) -> tuple[Paragraph, *tuple[TextBlock, ...]]:
    """Return blocks that open with some words, in a paragraph of their own above a list."""
    first, *rest = blocks
    if is_plain(first):
        return replace(first, prose=(*opening, Text(" "), *first.prose)), *rest
    above = Paragraph(role, opening, first.origin, keep_with_next=True)
    return above, *blocks


def with_ending(blocks: Sequence[TextBlock], ending: Callable[[Prose], Prose]) -> list[TextBlock]:
    """Return blocks with the last text changed: of a table that is its caption, if it has one."""
    changed = list(blocks)
    for at in range(len(changed) - 1, -1, -1):
        block = changed[at]
        if isinstance(block, Paragraph):
            changed[at] = replace(block, prose=ending(block.prose))
        elif block.caption:
            changed[at] = replace(block, caption=ending(block.caption))
        else:
            continue
        break
    return changed
