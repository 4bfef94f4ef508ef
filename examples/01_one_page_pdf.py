"""One page for a decision-maker, as PDF.

python examples/01_one_page_pdf.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

import briefgen

DATA = Path(__file__).resolve().parent.parent / "data"


def main(folder: Path) -> None:
    """Load an argument, build a brief of exactly one page, and save it."""
    argument = briefgen.load(DATA / "china-mali.yaml")
    brief = briefgen.build(argument, length="one-page", audience="decision-maker")
    path = brief.save(folder / "mali.pdf")  # whole or not at all
    print(f"{path}: {brief.pages} page, {brief.words} words")

    # One page cannot hold everything. The brief says what had to go, the most important first.
    for point in brief.omitted[:3]:
        print(f"  {point.printed or 'left out'}: {point.headline}")


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
    target.mkdir(parents=True, exist_ok=True)
    main(target)
