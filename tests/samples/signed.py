"""A sign-off sheet in Word as somebody signs it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
from docx.table import _Row


def sign(
    sheet: Path,
    writer: str = "",
    reader: str = "",
    *,
    only: Callable[[str], bool] = lambda _: True,
    change: Callable[[_Row], object] | None = None,
) -> Path:
    """Write initials into the rows of a sheet whose sentence is wanted, and save it elsewhere."""
    document = docx.Document(io.BytesIO(sheet.read_bytes()))
    for row in document.tables[0].rows[1:]:
        if only(row.cells[1].text):
            row.cells[-2].text, row.cells[-1].text = writer, reader
            if change:
                change(row)
    signed = sheet.with_name("signed.docx")
    document.save(str(signed))
    return signed
