"""PDF objects as Python values, and their bytes (ISO 32000-1, 7.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Union

_REGULAR = frozenset(
    b"!\"$&'*+,-.0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_`abcdefghijklmnopqrstuvwxyz|~"
)
_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name object: `/Type`."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to an indirect object."""

    number: int


Value = Union[  # noqa: UP007 - a recursive alias needs names in quotes
    Name, Reference, bool, int, float, str, bytes, None, Sequence["Value"], Mapping[str, "Value"]
]
"""Dictionaries have names for keys; `str` is a text string, `bytes` a byte string."""


@lru_cache(maxsize=8192)
def points(mpt: int) -> str:
    """Return thousandths of a point as a number of points, exactly."""
    return f"{mpt / 1000:.3f}".rstrip("0").rstrip(".")


def number(value: float) -> str:
    """Return a number with at most three decimals, never with an exponent (7.3.3)."""
    if isinstance(value, int):
        return str(value)
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=512)
def name(value: str) -> str:
    """Return a name with what is no regular character as `#xx` (7.3.5)."""
    encoded = value.encode()
    return "/" + "".join(chr(byte) if byte in _REGULAR else f"#{byte:02X}" for byte in encoded)


def text_string(text: str) -> str:
    """Return a text string: literal where it is printable ASCII, else UTF-16BE (7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def serialise(value: Value) -> str:
    """Return a value as PDF writes it: ASCII only, entries in the order given."""
    match value:
        case Name():
            return name(value.value)
        case Reference():
            return f"{value.number} 0 R"
        case str():
            return text_string(value)
        case bytes():
            return f"<{value.hex().upper()}>"
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
        case int() | float():
            return number(value)
        case dict() | Mapping():  # asking for a dict first is quicker
            entries = " ".join(f"{name(key)} {serialise(item)}" for key, item in value.items())
            return f"<<{entries}>>"
    return f"[{' '.join(map(serialise, value))}]"
