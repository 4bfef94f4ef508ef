"""The benchmark runs, prints every row, and compares like with like."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples.stand_in import MALI

import briefgen
from benchmarks import peers
from benchmarks.__main__ import PAGE
from benchmarks.arguments import variants, with_new_fact, with_new_words
from benchmarks.many import measured as measured_many
from benchmarks.measurement import measured
from benchmarks.page import Page, page_of
from benchmarks.table import DASH, ROWS, Row, markdown, with_table
from benchmarks.word_page import word_template

MARGIN = 5
"""Other processes run beside the tests: what is missed by this much is no chance."""

AIMS = {"typst-reused", "typst-reused-fact"}
"""What is aimed at and not promised: a compiler in Rust that has seen all but one word."""


@pytest.fixture(scope="module")
def page() -> Page:
    return page_of(briefgen.build(briefgen.load(MALI)))


def words(page: Page) -> Counter[str]:
    items = (*page.head, *page.main, *page.side, *page.foot)
    return Counter(" ".join("".join(each.text for each in item.words) for item in items).split())


def assert_says_the_same(pdf: bytes, page: Page) -> None:
    """Check that a peer prints the page on one page, whatever hyphens and bullets it adds."""
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 1
    printed = re.sub(r"[\s•‣-]", "", reader.pages[0].extract_text())
    missing = [word for word in words(page) if word.replace("-", "") not in printed]
    assert missing == []
    assert "/StructTreeRoot" in reader.root_object
    assert "/Metadata" in reader.root_object


def test_typst_sets_the_same_page(page: Page) -> None:
    assert_says_the_same(peers.typst_pdf(page), page)


def test_weasyprint_sets_the_same_page(page: Page) -> None:
    assert_says_the_same(peers.weasyprint_pdf(page), page)


def test_libreoffice_sets_the_same_page(page: Page, tmp_path: Path) -> None:
    assert_says_the_same(peers.word_pdf(word_template(page), page, tmp_path), page)


def test_no_two_variants_say_the_same() -> None:
    argument = briefgen.load(MALI)
    worded = [
        words(page_of(briefgen.build(each))) for each in variants(argument, with_new_words, 2)
    ]
    assert sum((worded[0] - worded[1]).values()) > 25
    facts = [words(page_of(briefgen.build(each))) for each in variants(argument, with_new_fact, 2)]
    assert 0 < sum((facts[0] - facts[1]).values()) < 5


def test_one_run_prints_every_row_and_no_goal_is_missed_by_far() -> None:
    times, notes = measured(1, 10, briefs=8)
    assert set(times) == {row.key for row in ROWS}
    lines = markdown(times, notes).splitlines()
    assert len(lines) == len(ROWS) + 2
    assert all(row.label in line for row, line in zip(ROWS, lines[2:], strict=True))
    promised = [row for row in ROWS if row.key not in AIMS]
    assert [row.key for row in promised if row.kept(times, MARGIN) is False] == []


def test_the_table_of_the_documentation_has_the_rows_that_are_printed() -> None:
    lines = [*PAGE.read_text(encoding="utf-8").splitlines(), ""]
    start = lines.index(markdown({}, {}).splitlines()[0]) + 2
    shown = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[start:]]
    table = shown[: shown.index([])]
    for (label, best, _, goal, kept), row in zip(table, ROWS, strict=True):
        assert re.fullmatch(rf"{re.escape(row.label)}( \(.*\))?", label)
        assert goal == row.goal
        assert best != DASH
        assert kept in ("kept", "missed", "")


def test_a_new_table_takes_the_place_of_the_old_one() -> None:
    old, new = markdown({"brief": 1}, {}), markdown({"brief": 2}, {})
    assert with_table(f"# A\n\n{old}\n\nB |\n", new) == f"# A\n\n{new}\n\nB |\n"


def test_a_missing_peer_is_a_dash() -> None:
    line = next(line for line in markdown({}, {}).splitlines() if "WeasyPrint" in line)
    assert line == f"| WeasyPrint | {DASH} | {DASH} | at least 10 |  |"


def test_a_goal_that_is_missed_is_said() -> None:
    row = Row("peer", "Peer", "brief", least=2)
    assert row.kept({"brief": 1, "peer": 2}) is True
    assert row.kept({"brief": 1, "peer": 1}) is False
    assert row.kept({"brief": 1, "peer": 1}, margin=2) is True
    assert row.kept({"brief": 1, "peer": None}) is None
    slow = Row("shell", "Shell", most_s=0.7)
    assert slow.kept({"shell": 0.8}) is False
    assert slow.kept({"shell": 0.6}) is True


def test_two_processes_share_the_work_and_keep_their_memory() -> None:
    many = measured_many(160)
    assert many.briefs == 160
    assert many.ratio > 1, "of 1.8 and more over some hundreds more, where the start is paid for"
    assert 0 < many.early_mb <= many.late_mb < many.early_mb + 30
