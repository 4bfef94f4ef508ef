"""An article read from its text, in the format of an ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.load.article import read_article
from briefgen.types.source_text import SourceText

Read = Callable[[str, str], SourceText]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def of(text: str, ending: str) -> SourceText:
        path = tmp_path / f"article.{ending}"
        path.write_text(text, encoding="utf-8")
        return read_article(path)

    return of
