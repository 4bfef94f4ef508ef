"""Expansions, note marks and numbers depend on what is printed, in reading order."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from briefgen.fit.charge import charge
from briefgen.fit.resolve import resolve
from briefgen.types.argument import Part
from briefgen.types.block import (
    Block,
    Cell,
    Heading,
    Origin,
    Paragraph,
    SourceEntry,
    SourceList,
    Table,
)
from briefgen.types.brief import Content
from briefgen.types.draft import Choice, Draft, DraftSection, FilledHeaderFooter, Metadata, Variant
from briefgen.types.point import Form
from briefgen.types.prose import Acronym, Citation, Prose, Strong, Text, plain, text_of
from briefgen.types.reference import Cited
from briefgen.types.role import Role

AT = Origin("s")
PLA = Acronym("PLA", "People’s Liberation Army")
NAMED = Acronym("PLA", "People’s Liberation Army", "’s")


def body(*prose: Text | Acronym | Citation | Strong) -> Paragraph:
    return Paragraph(Role.BODY, prose, AT)


def section(*items: Block | Choice, heading: str = "") -> DraftSection:
    head = Heading(2, Role.HEADING_1, plain(heading), AT) if heading else None
    return DraftSection("s", "main", head, items)


def draft(*sections: DraftSection) -> Draft:
    created = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    return Draft(Metadata("T", "A", "S", (), "en", created), sections, FilledHeaderFooter({}, ""))


def choice(point: str, *blocks: Block) -> Choice:
    return Choice(point, Part.RISKS, (Variant(Form.SUMMARY, blocks, 1),))


SOURCES = SourceList(tuple(SourceEntry(f"s{n}", plain(f"Source {n}")) for n in range(1, 5)), AT)


def texts(content: Content) -> list[str]:
    return [
        text_of(block.prose)
        for held in content.sections
        for block in held.blocks
        if isinstance(block, Paragraph)
    ]


def test_an_acronym_is_expanded_where_it_is_first_printed_and_nowhere_else() -> None:
    two = draft(
        section(choice("a", body(Text("The "), PLA)), choice("b", body(NAMED, Text(" men"), PLA)))
    )
    assert texts(resolve(two, (0, 0))) == [
        "The People’s Liberation Army (PLA)",
        "PLA’s menPLA",
    ]
    assert texts(resolve(two, (None, 0))) == ["People’s Liberation Army’s (PLA’s) menPLA"]


@pytest.mark.parametrize(
    ("long", "suffix", "wanted"),
    [
        ("water well", "s", "water wells (WWs)"),
        ("water supply agency", "s", "water supply agencies (WWs)"),
        ("water survey", "s", "water surveys (WWs)"),
        ("water gas", "s", "water gases (WWs)"),
        ("water well", "’s", "water well’s (WW’s)"),
        ("water well", "", "water well (WW)"),
    ],
)
def test_an_expansion_is_inflected_as_the_acronym_is(long: str, suffix: str, wanted: str) -> None:
    printed = draft(section(body(Acronym("WW", long, suffix))))
    assert texts(resolve(printed, ())) == [wanted]


def test_what_counts_through_goes_on_from_section_to_section_and_behind_other_blocks() -> None:
    item = Paragraph(Role.NUMBER, plain("Point"), AT, "number", through=True)
    more = replace(item, continues=True)
    nested = Paragraph(Role.BULLET_2, plain("Part"), AT, "bullet", level=2)
    held = draft(
        section(choice("a", item, more), choice("b", item, nested), choice("c", item)),
        section(choice("d", item), body(Text("Between.")), choice("e", item)),
    )
    blocks = [
        block
        for one in resolve(held, (0, 0, None, 0, 0)).sections
        for block in one.blocks
        if isinstance(block, Paragraph) and block.through and not block.continues
    ]
    assert [(one.number, one.begins) for one in blocks] == [
        (1, True),
        (2, False),
        (3, True),
        (4, True),
    ]


def test_acronyms_inside_other_nodes_are_resolved_too() -> None:
    nested = draft(section(body(Strong((PLA,)), PLA)))
    assert texts(resolve(nested, ())) == ["People’s Liberation Army (PLA)PLA"]


def test_sources_are_numbered_as_they_are_cited_and_the_others_follow() -> None:
    cited = draft(
        section(
            body(
                Text("b"), Citation((Cited("s3"),)), Text("a"), Citation((Cited("s1"), Cited("s3")))
            )
        ),
        section(SOURCES),
    )
    assert texts(resolve(cited, ())) == [
        "b[1]a[1][2]",
        "Source 3",
        "Source 1",
        "Source 2",
        "Source 4",
    ]
    anchors = [
        block.anchor
        for block in resolve(cited, ()).sections[1].blocks
        if isinstance(block, Paragraph)
    ]
    assert anchors == ["note-1", "note-2", "note-3", "note-4"]


def test_numbers_follow_what_is_printed() -> None:
    cited = draft(
        section(
            choice("a", body(Citation((Cited("s4"),)))),
            choice("b", body(Text("b"), Citation((Cited("s2"),)))),
            SOURCES,
        )
    )
    assert texts(resolve(cited, (None, 0)))[:2] == ["b[1]", "Source 2"]


def test_without_a_list_of_sources_citations_print_nothing() -> None:
    assert texts(resolve(draft(section(body(Text("b"), Citation((Cited("s3"),))))), ())) == ["b"]


def test_tables_are_numbered_in_their_order() -> None:
    def table() -> Table:
        return Table(plain("T"), (1,), (), ((Cell(plain("x")),),), AT)

    three = draft(section(choice("a", table()), choice("b", table()), table()))
    numbers = [
        block.number
        for block in resolve(three, (None, 0)).sections[0].blocks
        if isinstance(block, Table)
    ]
    assert numbers == [1, 2]


@pytest.mark.parametrize(("chosen", "left"), [((0,), 2), ((None,), 1)])
def test_a_section_with_nothing_printed_disappears_with_its_heading(
    chosen: tuple[int | None, ...], left: int
) -> None:
    two = draft(section(choice("a", body(Text("a"))), heading="Risks"), section(body(Text("b"))))
    assert len(resolve(two, chosen).sections) == left


def test_what_is_charged_is_never_shorter_than_what_is_printed() -> None:
    prose: Prose = (Text("The "), PLA, Citation((Cited("s1"), Cited("s2"))), NAMED)
    whole = draft(section(Paragraph(Role.BODY, prose, AT)), section(SOURCES))
    (charged,) = charge(whole).blocks((Paragraph(Role.BODY, prose, AT),))
    assert isinstance(charged, Paragraph)
    assert text_of(charged.prose) == ("The People’s Liberation Army (PLA)[8][8]PLA’s")
    assert len(text_of(charged.prose)) >= len(texts(resolve(whole, ()))[0])


def test_a_list_of_what_is_cited_leaves_the_others_out() -> None:
    wanted = replace(SOURCES, cited=True)
    cited = draft(
        section(choice("a", body(Citation((Cited("s4"),)))), wanted),
        section(body(Text("later"), Citation((Cited("s2"),)))),
    )
    assert texts(resolve(cited, (0,))) == ["[1]", "Source 4", "Source 2", "later[2]"]
    assert texts(resolve(cited, (None,))) == ["Source 2", "later[1]"]
    assert texts(resolve(draft(section(body(Text("b")), wanted)), ())) == ["b"]


def test_a_point_that_is_the_only_item_of_a_section_is_a_paragraph() -> None:
    one, other = (
        Paragraph(Role.BULLET, plain(words), Origin("s", point=words), "bullet")
        for words in ("first", "second")
    )
    listed = Paragraph(Role.BULLET, plain("no point"), AT, "bullet")
    for blocks, kinds in (
        ((one,), [None]),
        ((one, other), ["bullet", "bullet"]),
        ((one, listed), ["bullet", "bullet"]),
        ((listed,), ["bullet"]),
    ):
        (section_of,) = resolve(draft(section(*blocks)), ()).sections
        shown = [block for block in section_of.blocks if isinstance(block, Paragraph)]
        assert [block.item for block in shown] == kinds
        assert [block.role is Role.BODY for block in shown] == [kind is None for kind in kinds]
