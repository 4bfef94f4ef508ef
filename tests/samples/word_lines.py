"""Where words stand on a page of any PDF, as another reader finds them."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>'
)


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word and its box, in points from the top left corner of the page."""

    text: str
    left_pt: float
    top_pt: float
    right_pt: float
    foot_pt: float


def placed_words(pdf: Path, page: int = 1) -> list[PlacedWord]:
    """Return the words of a page in the order of reading."""
    bounds = ["-f", str(page), "-l", str(page)]
    told = subprocess.run(
        ["pdftotext", *bounds, "-bbox", pdf, "-"], capture_output=True, text=True, check=True
    )
    return [
        PlacedWord(html.unescape(text), *(float(edge) for edge in box))
        for *box, text in _WORD.findall(told.stdout)
    ]
