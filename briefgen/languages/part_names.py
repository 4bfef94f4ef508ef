"""The plain names of an argument's parts, by which a heading in Markdown names one."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.languages.files import section


def part_names(language: str) -> dict[str, str]:
    """Return the part of each plain name, in small letters; English names where none are known."""
    held: Mapping[str, list[str]] = section(language.partition("-")[0], "parts")
    return {
        name: part
        for part, names in (held or section("en", "parts")).items()
        for name in (*names, part.replace("_", " "))
    }
