"""Who does the work: this process, processes of our own, any executor; and what if one dies."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import (
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ThreadPoolExecutor,
)
from pathlib import Path
from typing import Any

import pytest
from samples.shell import environment

import briefgen
from briefgen.batch import running
from briefgen.batch.order import packed
from briefgen.batch.running import ATTEMPTS, By, answers

# A stand-in for a brief that kills its worker must be found by a child under the module's name.


def square(number: int) -> int:
    return number * number


def square_or_die(number: int) -> int:
    if number == 13:
        os._exit(1)
    return number * number


class Flaky(Executor):
    """An executor that loses jobs: each of some numbers, so many times, by some exception."""

    def __init__(self, losses: dict[int, int], error: BaseException) -> None:
        self.losses, self.error = losses, error
        self.calls: list[int] = []

    def submit(self, call: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.calls.append(given[0])
        if self.losses.get(given[0], 0) > 0:
            self.losses[given[0]] -= 1
            future.set_exception(self.error)
        else:
            future.set_result(call(*given, **named))
        return future


def found(jobs: list[int], by: By) -> dict[int, int | BaseException]:
    each = list(answers(square, jobs, by))
    assert len(each) == len({number for number, _ in each}), "none is answered twice"
    return dict(each)


def test_the_answer_is_the_same_whoever_works() -> None:
    expected = {number: number * number for number in range(40)}
    assert found(list(range(40)), None) == expected
    assert found(list(range(40)), "processes") == expected
    with ThreadPoolExecutor(3) as threads:
        assert found(list(range(40)), threads) == expected
    assert found([], "processes") == {}


@pytest.mark.parametrize("error", [OSError("the worker is gone"), CancelledError(), ValueError()])
def test_a_job_that_is_lost_is_given_again(error: BaseException) -> None:
    flaky = Flaky({3: ATTEMPTS - 1}, error)
    assert found(list(range(5)), flaky) == {number: number * number for number in range(5)}
    assert flaky.calls.count(3) == ATTEMPTS


def test_a_job_that_is_always_lost_is_given_up_and_no_other() -> None:
    flaky = Flaky({3: 99}, OSError("the worker is gone"))
    results = found(list(range(5)), flaky)
    assert isinstance(results.pop(3), OSError)
    assert results == {number: number * number for number in (0, 1, 2, 4)}
    assert flaky.calls.count(3) == ATTEMPTS


def test_an_executor_that_breaks_is_not_asked_again() -> None:
    class Broken(Flaky):
        def submit(self, call: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
            if given[0] > 2:
                raise BrokenExecutor("gone")
            return super().submit(call, *given, **named)

    results = found(list(range(6)), Broken({1: 1}, BrokenExecutor("gone")))
    assert isinstance(results.pop(1), BrokenExecutor)
    assert results == {0: 0, 2: 4}


def test_no_more_than_a_window_is_handed_over_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "WINDOW", 3)
    waiting: list[Future[int]] = []

    class Slow(Executor):
        def submit(self, call: Callable[..., Any], /, *given: Any, **_: Any) -> Future[Any]:
            waiting.append(Future())
            if len(waiting) == 3 or given[0] > 2:
                waiting[-1].set_result(call(*given))
            return waiting[-1]

    asked = answers(square, list(range(9)), Slow())
    next(asked)
    assert len(waiting) == 3
    asked.close()
    assert waiting[0].cancelled()


def test_a_job_that_kills_its_worker_is_found_and_takes_no_other_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "workers_for", lambda _: 2)
    results = dict(answers(square_or_die, list(range(20)), "processes"))
    assert isinstance(results.pop(13), BrokenExecutor)
    assert results == {number: number * number for number in range(20) if number != 13}


def die() -> None:
    os._exit(1)


def test_processes_that_end_as_they_begin_are_reported_once_with_the_likely_cause(
    mali: briefgen.Argument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "workers_for", lambda _: 2)
    monkeypatch.setattr(running, "begun", die)
    with pytest.raises(briefgen.BriefgenError) as caught:
        briefgen.build_all(mali, tmp_path, executor="processes")
    assert caught.value.codes == ("workers-failed",)
    assert "four-page-analyst.pdf" in str(caught.value)
    assert "and 34 more" in str(caught.value)
    assert 'if __name__ == "__main__":' in str(caught.value)


def test_a_worker_that_reads_its_owners_script_begins_no_workers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "is_worker_beginning", lambda: True)
    with pytest.raises(SystemExit):
        next(answers(square, list(range(20)), "processes"))


def test_processes_are_begun_only_where_there_is_work_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "cores", lambda: 8)
    assert [running.workers_for(jobs) for jobs in (0, 1, 7, 8, 12, 999)] == [0, 0, 1, 2, 3, 8]
    monkeypatch.setattr(running, "cores", lambda: 1)
    assert running.workers_for(999) == 1


OWNER = """
import os, time
from briefgen.batch.running import pool

if __name__ == "__main__":
    with pool(1) as workers:
        print(workers.submit(os.getpid).result(), flush=True)
        workers.submit(time.sleep, 60).result()
"""


def test_a_worker_does_not_outlive_its_owner(tmp_path: Path) -> None:
    """The owner is killed and can tell nobody; its worker sees it and goes."""
    (tmp_path / "owner.py").write_text(OWNER, encoding="utf-8")
    owner = subprocess.Popen(
        [sys.executable, "owner.py"], cwd=tmp_path, env=environment(), stdout=subprocess.PIPE
    )
    assert owner.stdout
    with owner.stdout:
        worker = int(owner.stdout.readline())
        assert _alive(worker)
        owner.kill()
        owner.wait(timeout=30)
    deadline = time.monotonic() + 30
    while _alive(worker) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _alive(worker)


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_the_files_are_the_same_bytes_whoever_builds_them(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    def files(name: str, by: By) -> dict[str, bytes]:
        results = briefgen.build_all(mali, tmp_path / name, lengths=["one-page"], executor=by)
        assert not any(result.error for result in results)
        return {result.path.name: result.path.read_bytes() for result in results}

    alone = files("alone", None)
    assert len(alone) == 10
    assert files("processes", "processes") == alone
    with ThreadPoolExecutor(2) as threads:
        assert files("threads", threads) == alone


def test_what_a_worker_loses_is_reported_and_the_rest_is_there(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    class Loses(Executor):
        def submit(self, call: Callable[..., Any], /, *given: Any, **_: Any) -> Future[Any]:
            future: Future[Any] = Future()
            if "public" in given[0].options.audience:
                future.set_exception(BrokenExecutor("gone"))
            else:
                future.set_result(call(*given))
            return future

    given: dict[str, Any] = {"lengths": ["one-page"], "audiences": ["public", "analyst"]}
    results = briefgen.build_all(mali, tmp_path, **given, executor=Loses())
    codes = [result.error.codes if result.error else () for result in results]
    assert codes == [("worker-lost",), ("worker-lost",), (), ()]
    again = briefgen.build_all(mali, tmp_path, **given)
    assert [result.kept for result in again] == [False, False, True, True]


def test_what_is_sent_to_a_worker_is_small(mali: briefgen.Argument) -> None:
    assert len(packed(mali).data) < 40_000
    assert packed(mali).value == mali
    assert packed(mali).value is packed(mali).value
