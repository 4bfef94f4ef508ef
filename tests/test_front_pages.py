"""Text of a Word template above a brief: pages of its own where it breaks or is long."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from samples.foreign import FOREIGN, Foreign, p

import briefgen
from briefgen.types.laid import TextMark

ORGANISATION = FOREIGN["ministere"]
BREAK = '<w:p><w:r><w:t>Cover</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>'
SECTION = (
    '<w:p><w:r><w:t>Cover</w:t></w:r></w:p><w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1418" w:header="600" '
    'w:footer="500" w:gutter="0"/></w:sectPr></w:pPr></w:p>'
)
NEXT = p("Cover") + "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>Then</w:t></w:r></w:p>"
LONG = "".join(p(f"Foreign note {number}") for number in range(60))


@pytest.fixture(scope="module")
def argument() -> briefgen.Argument:
    return briefgen.load("data/china-mali.yaml")


def written(foreign: Foreign, folder: Path) -> str:
    """Write a template and return its path."""
    file = folder / "foreign.docx"
    file.write_bytes(foreign.package())
    return str(file)


def words(brief: briefgen.Brief) -> list[str]:
    """Return the words of each page."""
    return [
        " ".join(mark.text for mark in page.marks if isinstance(mark, TextMark))
        for page in brief._made.fitted.laid_out.pages
    ]


@pytest.mark.parametrize("above", [BREAK, SECTION, NEXT, LONG])
def test_a_brief_begins_where_the_own_text_of_its_template_ends(
    argument: briefgen.Argument, tmp_path: Path, above: str
) -> None:
    file = written(replace(ORGANISATION, body=above + p("{{ main }}")), tmp_path)
    first, second, *_ = words(briefgen.build(argument, length="full", template=file, checked=True))
    assert "Cover" in first or "Foreign note 0" in first
    assert "Mali marks" not in first
    assert "Mali marks" in second


def test_pages_of_a_template_count_among_those_of_a_length(
    argument: briefgen.Argument, tmp_path: Path
) -> None:
    file = written(replace(ORGANISATION, body=BREAK + p("{{ main }}")), tmp_path)
    two = briefgen.build(argument, length="two-page", template=file, checked=True)
    assert two.pages == 2
    assert "Cover" in words(two)[0]
    with pytest.raises(briefgen.FitError):
        briefgen.build(argument, length="one-page", template=file, checked=True)


def test_what_no_page_can_hold_is_an_error_at_any_length(
    argument: briefgen.Argument, tmp_path: Path
) -> None:
    file = written(replace(ORGANISATION, body=p("{{ main }}"), page=(11906, 5500)), tmp_path)
    with pytest.raises(briefgen.FitError) as caught:
        briefgen.build(argument, length="full", template=file, checked=True)
    assert "section-too-high" in caught.value.codes
