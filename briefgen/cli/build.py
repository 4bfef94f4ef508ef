"""`briefgen build`: an argument becomes a brief, or a set of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from briefgen.cli.isolation import (
    Isolation,
    isolated,
    isolation_options,
    named_inputs,
    refuse_what_is_not_isolated,
)
from briefgen.cli.option import (
    SETTINGS,
    HeadedCommand,
    argument_named,
    debug_option,
    input_format_option,
    quiet_option,
    reject_stray_input_options,
)
from briefgen.cli.order import One, Several, Target
from briefgen.cli.order_options import (
    Campaign,
    campaign_options,
    edition_options,
    force_option,
    order_options,
    reject_stray,
)
from briefgen.cli.program import built_line, show_brand, show_warnings

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
      one page for a decision-maker, as PDF; a second -o mali.docx makes the Word file, too
  briefgen build mali.yaml --length full --audience analyst -o mali.docx
      the whole argument for an analyst, as Word
  briefgen build mali.yaml --all -d out
      every length for every audience in every format:
      out/mali-one-page-decision-maker.pdf and so on
  briefgen build mali.yaml --length one-page --length full -d out --format pdf
      two lengths, as PDF
  briefgen build seats.yaml --each seats.csv -d out --name "{constituency}"
      a brief for each row of a table
  briefgen build mali.yaml --format pdf -o - | lpr
      to standard output
  make-argument | briefgen build - --input-format json -o brief.pdf
      from standard input
  briefgen build mali.yaml --pin risk-state=headline --exclude context-g5 --explain
      what is printed and why, with one point pinned and another left out
  briefgen build upload/brief.yaml --untrusted -o brief.pdf
      an untrusted file, in a process that can do nothing else
  briefgen build mali.yaml --status draft --number 2019/7 --date 2019-06-03 -d out
      a draft, with number and date of the brief

\b
Exit codes: 0 done, 1 something in your files must be fixed, 2 the command
is written wrongly, 70 a fault of briefgen's.
""",
)
@click.argument("argument", type=click.Path(), metavar="ARGUMENT")
@order_options
@campaign_options
@edition_options
@isolation_options
@input_format_option
@force_option
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
    input_format: str | None,
    force: bool,
    verbose: bool,
    quiet: bool,
) -> None:
    """Build a brief of ARGUMENT, a Markdown, YAML or JSON file.

    ARGUMENT - is standard input. The brief has exactly the pages of its length. What does not fit
    is shortened or left out, the least important first, and the output says how much (-v: what).
    """
    reject_stray(campaign, asked)
    reject_stray_input_options([argument], input_format, None)
    refuse_what_is_not_isolated(argument, asked, isolation)
    if isinstance(asked, One):
        _refuse_binary_on_terminal(asked)
    if isolation.untrusted and isinstance(asked, One):
        _refuse_loss(asked, named_inputs(argument, asked), force=force)
        show_brand(argument, asked.options, quiet=quiet)
        brief = isolated(argument, asked, marks, isolation.root)
        _write(brief, asked, brief.inputs, force=force)
        _report(brief, asked, quiet=quiet, verbose=verbose)
        return
    from briefgen import pipeline  # noqa: PLC0415

    given = argument_named(argument, input_format, isolation.root)
    loaded = pipeline.load(given)
    show_brand(given, asked.options, quiet=quiet)
    if marks:
        loaded = pipeline.mark(loaded, **marks)
    if isinstance(asked, One):
        _build_one(loaded, asked, force=force, quiet=quiet, verbose=verbose)
        return
    from briefgen.cli.several import build_several  # noqa: PLC0415

    if not build_several(loaded, asked, campaign, force=force, quiet=quiet, verbose=verbose):
        raise click.exceptions.Exit(1)


def _refuse_binary_on_terminal(asked: One) -> None:
    if asked.prints and sys.stdout and sys.stdout.isatty():
        raise click.UsageError("-o - writes the file itself; send it to a pipe, or give a file")


def _refuse_loss(asked: One, inputs: Iterable[str], *, force: bool) -> None:
    """Reject files that would be overwritten by mistake, before anything is built."""
    if asked.files:
        from briefgen.overwrite import refuse_loss  # noqa: PLC0415

        refuse_loss(asked.files, inputs, force=force)


def _build_one(argument: Argument, asked: One, *, force: bool, quiet: bool, verbose: bool) -> None:
    from briefgen import pipeline  # noqa: PLC0415

    inputs = pipeline.inputs(argument, asked.options)
    _refuse_loss(asked, inputs, force=force)
    brief = pipeline.build(argument, asked.options)
    _write(brief, asked, inputs, force=force)
    if asked.explained:
        from briefgen.cli.explanation import show_decisions  # noqa: PLC0415

        show_decisions(brief.decisions, err=asked.prints)
    _report(brief, asked, quiet=quiet, verbose=verbose)


def _write(brief: Brief | IsolatedBrief, asked: One, inputs: Iterable[str], *, force: bool) -> None:
    """Write all that was asked for, once all of it is made."""
    made = {target: brief.to_bytes(target.format) for target in asked.targets}
    if files := {target.path: data for target, data in made.items() if target.is_file}:
        from briefgen.overwrite import write  # noqa: PLC0415

        write(files, inputs, force=force)
    for target, data in made.items():
        if not target.is_file:
            sys.stdout.buffer.write(data)


def _report(brief: Brief | IsolatedBrief, asked: One, *, quiet: bool, verbose: bool) -> None:
    """Say what became of a brief: on standard error, where standard output has the file."""
    if quiet:
        return
    show_warnings(brief.findings)
    of = f"{asked.options.length}, {asked.options.audience}"
    for target in asked.targets or (Target(of, ""),):
        name = target.path if target.is_file else "standard output"
        click.echo(built_line(name, brief.summary), err=asked.prints)
    if verbose:
        for line in brief.summary.omission_lines():
            click.echo(line, err=asked.prints)
