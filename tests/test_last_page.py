"""How long briefs end, and where what is not text stands in them."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.fit.choosing import Choosing, best
from briefgen.fit.problem_builder import ProblemBuilder
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


def test_dates_stand_amid_the_text_where_pages_have_no_side_column() -> None:
    """At the end, after the text, all pages but the first and the last would be text alone."""
    loaded = briefgen.load(DATA / "accessible-documents.yaml")
    fitted = briefgen.build(loaded, length="four-page")._made.fitted
    keys = [one.key for one in fitted.content.sections]
    (dates,) = (at for at, key in enumerate(keys) if key == "chronology")
    pages = {one.page for one in fitted.laid_out.begins if one.section == dates}
    assert pages <= {2, 3} and keys.index("not-said") > dates


def test_a_brief_that_prints_all_is_not_sought_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays emptier than wanted, and nothing that is left could fill it."""
    calls: list[object] = []

    def counted(statement: ProblemBuilder, known: int | None = None) -> Choosing | None:
        calls.append(statement)
        return best(statement, known)

    monkeypatch.setattr("briefgen.fit.fitting.best", counted)
    loaded = briefgen.load(DATA / "accessible-documents.yaml")
    brief = briefgen.build(loaded, length="four-page", audience="public")
    assert brief.fill_percent < 75 and not brief.omitted
    assert len(calls) <= 2, "in upper heights, and in closer ones"
