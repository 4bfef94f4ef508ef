"""Arguments from one format to another, compared with what they were before they are written."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from briefgen.convert import PARTS, markdown_of, parts_of, plain_data, yaml_of
from briefgen.convert.comments import Comments, comments_of, divided, with_comments
from briefgen.load.argument import argument_in_text, read_argument
from briefgen.load.document import SUFFIXES
from briefgen.load.markdown.headings import headed_parts
from briefgen.load.text import read_text
from briefgen.overwrite import refuse_loss
from briefgen.pattern import compile_pattern, late_pattern
from briefgen.save import save
from briefgen.types.argument import Argument, refuse_no_argument
from briefgen.types.finding import Bug, Finding, LoadError, SaveError

_TRIES = 3
_COMMENTS = {".json": compile_pattern(r"(?!)")}
_YAML_COMMENT = late_pattern(r"(?:^|\s)#(?=\s|$)")


def convert(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> int:
    """Write an argument in the format that the suffix of another file says: .md, .yaml, .json.

    Nothing that it says is lost. Its comments above keys and parts are kept; the number of lines
    with others is returned.

    Raises:
        LoadError: the argument cannot be read.
        SaveError: another suffix, a file that is there already, or one that cannot be written.
    """
    argument = read_argument(source)
    if os.path.exists(target):  # noqa: PTH110 - or it raises
        hint = "choose another name, or remove the file first"
        raise SaveError([Finding("file-exists", "is there already", hint, file=os.fspath(target))])
    text, suffix = read_text(source), Path(source).suffix.lower()
    comments = comments_of(text, suffix, _headed(text, argument))
    kept = _save(argument, target, comments)
    return max(0, _comments(text, suffix) - kept)


def save_argument(argument: Argument, path: str | os.PathLike[str], *, force: bool = False) -> Path:
    """Write an argument as Markdown, YAML or JSON, as the suffix says.

    A file that is there is written over with `force` only, unless it says the same.

    Raises:
        SaveError: another suffix, a file that is there, or one that cannot be written.
    """
    refuse_no_argument(argument)
    _save(argument, path, {}, force=force)
    return Path(path)


def _headed(text: str, argument: Argument) -> list[str]:
    _, body = divided(text)
    return headed_parts("\n".join(body), argument.article.language, PARTS)


def _save(
    argument: Argument, path: str | os.PathLike[str], comments: Comments, *, force: bool = False
) -> int:
    """Write an argument with the comments that have a place there, and return their lines."""
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        message = f'ends in "{suffix}"' if suffix else "has no suffix"
        hint = "name it .md, .yaml, .yml or .json"
        raise SaveError([Finding("file-suffix", message, hint, file=os.fspath(path))])
    text = argument_text(argument, suffix)
    text, kept = with_comments(text, suffix, comments, _headed(text, argument))
    data = text.encode()
    if not _says(path, data):
        refuse_loss([path], force=force)
    save(path, data)
    return kept


def _says(path: str | os.PathLike[str], data: bytes) -> bool:
    try:
        return Path(path).read_bytes() == data
    except (OSError, ValueError):
        return False


def argument_text(argument: Argument, suffix: str) -> str:
    """Return an argument as text that reads as the same argument.

    What of Markdown does not stands in the front matter instead.
    """
    if suffix == ".json":
        return json.dumps(plain_data(argument), indent=2, ensure_ascii=False) + "\n"
    if suffix != ".md":
        return yaml_of(plain_data(argument))
    for marked, named in ((True, False), (True, True), (False, True)):
        in_front: set[str] = set()
        for _ in range(_TRIES if named else 1):
            text = markdown_of(argument, in_front, marked=marked, named=named)
            differing = _differing(argument, text, parts_of(argument, in_front))
            if not differing:
                return text
            in_front |= differing
    text = markdown_of(argument, PARTS, named=True)
    if _differing(argument, text, []):
        raise Bug(f"{argument.id} cannot be written as Markdown")
    return text


def _part_of(finding: Finding, text: str, written: list[str]) -> str | None:
    """Return the part that a finding is about: by its path, or by the heading above its line."""
    if finding.path and finding.path[0] in written:
        return str(finding.path[0])
    above = text.split("\n")[: finding.line or 0]
    number = sum(line.startswith("# ") for line in above)
    return written[number - 1] if 0 < number <= len(written) else None


def _differing(argument: Argument, text: str, written: list[str]) -> set[str]:
    """Return the parts that a text in Markdown does not give as the argument has them."""
    try:
        folder = Path(argument.places.file or "").parent
        read = argument_in_text(text, ".md", folder)
    except LoadError as error:
        named = {_part_of(finding, text, written) for finding in error.findings}
        return set(written) if None in named else {part for part in named if part}
    if read == argument:
        return set()
    parts = {part for part in PARTS if getattr(read, part) != getattr(argument, part)}
    return parts or set(written)


def _comments(text: str, suffix: str) -> int:
    if suffix == ".md":
        _, front, body = text.split("---\n", 2) if text.startswith("---\n") else ("", "", text)
        return _comments(front, ".yaml") + len(re.findall(r"(?m)^ {0,3}<!--", body))
    pattern = _COMMENTS.get(suffix, _YAML_COMMENT)
    return sum(bool(pattern.search(line)) for line in text.splitlines())
