"""Which part each heading of the first level names, by the lines of a file alone."""

from __future__ import annotations

from collections.abc import Collection

from briefgen.languages.files import part_names
from briefgen.pattern import late_pattern

_HEADING = late_pattern(r"# +(.*?)(?:\{([^{}]*)\})?[ \t]*$")
_CLASS = late_pattern(r"(?:^|\s)\.([\w-]+)")


def headed_parts(text: str, language: str, known: Collection[str]) -> list[str]:
    """Return the part of each heading in its order; nothing for one that names none."""
    names = part_names(language)
    return [
        next(
            (one for one in _CLASS.findall(found[2] or "") if one.replace("-", "_") in known),
            names.get(found[1].strip().lower().replace("'", "’"), ""),
        ).replace("-", "_")
        for line in text.split("\n")
        if (found := _HEADING.match(line))
    ]
