"""An old file and a new one, and what saving leaves in a folder."""

from __future__ import annotations

from pathlib import Path

OLD = b"the old file"
NEW = b"the new file, which is longer than the old one"


def temporaries(folder: Path) -> list[str]:
    """Return the names of the temporary files in a folder."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".briefgen-")]
