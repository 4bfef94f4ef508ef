"""The system calls of Linux that a build needs, with their numbers on each machine.

Whatever is not here is refused, calls that no kernel has yet included. Numbers are those of the
kernel's own tables: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h.
"""

from __future__ import annotations

from collections.abc import Mapping

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
