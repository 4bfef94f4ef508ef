"""Landlock: the Linux kernel keeps a process to some folders (landlock(7), from Linux 5.13)."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

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
