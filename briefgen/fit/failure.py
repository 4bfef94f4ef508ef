"""The error for what cannot fit: section, space needed, space there is."""

from __future__ import annotations

from briefgen.types.brief import Content
from briefgen.types.finding import Finding, FitError
from briefgen.types.laid import LaidOut
from briefgen.types.profile import Length
from briefgen.types.prose import text_of


def cannot_fit(content: Content, laid_out: LaidOut, length: Length, audience: str) -> FitError:
    """Return the error for content that is too long even in its shortest forms."""
    where = f"{length.name}, {audience}"
    titles = {
        section.key: text_of(section.heading.prose) if section.heading else section.key
        for section in content.sections
    }
    findings = [
        Finding(
            "section-too-high",
            f'"{titles[over.section]}" needs {_pt(over.needed_mpt)} in one piece; a whole'
            f" {over.frame} column has {_pt(over.room_mpt)}",
            "divide it, or set it on a page without a side column",
            where=where,
        )
        for over in laid_out.overfull
    ]
    pages = length.pages or len(laid_out.pages)
    for frame in dict.fromkeys(fill.frame for fill in laid_out.fills):
        fills = [fill for fill in laid_out.fills if fill.frame == frame]
        needed = sum(fill.used_mpt for fill in fills)
        room = sum(fill.height_mpt for fill in fills[:pages])
        if len(fills) > pages:
            findings.append(
                Finding(
                    "does-not-fit",
                    f"the {frame} column needs {_pt(needed)} at least; {_pt(room)} are there",
                    "shorten headlines, require fewer points in the content template, or allow"
                    " more pages",
                    where=where,
                )
            )
    return FitError(findings)


def _pt(height_mpt: int) -> str:
    return f"{height_mpt / 1000:.0f} pt"
