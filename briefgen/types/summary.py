"""What a brief came to, in numbers and in one line: the same words at every door."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.types.brief import Omission
from briefgen.types.finding import Finding, counted


@dataclass(frozen=True, slots=True)
class BriefSummary:
    """What a brief came to: pages, words, fill of the last page, what it leaves out, warnings.

    It is small, may be sent to another process and written down. As text it is one line:
    `1 page, 523 words, main column 95 % full, 2 points shortened or left out`.
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
        placed = sum(bool(one.offered) for one in self.omitted)
        if placed:
            parts.append(f"{counted(placed, 'point')} shortened or left out")
        if unplaced := len(self.omitted) - placed:
            parts.append(f"{counted(unplaced, 'point')} without a place here")
        return ", ".join(parts)

    def omission_lines(self) -> tuple[str, ...]:
        """Return a line for each point that is shortened or missing, most important first.

        One that neither audience nor content template has a place for is not lost for want of room.
        """
        return tuple(
            f"  {_fate(one):13} "
            f"{one.part.value.replace('_', ' ')}, priority {one.priority}: {one.headline}"
            for one in self.omitted
        )


def _fate(one: Omission) -> str:
    if one.printed:
        return f"{one.printed} only"
    return "left out" if one.offered else "no place"
