"""Python and `briefgen` as processes of their own, in a folder that is not the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from samples.stand_in import ROOT


def environment(**changes: str) -> dict[str, str]:
    """Return the environment of a child that finds briefgen and nothing else of ours."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **changes}


def python(
    *arguments: str | Path, cwd: Path, changes: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run Python and return what it printed, as bytes."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env=environment(**(changes or {})),
        capture_output=True,
        timeout=120,
        check=False,
    )


def briefgen(
    *arguments: str | Path, cwd: Path, changes: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command and return what it printed, as bytes."""
    return python("-m", "briefgen", *arguments, cwd=cwd, changes=changes)
