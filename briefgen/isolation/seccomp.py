"""Seccomp: the Linux kernel refuses a process some system calls (seccomp(2), from Linux 3.5).

Refused are sockets of any kind, programs and processes, signals, looking into other processes, and
changing what a file system says of a file.
"""

from __future__ import annotations

import ctypes
import os

_ANYWHERE = (424, 425, 435, 438, 452, 463, 466)
"""Numbers, on every machine, of pidfd_send_signal, io_uring_setup, clone3, pidfd_getfd, fchmodat2,
setxattrat and removexattrat."""

_X86_64 = (
    *(41, 42, 49, 53),  # socket, connect, bind, socketpair
    *(56, 57, 58, 59, 322),  # clone, fork, vfork, execve, execveat
    *(62, 101, 310, 311),  # kill, ptrace, process_vm_readv, process_vm_writev
    *(90, 91, 92, 93, 94, 260, 268),  # chmod, fchmod, chown, fchown, lchown, fchownat, fchmodat
    *(132, 235, 261, 280),  # utime, utimes, futimesat, utimensat
    *(188, 189, 190, 197, 198, 199),  # setxattr and removexattr, each of three kinds
)
_ARM_64 = (
    *(198, 199, 200, 203),  # socket, socketpair, bind, connect
    *(220, 221, 281),  # clone, execve, execveat
    *(117, 129, 270, 271),  # ptrace, kill, process_vm_readv, process_vm_writev
    *(52, 53, 54, 55),  # fchmod, fchmodat, fchownat, fchown
    88,  # utimensat
    *(5, 6, 7, 14, 15, 16),  # setxattr and removexattr, each of three kinds
)
_MACHINES = {"x86_64": (0xC000003E, _X86_64), "aarch64": (0xC00000B7, _ARM_64)}
"""By machine: its name to the kernel (`AUDIT_ARCH_…`), and the numbers of what is refused."""

_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE = 0, 4
"""Where in `seccomp_data` the number of a call stands, and the architecture it is made for."""

_FOREIGN = 0x40000000
"""Calls of another interface of the same machine (x32) have numbers from here on."""

_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1
"""Let the call be made; or answer it with EPERM."""


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("jump_if", ctypes.c_uint8),
        ("jump_else", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("first", ctypes.POINTER(_Instruction)))


def refuse_sockets_and_processes() -> bool:
    """Have the kernel refuse them to this process from now on; return whether it does."""
    machine = _MACHINES.get(os.uname().machine)
    if machine is None:
        return False
    steps = [_Instruction(*step) for step in _steps(machine[0], (*machine[1], *_ANYWHERE))]
    program = _Program(len(steps), (_Instruction * len(steps))(*steps))
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(kernel.prctl(_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def _steps(architecture: int, refused: tuple[int, ...]) -> list[tuple[int, int, int, int]]:
    """Return the filter: code, how many steps to skip if it holds and if not, and the value."""
    count = len(refused)
    checks = [(_EQUAL, count - place, 0, number) for place, number in enumerate(refused)]
    return [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 0, count + 3, architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, count + 1, 0, _FOREIGN),
        *checks,
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
