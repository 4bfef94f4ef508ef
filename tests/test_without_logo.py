"""Where a template asks for a logo and there is none, it leaves no gap: paragraph, row or table."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from samples import foreign
from samples.foreign import FOREIGN, p

import briefgen

ORGANISATION = FOREIGN["ministere"]
MALI = Path(__file__).resolve().parent.parent / "data" / "china-mali.yaml"
MAIN = p("{{ main }}")
LOGO = "{{ logo }}"


def table(widths: tuple[int, ...], *rows: tuple[str, ...]) -> str:
    """Write a table whose cells hold a paragraph each."""
    return foreign.table(widths, *(tuple(map(p, row)) for row in rows))


def built(body: str, header: str, folder: Path) -> briefgen.Brief:
    file = folder / "foreign.docx"
    headers_footers = {"header-default": header}
    file.write_bytes(replace(ORGANISATION, body=body, headers_footers=headers_footers).package())
    return briefgen.build(briefgen.load(MALI), length="two-page", template=file)


@pytest.mark.parametrize(
    ("body", "header", "without"),
    [
        (p("Office") + p(LOGO), "", p("Office")),
        (table((4000, 4000), (LOGO, ""), ("Office", "City")), "", table((4000, 4000),
         ("Office", "City"))),
        (p("Office") + table((4000, 4000), (LOGO, "")), "", p("Office")),
        (p("Office"), p(LOGO) + p("Head"), p("Office")),
        (p("Office"), table((4000, 4000), ("", LOGO)) + p("Head"), p("Office")),
    ],
    ids=["paragraph", "row", "table", "header", "table in a header"],
)  # fmt: skip
def test_the_page_is_as_if_nobody_had_asked(
    body: str, header: str, without: str, tmp_path: Path
) -> None:
    asked = built(body + MAIN, header or p("Head"), tmp_path)
    plain = built(without + MAIN, p("Head"), tmp_path)
    assert asked.text_in("pdf") == plain.text_in("pdf")
    for one in (asked, plain):
        document = docx.Document(io.BytesIO(one.to_bytes("docx")))
        held = [*document.tables, *document.sections[0].header.tables]
        rows = [[cell.text for cell in row.cells] for table_ in held for row in table_.rows]
        assert all(any(row) for row in rows)


def test_a_row_with_a_ground_of_its_own_stays(tmp_path: Path) -> None:
    """It is a band that somebody wants to see."""
    ground = '<w:tcPr><w:shd w:val="clear" w:fill="123456"/>'
    band = table((8000,), (LOGO,)).replace("<w:tcPr>", ground)
    assert ground in band
    data = built(band + MAIN, p("Head"), tmp_path).to_bytes("docx")
    assert len(docx.Document(io.BytesIO(data)).tables[0].rows) == 1
