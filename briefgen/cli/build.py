"""`briefgen build`: an argument becomes a brief, or a set of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.campaign import Campaign, campaign_options, refuse_stray
from briefgen.cli.edition import edition_options
from briefgen.cli.heading import HeadedCommand
from briefgen.cli.isolation import (
    Isolation,
    isolated,
    isolation_options,
    refuse_what_is_not_isolated,
)
from briefgen.cli.message import built_line, show_warnings
from briefgen.cli.option import SETTINGS, debug_option, quiet_option
from briefgen.cli.order import STANDARD_OUTPUT, One, Several
from briefgen.cli.order_options import order_options

if TYPE_CHECKING:
    from briefgen.isolation.building import IsolatedBrief
    from briefgen.pipeline import Brief
    from briefgen.types.argument import Argument


@click.command(
    cls=HeadedCommand,
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen build mali.yaml -o mali.pdf
      one page for a decision-maker, as PDF
  briefgen build mali.yaml --length full --audience analyst -o mali.docx
      the whole argument for an analyst, as Word
  briefgen build mali.yaml --all -d out
      every length for every audience in both formats:
      out/mali-one-page-decision-maker.pdf and so on
  briefgen build mali.yaml --length one-page --length full -d out --format pdf
      two lengths, as PDF
  briefgen build seats.yaml --each seats.csv -d out --name "{constituency}"
      a brief for each row of a table
  briefgen build mali.yaml --format pdf -o - | lpr
      to standard output
  briefgen build mali.yaml --pin risk-us=headline --exclude context-g5 --explain
      what is printed and why, with one point pinned and another left out
  briefgen build upload/brief.yaml --untrusted -o brief.pdf
      a stranger's file, in a process that can do nothing else
  briefgen build mali.yaml --status draft --number 2019/7 --date 2019-06-03 -d out
      a draft, with number and date of the brief

\b
Exit codes: 0 done, 1 something in your files is to be mended, 2 the command
is written wrongly, 70 a fault of briefgen's.
""",
)
@click.argument("argument", type=click.Path(), metavar="ARGUMENT")
@order_options
@campaign_options
@edition_options
@isolation_options
@click.option("-v", "--verbose", is_flag=True, help="List the points shortened or left out.")
@quiet_option
@debug_option
def command(
    *,
    argument: str,
    asked: One | Several,
    campaign: Campaign,
    isolation: Isolation,
    marks: Mapping[str, str],
    verbose: bool,
    quiet: bool,
) -> None:
    """Build a brief of ARGUMENT, a YAML or JSON file.

    The brief has exactly the pages of its length. What does not fit is shortened or left out,
    the least important first, and you are told how much (-v: what).
    """
    refuse_stray(campaign, asked)
    refuse_what_is_not_isolated(asked, isolation)
    if isinstance(asked, One):
        _refuse_binary_on_terminal(asked)
    if isolation.untrusted and isinstance(asked, One):
        brief = isolated(argument, asked, marks, isolation.root)
        _write(brief.to_bytes(asked.format), asked.output)
        _tell(brief, asked, quiet=quiet, verbose=verbose)
        return
    from briefgen import pipeline  # noqa: PLC0415

    loaded = pipeline.load(argument)
    if marks:
        loaded = pipeline.mark(loaded, **marks)
    if isinstance(asked, One):
        _build_one(loaded, asked, quiet=quiet, verbose=verbose)
        return
    from briefgen.cli.several import build_several  # noqa: PLC0415

    if not build_several(loaded, asked, campaign, quiet=quiet, verbose=verbose):
        raise click.exceptions.Exit(1)


def _refuse_binary_on_terminal(asked: One) -> None:
    if asked.output == STANDARD_OUTPUT and sys.stdout and sys.stdout.isatty():
        raise click.UsageError("-o - writes the file itself; send it to a pipe, or give a file")


def _build_one(argument: Argument, asked: One, *, quiet: bool, verbose: bool) -> None:
    from briefgen import pipeline  # noqa: PLC0415

    brief = pipeline.build(argument, asked.options)
    _write(brief.to_bytes(asked.format) if asked.output else b"", asked.output)
    if asked.explained:
        from briefgen.cli.explanation import show_decisions  # noqa: PLC0415

        show_decisions(brief.decisions, err=asked.output == STANDARD_OUTPUT)
    _tell(brief, asked, quiet=quiet, verbose=verbose)


def _tell(brief: Brief | IsolatedBrief, asked: One, *, quiet: bool, verbose: bool) -> None:
    """Say what became of a brief: on standard error, where standard output has the file."""
    if quiet:
        return
    printing = asked.output == STANDARD_OUTPUT
    show_warnings(brief.findings)
    of = f"{asked.options.length}, {asked.options.audience}"
    name = "standard output" if printing else asked.output or of
    click.echo(built_line(name, brief.summary), err=printing)
    if verbose:
        for line in brief.summary.omission_lines():
            click.echo(line, err=printing)


def _write(data: bytes, output: str | None) -> None:
    from briefgen.save import save  # noqa: PLC0415

    if output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
    elif output is not None:
        save(Path(output), data)
