"""A cluster of Dask's by the same protocol: a worker is killed, and nothing is missing."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from distributed import Client, LocalCluster

import briefgen


def test_a_cluster_builds_every_file_once_though_a_worker_is_killed(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    stopped: list[int] = []
    reported: list[str] = []

    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,  # type: ignore[no-untyped-call]
        client.get_executor() as executor,
    ):

        def stop_one(done: int, _: int, result: briefgen.Result) -> None:
            reported.append(result.path.name)
            if done >= 6 and not stopped:
                worker = next(iter(cluster.workers.values()))
                stopped.append(worker.pid)
                os.kill(worker.pid, signal.SIGKILL)

        results = briefgen.build_all(
            mali,
            tmp_path / "cluster",
            lengths=["one-page", "two-page"],
            executor=executor,
            progress=stop_one,
        )
    assert stopped
    assert [result.error for result in results] == [None] * 20
    assert sorted(reported) == sorted({result.path.name for result in results})
    alone = briefgen.build_all(mali, tmp_path / "alone", lengths=["one-page", "two-page"])
    for here, there in zip(alone, results, strict=True):
        assert here.path.read_bytes() == there.path.read_bytes()
