"""What keeps a child process in, put up by itself before it reads a stranger's file.

An audit hook is the inner of two walls. It names what was refused, and stands alone where the
kernel has no outer one; code that gets out of the interpreter passes it. The outer one is Landlock,
by which the Linux kernel keeps a process to some folders (landlock(7), from Linux 5.13).
"""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import briefgen
from briefgen.isolation.seccomp import refuse_all_but_building
from briefgen.isolation.terms import Confinement, Limits, Wall
from briefgen.load.resources import resources_folder

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


_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""System calls, with the same numbers on every architecture."""

_VERSION = 1
_PATH_BENEATH = 1
_NO_NEW_PRIVILEGES = 38

_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
"""How many rights over files there are from a version on: execute, write, read, make, remove …"""

_NET_FROM, _SCOPE_FROM = 4, 6
_TCP, _SCOPES = 0b11, 0b11
"""Binding and connecting; abstract sockets of, and signals to, processes outside."""


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scopes", ctypes.c_uint64),
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def keep_to(folders: Iterable[Path]) -> bool:
    """Let this process read what lies in some folders, and nothing else: no writing anywhere.

    Return whether the kernel does so. It holds for this thread and those that it begins. What older
    versions leave open (truncating below 3, signals below 6, and rights, times and attributes of
    files in all of them) is for seccomp to refuse.
    """
    kernel = ctypes.CDLL(None, use_errno=True)
    version = known_version(kernel)
    if version < 1:
        return False
    rules = _Ruleset(
        (1 << max(count for first, count in _RIGHTS.items() if first <= version)) - 1,
        _TCP if version >= _NET_FROM else 0,
        _SCOPES if version >= _SCOPE_FROM else 0,
    )
    size = 24 if version >= _SCOPE_FROM else 16 if version >= _NET_FROM else 8
    ruleset = kernel.syscall(
        _CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0)
    )
    if ruleset < 0:
        return False
    try:
        allowed = all(_allow(kernel, ruleset, folder) for folder in folders)
        return (
            allowed
            and kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
            and kernel.syscall(_RESTRICT_SELF, ruleset, ctypes.c_uint32(0)) == 0
        )
    finally:
        os.close(ruleset)


def known_version(kernel: ctypes.CDLL) -> int:
    """Return the version of Landlock that a kernel has; less than 1 where it has or allows none."""
    asked = ctypes.c_size_t(0), ctypes.c_uint32(_VERSION)
    return int(kernel.syscall(_CREATE_RULESET, None, *asked))


def _allow(kernel: ctypes.CDLL, ruleset: int, folder: Path) -> bool:
    """Allow reading below a folder. One that is not there or cannot be entered needs no rule."""
    try:
        place = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, PermissionError):
        return True
    try:
        rights = _READ_FILE | (_READ_DIR if folder.is_dir() else 0)
        rule = _Beneath(rights, place)
        added = kernel.syscall(
            _ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), ctypes.c_uint32(0)
        )
        return bool(added == 0)
    finally:
        os.close(place)


# Capabilities: what of root's power a process has is laid down (capabilities(7)).

_BOUND_READ, _BOUND_DROP, _AMBIENT, _AMBIENT_CLEAR = 23, 24, 47, 4
"""Options of prctl(2)."""

_VERSION_3 = 0x20080522
"""The form of capset(2) that has two words of each set."""


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("process", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


def drop_capabilities() -> bool:
    """Give up every capability for good; return whether none is left.

    Root then reads what its own rights over a file let it read, like any other user. The bounding
    set can be lowered only by who may; without it nothing comes back either, as no program is
    begun.
    """
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(_AMBIENT, _AMBIENT_CLEAR, 0, 0, 0)
    for capability in count():
        if kernel.prctl(_BOUND_READ, capability, 0, 0, 0) < 0:
            break  # there are no more of them
        kernel.prctl(_BOUND_DROP, capability, 0, 0, 0)
    header, sets = _Header(_VERSION_3, 0), (_Sets * 2)()
    return bool(kernel.capset(ctypes.byref(header), ctypes.byref(sets)) == 0)


_PARENT_DEATH_SIGNAL = 1
"""Option of prctl(2): the signal that ends a process when its parent is gone."""


def confine(root: Path, limits: Limits) -> tuple[Confinement, list[str]]:
    """Confine this process, for good; return how, and the list of paths that will be refused."""
    _limit(limits)
    is_alone = _is_alone()
    is_powerless = drop_capabilities()
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    folders = [root, *_own_folders(root)]
    has_landlock = keep_to(folders)
    has_filter = refuse_all_but_building()
    refused = refuse_what_leads_outside(folders)
    is_held = has_filter and is_powerless and is_alone
    # Landlock alone lets a file's rights, times and, before its version 3, length be changed.
    files, rest = _wall(has_landlock and is_held), _wall(is_held)
    return Confinement(files=files, network=rest, processes=rest), refused


def _wall(is_held: bool) -> Wall:
    return "kernel" if is_held else "interpreter"


def _is_alone() -> bool:
    """Whether this process has one thread: the walls hold for the one that puts them up."""
    try:
        return len([*Path("/proc/self/task").iterdir()]) == 1
    except OSError:
        return False


def _limit(limits: Limits) -> None:
    """Set the limits of the process. It writes no file, and leaves no memory behind in one."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu_s = int(used.ru_utime + used.ru_stime) + limits.cpu_s + 1
    for kind, most, hardest in (
        (resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes),
        (resource.RLIMIT_CPU, cpu_s, cpu_s + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NPROC, 0, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        ceiling = hardest if hard == resource.RLIM_INFINITY else min(hardest, hard)
        resource.setrlimit(kind, (min(most, ceiling), ceiling))


def _own_folders(root: Path) -> Iterator[Path]:
    """Yield the folders of Python, the libraries and briefgen, which are read as they are needed.

    Other folders that modules come from are none of them where the root lies in them, as they would
    open more than the root. Nor is the folder of a checkout, of which the package is enough.
    """
    package = Path(briefgen.__file__).resolve().parent
    yield from (package, resources_folder("templates"), resources_folder("data"))
    paths = sysconfig.get_paths()
    for library in sorted({paths["stdlib"], paths["platstdlib"], *sys.path}):
        folder = Path(library).resolve()
        is_ours = folder.name.endswith("-packages") or folder == Path(paths["stdlib"]).resolve()
        is_apart = folder != package.parent and not root.is_relative_to(folder)
        if is_ours or is_apart:
            yield folder
