"""Saving while the system fails or the process dies, at every step in turn: old or new, whole."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest
from samples.faults import killed_at, watch_steps
from samples.saved import NEW, OLD, temporaries

from briefgen.save import save
from briefgen.types.finding import SaveError


def held(target: Path) -> bytes | None:
    return target.read_bytes() if target.exists() else None


@pytest.mark.parametrize("old", [OLD, None])
def test_a_process_killed_at_any_step_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, old: bytes | None
) -> None:
    target = tmp_path / "brief.pdf"
    left = []
    for number in count():
        target.unlink(missing_ok=True)
        if old is not None:
            target.write_bytes(old)
        killed = killed_at(number, lambda: save(target, NEW))
        left.append(held(target))
        assert left[-1] in (old, NEW), number
        assert len(temporaries(tmp_path)) <= 1
        save(tmp_path / "other.pdf", NEW)
        assert temporaries(tmp_path) == [], "the next one sweeps"
        if not killed:
            break
    assert len(left) > 12, "there were so many steps to die at"
    assert left == sorted(left, key=lambda data: data == NEW), "once there, the new file stays"
    assert left[-1] == NEW


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_step_that_fails_is_reported_and_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, number: int
) -> None:
    """What fails after the new file has its name is no failure of the saving."""
    target = tmp_path / "brief.pdf"
    refused = []
    for at in count():
        failed: list[str] = []

        def fail(step: int, name: str, at: int = at, failed: list[str] = failed) -> None:
            if step == at:
                failed.append(name)
                raise OSError(number, os.strerror(number))

        target.write_bytes(OLD)
        with pytest.MonkeyPatch.context() as patch:
            watch_steps(patch, fail)
            try:
                save(target, NEW)
            except SaveError as error:
                refused.append(failed[0])
                assert len(error.codes) == 1
                assert held(target) == OLD, (at, failed)
            else:
                assert held(target) == NEW, (at, failed)
        assert temporaries(tmp_path) == []
        if not failed:
            break
    assert {"open", "write", "fsync", "fchmod", "replace"} == set(refused)


def test_a_failure_to_clean_up_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(OLD)

    def fail(_: int, name: str) -> None:
        if name in ("write", "unlink", "close"):
            raise OSError({"write": errno.ENOSPC}.get(name, errno.EIO), name)

    watch_steps(monkeypatch, fail)
    with pytest.raises(SaveError) as caught:
        save(target, NEW)
    monkeypatch.undo()
    assert caught.value.codes == ("disk-full",)
    assert held(target) == OLD


def test_writers_of_one_target_that_are_killed_and_begun_anew_leave_it_whole(
    tmp_path: Path,
) -> None:
    target = tmp_path / "brief.pdf"
    code = """if True:
        import sys
        from briefgen.save import save
        while True:
            save(sys.argv[1], sys.argv[2].encode() * 300_000)
    """

    def begun(letter: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", code, str(target), letter])

    save(target, b"0" * 300_000)
    chance = random.Random(1)
    writers = [begun(letter) for letter in "ab"]
    seen = set()
    end = time.monotonic() + 2.5
    while time.monotonic() < end:
        data = target.read_bytes()
        assert len(data) == 300_000
        assert len(set(data)) == 1
        seen.add(data[:1])
        if chance.random() < 0.02:
            victim = chance.randrange(2)
            writers[victim].send_signal(signal.SIGKILL)
            writers[victim].wait()
            writers[victim] = begun("abcd"[chance.randrange(4)])
    for writer in writers:
        writer.kill()
        writer.wait()
    assert len(seen) > 1
    save(target, NEW)
    assert target.read_bytes() == NEW
    assert temporaries(tmp_path) == []
