"""The blocks of a longer form: their roles, what they are part of, and what stays together."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from samples.small import SMALL, Composed

from briefgen.compose.longer import LongerText
from briefgen.compose.prose import ProseReader
from briefgen.types.block import Block, Heading, Origin, Paragraph, Table
from briefgen.types.draft import Choice, Draft, DraftSection
from briefgen.types.prose import Citation, Pointer, text_of
from briefgen.types.reference import Cited
from briefgen.types.role import Role


def dump(blocks: tuple[Block, ...]) -> list[str]:
    """A line for each block: its role, its place in a list, what it says, and ↓ if it keeps on."""
    lines = []
    for block in blocks:
        if isinstance(block, Table):
            lines.append(f"Table: {text_of(block.caption)}")
            rows = (*block.header_rows, *block.rows)
            lines += [
                " | ".join(("*" if cell.header else "") + text_of(cell.prose) for cell in row)
                for row in rows
            ]
            continue
        assert isinstance(block, Paragraph | Heading)
        kind = f"H{block.level}" if isinstance(block, Heading) else block.role.value
        marks = ""
        if isinstance(block, Paragraph):
            marks = "+" * block.begins + "·" * block.continues
            marks += "↓" * block.keep_with_next + "⊥" * block.closes
        lines.append(f"{kind}{marks}: {text_of(block.prose)}")
    return lines


def longest(draft: Draft) -> tuple[Block, ...]:
    (choice,) = draft.sections[0].items
    assert isinstance(choice, Choice)
    return choice.variants[0].blocks


def point(*detail: str, **more: Any) -> dict[str, Any]:
    forms = {"headline": "Salt may rise", "summary": "It may.", "detail": list(detail)}
    return {"risks": [{**SMALL["risks"][0], "forms": forms, **more}]}


def template(manner: str = "text", options: str = "", forms: str = '"detail"') -> str:
    return (
        f'{{% section "a"{options} %}}{{% for point in points.risks %}}'
        f'{{% point point, as="{manner}", forms=[{forms}] %}}{{% endfor %}}{{% endsection %}}'
    )


LIST = "Three:\n- walls\n    1. of stone\n    2. of wood\n\n  and paint\n- roofs\n\nSo."


def test_a_list_has_styles_of_its_own_and_stays_with_its_introduction(composed: Composed) -> None:
    assert dump(longest(composed(template(), **point(LIST)))) == [
        "Body Text↓: Three:",
        "List Bullet+↓: walls",
        "List Number 2+: of stone",
        "List Number 2: of wood",
        "Body Text·: and paint",
        "List Bullet⊥: roofs",
        "Body Text: So.",
    ]


def test_items_of_a_detail_that_follow_one_another_are_one_list(composed: Composed) -> None:
    assert dump(longest(composed(template(), **point("Two:", "- walls", "- roofs")))) == [
        "Body Text↓: Two:",
        "List Bullet+↓: walls",
        "List Bullet⊥: roofs",
    ]


def test_elsewhere_items_keep_the_style_of_the_text(composed: Composed) -> None:
    draft = composed(template(options=', role="Foot"'), **point("- walls\n- roofs"))
    assert dump(longest(draft)) == ["Foot+↓: walls", "Foot⊥: roofs"]


def test_a_quotation_keeps_its_speaker(composed: Composed) -> None:
    quoted = "She said:\n\n> One.\n>\n> Two.\n> — A. Writer, poet\n\n> Other."
    assert dump(longest(composed(template(), **point(quoted)))) == [
        "Body Text↓: She said:",
        "Quote+: One.",
        "Quote↓: Two.",
        "Quote⊥: — A. Writer, poet",
        "Quote+⊥: Other.",
    ]


def test_text_and_items_point_to_a_chart_and_quotations_and_cells_do_not(
    reader: ProseReader,
) -> None:
    charted = replace(reader, exhibits={"years": Pointer("years", "Figure")})
    text = "In [#years] years.\n\n- [#years] years\n\n> [#years] years.\n\n|A|\n|-|\n|[#years]|"
    made = LongerText(Role.BODY, Origin("a"), charted).blocks([text])
    assert ["(Figure" in line for line in dump(tuple(made))] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_a_quotation_of_the_argument_has_no_marks_as_a_block_of_its_own(
    composed: Composed,
) -> None:
    quoted = "It is [>close] away.\n\n> [>close]\n> — A. Writer"
    assert dump(longest(composed(template(), **point(quoted)))) == [
        "Body Text↓: It is “a stone’s throw” away.",
        "Quote+↓: a stone’s throw",
        "Quote⊥: — A. Writer",
    ]


TABLE = (
    "Of wells:\n\n| | 2019 | 2020 |\n|---|--:|:-:|\n| WSP | [#cost] | [#years][@s1] |\n\n: A *well*"
)


def test_a_table_has_facts_acronyms_and_citations_in_its_cells(composed: Composed) -> None:
    blocks = longest(composed(template() + SOURCES, **point(TABLE)))
    assert dump(blocks) == [
        "Body Text↓: Of wells:",
        "Table: A well",
        " | *2019 | *2020",
        "*Water Supply Programme (WSP) | just over US$1.2\u00a0million | 3",
    ]
    table = blocks[1]
    assert isinstance(table, Table)
    assert [cell.align for cell in table.rows[0]] == ["left", "right", "center"]


def test_an_empty_corner_heads_nothing_and_two_columns_have_no_heads_of_rows(
    composed: Composed,
) -> None:
    (table,) = longest(composed(template(), **point("| | A |\n|---|---|\n| one | 1 |")))
    assert dump((table,))[1:] == [" | *A", "one | 1"]


def test_a_citation_alone_in_a_cell_is_no_superior_figure(composed: Composed) -> None:
    (table,) = longest(composed(template() + SOURCES, **point("| A |\n|---|\n| [@s1] |")))
    assert isinstance(table, Table)
    assert table.rows[0][0].prose == (Citation((Cited("s1"),), alone=True),)


SOURCES = '{% section "sources" %}{% sources %}{% endsection %}'


@pytest.mark.parametrize(
    ("manner", "first"),
    [
        ("run-in", ["Body Text↓: Salt may rise.", "List Bullet+↓: walls"]),
        ("subsection", ["H3: Salt may rise", "List Bullet+↓: walls"]),
    ],
)
def test_a_headline_before_a_list_has_a_paragraph_of_its_own(
    composed: Composed, manner: str, first: list[str]
) -> None:
    draft = composed(template(manner), **point("- walls\n- roofs"))
    assert dump(longest(draft))[:2] == first


def test_what_a_point_rests_on_is_cited_at_the_end_of_its_last_text(composed: Composed) -> None:
    inline = {"evidence": ["@s1"]}
    for detail, at in (("Two:\n- walls\n- roofs", -1), (TABLE.replace("[@s1]", ""), -1)):
        blocks = longest(composed(template() + SOURCES, **point(detail, **inline)))
        last = blocks[at]
        prose = last.caption if isinstance(last, Table) else last.prose  # type: ignore[union-attr]
        assert prose[-1] == Citation((Cited("s1"),))


def test_a_form_with_blocks_is_no_bullet_and_a_table_stands_in_no_side_column(
    composed: Composed,
) -> None:
    both = '"detail", "summary"'
    for held, options, forms in (
        (LIST, "", ["summary"]),
        (TABLE, ', frame="side"', ["summary"]),
        ("All of it.", "", ["detail", "summary"]),
    ):
        manner = "text" if options else "bullet"
        (choice,) = composed(template(manner, options, both), **point(held)).sections[0].items
        assert isinstance(choice, Choice)
        assert [variant.form for variant in choice.variants] == forms


def test_a_counted_point_keeps_its_further_blocks_within_its_item(composed: Composed) -> None:
    detail = ("All of it.", "Three:\n- walls\n- roofs")
    blocks = longest(composed(template("counted"), **point(*detail)))
    items = [one for one in blocks if isinstance(one, Paragraph)]
    first, second, *inner = items
    assert (first.item, first.through, first.continues) == ("number", True, False)
    assert (second.role, second.through, second.continues) == (Role.BODY, True, True)
    assert {(one.item, one.level, one.through) for one in inner} == {("bullet", 2, False)}


def test_a_note_with_a_list_opens_with_what_it_is_about(composed: Composed) -> None:
    note = {"id": "n", "about": "Wells", "text": "Two:\n\n- deep\n- dry"}
    plain = {"id": "m", "about": "Rivers", "text": "Dry."}
    audience = '{% section "a" %}{% notes %}{% endsection %}'
    section: DraftSection = composed(audience, notes=[note, plain]).sections[0]
    assert dump(tuple(one for one in section.items if not isinstance(one, Choice))) == [
        "Body Text↓: Wells. Two:",
        "List Bullet+↓: deep",
        "List Bullet⊥: dry",
        "List Bullet: Rivers. Dry.",
    ]


def test_a_content_template_writes_lists_tables_and_quotations(composed: Composed) -> None:
    text = "# {{ title }}\n\n1. one\n2. two\n\n> Words.\n\n| A |\n|---|\n| {{ title }} |\n"
    section = composed(f'{{% section "a" %}}\n{text}\n{{% endsection %}}').sections[0]
    assert dump(tuple(one for one in section.items if not isinstance(one, Choice))) == [
        "H1: Wells & *wadis*",
        "List Number+↓: one",
        "List Number⊥: two",
        "Quote+⊥: Words.",
        "Table: ",
        "*A",
        "Wells & *wadis*",
    ]


def test_a_dispute_stands_below_a_list_in_a_paragraph_of_its_own(composed: Composed) -> None:
    contested = {
        "id": "price",
        "priority": 1,
        "held_by": "the ministry",
        "disputed_by": "the guild",
        "counter_position": "wells cost.",
        "forms": {"headline": "Wells pay", "detail": ["Twice:\n\n- soon\n- much"]},
    }
    text = template("run-in").replace("points.risks", "points.contested")
    assert dump(longest(composed(text, contested=[contested]))) == [
        "Body Text↓: Wells pay. Twice:",
        "List Bullet+↓: soon",
        "List Bullet⊥: much",
        "Body Text: Held by the ministry. Disputed by the guild: wells cost.",
    ]
