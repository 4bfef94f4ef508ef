"""The whole argument as a Word file that a desk officer can edit.

python examples/02_editable_word_brief.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

import briefgen

DATA = Path(__file__).resolve().parent.parent / "data"


def main(folder: Path) -> None:
    """Build the full brief, whose pages are not counted, and save it for Word."""
    argument = briefgen.load(DATA / "china-mali.yaml")
    brief = briefgen.build(argument, length="full")

    # The suffix chooses the format. Headings, lists, captions and tables are Word's own styles.
    path = brief.save(folder / "mali.docx")
    print(f"{path}: {brief.words:,} words, {len(brief.omitted)} points left out")

    # The same brief as PDF has the same text and the same figures.
    print(brief.save(folder / "mali-full.pdf"))


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
    target.mkdir(parents=True, exist_ok=True)
    main(target)
