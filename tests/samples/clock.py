"""Times work by the processor's clock, apart from collections of garbage and other work."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable

from briefgen import cache

LINEAR = 1.75
"""Below this power of the size, time counts as growing with it: noise adds, a square gives 2."""

_FLOOR_S = 0.005
"""What takes less is taken for as long: so short a time measures the clock."""


def least_seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Return the least processor time of several runs: what the work itself takes."""
    work()
    return _least(work, runs)


def power(work: Callable[[int], object], small: int, large: int) -> float:
    """Return the power of its size with which the time of work grows: 1 in step, 2 as a square.

    Nothing is known from a run before: kept answers are cleared. What another program takes of
    the processor only adds time, so it is the least of several runs that counts, and a growth that
    looks too steep is measured again.
    """

    def seconds(size: int, runs: int) -> float:
        def forget() -> None:
            cache.clear()
            work(small // 2)  # what the first text of all costs, such as a parser, is no growth

        return _least(lambda: work(size), runs, before=forget)

    short, long = seconds(small, 3), seconds(large, 1)
    for _ in range(3):
        if _power(short, long, large / small) < LINEAR:
            break
        short, long = min(short, seconds(small, 3)), min(long, seconds(large, 1))
    return _power(short, long, large / small)


def _power(short_s: float, long_s: float, ratio: float) -> float:
    return math.log(max(long_s, _FLOOR_S) / max(short_s, _FLOOR_S)) / math.log(ratio)


def _least(
    work: Callable[[], object], runs: int, before: Callable[[], object] = lambda: None
) -> float:
    least = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            before()
            start = time.process_time()
            work()
            least = min(least, time.process_time() - start)
    finally:
        gc.enable()
    return least
