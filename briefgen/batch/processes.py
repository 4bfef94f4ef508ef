"""Worker processes, one a core: started clean, without Ctrl-C, and ended with their owner."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait

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
        wait([owner.sentinel])
        os._exit(1)  # whatever is being written is a temporary file until it is whole
