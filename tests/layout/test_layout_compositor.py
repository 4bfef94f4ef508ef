"""A compositor sets a block once for each width, and does not keep all that it ever set."""

from __future__ import annotations

from typing import Any

from briefgen.layout import Compositor, Setting
from briefgen.layout.compositor import KEPT
from briefgen.types.block import Origin, Paragraph
from briefgen.types.prose import plain
from briefgen.types.role import Role

WIDTH_MPT = 300_000


def paragraph(text: str) -> Paragraph:
    return Paragraph(Role.BODY, plain(text), Origin("body"))


def test_a_block_is_set_once_for_each_width(setting: Setting) -> None:
    compositor = Compositor(setting, "Table")
    galley = compositor.set(paragraph("Peace to keep"), WIDTH_MPT)
    assert compositor.set(paragraph("Peace to keep"), WIDTH_MPT) is galley
    assert compositor.set(paragraph("Peace to keep"), WIDTH_MPT // 8) != galley


def test_what_was_set_long_ago_is_let_go(setting: Setting) -> None:
    compositor = Compositor(setting, "Table")
    first = compositor.set(paragraph("number 0"), WIDTH_MPT)
    for number in range(1, KEPT + 1):
        compositor.set(paragraph(f"number {number}"), WIDTH_MPT)
    kept: Any = compositor._kept
    assert kept.cache_info().currsize == KEPT
    again = compositor.set(paragraph("number 0"), WIDTH_MPT)
    assert again == first
    assert again is not first
