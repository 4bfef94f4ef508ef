"""A Word template as it was read: its bytes, after every guard has let them through."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A `.docx` that may be filled. `file` is where it was read, for errors."""

    name: str
    file: str
    data: bytes = field(repr=False)
