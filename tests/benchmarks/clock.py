"""Times: the best of runs on different inputs, and the laps of one run.

What else runs on a machine only ever adds to a time, so the shortest one says most.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

Input = TypeVar("Input")


def best_s(call: Callable[[Input], object], inputs: Iterable[Input]) -> float:
    """Return the shortest time of a call in seconds. The first input warms up and does not count.

    Inputs are made one by one, each before the clock starts. What a peer has loaded is kept from
    the garbage collector meanwhile, or everybody would pay for it.
    """
    times = []
    for each in inputs:
        gc.collect()
        gc.freeze()
        start = time.perf_counter()
        call(each)
        times.append(time.perf_counter() - start)
        gc.unfreeze()
    return min(times[1:])


class Stopwatch:
    """The laps of one run, by name, in seconds."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        """End a lap; the next begins."""
        now = time.perf_counter()
        self.laps[name] = now - self._last
        self._last = now
