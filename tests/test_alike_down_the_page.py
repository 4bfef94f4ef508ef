"""In an organisation's Word template each line stands where the PDF has it, down to the foot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from samples.foreign import INSTITUT, UNIVERSITY, Foreign, p, spaced
from samples.read_aloud import word_pages
from samples.word import W, tree

import briefgen

pytestmark = pytest.mark.slow

DATA = briefgen.load(Path(__file__).resolve().parent.parent / "data" / "china-mali.yaml")
TEMPLATES = {
    "automatic": replace(UNIVERSITY, body=p("{{ main }}")),
    "double": replace(UNIVERSITY, body=p("{{ main }}"), font="Arial", half_points=16,
                      spacing=spaced(0, 80, 400)),
    "exact": replace(INSTITUT, body=p("{{ main }}")),
    "missing": replace(UNIVERSITY, body=p("{{ main }}"), font="Lucida Bright"),
}  # fmt: skip


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, briefgen.Brief]:
    folder = tmp_path_factory.mktemp("templates")

    def built(name: str, foreign: Foreign) -> briefgen.Brief:
        file = folder / f"{name}.docx"
        file.write_bytes(foreign.package())
        return briefgen.build(DATA, audience="decision-maker", template=file)

    return {name: built(name, foreign) for name, foreign in TEMPLATES.items()}


def begun_lines(pdf: Path) -> list[float]:
    """Return where the base lines of the text stand that begin at the left of its column."""
    page = PdfReader(pdf).pages[0]
    found: list[tuple[float, float]] = []

    def seen(text: str, _c: Any, matrix: Any, _f: Any, _s: Any) -> None:
        if text.strip():
            found.append((float(matrix[4]), float(page.mediabox.height) - float(matrix[5])))

    page.extract_text(visitor_text=seen)
    left = min(x for x, _ in found)
    return sorted({round(y, 1) for x, y in found if x < left + 2})


def test_lines_of_the_main_column_and_foot_stand_alike(
    briefs: dict[str, briefgen.Brief], tmp_path: Path
) -> None:
    for name, brief in briefs.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "printed").mkdir()
        assert word_pages({"brief": brief.to_bytes("docx")}, folder) == {"brief": 1}
        (folder / "printed" / "brief.pdf").write_bytes(brief.to_bytes("pdf"))
        in_word, in_pdf = (
            begun_lines(folder / "brief.pdf"),
            begun_lines(folder / "printed/brief.pdf"),
        )
        assert len(in_word) == len(in_pdf) > 20, name
        apart = [abs(one - other) for one, other in zip(in_word, in_pdf, strict=True)]
        assert max(apart) < 3, (name, apart)


def test_spaces_above_a_brief_take_one_line(tmp_path: Path) -> None:
    begins = []
    for name, words in (("none", ""), ("spaces", " " * 200)):
        template, pdf = tmp_path / f"{name}.docx", tmp_path / f"{name}.pdf"
        body = p(words) + p("{{ main }}")
        template.write_bytes(replace(UNIVERSITY, body=body).package())
        brief = briefgen.build(DATA, audience="decision-maker", template=template)
        pdf.write_bytes(brief.to_bytes("pdf"))
        begins.append(begun_lines(pdf))
    assert begins[0] == begins[1]


def test_the_foot_is_pinned_to_its_page_and_read_last(briefs: dict[str, briefgen.Brief]) -> None:
    body = tree(briefs["automatic"].to_bytes("docx"), "word/document.xml").find(f"{W}body")
    assert body is not None
    paragraphs = [one for one in body if one.tag == f"{W}p"]
    *_, last, anchor = paragraphs
    frame = last.find(f"{W}pPr/{W}framePr")
    assert frame is not None
    assert (frame.get(f"{W}vAnchor"), frame.get(f"{W}hAnchor")) == ("page", "page")
    assert "summarises an article" in "".join(map(str, last.itertext()))
    assert not "".join(map(str, anchor.itertext()))


def test_a_built_in_theme_keeps_the_spaces_of_its_styles() -> None:
    docx = briefgen.build(DATA, audience="decision-maker").to_bytes("docx")
    document = tree(docx, "word/document.xml")
    assert not [one for one in document.iter(f"{W}framePr") if one.get(f"{W}vAnchor") == "page"]
