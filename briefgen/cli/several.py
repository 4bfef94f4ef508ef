"""Build a set of briefs, with progress while it lasts and a table at its end."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from briefgen.batch import building, each_row
from briefgen.batch.manifest import Result
from briefgen.cli.order import Several
from briefgen.cli.order_options import Campaign
from briefgen.cli.program import built_line, show_warnings
from briefgen.types.finding import counted, name_shown

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from briefgen.types.argument import Argument

NAMED = 12
"""Files that are named where many fail for one reason."""


def build_several(
    argument: Argument,
    asked: Several,
    campaign: Campaign,
    *,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> bool:
    """Build a set of briefs into a folder, on every core, and report the result of each.

    Return whether all of them could be built. The progress bar goes to standard error, and only
    to a terminal; a pipe gets one line for each file.
    """
    with shown_progress(shown=not quiet and sys.stderr.isatty()) as progress:
        results = _results(argument, asked, campaign, progress, force=force)
    failed = [result for result in results if result.error]
    if not quiet:
        _show(results, verbose=verbose)
        _show_warnings_once(results)
        if kept := sum(result.kept for result in results):
            of = counted(len(results), "file")
            click.echo(f"{kept} of {of} unchanged (--rebuild builds all)")
    for message, files in _by_message(failed).items():
        click.echo(message, err=True)
        if len(files) > 1 or files[0].line:
            click.echo(f"  not built: {_listed(files)}", err=True)
    if failed:
        click.echo(f"{len(failed)} of {counted(len(results), 'file')} not built", err=True)
    return not failed


def _results(
    argument: Argument, asked: Several, campaign: Campaign, progress: Shown | None, *, force: bool
) -> list[Result]:
    build: Callable[..., list[Result]] = partial(building.build_all, argument, asked.folder)
    if campaign.rows is not None:
        build = partial(
            each_row.build_each,
            argument,
            campaign.rows,
            asked.folder,
            name=campaign.pattern or each_row.NAME,
            same_selection=campaign.same_selection,
            checked=progress.checked if progress else None,
        )
    return build(
        options=asked.options,
        lengths=asked.lengths,
        audiences=asked.audiences,
        formats=asked.formats,
        progress=progress.built if progress else None,
        executor="processes",
        rebuild=campaign.rebuild,
        force=force,
    )


def _by_message(failed: Iterable[Result]) -> dict[str, list[Result]]:
    """Return what failed by its reason, so that a reason such as a full disk is shown once."""
    found: dict[object, list[Result]] = {}
    for result in failed:
        assert result.error
        own = result.path.name
        reason = tuple(
            replace(each, file=None) if Path(each.file or "").name == own else each
            for each in result.error.findings
        )
        found.setdefault(reason, []).append(result)
    return {str(files[0].error): files for files in found.values()}


def _listed(files: Sequence[Result]) -> str:
    """Return the first names of files, with the line of the row where there is one."""
    named = [
        name_shown(file.path.name) + (f" (line {file.line})" if file.line else "") for file in files
    ]
    more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
    return ", ".join(named[:NAMED]) + more


def _show(results: Iterable[Result], *, verbose: bool) -> None:
    if sys.stdout and sys.stdout.isatty() and not verbose:
        _show_table(results)
        return
    for result in results:
        if result.brief and not result.error:
            line = built_line(str(result.path), result.brief)
            click.echo(f"{line}, unchanged" if result.kept else line)
            if verbose:
                for line in result.brief.omission_lines():
                    click.echo(line)


def _show_table(results: Iterable[Result]) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table("File", box=None, pad_edge=False, header_style="bold")
    for heading in ("Pages", "Fill", "Words", "Shortened or left out"):
        table.add_column(heading, justify="right")
    for result in results:
        if result.error or not result.brief:
            table.add_row(str(result.path), "not built")
        else:
            brief = result.brief
            numbers = (f"{brief.pages}", f"{brief.fill_percent} %", f"{brief.words:,}")
            table.add_row(
                str(result.path),
                *numbers,
                f"{len(brief.omitted)}",
                style="dim" if result.kept else None,
            )
    Console().print(table)


def _show_warnings_once(results: Iterable[Result]) -> None:
    """Show each warning once: both formats of a brief have the same."""
    briefs = (result.brief for result in results if result.brief)
    show_warnings(dict.fromkeys(finding for brief in briefs for finding in brief.findings))


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
