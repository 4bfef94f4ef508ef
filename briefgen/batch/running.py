"""Run a call over many jobs: in this process, in worker processes, or by a given executor."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from multiprocessing.connection import wait as wait_for_sentinel
from typing import Literal, TypeVar

from briefgen.options import FORMATS

JOBS_A_PROCESS = 4
"""Jobs a process must have before it is started, which takes as long as some briefs."""

_PRELOAD = ["briefgen.batch.worker", *(each.writer for each in FORMATS.values())]


def workers_for(jobs: int) -> int:
    """Return how many processes pay for so many jobs: at most one for each core we may use."""
    return min(cores(), jobs // JOBS_A_PROCESS)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def pool(workers: int) -> ProcessPoolExecutor:
    """Return a pool of processes that share nothing with this one.

    They are not forked from here, where a progress bar may have a thread that holds a lock, but
    from a server process that has imported briefgen once (on Windows: begun afresh).
    """
    server = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if server else "spawn")
    if server:
        context.set_forkserver_preload(_PRELOAD)
    return ProcessPoolExecutor(workers, context, initializer=_begin)


def begun() -> None:
    """Do nothing: the first job of a pool, which shows that its processes begin at all."""


def is_worker_beginning() -> bool:
    """Whether this is a process that is still reading its owner's script, to work for it."""
    return bool(getattr(multiprocessing.current_process(), "_inheriting", False))


def _begin() -> None:
    """Leave Ctrl-C to the owner, and do not outlive it, even if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_owner, daemon=True).start()


def _follow_owner() -> None:
    owner = multiprocessing.parent_process()
    if owner is not None:
        wait_for_sentinel([owner.sentinel])
        os._exit(1)  # whatever is being written is a temporary file until it is whole


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
