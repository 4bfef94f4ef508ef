"""Automatic line spacing is computed as LibreOffice does."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader
from samples.foreign import Foreign, p, style

from briefgen.load.font_file import read_font_file
from briefgen.load.resources import resources_folder
from briefgen.types.restyling import line_height_pt

LINES = 20
SIZES = (8, 9, 9.5, 10, 10.5, 11, 12, 14, 18)
SPACINGS = {"auto": (240, 259, 276), "atLeast": (100, 400)}
FAMILIES = {"Calibri": "Carlito", "Cambria": "Caladea"}
CASES = [
    (family, size, rule, line)
    for family in FAMILIES
    for size in SIZES
    for rule, lines in SPACINGS.items()
    for line in lines
]


def foreign() -> Foreign:
    """Return a template with a page of lines for each case."""
    styles, body = [style("Normal", "Normal")], []
    for number, (family, size, rule, line) in enumerate(CASES):
        key = f"S{number}"
        spacing = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="{rule}"/>'
        run = f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}"/><w:sz w:val="{round(size * 2)}"/>'
        styles.append(style(key, key, spacing, run, "Normal", custom=True))
        turned = p("x", key).replace("<w:pPr>", "<w:pPr>", 1)
        turned = turned.replace("/></w:pPr>", "/><w:pageBreakBefore/></w:pPr>", 1)
        body += [turned, *(p("x", key) for _ in range(LINES))]
    return Foreign("".join(styles), "".join(body), "Calibri", 20, "")


@pytest.fixture(scope="module")
def heights(tmp_path_factory: pytest.TempPathFactory) -> list[float]:
    """Heights of a line in LibreOffice, a case each."""
    folder = tmp_path_factory.mktemp("lines")
    (folder / "lines.docx").write_bytes(foreign().package())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "lines.docx")], check=True, capture_output=True)
    found = []
    for page in PdfReader(folder / "lines.pdf").pages:
        ys: list[float] = []

        def seen(text: str, _c: Any, matrix: Any, _f: Any, _s: Any, ys: list[float] = ys) -> None:
            if text.strip():
                ys.append(float(matrix[5]))

        page.extract_text(visitor_text=seen)
        if len(ys) > 1:
            steps = [above - below for above, below in pairwise(ys)]
            found.append(sum(steps) / len(steps))
    return found


def test_every_case_has_its_page(heights: list[float]) -> None:
    assert len(heights) == len(CASES)


def test_a_line_is_as_high_as_was_computed(heights: list[float]) -> None:
    """But for headings of 18 points, which are a tenth of a point higher."""
    for (family, size, rule, line), height in zip(CASES, heights, strict=True):
        font = read_font_file(resources_folder("fonts") / f"{FAMILIES[family]}-Regular.ttf")
        assert font is not None
        ours = line_height_pt(font.line_height, size, line / 240 if rule == "auto" else 1)
        ours = ours if rule == "auto" else max(ours, line / 20)
        within = 0.11 if size == 18 else 0.01
        assert height == pytest.approx(ours, abs=within), (family, size, rule, line)
