"""An argument beside a bibliography, in a folder."""

from __future__ import annotations

from pathlib import Path

FRONT = """---
title: Ban plastic microbeads
article:
  title: Environmental impact of microplastics
  authors: [{organisation: Audit Committee}]
  date: 2016-08-24
LANGUAGE
bibliography: FILE
---
SUMMARY
"""


def citing(
    folder: Path,
    bibliography: str,
    summary: str = "It costs much[@smith2019].",
    name: str = "evidence.bib",
    language: str = "en-GB",
) -> Path:
    """Write an argument whose thesis says a summary, and its bibliography; return its path."""
    (folder / name).write_text(bibliography, encoding="utf-8")
    text = FRONT.replace("SUMMARY", summary).replace("FILE", name)
    file = folder / "argument.md"
    file.write_text(text.replace("LANGUAGE", f"  language: {language}"), encoding="utf-8")
    return file
