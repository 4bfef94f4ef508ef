"""Fast tests need Python packages only: none of them finds another program."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module")
def shell() -> Iterator[str | None]:
    yield shutil.which("sh")


def test_no_program_is_found(shell: str | None) -> None:
    assert shell is None
    assert shutil.which("sh") is None
