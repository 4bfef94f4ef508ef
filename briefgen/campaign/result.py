"""What became of the files of a campaign: small enough to travel and to be written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefgen.pipeline import Brief
from briefgen.types.brief import Omission
from briefgen.types.finding import BriefgenError, Finding


@dataclass(frozen=True, slots=True)
class Summary:
    """The measures of a brief that was built, here or elsewhere, now or before."""

    pages: int
    words: int
    fill_percent: int
    omitted: tuple[Omission, ...] = ()
    findings: tuple[Finding, ...] = ()


def summary_of(brief: Brief) -> Summary:
    """Return the measures of a brief."""
    return Summary(brief.pages, brief.words, brief.fill_percent, brief.omitted, brief.findings)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file of a campaign: the file and its measures, or the error.

    `kept` says that the file stood there already, made of the same inputs. `line` is that of the
    row in the CSV file, where there is one.
    """

    path: Path
    length: str
    audience: str
    brief: Summary | None
    error: BriefgenError | None
    kept: bool = False
    line: int | None = None


Progress = Callable[[int, int, Result], None]
"""Called after each file with the number done, the number in all and the result."""
