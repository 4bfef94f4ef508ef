"""The terms of isolation: what a child process may use, and who keeps it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefgen.types.finding import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of one isolated build. The defaults hold for every built-in length ten times over.

    `memory_bytes` is address space, of which Python and the libraries take 130 million; `cpu_s`
    counts from when they have been imported; `wall_s` from the beginning; `output_bytes` is of all
    files together.
    """

    memory_bytes: int = 1_000_000_000
    cpu_s: int = 20
    wall_s: float = 40.0
    output_bytes: int = 50_000_000

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be more than nothing")


Wall = Literal["kernel", "interpreter"]


@dataclass(frozen=True, slots=True)
class Confinement:
    """Who keeps the child in: the kernel, or the interpreter alone, which is the weaker wall.

    `files` is reading outside the root and changing anything anywhere; `network` is connections of
    any kind; `processes` is other programs and processes: beginning, signalling, limiting and
    looking into them, and memory that is shared or left behind.
    """

    files: Wall
    network: Wall
    processes: Wall


def time_finding(file: str, used: str, limit: str) -> Finding:
    """Return the finding of a build that takes longer than it may."""
    message = f"takes longer than it may: {used}; the limit is {limit}"
    hint = "look for what is very long or very large in it, or raise the limit"
    return Finding("untrusted-time", message, hint, file=file)


def memory_finding(file: str, used: int, limit: int) -> Finding:
    """Return the finding of a build that asks for more memory than it may have."""
    message = f"needs more memory than it may have: {used:,} bytes in use; the limit is {limit:,}"
    hint = "make pictures and templates smaller, or raise memory_bytes"
    return Finding("untrusted-memory", message, hint, file=file)


def output_finding(file: str, size: str, limit: int) -> Finding:
    """Return the finding of a build that makes more bytes than it may."""
    message = f"makes files of {size} bytes; the limit is {limit:,}"
    return Finding(
        "untrusted-output", message, "make pictures smaller, or raise output_bytes", file=file
    )


def outside_finding(path: str, root: str, hint: str, severity: Severity = "error") -> Finding:
    """Return the finding of a file that lies outside the root."""
    message = f"lies outside the root {root}, and was not read"
    return Finding("untrusted-outside-root", message, hint, severity=severity, file=path)


def crash_finding(file: str, how: str) -> Finding:
    """Return the finding of a child that died, or that did not answer as it should."""
    message = f"ended the process that read it: {how}"
    hint = "be wary of these files, and please report it, with the files if you may"
    return Finding("untrusted-crash", message, hint, file=file)


def fault_finding(error: Exception) -> Finding:
    """Return the finding of a fault of briefgen's own."""
    message = f"failed: {type(error).__name__}: {error}"
    hint = "this is a fault of briefgen's, not of your files; please report it"
    return Finding("brief-failed", message, hint)


UNSUPPORTED = Finding(
    "untrusted-unsupported",
    "strangers' files are built in isolation on Linux only",
    "use a Linux machine or container",
)
