"""What became of the files of a campaign: small enough to travel and to be written down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from briefgen.types.finding import BriefgenError
from briefgen.types.summary import BriefSummary


class Result(Struct, frozen=True):
    """What became of one file of a campaign: the file and what it came to, or the error.

    `kept` says that the file stood there already, made of the same inputs. `line` is that of the
    row in the CSV file, where there is one.
    """

    path: Path
    length: str
    audience: str
    brief: BriefSummary | None
    error: BriefgenError | None
    kept: bool = False
    line: int | None = None


Progress = Callable[[int, int, Result], None]
"""Called after each file with the number done, the number in all and the result."""
