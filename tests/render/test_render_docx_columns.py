"""Several columns in Word: sections with continuous breaks, and what goes over all columns."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from samples.word import text

import briefgen
from briefgen.ooxml.names import Element, W

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def body() -> Element:
    argument = briefgen.load(DATA / "china-mali.yaml")
    data = briefgen.build(argument, length="four-page", audience="analyst").to_bytes("docx")
    archive = zipfile.ZipFile(io.BytesIO(data))
    found = etree.fromstring(archive.read("word/document.xml")).find(W + "body")
    assert found is not None
    return found


def columns(section: Element) -> int:
    found = section.find(W + "cols")
    return int(found.get(W + "num") or 1) if found is not None else 1


def ended(block: Element) -> Element | None:
    return block if block.tag == W + "sectPr" else block.find(f"{W}pPr/{W}sectPr")


def test_text_stands_in_two_columns_and_tables_in_none(body: Element) -> None:
    held: list[tuple[int, list[Element]]] = []
    blocks: list[Element] = []
    for block in body:
        blocks.append(block)
        if (section := ended(block)) is not None:
            held.append((columns(section), blocks))
            blocks = []
    assert {count for count, _ in held} == {1, 2}
    assert not [one for count, own in held if count == 2 for one in own if one.tag == W + "tbl"]
    assert held[0][0] == held[-1][0] == 1


def test_sections_go_on_below_one_another_on_the_same_paper(body: Element) -> None:
    first, *others = body.iter(W + "sectPr")
    assert first.findall(W + "headerReference")
    for section in others:
        kind = section.find(W + "type")
        assert kind is not None
        assert kind.get(W + "val") == "continuous"
        assert not section.findall(W + "headerReference")
        assert section.find(W + "titlePg") is None
        for name in ("pgSz", "pgMar"):
            own, before = section.find(W + name), first.find(W + name)
            assert own is not None
            assert before is not None
            assert sorted(own.items()) == sorted(before.items())


def test_a_break_stands_at_the_beginning_of_its_paragraph(body: Element) -> None:
    breaks = [one for one in body.iter(W + "br") if one.get(W + "type") == "column"]
    assert breaks
    for one in breaks:
        run = one.getparent()
        assert run is not None
        before = run.getprevious()
        assert before is not None
        assert before.tag in (W + "pPr", W + "bookmarkStart")


def _compat(
    argument_id: str, length: str, audience: str, template: str = "standard"
) -> tuple[list[str], bool]:
    """Return what settings ask of columns, and whether a break levels each band of them."""
    argument = briefgen.load(DATA / f"{argument_id}.yaml")
    brief = briefgen.build(argument, length=length, audience=audience, template=template)
    archive = zipfile.ZipFile(io.BytesIO(brief.to_bytes("docx")))
    compat = etree.fromstring(archive.read("word/settings.xml")).find(W + "compat")
    body = etree.fromstring(archive.read("word/document.xml"))[0]
    assert compat is not None
    by_breaks, broken = True, False
    for block in body:
        broken = broken or any(one.get(W + "type") == "column" for one in block.iter(W + "br"))
        if (section := ended(block)) is not None:
            by_breaks = by_breaks and (broken or columns(section) == 1)
            broken = False
    return [str(one.tag)[len(W) :] for one in compat], by_breaks


def test_columns_that_breaks_level_are_levelled_by_nothing_else() -> None:
    """LibreOffice 7.4 empties columns before a break where it levels them, too."""
    asked, by_breaks = _compat("accessible-documents", "four-page", "decision-maker")
    assert by_breaks
    assert asked[0] == "noColumnBalance"


def test_columns_that_end_within_a_paragraph_are_levelled_by_the_word_processor() -> None:
    asked, by_breaks = _compat("accessible-documents", "four-page", "journalist", "parliament")
    assert not by_breaks
    assert "noColumnBalance" not in asked


def test_a_document_with_notes_in_its_last_columns_ends_in_their_section() -> None:
    """LibreOffice gives the foot of the page to the notes, and what follows a page of its own."""
    argument = briefgen.load(DATA / "accessible-documents.yaml")
    brief = briefgen.build(
        argument, length="full", audience="analyst", exclude=["risk-understanding"]
    )
    data = brief.to_bytes("docx")
    archive = zipfile.ZipFile(io.BytesIO(data))
    body = etree.fromstring(archive.read("word/document.xml"))[0]
    *blocks, last = body
    assert columns(last) == 2
    assert text(blocks[-1]).lstrip().startswith("Figures from undated sources")
    assert ended(blocks[-1]) is None


def test_a_box_in_columns_of_its_own_is_not_parted() -> None:
    """Nothing is to be levelled where all stays together, and LibreOffice would part it."""
    argument = briefgen.load(DATA.parent / "tests" / "arguments" / "series.yaml")
    data = briefgen.build(argument, length="full", audience="analyst").to_bytes("docx")
    archive = zipfile.ZipFile(io.BytesIO(data))
    compat = etree.fromstring(archive.read("word/settings.xml")).find(W + "compat")
    assert compat is not None
    assert compat[0].tag == W + "noColumnBalance"
