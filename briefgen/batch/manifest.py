"""The manifest of a folder: which file was made of which inputs, so that only changes are built."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct
from pydantic import TypeAdapter, ValidationError

from briefgen.batch.digest import file_digest
from briefgen.save import save
from briefgen.types.brief import BriefSummary
from briefgen.types.finding import BriefgenError, Finding, SaveError

MANIFEST = ".briefgen-manifest.json"
SIZE_LIMIT = 200_000_000
"""Bytes of a manifest that is read: one of 50,000 files has half of it."""

REST_S = 1.0
"""Seconds between two writings while files are built. A killed run loses no more than that."""

SHARE = 20
"""A writing may take one part in so many of the time, however large the manifest has become."""


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What is known of a file: the digests of its inputs and of itself, and its measures."""

    inputs: str
    output: str
    summary: BriefSummary


@dataclass(frozen=True, slots=True)
class _Written:
    manifest: int
    files: dict[str, ManifestEntry]


_ADAPTER = TypeAdapter(_Written)
_VERSION = 1


@dataclass(slots=True)
class Manifest:
    """The entries of a folder by file name, and when they were last written down."""

    folder: Path
    entries: dict[str, ManifestEntry]
    _changed: bool = False
    _next_s: float = field(default_factory=lambda: time.monotonic() + REST_S)

    def holds(self, path: Path, inputs: str | None) -> BriefSummary | None:
        """Return the measures of a file that is there, whole, and made of these inputs."""
        entry = self.entries.get(path.name)
        if entry is None or inputs is None or entry.inputs != inputs:
            return None
        return entry.summary if file_digest(path) == entry.output else None

    def wrote(self, path: Path) -> bool:
        """Whether a file is as it was when it was noted."""
        entry = self.entries.get(path.name)
        return entry is not None and file_digest(path) == entry.output

    def note(self, path: Path, entry: ManifestEntry) -> None:
        """Note a file that has been built, and write the manifest if it is time to."""
        self.entries[path.name] = entry
        self._changed = True
        if time.monotonic() >= self._next_s:
            self.write()

    def write(self) -> None:
        """Write the manifest, whole or not at all, unless it is as it was.

        Raises:
            SaveError: it cannot be written.
        """
        if not self._changed:
            return
        begun_s = time.monotonic()
        ordered = dict(sorted(self.entries.items()))
        data = _ADAPTER.dump_json(_Written(_VERSION, ordered))
        save(self.folder / MANIFEST, data, follow_link=False)
        self._changed = False
        now_s = time.monotonic()
        self._next_s = now_s + max(REST_S, SHARE * (now_s - begun_s))


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a folder; an empty one where what it holds is none.

    A link in its place is never followed, neither here nor when it is written.

    Raises:
        SaveError: what stands in its place could not be written over: a link, a folder, a device
            or a pipe (`manifest-not-file`), or a file that may not be read (`manifest-unreadable`).
    """
    data = _manifest_bytes(folder / MANIFEST)
    try:
        written = _ADAPTER.validate_json(data)
    except ValidationError:
        return Manifest(folder, {})
    return Manifest(folder, written.files if written.manifest == _VERSION else {})


_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Open the file itself: no link is followed, and no pipe is waited for."""


def _manifest_bytes(file: Path) -> bytes:
    """Return what the file of a manifest holds; nothing where there is none, or far too much."""
    try:
        if problem := _kind_problem(file, file.lstat().st_mode):
            raise SaveError([problem])
        with os.fdopen(os.open(file, _READ), "rb") as stream:
            opened = os.fstat(stream.fileno())
            if problem := _kind_problem(file, opened.st_mode):
                raise SaveError([problem])
            return stream.read(SIZE_LIMIT) if opened.st_size <= SIZE_LIMIT else b""
    except (FileNotFoundError, NotADirectoryError):
        return b""
    except (OSError, ValueError) as error:
        message = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        hint = "make it readable, or remove it: then all is built again"
        raise SaveError([Finding("manifest-unreadable", message, hint, file=str(file))]) from None


def _kind_problem(file: Path, mode: int) -> Finding | None:
    """Return what is wrong with what stands in the place of a manifest, unless it is a file."""
    if stat.S_ISREG(mode):
        return None
    kind = "a link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else ""
    message = f"is {kind or 'a device or a pipe'}, where briefgen notes what it has built"
    hint = "remove it, or give another folder"
    return Finding("manifest-not-file", message, hint, file=str(file))


class Result(Struct, frozen=True):
    """What became of one file of a campaign: the file and what it came to, or the error.

    `kept` says that the file stood there already, made of the same inputs. `line` is that of the
    row in the CSV file, where there is one.
    """

    path: Path
    length: str
    audience: str
    brief: BriefSummary | None
    error: BriefgenError | None
    kept: bool = False
    line: int | None = None


Progress = Callable[[int, int, Result], None]
"""Called after each file with the number done, the number in all and the result."""
