"""Faults of the system put into a program: at each step in turn, it fails or the process dies."""

from __future__ import annotations

import fcntl
import os
import signal
from collections.abc import Callable
from typing import Any

import pytest

STEPS = ("open", "write", "fsync", "fchown", "fchmod", "replace", "close", "unlink", "scandir")
"""What a program asks of the system, by its name in `os`, when it saves; `flock` besides."""

AtStep = Callable[[int, str], None]


def watch_steps(patch: pytest.MonkeyPatch, at: AtStep, *, halves: bool = True) -> None:
    """Let `at` be called before each step, with its number from 0 and its name.

    In `halves` a writing takes half of what it is given, so that a file is written in several.
    """
    taken = iter(range(10**9))

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            at(next(taken), name)
            if name == "write" and halves:
                descriptor, data = given
                return real(descriptor, data[: (len(data) + 1) // 2])
            return real(*given, **named)

        return step

    for name in STEPS:
        patch.setattr(os, name, watched(name, getattr(os, name)))
    patch.setattr(fcntl, "flock", watched("flock", fcntl.flock))


def killed_at(number: int, action: Callable[[], object], *, halves: bool = True) -> bool:
    """Run an action in a child that is killed before its n-th step; return whether it came there.

    Nothing can be cleaned up: the child kills itself as `kill -9` does.
    """

    def die(step: int, _: str) -> None:
        if step == number:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        code = 1
        try:
            with pytest.MonkeyPatch.context() as patch:
                watch_steps(patch, die, halves=halves)
                action()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.waitstatus_to_exitcode(status) == 0
    return False
