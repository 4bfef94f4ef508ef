"""A reference that is not written as one would be printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import prose_texts, texts
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument
from briefgen.types.prose import REFERENCE

_LIKE_ONE = re.compile(r"(?<!\\)\[\s*[@#>][^\]\n]*(?:\]|$)", re.MULTILINE)


def malformed_references(argument: Argument) -> Iterator[Remark]:
    """Remark each `[@…]`, `[#…]` or `[>…]` that does not hold exactly one id.

    Also one that leads somewhere and stands where none is read, as in a title.
    """
    held = _held(argument)
    prose = dict(prose_texts(argument))
    for path, text in prose.items():
        for found in _LIKE_ONE.finditer(text):
            if not REFERENCE.fullmatch(found[0]):
                shown = found[0] if len(found[0]) <= 40 else f"{found[0][:37]}..."  # noqa: PLR2004
                message = f"has {shown}, which is no reference"
                yield Remark(path, message, _hint(found[0], held))
    for path, text in texts(argument):
        for found in REFERENCE.finditer(text) if path not in prose else ():
            if found[1] + found[2] in held:
                message = f"has {found[0]} where no reference is read"
                yield Remark(path, message, "write out the words that should stand there")


def _held(argument: Argument) -> frozenset[str]:
    """Return every reference that may stand in prose."""
    lists = (("@", argument.sources), ("#", argument.facts), (">", argument.quotations))
    return frozenset(f"{mark}{entry.id}" for mark, entries in lists for entry in entries)


def _hint(text: str, held: frozenset[str]) -> str:
    """Return the reference that was meant, where only the manner of its id is wrong."""
    bare = text.strip("[] \t").lower()
    meant = bare[:1] + re.sub(r"[\s_]+", "-", bare[1:].strip())
    if meant in held:
        return f"did you mean [{meant}]? ids are lower-case words with hyphens"
    return "write one id: [@source], [#fact-id] or [>quotation]; or \\[ for a bracket"
