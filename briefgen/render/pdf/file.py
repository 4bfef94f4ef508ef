"""A PDF file: numbered objects, their offsets and the trailer (ISO 32000-1, 7.5)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping

from briefgen.render.pdf.syntax import Name, Reference, Value, serialise
from briefgen.types.finding import Bug

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""Four bytes above 127 say that the file is binary (ISO 19005-2, 6.1.2)."""


class ObjectFile:
    """Objects in the order of their numbers, from which the bytes of a file are made.

    The same objects give the same bytes: the file's identifier is a digest of all that stands
    before the trailer, and no clock is asked.
    """

    def __init__(self) -> None:
        self._objects: list[bytes | None] = []

    def reserve(self) -> Reference:
        """Return the reference of an object that is filled later."""
        self._objects.append(None)
        return Reference(len(self._objects))

    def fill(self, reference: Reference, value: Value) -> None:
        """Give a reserved object its value."""
        self._objects[reference.number - 1] = serialise(value).encode("ascii")

    def add(self, value: Value) -> Reference:
        """Add an object."""
        reference = self.reserve()
        self.fill(reference, value)
        return reference

    def add_stream(
        self, data: bytes, entries: Mapping[str, Value] | None = None, *, plain: bool = False
    ) -> Reference:
        """Add a stream, deflated unless it is to be `plain`."""
        filters: dict[str, Value] = {} if plain else {"Filter": Name("FlateDecode")}
        body = data if plain else zlib.compress(data)
        return self.add_deflated(body, {**(entries or {}), **filters})

    def add_deflated(self, body: bytes, entries: Mapping[str, Value]) -> Reference:
        """Add a stream whose bytes are already what its filter wants.

        A line feed that is no part of the data stands before `endstream` (ISO 19005-2, 6.1.7.1).
        """
        head = serialise({**entries, "Length": len(body)}).encode("ascii")
        reference = self.reserve()
        self._objects[reference.number - 1] = head + b"\nstream\n" + body + b"\nendstream"
        return reference

    def to_bytes(self, root: Reference, info: Reference) -> bytes:
        """Return the whole file.

        Raises:
            Bug: an object was reserved and never filled.
        """
        parts = [HEADER]
        offset = len(HEADER)
        offsets = []
        for number, body in enumerate(self._objects, 1):
            if body is None:
                raise Bug(f"PDF object {number} was never filled")
            part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            offsets.append(offset)
            offset += len(part)
            parts.append(part)
        identifier = hashlib.sha256(b"".join(parts)).digest()[:16]
        trailer: dict[str, Value] = {
            "Size": len(offsets) + 1,
            "Root": root,
            "Info": info,
            "ID": [identifier, identifier],
        }
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
        parts.extend(b"%010d 00000 n \n" % each for each in offsets)
        parts.append(b"trailer\n%b\n" % serialise(trailer).encode("ascii"))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % offset)
        return b"".join(parts)
