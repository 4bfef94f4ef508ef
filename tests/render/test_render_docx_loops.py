"""Loops and conditions over paragraphs and table rows of an organisation's template."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.brief import VALUES
from samples.word import W, text

from briefgen.render.docx.fields import fill
from briefgen.sandbox.fields import Values
from briefgen.types.finding import Finding

LISTS = {
    "facts": ({"value": "395", "measure": "troops"}, {"value": "{{ kind }}", "measure": "<b>"}),
    "timeline": (),
}


def p(words: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"


def body(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{xml}</w:body>')


def filled(tree: etree._Element) -> list[Finding]:
    return [*fill(tree, Values(VALUES, "", LISTS), "word/document.xml", "x.docx")]


def lines(tree: etree._Element) -> list[str]:
    return [text(paragraph) for paragraph in tree.iter(W + "p")]


def test_paragraphs_between_tags_are_repeated() -> None:
    tree = body(
        p("Before")
        + p("{% for fact in facts %}")
        + p("{{ fact.value }}")
        + p("of {{ fact.measure }}")
        + p("{% endfor %}")
        + p("{{ kind }}")
    )
    assert filled(tree) == []
    assert lines(tree) == ["Before", "395", "of troops", "{{ kind }}", "of <b>", "Policy brief"]


def test_a_value_that_looks_like_a_field_is_never_read_as_one() -> None:
    tree = body(p("{% for fact in facts %}") + p("{{ fact.value }}") + p("{% endfor %}"))
    filled(tree)
    assert lines(tree)[-1] == "{{ kind }}"


def test_rows_between_rows_of_tags_are_repeated() -> None:
    tree = body(
        "<w:tbl>"
        + row("Value", "Measure")
        + row("{% for f in facts %}", "")
        + row("{{ f.value }}", "{{ f.measure }}")
        + row("{% endfor %}", "")
        + "</w:tbl>"
    )
    assert filled(tree) == []
    assert lines(tree) == ["Value", "Measure", "395", "troops", "{{ kind }}", "<b>"]


def test_a_row_may_hold_its_loop_itself_split_over_runs() -> None:
    split = "{% for f in</w:t></w:r><w:r><w:t> facts %}{{ f.value }}"
    tree = body(f"<w:tbl>{row(split, '{{ f.measure }}{% endfor %}')}</w:tbl>")
    assert filled(tree) == []
    assert lines(tree) == ["395", "troops", "{{ kind }}", "<b>"]


def test_a_loop_within_a_paragraph() -> None:
    tree = body(p("{% for f in facts %}{{ f.measure }}; {% endfor %}end"))
    assert filled(tree) == []
    assert lines(tree) == ["troops; <b>; end"]


def test_a_condition_over_paragraphs() -> None:
    words = ("{% if series %}", "{{ series }}", "{% else %}", "{{ kind }}", "{% endif %}")
    tree = body("".join(map(p, words)))
    assert filled(tree) == []
    assert lines(tree) == ["Policy brief"]


def test_a_condition_within_a_loop_over_rows() -> None:
    tree = body(
        "<w:tbl>"
        + row("{% for f in facts %}")
        + row("{% if f.value == '395' %}")
        + row("{{ f.measure }}")
        + row("{% endif %}")
        + row("{% endfor %}")
        + "</w:tbl>"
    )
    assert filled(tree) == []
    assert lines(tree) == ["troops"]


def test_a_table_whose_list_is_empty_is_gone() -> None:
    tree = body(f"<w:tbl>{row('{% for e in timeline %}{{ e.date }}', '{% endfor %}')}</w:tbl>")
    assert filled(tree) == []
    assert lines(tree) == [""]


@pytest.mark.parametrize(
    ("xml", "where", "message"),
    [
        (p("{% for f in facts %}") + p("x"), "body", "is not closed"),
        (p("x") + p("{% endfor %}"), "body", "closes nothing"),
        (p("{% if kind %}") + p("{% endfor %}"), "body", "closes nothing"),
        (p("{% for f facts %}") + p("{% endfor %}"), "body", "is no loop"),
        (p("{% for f in risks %}") + p("{% endfor %}"), "body", 'no list "risks"'),
        (p("{% for c in title %}{{ c }}{% endfor %}"), "body", "only lists"),
        (
            f"<w:tbl>{row('x')}{row('{% for f in facts %}{{ f.vaule }}', '{% endfor %}')}</w:tbl>",
            "body, table 1, row 1",
            "vaule",
        ),
        (
            p("{% for f in facts %}{% for g in facts %}x{% endfor %}{% endfor %}"),
            "body",
            "within another loop",
        ),
        (
            p("{% for f in facts %}")
            + p("{% for g in facts %}")
            + p("x")
            + p("{% endfor %}")
            + p("{% endfor %}"),
            "body",
            "within another loop",
        ),
    ],
)
def test_what_is_wrong_is_reported_with_its_place(xml: str, where: str, message: str) -> None:
    findings = filled(body(xml))
    assert {finding.code for finding in findings} == {"word-field-unfilled"}
    assert message in findings[0].message
    assert str(findings[0].path[0]).startswith(where.partition(",")[0])
