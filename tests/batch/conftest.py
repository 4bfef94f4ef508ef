"""The argument and the rows of a small campaign."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.stand_in import MALI

import briefgen

ROWS = """\
constituency,#un-abroad,title,member
Ynys Môn,2501,Mali as seen from Anglesey,A
Hull North,2502,Mali as seen from Hull,B
York,2503,,C
York,2504,,D
"""


@pytest.fixture(scope="session")
def mali() -> briefgen.Argument:
    return briefgen.load(MALI)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path
