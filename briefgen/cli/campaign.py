"""The options for many briefs at once: a row of a CSV file each, and what is built again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict

import click


class CampaignOptions(TypedDict):
    """What the options say, by the names of their parameters."""

    rows: str | None
    pattern: str | None
    same_selection: bool
    force: bool


_OPTIONS = (
    click.option(
        "--each",
        "rows",
        type=click.Path(),
        metavar="CSV",
        help="A brief for each row of a CSV file: a column #FACT-ID sets that fact's value, one"
        " named title or risks[0].forms.summary that text; others are for --name.",
    ),
    click.option(
        "--name",
        "pattern",
        metavar="PATTERN",
        help='With --each, names of files: "{constituency}-{length}". [default: {id}-{row}]',
    ),
    click.option(
        "--same-selection",
        is_flag=True,
        help="With --each, print in every brief what ARGUMENT as it is prints.",
    ),
    click.option(
        "--force", is_flag=True, help="In a folder, build again what has not changed, too."
    ),
)


def campaign_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, in their order."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def refuse_stray(options: CampaignOptions, folder: str | None) -> None:
    """Refuse options that say nothing without another one.

    Raises:
        click.UsageError: `--each` or `--force` without a folder, or what belongs to `--each`.
    """
    if options["rows"] is not None and folder is None:
        raise click.UsageError("--each makes many files; give a folder: --each CSV -d FOLDER")
    if options["force"] and folder is None:
        raise click.UsageError("--force goes with a folder (-d); a single file is always built")
    if options["rows"] is None and options["pattern"] is not None:
        raise click.UsageError("--name goes with --each CSV; one file is named by -o")
    if options["rows"] is None and options["same_selection"]:
        raise click.UsageError("--same-selection goes with --each CSV")
