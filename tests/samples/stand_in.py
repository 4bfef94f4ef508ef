"""A brief that no pipeline has made, and where the checkout's own files are."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from briefgen.types.argument import Part
from briefgen.types.brief import BriefSummary, ConsideredVariant, Decision, Omission
from briefgen.types.finding import Finding
from briefgen.types.point import Form

ROOT = Path(__file__).resolve().parent.parent.parent
MALI = ROOT / "data" / "china-mali.yaml"

WARNING = Finding("font-replaced", "Calibri is set in Carlito", severity="warning")
OMITTED = Omission("casualties", Part.RISKS, 2, "Soldiers may die", (Form.DETAIL,), Form.HEADLINE)
MISSING = Omission("taiwan", Part.RATIONALES, 4, "Taiwan plays a part", (Form.HEADLINE,), None)


DECISIONS = (
    Decision(
        "casualties",
        Part.RISKS,
        "risks",
        "main",
        (
            ConsideredVariant(Form.DETAIL, 0, 1750, 81.0),
            ConsideredVariant(Form.HEADLINE, 0, 875, 13.5),
        ),
        1,
        "best selection",
    ),
    Decision("taiwan", Part.RATIONALES, "risks", "main", (), None, "excluded"),
    Decision(
        "timeline",
        None,
        "timeline",
        "side",
        (ConsideredVariant(None, 7, 41, 172.0),),
        0,
        "only form",
    ),
)


@dataclass
class StandIn:
    """A brief that no pipeline has made."""

    pages: int = 1
    words: int = 1455
    fill_percent: int = 95
    omitted: tuple[Omission, ...] = (OMITTED, MISSING)
    findings: tuple[Finding, ...] = (WARNING,)
    decisions: tuple[Decision, ...] = DECISIONS
    asked: dict[str, object] = field(default_factory=dict)

    @property
    def summary(self) -> BriefSummary:
        return BriefSummary(self.pages, self.words, self.fill_percent, self.omitted, self.findings)

    def to_bytes(self, kind: str) -> bytes:
        return f"{kind} file\n".encode()
