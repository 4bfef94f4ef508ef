"""Read an article from a file of any of the known formats."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from pathlib import Path

from briefgen.load.article.assembly import source_text
from briefgen.load.article.blocks import BLOCK_LIMIT, CHARACTER_LIMIT, ReadFile
from briefgen.load.text import decoded_text, read_bytes
from briefgen.types.finding import Finding, LoadError, TemplateError
from briefgen.types.source_text import SourceText

FORMATS = (".docx", ".md", ".markdown", ".html", ".htm", ".pdf", ".txt")
"""Endings of the files that an article is read from."""

SIZE_LIMIT = 100_000_000
"""Bytes of a PDF or a Word file, which may hold pictures."""

PAGE_END = b"\n\xee\x80\x80\n"
"""Stands for a form feed, which text files may not hold elsewhere (U+E000, private use)."""

_PAGE = PAGE_END.decode()

TEXT_LIMIT = 20_000_000
"""Bytes of a text or a web page."""


def read_article(path: str | os.PathLike[str]) -> SourceText:
    """Return an article, in the format that the ending of its file's name says.

    The file may be anybody's: it is read within bounds, nothing in it runs, and nothing that it
    names is fetched. Time is linear in its text.

    Raises:
        LoadError: the file cannot be read, is not of that format, is too long, holds no text, or
            what reads it is not installed.
    """
    file = os.fspath(path)
    suffix = Path(file).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        message = f'ends in "{suffix}"' if suffix else "has no ending that says its format"
        hint = f"save the article as one of {', '.join(FORMATS)}"
        raise _refused(file, "article-format", message, hint)
    limit = SIZE_LIMIT if suffix in (".docx", ".pdf") else TEXT_LIMIT
    data = read_bytes(Path(path), limit, name=file)
    read = reader(data, file)
    characters = sum(len(block.text) for block in read.blocks)
    if characters > CHARACTER_LIMIT or len(read.blocks) > BLOCK_LIMIT:
        message = f"has {characters} characters in {len(read.blocks)} paragraphs"
        hint = f"at most {CHARACTER_LIMIT} in {BLOCK_LIMIT} are read; keep the article alone"
        raise _refused(file, "article-too-long", message, hint)
    source = source_text(read, file)
    if not source.body:
        message = "holds no text that looks like that of an article"
        raise _refused(file, "article-no-text", message, "is this the right file?")
    return source


# Each reader is imported where a file asks for it: together they take as long as an article.


def _word(data: bytes, file: str) -> ReadFile:
    from briefgen.load.article.docx import read_docx  # noqa: PLC0415

    try:
        return read_docx(data, file)
    except TemplateError as error:
        hint = "open it in Word and save it anew as .docx"
        raise LoadError(
            Finding(one.code, one.message, hint, one.path, file=file) for one in error.findings
        ) from error


def _markdown(data: bytes, file: str) -> ReadFile:
    from briefgen.load.article.markdown import read_markdown  # noqa: PLC0415

    return read_markdown(_text(data, file))


def _plain(data: bytes, file: str) -> ReadFile:
    from briefgen.load.article.plain import read_plain  # noqa: PLC0415

    return read_plain(_text(data, file))


def _page(data: bytes, file: str) -> ReadFile:
    if not data.strip():
        raise _refused(file, "file-empty", "is empty", "save the page again")
    from briefgen.load.article.html import read_html  # noqa: PLC0415

    return read_html(data)


def _pdf(data: bytes, file: str) -> ReadFile:
    from briefgen.load.article.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(data, file)


def _text(data: bytes, file: str) -> str:
    """Return text in UTF-8 or UTF-16; what is in neither is taken for Windows-1252.

    Control characters, as text made of a PDF has for the signs of formulas, are left out.
    """
    if b"\0" not in data and not data.startswith((*_MARKED, *_BINARY)):
        data = data.translate(None, _CONTROLS)
    try:
        return decoded_text(data.replace(b"\x0c", PAGE_END), file, utf16=True).replace(_PAGE, "\f")
    except LoadError as error:
        encoded = "file-encoding" in error.codes and not data.startswith(_MARKED)
        if encoded and b"\0" not in data and not data.startswith(_BINARY):
            return data.decode("cp1252", "replace")
        raise


_BINARY = (b"PK", b"%PDF", b"\xd0\xcf")
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\0\t\n\r\x0c\x1b"})
_MARKED = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_READERS: dict[str, Callable[[bytes, str], ReadFile]] = {
    ".docx": _word,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _page,
    ".htm": _page,
    ".pdf": _pdf,
    ".txt": _plain,
}


def _refused(file: str, code: str, message: str, hint: str) -> LoadError:
    return LoadError([Finding(code, message, hint, file=file)])
