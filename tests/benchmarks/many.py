"""Many briefs: what two processes gain over one, and whether a worker's memory stays flat.

`python -m benchmarks.many --briefs 2000`. By the processors' clocks, so that other programs on the
machine do not disturb: two processes on two free cores take as long as the busier of them, or half
of all the work, if that is more.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from samples.stand_in import MALI

import briefgen
from briefgen.campaign.processes import pool

PROCESSES = 2
_KIB_PER_MB = 1000**2 / 1024


@dataclass(frozen=True, slots=True)
class Reading:
    """A worker after a job: its processor time so far, and the most memory it has had."""

    worker: int
    cpu_s: float
    peak_mb: float


@dataclass
class Metered(Executor):
    """An executor that reads its workers' clocks and memory after each job."""

    inner: ProcessPoolExecutor
    readings: list[Reading] = field(default_factory=list)

    def submit(self, call: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        """Hand a job over; its answer comes back without the reading."""
        outer: Future[Any] = Future()

        def done(inner: Future[Any]) -> None:
            try:
                answer, reading = inner.result()
            except BaseException as error:  # noqa: BLE001 - it is the caller's
                outer.set_exception(error)
                return
            self.readings.append(reading)
            outer.set_result(answer)

        self.inner.submit(_metered, call, *given, **named).add_done_callback(done)
        return outer


def _metered(call: Callable[..., Any], *given: Any) -> tuple[Any, Reading]:
    answer = call(*given)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MB
    return answer, Reading(os.getpid(), time.process_time(), peak_mb)


@dataclass(frozen=True, slots=True)
class Many:
    """What a run of many briefs has shown."""

    briefs: int
    alone_s: float
    ratio: float
    early_mb: float
    late_mb: float


def measured(briefs: int) -> Many:
    """Build so many one-page briefs, each of another row, in this process and in two."""
    argument = briefgen.load(MALI)
    with TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.csv"
        lines = [f"{number},{1000 + number}" for number in range(briefs)]
        rows.write_text("\n".join(["place,#un-abroad", *lines]), encoding="utf-8")

        def run(name: str, executor: Executor | None) -> float:
            start_s = time.process_time()
            results = briefgen.build_each(
                argument, rows, Path(folder) / name, formats=["pdf"], executor=executor
            )
            assert not any(result.error for result in results)
            return time.process_time() - start_s

        briefgen.build(argument).to_bytes("pdf")
        alone_s = run("alone", None)
        with pool(PROCESSES) as processes:
            metered = Metered(processes)
            own_s = run("together", metered)
    by_worker: dict[int, list[Reading]] = {}
    for reading in metered.readings:
        by_worker.setdefault(reading.worker, []).append(reading)
    busy_s = [each[-1].cpu_s for each in by_worker.values()]
    together_s = max(*busy_s, 0.0, (sum(busy_s) + own_s) / PROCESSES)
    early = [each[len(each) // 4].peak_mb for each in by_worker.values()]
    late = [each[-1].peak_mb for each in by_worker.values()]
    return Many(briefs, alone_s, alone_s / together_s, max(early), max(late))


def main() -> int:
    """Print what one run shows."""
    parser = argparse.ArgumentParser(prog="benchmarks.many", description=__doc__)
    parser.add_argument("--briefs", type=int, default=2000)
    many = measured(parser.parse_args().briefs)
    print(  # noqa: T201
        f"{many.briefs} one-page briefs: {1000 * many.alone_s / many.briefs:.1f} ms each in one"
        f" process, {many.ratio:.2f} times as fast in two; a worker has {many.early_mb:.0f} MB at"
        f" most after a quarter of them, {many.late_mb:.0f} MB after all"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
