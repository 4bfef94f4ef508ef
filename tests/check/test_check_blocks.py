"""Rules look into lists, tables and quotations as into any text, and take rows for no sentences."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import SMALL

from briefgen.check.checking import check
from briefgen.check.passage import passages
from briefgen.types.argument import Argument
from briefgen.types.finding import LoadError


def argument(detail: str, **changed: Any) -> Argument:
    forms = {"headline": "Salt may rise", "summary": "It may.", "detail": [detail]}
    return Argument.model_validate(
        {**SMALL, "risks": [{**SMALL["risks"][0], "forms": forms}], **changed}
    )


def codes(detail: str, **changed: Any) -> set[str]:
    found = check(argument(detail, **changed))
    return {one.code for one in found if one.path[:4] == ("risks", 0, "forms", "detail")}


LONG = "- " + "\n- ".join(["one of the many short items of a list"] * 6)
TABLE = "| Wells | Number |\n|---|--:|\n| of ours | {} |"
WIDE = "|" + "constitutionally|" * 6 + "\n" + "|---" * 6 + "|\n" + "|a" * 6 + "|"
MORE = {**SMALL["facts"][0], "id": "more", "scope": "others", "value": 5}


@pytest.mark.parametrize(
    ("detail", "code"),
    [
        (TABLE.format("12"), "unbacked-number"),
        ("Two:\n\n- wells of the ABCD\n- rivers", "unexplained-acronym"),
        (TABLE.format("[here](https://x.org)"), "vague-link"),
        ("> " + "word " * 30, "long-sentence"),
        ("- However, it is so.\n- So be it.", "context-dependent-opening"),
        (WIDE, "wide-table"),
    ],
)
def test_a_block_is_looked_into(detail: str, code: str) -> None:
    assert code in codes(detail)


@pytest.mark.parametrize(
    ("detail", "code"),
    [
        (LONG, "long-sentence"),
        (TABLE.format("[#years]"), "missing-noun"),
        (TABLE.format("[#years] and [#more]"), "incomparable-facts"),
        (TABLE.format("words " * 40), "long-sentence"),
        ("Wells are dug.\n\n- It is so.", "context-dependent-opening"),
        ("1. first\n2. second", "unbacked-number"),
        (WIDE.replace("constitutionally", "state"), "wide-table"),
        (f"{LONG}\n\n> So.\n> — Her\n\n{TABLE.format('[@s1]')}\n\n: It", "unsupported-markup"),
    ],
)
def test_what_is_right_in_a_block_is_not_remarked(detail: str, code: str) -> None:
    assert code not in codes(detail, facts=[*SMALL["facts"], MORE])


def test_each_paragraph_item_and_row_is_a_passage_with_its_line() -> None:
    text = f"Three:\n- a\n- b\n\n> c\n\n{TABLE.format('7')}\n\n: It"
    found = [
        (one.text, one.text_line, one.tabular)
        for one in passages(argument(text))
        if one.path[0] == "risks" and one.text_line is not None
    ]
    assert found == [
        ("Three:", 0, False),
        ("a", 1, False),
        ("b", 2, False),
        ("c", 4, False),
        ("It", 10, False),
        ("Wells | Number", 6, True),
        ("of ours | 7", 8, True),
    ]


def test_a_text_that_is_indented_as_a_whole_is_read_as_if_it_were_not() -> None:
    (point,) = argument("\n    - a\n    - b\n        - c\n").risks
    assert point.forms.detail == ("- a\n- b\n    - c",)


def test_a_row_without_spaces_is_no_long_word_but_a_cell_may_be() -> None:
    argument("|a" * 150 + "|\n" + "|---" * 150 + "|\n" + "|b" * 150 + "|")
    argument("| A |\n|" + "-" * 300 + "|\n| b |")
    with pytest.raises(LoadError) as caught:
        argument("| A |\n|---|\n| " + "b" * 201 + " |")
    assert [one.code for one in caught.value.findings] == ["word-too-long"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Two:\n- a\n- b", "write it as a sentence"),
        ("• a", "write it as a sentence"),
        ("Two:\na) a\nb) b", "write it as a sentence"),
        ("| A |\n| 1 |", "list figures under facts"),
        ("One.\n\nTwo.", "delete the blank line"),
        ("> One.", "write [>quotation-id]"),
    ],
)
def test_a_short_text_says_where_blocks_may_stand(text: str, hint: str) -> None:
    forms = {"headline": "Salt may rise", "summary": text}
    note = {"short": "WSP", "long": "Water Supply Programme", "note": text}
    held = Argument.model_validate(
        {**SMALL, "risks": [{**SMALL["risks"][0], "forms": forms}], "glossary": [note]}
    )
    found = {one.path[0]: one.hint for one in check(held) if one.code == "unsupported-markup"}
    assert found["risks"].startswith(f"move it to detail, or {hint}")
    assert found["glossary"].startswith(hint)
