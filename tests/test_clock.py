"""The clock of the tests sees a square for what it is, and takes nothing else for one."""

from __future__ import annotations

from samples.clock import LINEAR, power


def _turn(times: int) -> None:
    for _ in range(times):
        pass


def test_what_grows_in_step_has_a_power_of_about_one() -> None:
    assert power(lambda size: _turn(size * 1_000), 1_000, 8_000) < 1.4


def test_what_grows_as_a_square_is_seen() -> None:
    assert power(lambda size: _turn(size * size // 3), 1_000, 8_000) > LINEAR
