"""Markup that is not printed as such is known by its kind; ordinary prose has none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.clock import LINEAR, power

from briefgen.markup import faults, paragraph

MARKS = ("“", "”", "‘", "’")


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("A <b>bold</b> word", "HTML", "<b>"),
        ("H<sub>2</sub>O", "HTML", "<sub>"),
        ("one<br/>two", "HTML", "<br/>"),
        ('<a href="https://x.org" hidden>x', "HTML", '<a href="https://x.org" hidden>'),
        ("a <!-- hidden --> word", "HTML comment", "<!-- hidden -->"),
        ("a <!-- hidden word", "HTML comment", "<!-- hidden word"),
        ("The ~~old~~ rule", "strikethrough", "~~old~~"),
        ("a ==marked== word", "highlight", "==marked=="),
        ("the `code` here", "code", "`code`"),
        ("the ``co`de`` here", "code", "``co`de``"),
        ("a\n```\ncode\n```", "code", "```"),
        ("# A heading", "heading", "# A heading"),
        ("He is **so* right", "unclosed bold", "**so*"),
        ("He is (**so*)", "unclosed bold", "**so*"),
        ("He is **so right", "unclosed bold", "**so right"),
        ("A heading\n---", "heading", "A heading"),
        ("***", "rule", "***"),
        ("![a well](well.png)", "image", "![a well](well.png)"),
        ("> words of hers", "block quotation", "> words of hers"),
        ("a note[^1] here", "footnote", "[^1]"),
        ("a note^[within] here", "footnote", "^[within]"),
        ("one  \ntwo", "line break", "one"),
        ("one\\\ntwo", "line break", "one\\"),
        ("so $x^2$ is", "formula", "$x^2$"),
        ("so $n$ is", "formula", "$n$"),
        ("so $$a+b$$ is", "formula", "$$a+b$$"),
        ("Three:\n- walls\n- roofs", "list", "- walls"),
        ("- walls", "list", "- walls"),
        ("Two:\n\n* walls\n* roofs", "list", "* walls"),
        ("Two:\n1. walls\n2. roofs", "list", "1. walls"),
        ("• walls • roofs", "typed bullet", "• walls • roofs"),
        ("A | B\n--|--\n1 | 2", "table", "A | B"),
        ("| A | B |\n| 1 | 2 |", "broken table", "| A | B |"),
        ("A | B\n--|--|--\n1 | 2", "broken table", "--|--|--"),
        ("+---+\n| A |\n+---+", "broken table", "+---+"),
        ("a. walls\nb. roofs", "lettered list", "a. walls"),
        ("One.\n\nTwo.", "second paragraph", "Two."),
        ("[words]{.smallcaps}", "attributes", "[words]{.smallcaps}"),
        ("[mots]{lang=“fr”}", "attributes", "[mots]{lang=“fr”}"),
        ("see [a][1]\n[1]: https://x.org", "link definition", "[1]: https://"),
        ('[a](https://x.org "b")', "link title", '[a](https://x.org "b")'),
        ("[a](https://x.org/b c)", "broken link", "[a](https://x.org/b c)"),
        ("[H<sub>2</sub>](https://x.org)", "HTML", "<sub>"),
        ("**a ==b==**", "highlight", "==b=="),
    ],
)
def test_each_kind(text: str, kind: str, shown: str) -> None:
    assert [(fault.kind, fault.text) for fault in faults(text)] == [(kind, shown)]


def test_each_kind_is_reported_once_with_the_line_of_the_first() -> None:
    found = faults("one\n`two` and ==three==\n`four`:\n- five")
    assert [(fault.kind, fault.line) for fault in found] == [
        ("code", 1),
        ("highlight", 1),
        ("list", 3),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a < b and x > 3, <5 % or p<0.05",
        "> 3 % of homes",
        ">= 5 MW",
        "* note",
        "Values 3.1*\n* note",
        "#1 in the list",
        "R&D, AT&T and A&E; &nbsp; is a space",
        "2019. A year\n2020. Another",
        "1. the first",
        "fell by\n- 3 °C in May",
        "+ 5 % a year",
        "e_mail and snake_case",
        "C:\\temp, \\server and either\\or",
        "as [sic] and [1], [1][2], [2]: so",
        "~5 % and ~7 %, ~~ alone, ~ 3",
        "^ alone, 2^10 and e^x",
        "https://x.org/?a==b==c and https://x.org/~~a~~b",
        "a == b and c == d",
        "$405 million and $3 million",
        "US$5-US$6, A$5 and $7, 5$ or 6$",
        "$5 + tax and US$ 7",
        "Hawai`i and O`ahu",
        "``quoted'' and `one'",
        "See `this' and that in `these' words",
        "A. Writer <a at example dot org>",
        "**bold**, *italic*, [words](https://x.org), H~2~O, [mots]{lang=fr}",
        "cited [@s1], [#fact] and [>quote]",
        "<https://x.org> and <a@x.org>",
        "\\# no heading, \\<b\\>, \\`a\\` and \\~~b\\~~",
        "one line\nand another (a wrapped one)",
        "– un tiret, « guillemets », 1 | 2",
        "Статья 7 — Άρθρο 5: Θέση",
        "12. May 2020 was dry",
    ],
)
def test_ordinary_prose_has_none(text: str) -> None:
    assert faults(text) == ()


@settings(deadline=None)
@given(text=st.text(st.sampled_from("ab1 \n<>`~=!#*_[](){}^$|-+\\&.:/@"), max_size=60))
def test_no_text_of_any_marks_fails_to_be_read(text: str) -> None:
    for fault in faults(text):
        assert 0 <= fault.line <= text.count("\n")
    reported = "".join(token.content for token in paragraph(text, MARKS))
    letters = [letter for letter in text if letter in "ab1"]
    addressed = any(token.type in ("link_open", "reference") for token in paragraph(text, MARKS))
    assert addressed or "&" in text or letters == [c for c in reported if c in "ab1"]


@pytest.mark.parametrize("unit", ["`a ", " ==a", " ~~a", " 'a\"", " $$a", "<a "])
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def read(length: int) -> None:
        text = (unit * length)[:length].strip()
        faults(text)
        paragraph(text, MARKS)

    assert power(read, 2_000, 20_000) < LINEAR
