"""Run a call over many jobs: in this process, in processes of our own, or by a given executor."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from typing import Literal, TypeVar

from briefgen.batch.processes import begun, is_worker_beginning, pool, workers_for

Job = TypeVar("Job")
Answer = TypeVar("Answer")
Answers = Generator[tuple[int, Answer | BaseException], None, None]
"""The number of a job, and its answer or why there is none. In the order in which they come.

Who closes it before its end wants no more: what has not begun is not begun.
"""

By = Executor | Literal["processes"] | None
"""Who does the work: an executor, processes of our own (if it is worth it), or this process."""


class NoWorker(Exception):
    """Every process of our own ended before it took a job.

    Each reads the caller's script, and ends where that has no guard.
    """


ATTEMPTS = 3
"""How often a job is given to an executor that loses it, such as a cluster that loses a worker."""

WINDOW = 256
"""Jobs that an executor has at once: enough for a cluster, and few enough to hold in memory."""


def answers(call: Callable[[Job], Answer], jobs: Sequence[Job], by: By) -> Answers[Answer]:
    """Yield what a call makes of each job. A job that is lost for good yields the error.

    Where an executor breaks, what it never began is not answered; processes of our own are
    begun anew instead.

    Raises:
        NoWorker: no process of our own takes a job.
    """
    if by == "processes":
        if is_worker_beginning():
            raise SystemExit(1)  # our owner learns of it, and is the one that reports it
        workers = workers_for(len(jobs))
        if workers > 1:
            yield from _by_processes(call, jobs, workers)
            return
        by = None
    if by is None:
        for number, job in enumerate(jobs):
            yield number, call(job)
    else:
        yield from _by_executor(call, dict(enumerate(jobs)), by, WINDOW)


def _by_executor(
    call: Callable[[Job], Answer], jobs: dict[int, Job], executor: Executor, window: int
) -> Answers[Answer]:
    waiting = deque(jobs)
    losses: Counter[int] = Counter()
    running: dict[Future[Answer], int] = {}
    try:
        while waiting or running:
            while waiting and len(running) < window:
                try:
                    future = executor.submit(call, jobs[waiting[0]])
                except (BrokenExecutor, RuntimeError):  # broken, or shut down by its owner
                    waiting.clear()
                    break
                running[future] = waiting.popleft()
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                number = running.pop(future)
                try:
                    answer = future.result()
                except (Exception, CancelledError) as error:  # noqa: BLE001 - whatever it raises
                    losses[number] += 1
                    if losses[number] < ATTEMPTS and not isinstance(error, BrokenExecutor):
                        waiting.append(number)
                    else:
                        yield number, error
                else:
                    yield number, answer
    finally:
        for future in running:
            future.cancel()


def _by_processes(
    call: Callable[[Job], Answer], jobs: Sequence[Job], workers: int
) -> Answers[Answer]:
    """Work in processes; where one dies, find out which job it died of, and go on with the rest.

    A pool breaks whole, so any job it had at once is suspect: each of these gets a process of its
    own, and what kills that too is given up.
    """
    rest = dict(enumerate(jobs))
    suspects: list[int] = []
    while rest:
        alone = suspects[:1]
        batch = {number: rest[number] for number in alone or rest}
        with pool(len(alone) or workers) as executor:
            first = executor.submit(begun)
            for number, answer in _by_executor(call, batch, executor, 2 * workers):
                if isinstance(answer, BrokenExecutor) and isinstance(
                    first.exception(), BrokenExecutor
                ):
                    raise NoWorker(str(answer))
                if isinstance(answer, BrokenExecutor) and not alone:
                    suspects.append(number)
                else:
                    del rest[number]
                    yield number, answer
        if alone:
            suspects = suspects[1:]
        elif rest and not suspects:
            return  # no process can be begun here at all
