"""A PDF file: numbered objects, where they stand, and how it ends (ISO 32000-1, 7.5)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping

from briefgen.render.pdf.syntax import Name, Reference, Value, serialise
from briefgen.types.finding import Bug

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""Four bytes above 127 say that the file is binary (ISO 19005-2, 6.1.2)."""

_PACKED = 200
"""Objects in one object stream. A reader that wants one of them inflates all."""

_DEFLATED: dict[str, Value] = {"Filter": Name("FlateDecode")}


class ObjectFile:
    """Objects in the order of their numbers, from which the bytes of a file are made.

    The same objects give the same bytes: the file's identifier is a digest of all that stands
    before the cross-references, and no clock is asked. Whatever is no stream is packed into
    object streams (7.5.7): the elements of a structure tree are many and much alike.
    """

    def __init__(self) -> None:
        self._objects: list[bytes | None] = []
        self._streams: set[int] = set()

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
        if plain:
            return self._add_stream(data, entries or {})
        return self.add_deflated(zlib.compress(data), entries)

    def add_deflated(self, body: bytes, entries: Mapping[str, Value] | None = None) -> Reference:
        """Add a stream that is deflated already."""
        return self._add_stream(body, {**(entries or {}), **_DEFLATED})

    def _add_stream(self, body: bytes, entries: Mapping[str, Value]) -> Reference:
        reference = self.reserve()
        self._objects[reference.number - 1] = _stream(body, entries)
        self._streams.add(reference.number)
        return reference

    def to_bytes(self, root: Reference, info: Reference) -> bytes:
        """Return the whole file. Nothing can be added any more.

        Raises:
            Bug: an object was reserved and never filled.
        """
        for number, body in enumerate(self._objects, 1):
            if body is None:
                raise Bug(f"PDF object {number} was never filled")
        packed = self._pack()
        parts = [HEADER]
        offset = len(HEADER)
        entries = [(0, 0, 0xFFFF)]
        for number, body in enumerate(self._objects, 1):
            if number in packed:
                entries.append((2, *packed[number]))
                continue
            assert body is not None
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            entries.append((1, offset, 0))
            offset += len(parts[-1])
        entries.append((1, offset, 0))
        digest = hashlib.sha256(b"".join(parts)).digest()[:16]
        table = b"".join(
            kind.to_bytes(1) + where.to_bytes(4) + index.to_bytes(2)
            for kind, where, index in entries
        )
        trailer: dict[str, Value] = {
            "Type": Name("XRef"),
            "Size": len(entries),
            "W": [1, 4, 2],
            "Root": root,
            "Info": info,
            "ID": [digest, digest],
            **_DEFLATED,
        }
        body = _stream(zlib.compress(table), trailer)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (len(entries) - 1, body))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % offset)
        return b"".join(parts)

    def _pack(self) -> dict[int, tuple[int, int]]:
        """Add object streams; return in which of them, and as which, each object stands."""
        plain = [n for n in range(1, len(self._objects) + 1) if n not in self._streams]
        packed: dict[int, tuple[int, int]] = {}
        for start in range(0, len(plain), _PACKED):
            numbers = plain[start : start + _PACKED]
            bodies = [self._objects[number - 1] or b"" for number in numbers]
            heads, offset = [], 0
            for number, body in zip(numbers, bodies, strict=True):
                heads.append(b"%d %d" % (number, offset))
                offset += len(body) + 1
            head = b" ".join(heads) + b"\n"
            entries: dict[str, Value] = {
                "Type": Name("ObjStm"),
                "N": len(numbers),
                "First": len(head),
            }
            stream = self.add_stream(head + b"\n".join(bodies), entries)
            packed |= {number: (stream.number, index) for index, number in enumerate(numbers)}
        return packed


def _stream(body: bytes, entries: Mapping[str, Value]) -> bytes:
    """Return a stream object.

    A line feed that is no part of the data stands before `endstream` (ISO 19005-2, 6.1.7.1).
    """
    head = serialise({**entries, "Length": len(body)}).encode("ascii")
    return head + b"\nstream\n" + body + b"\nendstream"
