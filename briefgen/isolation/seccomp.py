"""Seccomp: the Linux kernel refuses a process all system calls but some (seccomp(2), Linux 3.5).

The list is of what is allowed, so what a later kernel brings is refused without being known here.
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterator

from briefgen.isolation.system_calls import (
    CHECKED,
    FREE,
    MACHINES,
    OPEN,
    SIGNAL_ONESELF,
    WRITING,
)

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
