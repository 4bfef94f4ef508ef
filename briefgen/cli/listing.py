"""`briefgen list`: the built-in lengths, audiences and templates."""

from __future__ import annotations

import click

from briefgen.cli.option import SETTINGS, debug_option, names


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen list lengths
  briefgen list audiences

\b
Wherever a name is asked for, the path of a file of your own will do: copy a
built-in one and change it.
""",
)
@click.argument("kind", type=click.Choice(["lengths", "audiences", "templates"]))
@debug_option
def command(kind: str) -> None:
    """List the built-in lengths, audiences or templates."""
    listed = names(kind)
    width = max((len(name) for name, _ in listed), default=0)
    for name, description in listed:
        click.echo(f"{name:{width}}  {description}")
