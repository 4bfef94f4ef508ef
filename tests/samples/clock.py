"""Times work by the processor's clock, apart from collections of garbage and other work."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def least_seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Return the least processor time of several runs: what the work itself takes."""
    least = float("inf")
    work()
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            start = time.process_time()
            work()
            least = min(least, time.process_time() - start)
    finally:
        gc.enable()
    return least
