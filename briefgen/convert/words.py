"""Lines of Markdown: wrapped text, and attributes in braces."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable
from typing import Any

from briefgen.pattern import late_pattern

WIDTH = 100
_MARK = late_pattern(r" (?=[#>`~=|:<%]|[*_+-](?:[*_\s-]|$)|\d{1,9}[.)])")
"""A space before what a line may not begin with that goes on with a paragraph."""

_KEPT = "\x1f"
_BARE = late_pattern(r"[^\s\"'“”„‘’{}]+")


def wrapped(text: str, indent: str = "", first: str = "") -> list[str]:
    """Return a paragraph on lines of at most `WIDTH`; what has lines of its own keeps them."""
    if "\n" in text:
        return [f"{indent}{line}".rstrip() for line in text.split("\n")]
    lines = textwrap.wrap(
        _MARK.sub(_KEPT, text),
        WIDTH,
        initial_indent=first or indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )
    return [line.replace(_KEPT, " ") for line in lines]


def joined(ids: Collection[str]) -> str:
    """Return a list of ids; with semicolons where one says where in a source."""
    if any(one[0] == "“" for one in ids):
        return " ".join(ids)
    return ("; " if any("," in one for one in ids) else " ").join(ids)


def attributes(given: Iterable[tuple[str, Any]]) -> str:
    """Return attributes in braces; what is None is left out."""
    written: list[str] = []
    for name, value in given:
        if value is None:
            continue
        if name == "#":
            written.append(f"#{value}")
        elif name.startswith("."):
            written.append(name)
        else:
            text = str(value)
            written.append(
                f"{name}={text}" if _BARE.fullmatch(text) or text == '""' else f'{name}="{text}"'
            )
    return f"{{{' '.join(written)}}}" if written else ""
