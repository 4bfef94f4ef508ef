"""Measure everything and print the table: `python -m benchmarks --repeats 15`."""

from __future__ import annotations

import argparse
import sys

from benchmarks.measurement import measured
from benchmarks.ours import FULL_POINTS
from benchmarks.table import markdown


def main() -> int:
    """Print the table of one run."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--repeats", type=int, default=15, help="runs of each, after a warm one")
    parser.add_argument("--points", type=int, default=FULL_POINTS, help="n, of the full briefs")
    given = parser.parse_args()
    print(markdown(*measured(given.repeats, given.points)))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
