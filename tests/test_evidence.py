"""Tables of evidence: each row names the sources and the place of what it tells, and no others."""

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
from briefgen.types.prose import NoteMark, text_of

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
    return [node.source for cell in cells for node in cell.prose if isinstance(node, NoteMark)]


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


def rests_on(point: Point) -> list[str]:
    """Return the evidence that a point names, or what its forms refer to."""
    forms = " ".join((point.forms.headline, point.forms.summary or "", *point.forms.detail))
    return list(point.evidence) or list(dict.fromkeys(re.findall(r"\[([#@][\w-]+)\]", forms)))


def claims(name: str, length: str) -> Iterator[tuple[tuple[Cell, ...], str | None, list[str]]]:
    """Yield each row of the claims with the place and the sources of what it tells."""
    facts = {fact.id: fact for fact in argument(name).facts}
    points = {point.forms.headline: point for part in Part for point in argument(name).points(part)}
    rows = iter(table(name, length, "claims").rows)
    for row in rows:
        point = points[reported(row, 0)]
        evidence = rests_on(point)
        yield row, point.locator, [key[1:] for key in evidence if key[0] == "@"]
        for key in evidence:
            if key[0] == "#":
                fact = facts[key[1:]]
                yield next(rows), fact.locator, list(fact.sources)


@pytest.mark.parametrize(("name", "length"), SETS)
def test_each_row_of_the_claims_names_its_own_place_and_sources(name: str, length: str) -> None:
    numbered = length != "two-page"
    rows = list(claims(name, length))
    assert len(rows) == len(table(name, length, "claims").rows) > 5
    for row, place, sources in rows:
        source = row[-3]
        if numbered:
            assert sorted(cited(source)) == noted(name, sources)
            assert reported(row, -3).startswith(place or "–")
        else:
            assert place in reported(row, -3) if place else reported(row, -3)


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
def test_who_says_so_is_the_point_s_and_a_status_is_no_figure_s(name: str, length: str) -> None:
    holders = {
        point.forms.headline: point.attribution.by
        for part in Part
        for point in argument(name).points(part)
    }
    words = {
        "author": "The author",
        "cited": "A cited work",
        "unnamed": "A source not named",
        "editor": "The editor",
    }
    holder = ""
    for row, _, _ in claims(name, length):
        is_claim = len(row) == 6
        holder = words[holders[reported(row, 0)]] if is_claim else holder
        assert reported(row, -2) == holder
        assert (reported(row, -1) == "–") is not is_claim


@pytest.mark.parametrize("name", ["china-mali", "accessible-documents"])
def test_each_row_of_the_figures_names_its_own_place_and_sources(name: str) -> None:
    listed = [fact for fact in argument(name).facts if fact.listed]
    rows = table(name, "full", "evidence").rows
    assert [sorted(cited(*row)) for row in rows] == [noted(name, fact.sources) for fact in listed]
    assert [reported(row, -1) for row in rows] == [fact.locator for fact in listed]
