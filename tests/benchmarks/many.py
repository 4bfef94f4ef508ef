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
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from samples.stand_in import MALI

import briefgen
from briefgen.batch.running import pool
from briefgen.options import FORMATS

PROCESSES = 2
_KIB_PER_MB = 1000**2 / 1024


@dataclass(frozen=True, slots=True)
class Reading:
    """A worker after a job: its processor time so far, and the memory that it has and has had."""

    worker: int
    cpu_s: float
    peak_mb: float
    now_mb: float


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
    return answer, Reading(os.getpid(), time.process_time(), peak_mb, _resident_mb())


def _resident_mb() -> float:
    """Return the memory that this process has now; 0 where the system does not say (Linux does)."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0.0
    return pages * resource.getpagesize() / 1000**2


@dataclass(frozen=True, slots=True)
class Many:
    """What a run of many briefs has shown."""

    briefs: int
    alone_s: float
    together_s: float
    early_mb: float
    late_mb: float
    curves_mb: tuple[tuple[float, ...], ...]

    @property
    def ratio(self) -> float:
        """How many times as fast two processes are as one."""
        return self.alone_s / self.together_s


def measured(briefs: int, kind: str = "pdf", *, alone: bool = True) -> Many:
    """Build so many one-page briefs, each of another row, in this process and in two.

    Not `alone`, this process only hands out the work.
    """
    argument = briefgen.load(MALI)
    with TemporaryDirectory() as folder:
        rows = _rows(Path(folder), briefs)

        def run(name: str, executor: Executor | None) -> float:
            start_s = time.process_time()
            results = briefgen.build_each(
                argument, rows, Path(folder) / name, formats=[kind], executor=executor
            )
            assert not any(result.error for result in results)
            return time.process_time() - start_s

        briefgen.build(argument).to_bytes(kind)
        alone_s = run("alone", None) if alone else 0.0
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
    curves = tuple(_thinned([one.now_mb for one in each]) for each in by_worker.values())
    return Many(briefs, alone_s, together_s, max(early), max(late), curves)


def _rows(folder: Path, briefs: int) -> Path:
    rows = folder / "rows.csv"
    lines = [f"{number},{1000 + number}" for number in range(briefs)]
    rows.write_text("\n".join(["place,#un-abroad", *lines]), encoding="utf-8")
    return rows


def _thinned(values: Sequence[float]) -> tuple[float, ...]:
    """Return the values after each tenth of the way."""
    return tuple(values[max(0, len(values) * tenth // 10 - 1)] for tenth in range(1, 11))


def alone_s(briefs: int, kind: str = "pdf") -> float:
    """Return the time in which this process builds so many one-page briefs, each of another row."""
    argument = briefgen.load(MALI)
    with TemporaryDirectory() as folder:
        rows = _rows(Path(folder), briefs)
        start_s = time.process_time()
        briefgen.build_each(argument, rows, Path(folder) / "out", formats=[kind])
        return time.process_time() - start_s


def main() -> int:
    """Print what one run shows."""
    parser = argparse.ArgumentParser(prog="benchmarks.many", description=__doc__)
    parser.add_argument("--briefs", type=int, default=2000)
    parser.add_argument("--format", choices=FORMATS, default="pdf")
    given = parser.parse_args()
    many = measured(given.briefs, given.format)
    print(  # noqa: T201
        f"{many.briefs} one-page briefs: {1000 * many.alone_s / many.briefs:.1f} ms each in one"
        f" process, {many.ratio:.2f} times as fast in two; a worker has {many.early_mb:.0f} MB at"
        f" most after a quarter of them, {many.late_mb:.0f} MB after all"
    )
    for number, curve in enumerate(many.curves_mb, 1):
        shown = "  ".join(f"{each:.1f}" for each in curve)
        print(f"worker {number}, MB after each tenth of its briefs: {shown}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
