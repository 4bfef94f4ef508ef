"""What the tests of the command line share: a stand-in for the pipeline, and a shell."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from samples.stand_in import ROOT, StandIn

from briefgen import pipeline

Shell = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Put a stand-in in the place of what the pipeline would build, and keep what was asked."""
    brief = StandIn()

    def build(argument: object, **asked: object) -> StandIn:
        brief.asked = {"argument": argument, **asked}
        return brief

    monkeypatch.setattr(pipeline, "build", build)
    monkeypatch.setattr(pipeline, "load", str)
    return brief


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Run `briefgen` as a process of its own in a folder of its own."""

    def run(
        *arguments: str | Path, environment: dict[str, str] | None = None, code: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        start = ["-c", code] if code else ["-m", "briefgen"]
        return subprocess.run(
            [sys.executable, *start, *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=120,
            check=False,
        )

    return run
