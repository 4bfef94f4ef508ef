"""What a brief came to, in numbers and in one line: the same words at every door."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from briefgen.types.brief import Omission, OmittedKind
from briefgen.types.finding import Finding, counted


@dataclass(frozen=True, slots=True)
class BriefSummary:
    """What a brief came to: pages, words, fill of the last page, what it leaves out, warnings.

    It is small, may be sent to another process and written down. As text it is one line:
    `1 page, 523 words, main column 95 % full, 2 points shortened or left out; 1 chart, 3 events not
    printed`.
    """

    pages: int
    words: int
    fill_percent: int
    omitted: tuple[Omission, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __str__(self) -> str:
        column = "main column" if self.pages == 1 else "main column of the last page"
        parts = [
            counted(self.pages, "page"),
            counted(self.words, "word"),
            f"{column} {self.fill_percent} % full",
        ]
        kinds = Counter(one.kind for one in self.omitted)
        placed = sum(bool(one.considered) for one in self.omitted)
        if placed:
            parts.append(f"{counted(placed, 'point')} shortened or left out")
        if unplaced := kinds["point"] - placed:
            parts.append(f"{counted(unplaced, 'point')} without a place here")
        reported = ", ".join(parts)
        others = [counted(kinds[kind], kind) for kind in get_args(OmittedKind)[1:] if kinds[kind]]
        return f"{reported}; {', '.join(others)} not printed" if others else reported

    def omission_lines(self) -> tuple[str, ...]:
        """Return a line for each thing that is shortened or missing, most important first.

        A point that neither audience nor content template has a place for is not lost for want of
        room.
        """
        return tuple(
            f"  {_fate(one):13} "
            f"{one.part.value.replace('_', ' ') if one.part else one.kind}, "
            f"priority {one.priority}: {one.headline}"
            f"{' (only with ' + ' and '.join(one.needs) + ')' if one.needs else ''}"
            for one in self.omitted
        )


def _fate(one: Omission) -> str:
    if one.kind != "point":
        return "not printed"
    if one.printed:
        return f"{one.printed} only"
    return "left out" if one.considered else "no place"
