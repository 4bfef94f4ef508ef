"""Write parts and packages so that the same content is the same bytes."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

from briefgen.ooxml.names import TYPES, Element

_TIME = (1980, 1, 1, 0, 0, 0)
"""The time that every entry bears: the first that a zip archive knows."""


def written(root: Element) -> bytes:
    """Return a part as bytes (ISO/IEC 29500-1, 11: UTF-8, standalone)."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of parts in their order, without clock, rights and machine."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data, compresslevel=6)
    return stream.getvalue()


def rezipped(data: bytes, cleaned: Callable[[str, bytes], bytes]) -> bytes:
    """Return an archive that another library wrote, without what it says of clock and machine.

    `cleaned` takes the name and the bytes of a part and returns what is written.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: cleaned(name, archive.read(name)) for name in archive.namelist()})


_USUAL = frozenset(
    {
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        *((kind, f"image/{kind}") for kind in ("png", "jpeg", "gif", "bmp", "tiff")),
        *(("jpg", "image/jpeg"), ("tif", "image/tiff")),
        *(("emf", "image/x-emf"), ("wmf", "image/x-wmf")),
    }
)
"""Suffixes and the content types that they stand for where a part has no other one."""


def content_types(types: Mapping[str, str]) -> bytes:
    """Return the list of content types of parts, by their names (ISO/IEC 29500-2, 7.2.3)."""
    usual = {suffix: kind for suffix, kind in _USUAL if suffix in ("rels", "xml")}
    own: dict[str, str] = {}
    for name, kind in types.items():
        suffix = posixpath.splitext(name)[1].lstrip(".").lower()
        if (suffix, kind) in _USUAL:
            usual[suffix] = kind
        else:
            own[name] = kind
    root = etree.fromstring(f'<Types xmlns="{TYPES[1:-1]}"/>')
    for suffix, kind in sorted(usual.items()):
        etree.SubElement(root, f"{TYPES}Default", Extension=suffix, ContentType=kind)
    for name, kind in sorted(own.items()):
        etree.SubElement(root, f"{TYPES}Override", PartName=f"/{name}", ContentType=kind)
    return written(root)
