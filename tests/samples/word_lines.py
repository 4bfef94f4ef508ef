"""Where words stand on a page of any PDF, as another reader finds them."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass
from itertools import groupby
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
    reported = subprocess.run(
        ["pdftotext", *bounds, "-bbox", pdf, "-"], capture_output=True, text=True, check=True
    )
    return [
        PlacedWord(html.unescape(text), *(float(edge) for edge in box))
        for *box, text in _WORD.findall(reported.stdout)
    ]


def lines_of(text: str, words: list[PlacedWord]) -> list[str]:
    """Return the lines in which a text stands, as words from a page, without their spaces.

    None if it does not stand there. A word may be found in pieces, such as at a hyphen.
    """
    wanted = "".join(text.split())
    for start in range(len(words)):
        reported = ""
        for end in range(start, len(words)):
            reported += words[end].text
            if reported == wanted:
                lines = groupby(words[start : end + 1], lambda word: round(word.top_pt))
                return ["".join(word.text for word in line) for _, line in lines]
            if not wanted.startswith(reported):
                break
    return []
