"""The bibliographies of an argument: found beside it, and what it cites of them read as sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from pydantic import ValidationError

from briefgen.cache import kept_with_files
from briefgen.load.bibliography.bibtex import read_bibtex
from briefgen.load.bibliography.csl_json import read_csl_json
from briefgen.load.bibliography.entry import Bibliography, Entry, EntryError
from briefgen.load.bibliography.ris import read_ris
from briefgen.load.text import read_text, within
from briefgen.pattern import late_pattern
from briefgen.types.base import Frozen
from briefgen.types.finding import FAULT_LIMIT, Finding, LoadError, Severity
from briefgen.types.model_error import findings_of
from briefgen.types.reference import cited, references
from briefgen.types.source_map import Path as ValuePath
from briefgen.types.source_map import SourceMap
from briefgen.types.supplements import Source

# The sources that an argument cites, out of its plain data: nothing else need be read.

_LISTS = ("sources", "source", "by", "evidence")
"""Keys whose values name sources without the brackets of prose."""


def cited_keys(data: Any) -> dict[str, None]:
    """Return the keys of all sources that data cites, in its order."""
    return dict.fromkeys(_cited(data, ""))


def _cited(value: Any, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _cited(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _cited(inner, key)
    elif isinstance(value, str):
        if "[@" in value:
            yield from (one.id for one in references(value) if one.sign == "@")
        elif key in _LISTS:
            yield from (one.id for one in cited([value.strip().removeprefix("@")]))


SIZE_LIMIT = 8_000_000
"""Bytes of one bibliography. Libraries of ten thousand entries with abstracts stay below."""

MOST_FILES = 20

_READERS: Mapping[str, Callable[[str, str], Bibliography]] = {
    ".bib": read_bibtex,
    ".json": read_csl_json,
    ".ris": read_ris,
}


class Sources(Struct):
    """What comes of bibliographies: data with sources, their places, and what is wrong."""

    data: Any
    places: SourceMap
    findings: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)


def with_bibliography(data: Any, places: SourceMap, folder: Path) -> Sources:
    """Return an argument's data with the entries that it cites as its sources.

    Files are those that `bibliography` names, within the folder. Faults of entries that nothing
    cites are warnings, and so are keys that a file has twice; of what is cited they are errors.
    """
    named = data.get("bibliography") if isinstance(data, dict) else None
    files = [named] if isinstance(named, str) else named
    if not isinstance(files, list) or not all(isinstance(one, str) for one in files):
        return Sources(data, places)
    found = Sources(dict(data), places)
    opened = [
        _opened(file, number, folder, found) for number, file in enumerate(files[:MOST_FILES])
    ]
    if len(files) > MOST_FILES:
        message = f"names {len(files)} bibliographies; at most {MOST_FILES} are read"
        found.findings.append(_of_argument(("bibliography",), message, "join them", places))
    bibliographies = [one for one in opened if one is not None]
    _add(bibliographies, cited_keys(data), found)
    return found


def _opened(name: str, number: int, folder: Path, found: Sources) -> Bibliography | None:
    path: ValuePath = ("bibliography", number)
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a name with NUL is no Path
    file = within(name, folder)
    if suffix not in _READERS:
        message = f'"{name[:80]}" is no bibliography that is read'
        hint = "name a .bib, a .json in CSL or a .ris"
        found.findings.append(_of_argument(path, message, hint, found.places))
        return None
    if file is None:
        message = f'"{name[:80]}" lies outside the folder of the argument'
        hint = "copy it into that folder"
        code = "bibliography-outside-root"
        found.findings.append(_of_argument(path, message, hint, found.places, code))
        return None
    try:
        return _read(os.fspath(folder / name), suffix)[0]
    except LoadError as error:
        for fault in error.findings:
            if fault.line:
                found.findings.append(fault)
                continue
            message = f'"{name[:80]}" {fault.message}'
            if fault.code == "extra-missing":
                message = f'"{name[:80]}": {fault.message}'
            found.findings.append(_of_argument(path, message, fault.hint, found.places, fault.code))
        return None


@kept_with_files(8, lambda read: (read[1],))
def _read(file: str, suffix: str) -> tuple[Bibliography, str]:
    return _READERS[suffix](read_text(file, limit=SIZE_LIMIT), file), file


def _add(bibliographies: list[Bibliography], wanted: Mapping[str, None], found: Sources) -> None:
    """Add to the data what is wanted, and note where all entries stand."""
    own = found.data.get("sources")
    own = own if isinstance(own, list) else []
    typed = {one.get("id") for one in own if isinstance(one, dict)}
    entries: dict[str, tuple[str, Entry]] = {}
    for bibliography in bibliographies:
        found.warnings += bibliography.warnings
        for key, line in bibliography.twice.items():
            _twice(
                key,
                bibliography.file,
                line,
                (bibliography.file, bibliography.entries[key].line),
                wanted,
                found,
            )
        for key, entry in bibliography.entries.items():
            if key in entries:
                file, first = entries[key]
                _twice(key, bibliography.file, entry.line, (file, first.line), wanted, found)
            entries.setdefault(key, (bibliography.file, entry))
    new = [
        source
        for key, (file, entry) in entries.items()
        if key in wanted and (source := _source(file, entry, typed, found))
    ]
    if new and isinstance(found.data.get("sources", []), list):
        found.data["sources"] = [*own, *new]
    where = {key: (file, entry.line) for key, (file, entry) in entries.items()}
    found.places = replace(found.places, entries=where, warnings=tuple(found.warnings))


def _twice(
    key: str,
    file: str,
    line: int,
    first: tuple[str, int],
    wanted: Mapping[str, None],
    found: Sources,
) -> None:
    where = f"on line {first[1]}" if first[0] == file else f"in {first[0]}:{first[1]}"
    message = f'"{key}" is a key already, first {where}'
    hint = "give one of the two another key, or remove it"
    is_cited = key in wanted
    severity: Severity = "error" if is_cited else "warning"
    finding = Finding("entry-twice", message, hint, (key,), severity, file, line)
    (found.findings if is_cited else found.warnings).append(finding)


def _source(file: str, entry: Entry, typed: Iterable[Any], found: Sources) -> dict[str, Any] | None:
    """Return an entry as the data of a source; what is wrong with it is reported, at its line."""
    if entry.key in typed:
        message = "is in sources of the argument, too"
        hint = "remove one of the two"
        found.findings.append(
            Finding("entry-twice", message, hint, (entry.key,), file=file, line=entry.line)
        )
        return None
    try:
        work, address, notes = entry.read()
    except EntryError as error:
        path = (entry.key, error.name) if error.name else (entry.key,)
        line = error.line or entry.line
        found.findings.append(
            Finding("entry-unread", error.message, error.hint, path, file=file, line=line)
        )
        return None
    for note in notes:
        path = (entry.key, note.name)
        found.warnings.append(
            Finding("entry-odd", note.message, note.hint, path, "warning", file, note.line)
        )
    title = work.get("title") or work.get("container")
    data = {"id": entry.key, "status": "resolved", "title": title, "work": work}
    if address and _ADDRESS.fullmatch(address):
        data["address"] = address
    if title is None:
        message, hint = "has no title", "give it one: a list of sources prints it"
        found.findings.append(
            Finding("entry-unread", message, hint, (entry.key,), file=file, line=entry.line)
        )
        return None
    return data if _is_sound(data, file, entry, found) else None


_ADDRESS = late_pattern(r"https?://\S{1,1990}")


def _is_sound(data: dict[str, Any], file: str, entry: Entry, found: Sources) -> bool:
    model: type[Frozen] = Source
    try:
        model.__pydantic_validator__.validate_python(data)
    except ValidationError as error:
        for fault in findings_of(error, data, model, SourceMap())[:FAULT_LIMIT]:
            path = (entry.key, *(step for step in fault.path if step != "work"))
            found.findings.append(
                Finding(fault.code, fault.message, fault.hint, path, file=file, line=entry.line)
            )
        return False
    return True


def _of_argument(
    path: ValuePath, message: str, hint: str, places: SourceMap, code: str = "bibliography-format"
) -> Finding:
    line = places.line(path)
    return Finding(code, message, hint, path, file=places.file, line=line)
