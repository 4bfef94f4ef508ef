"""The terms of isolation, and what goes to the child and comes back: JSON and bytes, no objects.

A reply is the length of its head in eight bytes, the head, and the bytes of each file that the
head has the size of.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from briefgen.options import FORMATS, BuildOptions
from briefgen.types.brief import BriefSummary
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


HEAD_LIMIT = 4_000_000
"""Bytes of a head: some thousands of findings and omissions."""

_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Request:
    """What the child is to build. Paths are as the caller gave them; the working folder is too."""

    argument: str
    root: str
    formats: tuple[str, ...]
    options: BuildOptions
    marks: dict[str, str]
    limits: Limits


@checked(frozen=True, config=ConfigDict(extra="forbid"))
class Head:
    """What became of a request. `summary` is missing where nothing was built."""

    confinement: Confinement
    findings: tuple[Finding, ...]
    summary: BriefSummary | None
    sizes: dict[str, int]


class Garbled(Exception):
    """A reply that is none: the child has died, or something in it writes what it likes."""


def written_request(request: Request) -> bytes:
    """Return a request as bytes."""
    return json.dumps(asdict(request)).encode()


def read_request(data: bytes) -> Request:
    """Return the request that the parent has written."""
    reported = json.loads(data)
    return Request(
        **{
            **reported,
            "formats": tuple(reported["formats"]),
            "options": BuildOptions(**reported["options"]),
            "limits": Limits(**reported["limits"]),
        }
    )


def written_reply(head: Head, files: dict[str, bytes]) -> bytes:
    """Return a reply as bytes. What is no Unicode in it, such as a file name, becomes "?"."""
    reported = json.dumps(asdict(head), ensure_ascii=False).encode(errors="replace")
    return b"".join((len(reported).to_bytes(_LENGTH), reported, *files.values()))


def read_reply(data: bytes) -> tuple[Head, dict[str, bytes]]:
    """Return head and files of a reply, after making sure that it is one to the last byte.

    Raises:
        Garbled: it is none.
    """
    end = _LENGTH + int.from_bytes(data[:_LENGTH])
    if len(data) < _LENGTH or end > min(len(data), _LENGTH + HEAD_LIMIT):
        raise Garbled
    try:
        head = TypeAdapter(Head).validate_json(data[_LENGTH:end])
    except ValidationError:
        raise Garbled from None
    files: dict[str, bytes] = {}
    for kind, size in head.sizes.items():
        files[kind] = data[end : end + max(0, size)]
        end += max(0, size)
        if kind not in FORMATS or not files[kind].startswith(FORMATS[kind].begins):
            raise Garbled
    if end != len(data):
        raise Garbled
    return head, files
