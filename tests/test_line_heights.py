"""Automatic line spacing is computed as LibreOffice does."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from samples.foreign import Foreign, p, style

from briefgen.layout.paragraph import baseline_mpt
from briefgen.load.fonts import read_fonts
from briefgen.load.resources import resources_folder
from briefgen.types.font import Face, line_height_pt
from briefgen.types.page_style import TextStyle
from briefgen.types.role import Role

LINES = 20
SIZES = (8, 9, 9.5, 10, 10.5, 11, 12, 14, 18)
SPACINGS = {"auto": (216, 240, 259, 276, 360), "atLeast": (100, 400), "exact": (200, 300)}
MARGIN_PT = 1418 / 20
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
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[float, float]]:
    """Where the first base line of a page stands below its margin in LibreOffice, and the height
    of a line, a case each."""
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
            top = float(page.mediabox.height) - MARGIN_PT
            found.append((top - ys[0], sum(steps) / len(steps)))
    return found


def face(family: str) -> Face:
    fonts, _ = read_fonts(resources_folder("fonts"), frozenset({FAMILIES[family]}))
    found = fonts.nearest_face(FAMILIES[family], False, False)
    assert found is not None
    return found


def height_pt(family: str, size: float, rule: str, line: int) -> float:
    own = line_height_pt(face(family).line_height, size, line / 240 if rule == "auto" else 1)
    return {"auto": own, "atLeast": max(own, line / 20), "exact": line / 20}[rule]


def test_every_case_has_its_page(lines: list[tuple[float, float]]) -> None:
    assert len(lines) == len(CASES)


def test_a_line_is_as_high_as_was_computed(lines: list[tuple[float, float]]) -> None:
    """But for headings of 18 points, which are a tenth of a point higher."""
    for (family, size, rule, line), (_, height) in zip(CASES, lines, strict=True):
        ours = height_pt(family, size, rule, line)
        within = 0.11 if size == 18 else 0.06 if line < 240 and rule == "auto" else 0.01
        assert height == pytest.approx(ours, abs=within), (family, size, rule, line)


def test_its_base_line_is_where_the_pdf_has_it(lines: list[tuple[float, float]]) -> None:
    """But for automatic lines closer than one, of which LibreOffice cuts the first on a page."""
    for (family, size, rule, line), (base, _) in zip(CASES, lines, strict=True):
        if rule == "auto" and line < 240:
            continue
        style = TextStyle(Role.BODY, family, size, height_pt(family, size, rule, line), "#000000")
        said = {"auto": (line / 240, 0.0), "atLeast": (1.0, line / 20), "exact": (0.0, 0.0)}
        lines_, least_pt = said[rule]
        style = replace(style, lines=lines_, least_pt=least_pt)
        ours = baseline_mpt(style, face(family)) / 1000
        assert base == pytest.approx(ours, abs=0.25), (family, size, rule, line)
