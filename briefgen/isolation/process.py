"""The child process: begun with nothing but a request, heard within its limits, and ended."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import briefgen
from briefgen.isolation.terms import (
    HEAD_LIMIT,
    Garbled,
    Head,
    Limits,
    Request,
    crash_finding,
    memory_finding,
    output_finding,
    read_reply,
    time_finding,
    written_request,
)
from briefgen.types.finding import BriefgenError, Finding

if TYPE_CHECKING:
    from resource import struct_rusage

_BEGIN = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from briefgen.isolation.child import main; main()"
)
_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": ""}
"""All that the child is given of the world: no keys, no names, no settings."""

_CHUNK = 1 << 16
_GRACE_S, _POLL_S = 2.0, 0.002
"""How long a child that has answered may take to end, and how often it is looked at."""

_NEARLY = 0.8
"""Share of the memory limit from which a child that dies is taken to have died of it."""


def answer_of(request: Request) -> tuple[Head, dict[str, bytes]]:
    """Have a child build what is requested, and return what it answers.

    Raises:
        BriefgenError: a limit that is reached, or a child that dies.
    """
    limits = request.limits
    # A file in memory: it needs no temporary folder, and the child reads it whenever it likes.
    with os.fdopen(os.memfd_create("briefgen-request"), "w+b") as asked:
        asked.write(written_request(request))
        asked.flush()
        asked.seek(0)
        child = subprocess.Popen(  # noqa: S603 - Python itself, and nothing of the caller's
            [sys.executable, "-I", "-B", "-c", _BEGIN, json.dumps(_paths(request))],
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT,
            start_new_session=True,
        )
    data, ending = b"", "left"
    try:
        data, ending = _heard(child, limits)
    finally:
        usage = _ended(child, 0.0 if ending else _GRACE_S)
    file = request.argument
    if ending == "time":
        reported = f"{limits.wall_s:g} s"
        raise BriefgenError([time_finding(file, f"more than {reported}", reported)])
    if ending == "output":
        more = f"more than {limits.output_bytes:,}"
        raise BriefgenError([output_finding(file, more, limits.output_bytes)])
    try:
        return read_reply(data)
    except Garbled:
        raise BriefgenError([_why(request, child.returncode, usage)]) from None


def _why(request: Request, code: int, usage: struct_rusage) -> Finding:
    """Return why a child has died, as far as that can be seen from here."""
    from resource import RUSAGE_SELF, getrusage  # noqa: PLC0415 - there is none on Windows

    file, limits = request.argument, request.limits
    used_s, used_bytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024
    if code == -signal.SIGXCPU or (code == -signal.SIGKILL and used_s > limits.cpu_s):
        return time_finding(file, f"{used_s:.1f} s of computing", f"{limits.cpu_s} s")
    # A child is counted with what its parent had when it was begun.
    own_bytes = getrusage(RUSAGE_SELF).ru_maxrss * 1024
    if used_bytes > max(_NEARLY * limits.memory_bytes, own_bytes):
        return memory_finding(file, used_bytes, limits.memory_bytes)
    how = f"signal {-code}" if code < 0 else f"it ended with {code} and without an answer"
    return crash_finding(file, how)


def _ended(child: subprocess.Popen[bytes], grace_s: float) -> struct_rusage:
    """End a child and all that it may have begun, and return what it has used."""
    deadline = time.monotonic() + grace_s
    while True:
        ended, status, usage = os.wait4(child.pid, os.WNOHANG)
        if ended:
            break
        if time.monotonic() > deadline:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
        time.sleep(_POLL_S)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.stdout is not None
    child.stdout.close()
    return usage


def _paths(request: Request) -> list[str]:
    """Return where the child finds modules: where we do, but never among the strangers' files.

    An environment that lies below the root, as `.venv` does in many projects, is no stranger's.
    """
    root, home = Path(request.root).resolve(), Path(briefgen.__file__).resolve().parent.parent
    environments = [Path(prefix).resolve() for prefix in (sys.prefix, sys.base_prefix)]
    found = []
    for path in filter(None, sys.path):
        folder = Path(path).resolve()
        is_ours = any(map(folder.is_relative_to, environments))
        if folder == home or not folder.is_relative_to(root) or (is_ours and folder != root):
            found.append(path)
    return found


def _heard(child: subprocess.Popen[bytes], limits: Limits) -> tuple[bytes, str]:
    """Return what a child says until it ends, and why it was not heard to its end."""
    assert child.stdout is not None
    most = limits.output_bytes + HEAD_LIMIT
    end = time.monotonic() + limits.wall_s
    data = bytearray()
    with selectors.DefaultSelector() as ready:
        ready.register(child.stdout, selectors.EVENT_READ)
        while (left := end - time.monotonic()) > 0:
            if ready.select(left):
                chunk = os.read(child.stdout.fileno(), _CHUNK)
                if not chunk:
                    return bytes(data), ""
                data += chunk
                if len(data) > most:
                    return b"", "output"
    return b"", "time"
