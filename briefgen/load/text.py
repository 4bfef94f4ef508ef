"""Read a file or standard input as text, or say what is wrong with it.

Whether a file lies in a folder is said here, too.
"""

from __future__ import annotations

import codecs
import os
import stat
import sys
from pathlib import Path, PureWindowsPath

from briefgen.pattern import late_pattern
from briefgen.types.finding import LIKE, Finding, LoadError, nearest

SIZE_LIMIT = 8_000_000
"""Bytes of a text file. The longest argument of a whole book stays far below."""

_NOT_TEXT = late_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What YAML forbids in a file (YAML 1.2.2, 5.1), a byte-order mark inside it, and the three line
separators (U+0085, U+2028, U+2029) that parsers and editors count differently."""


def is_file(path: str | os.PathLike[str]) -> bool:
    """Whether there is a file. No name is too long to ask for, nor otherwise impossible."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises for some names


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Whether there is a folder, as `is_file` says of files."""
    return os.path.isdir(path)  # noqa: PTH112


def read_text(path: str | os.PathLike[str], *, limit: int = SIZE_LIMIT) -> str:
    """Return the text of a UTF-8 file, without a byte-order mark.

    The size is looked at first, so that a file over `limit` bytes is never read whole.

    Raises:
        LoadError: a folder, a device, no file, no permission, too large, empty, not UTF-8, or
            control characters; `file` is the path as it was given.
    """
    file = os.fspath(path)
    data = read_bytes(Path(path), limit, name=file)
    if not data.strip():
        raise _refused(
            file, "file-empty", "is empty", "write the argument, or start from `briefgen new`"
        )
    return decoded_text(data, file)


def decoded_text(data: bytes, file: str, *, utf16: bool = False) -> str:
    """Return UTF-8 bytes as text, without a byte-order mark; with `utf16` also UTF-16 that has one.

    Raises:
        LoadError: `file-encoding` or `control-character`.
    """
    if utf16 and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = _from_utf16(data, file)
    text = _decoded(data, file)
    if found := _NOT_TEXT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"holds the control character U+{ord(found[0]):04X}"
        raise _refused(file, "control-character", message, "delete it and save again", line)
    return text


def read_bytes(path: Path, limit: int, *, name: str) -> bytes:
    """Return the bytes of a file that has at most `limit`. `name` is what errors call it.

    Raises:
        LoadError: `file-missing`, `file-is-folder`, `file-not-regular`, `file-no-permission`,
            `file-too-large` or `file-unreadable`.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _refused(name, "file-is-folder", "is a folder", "name a file inside it")
        if not stat.S_ISREG(status.st_mode):
            message = "is a device or a pipe, not a file"
            raise _refused(name, "file-not-regular", message, "save it as a file first")
        if status.st_size > limit:
            raise _too_large(name, status.st_size, limit)
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise _refused(name, "file-missing", "is not there", _nearest_file(path)) from None
    except PermissionError:
        message = "may not be read: no permission"
        raise _refused(
            name, "file-no-permission", message, "ask for the right to read it"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this is no file name"
        message = f"cannot be read ({reason})"
        raise _refused(name, "file-unreadable", message, "check the path") from None
    if len(data) > limit:
        raise _too_large(name, len(data), limit)
    return data


_BINARY = (
    (b"PK\x03\x04", "is a zip archive, such as .docx or .xlsx, and no text"),
    (b"\xd0\xcf\x11\xe0", "is a file of old Word or Excel (.doc, .xls), and no text"),
    (b"%PDF-", "is a PDF, and no text"),
)
"""How files begin that are often taken for text, and what they are."""


def _from_utf16(data: bytes, file: str) -> bytes:
    try:
        return data.decode("utf-16").encode()
    except UnicodeError:
        message = "is not written in UTF-16, as its first two bytes say"
        raise _refused(file, "file-encoding", message, "save it as UTF-8") from None


def _decoded(data: bytes, file: str) -> str:
    for beginning, message in _BINARY:
        if data.startswith(beginning):
            raise _refused(file, "file-encoding", message, "save it as text in UTF-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _looks_like_utf16(data):
        hint = "it looks like UTF-16; save it as UTF-8"
        raise _refused(file, "file-encoding", "is not written in UTF-8", hint)
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = len(before.decode("utf-8", "replace")) + 1
        message = f"is not written in UTF-8 (byte 0x{data[error.start]:02X})"
        hint = "save it as UTF-8 in your editor"
        if _may_be_windows_1252(data):
            hint += "; it may be Windows-1252 now"
        raise _refused(file, "file-encoding", message, hint, line, column) from None


def _may_be_windows_1252(data: bytes) -> bool:
    """Whether all bytes are characters of Windows-1252, the most of them of plain English text."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    plain = sum(character.isascii() for character in text)
    return not _NOT_TEXT.search(text) and plain * 2 > len(text)


def _looks_like_utf16(data: bytes) -> bool:
    head = data[:200]
    return len(head) > 3 and head.count(0) * 3 > len(head) and any(head)  # noqa: PLR2004


def _nearest_file(path: Path) -> str:

    try:
        siblings = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return "check the path"
    near = nearest(path.name, siblings, LIKE)
    return f"did you mean {path.with_name(near)}?" if near else "check the path"


def _too_large(file: str, size: int, limit: int) -> LoadError:
    message = f"has {size / 1e6:.1f} MB; at most {limit / 1e6:g} MB are read"
    return _refused(file, "file-too-large", message, "is this the right file?")


def _refused(
    file: str,
    code: str,
    message: str,
    hint: str,
    line: int | None = None,
    column: int | None = None,
) -> LoadError:
    return LoadError([Finding(code, message, hint, file=file, line=line, column=column)])


def within(file: str | os.PathLike[str], folder: Path) -> Path | None:
    """Return the real path of a file, relative to a folder, that lies in the real folder.

    None for one that leads outside: by its name, by a link, as the name of a drive or a share.
    """
    name = os.fspath(file)
    windows = PureWindowsPath(name)
    if windows.drive:
        return None
    try:
        root, path = os.path.realpath(folder), os.path.realpath(folder / name)
        outside = os.path.commonpath((root, path)) != root
    except ValueError:  # another drive, or no file name at all
        return None
    return None if outside else Path(path)


STANDARD_INPUT = "-"


class StandardInput(os.PathLike[str]):
    """Standard input in a file's place: YAML, JSON or Markdown, in the folder of its pictures.

    Errors call it `-`, in that folder.
    """

    def __init__(self, language: str = "yaml", root: str | None = None) -> None:
        self.suffix = f".{language}"
        self._file = os.path.join(root or "", STANDARD_INPUT)  # noqa: PTH118 - no "./" before it

    def __fspath__(self) -> str:
        return self._file

    def read(self) -> str:
        """Return all that is written to it.

        Raises:
            LoadError: `file-missing` where there is no standard input, `file-empty`,
                `file-too-large`, or as `decoded_text`.
        """
        if sys.stdin is None:
            raise self._refused("file-missing", "is standard input, which is closed", "name a file")
        data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
        if len(data) > SIZE_LIMIT:
            message = f"has more than {SIZE_LIMIT / 1e6:g} MB; at most so much is read"
            raise self._refused("file-too-large", message, "is this the right text?")
        if not data.strip():
            message = "is empty: standard input has no text"
            raise self._refused("file-empty", message, "write the argument to it, or name a file")
        return decoded_text(data, self._file)

    def _refused(self, code: str, message: str, hint: str) -> LoadError:
        return LoadError([Finding(code, message, hint, file=self._file)])
