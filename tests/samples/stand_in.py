"""A brief that no pipeline has made, and where the checkout's own files are."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from briefgen.types.argument import Part
from briefgen.types.brief import Omission
from briefgen.types.finding import Finding
from briefgen.types.point import Form

ROOT = Path(__file__).resolve().parent.parent.parent
MALI = ROOT / "data" / "china-mali.yaml"

WARNING = Finding("font-replaced", "Calibri is set in Carlito", severity="warning")
OMITTED = Omission("casualties", Part.RISKS, 2, "Soldiers may die", (Form.DETAIL,), Form.HEADLINE)
MISSING = Omission("taiwan", Part.RATIONALES, 4, "Taiwan plays a part", (Form.HEADLINE,), None)


@dataclass
class StandIn:
    """A brief that no pipeline has made."""

    pages: int = 1
    words: int = 1455
    fill_percent: int = 95
    omitted: tuple[Omission, ...] = (OMITTED, MISSING)
    findings: tuple[Finding, ...] = (WARNING,)
    asked: dict[str, object] = field(default_factory=dict)

    def to_bytes(self, kind: str) -> bytes:
        return f"{kind} file\n".encode()
