"""A small article and an argument of it, which can be changed in one place."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.rivers import Compared


@pytest.fixture
def compared(tmp_path: Path) -> Compared:
    return Compared(tmp_path)
