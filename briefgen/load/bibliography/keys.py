"""The sources that an argument cites, out of its plain data: nothing else need be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefgen.types.reference import cited, references

_LISTS = ("sources", "source", "by", "evidence")
"""Keys whose values name sources without the brackets of prose."""


def cited_keys(data: Any) -> dict[str, None]:
    """Return the keys of all sources that data cites, in its order."""
    return dict.fromkeys(_cited(data, ""))


def _cited(value: Any, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, held in value.items():
            yield from _cited(held, str(name))
    elif isinstance(value, list):
        for held in value:
            yield from _cited(held, key)
    elif isinstance(value, str):
        if "[@" in value:
            yield from (one.id for one in references(value) if one.sign == "@")
        elif key in _LISTS:
            yield from (one.id for one in cited([value.strip().removeprefix("@")]))
