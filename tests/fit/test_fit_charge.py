"""A second pass knows what the first one cites: the rest of a list is paid by who cites it."""

from __future__ import annotations

import datetime

from briefgen.fit.charge import charge, read
from briefgen.types.argument import Part
from briefgen.types.block import Block, Origin, Paragraph, SourceEntry, SourceList
from briefgen.types.draft import Choice, Draft, DraftSection, Furniture, Metadata, Offer
from briefgen.types.point import Form
from briefgen.types.prose import Citation, plain, text_of
from briefgen.types.role import Role

AT = Origin("s")
ENTRIES = tuple(SourceEntry(f"s{n}", plain(f"Source {n}")) for n in range(1, 5))


def citing(*sources: str) -> Choice:
    block = Paragraph(Role.BODY, (*plain("told"), Citation(sources)), AT)
    return Choice("a", Part.RISKS, (Offer(Form.SUMMARY, (block,), 1),))


def draft(listed: SourceList) -> Draft:
    created = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    items = (citing("s1"), citing("s3", "s1", "s2"), listed)
    section = DraftSection("s", "main", None, items, 0)
    return Draft(Metadata("T", "A", "S", (), "en", created), (section,), Furniture({}, "", (), ()))


def told(blocks: tuple[Block, ...]) -> list[str]:
    return [text_of(block.prose) for block in blocks if isinstance(block, Paragraph)]


def test_at_first_a_list_is_charged_whole() -> None:
    listed = SourceList(ENTRIES, AT, cited=True)
    assert told(charge(draft(listed)).blocks((listed,))) == [f"Source {n}" for n in range(1, 5)]


def test_then_it_is_charged_what_was_cited_and_an_offer_what_it_adds() -> None:
    whole = draft(listed := SourceList(ENTRIES, AT, cited=True))
    second = charge(whole, read(whole, (0, None)))
    assert told(second.blocks((listed,))) == ["Source 1"]
    first, other = (choice.offers[0].blocks for choice in (citing("s1"), citing("s3", "s1", "s2")))
    assert told(second.blocks(first))[1:] == []
    assert told(second.blocks(other))[1:] == ["Source 2", "Source 3"]


def test_a_list_of_all_is_charged_whole_for_good() -> None:
    whole = draft(listed := SourceList(ENTRIES, AT))
    second = charge(whole, read(whole, (0, None)))
    assert len(told(second.blocks((listed,)))) == len(ENTRIES)
    assert len(told(second.blocks(citing("s4").offers[0].blocks))) == 1
