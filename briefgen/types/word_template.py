"""A Word template as it was read: its bytes, after every guard has let them through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A `.docx` that may be filled. `file` is where it was read, for errors.

    `styles` says what the template calls a style whose usual name it does not know, both in lower
    case.
    """

    name: str
    file: str
    data: bytes = field(repr=False)
    styles: Mapping[str, str] = field(default_factory=dict, hash=False)
