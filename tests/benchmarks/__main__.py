"""Measure everything and print the table: `python -m benchmarks --repeats 15`."""

from __future__ import annotations

import argparse
import sys

from samples.stand_in import ROOT

from benchmarks.measurement import measured
from benchmarks.ours import FULL_POINTS
from benchmarks.table import markdown, with_table

PAGE = ROOT / "docs" / "design" / "performance.md"


def main() -> int:
    """Print the table of one run."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--repeats", type=int, default=15, help="runs of each, after a warm one")
    parser.add_argument("--points", type=int, default=FULL_POINTS, help="n, of the full briefs")
    parser.add_argument("--write", action="store_true", help="put the table into its page, too")
    given = parser.parse_args()
    table = markdown(*measured(given.repeats, given.points))
    print(table)  # noqa: T201
    if given.write:
        PAGE.write_text(with_table(PAGE.read_text("utf-8"), table), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
