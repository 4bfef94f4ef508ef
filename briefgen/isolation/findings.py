"""What is said of a build in isolation that reached a limit or died."""

from __future__ import annotations

from briefgen.types.finding import Finding, Severity


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
