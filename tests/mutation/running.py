"""Run mutmut on a copy of the project, and look a second time at what survives."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from mutation.mutants import Mutant
from mutation.targets import ROOT, Target

COPIED = ("briefgen", "tests", "data", "templates", "examples", "README.md", "pyproject.toml")
SECONDS = 180
"""Longest that the tests of a target may take; a mutant that makes them take longer is noticed."""


def copy_project(folder: Path, target: Target) -> None:
    """Copy the project into a folder, with mutmut's settings for a target."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(source, folder / name, dirs_exist_ok=True, ignore=ignored)
        else:
            shutil.copy2(source, folder / name)
    settings = {
        "source_paths": ["briefgen"],
        "only_mutate": [str(file) for file in target.files()],
        "also_copy": COPIED[2:],
        "pytest_add_cli_args": _options(target),
        "pytest_add_cli_args_test_selection": target.tests,
        "timeout_multiplier": ["2"],
    }
    lines = [f"{name} =\n    " + "\n    ".join(values) for name, values in settings.items()]
    (folder / "setup.cfg").write_text("[mutmut]\n" + "\n".join(lines) + "\n")


def run_mutmut(folder: Path, endings: Iterable[str]) -> None:
    """Run each mutant in a fork of one process, with the tests that reach its function.

    With `endings`, only the mutants are run whose number ends so: a sample.
    """
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    command = [mutmut, "run", "--max-children", "1", *(f"*{ending}" for ending in endings)]
    subprocess.run(command, cwd=folder, env=_environment(folder / "tests"), check=True)


def noticed(work: Path, mutant: Mutant, target: Target) -> bool:
    """Tell whether all the tests of a target, in a process of their own, notice a mutant.

    A test that saves in a child process reaches functions unseen, and what a fork has inherited
    in a cache no mutant can change: the first look passes over both.
    """
    command = [sys.executable, "-m", "pytest", "-x", "-q", *_options(target), *target.tests]
    environment = {**_environment(work / "tests", work), "MUTANT_UNDER_TEST": mutant.name}
    try:
        done = subprocess.run(
            command, cwd=work, env=environment, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def _options(target: Target) -> list[str]:
    left_out = [f"--deselect={test}" for test in target.left_out]
    return ["-p", "no:cacheprovider", "-p", "mutation.hurried", *left_out]


def _environment(*path: Path) -> dict[str, str]:
    """Let modules be imported from folders that there are: Python forgets the others at once."""
    held = os.pathsep.join(map(str, path))
    return {**os.environ, "PYTHONPATH": held, "PYTHONDONTWRITEBYTECODE": "1"}
