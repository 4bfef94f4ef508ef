"""Marks of tests: which are fast, and which need a platform.

`pytest -m fast` runs the tests of the stages that need nothing but Python packages, in about two
minutes; a test among them that takes longer than a second is marked `slow` in its file. They find
no other program, even in a run of all tests. What is marked `linux` or `posix` is deselected on
other systems, and never skipped: a skipped test fails `.ci/run`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long a busy machine takes is no law.
settings.register_profile(
    "laws", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("laws")

HERE = Path(__file__).resolve().parent

FAST = frozenset(
    "check compose fit layout load markup ooxml propose quantities sandbox select types".split()  # noqa: SIM905
)
"""Folders whose tests need Python packages only."""

ON_LINUX = frozenset({"isolation"})
ON_POSIX = frozenset({"save"})


NO_PROGRAMS = str(HERE / "no-programs")
"""A folder that is not there: while a fast test runs, programs are looked for in it alone."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let a fast test and its fixtures find no other program, so that it fails if it needs one."""
    if not item.get_closest_marker("fast"):
        return (yield)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PATH", NO_PROGRAMS)
        return (yield)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Read no other files for fast tests: some import what only one platform has."""
    if config.option.markexpr != "fast" or not collection_path.is_relative_to(HERE):
        return None
    parts = collection_path.relative_to(HERE).parts
    return True if parts and parts[0] not in FAST else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark tests by their folder, and deselect those of other platforms."""
    for item in items:
        folder = item.path.relative_to(HERE).parts[0]
        if folder in FAST and not item.get_closest_marker("slow"):
            item.add_marker("fast")
        if folder in ON_LINUX:
            item.add_marker("linux")
        if folder in ON_POSIX:
            item.add_marker("posix")
    elsewhere = [item for item in items if not _runs_here(item)]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]


def _runs_here(item: pytest.Item) -> bool:
    linux = sys.platform == "linux" or not item.get_closest_marker("linux")
    return linux and (os.name == "posix" or not item.get_closest_marker("posix"))
