"""Whether a file lies in a folder, wherever links lead."""

from __future__ import annotations

import os
from pathlib import Path, PureWindowsPath


def within(file: str | os.PathLike[str], folder: Path) -> Path | None:
    """Return the real path of a file, relative to a folder, that lies in the real folder.

    None for one that leads outside: by its name, by a link, as the name of a drive or a share.
    """
    name = os.fspath(file)
    windows = PureWindowsPath(name)
    if windows.drive:
        return None
    try:
        root, path = os.path.realpath(folder), os.path.realpath(folder / name)
        outside = os.path.commonpath((root, path)) != root
    except ValueError:  # another drive, or no file name at all
        return None
    return None if outside else Path(path)
