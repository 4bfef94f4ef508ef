"""Read a PDF page template, and say what is wrong with it beyond its shape."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from briefgen.load.document import read_model_in_part
from briefgen.load.resources import resources_folder
from briefgen.load.text import is_file, within
from briefgen.types.finding import Finding, LoadError, shown
from briefgen.types.page import MAIN_LEAST_PT, TEXT_LEAST_PT, Master, PageGeometry
from briefgen.types.page_style import PageStyle
from briefgen.types.source_map import Path as Way
from briefgen.types.source_map import SourceMap

BESIDE_SIDE_PT = 190
"""Width of a main column below which an own template has no side column: some 35 characters."""


def word_findings(page: PageGeometry, places: SourceMap, folder: Path) -> Iterator[Finding]:
    """Yield a finding if there is no such Word template beside the page template."""
    if Path(page.word).name != page.word or "\\" in page.word:
        message = f"{shown(page.word)} is a path; the name of a file is wanted"
        hint = "put the Word template beside this file"
        yield _finding("word-path", message, hint, ("word",), places)
    elif not is_file(folder / page.word):
        beside = sorted(file.name for file in folder.glob("*.docx"))
        hint = f"there are: {', '.join(beside)}" if beside else "put the Word template beside it"
        message = f"there is no {shown(page.word)} beside this file"
        yield _finding("word-template-missing", message, hint, ("word",), places)
    elif within(page.word, folder) is None and within(folder, resources_folder("themes")) is None:
        message = f"{shown(page.word)} leads out of the folder of the theme"
        hint = "put the Word template itself beside this file, not a link"
        yield _finding("word-outside", message, hint, ("word",), places)


def master_findings(
    name: str, master: Master, page_style: PageStyle, places: SourceMap
) -> Iterator[Finding]:
    """Yield a finding for each direction in which a master leaves too little of the page."""
    main = main_width_pt(master, page_style)
    if main < MAIN_LEAST_PT:
        taken = f"margins, other columns and gaps take {page_style.page_width_pt - main:g} of"
        yield _finding(
            "master-too-narrow",
            f"leaves {main:g} pt for the main column; {MAIN_LEAST_PT} pt at least",
            f"{taken} {page_style.page_width_pt:g} pt: make one of them narrower",
            _nearest_way(name, places, "side", "margin_left_pt", "margin_right_pt"),
            places,
        )
    if master.columns and master.side:
        yield _finding(
            "master-columns-beside",
            "has columns and a side column; one of them is possible",
            "leave out columns, or side",
            _nearest_way(name, places, "columns", "side"),
            places,
        )
    height = page_style.page_height_pt
    height -= _margin(master.margin_top_pt, page_style.margin_top_pt)
    height -= _margin(master.margin_bottom_pt, page_style.margin_bottom_pt)
    if height < TEXT_LEAST_PT:
        yield _finding(
            "master-too-low",
            f"leaves {height:g} pt between the margins; {TEXT_LEAST_PT} pt at least",
            f"the page is {page_style.page_height_pt:g} pt high: make the margins smaller",
            _nearest_way(name, places, "margin_top_pt", "margin_bottom_pt"),
            places,
        )


def main_width_pt(master: Master, page_style: PageStyle) -> float:
    """Return the width that a master leaves for the main column, or for each of them."""
    side = master.side.width_pt + master.side.gap_pt if master.side else 0.0
    main = page_style.page_width_pt - side
    main -= _margin(master.margin_left_pt, page_style.margin_left_pt)
    main -= _margin(master.margin_right_pt, page_style.margin_right_pt)
    columns = master.columns
    return (main - (columns.count - 1) * columns.gap_pt) / columns.count if columns else main


def _margin(own: float | None, inherited: float) -> float:
    return inherited if own is None else own


def side_column_dropped(master: Master, page_style: PageStyle, file: str) -> Finding:
    """Return the warning that the parts of a side column stand below those of the main one."""
    assert master.side
    width = main_width_pt(master.model_copy(update={"side": None}), page_style)
    return Finding(
        "side-column-dropped",
        f"has {width:.0f} pt between its margins, too little for this brief with a side column of "
        f"{master.side.width_pt:g} pt beside it: the column's parts stand below the others",
        "make margins (Layout, Margins) or type (Home, Styles, Modify) smaller in Word",
        severity="warning",
        file=file,
    )


def _nearest_way(name: str, places: SourceMap, *keys: str) -> Way:
    """Return the way to the first of some keys that the master has, or to the master itself."""
    ways = ((*("masters", name), key) for key in keys)
    return next((way for way in ways if way in places.lines), ("masters", name))


def _finding(code: str, message: str, hint: str, way: Way, places: SourceMap) -> Finding:
    return Finding(code, message, hint, way, file=places.file, line=places.line(way))


def read_page_template(
    path: str | os.PathLike[str], *, with_word: bool = False
) -> tuple[PageGeometry, SourceMap]:
    """Return the page template that a YAML or JSON file holds, and the line of each value.

    Raises:
        LoadError: everything that is wrong with the file, its syntax or its values, at once; and
            where it is looked `with_word`, with the name of its Word template.
    """
    page, places, findings, lost = read_model_in_part(path, PageGeometry)
    if page is not None and not findings:
        return page, places
    if page is not None and with_word and not lost.touches("word"):
        findings += word_findings(page, places, Path(path).parent)
    raise LoadError(findings)
