"""Every length for every audience, as PDF and Word, with progress.

python examples/03_whole_set.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

import briefgen

DATA = Path(__file__).resolve().parent.parent / "data"


def report(done: int, total: int, result: briefgen.Result) -> None:
    """Say what became of a file as soon as it is written."""
    outcome = str(result.error) if result.error else "written"
    print(f"{done}/{total} {result.path.name}: {outcome}")


def main(folder: Path) -> None:
    """Build the set. A brief that cannot be built does not stop the others."""
    argument = briefgen.load(DATA / "china-mali.yaml")
    results = briefgen.build_all(argument, folder, progress=report)

    # `lengths`, `audiences` and `formats` narrow the set; names or files of your own will do.
    failed = [result for result in results if result.error]
    print(f"{len(results) - len(failed)} files written, {len(failed)} failed")


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
    target.mkdir(parents=True, exist_ok=True)
    main(target)
