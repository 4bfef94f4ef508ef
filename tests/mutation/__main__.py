"""Change a target and ask its tests: `python -m mutation save --work FOLDER`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from mutation.mutants import Mutant, mark_killed, mutants
from mutation.running import copy_project, noticed, run_mutmut
from mutation.targets import TARGETS, Target


def main() -> int:
    """Run one target and print its scores, then its survivors."""
    parser = argparse.ArgumentParser(prog="mutation", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--work", type=Path, help="a folder to keep; run again, it goes on there")
    parser.add_argument("--ending", nargs="*", default=(), help="only mutants whose number ends so")
    given = parser.parse_args()
    folder = (given.work or Path(mkdtemp(prefix="mutation-"))).resolve()
    target = TARGETS[given.target]
    folder.mkdir(parents=True, exist_ok=True)
    copy_project(folder, target)
    run_mutmut(folder, given.ending)
    work = folder / "mutants"
    look_again(work, target)
    sys.stdout.write(report([each for file in target.files() for each in mutants(work, file)]))
    return 0


def look_again(work: Path, target: Target) -> None:
    """Ask about each survivor once more, unless only words are changed."""
    for file in target.files():
        for mutant in list(mutants(work, file)):
            if mutant.lives and noticed(work, mutant, target):
                mark_killed(work, mutant)


def report(found: Sequence[Mutant]) -> str:
    """Return the table of scores and the list of survivors, as README.md shows them."""
    modules = sorted({each.module for each in found})
    return "\n".join(
        [
            "| module | mutants | of words only | noticed | score |",
            "|---|--:|--:|--:|--:|",
            *(_row(str(name), [each for each in found if each.module == name]) for name in modules),
            _row("together", found),
            *(f"- {each.name}\n    {each.change}" for each in found if each.lives),
            "",
        ]
    )


def _row(name: str, found: Sequence[Mutant]) -> str:
    counted = [each for each in found if not each.wording]
    killed = sum(not each.survived for each in counted)
    score = f"{killed / len(counted):.1%}" if counted else "–"
    return f"| {name} | {len(counted)} | {len(found) - len(counted)} | {killed} | {score} |"


if __name__ == "__main__":
    sys.exit(main())
