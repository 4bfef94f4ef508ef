"""The blocks of a longer form, read from Markdown as Pandoc writes it."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.clock import LINEAR, power

from briefgen.markup import BlockText, blocks, faults


def dump(text: str, *, literal: bool = False) -> list[str]:
    """A line for each block: list items with their mark, quotations with >, rows of tables."""
    found = []
    for block in blocks(dedent(text).strip(), literal=literal):
        if not isinstance(block, BlockText):
            found.append(f"table {' '.join(block.aligns)}: {block.caption and block.caption.text}")
            rows = (block.header, *block.rows)
            found += [" | ".join(cell.text for cell in row) for row in rows]
            continue
        indent = "  " * (block.level - 1)
        first = "+" if block.begins else " "
        mark = {"bullet": "- ", "number": f"{block.number}. ", "quotation": "> "}
        label = "  " if block.continues else mark.get(block.kind, "")
        found.append(f"{first}{indent}{label}{' / '.join(block.text.split(chr(10)))}")
    return found


def test_paragraphs_are_parted_by_blank_lines() -> None:
    assert dump("One\nline.\n\nTwo.") == [" One / line.", " Two."]


def test_a_list_begins_below_a_sentence_or_below_a_blank_line() -> None:
    assert dump("Three:\n- walls\n- roofs\n\nMore:\n\n1. one\n2. two") == [
        " Three:",
        "+- walls",
        " - roofs",
        " More:",
        "+1. one",
        " 1. two",
    ]


def test_an_item_holds_a_list_and_further_paragraphs() -> None:
    text = """
    - walls
        1. of stone
        2. of wood

      and their paint
    - roofs
    """
    assert dump(text) == [
        "+- walls",
        "+  1. of stone",
        "   1. of wood",
        "   and their paint",
        " - roofs",
    ]


def test_a_numbered_list_counts_from_its_first_number() -> None:
    assert dump("3. three\n4. four")[0] == "+3. three"
    assert dump("1. one\n1. two") == ["+1. one", " 1. two"]


def test_the_last_line_of_a_quotation_names_its_speaker_after_a_dash() -> None:
    assert dump("> To be\n> or not.\n> — Hamlet, prince") == [
        "+> To be / or not.",
        " > — Hamlet, prince",
    ]
    assert dump("> One.\n>\n> Two.\\\n> -- Her") == ["+> One.", " > Two.", " > — Her"]
    assert dump("> Nobody – said it") == ["+> Nobody – said it"]


def test_a_table_has_a_head_alignment_and_a_caption_beside_it() -> None:
    rows = ["A | B | C", "1 | [#x] | a|b"]
    table = "| A | B | C |\n|:--|--:|:-:|\n| 1 | [#x] | a\\|b |"
    for text in (f"Table: Of it\n\n{table}", f"{table}\n\n: Of it", f"{table}\nTable: Of it"):
        assert dump(text) == ["table left right center: Of it", *rows]
    assert dump(table) == ["table left right center: None", *rows]


def test_a_caption_belongs_to_one_table() -> None:
    table = "| A | B |\n|---|---|\n| a | b |"
    found = dump(f"Table: first\n\n{table}\n\n: rest\n\n{table}\n\n: second")
    assert [line for line in found if line.startswith("table")] == [
        "table left left: first",
        "table left left: rest",
    ]
    assert found[-1] == " : second"


@pytest.mark.parametrize(
    "text",
    ["- 3 °C in May", "* note", "1. the first", "2019. A year\n2020. Another", "> 3 % of homes"],
)
def test_what_only_looks_like_a_block_is_text(text: str) -> None:
    assert dump(f"Mean\n{text}\nrose")[0].startswith(" Mean / ")
    assert len(dump(text)) == 1
    assert all(not line.startswith("+") for line in dump(text))


@pytest.mark.parametrize(
    "text",
    ["The well\n- a deep one - is dry.", "It has two ends,\na. high and\nb. low."],
)
def test_a_wrapped_sentence_is_no_list(text: str) -> None:
    assert len(dump(text)) == 1
    assert faults(text) == ()


def test_a_content_template_means_what_it_writes() -> None:
    assert dump("- &#45; one", literal=True) == ["+- &#45; one"]
    assert dump("-", literal=True) == []


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("- a\n  - b\n    - c", "deeper list", 2),
        ("- a\n\n  > b", "block in an item", 2),
        ("- a\n\n  ```\n  b\n  ```", "block in an item", 2),
        ("> a\n>\n> - b\n> - c", "block in a quotation", 2),
        ("> > a", "block in a quotation", 0),
        ("1. a\n  - b", "list indented too little", 1),
        ("1. a\n  - b\n  - c\n2. d\n3. e", "list indented too little", 1),
        ("- a\n-\n- b", "empty item", 1),
        ("1. a\n2. b\n4. c", "number out of order", 2),
        ("Some\n\n| A | B |\n|---|---|\n| 1 | 2 | 3 |", "long row", 4),
        ("| A | B |\n|---|---|---|\n| 1 | 2 |", "broken table", 0),
        ("| A | B |\n|---|---|", "broken table", 0),
        ("|A" * 21 + "|\n" + "|-" * 21 + "|\n|1", "too many columns", 0),
        ("| A |\n|---|\n| 1 |\n\n: Of it {#tbl-a}", "attributes", 4),
        ("Some\n\n# Head\n\ntext", "heading", 2),
        ("Some\n\n---\n\ntext", "rule", 2),
        ("Some\n\n```\ncode\n```", "code", 2),
        ("- one `code`\n- two", "code", 0),
        ("> some\n> <b>bold</b>", "HTML", 1),
        ("| A |\n|---|\n| ![a](b.png) |", "image", 2),
        ("| A |\n|---|\n| a[^1] |", "footnote", 2),
        ("• walls\n• roofs", "typed bullet", 0),
        ("Some:\na) walls\nb) roofs", "lettered list", 1),
        ("Some:\n(i) walls\n(ii) roofs", "lettered list", 1),
    ],
)
def test_what_is_not_supported_is_reported_with_its_line(text: str, kind: str, line: int) -> None:
    assert [(one.kind, one.line) for one in faults(text, longer=True)] == [(kind, line)]


@pytest.mark.parametrize(
    "text",
    [
        "One.\n\nTwo.",
        "- a\n    - b\n- c\n\n  d",
        "1. a\n   - b\n2. c",
        "> a\n> — B",
        "| A | B |\n|---|---|\n| 1 | |\n\n: C",
    ],
)
def test_what_a_longer_form_may_have_is_a_fault_in_a_short_one(text: str) -> None:
    assert faults(text, longer=True) == ()
    assert faults(text) != ()


WORDS = st.text(st.sampled_from("abc"), min_size=1, max_size=4)
LINES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "  ", "    ", "> ", "- ", "* ", "1. ", "7) ", "| ", ": ", "# "]),
        st.sampled_from(["", "", "- ", "> ", "2. ", "~~~", "|", "---", "|--|"]),
        WORDS,
        st.sampled_from(["", " | c", " |", "  ", "|a|b|", "\n"]),
    ),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(LINES, max_size=8).map("\n".join))
def test_no_word_is_lost_without_a_fault(text: str) -> None:
    held = blocks(text)
    kept = "".join(
        block.text
        if isinstance(block, BlockText)
        else "".join(cell.text for cell in block.cells)
        + (block.caption.text if block.caption else "")
        for block in held
    )
    assert sorted(c for c in kept if c in "abc") == sorted(c for c in text if c in "abc")


@pytest.mark.parametrize(
    "unit",
    [
        "- a\n",
        "> ",
        ">",
        "  - a\n",
        "|a",
        "1. a\n\n",
        "a. b\n",
        "|a|\n",
        "|-",
        "+-",
        "- [",
        "|a|b|\n|-|-|\n",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def read(length: int) -> None:
        blocks((unit * length)[:length].strip())

    assert power(read, 2_000, 20_000) < LINEAR


def test_a_column_of_numbers_is_aligned_by_its_digits_unless_it_says_otherwise() -> None:
    table = """
        | Year | Riders | Share | What  | Cost   | Note |
        |------|--------|:------|-------|--------|------|
        | 2023 | 1,200  | 58 %  | lines | £4.5   | –    |
        | 2024 | [#now] | 6 %   | 12    | –      |      |
    """
    assert dump(table)[0].startswith("table right right left left right left:")
