"""A child that was taken over: native code, no audit hook, and the kernel's walls alone.

Each attempt is made below Python, by the numbers of the kernel's own table, as root and as nobody,
and on kernels that know less of Landlock. The same attempts without walls show that they would
have succeeded.
"""

from __future__ import annotations

import errno
import json
import os
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from samples.shell import python

from briefgen.isolation import seccomp
from briefgen.isolation.seccomp import CHECKED, FREE, MACHINES, OPEN, SIGNAL_ONESELF, filter_steps

SCRIPT = """
import ctypes, json, os, struct, sys
import briefgen.pipeline  # all of it, while nobody may still read it
from briefgen.isolation import confinement as walls
from briefgen.isolation.terms import Limits
from pathlib import Path

root, outside, user, version, only = json.loads(sys.argv[1])
if version is not None:
    walls.known_version = lambda kernel: version
libc = ctypes.CDLL(None)
call, libc.__errno_location.restype = libc.syscall, ctypes.POINTER(ctypes.c_int)
failed = libc.__errno_location
call.restype = ctypes.c_long
if user:
    os.setgroups([]); os.setgid(user); os.setuid(user)
reading, writing = os.pipe()
victim = os.getpid()
if os.fork():
    os.close(writing)
    answer = os.fdopen(reading).read()
    os.wait()
    print(json.dumps({"answers": json.loads(answer), "nice": os.getpriority(os.PRIO_PROCESS, 0)}))
    sys.exit()

status = os.open("/proc/self/status", os.O_RDONLY)
limits, mask = struct.pack("QQ", 64, 64), struct.pack("Q", 1)
memory = ctypes.create_string_buffer(4096)
at = ctypes.addressof(memory)
vector = struct.pack("QQ", at, 8)
inside, beyond = f"{root}/a.txt".encode(), outside.encode()
sent = struct.pack("iiii", 0, 0, 0, 0) + bytes(112)
attempts = {
    "limit the parent (prlimit64)": (302, victim, 7, limits, None),
    "slow the parent (setpriority)": (141, 0, victim, 5),
    "ioprio_set": (251, 1, victim, 0x4007),
    "move the parent (sched_setaffinity)": (203, victim, 8, mask),
    "sched_setscheduler": (144, victim, 0, struct.pack("i", 0)),
    "sched_setattr": (314, victim, struct.pack("IIQiIQQQ", 48, 0, 0, 0, 0, 0, 0, 0), 0),
    "signal the parent (kill)": (62, victim, 0),
    "tkill": (200, victim, 0),
    "tgkill": (234, victim, victim, 0),
    "rt_sigqueueinfo": (129, victim, 0, sent),
    "pidfd_open": (434, victim, 0),
    "be signalled for (F_SETOWN)": (72, reading, 8, victim),
    "be signalled for (FIOSETOWN)": (16, reading, 0x8901, struct.pack("i", victim)),
    "ptrace": (101, 16, victim, 0, 0),
    "process_vm_readv": (310, victim, vector, 1, vector, 1, 0),
    "process_vm_writev": (311, victim, vector, 1, vector, 1, 0),
    "kcmp": (312, victim, victim, 0, 0, 0),
    "shared memory (shmget)": (29, 0, 4096, 0o1600),
    "semaphores (semget)": (64, 0, 1, 0o1600),
    "a queue (msgget)": (68, 0, 0o1600),
    "mq_open": (240, b"briefgen-test", 0o102, 0o600, None),
    "a file in memory (memfd_create)": (319, b"x", 0),
    "truncate inside": (76, inside, 0),
    "truncate outside": (76, beyond, 0),
    "truncate by opening": (2, inside, os.O_RDONLY | os.O_TRUNC, 0),
    "truncate by opening at": (257, -100, inside, os.O_RDONLY | os.O_TRUNC, 0),
    "openat2": (437, -100, inside, struct.pack("QQQ", os.O_RDWR, 0, 0), 24),
    "creat": (85, inside, 0o600),
    "open to write": (2, inside, os.O_WRONLY, 0),
    "rename": (82, inside, inside + b"2"),
    "link": (86, inside, inside + b"3"),
    "a socket": (41, 1, 1, 0),
    "a pair of sockets": (53, 1, 1, 0, at),
    "io_uring_setup": (425, 4, ctypes.create_string_buffer(120)),
    "bpf": (321, 0, ctypes.create_string_buffer(120), 120),
    "perf_event_open": (298, struct.pack("II", 1, 112) + bytes(104), 0, -1, -1, 0),
    "userfaultfd": (323, 1),
    "add_key": (248, b"user", b"briefgen", b"x", 1, -3),
    "keyctl": (250, 0, -3, 1),
    "personality": (135, 0x0040000),
    "a namespace (unshare)": (272, 0x10000000),
    "setns": (308, reading, 0),
    "mount": (165, b"none", inside, b"tmpfs", 0, None),
    "chroot": (161, root.encode()),
    "prctl": (157, 4, 1, 0, 0, 0),
    "capset": (126, struct.pack("Ii", 0x20080522, 0), bytes(24)),
    "setuid": (105, os.getuid()),
    "a process (clone)": (56, 17, 0, 0, 0, 0),
    "fork": (57,),
    "clone3": (435, struct.pack("QQQQQQQQ", 0, 0, 0, 0, 17, 0, 0, 0), 64),
    "a program (execve)": (59, b"/bin/true", None, None),
    "inotify_init1": (294, 0),
    "fanotify_init": (300, 0, 0),
    "reboot": (169, 0, 0, 0, None),
    "a call of the older interface (x32)": (0x40000000 + 39,),
    "a call that no kernel has": (1023,),
}
removals = {29: (31, 0, None), 64: (66, 0, 0), 68: (71, 0, None)}  # of what outlives a process

def hand(argument):
    return ctypes.c_long(argument) if isinstance(argument, int) else argument

answers = {}
if not only:
    confinement, refused = walls.confine(Path(root), Limits())
    answers["confinement"] = [confinement.files, confinement.network, confinement.processes]
for what, (number, *arguments) in attempts.items():
    if only and what not in only:
        continue
    done = call(ctypes.c_long(number), *map(hand, arguments))
    answers[what] = 0 if done >= 0 else failed()[0]
    if done >= 0 and number in removals:
        remove, *rest = removals[number]
        call(ctypes.c_long(remove), ctypes.c_long(done), *map(hand, rest))
lines = dict(line.split(":", 1) for line in os.pread(status, 65536, 0).decode().splitlines())
sets = ("CapEff", "CapPrm", "CapInh", "CapAmb")
answers["capabilities"] = [int(lines[name], 16) for name in sets]
last = {
    "read inside": (2, inside, 0, 0),
    "read outside": (2, beyond, 0, 0),
    "read a process": (2, f"/proc/{victim}/mem".encode(), 0, 0),
    "signal itself": (234, os.getpid(), os.getpid(), 0),
}
for what, (number, *arguments) in last.items():
    answers[what] = 0 if call(ctypes.c_long(number), *map(hand, arguments)) >= 0 else failed()[0]
os.write(writing, json.dumps(answers).encode())
os._exit(0)
"""

needs_table = pytest.mark.skipif(
    platform.machine() != "x86_64", reason="the numbers of the attempts are those of x86-64"
)

KERNELS = {"5.15": 1, "6.1": 2, "6.8": 4, "6.12": 6}
"""Which version of Landlock Linux of a long term, or of a distribution, brings along."""

USERS = [pytest.param(0, marks=pytest.mark.skipif(os.geteuid() != 0, reason="root")), 65534]


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that anybody can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def attempts(folder: Path, user: int, version: int | None, only: tuple[str, ...] = ()) -> Any:
    """Return the error of each attempt of a child of a user; without walls where it makes some."""
    root, outside = folder / "root", folder / "outside.txt"
    root.mkdir()
    for file in (root / "a.txt", outside):
        file.write_text("as it was")
        file.chmod(0o666)
    asked = json.dumps([str(root), str(outside), user if os.geteuid() == 0 else 0, version, only])
    done = python("-c", SCRIPT, asked, cwd=folder)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    if not only:
        assert {file.read_text() for file in (root / "a.txt", outside)} == {"as it was"}
        assert [path.name for path in root.iterdir()] == ["a.txt"]
        assert said["nice"] == 0
    return said["answers"]


@needs_table
@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("kernel", KERNELS)
def test_the_kernel_holds_it_on_every_kernel_that_is_supported(
    public_folder: Path, user: int, kernel: str
) -> None:
    answers = attempts(public_folder, user, KERNELS[kernel])
    assert answers.pop("confinement") == ["kernel", "kernel", "kernel"]
    assert answers.pop("capabilities") == [0, 0, 0, 0]
    assert (answers.pop("read inside"), answers.pop("signal itself")) == (0, 0)
    assert (answers.pop("read outside"), answers.pop("read a process")) == (errno.EACCES,) * 2
    succeeded = {what for what, error in answers.items() if error == 0}
    assert succeeded == set()
    assert set(answers.values()) <= {errno.EPERM, errno.EACCES}
    assert len(answers) > 50


@needs_table
@pytest.mark.parametrize("user", USERS)
def test_a_kernel_without_landlock_is_not_said_to_hold_files(
    public_folder: Path, user: int
) -> None:
    answers = attempts(public_folder, user, 0)
    assert answers["confinement"] == ["interpreter", "kernel", "kernel"]
    assert answers["read outside"] == 0, "so it would be a lie"
    assert answers["truncate outside"] == errno.EPERM


POSSIBLE = (
    "limit the parent (prlimit64)",
    "move the parent (sched_setaffinity)",
    "signal the parent (kill)",
    "tgkill",
    "pidfd_open",
    "be signalled for (F_SETOWN)",
    "shared memory (shmget)",
    "semaphores (semget)",
    "a queue (msgget)",
    "a file in memory (memfd_create)",
    "truncate inside",
    "truncate outside",
    "truncate by opening",
    "truncate by opening at",
    "open to write",
    "a socket",
    "prctl",
)
"""Attempts that any user may make anywhere, and that do no harm to the machine."""


@needs_table
@pytest.mark.parametrize("user", USERS)
def test_without_walls_they_would_have_succeeded(public_folder: Path, user: int) -> None:
    """What the walls are for; an attempt that fails anyway would prove nothing."""
    answers = attempts(public_folder, user, None, only=POSSIBLE)
    assert [what for what in POSSIBLE if answers[what] != 0] == []
    assert answers["read outside"] == 0


# The table


@pytest.mark.parametrize("machine", MACHINES)
def test_no_number_stands_for_two_calls(machine: str) -> None:
    column = [*MACHINES].index(machine)
    tables = (*FREE.values(), *OPEN.values(), *CHECKED.values(), SIGNAL_ONESELF)
    numbers = [entry[column] for entry in tables if entry[column] is not None]
    assert len(numbers) == len(set(numbers))


def ruling(machine: str, number: int, *arguments: int, architecture: int | None = None) -> int:
    """Return what a filter answers to a call: run as the kernel runs it."""
    steps = filter_steps(machine, 77)
    held = MACHINES[machine] if architecture is None else architecture
    data = {0: number, 4: held} | {16 + 8 * n: value for n, value in enumerate(arguments)}
    loaded, at = 0, 0
    while True:
        code, if_so, if_not, value = steps[at]
        at += 1
        if code == 0x06:
            return value
        if code == 0x20:
            loaded = data.get(value, 0)
        elif code == 0x15:
            at += if_so if loaded == value else if_not
        elif code == 0x45:
            at += if_so if loaded & value else if_not
        else:
            raise AssertionError(code)


ALLOWED, REFUSED, NOT_OPENED = 0x7FFF0000, 0x50000 | errno.EPERM, 0x50000 | errno.EACCES


@pytest.mark.parametrize("machine", MACHINES)
def test_all_is_refused_but_what_is_listed(machine: str) -> None:
    column = [*MACHINES].index(machine)
    free = {numbers[column] for numbers in FREE.values()} - {None}
    opened = {entry[column] for entry in OPEN.values()} - {None}
    for number in (*range(600), 0x40000000, 0x40000000 + 1, 0xFFFFFFFF):
        # Neither flags nor commands nor processes: what decides by its arguments is none of these.
        ruled = ruling(machine, number, *[0xFFFF] * 6)
        wanted = ALLOWED if number in free else NOT_OPENED if number in opened else REFUSED
        assert ruled == wanted, number
    assert ruling(machine, 63, architecture=0x40000003) == REFUSED


@pytest.mark.parametrize(
    ("machine", "number", "arguments", "ruled"),
    [
        ("x86_64", 2, (0, os.O_RDONLY), ALLOWED),
        ("x86_64", 2, (0, 0o1000), NOT_OPENED),
        ("aarch64", 56, (0, 0, 0o2000000), ALLOWED),  # O_CLOEXEC
        ("aarch64", 56, (0, 0, 0o1), NOT_OPENED),
        ("aarch64", 56, (0, 0, 0o1000), NOT_OPENED),
        ("aarch64", 25, (0, 3), ALLOWED),
        ("aarch64", 25, (0, 8), REFUSED),
        ("aarch64", 261, (0,), ALLOWED),
        ("aarch64", 261, (76,), REFUSED),
        ("aarch64", 131, (77,), ALLOWED),
        ("aarch64", 131, (76,), REFUSED),
        ("x86_64", 234, (76,), REFUSED),
    ],
)
def test_some_are_ruled_by_their_arguments(
    machine: str, number: int, arguments: tuple[int, ...], ruled: int
) -> None:
    assert ruling(machine, number, *arguments) == ruled


def test_a_machine_without_a_table_is_not_said_to_be_held(monkeypatch: pytest.MonkeyPatch) -> None:
    other = os.uname_result(("Linux", "host", "6.12", "#1", "riscv64"))
    monkeypatch.setattr(os, "uname", lambda: other)
    assert seccomp.refuse_all_but_building() is False
