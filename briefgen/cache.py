"""What is kept from brief to brief: bounded, cleared in one place, and never older than its files.

What is kept only saves time. Each function that keeps something says how much by `kept(most)`; the
least recently used goes first. What was read from files is kept by `kept_with_files`, until one of
the files changes, however it changes: written, replaced, touched, removed or put back.
"""

from __future__ import annotations

import os
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache, wraps
from threading import Lock
from typing import Any, Generic, ParamSpec, TypeVar

SETTLED_NS = 100_000_000
"""Age from which the times of a file say whether it has changed. They go by ticks of some
milliseconds: a file just written may be written once more and bear the same times."""

Given = ParamSpec("Given")
Value = TypeVar("Value")
Kept = TypeVar("Kept")
Stamp = tuple[int, int, int, int, int]

_CLEARING: list[Callable[[], None]] = []


def clear() -> None:
    """Forget all that is kept in this process."""
    for forget in _CLEARING:
        forget()


def kept(
    most: int, *, typed: bool = False
) -> Callable[[Callable[Given, Value]], Callable[Given, Value]]:
    """Return a decorator that keeps what a function returns for the last `most` arguments.

    The function must depend on its arguments alone, and nobody may change what it returns.
    `typed` distinguishes 1 from 1.0 and from True.
    """

    def keep(call: Callable[Given, Value]) -> Callable[Given, Value]:
        keeping: Any = lru_cache(maxsize=most, typed=typed)(call)
        _CLEARING.append(keeping.cache_clear)
        return keeping  # type: ignore[no-any-return]

    return keep


def kept_with_files(
    most: int, files_of: Callable[[Any], Iterable[str | os.PathLike[str]]]
) -> Callable[[Callable[Given, Value]], Callable[Given, Value]]:
    """Return a decorator that keeps what a function has read until one of its files changes.

    `files_of` says of what was read which files and folders it came from, those that were looked
    for and not found included. Files that have just been written are read again each time.
    """

    def keep(read: Callable[Given, Value]) -> Callable[Given, Value]:
        entries: OrderedDict[Hashable, tuple[tuple[str, ...], object, Value]] = OrderedDict()
        lock = Lock()
        _CLEARING.append(entries.clear)

        @wraps(read)
        def reading(*given: Given.args, **named: Given.kwargs) -> Value:
            key = (given, tuple(named.items()))
            with lock:
                entry = entries.get(key)
            if entry and fingerprint(entry[0]) == entry[1]:
                with lock:
                    if key in entries:
                        entries.move_to_end(key)
                return entry[2]
            begun_ns = time.time_ns()
            value = read(*given, **named)
            files = tuple(os.fspath(file) for file in files_of(value))
            stamps = fingerprint(files)
            with lock:
                entries.pop(key, None)
                if _settled(stamps, begun_ns):
                    entries[key] = files, stamps, value
                    while len(entries) > most:
                        entries.popitem(last=False)
            return value

        return reading

    return keep


def fingerprint(files: Iterable[str | os.PathLike[str]]) -> tuple[Stamp | None, ...]:
    """Return what changes with any of the files or folders, by anybody and in any way."""
    return tuple(map(_stamp, files))


def _stamp(file: str | os.PathLike[str]) -> Stamp | None:
    try:
        found = os.stat(file)  # noqa: PTH116 - a path with NUL is no Path
    except (OSError, ValueError):
        return None
    times = found.st_mtime_ns, found.st_ctime_ns
    return (*times, found.st_size, found.st_ino, found.st_dev)


def _settled(stamps: Iterable[Stamp | None], begun_ns: int) -> bool:
    """Whether files were old enough when their reading began to show a change by their times."""
    return all(stamp is None or max(stamp[:2]) < begun_ns - SETTLED_NS for stamp in stamps)


class Same(Generic[Kept]):
    """A frozen object as a key: the same one, whatever it is equal to."""

    def __init__(self, held: Kept) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.held is self.held

    def __hash__(self) -> int:
        return id(self.held)
