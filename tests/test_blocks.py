"""Lists, block quotations and tables in the prose of an argument: the same in both formats."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from samples.read_aloud import letters, page_lines, pdf_text, reported, word_pages, word_text
from samples.small import SMALL
from samples.tags import tag_tree
from samples.word import Element, W, of_point, style, text, tree

import briefgen
from briefgen.types.finding import CheckError

WRITTEN = Path(__file__).parent / "arguments" / "blocks.yaml"

DETAIL = """
Wells are dug in **three** ways, says the WSP:

- by hand, for [#cost] a well[@s1]:
    1. in sand,
    2. in H~2~O-bearing rock;

  and nobody counts these;
- with a drill.

> Water is near,
> and the rest is *work*.
> — A. Writer, reader of *wadis*

Their numbers are known.

| Region | Wells | Share | Seen by |
|:-------|------:|:-----:|---------|
| North  | [#cost] | 12 % | the WSP[@s1] |
| A long name of a region in the south | | **low** | [a study](https://example.org) |

: Wells by [#years] years of work

3. Third,
4. fourth.

|      | 2019 | 2020 |
|------|-----:|-----:|
| Dry  | 7 | 8 |
"""


def argument(*detail: str) -> briefgen.Argument:
    """The small argument, one point of which has this detail."""
    forms = {"headline": "Water is near", "summary": "It is.", "detail": list(detail)}
    return briefgen.Argument.model_validate(
        {**SMALL, "rationales": [{"id": "near", "priority": 1, "forms": forms}]}
    )


def built(*detail: str, **options: Any) -> briefgen.Brief:
    return briefgen.build(argument(*detail), length="full", audience="analyst", **options)


@pytest.fixture(scope="module")
def brief() -> briefgen.Brief:
    return built(DETAIL)


def between(lines: list[str], first: str, last: str) -> list[str]:
    """The lines from one that holds some words to another."""
    at = [number for number, line in enumerate(lines) if first in line]
    end = [number for number, line in enumerate(lines) if last in line]
    return lines[at[0] : end[0] + 1]


def test_plain_text_shows_blocks_as_markdown_does(brief: briefgen.Brief) -> None:
    assert between(brief.text.splitlines(), "Wells are dug", "Dry") == [
        "Wells are dug in three ways, says the WSP:",
        "- by hand, for just over US$1.2\u00a0million a well:[1]",
        "  a. in sand,",
        "  b. in H2O-bearing rock;",
        "  and nobody counts these;",
        "- with a drill.",
        "> Water is near, and the rest is work.",
        "> — A. Writer, reader of wadis",
        "Their numbers are known.",
        "Table 1. Wells by three years of work",
        "Region | Wells | Share | Seen by",
        "North | just over US$1.2\u00a0million | 12\u00a0% | the WSP[1]",
        "A long name of a region in the south |  | low | a study",
        "3. Third,",
        "4. fourth.",
        " | 2019 | 2020",
        "Dry | 7 | 8",
    ]


def tags(pdf: bytes) -> list[str]:
    """The tag tree of the point, without its text."""
    lines = tag_tree(pdf).splitlines()
    held = [line for line in lines if not line.lstrip().startswith('"')]
    start = next(n for n, line in enumerate(held) if "L numbering=Disc" in line)
    end = next(n for n, line in enumerate(held) if line.lstrip() == "TH scope=Row") + 3
    indent = len(held[start]) - len(held[start].lstrip())
    return [line[indent:] for line in held[start:end]]


def test_a_pdf_tags_lists_within_items_quotations_and_tables(brief: briefgen.Brief) -> None:
    found = tags(brief.to_bytes("pdf"))
    assert found[:12] == [
        "L numbering=Disc",
        "  LI",
        "    Lbl",
        "    LBody",
        "      Link -> #note-1",
        "      L numbering=LowerAlpha",
        "        LI",
        "          Lbl",
        "          LBody",
        "        LI",
        "          Lbl",
        "          LBody",
    ]
    rest = found[12:]
    assert rest[:8] == ["      P", "  LI", "    Lbl", "    LBody", "BlockQuote", "  P", "  P", "P"]
    assert rest[8:11] == ["Table", "  Caption id=table-1", "  THead"]
    assert found[-11:] == [
        "Table",
        "  THead",
        "    TR",
        "      TD",
        "      TH scope=Column",
        "      TH scope=Column",
        "  TBody",
        "    TR",
        "      TH scope=Row",
        "      TD",
        "      TD",
    ]


def paragraphs(docx: bytes) -> list[str]:
    """Style, list, indent of its own and text of each paragraph of the point that is in no cell."""
    held = [_outer(one) for one in of_point(tree(docx), "near", "detail")]
    return [_line(one) if one.tag == W + "p" else "table" for one in dict.fromkeys(held)]


def _outer(paragraph: Element) -> Element:
    """Return the table in which a paragraph stands, or itself."""
    return next(paragraph.iterancestors(W + "tbl"), paragraph)


def _line(paragraph: Element) -> str:
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    indent = paragraph.find(f"{W}pPr/{W}ind")
    marks = "" if number is None else f" list {number.get(W + 'val')}"
    marks += "" if indent is None else f" from {indent.get(W + 'left')}"
    keeps = paragraph.find(f"{W}pPr/{W}keepNext") is not None
    words = text(paragraph).strip()[:20].strip()
    return f"{style(paragraph)}{marks}{' keeps' if keeps else ''}: {words}"


def test_word_has_lists_and_tables_of_its_own(brief: briefgen.Brief) -> None:
    docx = brief.to_bytes("docx")
    found = [one for one in paragraphs(docx) if not one.startswith(("Heading2", ": "))]
    assert found == [
        "BodyText keeps: Wells are dug in thr",
        "ListBullet keeps: by hand, for just ov",
        "ListNumber2: in sand,",
        "ListNumber2: in H2O-bearing rock;",
        "BodyText from 220: and nobody counts th",
        "ListBullet: with a drill.",
        "Quote keeps: Water is near, and t",
        "Quote: — A. Writer, reader",
        "BodyText keeps: Their numbers are kn",
        "Caption: Table\u00a01. Wells by th",
        "table",
        "ListNumber list 10 keeps: Third,",
        "ListNumber list 10: fourth.",
        "table",
    ]
    numbering = tree(docx, "word/numbering.xml")
    (start,) = numbering.iterfind(f"{W}num[@{W}numId='10']/{W}lvlOverride/{W}startOverride")
    assert start.get(W + "val") == "3"


def test_a_table_in_word_repeats_its_head_and_is_aligned(brief: briefgen.Brief) -> None:
    table = next(
        one for one in tree(brief.to_bytes("docx")).iter(W + "tbl") if "North" in text(one)
    )
    rows = table.findall(W + "tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    for row in rows:
        cells = [cell.find(f"{W}p/{W}pPr/{W}jc") for cell in row.findall(W + "tc")]
        found = ["left" if one is None else one.get(W + "val") for one in cells]
        assert found == ["left", "right", "center", "left"]


THEMES = [name for name, _ in briefgen.templates()]


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_prints_all_of_it_validly_in_both_formats(theme: str, tmp_path: Path) -> None:
    brief = built(DETAIL, template=theme)
    pdf, docx = brief.to_bytes("pdf"), brief.to_bytes("docx")
    assert letters(pdf_text(pdf)) == letters(" ".join(reported(brief, numbers=True)))
    assert letters(word_text(docx)) == letters(" ".join(reported(brief, numbers=False)))
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert [one.message for one in page.validate_pdf_bytes(pdf, profile=profile).failures] == []
    (tmp_path / "brief.docx").write_bytes(docx)
    errors = OpenXmlValidator().validate(tmp_path / "brief.docx").errors
    assert [str(one.description) for one in errors] == []


def test_a_reader_aloud_finds_no_error(brief: briefgen.Brief, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(brief.to_bytes("pdf"))
    command = [sys.executable, "-m", "outloud.cli", "--no-info", "--json", "-", "brief.pdf"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    (result,) = json.loads(run.stdout)["results"]
    assert (result["verdict"], result["findings"]) == ("pass", [])


def test_every_length_has_its_pages_in_both_formats(tmp_path: Path) -> None:
    """A form with blocks is chosen or not like any other, also where there is a side column."""
    held = briefgen.load(WRITTEN)
    briefs = {name: briefgen.build(held, length=name) for name, _ in briefgen.lengths()}
    pages = word_pages({name: one.to_bytes("docx") for name, one in briefs.items()}, tmp_path)
    assert pages == {name: one.pages for name, one in briefs.items()}
    for name in ("two-page", "four-page", "full"):
        assert "| Shower gel" not in briefs[name].text
        assert "Shower gel | 100,000 | high" in briefs[name].text
        assert "- some stop at what is rinsed off;" in briefs[name].text


def test_pages_are_those_of_word_however_long_lists_and_tables_are(tmp_path: Path) -> None:
    rows = "".join(f"| row-{n}. | {'word ' * (n % 30)}[@s1] | {n} |\n" for n in range(74))
    items = "".join(
        f"- {'word ' * (5 + n % 40)}\n    - {'more ' * (n % 25 + 1)}\n" for n in range(40)
    )
    long = f"{items}\n\n| A | B | C |\n|---|---|--:|\n{rows}\n: Of words\n\n{DETAIL}"
    briefs = {theme: built(long, template=theme) for theme in THEMES}
    pages = word_pages({name: one.to_bytes("docx") for name, one in briefs.items()}, tmp_path)
    assert pages == {name: one.pages for name, one in briefs.items()}
    assert min(pages.values()) > 4
    for name in THEMES:
        shown = "".join(
            line for lines in page_lines((tmp_path / f"{name}.pdf").read_bytes()) for line in lines
        )
        assert [n for n in range(74) if shown.count(f"row-{n}.") != 1] == []


# Whatever somebody writes

WORD = st.text(st.sampled_from("abcdefgxyzéß"), min_size=1, max_size=9)
LINE = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
PARAGRAPH = st.lists(LINE, min_size=1, max_size=2).map("\n".join)


@st.composite
def lists(draw: st.DrawFn) -> str:
    marks = draw(st.sampled_from([("- ", "1. "), ("1. ", "- "), ("- ", "- "), ("1. ", "1. ")]))
    lines = []
    for item in draw(st.lists(LINE, min_size=2, max_size=4)):
        lines.append(marks[0] + item)
        lines += [f"    {marks[1]}{line}" for line in draw(st.lists(LINE, max_size=2))]
        lines += [f"\n    {line}\n" for line in draw(st.lists(LINE, max_size=1))]
    return "\n".join(lines)


@st.composite
def tables(draw: st.DrawFn) -> str:
    columns = draw(st.integers(1, 5))
    cells = st.lists(st.one_of(LINE, WORD, st.just("")), min_size=columns, max_size=columns)
    head, *rows = draw(st.lists(cells, min_size=2, max_size=5))
    lines = ["|" + "|".join(row) + "|" for row in ([one or "x" for one in head], *rows)]
    lines.insert(
        1, "|" + "|".join(draw(st.sampled_from(["---", "--:", ":-:"])) for _ in head) + "|"
    )
    return "\n".join([*lines, *(f"\n: {line}" for line in draw(st.lists(LINE, max_size=1)))])


QUOTATIONS = st.builds(
    lambda lines, speaker: "\n".join(f"> {line}" for line in (*lines, *speaker)),
    st.lists(LINE, min_size=1, max_size=3),
    st.lists(LINE.map("— {}".format), max_size=1),
)
BLOCKS = st.lists(st.one_of(PARAGRAPH, lists(), tables(), QUOTATIONS), min_size=1, max_size=5)


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(BLOCKS)
def test_every_word_of_any_blocks_is_on_the_page_in_both_formats(parts: list[str]) -> None:
    brief = built("\n\n".join(parts))
    written = " ".join(re.findall(r"[^\W\d_]+", " ".join(parts)))
    pdf, docx = pdf_text(brief.to_bytes("pdf")), word_text(brief.to_bytes("docx"))
    assert letters(pdf) == letters(" ".join(reported(brief, numbers=True)))
    assert letters(docx) == letters(" ".join(reported(brief, numbers=False)))
    for shown in (pdf, docx):
        bare = re.sub(r"\W", "", shown)
        assert [word for word in written.split() if word not in bare] == []


# What is wrong


@pytest.mark.parametrize(
    ("detail", "line", "said"),
    [
        ("| A |\n|---|\n| [#nothing] |", 2, 'refers to "nothing"'),
        ("One.\n\n- two\n- [@nobody]", 3, 'cites "nobody"'),
        ("One.\n\n- two\n  - three\n    - four", 4, "a list within a list within a list"),
        ("> One <b>two</b>", 0, "HTML"),
    ],
)
def test_what_is_wrong_within_a_block_is_reported_with_its_line(
    detail: str, line: int, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    held = "".join(f"        {one}\n" if one else "\n" for one in detail.split("\n"))
    file.write_text(
        "id: a\ntitle: A\narticle: {title: B, authors: [{name: C, role: D}], date: 2020-03-01,\n"
        "  cut_off: 2020-02, citation: E}\n"
        "thesis: {id: t, priority: 1, forms: {headline: H, summary: S}}\n"
        "rationales:\n- id: r\n  priority: 1\n  forms:\n    headline: H\n    summary: S\n"
        f"    detail:\n      - |\n{held}"
    )
    with pytest.raises(CheckError) as caught:
        briefgen.load(file)
    assert [(one.line, said in one.message) for one in caught.value.findings] == [(14 + line, True)]


def test_a_summary_has_no_blocks_and_says_where_they_belong() -> None:
    held = argument("All.")
    risk = {"id": "salt", "priority": 3, "forms": {"headline": "Salt", "summary": "Two:\n- a\n- b"}}
    with pytest.raises(CheckError) as caught:
        briefgen.build(held.model_validate({**SMALL, "risks": [risk]}), length="full")
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("unsupported-markup", ("risks", 0, "forms", "summary"))
    assert "detail" in finding.hint
