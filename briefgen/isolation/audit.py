"""An audit hook: what Python itself is about to do is refused, and reported by its path.

It is the inner of two walls. It names what was refused, and stands alone where the kernel has no
outer one; code that gets out of the interpreter passes it.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_REFUSED = (
    "ctypes.",
    "os.chmod",
    "os.chown",
    "os.exec",
    "os.fork",
    "os.kill",
    "os.link",
    "os.mkdir",
    "os.posix_spawn",
    "os.putenv",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.spawn",
    "os.symlink",
    "os.system",
    "os.truncate",
    "os.utime",
    "pty.",
    "shutil.",
    "signal.",
    "socket.",
    "subprocess.",
    "sys.setprofile",
    "sys.settrace",
)
"""Beginnings of events (PEP 578) that no brief needs."""

_READING = ("open", "os.listdir", "os.scandir")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

TOLD = 20
"""Paths that are remembered, so that a loop cannot fill the memory with them."""


def refuse_what_leads_outside(folders: Sequence[Path]) -> list[str]:
    """Refuse from now on to read outside some folders, to write, to connect and to begin a process.

    Return the list that every path that is refused will be added to.
    """
    allowed = tuple(f"{os.path.realpath(folder)}{os.sep}" for folder in folders)
    refused: list[str] = []

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_REFUSED):
            raise PermissionError(errno.EPERM, f"{event} is refused")
        if event in _READING and arguments and not isinstance(arguments[0], int):
            _look(event, arguments)

    def _look(event: str, arguments: tuple[Any, ...]) -> None:
        path = os.fsdecode("." if arguments[0] is None else arguments[0])
        real = f"{os.path.realpath(path)}{os.sep}"
        is_writing = event == "open" and bool((arguments[2] or 0) & _WRITING)
        if is_writing or not real.startswith(allowed):
            if len(refused) < TOLD and path not in refused:
                refused.append(path)
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    sys.addaudithook(hook)
    return refused
