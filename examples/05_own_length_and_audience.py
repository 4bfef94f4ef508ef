"""A length and an audience of your own: files, and no Python in them.

python examples/05_own_length_and_audience.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

import briefgen

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"


def main(folder: Path) -> None:
    """Build a submission and a paper on US Letter, and see a submission refused."""
    submission = HERE / "lengths" / "submission.yaml"
    letter = HERE / "lengths" / "three-page-letter.yaml"
    clerk = HERE / "audiences" / "committee-clerk.yaml"

    advice = briefgen.load(DATA / "accessible-documents.yaml")
    briefgen.build(advice, length=submission).save(folder / "submission.docx")

    mali = briefgen.load(DATA / "china-mali.yaml")
    brief = briefgen.build(mali, length=letter, audience=clerk)
    brief.save(folder / "mali-letter.pdf")
    print(f"{brief.pages} pages of US Letter, the last {brief.fill_percent} % full")

    # The article about Mali recommends nothing, so there is no submission to be made of it.
    try:
        briefgen.build(mali, length=submission)
    except briefgen.CheckError as error:
        print(error)


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
    target.mkdir(parents=True, exist_ok=True)
    main(target)
