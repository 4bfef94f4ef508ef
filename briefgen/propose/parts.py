"""Which part of an argument the heading of an article points to."""

from __future__ import annotations

from briefgen.languages.source_words import source_words
from briefgen.types.argument import Part


def part_of(heading: str, language: str) -> str | None:
    """Return the part that a heading points to: recommendations, else its first telling word."""
    found = {
        part: match.start()
        for part, pattern in source_words(language).parts.items()
        if (match := pattern.search(heading))
    }
    if Part.RECOMMENDATIONS in found:  # conclusions and recommendations
        return Part.RECOMMENDATIONS.value
    return min(found, key=lambda part: found[part], default=None)
