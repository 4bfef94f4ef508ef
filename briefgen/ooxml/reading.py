"""Open a Word file that may come from a stranger, unpacked within bounds, in Transitional names.

The container is that of ISO/IEC 29500-2 (names 6.2.2, ZIP 7.3 and annex B). Word reads Strict and
Transitional files, and writes Strict ones on demand. They differ in the addresses of their
vocabularies and of the types of relationships, and in values that `measures` reads either way.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from lxml import etree

from briefgen.ooxml.package import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, Package
from briefgen.ooxml.writing import written
from briefgen.types.finding import Finding, TemplateError

ENTRY_LIMIT = 2_000
SIZE_LIMIT = 200_000_000
"""Bytes that all entries may have as they are really unpacked, whatever they say themselves."""

RATIO_LIMIT = 200
RATIO_FREE = 1_000_000
"""An entry may grow two-hundredfold; up to a million bytes the ratio says nothing."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 18
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)
"""What `zipfile` raises for an archive whose numbers cannot be."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What a package may be packed with (ISO/IEC 29500-2, annex B.5)."""


_NO_TEXT = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f]")
"""What no XML holds."""

_MARKUP = re.compile(
    rb"(\xef\xbb\xbf)?\s*<|\xff\xfe(\s\0)*<\0|\xfe\xff(\0\s)*\0<|(\s\0)*<\0|(\0\s)*\0<"
)


def is_markup(name: str, data: bytes) -> bool:
    """Whether a part is XML by its name, or by how it begins whatever it is called."""
    if name.lower().endswith((".xml", ".rels")):
        return True
    # The first bytes of an enclosed font are crossed by a key, and may be anything.
    is_font = name.lower().endswith(".odttf") and _NO_TEXT.search(data[:512]) is not None
    return not (is_font and b"\0" not in data[:4]) and bool(_MARKUP.match(data))


def read_package(data: bytes, file: str) -> Package:
    """Return the package that a Word file holds.

    Raises:
        TemplateError: not a zip archive, encrypted, an old `.doc`, too many or too large entries,
            suspicious ratio, another compression, names twice, outside the archive or ambiguous,
            a document type declaration, XML that is not well-formed, no main document.
    """
    if data.startswith(_OLE):
        raise _refused(
            file,
            "word-encrypted",
            "is protected by a password, or is a .doc of Word 97 to 2003",
            "open it in Word, remove the password and save it as .docx",
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise _refused(
            file, "word-not-zip", "is not a Word document", "save it in Word as .docx"
        ) from error
    with archive:
        if findings := [*_bad_names(archive.infolist(), file)]:
            raise TemplateError(findings)
        parts = _unpacked(archive, file)
    if findings := [*_bad_xml(parts, file)]:
        raise TemplateError(findings)
    package = Package(parts)
    if findings := [*_malformed(package, file)]:
        raise TemplateError(findings)
    for needed in (CONTENT_TYPES, PACKAGE_RELATIONSHIPS, package.main):
        if needed not in package:
            message = f"has no {needed}, so it is not a Word document"
            raise _refused(file, "word-no-document", message, "save it in Word as .docx", needed)
    return package


def _refused(file: str, code: str, message: str, hint: str, part: str = "") -> TemplateError:
    return TemplateError([Finding(code, message, hint, path=(part,) if part else (), file=file)])


def _bad_names(entries: list[zipfile.ZipInfo], file: str) -> list[Finding]:
    findings: list[Finding] = []
    hint = "save the template anew in Word (File, Save As, Word Document)"

    def found(code: str, message: str, part: str = "") -> None:
        findings.append(Finding(code, message, hint, path=(part,) if part else (), file=file))

    if len(entries) > ENTRY_LIMIT:
        found("word-too-many-entries", f"has {len(entries)} entries; the limit is {ENTRY_LIMIT}")
    seen: set[str] = set()
    for entry in entries:
        # Names of parts are compared without regard to case (ISO/IEC 29500-2, 6.2.2.3).
        name = entry.filename.replace("\\", "/").lower()
        if name in seen:
            found("word-duplicate-entry", "stands in the archive twice", entry.filename)
        seen.add(name)
        if name.startswith("/") or ".." in name.split("/") or ":" in name:
            found("word-entry-outside", "names a place outside the archive", entry.filename)
        elif not name.isprintable() or {"", "."} & set(name.rstrip("/").split("/")):
            found("word-entry-name", "has a name that programs read differently", entry.filename)
        if entry.compress_type not in _METHODS:
            found("word-compression", "is packed in a way that Word does not know", entry.filename)
        if entry.flag_bits & 0x1:
            found("word-encrypted", "is protected by a password", entry.filename)
    return findings


def _unpacked(archive: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = SIZE_LIMIT
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        packed = max(1, entry.compress_size)
        bound = min(left, max(RATIO_FREE, packed * RATIO_LIMIT))
        unpacked = io.BytesIO()
        try:
            with archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    unpacked.write(chunk)
                    if unpacked.tell() > bound:
                        raise _refused(
                            file,
                            "word-inflates",
                            f"unpacks to more than {bound} bytes from {packed}; the limits are "
                            f"{RATIO_LIMIT} times and {SIZE_LIMIT} bytes for the whole file",
                            "make pictures smaller in Word (Compress Pictures), and save it again",
                            entry.filename,
                        )
        except _DAMAGE as error:
            raise _refused(
                file,
                "word-damaged",
                "cannot be unpacked",
                "save the template anew in Word (File, Save As, Word Document)",
                entry.filename,
            ) from error
        parts[entry.filename.replace("\\", "/")] = unpacked.getvalue()
        left -= unpacked.tell()
    return parts


class _Seen(Exception):
    """The root element was reached: no document type declaration can follow."""


class _DocumentType(Exception):
    """A document type declaration was met, before any entity of it was read."""


def _bad_xml(parts: Mapping[str, bytes], file: str) -> list[Finding]:
    findings = []
    for name, data in parts.items():
        if not is_markup(name, data):
            continue
        try:
            _prologue(data)
        except _DocumentType:
            findings.append(
                Finding(
                    "word-doctype",
                    "has a document type declaration, which can name files and multiply text",
                    "save the template anew in Word (File, Save As, Word Document)",
                    path=(name,),
                    file=file,
                )
            )
        except (expat.ExpatError, LookupError, ValueError) as error:  # or an unknown encoding
            findings.append(malformed(file, name, str(error)))
    return findings


def _malformed(package: Package, file: str) -> Iterator[Finding]:
    for name, data in package.items():
        if is_markup(name, data):
            try:
                package.root(name)
            except etree.XMLSyntaxError as error:
                yield malformed(file, name, str(error))


def malformed(file: str, part: str, message: str) -> Finding:
    """Return the finding of a part that is not well-formed XML."""
    return Finding(
        "word-malformed",
        f"is not well-formed XML ({message})",
        "save the template anew in Word (File, Save As, Word Document)",
        path=(part,),
        file=file,
    )


def _prologue(data: bytes) -> None:
    parser = expat.ParserCreate()

    def document_type(*_: object) -> None:
        raise _DocumentType

    def element(*_: object) -> None:
        raise _Seen

    parser.StartDoctypeDeclHandler = document_type
    parser.StartElementHandler = element
    try:
        parser.Parse(data, True)
    except _Seen:
        return


_STRICT, _OPEN = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"

_NAMES = tuple(
    (_STRICT + one.encode(), _OPEN + other.encode())
    for one, other in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("spreadsheetml/main", "spreadsheetml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/extendedProperties", "officeDocument/2006/extended-properties"),
        ("officeDocument/customProperties", "officeDocument/2006/custom-properties"),
        ("officeDocument/docPropsVTypes", "officeDocument/2006/docPropsVTypes"),
        ("officeDocument/sharedTypes", "officeDocument/2006/sharedTypes"),
        ("officeDocument/bibliography", "officeDocument/2006/bibliography"),
        ("officeDocument/customXml", "officeDocument/2006/customXml"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("schemaLibrary/main", "schemaLibrary/2006/main"),
        *(
            (f"drawingml/{name}", f"drawingml/2006/{name}")
            for name in (
                *("main", "chartDrawing", "chart", "compatibility", "diagram"),
                *("lockedCanvas", "picture", "spreadsheetDrawing", "wordprocessingDrawing"),
            )
        ),
    )
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 begins."""


def transitional(package: Package) -> Package:
    """Return a package in the names of the Transitional kind; one that is in them, as it is."""
    changed: dict[str, bytes] = {}
    for name, data in package.items():
        if not is_markup(name, data):
            continue
        plain = written(package.root(name)) if data[:2] in _WIDE else data
        if _STRICT not in plain:
            continue
        for strict, other in _NAMES:
            plain = plain.replace(strict, other)
        changed[name] = plain.replace(b'w:conformance="strict"', b"")
    return package.replaced(changed) if changed else package
