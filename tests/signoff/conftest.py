"""A small article and an argument of it, in a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.rivers import Compared


@pytest.fixture
def rivers(tmp_path: Path) -> Compared:
    made = Compared(tmp_path)
    made.argument()
    return made
