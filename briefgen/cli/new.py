"""`briefgen new`: a commented skeleton of an argument."""

from __future__ import annotations

import click

from briefgen.cli.option import SETTINGS, debug_option, quiet_option


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Example:
  briefgen new my-argument.yaml
  briefgen check my-argument.yaml
""",
)
@click.argument("file", type=click.Path(), metavar="FILE")
@quiet_option
@debug_option
def command(file: str, quiet: bool) -> None:
    """Write a skeleton of an argument to FILE.

    Its comments say what each part is for. A file that is there is never written over.
    """
    from briefgen import pipeline  # noqa: PLC0415

    pipeline.new(file)
    if not quiet:
        click.echo(f"{file}: written; fill it in, then: briefgen check {file}")
