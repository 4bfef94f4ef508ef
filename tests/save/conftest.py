"""A file that is there before anything is saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.saved import OLD


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "brief.pdf"
    path.write_bytes(OLD)
    return path
