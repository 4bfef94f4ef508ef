"""An argument with a text of it replaced, compared with its article."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from briefgen.checking import check_file
from briefgen.types.finding import Finding

FORM = frozenset({"unused-fact", "hard-reading", "missing-form", "unexplained-acronym"})
"""What is found of how an argument is written, not of what it says."""


def found_in(
    argument: Path, text: str, article: str, old: str, new: str, form: Collection[str] = FORM
) -> list[Finding]:
    """Return what is found in an argument that is written with its article, but for its form."""
    source = argument.with_name("article.md")
    source.write_text(article, "utf-8")
    assert old in text
    argument.write_text(text.replace(old, new) if old else text, "utf-8")
    return [each for each in check_file(argument, against=source) if each.code not in form]
