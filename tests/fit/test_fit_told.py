"""A section tells at least one of its points, wherever the page has room for that."""

from __future__ import annotations

from msgspec.structs import replace
from samples.ruler import Ruler, draft, length, point, section

from briefgen.fit import fit
from briefgen.types.draft import Choice, Draft, DraftSection

RESERVE = 2


def ranked(own: DraftSection) -> DraftSection:
    items = (replace(one, priority=1) if isinstance(one, Choice) else one for one in own.items)
    return replace(own, items=tuple(items))


HELD = draft(
    ranked(section("why", point("a", 3, 1), point("b", 3, 1), heading="Why", at_least=1)),
    ranked(section("next", point("c", 3, 1), point("d", 3, 1), heading="Next", at_least=1)),
)


def chosen(held: Draft, rows: int) -> tuple[int | None, ...]:
    return fit(held, length(), "anybody", Ruler(rows + RESERVE)).chosen


def test_one_point_is_told_rather_than_two_named() -> None:
    assert chosen(HELD, 8) == (0, None, 0, None)
    assert chosen(HELD, 9) == (0, 1, 0, None)


def test_where_there_is_no_room_for_that_the_last_section_names_its_points() -> None:
    assert chosen(HELD, 6) == (0, None, 1, None)
    assert chosen(HELD, 4) == (1, None, 1, None)


def test_a_point_that_offers_no_more_may_stand_alone() -> None:
    only = draft(ranked(section("why", point("a", 1), heading="Why", at_least=1)))
    assert chosen(only, 4) == (0,)
