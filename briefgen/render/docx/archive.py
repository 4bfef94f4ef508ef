"""The package as bytes: the same parts are the same file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

_TIME = (1980, 1, 1, 0, 0, 0)
_MAIN = b"wordprocessingml.document.main+xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
_CONTENT_TYPES = "[Content_Types].xml"


def as_document(data: bytes) -> bytes:
    """Return a Word template (.dotx) as a document; a document as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if _TEMPLATE not in archive.read(_CONTENT_TYPES):
            return data
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_CONTENT_TYPES] = parts[_CONTENT_TYPES].replace(_TEMPLATE, _MAIN)
    return _zipped(parts)


def repeatable(data: bytes, cleaned: Callable[[str, bytes], bytes]) -> bytes:
    """Return a zip archive with its entries in the same order, but without clock and machine.

    `cleaned` takes the name and the bytes of a part and returns what is written.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _zipped({name: cleaned(name, archive.read(name)) for name in archive.namelist()})


def _zipped(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data, compresslevel=6)
    return held.getvalue()
