"""How time grows: with points to choose from, with pages to fill, and with the length of text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from samples.stand_in import MALI, ROOT

import briefgen
from benchmarks.arguments import longer, of_points, variants
from benchmarks.clock import best_s
from briefgen.types.argument import Argument

PAGES = 4
"""Pages of the smaller brief of a page budget; the larger one has twice as many."""


def one_page_of(points: int, repeats: int) -> float:
    """Return the time in which one page is filled from so many points."""
    return best_s(_one_page, _enlarged(points, 1, repeats))


def budget(pages: int, points: int, repeats: int) -> float:
    """Return the time in which a budget of so many pages is filled from the same points."""
    lengths = ROOT / "templates" / "lengths" / "four-page.yaml"
    text = lengths.read_text(encoding="utf-8").replace("pages: 4", f"pages: {pages}")
    with TemporaryDirectory() as folder:
        length = Path(folder) / f"{pages}.yaml"
        length.write_text(text.replace("name: four-page", f"name: p{pages}"), encoding="utf-8")

        def build(argument: Argument) -> None:
            brief = briefgen.build(argument, length=length, template="parliament")
            # Pages hold more than these points fill on the last of eight.
            assert brief.pages >= pages - 1, f"{brief.pages} pages of {pages}: too little text"
            brief.to_bytes("pdf")

        return best_s(build, _enlarged(points, 1, repeats))


def full_of(points: int, times: int, repeats: int) -> float:
    """Return the time of a full brief whose paragraphs are so many times as long."""
    return best_s(_full, _enlarged(points, times, repeats))


def _one_page(argument: Argument) -> None:
    briefgen.build(argument).to_bytes("pdf")


def _full(argument: Argument) -> None:
    briefgen.build(argument, length="full").to_bytes("pdf")


def _enlarged(points: int, times: int, repeats: int) -> Iterator[Argument]:
    def change(argument: Argument, number: int) -> Argument:
        return longer(of_points(argument, points, number), times)

    return variants(briefgen.load(MALI), change, repeats + 1)
