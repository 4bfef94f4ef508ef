"""A folder that is written in, held open: what is put in its place meanwhile gets nothing.

Names are looked at, made and replaced within the folder that was opened (`openat(2)`,
`renameat(2)`), even if another program renames it or puts a link where it stood. Windows has no
such calls: there a folder is its path.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_HOLD = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
"""Where there is O_PATH, a folder that may be written in and not be listed is held, too."""


class HeldFolder(Struct, frozen=True):
    """A folder by its path and, but on Windows, by its descriptor."""

    path: Path
    descriptor: int | None

    def look_at(self, name: str) -> os.stat_result:
        """Return what is known of a name, not following a link."""
        return os.stat(self._named(name), dir_fd=self.descriptor, follow_symlinks=False)

    def is_writable(self, name: str) -> bool:
        """Whether a file may be written."""
        return os.access(self._named(name), os.W_OK, dir_fd=self.descriptor)

    def make(self, name: str) -> int:
        """Make a file of a name that there is not, and return its descriptor."""
        return os.open(self._named(name), _CREATE, 0o666, dir_fd=self.descriptor)

    def replace(self, name: str, other: str) -> None:
        """Put a file in the place of another, in one step."""
        folder = self.descriptor
        os.replace(self._named(name), self._named(other), src_dir_fd=folder, dst_dir_fd=folder)

    def remove(self, name: str) -> None:
        """Remove a file."""
        os.unlink(self._named(name), dir_fd=self.descriptor)

    def sync(self) -> None:
        """Force names to the disk. Where that fails, the files are whole all the same."""
        if self.descriptor is None:
            return
        with contextlib.suppress(OSError):
            descriptor = os.open(".", os.O_RDONLY, dir_fd=self.descriptor)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)

    def _named(self, name: str) -> str:
        return name if self.descriptor is not None else os.fspath(self.path / name)


@contextlib.contextmanager
def held_folder(path: Path, *, posix: bool) -> Iterator[HeldFolder]:
    """Hold a folder, whose path leads over no link at its end.

    Raises:
        OSError: there is no such folder, or it may not be used.
    """
    if not posix:
        yield HeldFolder(path, None)
        return
    descriptor = os.open(path, _HOLD | os.O_NOFOLLOW)
    try:
        yield HeldFolder(path, descriptor)
    finally:
        with contextlib.suppress(OSError):  # all is on the disk, or something else is reported
            os.close(descriptor)
