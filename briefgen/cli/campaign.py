"""The options for many briefs at once: a row of a CSV file each, and what is built again."""

from __future__ import annotations

import click
from msgspec import Struct

from briefgen.cli.option import bundled, under
from briefgen.cli.order import One, Several


class Campaign(Struct, frozen=True):
    """What the options say: the file of rows, and how its briefs are named and built."""

    rows: str | None
    pattern: str | None
    same_selection: bool
    rebuild: bool


_option = under("Many briefs")

_OPTIONS = {
    "rows": _option(
        "--each",
        "rows",
        type=click.Path(),
        metavar="TABLE",
        help="A brief for each row of a CSV or .xlsx table: a column #FACT-ID sets that fact's"
        " value, one named title or risks[0].forms.summary that text; others are for --name.",
    ),
    "pattern": _option(
        "--name",
        "pattern",
        metavar="PATTERN",
        help='With --each, names of files: "{constituency}-{length}". [default: {id}-{row}]',
    ),
    "same_selection": _option(
        "--same-selection",
        is_flag=True,
        help="With --each, print in every brief what ARGUMENT as it is prints.",
    ),
    "rebuild": _option(
        "--rebuild", is_flag=True, help="In a folder, build again what has not changed, too."
    ),
}


campaign_options = bundled("campaign", Campaign, _OPTIONS)
"""Gives a command the options, in their order, and the parameter `campaign`."""


def reject_stray(campaign: Campaign, asked: One | Several) -> None:
    """Reject options that mean nothing without another one.

    Raises:
        click.UsageError: `--each` or `--rebuild` without a folder, or what belongs to `--each`.
    """
    if campaign.rows is not None and isinstance(asked, One):
        raise click.UsageError("--each makes many files; give a folder: --each TABLE -d FOLDER")
    if campaign.rebuild and isinstance(asked, One):
        raise click.UsageError("--rebuild goes with a folder (-d); a single file is always built")
    if campaign.rows is None and campaign.pattern is not None:
        raise click.UsageError("--name goes with --each TABLE; one file is named by -o")
    if campaign.rows is None and campaign.same_selection:
        raise click.UsageError("--same-selection goes with --each TABLE")
