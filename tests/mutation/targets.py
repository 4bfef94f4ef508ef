"""What is changed, and which tests are asked about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Target:
    """Modules, as patterns below the project's folder, and the tests that hold them.

    Tests that look at the clock are `left_out`: on a busy machine they notice what is not there.
    """

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    def files(self) -> list[Path]:
        """Return the modules, below the project's folder."""
        found = {file for pattern in self.modules for file in ROOT.glob(pattern)}
        return sorted(file.relative_to(ROOT) for file in found)


def _tests(folder: str, *last: str) -> tuple[str, ...]:
    """Return the test files of a folder, those that take long at the end."""
    names = sorted(file.name for file in (ROOT / folder).glob("test_*.py"))
    return tuple(f"{folder}/{name}" for name in sorted(names, key=lambda name: name in last))


TARGETS = {
    "save": Target(
        ("briefgen/save.py",),
        _tests("tests/save", "test_save_faults.py", "test_save_processes.py"),
    ),
    "text": Target(
        (
            "briefgen/load/text.py",
            "briefgen/types/base.py",
            "briefgen/types/finding.py",
            "briefgen/render/glyphs.py",
        ),
        (
            "tests/load/test_load_text.py",
            "tests/types/test_types_text.py",
            "tests/types/test_types_finding.py",
            "tests/render/test_render_glyphs.py",
        ),
    ),
    "check": Target(("briefgen/check/*.py",), ("tests/check",)),
    "fit": Target(
        ("briefgen/fit/*.py",),
        _tests("tests/fit", "test_fit_alike.py", "test_fit_hand_best.py", "test_fit_search.py"),
        (
            "tests/fit/test_fit_search.py::test_time_grows_with_the_points_and_not_much_faster",
            "tests/fit/test_fit_search.py::test_five_hundred_points_fit_one_page_in_under_a_second",
        ),
    ),
}
"""The rules on bidirectional, invisible, decomposed and uncarried characters are in `check`."""
