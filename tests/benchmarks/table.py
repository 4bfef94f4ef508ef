"""The table: what was timed, how it compares, and what was wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Times = Mapping[str, float | None]
"""Seconds by the key of a row; None for a peer that is not installed."""

DASH = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its time, as a multiple of that of the row `base`, between `least` and `most`.

    `most_s` bounds the time itself.
    """

    key: str
    label: str
    base: str | None = None
    least: float | None = None
    most: float | None = None
    most_s: float | None = None

    def ratio(self, times: Times) -> float | None:
        """Return this row's time in times of its base; None where either is unknown."""
        own, base = times.get(self.key), times.get(self.base or "")
        return own / base if own and base else None

    def kept(self, times: Times, margin: float = 1) -> bool | None:
        """Return whether the goal is kept within a margin; None where there is none to keep."""
        own, ratio = times.get(self.key), self.ratio(times)
        if self.most_s is not None and own is not None:
            return own <= self.most_s * margin
        if ratio is None or self.least is self.most:
            return None
        return (self.least or 0) / margin <= ratio <= (self.most or ratio) * margin

    @property
    def goal(self) -> str:
        """The goal in words."""
        if self.most_s is not None:
            return f"at most {_time(self.most_s)}"
        if self.least is not None:
            return f"at least {self.least:g}"
        return f"at most {self.most:.3g}" if self.most is not None else ""


ROWS = (
    Row("brief", "briefgen, one page, every paragraph new", "brief"),
    Row("brief-fact", "briefgen, one page, one fact new", "brief"),
    Row("compose", "part: select and compose", "brief"),
    Row("fit", "part: fit, with every line broken", "brief"),
    Row("layout", "part of fit: the chosen page laid out", "brief"),
    Row("pdf", "part: PDF", "brief"),
    Row("check", "before it: no contradiction in a new argument", "brief"),
    Row("floor", "floor: its boxes on a bare ReportLab canvas, untagged", "brief", least=0.5),
    Row("typst-cold", "Typst, first compilation", "brief", least=1),
    Row("typst-reused", "Typst, compiler reused, every paragraph new", "brief", least=0.5),
    Row("typst-reused-fact", "Typst, compiler reused, one fact new", "brief-fact", least=0.5),
    Row("weasyprint", "WeasyPrint", "brief", least=10),
    Row("word", "docxtpl and LibreOffice", "brief", least=10),
    Row("word-brief", "briefgen, the page in Word, every paragraph new", "word-brief"),
    Row("word-brief-fact", "briefgen, the page in Word, one fact new", "word-brief"),
    Row("docxtpl", "docxtpl, the same paragraphs, chosen already", "word-brief", least=0.5),
    Row("full", "briefgen, full, n points"),
    Row("full-2", "briefgen, full, 2n points", "full", most=2.2),
    Row("full-4", "briefgen, full, 4n points", "full-2", most=2.2),
    Row("text", "briefgen, full, n points, paragraphs twice as long", "full", most=2.5),
    Row("points", "one page, filled from n points"),
    Row("points-2", "one page, filled from 2n points", "points", most=2.5),
    Row("pages", "four pages, filled from the same points"),
    Row("pages-2", "eight pages, filled from the same points", "pages", most=2.5),
    Row("paragraph", "a paragraph of 100 KB"),
    Row("paragraph-10", "a paragraph of 1 MB", "paragraph", most=15),
    Row("many", "a campaign of n one-page briefs, one process"),
    Row("many-2", "a campaign of 2n, one process", "many", most=2.5),
    Row("many-two", "a campaign of 2n, two processes", "many-2", most=1 / 1.8),
    Row("shell", "from the shell, cold, one page", most_s=0.7),
    Row("shell-word", "from the shell, cold, one page in Word", most_s=0.7),
    Row("import", "import briefgen", most_s=0.05),
)

_NAMES = {
    "brief": "brief",
    "brief-fact": "brief, one fact new",
    "full": "n points",
    "full-2": "2n points",
    "paragraph": "100 KB",
    "word-brief": "brief in Word",
    "points": "n points",
    "pages": "four pages",
    "many": "n briefs",
    "many-2": "one process",
}


def markdown(times: Times, notes: Mapping[str, str]) -> str:
    """Return the table. `notes` add to the labels of rows."""
    lines = ["| processor time | best | ratio | goal | |", "|---|--:|--:|---|---|"]
    for row in ROWS:
        own, ratio = times.get(row.key), row.ratio(times)
        compared = DASH if ratio is None else f"{ratio:.2f} × {_NAMES[row.base or '']}"
        kept = {True: "kept", False: "missed", None: ""}[row.kept(times)]
        label = row.label + (f" ({notes[row.key]})" if row.key in notes else "")
        shown = DASH if own is None else _time(own)
        lines.append(f"| {label} | {shown} | {compared} | {row.goal} | {kept} |")
    return "\n".join(lines)


def with_table(readme: str, table: str) -> str:
    """Return a page with its table of times replaced by another one."""
    head = markdown({}, {}).splitlines()[0]
    start = readme.index(head)
    end = readme.index("\n\n", start)
    return readme[:start] + table + readme[end:]


def _time(seconds: float) -> str:
    if seconds >= 0.5:
        return f"{seconds:.2f} s"
    milliseconds = seconds * 1000
    return f"{milliseconds:.1f} ms" if milliseconds < 100 else f"{milliseconds:.0f} ms"
