"""Dates of a time line have a character style of their own where the template has one."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.word import style, text, tree

import briefgen
from briefgen.types.laid import TextMark

DATA = Path(__file__).resolve().parent.parent / "data"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize(
    ("template", "named", "weight"), [("press", "EventDate", ""), ("standard", "Strong", "Bold")]
)
def test_dates_are_in_colour_or_else_in_bold_and_the_next_one_is_both(
    template: str, named: str, weight: str
) -> None:
    """A press page has so much in bold already that dates in bold would be lost in it."""
    argument = briefgen.load(DATA / "accessible-documents.yaml")
    brief = briefgen.build(argument, length="one-page", template=template)
    theme = brief._made.theme.page_style
    events = [
        paragraph
        for paragraph in tree(brief.to_bytes("docx")).iter(f"{W}p")
        if style(paragraph) == "Event"
    ]
    dates = [next(paragraph.iter(f"{W}r")) for paragraph in events]
    assert {one.find(f"{W}rPr/{W}rStyle").get(f"{W}val") for one in dates} == {named}  # type: ignore[union-attr]
    (ahead,) = (one for one in dates if text(one).startswith("Next: "))
    bold = [one for one in dates if one.find(f"{W}rPr/{W}b") is not None]
    assert bold == ([ahead] if template == "press" else [])
    (page,) = brief._made.fitted.laid_out.pages
    (mark,) = (
        one for one in page.marks if isinstance(one, TextMark) and "16\u00a0July" in one.text
    )
    assert mark.face == f"Carlito-{weight or 'Regular'}"
    assert (mark.colour == theme.event_date) == (template == "press")
