"""Read a Word template, and refuse what must not stand in a brief."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from briefgen.cache import kept
from briefgen.load.text import is_file, is_folder
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.ooxml.reading import read_package
from briefgen.types.finding import Finding, TemplateError

_WITHOUT_BODY = "or leave out what the body says, which is where it stands, by --replace-body"

FILE_LIMIT = 50_000_000
"""Bytes of a template as it lies on disk."""


def read_word_template(
    path: str | os.PathLike[str], *, untrusted: bool = False, replace_body: bool = False
) -> WordTemplate:
    """Return the Word template at a path, as far as it may stand in a brief.

    What does not belong there (macros, comments, tracked changes, …) is left out with one warning,
    or refused where the file is a stranger's. With `replace_body`, the place of a brief is all that
    a sample document's body says: its letterhead, a section and drawings of the first page stay,
    and nothing else of it is looked at.

    Raises:
        TemplateError: a file that cannot be read, that is not a sound Word document (see
            `read_package`), or that runs, fetches or includes something (see `guard`). Each
            finding names the part it is in.
    """
    file = os.fspath(path)
    data = read_word_file(path)
    package, warnings = _guarded(data, file, untrusted=untrusted, replace_body=replace_body)
    return WordTemplate(Path(path).stem, file, package, warnings)


def read_built_in_template(path: Path) -> WordTemplate:
    """Return a Word template that comes along, which passes every guard as it is.

    `tests/load/test_load_word_built_in.py` holds that.
    """
    file = str(path)
    return WordTemplate(path.stem, file, read_package(read_word_file(path), file), ())


@kept(4)
def _guarded(
    data: bytes, file: str, *, untrusted: bool, replace_body: bool
) -> tuple[Package, tuple[Finding, ...]]:
    """Return the package of a template, read once for as long as its content stays as it is."""
    from briefgen.load.word.cleaning import cleaned  # noqa: PLC0415 - as not of ours
    from briefgen.load.word.guard import danger_findings, guard  # noqa: PLC0415
    from briefgen.load.word.nesting import style_findings  # noqa: PLC0415
    from briefgen.load.word.normal import normalised  # noqa: PLC0415
    from briefgen.load.word.skeleton import listing_findings  # noqa: PLC0415

    package = read_package(data, file)
    if findings := listing_findings(package, file) or style_findings(package, file):
        raise TemplateError(findings)
    package = normalised(package)
    if untrusted and (findings := danger_findings(package, file)):
        raise TemplateError(findings)
    whole = package
    package, warnings = cleaned(whole, file, replace_body=replace_body)
    if findings := guard(package, file):
        if not (replace_body or guard(cleaned(whole, file, replace_body=True)[0], file)):
            findings = [replace(one, hint=f"{one.hint}; {_WITHOUT_BODY}") for one in findings]
        raise TemplateError(findings)
    return package, warnings


def read_word_file(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a Word file, which nobody has looked into yet.

    Raises:
        TemplateError: there is no such file, it cannot be read, or it is too large.
    """
    file, path = os.fspath(path), Path(path)
    try:
        if not is_file(path):
            code, message = (
                ("word-file-is-folder", "is a folder")
                if is_folder(path)
                else ("word-file-missing", "is not there")
            )
            raise _refused(file, code, message, "name a .docx file")
        with path.open("rb") as stream:
            data = stream.read(FILE_LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this is no file name"
        raise _refused(
            file, "word-file-unreadable", f"cannot be read ({reason})", "check path and rights"
        ) from error
    if len(data) > FILE_LIMIT:
        raise _refused(
            file,
            "word-file-too-large",
            f"has more than {FILE_LIMIT} bytes",
            "make its pictures smaller",
        )
    return data


def _refused(file: str, code: str, message: str, hint: str) -> TemplateError:
    return TemplateError([Finding(code, message, hint, file=file)])
