"""The manifest of a folder: which file was made of which inputs, so that only changes are built."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from briefgen.batch.digest import file_digest
from briefgen.load.text import read_bytes
from briefgen.save import save
from briefgen.types.finding import LoadError
from briefgen.types.summary import BriefSummary

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
        save(self.folder / MANIFEST, _ADAPTER.dump_json(_Written(_VERSION, ordered)))
        self._changed = False
        now_s = time.monotonic()
        self._next_s = now_s + max(REST_S, SHARE * (now_s - begun_s))


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a folder; an empty one where there is none that can be read."""
    file = folder / MANIFEST
    try:
        written = _ADAPTER.validate_json(read_bytes(file, SIZE_LIMIT, name=str(file)))
    except (LoadError, ValidationError):
        return Manifest(folder, {})
    return Manifest(folder, written.files if written.manifest == _VERSION else {})
