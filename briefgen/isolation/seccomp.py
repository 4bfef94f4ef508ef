"""Seccomp: the Linux kernel refuses a process all system calls but some (seccomp(2), Linux 3.5).

The list is of what is allowed, so what a later kernel brings is refused without being known here.
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterator, Mapping

MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""The machines that the tables hold for, by the kernel's name for them (`AUDIT_ARCH_…`)."""

FREE: Mapping[str, tuple[int | None, int | None]] = {
    # Reading and writing what is open, and the end.
    "read": (0, 63),
    "readv": (19, 65),
    "pread64": (17, 67),
    "write": (1, 64),
    "writev": (20, 66),
    "lseek": (8, 62),
    "close": (3, 57),
    "dup": (32, 23),  # by which libxml2 reads a file that may be packed
    "exit": (60, 93),
    "exit_group": (231, 94),
    # Looking at files. What of them can be opened is Landlock's to say.
    "stat": (4, None),
    "lstat": (6, None),
    "fstat": (5, 80),
    "newfstatat": (262, 79),
    "statx": (332, 291),
    "access": (21, None),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "getdents64": (217, 61),
    "getcwd": (79, 17),
    # Memory of one's own.
    "brk": (12, 214),
    "mmap": (9, 222),
    "mremap": (25, 216),
    "munmap": (11, 215),
    "mprotect": (10, 226),
    "madvise": (28, 233),
    # Waiting, and handling signals.
    "futex": (202, 98),
    "sched_yield": (24, 124),
    "nanosleep": (35, 101),
    "clock_nanosleep": (230, 115),
    "restart_syscall": (219, 128),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    # Asking the time, chance, and who and where one is.
    "time": (201, None),
    "times": (100, 153),
    "gettimeofday": (96, 169),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "getrandom": (318, 278),
    "getpid": (39, 172),
    "getppid": (110, 173),
    "gettid": (186, 178),
    "getuid": (102, 174),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getegid": (108, 177),
    "getrlimit": (97, 163),
    "getrusage": (98, 165),
    "sysinfo": (99, 179),
    "uname": (63, 160),
}
"""Calls that may be made with any arguments: numbers on x86-64 and on ARM 64, where there are."""

OPEN: Mapping[str, tuple[int | None, int | None, int]] = {
    "open": (2, None, 1),
    "openat": (257, 56, 2),
}
"""Calls that open a file: two numbers, and which argument holds the flags."""

WRITING = 0o3 | 0o100 | 0o1000 | 0o2000
"""Flags of opening that change a file: O_WRONLY and O_RDWR, O_CREAT, O_TRUNC, O_APPEND. To truncate
needs no right to write in Landlock before its third version (`open(path, O_RDONLY | O_TRUNC)`)."""

ITSELF = 0
"""The id by which the calls below name the process that makes them."""

CHECKED: Mapping[str, tuple[int, int, int, tuple[int, ...]]] = {
    "ioctl": (16, 29, 1, (0x5401, 0x5413)),  # TCGETS, TIOCGWINSZ: is it a terminal, how wide
    "fcntl": (72, 25, 1, (1, 2, 3)),  # F_GETFD, F_SETFD, F_GETFL; F_SETOWN would send signals
    "prlimit64": (302, 261, 0, (ITSELF,)),
    "sched_getaffinity": (204, 123, 0, (ITSELF,)),
}
"""Calls that may be made with some values only: two numbers, which argument, and its values."""

SIGNAL_ONESELF = (234, 131, 0)
"""tgkill(2), by which abort(3) ends the process: two numbers, and the argument with its id."""


_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS, _WIDTH = 0, 4, 16, 8
"""Where in `seccomp_data` the number of a call stands, the architecture it is made for, and its
arguments. All that are looked at have 32 bits to the kernel, and both machines put these first."""

_ALLOW, _ERROR = 0x7FFF0000, 0x00050000

Step = tuple[int, int, int, int]
"""A step of a filter: its code, how many to skip if it holds and if not, and its value."""

_ALLOWED: Step = (_RETURN, 0, 0, _ALLOW)
_REFUSED: Step = (_RETURN, 0, 0, _ERROR | errno.EPERM)
_NOT_OPENED: Step = (_RETURN, 0, 0, _ERROR | errno.EACCES)


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("jump_if", ctypes.c_uint8),
        ("jump_else", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("first", ctypes.POINTER(_Instruction)))


def refuse_all_but_building() -> bool:
    """Have the kernel refuse this process all that no build needs; return whether it does.

    Refused are sockets, programs, processes and threads, signals to others, memory that is shared
    or outlives the process, changing any file, and everything else that is not in `system_calls`.
    It holds for the thread that calls.
    """
    if os.uname().machine not in MACHINES:
        return False
    steps = [_Instruction(*step) for step in filter_steps(os.uname().machine, os.getpid())]
    program = _Program(len(steps), (_Instruction * len(steps))(*steps))
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(kernel.prctl(_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def filter_steps(machine: str, process: int) -> list[Step]:
    """Return the filter of a machine for the process that it will keep in."""
    return [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, MACHINES[machine]),
        _REFUSED,
        (_LOAD, 0, 0, _NUMBER),
        *(step for call in _calls([*MACHINES].index(machine), process) for step in call),
        _REFUSED,
    ]


def _calls(column: int, process: int) -> Iterator[list[Step]]:
    """Yield the steps of each call that is allowed: passed over, unless they decide."""
    for numbers in FREE.values():
        yield _call(numbers[column], [_ALLOWED])
    for *opened, place in OPEN.values():
        flags = [_argument(place), (_ANY_BIT, 1, 0, WRITING), _ALLOWED, _NOT_OPENED]
        yield _call(opened[column], flags)
    for *checked, place, values in (*CHECKED.values(), (*SIGNAL_ONESELF, (process,))):
        equal = (step for value in values for step in ((_EQUAL, 0, 1, value), _ALLOWED))
        yield _call(checked[column], [_argument(place), *equal, _REFUSED])


def _call(number: int | None, decision: list[Step]) -> list[Step]:
    """Return a decision that is passed over by all calls but one; none for one that is missing."""
    return [] if number is None else [(_EQUAL, 0, len(decision), number), *decision]


def _argument(place: int) -> Step:
    return _LOAD, 0, 0, _ARGUMENTS + _WIDTH * place
