"""The walls around a child process, put up by itself before it reads a stranger's file."""

from __future__ import annotations

import ctypes
import resource
import signal
import sys
import sysconfig
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import briefgen
from briefgen.isolation.audit import refuse_what_leads_outside
from briefgen.isolation.landlock import keep_to
from briefgen.isolation.seccomp import refuse_all_but_building
from briefgen.isolation.terms import Confinement, Limits, Wall
from briefgen.load.resources import resources_folder

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
