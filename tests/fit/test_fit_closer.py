"""Layout has the last word: what it calls overfull gives way, and what it leaves free is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from msgspec.structs import replace
from samples.ruler import ROW_MPT, Ruler, draft, length, paragraph, point, section

from briefgen.fit import fit
from briefgen.layout.paragraph import breakable
from briefgen.types.argument import Part
from briefgen.types.block import Block, Origin, Paragraph
from briefgen.types.brief import Content
from briefgen.types.draft import Choice, Variant
from briefgen.types.finding import FitError
from briefgen.types.laid import LaidOut, Overfull
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.point import Form
from briefgen.types.prose import Acronym, Inline, Text, text_of
from briefgen.types.role import Role


@dataclass(frozen=True)
class Strict(Ruler):
    """A layout that calls overfull whatever takes more than so many rows."""

    most: int = 4

    def lay_out(self, content: Content, pages: int | None) -> LaidOut:
        laid = super().lay_out(content, pages)
        used = sum(fill.used_mpt for fill in laid.fills)
        room = self.most * ROW_MPT
        return replace(laid, overfull=(Overfull("why", "main", used, room),) if used > room else ())


def test_what_layout_calls_overfull_is_sought_again_with_more_held_back() -> None:
    held = draft(section("why", point("now", 3), point("war", 3)))
    assert fit(held, length(), "anybody", Ruler(10)).chosen == (0, 0)
    assert fit(held, length(), "anybody", Strict(10)).chosen == (0, None)


def test_what_layout_calls_overfull_each_time_is_an_error_that_says_so() -> None:
    held = draft(section("why", paragraph(5)))
    with pytest.raises(FitError) as caught:
        fit(held, length(), "anybody", Strict(10))
    (finding,) = caught.value.findings
    assert finding.code == "does-not-fit"
    assert finding.message == "needs more room once it is resolved than it was charged for"
    assert finding.hint


class Worded(Ruler):
    """A page whose rows have ten characters."""

    def block_layouts(self, blocks: Sequence[Block]) -> tuple[BlockLayout, ...]:
        return tuple(map(_worded, blocks))

    def _block_layouts(self, content: Content, frame: str) -> list[BlockLayout]:
        held = (section.blocks for section in content.sections if section.frame == frame)
        return [_worded(block) for blocks in held for block in blocks]


def _worded(block: Block) -> BlockLayout:
    assert isinstance(block, Paragraph)
    count = -(-len(text_of(block.prose)) // 10)
    return BlockLayout(Role.BODY, breakable([Row(ROW_MPT, ())] * count), (), 0, 0)


def said(subject: str, *prose: Inline, score: int = 10) -> Choice:
    variant = Variant(Form.SUMMARY, (Paragraph(Role.BODY, prose, Origin("why")),), score)
    return Choice(subject, Part.RISKS, (variant,))


ARMY = Acronym("PLA", "People’s Liberation Army")
OTHER = said("rest", Text("x" * 30), score=5)
WHY = section("why", said("one", ARMY), said("two", ARMY), OTHER)


def test_a_line_that_resolving_leaves_free_is_used_by_a_second_look() -> None:
    assert fit(draft(WHY), length(), "anybody", Worded(10)).chosen == (0, 0, 0)


def test_the_second_look_leaves_the_line_that_is_held_back_for_word() -> None:
    assert fit(draft(WHY), length(), "anybody", Worded(9)).chosen == (0, 0, 0)
    assert fit(draft(WHY), length(), "anybody", Worded(8)).chosen == (0, 0, None)


def test_a_second_look_that_finds_nothing_better_changes_nothing() -> None:
    longer = replace(OTHER, variants=(Variant(Form.SUMMARY, (_long(),), 5),))
    held = section("why", said("one", ARMY), said("two", ARMY), longer)
    assert fit(draft(held), length(), "anybody", Worded(10)).chosen == (0, 0, None)


def _long() -> Paragraph:
    return Paragraph(Role.BODY, (Text("x" * 60),), Origin("why"))
