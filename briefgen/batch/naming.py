"""Names of files, made of what a row says: safe on every system, and unique in the folder."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from briefgen.pattern import late_pattern
from briefgen.types.finding import LIKE, Finding, LoadError, nearest

BYTES = 120
"""Of a name in UTF-8, without number and suffix. File systems take 255."""

_FIELD = late_pattern(r"\{([^{}]*)\}")
_UNSAFE = late_pattern(r"[^\w.]+")
_RESERVED = late_pattern(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows the point."""


def fields(pattern: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the fields of a pattern such as `{constituency}-{length}`.

    Raises:
        LoadError: a field that is neither a column nor what every row has, or a lone brace.
    """
    found = tuple(dict.fromkeys(_FIELD.findall(pattern)))
    findings = []
    for field in found:
        if field not in known:
            near = nearest(field, known, LIKE)
            there = ", ".join(f"{{{name}}}" for name in known)
            hint = f"did you mean {{{near}}}?" if near else f"there are {there}"
            message = f"asks for {{{field}}}, which is no column"
            findings.append(Finding("name-field", message, hint, where=f'the name "{pattern}"'))
    if set("{}") & set(_FIELD.sub("", pattern)):
        hint = "put the name of a column between a pair of braces: {constituency}"
        message = "has a brace without its other one"
        findings.append(Finding("name-field", message, hint, where=f'the name "{pattern}"'))
    if findings:
        raise LoadError(findings)
    return found


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """Return a pattern with its fields filled, as a name that every file system takes.

    Letters and digits of any script, points and underscores stay; all else becomes a hyphen, as
    do points at either end. It has at most `BYTES`.
    """
    text = _FIELD.sub(lambda found: values[found[1]], pattern)
    safe = _UNSAFE.sub("-", unicodedata.normalize("NFC", text)).strip("-.")
    safe = safe.encode()[:BYTES].decode(errors="ignore").rstrip("-.")
    if not safe or _RESERVED.fullmatch(safe):
        return f"brief-{safe}".rstrip("-")
    return safe


def unique(names: Iterable[str]) -> list[str]:
    """Return names in their order, those that have been there before with a number.

    Names that differ only in case or in how an accent is written are one name, as on some systems.
    """
    wanted = list(names)
    taken: set[str] = set()
    natural = {_key(name) for name in wanted}
    last: Counter[str] = Counter()
    found = []
    for name in wanted:
        candidate, key = name, _key(name)
        while _key(candidate) in taken or (candidate != name and _key(candidate) in natural):
            last[key] += 1
            candidate = f"{name}-{last[key] + 1}"
        taken.add(_key(candidate))
        found.append(candidate)
    return found


def _key(name: str) -> str:
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
