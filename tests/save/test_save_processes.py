"""Saving among processes: what dies in the middle, what meets, what hits a real limit."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from samples.saved import NEW, OLD, temporaries

from briefgen.save import make_folder, save


def _child(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_real_limit_on_file_sizes_leaves_the_old_file(target: Path) -> None:
    code = """if True:
        import resource, sys
        from briefgen.save import save
        from briefgen.types.finding import SaveError
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            save(sys.argv[1], bytes(100_000))
        except SaveError as error:
            print(",".join(error.codes))
    """
    said, _ = _child(code, target).communicate(timeout=30)
    assert said.strip() == "disk-full"
    assert target.read_bytes() == OLD
    assert temporaries(target.parent) == []


KILLED = """if True:
    import os, sys
    from briefgen.save import save
    write = os.write
    def half(descriptor, data):
        write(descriptor, data[:len(data) // 2])
        print("half", flush=True)
        sys.stdin.read()
    os.write = half
    save(sys.argv[1], bytes(100_000))
"""


def _make_its_folder(target: Path) -> None:
    """A campaign begins so, and may find that all else is done."""
    make_folder(target.parent)


@pytest.mark.parametrize("sweeping", [lambda target: save(target, NEW), _make_its_folder])
def test_a_child_killed_in_the_middle_leaves_the_old_file_and_the_next_one_sweeps(
    target: Path, sweeping: Callable[[Path], object]
) -> None:
    child = _child(KILLED, target)
    assert child.stdout is not None
    assert child.stdout.readline() == "half\n"
    assert len(temporaries(target.parent)) == 1

    save(target.with_name("other.pdf"), NEW)
    assert len(temporaries(target.parent)) == 1, "a living writer's file must not be swept"

    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=30)
    assert target.read_bytes() == OLD
    assert len(temporaries(target.parent)) == 1

    sweeping(target)
    assert target.read_bytes() in (OLD, NEW)
    assert temporaries(target.parent) == []


def test_several_writers_of_one_target_leave_one_whole_version(target: Path) -> None:
    code = """if True:
        import sys
        from briefgen.save import save
        sys.stdin.read()
        for _ in range(40):
            save(sys.argv[1], sys.argv[2].encode() * 50_000)
    """
    children = [_child(code, target, letter) for letter in "abcd"]
    for child in children:
        assert child.stdin is not None
        child.stdin.close()
    seen = set()
    while any(child.poll() is None for child in children):
        data = target.read_bytes()
        assert data == OLD or (len(data) == 50_000 and len(set(data)) == 1)
        seen.add(data[:1])
    for child in children:
        assert child.stdout is not None
        child.stdout.close()
    assert [child.returncode for child in children] == [0, 0, 0, 0]
    assert seen & {b"a", b"b", b"c", b"d"}
    assert temporaries(target.parent) == []
