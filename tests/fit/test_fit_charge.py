"""A second pass knows what the first one cites: the rest of a list is paid by who cites it."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from briefgen.fit.charge import Charge, charge, read
from briefgen.fit.resolve import resolve
from briefgen.types.argument import Part
from briefgen.types.block import (
    Block,
    Glossary,
    GlossaryEntry,
    Origin,
    Paragraph,
    SourceEntry,
    SourceList,
)
from briefgen.types.draft import Choice, Draft, DraftSection, FilledHeaderFooter, Metadata, Variant
from briefgen.types.point import Form
from briefgen.types.prose import Acronym, Citation, NoteMark, Prose, Text, plain, text_of
from briefgen.types.reference import Cited
from briefgen.types.role import Role

AT = Origin("s")
ENTRIES = tuple(SourceEntry(f"s{n}", plain(f"Source {n}")) for n in range(1, 5))


def citing(*sources: str) -> Choice:
    block = Paragraph(Role.BODY, (*plain("told"), Citation(tuple(map(Cited, sources)))), AT)
    return Choice("a", Part.RISKS, (Variant(Form.SUMMARY, (block,), 1),))


def draft(listed: SourceList) -> Draft:
    created = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    items = (citing("s1"), citing("s3", "s1", "s2"), listed)
    section = DraftSection("s", "main", None, items, 0)
    return Draft(Metadata("T", "A", "S", (), "en", created), (section,), FilledHeaderFooter({}, ""))


def reported(blocks: tuple[Block, ...]) -> list[str]:
    return [text_of(block.prose) for block in blocks if isinstance(block, Paragraph)]


def test_at_first_a_list_is_charged_whole() -> None:
    listed = SourceList(ENTRIES, AT, cited=True)
    assert reported(charge(draft(listed)).blocks((listed,))) == [f"Source {n}" for n in range(1, 5)]


def test_then_it_is_charged_what_was_cited_and_an_variant_what_it_adds() -> None:
    whole = draft(listed := SourceList(ENTRIES, AT, cited=True))
    second = charge(whole, read(whole, (0, None)))
    assert reported(second.blocks((listed,))) == ["Source 1"]
    first, other = (
        choice.variants[0].blocks for choice in (citing("s1"), citing("s3", "s1", "s2"))
    )
    assert reported(second.blocks(first))[1:] == []
    assert reported(second.blocks(other))[1:] == ["Source 2", "Source 3"]


def test_a_list_of_all_is_charged_whole_for_good() -> None:
    whole = draft(listed := SourceList(ENTRIES, AT))
    second = charge(whole, read(whole, (0, None)))
    assert len(reported(second.blocks((listed,)))) == len(ENTRIES)
    assert len(reported(second.blocks(citing("s4").variants[0].blocks))) == 1


def test_a_citation_is_charged_a_mark_of_the_widest_number_for_each_source() -> None:
    listed = SourceList(tuple(SourceEntry(f"s{n}", plain("A source")) for n in range(12)), AT)
    cell = (Citation((Cited("s1"), Cited("s2"))), Citation((Cited("s3"),), alone=True))
    (charged,) = charge(draft(listed)).blocks((Paragraph(Role.BODY, cell, AT),))
    assert isinstance(charged, Paragraph)
    assert charged.prose == (
        NoteMark(88, "s1"),
        NoteMark(88, "s2", follows=","),
        NoteMark(88, "s3", alone=True),
    )


def test_without_a_list_of_sources_marks_cost_nothing() -> None:
    block = Paragraph(Role.BODY, (*plain("told"), Citation((Cited("s1"),))), AT)
    bare = replace(draft(SourceList((), AT)), sections=())
    assert charge(bare).widest_note == 0
    assert charge(bare).blocks((block,)) == (block,)


def test_an_entry_is_charged_as_the_item_of_a_numbered_list_that_it_becomes() -> None:
    listed = SourceList(ENTRIES, AT)
    assert charge(draft(listed)).blocks((listed,)) == tuple(
        Paragraph(Role.SOURCE, entry.prose, AT, "number") for entry in ENTRIES
    )


TERMS = tuple(GlossaryEntry(term, plain(f"{term} is known")) for term in ("AU", "EU", "UN"))
PRINTED = Paragraph(Role.BODY, (Acronym("AU", "Union"), Acronym("UN", "Nations", bare=True)), AT)


@pytest.mark.parametrize(
    ("unexplained", "listed"), [(False, ["AU is known", "UN is known"]), (True, ["UN is known"])]
)
def test_a_glossary_is_charged_whole_and_then_what_it_lists(
    unexplained: bool, listed: list[str]
) -> None:
    glossary = Glossary(TERMS, unexplained, AT)
    section = DraftSection("s", "main", None, (PRINTED, glossary))
    whole = replace(draft(SourceList((), AT)), sections=(section,))
    assert reported(charge(whole).blocks((glossary,))) == [
        "AU is known",
        "EU is known",
        "UN is known",
    ]
    assert reported(charge(whole, read(whole, ())).blocks((glossary,))) == listed
    assert reported(resolve(whole, ()).sections[0].blocks)[1:] == listed


def test_an_acronym_is_charged_expanded_once_in_an_variant_and_then_where_it_is_expanded() -> None:
    twice = Paragraph(Role.BODY, (Acronym("AU", "Union"), Acronym("AU", "Union", "’s")), AT)
    once = Paragraph(Role.BODY, (Acronym("AU", "Union", "’s"),), AT)
    section = DraftSection("s", "main", None, (once, twice))
    whole = replace(draft(SourceList((), AT)), sections=(section,))
    first, second = charge(whole), charge(whole, read(whole, ()))
    assert _prose(first, (twice, once)) == [
        (Acronym("AU", "Union"), Text("AU’s")),
        (Text("AU’s"),),
    ]
    assert _prose(second, (once,)) == [(Acronym("AU", "Union", "’s"),)]
    assert _prose(second, (twice,)) == [(Text("AU"), Text("AU’s"))]


def _prose(charged: Charge, blocks: tuple[Block, ...]) -> list[Prose]:
    return [block.prose for block in charged.blocks(blocks) if isinstance(block, Paragraph)]
