"""Tables of evidence: each row names the sources and the place of what it covers, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

import briefgen
from briefgen.types.argument import Part
from briefgen.types.block import Cell, Table
from briefgen.types.point import Point
from briefgen.types.prose import NoteMark, each_marked, text_of

DATA = Path(__file__).resolve().parent.parent / "data"
SETS = [
    ("china-mali", "two-page"),
    ("china-mali", "four-page"),
    ("china-mali", "full"),
    ("accessible-documents", "four-page"),
    ("accessible-documents", "full"),
]
"""Whose analyst's brief has a table of claims."""


@lru_cache
def argument(name: str) -> briefgen.Argument:
    return briefgen.load(DATA / f"{name}.yaml")


@lru_cache
def table(name: str, length: str, key: str) -> Table:
    """Return a table of the analyst's brief."""
    brief = briefgen.build(argument(name), length=length, audience="analyst")
    (found,) = (
        block
        for section in brief._made.fitted.content.sections
        for block in section.blocks
        if section.key == key and isinstance(block, Table)
    )
    return found


def cited(*cells: Cell) -> list[str]:
    """Return the sources that cells cite, in the order of their numbers."""
    marks = (node for cell in cells for node in cell.prose if isinstance(node, NoteMark))
    return [mark.source for run in marks for mark in each_marked(run)]


def noted(name: str, sources: Iterable[str]) -> list[str]:
    """Return what stands for sources in a list: of links without addresses, one a place."""
    first: dict[str | None, str] = {}
    stands = {
        source.id: first.setdefault(source.locator, source.id)
        if source.is_only_linked
        else source.id
        for source in argument(name).sources
    }
    return sorted({stands[one] for one in sources})


def reported(row: tuple[Cell, ...], column: int) -> str:
    return text_of(row[column].prose).replace("\u00a0", " ")


def places_in(text: str) -> set[str]:
    """Return the words of a place, and each number that it lists or has in a range."""
    found = set(re.findall(r"[^\W\d]{4,}", text.casefold())) - {"paragraph", "paragraphs", "paras"}
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", text):
        found |= set(map(str, range(int(first), int(last or first) + 1)))
    return found


def rests_on(point: Point) -> list[str]:
    """Return the evidence that a point names, or what its forms refer to."""
    held = point.forms
    forms = " ".join((held.headline, held.summary or "", *held.more, *held.detail))
    return list(point.evidence) or list(dict.fromkeys(re.findall(r"\[([#@][\w-]+)\]", forms)))


def claims(name: str, length: str) -> Iterator[tuple[tuple[Cell, ...], Point]]:
    """Yield each row of the claims with the point that it is of."""
    points = {point.forms.headline: point for part in Part for point in argument(name).points(part)}
    for row in table(name, length, "claims").rows:
        yield row, points[reported(row, 0)]


@pytest.mark.parametrize(("name", "length"), SETS)
def test_each_row_of_the_claims_names_the_place_and_sources_of_all_it_rests_on(
    name: str, length: str
) -> None:
    facts = {fact.id: fact for fact in argument(name).facts}
    rows = list(claims(name, length))
    assert len(rows) > 5
    for row, point in rows:
        evidence = rests_on(point)
        figures = [facts[key[1:]] for key in evidence if key[0] == "#"]
        basis = reported(row, 1)
        assert basis
        for place in filter(None, (point.locator, *(fact.locator for fact in figures))):
            assert places_in(place) <= places_in(basis)
        if length != "two-page":
            own = [key[1:] for key in evidence if key[0] == "@"]
            every = {*own, *(source for fact in figures for source in fact.sources)}
            resolved = {one.id for one in argument(name).sources if one.status == "resolved"}
            assert set(noted(name, sorted(every & resolved))) <= set(cited(row[1]))


def test_what_is_excluded_is_in_no_table() -> None:
    """Neither by the argument nor by the call."""
    held = argument("china-mali")
    risk = held.risks[0]
    unwanted = risk.model_copy(update={"exclude": True})
    without = held.model_copy(update={"risks": (unwanted, *held.risks[1:])})
    told = risk.forms.headline
    assert told in briefgen.build(held, length="full", audience="analyst").text
    for brief in (
        briefgen.build(held, length="full", audience="analyst", exclude=[risk.id]),
        briefgen.build(without, length="full", audience="analyst"),
    ):
        assert told not in brief.text


@pytest.mark.parametrize(("name", "length"), SETS)
def test_a_claim_of_another_holder_or_status_says_so(name: str, length: str) -> None:
    caption = text_of(table(name, length, "claims").caption)
    for row, point in claims(name, length):
        whole = " ".join(reported(row, column) for column in range(1, len(row)))
        if point.modality != "stated":
            assert point.modality in whole.casefold()
        if point.attribution.by == "author":
            assert "the author" in f"{caption} {whole}".casefold()


@pytest.mark.parametrize("name", ["china-mali", "accessible-documents"])
def test_what_text_tells_is_in_no_table_of_figures(name: str) -> None:
    """A full brief prints each figure in its points, and what they tell is not listed again."""
    brief = briefgen.build(argument(name), length="full", audience="analyst")
    keys = {section.key for section in brief._made.fitted.content.sections}
    assert "claims" in keys
    assert keys.isdisjoint({"evidence", "comparison"})
