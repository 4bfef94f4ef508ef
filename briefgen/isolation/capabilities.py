"""Capabilities: what of root's power a process has is laid down (capabilities(7))."""

from __future__ import annotations

import ctypes
from itertools import count

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
