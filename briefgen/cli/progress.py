"""The bar that shows how far many briefs are: how many, how fast, how long still."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from briefgen.batch.result import Result


class Shown(Struct):
    """A bar on a terminal. Files that are kept are no work, and do not count."""

    bar: Progress
    checking: TaskID
    building: TaskID
    kept: int = 0

    def checked(self, done: int, total: int) -> None:
        """Show how many rows have been checked."""
        self.bar.update(self.checking, completed=done, total=total, visible=done < total)

    def built(self, done: int, total: int, result: Result) -> None:
        """Show how many files have been built."""
        self.kept += result.kept
        speed = self.bar.tasks[self.building].speed
        self.bar.update(
            self.building,
            completed=done - self.kept,
            total=total - self.kept,
            description=result.path.name,
            rate=f"{speed:.1f} files/s" if speed else "",
            visible=True,
        )


@contextlib.contextmanager
def shown_progress(*, shown: bool) -> Iterator[Shown | None]:
    """Show a bar with the number done, the rate and the time left, as long as this lasts."""
    if not shown:
        yield None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        checking = bar.add_task("checking rows", total=None, rate="", visible=False)
        building = bar.add_task("building", total=None, rate="")
        yield Shown(bar, checking, building)
