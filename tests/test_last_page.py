"""The last page of a brief that promises no number of pages: well filled, or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.paging import LEAST_LAST

pytestmark = pytest.mark.slow

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.mark.parametrize("template", [name for name, _ in briefgen.templates()])
@pytest.mark.parametrize("argument", ["china-mali", "accessible-documents"])
def test_the_last_page_of_a_full_brief_is_at_least_half_full(argument: str, template: str) -> None:
    loaded = briefgen.load(DATA / f"{argument}.yaml")
    for audience in ("decision-maker", "parliamentarian", "analyst"):
        brief = briefgen.build(loaded, length="full", template=template, audience=audience)
        assert brief.fill_percent >= 100 * LEAST_LAST, audience


def test_pages_are_changed_within_what_a_reader_takes_for_the_same_page() -> None:
    """Footers need their room, and lines of some 50 to 75 characters are easy to read."""
    loaded = briefgen.load(DATA / "accessible-documents.yaml")
    theme = briefgen.build(loaded, length="four-page")._made
    full = briefgen.build(loaded, length="full")._made
    own = theme.theme.page_style.margin_bottom_pt
    below = full.master.margin_bottom_pt
    assert below is not None and -13 <= below - own <= 36
    left, plain = full.master.margin_left_pt, theme.master.margin_left_pt
    assert left is not None and plain is not None and abs(left - plain) <= 10
