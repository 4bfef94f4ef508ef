"""The brief: every choice made, and what had to be left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

from msgspec import Struct

from briefgen.types.argument import Part
from briefgen.types.block import Block, Heading
from briefgen.types.draft import FilledHeaderFooter, Metadata
from briefgen.types.finding import Finding, counted
from briefgen.types.laid import LaidOut
from briefgen.types.point import Form
from briefgen.types.prose import Prose

OmittedKind = Literal["point", "key figure", "chart", "picture", "event", "quotation", "note"]
"""What the argument has and a brief may not print, in the order in which equals are listed."""


@dataclass(frozen=True, slots=True)
class Omission:
    """A point that is missing or shorter than it could be, or something else that is missing.

    `point` is its id and `headline` its words, such as an event's or a picture's alternative text.
    `printed` is the form that stands in the brief, or None where it is missing. Only points have
    parts and forms. `needs` is what it may only be printed with, as far as that is not printed.
    """

    point: str
    part: Part | None
    priority: int
    headline: str
    considered: tuple[Form, ...]
    printed: Form | None
    kind: OmittedKind = "point"
    needs: tuple[str, ...] = ()


Reason = Literal[
    "pinned",
    "excluded",
    "required",
    "no page count",
    "only form",
    "best selection",
    "no room",
    "together",
    "figure repeated",
    "priority",
    "headlines",
]
"""Why something is printed as it is, or not at all.

The last four are rules of content: it needs what is not printed; a figure of it stands elsewhere;
a point of a higher priority would be shorter; its section has headlines enough.
"""


class ConsideredVariant(Struct, frozen=True):
    """One way in which something could be printed: its value and its height.

    Of a point, `form` is its form; of a supplement it is None, and `entries` is how many it shows.
    The height is that of the blocks, acronyms expanded, without the space around them.
    """

    form: Form | None
    entries: int
    value: int
    height_pt: float


class Decision(Struct, frozen=True):
    """What was decided about a point or a supplement at one place of the brief, and why.

    `taken` is the index of what is printed, or None; `considered` goes from the longest to the
    shortest. `needs` is what it may only be printed with, as far as that is not printed.
    """

    subject: str
    part: Part | None
    section: str
    frame: str
    considered: tuple[ConsideredVariant, ...]
    taken: int | None
    why: Reason
    needs: tuple[str, ...] = ()


class BriefSection(Struct, frozen=True):
    """A section as it is printed, in the side column `beside` the first of some points."""

    key: str
    frame: str
    heading: Heading | None
    blocks: tuple[Block, ...]
    beside: frozenset[str] = frozenset()


class Content(Struct, frozen=True):
    """All that is printed, in reading order, with every late-bound number resolved.

    With `footnotes`, in the order in which they are cited from 1, sources are no list in a section.
    """

    metadata: Metadata
    sections: tuple[BriefSection, ...]
    header_footer: FilledHeaderFooter
    footnotes: tuple[Prose, ...] = ()


class Fitted(Struct, frozen=True):
    """What fit returns: the content, its pages, and the offer that each choice of the draft took.

    `chosen` follows the order of the draft's choices; None stands for one that is not printed.
    """

    content: Content
    laid_out: LaidOut
    chosen: tuple[int | None, ...]
    findings: tuple[Finding, ...] = ()


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
