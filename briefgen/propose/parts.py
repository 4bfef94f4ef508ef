"""Which part of an argument the heading of an article points to."""

from __future__ import annotations

from briefgen.languages.source_words import source_words


def part_of(heading: str, language: str) -> str | None:
    """Return the part that the first telling word of a heading points to; None where none does."""
    found = {
        part: match.start()
        for part, pattern in source_words(language).parts.items()
        if (match := pattern.search(heading))
    }
    return min(found, key=lambda part: found[part], default=None)
