"""Times: the best of runs on different inputs, and the laps of one run.

They are processor time, of this process with all its threads and of those that it has waited for:
what else runs on the machine makes no difference but for the caches, and adds to a time only. So
the shortest one says most.
"""

from __future__ import annotations

import gc
import resource
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
        start = spent_s()
        call(each)
        times.append(spent_s() - start)
        gc.unfreeze()
    return min(times[1:])


def spent_s() -> float:
    """Return the processor time of this process and of its children that have ended, in seconds."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


class Stopwatch:
    """The laps of one run, by name, in seconds."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = spent_s()

    def lap(self, name: str) -> None:
        """End a lap; the next begins."""
        now = spent_s()
        self.laps[name] = now - self._last
        self._last = now
