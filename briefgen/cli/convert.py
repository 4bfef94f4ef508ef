"""`briefgen convert`: an argument from one format to another."""

from __future__ import annotations

import click

from briefgen.cli.option import SETTINGS, debug_option, quiet_option
from briefgen.types.finding import counted


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen convert my-argument.yaml my-argument.md
  briefgen convert my-argument.md my-argument.yaml

\b
Both files hold the same argument. What has no form in Markdown stands in the
front matter. Comments above keys and parts are kept; the number of others is
printed.
""",
)
@click.argument("source", type=click.Path(), metavar="ARGUMENT")
@click.argument("target", type=click.Path(), metavar="FILE")
@quiet_option
@debug_option
def command(source: str, target: str, quiet: bool) -> None:
    """Write an argument as Markdown, YAML or JSON.

    FILE says the format by its suffix: .md, .yaml or .json. A file that is there is never written
    over.
    """
    from briefgen import conversion  # noqa: PLC0415

    comments = conversion.convert(source, target)
    if not quiet:
        lost = f"; {counted(comments, 'line')} with comments not carried over" if comments else ""
        click.echo(f"{target}: written, the same argument{lost}")
