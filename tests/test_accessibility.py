"""Every length for every audience is accessible and archival, as independent validators see it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import page
import pytest
from samples.tags import catalog, opened

import briefgen

DATA = Path(__file__).resolve().parent.parent / "data"
CHARTED = Path(__file__).resolve().parent / "arguments" / "series.yaml"

EVERY = [
    (argument, length, audience)
    for argument in ("china-mali", "accessible-documents")
    for length, _ in briefgen.lengths()
    for audience, _ in briefgen.audiences()
]
EVERY += [("series", "full", "analyst"), ("series", "two-page", "public")]


@lru_cache
def argument(name: str) -> briefgen.Argument:
    return briefgen.load(CHARTED if name == "series" else DATA / f"{name}.yaml")


@lru_cache
def pdf(name: str, length: str, audience: str) -> bytes:
    return briefgen.build(argument(name), length=length, audience=audience).to_bytes("pdf")


@pytest.mark.parametrize(("name", "length", "audience"), EVERY)
def test_every_brief_conforms_to_pdf_ua_1_and_pdf_a_2a(
    name: str, length: str, audience: str
) -> None:
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(pdf(name, length, audience), profile=profile)
        assert report.rules.total > 100
        assert [failure.message for failure in report.failures] == []


def test_outloud_finds_no_error_in_any_brief(tmp_path: Path) -> None:
    for name, length, audience in EVERY:
        (tmp_path / f"{name}-{length}-{audience}.pdf").write_bytes(pdf(name, length, audience))
    files = sorted(map(str, tmp_path.glob("*.pdf")))
    assert len(files) == len(EVERY) >= 40
    run = subprocess.run(
        [sys.executable, "-m", "outloud.cli", "--no-info", "--json", "-", *files],
        capture_output=True,
        check=False,
    )
    results = json.loads(run.stdout)["results"]
    assert len(results) == len(EVERY)
    errors = [
        (result["path"], finding["rule"], finding["message"])
        for result in results
        for finding in result["findings"]
        if finding["severity"] == "error"
    ]
    assert errors == []


@pytest.mark.parametrize(("name", "length", "audience"), EVERY)
def test_every_table_is_regular(name: str, length: str, audience: str) -> None:
    root: Any = catalog(opened(pdf(name, length, audience)))["/StructTreeRoot"]
    for table in _below(root["/K"], "/Table"):
        widths = _widths([*_below(table, "/TR")])
        assert len(set(widths)) == 1, widths


def test_an_irregular_table_is_seen() -> None:
    one: Any = {"/S": "/TD"}
    two: Any = {"/S": "/TD", "/A": {"/ColSpan": 2}}
    tall: Any = {"/S": "/TD", "/A": {"/RowSpan": 2}}
    assert _widths([{"/K": [one, tall]}, {"/K": [one]}, {"/K": [two]}]) == [2, 2, 2]
    assert _widths([{"/K": [tall, one]}, {"/K": [one]}]) == [2, 2]
    assert _widths([{"/K": [one, one]}, {"/K": [one]}]) == [2, 1]


def _below(element: Any, tag: str) -> Iterator[Any]:
    for kid in _elements(element):
        if kid["/S"] == tag:
            yield kid
        yield from _below(kid, tag)


def _elements(element: Any) -> Iterator[Any]:
    for kid in element.get("/K", ()):
        each = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(each, dict) and "/S" in each:
            yield each


def _widths(rows: list[Any]) -> list[int]:
    """Return how many columns each row occupies, cells that span into it counted."""
    widths = []
    rows_left: dict[int, int] = {}
    for row in rows:
        column = 0
        covered = {at for at, left in rows_left.items() if left}
        rows_left = {at: left - 1 for at, left in rows_left.items() if left}
        own: set[int] = set()
        for cell in _elements(row):
            attributes = cell.get("/A", {})
            for _ in range(attributes.get("/ColSpan", 1)):
                while column in covered:
                    column += 1
                own.add(column)
                rows_left[column] = attributes.get("/RowSpan", 1) - 1
                column += 1
        widths.append(len(own | covered))
    return widths
