"""What a block is charged before it is known what else is printed: its upper height.

An acronym is charged expanded once in each offer, a citation with the widest note mark there can
be, a table with the widest number. What is printed in the end can then only be shorter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.fit.rewriting import rewritten
from briefgen.types.block import Block, Glossary, Origin, Paragraph, SourceList, Table
from briefgen.types.draft import Choice, Draft
from briefgen.types.prose import Acronym, Citation, Inline, NoteMark, Text
from briefgen.types.role import Role

_WIDEST_DIGIT = "8"


@dataclass(frozen=True, slots=True)
class Charge:
    """How the blocks of one draft are charged. `widest_note` is 0 where no sources are listed."""

    widest_note: int

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Return the blocks of one offer as they are measured."""
        expanded: set[str] = set()
        return tuple(charged for block in blocks for charged in self._block(block, expanded))

    def _block(self, block: Block, expanded: set[str]) -> tuple[Block, ...]:
        if isinstance(block, SourceList):
            return tuple(
                Paragraph(Role.SOURCE, entry.prose, Origin(block.origin.section), "number")
                for entry in block.entries
            )
        if isinstance(block, Glossary):
            return tuple(
                Paragraph(Role.SOURCE, entry.prose, block.origin) for entry in block.entries
            )
        charged = rewritten(block, lambda node: self._node(node, expanded))
        return (replace(charged, number=88) if isinstance(charged, Table) else charged,)

    def _node(self, node: Inline, expanded: set[str]) -> Sequence[Inline]:
        if isinstance(node, Acronym) and not node.bare:
            if node.short in expanded:
                return (Text(node.short + node.suffix),)
            expanded.add(node.short)
        elif isinstance(node, Citation) and self.widest_note:
            return [
                NoteMark(self.widest_note, source, follows=place > 0)
                for place, source in enumerate(node.sources)
            ]
        return (node,)


def charge(draft: Draft) -> Charge:
    """Return how the blocks of a draft are charged."""
    most = 0
    for section in draft.sections:
        for item in section.items:
            if not isinstance(item, Choice) and isinstance(item, SourceList):
                most = max(most, len(item.entries))
    return Charge(int(_WIDEST_DIGIT * len(str(most))) if most else 0)
