"""The options that say which briefs are built, for whom, in what theme, and where they go."""

from __future__ import annotations

import click
from msgspec import Struct

from briefgen.cli.option import bundled, completed, under
from briefgen.cli.order import One, Several, named_brand, order, pins
from briefgen.options import FORMATS
from briefgen.types.page_style import PAPERS_PT

_reader = under("Length, reader and theme")
_printed = under("What is printed")
_signed = under("Sign-off")
_output = under("Output")

OF_THE_PAGE = (
    "lengths",
    "audiences",
    "template",
    "fonts",
    "brand",
    "paper",
    "large_print",
    "replace_body",
    "pin",
    "exclude",
)
"""Options that say what a page says and how it looks, not where it goes."""

OPTIONS = {
    "lengths": _reader(
        "--length",
        "lengths",
        multiple=True,
        shell_complete=completed("lengths"),
        metavar="NAME",
        help="Length: a name (briefgen list lengths) or a file of yours. [default: one-page]",
    ),
    "audiences": _reader(
        "--audience",
        "audiences",
        multiple=True,
        shell_complete=completed("audiences"),
        metavar="NAME",
        help="Reader: a name (briefgen list audiences) or a file. [default: decision-maker]",
    ),
    "template": _reader(
        "--template",
        default="standard",
        shell_complete=completed("templates"),
        metavar="NAME",
        help="Theme: a name (briefgen list templates), folder or Word file. [default: standard]",
    ),
    "fonts": _reader(
        "--fonts",
        type=click.Path(),
        metavar="FOLDER",
        help="Folder with the font files (.ttf) that the theme names, where they are not built in.",
    ),
    "brand": _reader(
        "--brand",
        type=click.Path(),
        callback=lambda _context, _option, given: named_brand(given),
        metavar="FILE",
        help="Colours, logo, fonts and paper of an organisation; none for none."
        " [default: brand.yaml beside ARGUMENT, if there]",
    ),
    "paper": _reader(
        "--paper",
        type=click.Choice([*PAPERS_PT], case_sensitive=False),
        help="Paper, whatever length, theme and brand say.",
    ),
    "large_print": _reader(
        "--large-print",
        is_flag=True,
        help="Print no type smaller than 14 points, in one column; pages stay those of the length.",
    ),
    "replace_body": _reader(
        "--replace-body",
        is_flag=True,
        help="Print the brief in place of what the body of the Word template says.",
    ),
    "require_signoff": _signed(
        "--require-signoff",
        is_flag=True,
        help="Build only what writer and second reader have approved, sentence by sentence.",
    ),
    "against": _signed(
        "--against",
        type=click.Path(),
        metavar="ARTICLE",
        help="With --require-signoff, the article. [default: article.source]",
    ),
    "pin": _printed(
        "--pin",
        "pin",
        multiple=True,
        callback=lambda _context, _option, given: pins(given),
        metavar="ID[=FORM]",
        help="Print this point in any case, as headline, summary or detail if you say so.",
    ),
    "exclude": _printed(
        "--exclude", multiple=True, metavar="ID", help="Leave this point out in any case."
    ),
    "explain": _printed(
        "--explain",
        is_flag=True,
        help="Say of each point what was offered, what is printed, and why.",
    ),
    "outputs": _output(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        type=click.Path(),
        metavar="FILE",
        help="File to write; - prints. Two write two formats of one brief.",
    ),
    "folder": _output(
        "-d",
        "--directory",
        "folder",
        type=click.Path(),
        metavar="FOLDER",
        help="Folder to write to.",
    ),
    "formats": _output(
        "--format",
        "formats",
        type=click.Choice([*FORMATS], case_sensitive=False),
        multiple=True,
        help="Format, where the file's suffix does not say it. In a folder, all unless given.",
    ),
    "every": under("Many briefs")(
        "--all", "every", is_flag=True, help="Every length and audience that is not named."
    ),
}
"""The options by the names of what `order` takes: fields of BuildOptions, and what is its own."""

force_option = _output(
    "--force",
    is_flag=True,
    help="Write over files that were edited, or that briefgen did not write.",
)

order_options = bundled("asked", order, OPTIONS)
"""Gives a command the options, and the parameter `asked`.

Raises, when the command is called:
    click.UsageError: what `order` rejects.
"""


STATUSES = ("draft", "cleared", "embargoed")

_option = under("Edition")

_OPTIONS = {
    "status": _option("--status", type=click.Choice(STATUSES), help="Its status."),
    "embargo": _option("--embargo", metavar="DATE", help="Until when it is embargoed."),
    "number": _option("--number", metavar="TEXT", help="Its number in the series."),
    "date": _option("--date", metavar="DATE", help="Date of issue, such as 2019-06-03."),
    "version": _option(
        "--brief-version", "version", metavar="TEXT", help="Its version, such as 2."
    ),
    "classification": _option("--classification", metavar="TEXT", help="Who may read it."),
    "updates": _option("--updates", metavar="DATE", help="Date of the edition that it updates."),
}
"""The options by the names of the edition's fields."""


def marks(**options: str | None) -> dict[str, str]:
    """Return the marks that were given, by the names of the edition's fields."""
    return {name: value for name, value in options.items() if value is not None}


edition_options = bundled("marks", marks, _OPTIONS)
"""Gives a command the options that mark an edition, and the parameter `marks`."""


class Campaign(Struct, frozen=True):
    """What the options say: the file of rows, and how its briefs are named and built."""

    rows: str | None
    pattern: str | None
    same_selection: bool
    rebuild: bool


_row_option = under("Many briefs")

_ROW_OPTIONS = {
    "rows": _row_option(
        "--each",
        "rows",
        type=click.Path(),
        metavar="TABLE",
        help="A brief for each row of a CSV or .xlsx table: a column #FACT-ID sets that fact's"
        " value, one named title or risks[0].forms.summary that text; others are for --name.",
    ),
    "pattern": _row_option(
        "--name",
        "pattern",
        metavar="PATTERN",
        help='With --each, names of files: "{constituency}-{length}". [default: {id}-{row}]',
    ),
    "same_selection": _row_option(
        "--same-selection",
        is_flag=True,
        help="With --each, print in every brief what ARGUMENT as it is prints.",
    ),
    "rebuild": _row_option(
        "--rebuild", is_flag=True, help="In a folder, build again what has not changed, too."
    ),
}


campaign_options = bundled("campaign", Campaign, _ROW_OPTIONS)
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
