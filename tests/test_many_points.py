"""Hundreds of points still become one page, proven the best, and the time grows with them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from samples.clock import least_seconds
from samples.many import of_many_points

import briefgen
from briefgen import cache
from briefgen.types.argument import Argument

SEEDS = (0, 2)
AUDIENCES = ("decision-maker", "public")

MARGIN = 4
"""What is aimed at is a second; a quarter of it is needed where nothing else runs."""


def build(argument: Argument, audience: str) -> briefgen.Brief:
    """Build without a solution that is known from before."""
    cache.clear()
    return briefgen.build(argument, audience=audience)


def seconds(arguments: Sequence[Argument], audience: str) -> float:
    return sum(
        least_seconds(lambda: build(argument, audience), runs=1)  # noqa: B023
        for argument in arguments
    )


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("seed", SEEDS)
def test_five_hundred_points_become_the_best_page_in_about_a_second(
    seed: int, audience: str
) -> None:
    argument = of_many_points(500, seed)
    brief = build(argument, audience)
    assert brief.pages == 1
    assert brief.fill_percent >= 92
    assert "not-proven" not in [finding.code for finding in brief.findings]
    assert seconds([argument], audience) < MARGIN


@pytest.mark.parametrize("audience", AUDIENCES[:1])
def test_twice_the_points_take_about_twice_the_time(audience: str) -> None:
    few, many = ([of_many_points(count, seed) for seed in SEEDS] for count in (500, 1000))
    assert seconds(many, audience) < 3.2 * seconds(few, audience) + 0.5
