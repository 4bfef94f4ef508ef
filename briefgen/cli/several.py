"""Build a set of briefs, with progress while it lasts and a table at its end."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from briefgen import pipeline
from briefgen.cli.message import built_line, counted, omission_lines, show_warnings
from briefgen.cli.order import Several, Wish

if TYPE_CHECKING:
    from briefgen.types.argument import Argument

Report = Callable[[int, int, pipeline.Result], None]


def build_several(
    argument: Argument, asked: Several, wish: Wish, *, quiet: bool, verbose: bool
) -> bool:
    """Build a set of briefs into a folder and tell what became of each.

    Return whether all of them could be built. The progress bar goes to standard error, and only
    to a terminal; a pipe gets one line for each file.
    """
    with _progress(shown=not quiet and sys.stderr.isatty()) as report:
        results = pipeline.build_all(
            argument,
            asked.folder,
            lengths=asked.lengths,
            audiences=asked.audiences,
            formats=asked.formats,
            template=wish.template,
            fonts=wish.fonts,
            pin=wish.pin,
            exclude=wish.exclude,
            progress=report,
        )
    failed = [result for result in results if result.error]
    if not quiet:
        _show(results, verbose=verbose)
        _show_warnings_once(results)
    for message in dict.fromkeys(str(result.error) for result in failed):
        click.echo(message, err=True)
    if failed:
        click.echo(f"{len(failed)} of {counted(len(results), 'file')} not built", err=True)
    return not failed


@contextlib.contextmanager
def _progress(*, shown: bool) -> Iterator[Report | None]:
    """Show a bar with the number done, the rate and the time left."""
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
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("building", total=None, rate="")

        def report(done: int, total: int, result: pipeline.Result) -> None:
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            rate = f"{speed:.1f} files/s" if speed else ""
            bar.update(task, completed=done, total=total, description=result.path.name, rate=rate)

        yield report


def _show(results: Iterable[pipeline.Result], *, verbose: bool) -> None:
    if sys.stdout and sys.stdout.isatty() and not verbose:
        _show_table(results)
        return
    for result in results:
        if result.brief and not result.error:
            click.echo(built_line(str(result.path), result.brief))
            if verbose:
                for line in omission_lines(result.brief.omitted):
                    click.echo(line)


def _show_table(results: Iterable[pipeline.Result]) -> None:
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
            table.add_row(str(result.path), *numbers, f"{len(brief.omitted)}")
    Console().print(table)


def _show_warnings_once(results: Iterable[pipeline.Result]) -> None:
    """Show each warning once: both formats of a brief have the same."""
    briefs = (result.brief for result in results if result.brief)
    show_warnings(dict.fromkeys(finding for brief in briefs for finding in brief.findings))
