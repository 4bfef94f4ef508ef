"""What goes to the child and what comes back: JSON and bytes, never objects.

A reply is the length of its head in eight bytes, the head, and the bytes of each file that the
head has the size of.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from briefgen.isolation.terms import Confinement, Limits
from briefgen.options import FORMATS, BuildOptions
from briefgen.types.brief import BriefSummary
from briefgen.types.finding import Finding

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
