"""The terms of isolation: what a child process may use, and who keeps it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of one isolated build. The defaults hold for every built-in length ten times over.

    `memory_bytes` is address space, of which Python and the libraries take 130 million; `cpu_s`
    counts from when they have been imported; `wall_s` from the beginning; `output_bytes` is of all
    files together.
    """

    memory_bytes: int = 1_000_000_000
    cpu_s: int = 20
    wall_s: float = 40.0
    output_bytes: int = 50_000_000

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be more than nothing")


Wall = Literal["kernel", "interpreter"]


@dataclass(frozen=True, slots=True)
class Confinement:
    """Who keeps the child in: the kernel, or the interpreter alone, which is the weaker wall.

    `files` is reading outside the root and changing anything anywhere; `network` is connections of
    any kind; `processes` is other programs and processes: beginning, signalling, limiting and
    looking into them, and memory that is shared or left behind.
    """

    files: Wall
    network: Wall
    processes: Wall
