"""A side column over two pages: no section without its heading, no column left blank."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

import briefgen
from briefgen.layout.columns import Column, flow
from briefgen.layout.pages import MOST_BLANK
from briefgen.types.block_layout import BlockLayout, Row
from briefgen.types.role import Role

DATA = Path(__file__).resolve().parent.parent / "data"
LOOKS = [name for name, _ in briefgen.templates()]


@pytest.mark.parametrize(("template", "paper"), [*product(LOOKS, ["A4", "Letter"])])
def test_two_pages_have_a_side_column_whose_sections_are_whole(template: str, paper: str) -> None:
    mali = briefgen.load(DATA / "china-mali.yaml")
    fitted = briefgen.build(mali, length="two-page", template=template, paper=paper)._made.fitted
    sides = {
        number for number, section in enumerate(fitted.content.sections) if section.frame == "side"
    }
    pages: dict[int, set[int]] = {}
    for begin in fitted.laid_out.begins:
        if begin.section in sides:
            pages.setdefault(begin.section, set()).add(begin.page)
    assert {page for on in pages.values() for page in on} == {1, 2}
    assert all(len(on) == 1 for on in pages.values())
    (first,) = (one for one in fitted.laid_out.fills if (one.frame, one.page) == ("side", 1))
    assert first.used_mpt >= (1 - MOST_BLANK) * first.height_mpt


def test_what_is_told_to_begin_a_column_does_unless_it_does_already() -> None:
    block = BlockLayout(Role.SIDE_TEXT, (Row(10, (), break_after=True),), (), 0, 0)

    def column(number: int) -> Column:
        return Column(number + 1, 0, 0, 100, 100)

    assert [spot.page for spot in flow([block] * 3, column).placed] == [1, 1, 1]
    assert [spot.page for spot in flow([block] * 3, column, {0, 2}).placed] == [1, 1, 2]


@pytest.mark.parametrize("length", ["one-page", "two-page"])
@pytest.mark.parametrize("audience", [name for name, _ in briefgen.audiences()])
def test_what_is_not_known_comes_after_what_is(length: str, audience: str) -> None:
    mali = briefgen.load(DATA / "china-mali.yaml")
    sections = briefgen.build(mali, length=length, audience=audience)._made.fitted.content.sections
    for frame, unknown in (("side", "not-said"), ("main", "uncertain")):
        keys = [one.key for one in sections if one.frame == frame]
        assert set(keys[keys.index(unknown) :] if unknown in keys else ()) <= {
            unknown,
            "questions",
            "charts",
            "claims",
            "contact",
        }
