"""The child: builds one brief of untrusted files, and reports what became of it.

Everything that is needed is imported before the walls are up. What stands after them may be
anything that a stranger's file makes of this process, so nothing here is believed by the parent.
"""

from __future__ import annotations

import os
import resource
import sys
from importlib import import_module
from pathlib import Path

from briefgen import pipeline
from briefgen.isolation.confinement import confine
from briefgen.isolation.terms import (
    Head,
    Request,
    fault_finding,
    memory_finding,
    output_finding,
    outside_finding,
    read_request,
    written_reply,
)
from briefgen.options import FORMATS
from briefgen.types.brief import BriefSummary
from briefgen.types.finding import BriefgenError, Finding, Severity

_SPARE = 2_000_000
"""Bytes put aside, so that there is room to say that the memory was used up."""


def main() -> None:
    """Read a request from standard input, and write the reply to standard output."""
    reply = os.dup(1)
    request = read_request(sys.stdin.buffer.read())
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    _import_all()
    spare = bytearray(_SPARE)
    limits = request.limits
    confinement, refused = confine(Path(request.root).resolve(), limits)
    summary: BriefSummary | None = None
    findings: tuple[Finding, ...]
    files: dict[str, bytes] = {}
    try:
        summary, files = _built(request)
        findings = summary.findings
    except BriefgenError as error:
        findings = error.findings
    except MemoryError:
        del spare
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        findings = (memory_finding(request.argument, used, limits.memory_bytes),)
    except Exception as error:  # noqa: BLE001 - whatever comes here is a fault of ours
        findings = (fault_finding(error),)
    if (size := sum(map(len, files.values()))) > limits.output_bytes:
        findings = (output_finding(request.argument, f"{size:,}", limits.output_bytes),)
        summary, files = None, {}
    outside = _outside(refused, request.root, "error" if summary is None else "warning")
    sizes = {kind: len(data) for kind, data in files.items()}
    head = Head(confinement, (*outside, *findings), summary, sizes)
    _write(reply, written_reply(head, files))
    os._exit(0)


def _outside(paths: list[str], root: str, severity: Severity) -> tuple[Finding, ...]:
    hint = "put the file itself there, not a link to it"
    return tuple(outside_finding(path, root, hint, severity) for path in paths)


def _import_all() -> None:
    """Import what the pipeline imports late and libraries in C belong to: none is loaded later.

    Modules in Python alone can be read behind the walls, too.
    """
    late = ("briefgen.types.schema_path", "briefgen.load.images", "briefgen.load.citation_style")
    for name in (*late, *(each.writer for each in FORMATS.values())):
        import_module(name)


def _built(request: Request) -> tuple[BriefSummary, dict[str, bytes]]:
    argument = pipeline.load(request.argument)
    if request.marks:
        argument = pipeline.mark(argument, **request.marks)
    brief = pipeline.build(argument, request.options, untrusted=True)
    files = {kind: brief.to_bytes(kind) for kind in request.formats}
    return brief.summary, files


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
