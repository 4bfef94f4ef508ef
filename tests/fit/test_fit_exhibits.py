"""Figures and tables are numbered as they are printed, and text leads to each of them once."""

from __future__ import annotations

import pytest
from samples.ruler import draft, section

from briefgen.fit.resolve import resolve
from briefgen.types.argument import Part
from briefgen.types.block import Block, Cell, Chart, Origin, Paragraph, Table
from briefgen.types.brief import Content
from briefgen.types.draft import Choice, Variant
from briefgen.types.plot import Plot
from briefgen.types.point import Form
from briefgen.types.prose import Acronym, Inline, Pointer, Prose, Strong, Text, plain, text_of
from briefgen.types.role import Role

AT = Origin("s")
AU = Acronym("AU", "African Union")


CAPTION = plain("From a report")


def chart(fact: str, caption: Prose = CAPTION) -> Chart:
    return Chart(fact, Plot("bar", (), (), "", ()), "Subject", caption, "In words", "Figure", AT)


def table(*facts: str) -> Table:
    return Table(plain("T"), (1,), (), ((Cell(plain("x")),),), AT, facts=facts)


def body(*prose: Inline) -> Paragraph:
    return Paragraph(Role.BODY, prose, AT)


def to(exhibit: str, label: str = "Figure") -> Pointer:
    return Pointer(exhibit, label)


def maybe(*blocks: Block) -> Choice:
    return Choice("a", Part.RISKS, (Variant(Form.SUMMARY, blocks, 1),))


def blocks(content: Content) -> list[Block]:
    return [block for held in content.sections for block in held.blocks]


def numbers(content: Content) -> list[tuple[str, int | None]]:
    return [
        ("chart" if isinstance(block, Chart) else "table", block.number)
        for block in blocks(content)
        if isinstance(block, Chart | Table)
    ]


def pointers(content: Content) -> list[Pointer]:
    return [
        node
        for block in blocks(content)
        if isinstance(block, Paragraph)
        for node in block.prose
        if isinstance(node, Pointer)
    ]


def test_charts_and_tables_are_counted_apart_over_all_sections() -> None:
    held = draft(
        section("why", chart("a"), table(), chart("b")),
        section("risks", table("x"), chart("c")),
    )
    assert numbers(resolve(held, ())) == [
        ("chart", 1),
        ("table", 1),
        ("chart", 2),
        ("table", 2),
        ("chart", 3),
    ]


@pytest.mark.parametrize(
    ("chosen", "wanted"),
    [((0, 0), [1, 2, 3]), ((None, 0), [1, 2]), ((0, None), [1, 2]), ((None, None), [1])],
)
def test_a_chart_that_is_not_printed_has_no_number(
    chosen: tuple[int | None, ...], wanted: list[int]
) -> None:
    held = draft(section("why", maybe(chart("a")), maybe(chart("b")), chart("c")))
    assert [number for _, number in numbers(resolve(held, chosen))] == wanted


def test_a_numbered_chart_is_otherwise_the_chart_that_it_was() -> None:
    (printed,) = blocks(resolve(draft(section("why", chart("a"))), ()))
    assert isinstance(printed, Chart)
    assert (printed.fact, printed.subject, printed.alt) == ("a", "Subject", "In words")
    assert printed.caption == CAPTION


def test_text_leads_to_the_number_and_the_anchor_of_what_it_points_to() -> None:
    held = draft(
        section("why", body(Text("See"), to("c"), to("y", "Table"), to("a"))),
        section("figures", chart("a"), table("x"), table("y"), chart("b"), chart("c")),
    )
    assert pointers(resolve(held, ())) == [
        Pointer("c", "Figure", 3, "figure-3"),
        Pointer("y", "Table", 2, "table-2"),
        Pointer("a", "Figure", 1, "figure-1"),
    ]


def test_a_pointer_follows_what_is_printed_before_what_it_points_to() -> None:
    held = draft(section("why", body(to("b")), maybe(chart("a"), table("x")), chart("b")))
    assert pointers(resolve(held, (0,))) == [Pointer("b", "Figure", 2, "figure-2")]
    assert pointers(resolve(held, (None,))) == [Pointer("b", "Figure", 1, "figure-1")]


def test_text_points_to_an_exhibit_only_at_the_first_place() -> None:
    held = draft(section("why", body(Text("a"), to("a")), body(to("a"), Text("b")), chart("a")))
    first, second, _ = blocks(resolve(held, ()))
    assert first == body(Text("a"), Pointer("a", "Figure", 1, "figure-1"))
    assert second == body(Text("b"))


def test_where_nothing_shows_a_fact_no_text_points_to_it() -> None:
    held = draft(section("why", body(Text("So"), to("a"), to("zz")), maybe(chart("a"))))
    assert blocks(resolve(held, (None,))) == [body(Text("So"))]


def test_a_table_is_pointed_to_by_its_first_fact_and_one_without_facts_by_none() -> None:
    held = draft(section("why", body(to("x"), to("y")), table(), table("x", "y")))
    assert pointers(resolve(held, ())) == [Pointer("x", "Figure", 2, "table-2")]


def test_captions_are_resolved_in_reading_order_with_the_text_around_them() -> None:
    held = draft(section("why", chart("a", (AU,)), body(AU), chart("b", (Strong((AU,)),))))
    one, between, two = blocks(resolve(held, ()))
    assert isinstance(one, Chart)
    assert isinstance(between, Paragraph)
    assert isinstance(two, Chart)
    assert text_of(one.caption) == "African Union (AU)"
    assert [text_of(between.prose), text_of(two.caption)] == ["AU", "AU"]
