"""A brief that is held to another one's selection: the same forms, measured anew, or an error."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from samples.ruler import Ruler, draft, length, point, section
from samples.stand_in import MALI

import briefgen
from briefgen.fit import fit
from briefgen.fit.explaining import decisions
from briefgen.types.brief import Decision
from briefgen.types.draft import Draft
from briefgen.types.finding import FitError
from briefgen.types.point import Form
from briefgen.types.selection import FREE, Overrides

RESERVE = 2
LENGTHS = [name for name, _ in briefgen.lengths()]
AUDIENCES = [name for name, _ in briefgen.audiences()]


def taken(held: Draft, rows: int, overrides: Overrides = FREE) -> tuple[Decision, ...]:
    measure = Ruler(rows + RESERVE)
    chosen = fit(held, length(), "anybody", measure, overrides).chosen
    return decisions(held, length(), measure, chosen, overrides)


def chosen(held: Draft, rows: int | None, selection: Sequence[Decision]) -> tuple[int | None, ...]:
    pages = length() if rows is not None else length(None)
    return fit(held, pages, "anybody", Ruler((rows or 9) + RESERVE), FREE, selection).chosen


BASE = draft(section("risks", point("war", 4, 1, score=90), point("debt", 4, 1, score=50)))
WAR = taken(BASE, 4, Overrides(excluded=frozenset({"debt"})))
"""War in its summary, and nothing else."""

OTHER = draft(section("risks", point("war", 3, 2, score=10), point("debt", 4, 1, score=99)))


@pytest.mark.parametrize("rows", [1, 2, 4, 5, 8])
def test_the_same_draft_takes_its_own_selection(rows: int) -> None:
    selection = taken(BASE, rows)
    assert chosen(BASE, rows, selection) == tuple(decision.taken for decision in selection)


def test_what_is_worth_more_here_is_not_taken() -> None:
    assert fit(OTHER, length(), "anybody", Ruler(4 + RESERVE)).chosen == (0, 1)
    assert chosen(OTHER, 4, WAR) == (0, None)
    assert chosen(OTHER, None, WAR) == (0, None)


def test_a_form_is_found_wherever_it_stands_among_the_variants() -> None:
    more = point("war", 6, 4, 1, forms=[Form.DETAIL, Form.SUMMARY, Form.HEADLINE])
    longer = draft(section("risks", more, point("debt", 4, 1)))
    assert chosen(longer, 4, WAR) == (1, None)


@pytest.mark.parametrize(
    ("held", "code", "words"),
    [
        (
            draft(section("risks", point("war", 9, 1), point("debt", 4, 1))),
            "selection-does-not-fit",
            "needs 90 pt at least",
        ),
        (
            draft(section("risks", point("war", 1, forms=[Form.HEADLINE]), point("debt", 4, 1))),
            "selection-differs",
            '"war" is taken as summary',
        ),
        (
            draft(section("risks", point("war", 4, 1), point("debt", 4, 1, required=True))),
            "selection-differs",
            '"debt" is required here',
        ),
        (draft(section("risks", point("war", 4, 1))), "selection-differs", "other points"),
    ],
)
def test_what_cannot_hold_the_selection_is_an_error(held: Draft, code: str, words: str) -> None:
    with pytest.raises(FitError) as caught:
        chosen(held, 4, WAR)
    (finding,) = caught.value.findings
    assert (finding.code, finding.where) == (code, "short, anybody")
    assert words in finding.message
    assert finding.hint == "shorten what is new in it, or let each brief choose for itself"


@cache
def mali() -> briefgen.Argument:
    return briefgen.load(MALI)


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("name", LENGTHS)
def test_every_brief_is_like_itself_to_the_letter(name: str, audience: str) -> None:
    first = briefgen.build(mali(), length=name, audience=audience)
    again = briefgen.build(mali(), length=name, audience=audience, fixed_selection=first.decisions)
    assert again.text == first.text
    assert again.findings == first.findings
    assert again.omitted == first.omitted
